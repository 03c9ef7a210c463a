package org.folkmoot.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The few requests to Keycloak that tests need. */
final class KeycloakAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestStack stack;

    KeycloakAdmin(TestStack stack) {
        this.stack = stack;
    }

    /** An access token by the grant that the fields describe. */
    String token(String realm, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                        request("/realms/" + realm + "/protocol/openid-connect/token", null)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        200)
                .get("access_token")
                .asText();
    }

    /** Reads below {@code /admin/realms}. */
    JsonNode get(String path) {
        return send(request("/admin/realms" + path, adminToken()).build(), 200);
    }

    /** Writes below {@code /admin/realms}; any other answer than the expected ones fails the test. */
    void post(String path, String json, Integer... expected) {
        send(
                request("/admin/realms" + path, adminToken())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                expected);
    }

    /** Deletes below {@code /admin/realms}. */
    void delete(String path) {
        send(request("/admin/realms" + path, adminToken()).DELETE().build(), 204, 404);
    }

    private String adminToken() {
        return token(
                "master",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        stack.keycloakAdminClient(),
                        "client_secret",
                        stack.keycloakAdminSecret()));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(stack.keycloakUrl() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpRequest request, Integer... expected) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (!List.of(expected).contains(answer.statusCode())) {
                throw new IllegalStateException(
                        "Keycloak answered " + answer.statusCode() + " to " + request.uri() + ": " + answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
