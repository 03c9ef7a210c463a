package org.folkmoot.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks one service, outside any measurement of single requests. */
public final class ServiceClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    /** One for that service. */
    public ServiceClient(LocalPlatform platform, String service) {
        this.address = platform.address(service);
    }

    /**
     * A request that is still to be made.
     *
     * @param path or a whole address, as the service said it
     */
    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : address + path))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    /**
     * Sends it.
     *
     * @throws IllegalStateException when it is refused
     */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What is there. */
    public JsonNode get(String path, String token) throws IOException {
        return json(send(request(path, token).GET()));
    }

    /** What an answer holds. */
    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
