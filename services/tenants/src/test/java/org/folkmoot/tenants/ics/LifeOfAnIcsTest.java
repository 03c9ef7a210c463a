package org.folkmoot.tenants.ics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class LifeOfAnIcsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a long enough password";
    private final Operator operator = new Operator();

    @Test
    void a_suspended_ics_is_announced_its_sessions_end_and_its_own_systems_read_no_more() {
        // Given
        operator.serve("qwo");
        String refresh = signIn("qwo").path("refresh_token").asText();
        Servers.awaitRights(rights -> assertThat(rights).contains("User:ics-qwo READ ics.qwo.registry.practice.v1"));
        // When
        Response suspended = operator.change("POST", "qwo", "/suspension");
        // Then
        assertThat(suspended.statusCode()).isEqualTo(202);
        assertThat(suspended.jsonPath().getString("state")).isEqualTo("suspended");
        operator.awaitQuiet("qwo");
        Servers.awaitRights(rights -> assertThat(rights)
                .doesNotContain("User:ics-qwo READ ics.qwo.registry.practice.v1")
                .contains("User:registry WRITE ics.qwo.registry."));
        assertThat(refreshed("qwo", refresh)).isEqualTo(400);
        // When
        Response resumed = operator.change("DELETE", "qwo", "/suspension");
        // Then
        assertThat(resumed.jsonPath().getString("state")).isEqualTo("active");
        operator.awaitQuiet("qwo");
        Servers.awaitRights(rights -> assertThat(rights).contains("User:ics-qwo READ ics.qwo.registry.practice.v1"));
        assertThat(Servers.announced("qwo", "resumed")).containsExactly("onboarded", "suspended", "resumed");
    }

    @Test
    void a_change_that_does_not_say_which_version_it_saw_is_refused() {
        // Given
        operator.serve("qkk");
        // When
        Response blind = operator.signedIn().post("/ics/qkk/suspension");
        Response stale = operator.signedIn().header("If-Match", "\"0\"").post("/ics/qkk/suspension");
        // Then
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(operator.signedIn().get("/ics/qkk").jsonPath().getString("state"))
                .isEqualTo("active");
    }

    @Test
    void what_the_state_does_not_allow_is_refused_by_name() {
        operator.serve("qr1");

        assertThat(type(operator.change("DELETE", "qr1", "/suspension"))).isEqualTo("/problems/ics-not-suspended");
        assertThat(type(operator.change("POST", "qr1", "/onboarding/retry")))
                .isEqualTo("/problems/onboarding-not-stalled");
        assertThat(type(operator.change("POST", "qr1", "/offboarding"))).isEqualTo("/problems/export-required");
        assertThat(type(operator.signedIn().header("If-Match", "*").post("/ics/qzz/suspension")))
                .isEqualTo("/problems/not-found");
    }

    @Test
    void an_ics_leaves_with_an_export_and_nothing_of_it_is_destroyed() throws Exception {
        // Given
        operator.serve("qyg");
        signIn("qyg");
        assertThat(operator.signedIn().get("/ics/qyg/export").statusCode()).isEqualTo(404);
        assertThat(type(operator.change("POST", "qyg", "/offboarding"))).isEqualTo("/problems/export-required");
        // When
        assertThat(operator.change("POST", "qyg", "/export").statusCode()).isEqualTo(202);
        operator.awaitQuiet("qyg");
        Response export = operator.signedIn().get("/ics/qyg/export");
        Response left = operator.change("POST", "qyg", "/offboarding");
        // Then
        JsonNode document = JSON.readTree(export.asString());
        assertThat(document.path("ics").path("code").asText()).isEqualTo("QYG");
        assertThat(document.path("people").findValuesAsText("username")).contains("somebody");
        assertThat(document.path("kafka").path("topics").findValuesAsText("name"))
                .contains("ics.qyg.registry.practice.v1");
        assertThat(document.path("audit").findValuesAsText("kind")).contains("ics.onboarding.asked", "ics.onboarded");
        assertThat(document.findValues("secret")).isEmpty();
        assertThat(left.statusCode()).isEqualTo(202);
        assertThat(left.jsonPath().getString("state")).isEqualTo("offboarded");
        operator.awaitQuiet("qyg");
        assertThat(Servers.keycloak("/qyg").path("enabled").asBoolean()).isFalse();
        assertThat(Servers.topics()).contains("ics.qyg.registry.practice.v1");
        Servers.awaitRights(rights -> assertThat(rights).noneMatch(right -> right.contains(" ics.qyg.")));
        assertThat(Servers.announced("qyg", "offboarded")).containsExactly("onboarded", "offboarded");
        // When
        assertThat(operator.onboard("QYG").statusCode()).isEqualTo(202);
        operator.serve("qyg");
        // Then
        assertThat(Servers.keycloak("/qyg").path("enabled").asBoolean()).isTrue();
        assertThat(Servers.keycloak("/qyg/users?exact=true&username=somebody")).hasSize(1);
        assertThat(Servers.announced("qyg", "onboarded")).containsExactly("onboarded", "offboarded", "onboarded");
    }

    @Test
    void only_the_platforms_operators_are_heard() {
        // Given
        operator.serve("qkk");
        String nobody = TestRealm.of("platform").token(List.of(), List.of());
        String icsAdmin = TestRealm.of("qkk").token("ics-admin", "QKK");
        // Then
        for (String path : List.of("/ics", "/ics/qkk", "/ics/qkk/export", "/ics/qkk/progress")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(given().auth().oauth2("not.a.token").get(path).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(given().auth().oauth2(nobody).get(path).statusCode())
                    .as(path)
                    .isEqualTo(403);
            assertThat(given().auth().oauth2(icsAdmin).get(path).statusCode())
                    .as(path)
                    .isIn(401, 403);
        }
        for (String path : List.of("/suspension", "/export", "/offboarding", "/onboarding/retry")) {
            assertThat(given().auth()
                            .oauth2(icsAdmin)
                            .header("If-Match", "*")
                            .post("/ics/qkk" + path)
                            .statusCode())
                    .as(path)
                    .isIn(401, 403);
        }
    }

    /** A person of the ICS at a terminal of the local stack. */
    private static JsonNode signIn(String tenant) {
        Servers.keycloak(
                "POST",
                "/" + tenant + "/users",
                Map.of(
                        "username",
                        "somebody",
                        "enabled",
                        true,
                        "emailVerified",
                        true,
                        "email",
                        "somebody@example.org",
                        "firstName",
                        "Some",
                        "lastName",
                        "Body",
                        "attributes",
                        Map.of("organisations", List.of(tenant.toUpperCase(Locale.ROOT))),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        var answer = Servers.token(
                tenant,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "folkmoot-cli",
                        "username",
                        "somebody",
                        "password",
                        PASSWORD));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static int refreshed(String tenant, String token) {
        return Servers.token(
                        tenant,
                        Map.of("grant_type", "refresh_token", "client_id", "folkmoot-cli", "refresh_token", token))
                .status();
    }

    private static String type(Response response) {
        assertThat(response.contentType()).startsWith("application/problem+json");
        return response.jsonPath().getString("type");
    }
}
