package org.folkmoot.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A realm of the real Keycloak whose people a test signs in: its tokens have the shape of an installation's, nothing
 * more of it is like one. How a realm must look is the matter of the control plane and its conformance test.
 */
public final class TestRealm {

    private static final String CLIENT = "folkmoot-cli";
    private static final String PASSWORD = "a long enough password";
    private static final Map<String, TestRealm> KNOWN = new ConcurrentHashMap<>();

    private final String name;
    private final KeycloakAdmin keycloak = new KeycloakAdmin(TestStack.current());

    private TestRealm(String name) {
        this.name = name;
    }

    /** The realm of that name, made when it is not there. */
    public static TestRealm of(String name) {
        return KNOWN.computeIfAbsent(name, TestRealm::make);
    }

    /** The issuer of its tokens. */
    public String issuer() {
        return TestStack.current().keycloakUrl() + "/realms/" + name;
    }

    /**
     * An access token of a person with these roles who acts for these organisations, signed in now.
     *
     * @param roles names of realm roles
     * @param organisations ODS codes; none gives a token without the claim
     */
    public String token(List<String> roles, List<String> organisations) {
        String username =
                "person-" + Integer.toHexString(List.of(roles, organisations).hashCode());
        makePerson(username, roles, organisations);
        return keycloak.token(
                name,
                Map.of("grant_type", "password", "client_id", CLIENT, "username", username, "password", PASSWORD));
    }

    /** {@link #token(List, List)} for one role. */
    public String token(String role, String... organisations) {
        return token(List.of(role), List.of(organisations));
    }

    private static TestRealm make(String name) {
        // Every test has people of its own, all with the same password: nothing is gained by making it dear to guess.
        String roles = Stream.of(
                        "pcn-clinical-director",
                        "practice-voter",
                        "lmc-executive",
                        "group-secretary",
                        "executive-manager",
                        "int-clinician",
                        "case-manager",
                        "ics-observer",
                        "ics-admin",
                        "platform-operator",
                        "anybody-of-an-ics")
                .map("{\"name\": \"%s\"}"::formatted)
                .collect(Collectors.joining(", "));
        var realm = new TestRealm(name);
        realm.keycloak.post("", """
                {
                  "realm": "%s", "enabled": true, "accessTokenLifespan": 3600,
                  "passwordPolicy": "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)",
                  "roles": {"realm": [%s]},
                  "components": {"org.keycloak.userprofile.UserProfileProvider": [{
                    "providerId": "declarative-user-profile",
                    "config": {"kc.user.profile.config": ["{\\"attributes\\":[{\\"name\\":\\"username\\"},{\\"name\\":\\"email\\"},{\\"name\\":\\"organisations\\",\\"multivalued\\":true,\\"permissions\\":{\\"view\\":[\\"admin\\"],\\"edit\\":[\\"admin\\"]}}]}"]}
                  }]},
                  "clients": [{
                    "clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true,
                    "standardFlowEnabled": false, "fullScopeAllowed": true,
                    "protocolMappers": [
                      {"name": "organisations", "protocol": "openid-connect",
                       "protocolMapper": "oidc-usermodel-attribute-mapper",
                       "config": {"user.attribute": "organisations", "claim.name": "organisations",
                                  "multivalued": "true", "jsonType.label": "String", "access.token.claim": "true"}},
                      {"name": "audience", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
                       "config": {"included.custom.audience": "folkmoot", "access.token.claim": "true"}}
                    ]
                  }]
                }
                """.formatted(name, roles, CLIENT), 201, 409);
        return realm;
    }

    private void makePerson(String username, List<String> roles, List<String> organisations) {
        String codes = organisations.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        keycloak.post("/" + name + "/users", """
                {"username": "%s", "enabled": true, "emailVerified": true, "attributes": {"organisations": [%s]},
                 "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
                """.formatted(username, codes, PASSWORD), 201, 409);
        JsonNode person = keycloak.get("/" + name + "/users?exact=true&username=" + username)
                .get(0);
        for (String role : roles) {
            JsonNode known = keycloak.get("/" + name + "/roles/" + role);
            keycloak.post(
                    "/" + name + "/users/" + person.get("id").asText() + "/role-mappings/realm",
                    "[" + known + "]",
                    204);
        }
    }
}
