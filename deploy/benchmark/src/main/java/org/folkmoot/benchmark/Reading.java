package org.folkmoot.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Asks a service for pages as fast as they are answered. */
public final class Reading {

    private final LocalPlatform platform;
    private final String service;

    /** Of that service. */
    public Reading(LocalPlatform platform, String service) {
        this.platform = platform;
        this.service = service;
    }

    /**
     * Asks, each connection for one path after the other by chance.
     *
     * @throws IllegalStateException when an answer is a refusal
     */
    public Turn ask(List<String> paths, String token, int connections, Duration time) {
        List<byte[]> requests = paths.stream().map(path -> request(path, token)).toList();
        return Crowd.during(connections, time, number -> reader(requests, new SplittableRandom(number)));
    }

    /** One request, outside any measurement. */
    public void askOnce(String path, String token) throws IOException {
        try (HttpConnection connection = connect()) {
            connection.ask(request(path, token));
        }
    }

    private Crowd.Member reader(List<byte[]> requests, SplittableRandom random) throws IOException {
        HttpConnection connection = connect();
        return new Crowd.Member() {
            @Override
            public void act() throws IOException {
                connection.ask(requests.get(random.nextInt(requests.size())));
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private HttpConnection connect() throws IOException {
        return new HttpConnection("localhost", platform.port(service));
    }

    private static byte[] request(String path, String token) {
        return HttpConnection.get(path, "Accept: application/json", "Authorization: Bearer " + token);
    }
}
