package org.folkmoot.portal;

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
import java.util.stream.Collectors;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;

/** A test's realm with the portal as a client that signs people in by code, as the control plane would make it. */
final class PortalRealm {

    static final String PASSWORD = "a password of the tests";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;

    private PortalRealm(String name) {
        this.name = name;
    }

    static PortalRealm of(String name) {
        return new PortalRealm(name);
    }

    void makeClient(String url) {
        String mapper = """
                {"name": "%s", "protocol": "openid-connect", "protocolMapper": "%s", "config": {%s,
                 "access.token.claim": "true", "id.token.claim": "%s"}}
                """;
        String mappers = String.join(
                ",",
                mapper.formatted(
                        "organisations",
                        "oidc-usermodel-attribute-mapper",
                        "\"user.attribute\": \"organisations\", \"claim.name\": \"organisations\","
                                + " \"multivalued\": \"true\", \"jsonType.label\": \"String\"",
                        true),
                mapper.formatted(
                        "roles in both",
                        "oidc-usermodel-realm-role-mapper",
                        "\"claim.name\": \"realm_access.roles\", \"multivalued\": \"true\","
                                + " \"jsonType.label\": \"String\"",
                        true),
                mapper.formatted(
                        "audience", "oidc-audience-mapper", "\"included.custom.audience\": \"folkmoot\"", false));
        JsonNode known = get("/clients?clientId=folkmoot-portal");
        if (!known.isEmpty()) {
            send("DELETE", "/clients/" + known.get(0).get("id").asText(), null, 204);
        }
        send("POST", "/clients", """
                {"clientId": "folkmoot-portal", "publicClient": false, "secret": "%s", "standardFlowEnabled": true,
                 "directAccessGrantsEnabled": false, "redirectUris": ["%s/signed-in"], "fullScopeAllowed": true,
                 "attributes": {"pkce.code.challenge.method": "S256", "access.token.lifespan": "300",
                                "backchannel.logout.url": "%s/back-channel-logout/%s",
                                "backchannel.logout.session.required": "true"},
                 "protocolMappers": [%s]}
                """.formatted(PortalStack.CLIENT_SECRET, url, url, name, mappers), 201);
    }

    /** Makes a person who can sign in, and gives the user name. */
    String person(String username, List<String> roles, List<String> organisations) {
        String codes = organisations.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        send("POST", "/users", """
                {"username": "%s", "enabled": true, "emailVerified": true, "attributes": {"organisations": [%s]},
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(username, codes, PASSWORD), 201, 409);
        String id =
                get("/users?exact=true&username=" + username).get(0).get("id").asText();
        for (String role : roles) {
            send("POST", "/users/" + id + "/role-mappings/realm", "[" + get("/roles/" + role) + "]", 204);
        }
        return username;
    }

    /** Ends all sessions of the realm, as an administrator of Keycloak would. */
    void endAllSessions() {
        send("POST", "/logout-all", null, 200, 204);
    }

    /** Ends one session, as an administrator of Keycloak would. */
    void endSession(String id) {
        send("DELETE", "/sessions/" + id, null, 204);
    }

    private JsonNode get(String path) {
        return send("GET", path, null, 200);
    }

    private JsonNode send(String method, String path, @Nullable String body, int... expected) {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create(TestStack.current().keycloakUrl() + "/admin/realms/" + name + path))
                    .header("Authorization", "Bearer " + adminToken())
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            for (int status : expected) {
                if (answer.statusCode() == status) {
                    return JSON.readTree(answer.body());
                }
            }
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String adminToken() throws IOException, InterruptedException {
        TestStack stack = TestStack.current();
        String form = "grant_type=client_credentials&client_id=" + stack.keycloakAdminClient() + "&client_secret="
                + URLEncoder.encode(stack.keycloakAdminSecret(), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create(stack.keycloakUrl() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return JSON.readTree(
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token")
                .asText();
    }
}
