package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The people of the local stack: a few in each ICS and one operator, so that every role can be tried. They are made up;
 * the organisations that they act for are real.
 */
final class People {

    /**
     * A person to try a role with.
     *
     * @param username to sign in with
     * @param role the realm role
     * @param organisations ODS codes to act for
     */
    record Person(String username, String firstName, String lastName, String role, List<String> organisations) {}

    private final Settings settings;
    private final Secrets secrets;

    People(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    static Person operator() {
        return new Person("operator", "Olive", "Operator", "platform-operator", List.of());
    }

    /** The people of an ICS: of its board, of one PCN and of one practice in it. */
    static List<Person> of(String icb, String pcn, List<String> practices) {
        return List.of(
                new Person("admin", "Ada", "Administrator", "ics-admin", List.of(icb)),
                new Person("observer", "Oscar", "Observer", "ics-observer", List.of(icb)),
                new Person("lmc", "Lena", "Executive", "lmc-executive", List.of(icb)),
                new Person("secretary", "Sam", "Secretary", "group-secretary", List.of(icb)),
                new Person("director", "Dora", "Director", "pcn-clinical-director", List.of(pcn)),
                new Person("voter", "Victor", "Voter", "practice-voter", practices.subList(0, 1)));
    }

    /** Makes the person, or brings role and organisations in line. */
    void ensure(String realm, Person person) {
        Rest keycloak = new Rest(settings.keycloakUrl() + "/admin/realms/" + realm, adminToken());
        ObjectNode user = Rest.JSON.createObjectNode();
        user.put("username", person.username());
        user.put("enabled", true);
        user.put("emailVerified", true);
        user.put("email", person.username() + "@" + realm + ".example.org");
        user.put("firstName", person.firstName());
        user.put("lastName", person.lastName());
        var codes = user.putObject("attributes").putArray("organisations");
        person.organisations().forEach(codes::add);
        var credential = user.putArray("credentials").addObject();
        credential.put("type", "password");
        credential.put("value", password());
        credential.put("temporary", false);
        user.putArray("requiredActions");
        JsonNode known = keycloak.get("/users?exact=true&username=" + person.username())
                .expect(200)
                .body();
        if (known.isEmpty()) {
            keycloak.post("/users", user).expect(201);
            known = keycloak.get("/users?exact=true&username=" + person.username())
                    .expect(200)
                    .body();
        } else {
            keycloak.put("/users/" + known.get(0).get("id").asText(), user).expect(204);
        }
        JsonNode role = keycloak.get("/roles/" + person.role()).expect(200).body();
        keycloak.post(
                        "/users/" + known.get(0).get("id").asText() + "/role-mappings/realm",
                        Rest.JSON.createArrayNode().add(role))
                .expect(204);
    }

    /**
     * An access token of that person.
     *
     * @throws Refusal when the realm knows no such person
     */
    String token(String realm, String username) {
        var answer = new Rest(settings.keycloakUrl(), null)
                .postForm(
                        "/realms/" + realm + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "folkmoot-cli",
                                "username",
                                username,
                                "password",
                                password()));
        if (answer.status() != 200) {
            throw new Refusal("no token for " + username + " of " + realm + ": "
                    + answer.body()
                            .path("error_description")
                            .asText(answer.body().path("error").asText()));
        }
        return answer.body().get("access_token").asText();
    }

    /** The password of all the stack's people. */
    String password() {
        return secrets.password("person");
    }

    private String adminToken() {
        return new Rest(settings.keycloakUrl(), null)
                .postForm(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                Keycloak.ADMIN_CLIENT,
                                "client_secret",
                                secrets.password("keycloak.admin")))
                .expect(200)
                .body()
                .get("access_token")
                .asText();
    }
}
