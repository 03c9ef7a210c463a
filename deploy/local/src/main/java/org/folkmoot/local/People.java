package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.local.story.Company;
import org.folkmoot.local.story.Person;

/**
 * The people of the local stack: a few in each ICS and one operator, so that every role can be tried. They are made up;
 * the organisations that they act for are real.
 */
final class People {

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int SIGN_INS = 4;

    private record Pass(String token, long since) {}

    private final Settings settings;
    private final Secrets secrets;
    private final Map<String, Pass> passes = new HashMap<>();

    People(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    static Person operator() {
        return new Person("operator", "Olive", "Operator", "platform-operator", List.of());
    }

    /** The people of an ICS: of its board, of a neighbourhood team, of one PCN and of one practice in it. */
    static List<Person> of(String icb, String pcn, List<String> practices) {
        return List.of(
                new Person("admin", "Ada", "Administrator", "ics-admin", List.of(icb)),
                new Person("observer", "Oscar", "Observer", "ics-observer", List.of(icb)),
                new Person("lmc", "Lena", "Executive", "lmc-executive", List.of(icb)),
                new Person("secretary", "Sam", "Secretary", "group-secretary", List.of(icb)),
                new Person("manager", "Mona", "Manager", "executive-manager", List.of(icb)),
                new Person("clinician", "Clement", "Clinician", "int-clinician", List.of(icb)),
                new Person("casemanager", "Cora", "Casemanager", "case-manager", List.of(icb)),
                new Person("director", "Dora", "Director", "pcn-clinical-director", List.of(pcn)),
                new Person("voter", "Victor", "Voter", "practice-voter", practices.subList(0, 1)));
    }

    /** Makes the person, or brings role and organisations in line. */
    void ensure(String realm, Person person) {
        synchronized (passes) {
            passes.remove(realm + "/" + person.username());
        }
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
     * Lets the realm's people in at a terminal by their password alone. Keycloak would ask there, too, for the second
     * factor of whoever has set one up in a browser, and no command can answer that. It matters to {@code folkmoot-cli}
     * alone: no other client takes passwords.
     */
    void askNoSecondFactorAtTerminals(String realm) {
        Rest keycloak = new Rest(settings.keycloakUrl() + "/admin/realms/" + realm, adminToken());
        String steps = "/authentication/flows/direct%20grant/executions";
        for (JsonNode step : keycloak.get(steps).expect(200).body()) {
            if (step.path("authenticationFlow").asBoolean()
                    && !step.path("requirement").asText().equals("DISABLED")) {
                keycloak.put(steps, ((ObjectNode) step).put("requirement", "DISABLED"))
                        .expect(202, 204);
            }
        }
    }

    /**
     * An access token of that person, good for three minutes more at least.
     *
     * @throws Refusal when the realm knows no such person
     */
    String token(String realm, String username) {
        synchronized (passes) {
            String key = realm + "/" + username;
            Pass pass = passes.get(key);
            if (pass == null || System.nanoTime() - pass.since() > KEPT.toNanos()) {
                pass = new Pass(signIn(realm, username), System.nanoTime());
                passes.put(key, pass);
            }
            return pass.token();
        }
    }

    /**
     * Keycloak lets nobody sign in who is just signing in, and has not always written down yet that the last time is
     * over: then it says what it says to a wrong password.
     */
    private String signIn(String realm, String username) {
        for (int again = SIGN_INS; ; again--) {
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
            if (answer.status() == 200) {
                return answer.body().get("access_token").asText();
            }
            boolean mayPass = answer.body().path("error").asText().equals("invalid_grant");
            if (!mayPass || again == 1) {
                throw new Refusal("no token for " + username + " of " + realm + ": "
                        + answer.body()
                                .path("error_description")
                                .asText(answer.body().path("error").asText()));
            }
            Child.pause(Duration.ofMillis(300));
        }
    }

    /** The account behind a token: the service that gets it believes no more than this. */
    static Company.Account account(String token) {
        try {
            JsonNode claims = Rest.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            return new Company.Account(
                    claims.path("sub").asText(), claims.path("name").asText());
        } catch (IOException e) {
            throw new Refusal("a token that cannot be read", e);
        }
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
