package org.folkmoot.tenants.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.tenants.systems.Partner.await;
import static org.folkmoot.tenants.systems.Partner.client;
import static org.folkmoot.tenants.systems.Partner.reads;
import static org.folkmoot.tenants.systems.Partner.rightsOf;
import static org.folkmoot.tenants.systems.Partner.signsIn;
import static org.folkmoot.tenants.systems.Partner.users;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.tenants.ics.IcsUpkeep;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of external systems when their ICS is suspended, leaves and comes back, at a real broker. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class LeavingIcsTest {

    private static final String PASSWORD = "handed-out-by-an-operator";

    @Inject
    IcsUpkeep upkeep;

    @Inject
    TenantScope scope;

    @Inject
    AdministerSystems administer;

    private final Operator operator = new Operator();

    @AfterEach
    void everybody_is_there_again() {
        TenantsStack.KAFKA.open();
        TenantsStack.KEYCLOAK.open();
    }

    @Test
    void when_an_ics_has_left_nobody_signs_in_and_when_it_is_back_nothing_that_was_given_before_is_good() {
        // Given
        Registrar before = Registrar.of("qe1");
        String id = before.registered(List.of("registry"), List.of());
        JsonPath first = before.issue(id).jsonPath();
        JsonPath second = before.issue(id).jsonPath();
        share("ics-qe1", ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512);
        share("ics-qe1-nhs", ScramMechanism.SCRAM_SHA_256);
        await(() -> signsIn(shared("ics-qe1")));
        assertThat(reads(client(first), "ics.qe1.registry.practice.v1")).isTrue();
        // When
        letGo("qe1");
        // Then
        assertThat(users()).noneMatch(user -> user.startsWith("ics-qe1"));
        for (var client : List.of(client(first), client(second), shared("ics-qe1"))) {
            // A broker hears of it a moment after the controller.
            await(() -> !signsIn(client));
        }
        // When
        assertThat(operator.onboard("QE1").statusCode()).isEqualTo(202);
        Registrar after = Registrar.of("qe1");
        // Then
        assertThat(after.states(id)).containsExactly("closed", "closed");
        assertThat(rightsOf(first.getString("username"))).isEmpty();
        assertThat(rightsOf(second.getString("username"))).isEmpty();
        for (var client : List.of(client(first), client(second), shared("ics-qe1"))) {
            assertThat(signsIn(client)).isFalse();
        }
        // When
        JsonPath third = after.issue(id).jsonPath();
        // Then
        assertThat(third.getInt("number")).isEqualTo(3);
        assertThat(third.getString("groups")).isEqualTo(first.getString("groups"));
        assertThat(reads(client(third), "ics.qe1.registry.practice.v1")).isTrue();
    }

    @Test
    void what_is_good_in_kafka_or_here_while_the_ics_is_away_is_found_and_closed() throws SQLException {
        // Given
        Registrar own = Registrar.of("qf7");
        String id = own.registered(List.of("registry"), List.of());
        JsonPath issued = own.issue(id).jsonPath();
        letGo("qf7");
        // When: as a restored database has it, or a release that left passwords behind
        change("update external_system_credential set dropped_at = null, closed_at = null where system_id = ?", id);
        share(issued.getString("username"), ScramMechanism.SCRAM_SHA_512);
        share("ics-qf7", ScramMechanism.SCRAM_SHA_512);
        ask("qf7");
        // Then
        await(() -> users().stream().noneMatch(user -> user.startsWith("ics-qf7")));
        // When
        assertThat(operator.onboard("QF7").statusCode()).isEqualTo(202);
        // Then
        assertThat(Registrar.of("qf7").states(id)).containsExactly("closed");
        assertThat(rightsOf(issued.getString("username"))).isEmpty();
    }

    @Test
    void an_ics_does_not_come_back_until_everybody_is_shut_out() {
        // Given
        Registrar before = Registrar.of("qj2");
        String id = before.registered(List.of("registry"), List.of());
        JsonPath issued = before.issue(id).jsonPath();
        export("qj2");
        TenantsStack.KAFKA.shut();
        assertThat(operator.change("POST", "qj2", "/offboarding").statusCode()).isEqualTo(202);
        // When
        Response tooSoon = operator.onboard("QJ2");
        // Then
        assertThat(tooSoon.statusCode()).as(tooSoon.asString()).isEqualTo(409);
        assertThat(tooSoon.jsonPath().getString("type")).endsWith("/ics-busy");
        assertThat(users()).contains(issued.getString("username"));
        // When
        TenantsStack.KAFKA.open();
        operator.awaitQuiet("qj2");
        // Then
        assertThat(users()).doesNotContain(issued.getString("username"));
        assertThat(operator.onboard("QJ2").statusCode()).isEqualTo(202);
        assertThat(Registrar.of("qj2").states(id)).containsExactly("closed");
    }

    @Test
    void what_was_dropped_because_the_ics_left_is_in_the_ledger_as_the_platforms_doing() throws SQLException {
        // Given
        Registrar own = Registrar.of("qjk");
        String id = own.registered(List.of("registry"), List.of());
        own.issue(id);
        // When
        letGo("qjk");
        // Then
        try (var superuser = TestStack.current().superuser("tenants_test");
                var entries = superuser.prepareStatement(
                        "select entry from (select e::text as entry from folkmoot.ledger_entry e) t where entry like ?")) {
            entries.setString(1, "%audit/external-system/" + id + "%credential-dropped%");
            var rows = entries.executeQuery();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1))
                    .contains("the ICS was let go")
                    .doesNotContain(own.administrator().id());
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void while_keycloak_is_away_a_suspension_shuts_systems_out_all_the_same() {
        // Given
        Registrar own = Registrar.of("qoq");
        JsonPath issued =
                own.issue(own.registered(List.of("registry"), List.of())).jsonPath();
        assertThat(rightsOf(issued.getString("username"))).isNotEmpty();
        TenantsStack.KEYCLOAK.shut();
        // When
        assertThat(operator.change("POST", "qoq", "/suspension").statusCode()).isEqualTo(202);
        // Then
        await(() -> rightsOf(issued.getString("username")).isEmpty());
        // When
        TenantsStack.KEYCLOAK.open();
        operator.awaitQuiet("qoq");
        operator.change("DELETE", "qoq", "/suspension");
        operator.awaitQuiet("qoq");
        // Then
        assertThat(reads(client(issued), "ics.qoq.registry.practice.v1")).isTrue();
    }

    @Test
    void nothing_is_issued_at_an_ics_that_was_suspended_a_moment_ago() {
        // Given
        Registrar own = Registrar.of("qpm");
        String id = own.registered(List.of("registry"), List.of());
        String tag = own.get(id).header("ETag");
        operator.change("POST", "qpm", "/suspension");
        // When: past the door, which hears of the suspension by its announcement
        var answer =
                scope.call(Tenant.of("qpm"), () -> administer.issue(UUID.fromString(id), tag, "a reason of the test"));
        // Then
        assertThat(answer.answer().getStatus()).isEqualTo(403);
        operator.awaitQuiet("qpm");
        assertThat(users()).noneMatch(user -> user.startsWith("ics-qpm-"));
    }

    private void letGo(String tenant) {
        export(tenant);
        assertThat(operator.change("POST", tenant, "/offboarding").statusCode()).isEqualTo(202);
        operator.awaitQuiet(tenant);
    }

    private void export(String tenant) {
        assertThat(operator.change("POST", tenant, "/export").statusCode()).isEqualTo(202);
        operator.awaitQuiet(tenant);
    }

    private void ask(String tenant) {
        scope.run(Tenant.PLATFORM, () -> QuarkusTransaction.requiringNew().run(() -> upkeep.ask(Tenant.of(tenant))));
    }

    /** Gives a principal a password, past the product. */
    private static void share(String principal, ScramMechanism... mechanisms) {
        try (var kafka = Servers.admin()) {
            for (ScramMechanism mechanism : mechanisms) {
                var password =
                        new UserScramCredentialUpsertion(principal, new ScramCredentialInfo(mechanism, 4096), PASSWORD);
                Servers.answer(
                        kafka.alterUserScramCredentials(List.of(password)).all());
            }
        }
    }

    private static Map<String, Object> shared(String principal) {
        return Partner.client(principal, PASSWORD);
    }

    private static void change(String statement, String system) throws SQLException {
        try (var superuser = TestStack.current().superuser("tenants_test");
                var update = superuser.prepareStatement(statement)) {
            update.setObject(1, UUID.fromString(system));
            assertThat(update.executeUpdate()).isPositive();
        }
    }
}
