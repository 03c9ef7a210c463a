package org.folkmoot.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.folkmoot.local.Keycloak;
import org.folkmoot.local.Secrets;

/** Keycloak's own administration, as whoever runs it uses it. */
final class Realms {

    private final Stack stack = Stack.up();

    /** Ends every session of that person. */
    void signOut(Person person) {
        String users = "/admin/realms/" + person.ics() + "/users";
        JsonNode found = stack.get("keycloak", users + "?exact=true&username=" + person.username(), token())
                .body();
        int status = stack.send(stack.request(
                                "keycloak",
                                users + "/" + found.path(0).path("id").asText() + "/logout",
                                token())
                        .POST(BodyPublishers.noBody())
                        .build())
                .status();
        if (status != 204) {
            throw new IllegalStateException("Keycloak ended no session of " + person + ": " + status);
        }
    }

    private String token() {
        return stack.send(HttpRequest.newBuilder(URI.create("http://localhost:" + stack.port("keycloak")
                                + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + Keycloak.ADMIN_CLIENT
                                + "&client_secret=" + new Secrets(stack.home()).password("keycloak.admin")))
                        .build())
                .body()
                .path("access_token")
                .asText();
    }
}
