package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests to one server of the stack, with a token or without; answers as JSON. */
final class Rest {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String base;
    private final @Nullable String token;

    Rest(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    /** An answer; its body is an empty object where there was none. */
    record Answer(int status, JsonNode body, Optional<String> location, Optional<String> tag) {

        /** @throws Refusal when the status is another, with the problem that the server told */
        Answer expect(int... expected) {
            for (int one : expected) {
                if (status == one) {
                    return this;
                }
            }
            throw new Refusal(
                    "the answer was " + status + ": " + body.path("title").asText(body.toString()) + ". "
                            + body.path("detail").asText("")
                            + (body.path("errors").isEmpty() ? "" : " " + body.path("errors")));
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, JsonNode body) {
        return post(path, "application/json", BodyPublishers.ofString(body.toString()), Map.of());
    }

    Answer put(String path, JsonNode body) {
        return send(
                request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    Answer post(String path, String type, BodyPublisher body, Map<String, String> headers) {
        var request = request(path).header("Content-Type", type).POST(body);
        headers.forEach(request::header);
        return send(request);
    }

    Answer postForm(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form), Map.of());
    }

    /** @param body none where the address says all */
    Answer send(String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        var request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept", "application/json, application/problem+json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            var answer = HTTP.send(built, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.createObjectNode();
            if (!answer.body().isBlank()
                    && answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
                body = JSON.readTree(answer.body());
            }
            return new Answer(
                    answer.statusCode(),
                    body,
                    answer.headers().firstValue("Location"),
                    answer.headers().firstValue("ETag"));
        } catch (IOException e) {
            throw new Refusal(built.uri() + " does not answer. Is the stack up? ./folkmoot status tells.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}
