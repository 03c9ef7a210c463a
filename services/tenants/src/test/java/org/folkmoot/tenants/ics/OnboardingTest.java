package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class OnboardingTest {

    private final Operator operator = new Operator();

    @Inject
    DataSource database;

    @AfterEach
    void open_kafka_again() {
        TenantsStack.KAFKA.open();
    }

    @Test
    void three_icss_are_onboarded_each_by_one_call() {
        // Given
        List<String> tenants = List.of("qkk", "qr1", "t6y0w");
        // When
        tenants.forEach(operator::serve);
        // Then
        assertThat(operator.signedIn().get("/ics").jsonPath().getList("items.findAll { it.state == 'active' }.tenant"))
                .containsAll(List.of("qkk", "qr1", "t6y0w"));
        assertThat(operator.signedIn().get("/ics/t6y0w").jsonPath().getString("name"))
                .isEqualTo("NHS Norfolk and Suffolk Integrated Care Board");
        for (String tenant : tenants) {
            assertThat(Servers.topics())
                    .contains("ics." + tenant + ".registry.practice.v1", "ics." + tenant + ".registry.dead-letter.v1");
            Servers.awaitRights(
                    rights -> assertThat(rights).contains("User:registry WRITE ics." + tenant + ".registry."));
            assertThat(Servers.announced(tenant, "onboarded")).containsExactly("onboarded");
        }
    }

    @Test
    void a_request_is_accepted_at_once_and_says_where_to_look() {
        // When
        Response accepted = operator.onboard("QOX");
        // Then
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.header("Location")).endsWith("/ics/qox");
        assertThat(accepted.header("ETag")).isEqualTo("\"0\"");
        assertThat(accepted.jsonPath().getString("state")).isEqualTo("onboarding");
        assertThat(accepted.jsonPath().getString("name"))
                .isEqualTo("NHS Bath and North East Somerset, Swindon and Wiltshire Integrated Care Board");
        JsonPath served = operator.awaitQuiet("qox");
        assertThat(served.getList("steps.state")).containsOnly("done");
        assertThat(served.getString("issuer")).isEqualTo(TestRealm.of("qox").issuer());
    }

    @Test
    void the_same_key_gets_the_same_answer_and_another_key_is_told_that_the_ics_is_there() {
        // Given
        String key = UUID.randomUUID().toString();
        Response first = operator.onboard("{\"code\": \"QVV\"}", key);
        // When
        Response repeated = operator.onboard("{\"code\": \"QVV\"}", key);
        Response anew = operator.onboard("qvv");
        // Then
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(repeated.statusCode()).isEqualTo(202);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(anew.statusCode()).isEqualTo(409);
        assertThat(anew.jsonPath().getString("type")).isEqualTo("/problems/ics-already-onboarded");
        assertThat(anew.jsonPath().getString("ics")).isEqualTo("/ics/qvv");
        operator.serve("qvv");
        assertThat(Servers.announced("qvv", "onboarded")).hasSize(1);
    }

    @Test
    void a_code_that_is_no_boards_is_refused_and_leaves_nothing_behind() {
        // When
        Response merged = operator.onboard("QMM");
        // Then
        assertThat(merged.statusCode()).isEqualTo(422);
        assertThat(merged.contentType()).startsWith("application/problem+json");
        assertThat(merged.jsonPath().getString("type")).isEqualTo("/problems/unknown-icb");
        assertThat(operator.signedIn().get("/ics/qmm").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_code_at_all_is_an_invalid_request() {
        for (String body :
                List.of("{\"code\": \"a'; drop\"}", "{\"code\": null}", "{}", "[]", "{\"code\": \"QKKX\"}")) {
            assertThat(operator.onboard(body, UUID.randomUUID().toString()).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_create_without_a_key_is_refused() {
        assertThat(operator.signedIn()
                        .contentType("application/json")
                        .body("{\"code\": \"QWE\"}")
                        .post("/ics")
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("/problems/idempotency-key-missing");
    }

    @Test
    void an_ics_that_nobody_onboarded_is_not_found_whatever_its_id_looks_like() {
        for (String tenant : List.of("qzz", "QKK", "platform", "x", "aaaaaaaaaaaaaaaaaaaaaaa")) {
            assertThat(operator.signedIn().get("/ics/" + tenant).statusCode())
                    .as(tenant)
                    .isEqualTo(404);
            assertThat(operator.signedIn().get("/ics/" + tenant + "/progress").statusCode())
                    .as(tenant)
                    .isEqualTo(404);
        }
    }

    @Test
    void an_onboarding_that_kafka_keeps_waiting_goes_on_by_itself_when_kafka_is_back() {
        // Given
        TenantsStack.KAFKA.shut();
        operator.onboard("QOP");
        JsonPath waiting = operator.await("qop", ics -> ics.getString("steps[1].lastError") != null);
        assertThat(waiting.getString("steps[0].step")).isEqualTo("realm");
        assertThat(waiting.getString("steps[0].state")).isEqualTo("done");
        assertThat(waiting.getString("steps[1].lastError"))
                .contains("Kafka at 127.0.0.1", "does not answer", "folkmoot.kafka.bootstrap-servers");
        // When
        TenantsStack.KAFKA.open();
        if (operator.awaitQuiet("qop").getString("state").equals("stalled")) {
            assertThat(operator.change("POST", "qop", "/onboarding/retry").statusCode())
                    .isEqualTo(202);
        }
        // Then
        JsonPath served = operator.serve("qop");
        assertThat(served.getList("steps.state")).containsOnly("done");
        assertThat(served.getInt("steps[0].attempts"))
                .as("the realm was not made again")
                .isEqualTo(1);
    }

    @Test
    void an_onboarding_that_fails_for_too_long_stalls_until_an_operator_retries_it() {
        // Given
        TenantsStack.KAFKA.shut();
        operator.onboard("QUA");
        JsonPath stalled = operator.await("qua", ics -> ics.getString("state").equals("stalled"));
        assertThat(stalled.getString("steps[1].state")).isEqualTo("failed");
        assertThat(stalled.getInt("steps[1].attempts")).isEqualTo(3);
        TenantsStack.KAFKA.open();
        // When
        Response retried = operator.change("POST", "qua", "/onboarding/retry");
        // Then
        assertThat(retried.statusCode()).isEqualTo(202);
        assertThat(operator.awaitQuiet("qua").getString("state")).isEqualTo("active");
        assertThat(operator.change("POST", "qua", "/onboarding/retry")
                        .jsonPath()
                        .getString("type"))
                .isEqualTo("/problems/onboarding-not-stalled");
    }

    @Test
    void work_in_the_hands_of_a_replica_that_died_is_taken_up_by_another() throws SQLException {
        // Given
        UUID dead = UUID.randomUUID();
        operator.serve("qt6");
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("begin");
            statement.execute("update ics set state = 'ONBOARDING', version = version + 1 where tenant = 'qt6'");
            statement.execute("update ics_step set state = 'PENDING' where tenant = 'qt6' and position > 0");
            statement.execute("update ics_work set due_at = now(), taken_by = '" + dead
                    + "', taken_until = now() + interval '2 seconds' where tenant = 'qt6'");
            statement.execute("commit");
        }
        // When
        JsonPath served = operator.serve("qt6");
        // Then
        assertThat(served.getInt("steps[0].attempts"))
                .as("what was done stays done")
                .isEqualTo(1);
        assertThat(served.getInt("steps[1].attempts")).isEqualTo(2);
    }

    @Test
    void what_was_changed_by_hand_is_corrected_when_the_ics_is_looked_after_next() throws SQLException {
        // Given
        operator.serve("qwe");
        assertThat(Servers.keycloak("PUT", "/qwe", Map.of("realm", "qwe", "bruteForceProtected", false))
                        .status())
                .isEqualTo(204);
        String before = operator.etag("qwe");
        // When
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update ics_work set due_at = now() where tenant = 'qwe'");
        }
        // Then
        operator.await(
                "qwe",
                ics -> Servers.keycloak("/qwe").path("bruteForceProtected").asBoolean());
        assertThat(operator.etag("qwe")).as("upkeep is no change of the ICS").isEqualTo(before);
    }

    @Test
    void the_first_administrator_gets_an_account_that_asks_for_a_password_and_a_second_factor() {
        // When
        operator.onboard("""
                {"code": "QSL", "administrator": {"username": "ada.admin", "email": "ada@somerset.example.org",
                 "firstName": "Ada", "lastName": "Administrator"}}""", UUID.randomUUID().toString());
        operator.serve("qsl");
        // Then
        var account =
                Servers.keycloak("/qsl/users?exact=true&username=ada.admin").get(0);
        assertThat(account.path("attributes").path("organisations").path(0).asText())
                .isEqualTo("QSL");
        assertThat(account.path("requiredActions").valueStream().map(a -> a.asText()))
                .containsExactlyInAnyOrder("UPDATE_PASSWORD", "CONFIGURE_TOTP");
        var roles = Servers.keycloak("/qsl/users/" + account.path("id").asText() + "/role-mappings/realm");
        assertThat(roles.valueStream().map(r -> r.path("name").asText())).contains("ics-admin");
        assertThat(administratorKept("qsl")).isFalse();
    }

    @Test
    void a_person_whose_particulars_cannot_be_right_is_refused_with_each_of_them() {
        Response refused = operator.onboard("""
                {"code": "QSL", "administrator": {"username": "a b", "email": "nowhere", "firstName": "", "lastName": "X"}}""", UUID.randomUUID().toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer").toString())
                .contains("/administrator/username", "/administrator/email", "/administrator/firstName");
    }

    @Test
    void progress_is_told_until_nothing_is_left_to_do() {
        // Given
        operator.onboard("QWU");
        // When
        String events = operator.signedIn().get("/ics/qwu/progress").asString();
        // Then
        List<String> told =
                events.lines().filter(line -> line.startsWith("data:")).toList();
        assertThat(told.getLast()).contains("\"state\":\"active\"", "\"busy\":false");
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void an_answer_that_the_reader_has_is_not_sent_again() {
        operator.serve("qr1");

        assertThat(operator.signedIn()
                        .header("If-None-Match", operator.etag("qr1"))
                        .get("/ics/qr1")
                        .statusCode())
                .isEqualTo(304);
    }

    private boolean administratorKept(String tenant) {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select administrator from ics where tenant = ?")) {
            select.setString(1, tenant);
            var row = select.executeQuery();
            row.next();
            return row.getString(1) != null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
