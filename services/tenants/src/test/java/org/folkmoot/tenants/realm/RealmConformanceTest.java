package org.folkmoot.tenants.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;

/** Reads realms back from a real Keycloak. A protection that is missing there is missing, whatever a template says. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class RealmConformanceTest {

    private static final Tenant ICS = Tenant.of("qoc");
    private static final Tenant MUTANT = Tenant.of("qnc");

    @Inject
    Realms realms;

    @Inject
    RealmReconciler reconciler;

    @Inject
    Keycloak keycloak;

    @Inject
    TenantScope scope;

    @Test
    void a_new_realm_has_every_protection() {
        assertThat(reconciled(ICS)).isInstanceOf(RealmOutcome.Right.class);
        assertThat(inPlatform(() -> Protection.missing(realms.read(ICS)))).isEmpty();
    }

    @Test
    void the_operators_realm_has_every_protection() {
        assertThat(reconciled(Tenant.PLATFORM)).isInstanceOf(RealmOutcome.Right.class);
        assertThat(inPlatform(() -> Protection.missing(realms.read(Tenant.PLATFORM))))
                .isEmpty();
    }

    @Test
    void a_realm_that_is_right_is_left_as_it_is() {
        reconciled(ICS);

        assertThat(reconciled(ICS)).isEqualTo(new RealmOutcome.Right(List.of()));
    }

    @Test
    void what_keycloak_makes_by_itself_has_next_to_none_of_them() {
        // Given
        Servers.keycloak("DELETE", "/qrl", "");
        Servers.keycloak("POST", "", Map.of("realm", "qrl", "enabled", true));
        // When
        List<Protection> missing = inPlatform(() -> Protection.missing(realms.read(Tenant.of("qrl"))));
        // Then
        assertThat(missing)
                .contains(
                        Protection.GUESSING_IS_SLOWED,
                        Protection.REFRESH_TOKENS_ROTATE,
                        Protection.SIGN_INS_ARE_RECORDED,
                        Protection.ADMINISTRATORS_NEED_A_SECOND_FACTOR,
                        Protection.PKCE_IS_REQUIRED,
                        Protection.ORGANISATIONS_ARE_GIVEN,
                        Protection.NO_PASSWORD_GRANT);
    }

    @Test
    void whatever_is_changed_by_hand_is_corrected_and_people_are_left_alone() {
        // Given
        reconciled(ICS);
        Servers.keycloak("POST", "/qoc/users", Map.of("username", "kept", "enabled", true));
        change("/qoc", realm -> realm.put("bruteForceProtected", false).put("accessTokenLifespan", 86400));
        changeClient(
                "folkmoot-portal", client -> client.putArray("redirectUris").add("https://evil.example/*"));
        changeClient("admin-cli", client -> client.put("directAccessGrantsEnabled", true));
        Servers.keycloak(
                "POST",
                "/qoc/clients/" + clientId("folkmoot-portal") + "/protocol-mappers/models",
                Map.of(
                        "name", "another organisation",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-hardcoded-claim-mapper",
                        "config",
                                Map.of(
                                        "claim.name",
                                        "organisations",
                                        "claim.value",
                                        "QKK",
                                        "access.token.claim",
                                        "true")));
        change("/qoc/users/profile", profile -> profile.put("unmanagedAttributePolicy", "ENABLED"));
        String organisations = "organisations";
        change(
                "/qoc/users/profile",
                profile -> profile.path("attributes").forEach(attribute -> {
                    if (attribute.path("name").asText().equals(organisations)) {
                        ((ArrayNode) attribute.path("permissions").path("edit")).add("user");
                    }
                }));
        Servers.keycloak("PUT", "/qoc/client-policies/policies", Map.of("policies", List.of()));
        change("/qoc", realm -> realm.put("browserFlow", "browser"));
        Servers.keycloak(
                "POST",
                "/qoc/identity-provider/instances",
                Map.of(
                        "alias",
                        "back-door",
                        "providerId",
                        "oidc",
                        "enabled",
                        true,
                        "config",
                        Map.of(
                                "authorizationUrl",
                                "https://evil.example/a",
                                "tokenUrl",
                                "https://evil.example/t",
                                "clientId",
                                "x",
                                "clientSecret",
                                "y",
                                "clientAuthMethod",
                                "client_secret_post")));
        assertThat(inPlatform(() -> Protection.missing(realms.read(ICS)))).hasSizeGreaterThan(8);
        // When
        RealmOutcome outcome = reconciled(ICS);
        // Then
        assertThat(outcome).isInstanceOf(RealmOutcome.Right.class);
        assertThat(((RealmOutcome.Right) outcome).corrected().toString())
                .contains("bruteForceProtected was false, wanted true")
                .contains("accessTokenLifespan was 86400, wanted 300")
                .contains("identityProviders[back-door].enabled was true, wanted false");
        assertThat(reconciled(ICS)).isEqualTo(new RealmOutcome.Right(List.of()));
        assertThat(Servers.keycloak("/qoc/users?exact=true&username=kept")).hasSize(1);
        assertThat(Servers.keycloak("/qoc/authentication/flows").findValuesAsText("alias"))
                .filteredOn(alias -> alias.startsWith("folkmoot-sign-in"))
                .hasSize(1);
    }

    /** Each protection is taken out of the template, the realm is made from what is left, and must be found wanting. */
    @Test
    void every_protection_that_is_taken_out_of_the_template_is_missed_by_name() {
        Map<Protection, List<Protection>> seen = new TreeMap<>();
        mutants().forEach((protection, mutation) -> {
            ObjectNode tree = RealmTemplate.unfilled(MUTANT);
            mutation.accept(tree);
            seen.put(protection, inPlatform(() -> {
                reconciler.reconcile(RealmTemplate.filled(tree, realms.values(MUTANT, "Mutant", true)));
                return Protection.missing(realms.read(MUTANT));
            }));
        });

        assertThat(seen).allSatisfy((protection, missing) -> assertThat(missing).contains(protection));
        assertThat(seen.keySet()).isEqualTo(EnumSet.allOf(Protection.class));
        assertThat(reconciled(MUTANT)).isInstanceOf(RealmOutcome.Right.class);
    }

    @Test
    void nothing_of_the_templates_is_lost_on_the_way_to_keycloak() {
        reconciled(ICS);
        JsonNode template =
                RealmTemplate.of(ICS, realms.values(ICS, "Name", true)).settings();

        JsonNode sent =
                RealmJson.tree(RealmJson.as(template, org.keycloak.representations.idm.RealmRepresentation.class));

        assertThat(Difference.between("settings", template, sent)).isEmpty();
    }

    @Test
    void a_token_says_who_in_which_roles_for_whom_and_to_whom() {
        // Given
        reconciled(ICS);
        Servers.keycloak(
                "POST",
                "/qoc/users",
                Map.of(
                        "username",
                        "victor",
                        "enabled",
                        true,
                        "email",
                        "victor@folkmoot.example",
                        "emailVerified",
                        true,
                        "firstName",
                        "Victor",
                        "lastName",
                        "Voter",
                        "attributes",
                        Map.of("organisations", List.of("G85001", "U12345")),
                        "credentials",
                        List.of(Map.of("type", "password", "value", "a long enough password"))));
        String id = Servers.keycloak("/qoc/users?exact=true&username=victor")
                .get(0)
                .path("id")
                .asText();
        Servers.keycloak(
                "POST",
                "/qoc/users/" + id + "/role-mappings/realm",
                List.of(Servers.keycloak("/qoc/roles/practice-voter")));
        // When
        var answer = Servers.token(
                "qoc",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "folkmoot-cli",
                        "username",
                        "victor",
                        "password",
                        "a long enough password"));
        // Then
        JsonNode claims = Servers.claims(answer.body().path("access_token").asText());
        assertThat(claims.path("aud").asText()).isEqualTo("folkmoot");
        assertThat(claims.path("azp").asText()).isEqualTo("folkmoot-cli");
        assertThat(claims.path("sub").asText()).isEqualTo(id);
        assertThat(claims.path("preferred_username").asText()).isEqualTo("victor");
        assertThat(claims.path("name").asText()).isEqualTo("Victor Voter");
        assertThat(claims.path("email").asText()).isEqualTo("victor@folkmoot.example");
        assertThat(claims.path("realm_access").path("roles").toString()).isEqualTo("[\"practice-voter\"]");
        assertThat(claims.path("organisations").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder("G85001", "U12345");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.has("resource_access")).isFalse();
    }

    @Test
    void a_refresh_token_works_once() {
        // Given
        a_token_says_who_in_which_roles_for_whom_and_to_whom();
        String first = Servers.token(
                        "qoc",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "folkmoot-cli",
                                "username",
                                "victor",
                                "password",
                                "a long enough password"))
                .body()
                .path("refresh_token")
                .asText();
        Map<String, String> refresh =
                Map.of("grant_type", "refresh_token", "client_id", "folkmoot-cli", "refresh_token", first);
        // Then
        assertThat(Servers.token("qoc", refresh).status()).isEqualTo(200);
        assertThat(Servers.token("qoc", refresh).status()).isEqualTo(400);
    }

    @Test
    void no_other_client_takes_a_password() {
        reconciled(ICS);

        assertThat(Servers.token(
                                "qoc",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        "victor",
                                        "password",
                                        "a long enough password"))
                        .status())
                .isBetween(400, 401);
    }

    @Test
    void the_template_gives_exactly_the_roles_that_services_know() {
        assertThat(Set.copyOf(RealmTemplate.unfilled(ICS).path("roles").findValuesAsText("name")))
                .isEqualTo(Roles.OF_AN_ICS);
        assertThat(Set.copyOf(
                        RealmTemplate.unfilled(Tenant.PLATFORM).path("roles").findValuesAsText("name")))
                .isEqualTo(Roles.OF_THE_PLATFORM);
    }

    private static Map<Protection, Consumer<ObjectNode>> mutants() {
        Map<Protection, Consumer<ObjectNode>> mutants = new TreeMap<>();
        mutants.put(Protection.GUESSING_IS_SLOWED, set("settings", "bruteForceProtected", false));
        mutants.put(Protection.ACCESS_TOKENS_ARE_SHORT, set("settings", "accessTokenLifespan", 3600));
        mutants.put(Protection.REFRESH_TOKENS_ROTATE, set("settings", "revokeRefreshToken", false));
        mutants.put(Protection.SESSIONS_END, set("settings", "ssoSessionIdleTimeout", 86400));
        mutants.put(
                Protection.SESSIONS_END_IN_THE_PORTAL_TOO,
                tree -> ((ObjectNode)
                                element(tree, "clients", "folkmoot-portal").path("attributes"))
                        .put("backchannel.logout.url", "http://localhost:8080/back-channel-logout/another"));
        mutants.put(
                Protection.NO_TOKEN_OUTLIVES_ITS_SESSION,
                tree -> ((ArrayNode) tree.path("defaultRole").path("realm")).add("offline_access"));
        mutants.put(Protection.TLS_IS_REQUIRED, set("settings", "sslRequired", "none"));
        mutants.put(Protection.NOBODY_REGISTERS_THEMSELVES, set("settings", "registrationAllowed", true));
        mutants.put(Protection.USERNAMES_STAY, set("settings", "editUsernameAllowed", true));
        mutants.put(Protection.NO_RESET_BY_MAIL, set("settings", "resetPasswordAllowed", true));
        mutants.put(Protection.PASSWORDS_ARE_LONG, set("settings", "passwordPolicy", "length(6)"));
        mutants.put(Protection.ONE_TIME_CODES_WORK_ONCE, set("settings", "otpPolicyCodeReusable", true));
        mutants.put(
                Protection.SECOND_FACTOR_CAN_BE_SET_UP,
                tree -> element(tree, "requiredActions", "CONFIGURE_TOTP").put("enabled", false));
        mutants.put(Protection.ADMINISTRATORS_NEED_A_SECOND_FACTOR, tree -> {
            ArrayNode parts =
                    (ArrayNode) tree.path("signIn").path("executions").path(2).path("executions");
            parts.remove(1);
        });
        mutants.put(Protection.SIGN_INS_ARE_RECORDED, set("settings", "eventsEnabled", false));
        mutants.put(Protection.ADMINISTRATION_IS_RECORDED, set("settings", "adminEventsEnabled", false));
        mutants.put(
                Protection.PAGES_ARE_SHIELDED,
                tree -> ((ObjectNode) tree.path("settings").path("browserSecurityHeaders"))
                        .put("contentSecurityPolicy", "frame-src *"));
        mutants.put(
                Protection.SIGNATURES_ARE_ASYMMETRIC,
                tree -> ((ObjectNode)
                                element(tree, "clients", "folkmoot-portal").path("attributes"))
                        .put("access.token.signed.response.alg", "HS256"));
        mutants.put(
                Protection.NO_IMPLICIT_FLOW,
                tree -> ((ArrayNode) element(tree, "clientProfiles", "folkmoot").path("executors")).remove(1));
        mutants.put(
                Protection.NO_PASSWORD_GRANT,
                tree -> element(tree, "clientPolicies", "folkmoot-no-passwords").put("enabled", false));
        mutants.put(
                Protection.PKCE_IS_REQUIRED,
                tree -> element(tree, "clientPolicies", "folkmoot").put("enabled", false));
        mutants.put(
                Protection.PORTAL_KEEPS_A_SECRET,
                tree -> element(tree, "clients", "folkmoot-portal").put("publicClient", true));
        mutants.put(
                Protection.REDIRECTS_ARE_EXACT,
                tree -> element(tree, "clients", "folkmoot-portal")
                        .putArray("redirectUris")
                        .add("https://portal.example/*"));
        mutants.put(
                Protection.SERVICES_SIGN_NOBODY_IN,
                tree -> element(tree, "clients", "folkmoot-services")
                        .put("bearerOnly", false)
                        .put("serviceAccountsEnabled", true));
        mutants.put(Protection.TOKENS_NAME_THEIR_AUDIENCE, withoutMapper("audience"));
        mutants.put(Protection.TOKENS_NAME_ORGANISATIONS, withoutMapper("organisations"));
        mutants.put(Protection.TOKENS_NAME_ROLES, withoutMapper("roles"));
        mutants.put(
                Protection.TOKENS_CARRY_NO_OTHER_ROLE,
                tree -> element(tree, "clients", "folkmoot-portal").put("fullScopeAllowed", true));
        mutants.put(
                Protection.CLAIMS_COME_FROM_ONE_PLACE,
                tree -> element(tree, "clients", "folkmoot-portal")
                        .set(
                                "protocolMappers",
                                RealmJson.tree(List.of(Map.of(
                                        "name",
                                        "own",
                                        "protocol",
                                        "openid-connect",
                                        "protocolMapper",
                                        "oidc-hardcoded-claim-mapper",
                                        "config",
                                        Map.of("claim.name", "x", "claim.value", "y"))))));
        mutants.put(Protection.ROLES_ARE_THERE, tree -> {
            Servers.keycloak("DELETE", "/qnc/roles/case-manager", "");
            removeElement(tree, "roles", "case-manager");
        });
        mutants.put(Protection.ORGANISATIONS_ARE_GIVEN, editable("organisations"));
        mutants.put(Protection.NAMES_ARE_GIVEN, editable("lastName"));
        mutants.put(Protection.NO_OTHER_ATTRIBUTES, set("userProfile", "unmanagedAttributePolicy", "ENABLED"));
        mutants.put(Protection.BROKERS_ARE_CHECKED, tree -> {
            ObjectNode broker = element(tree, "identityProviders", "nhs-cis2").put("enabled", true);
            ((ObjectNode) broker.path("config"))
                    .put("validateSignature", "false")
                    .put("authorizationUrl", "https://cis2.example/authorize");
        });
        mutants.put(
                Protection.BROKERS_ARE_OFF_UNTIL_SET_UP,
                tree -> element(tree, "identityProviders", "nhsmail").put("enabled", true));
        mutants.put(
                Protection.NOBODY_ACTS_FOR_ANOTHER,
                tree -> ((ObjectNode)
                                element(tree, "clients", "folkmoot-portal").path("attributes"))
                        .put("oauth2.device.authorization.grant.enabled", "true"));
        return mutants;
    }

    private static Consumer<ObjectNode> set(String section, String setting, Object value) {
        return tree -> ((ObjectNode) tree.path(section)).set(setting, RealmJson.tree(value));
    }

    private static Consumer<ObjectNode> withoutMapper(String name) {
        return tree -> removeElement((ObjectNode) tree.path("clientScope"), "protocolMappers", name);
    }

    private static Consumer<ObjectNode> editable(String attribute) {
        return tree -> ((ArrayNode) element((ObjectNode) tree.path("userProfile"), "attributes", attribute)
                        .path("permissions")
                        .path("edit"))
                .add(TextNode.valueOf("user"));
    }

    private static ObjectNode element(ObjectNode tree, String list, String key) {
        for (JsonNode element : tree.path(list)) {
            for (String name : List.of("name", "alias", "clientId")) {
                if (element.path(name).asText().equals(key)) {
                    return (ObjectNode) element;
                }
            }
        }
        throw new IllegalArgumentException("no " + key + " in " + list);
    }

    private static void removeElement(ObjectNode tree, String list, String key) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        tree.path(list).forEach(element -> {
            if (!element.path("name").asText().equals(key)) {
                kept.add(element);
            }
        });
        assertThat(kept).hasSize(tree.path(list).size() - 1);
        tree.set(list, kept);
    }

    private static void change(String path, Consumer<ObjectNode> by) {
        ObjectNode found = (ObjectNode) Servers.keycloak(path);
        by.accept(found);
        assertThat(Servers.keycloak("PUT", path, found).status()).as(path).isBetween(200, 204);
    }

    private static void changeClient(String clientId, Consumer<ObjectNode> by) {
        change("/qoc/clients/" + clientId(clientId), by);
    }

    private static String clientId(String clientId) {
        return Servers.keycloak("/qoc/clients?clientId=" + clientId)
                .get(0)
                .path("id")
                .asText();
    }

    private RealmOutcome reconciled(Tenant tenant) {
        return inPlatform(() -> realms.reconcile(
                tenant, tenant.isPlatform() ? "Folkmoot platform" : "ICS of the conformance test", true));
    }

    private <T> T inPlatform(Supplier<T> work) {
        return scope.call(Tenant.PLATFORM, work);
    }
}
