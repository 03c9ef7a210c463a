package org.folkmoot.benchmark.directory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.folkmoot.benchmark.Crowd;
import org.folkmoot.benchmark.HttpConnection;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Turn;

/** Asks the registry for pages as fast as they are answered. */
final class Reading {

    private final LocalPlatform platform;

    Reading(LocalPlatform platform) {
        this.platform = platform;
    }

    /**
     * Asks, each connection for one path after the other by chance.
     *
     * @throws IllegalStateException when an answer is a refusal
     */
    Turn ask(List<String> paths, String token, int connections, Duration time) {
        List<byte[]> requests = paths.stream().map(path -> request(path, token)).toList();
        return Crowd.during(connections, time, number -> reader(requests, new SplittableRandom(number)));
    }

    /** One request, outside any measurement. */
    void askOnce(String path, String token) throws IOException {
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
        return new HttpConnection("localhost", platform.port("registry"));
    }

    private static byte[] request(String path, String token) {
        return HttpConnection.get(path, "Accept: application/json", "Authorization: Bearer " + token);
    }
}
