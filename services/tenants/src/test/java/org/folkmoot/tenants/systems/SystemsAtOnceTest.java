package org.folkmoot.tenants.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.tenants.systems.Partner.await;
import static org.folkmoot.tenants.systems.Partner.users;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two administrators at once, or one who presses twice. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class SystemsAtOnceTest {

    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private Registrar systems;
    private String id;

    @BeforeEach
    void a_system_with_one_credential() {
        systems = Registrar.of("qhl");
        id = systems.registered(List.of("registry"), List.of());
        assertThat(systems.issue(id).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void nobody_acts_any_more() {
        people.close();
    }

    @Test
    void whoever_presses_twice_has_one_credential_issued() throws Exception {
        // Given
        String tag = systems.get(id).header("ETag");
        // When
        List<Integer> answers = atOnce(List.of("/credentials", "/credentials"), tag);
        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(systems.states(id)).containsExactly("in-force", "in-force");
    }

    @Test
    void of_two_who_saw_the_same_one_drops_or_issues_and_the_other_is_told_to_look_again() throws Exception {
        // Given
        String tag = systems.get(id).header("ETag");
        // When
        List<Integer> answers = atOnce(List.of("/credentials", "/credentials/1/withdrawal"), tag);
        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThatKafkaAgrees();
    }

    @Test
    void whoever_looks_at_no_version_finds_two_credentials_at_most_and_none_when_it_is_shut_out() throws Exception {
        // When
        List<Integer> answers =
                atOnce(List.of("/credentials", "/credentials", "/credentials", "/credentials/1/withdrawal"), "*");
        // Then
        assertThat(answers).containsOnly(200, 409);
        assertThat(systems.states(id).stream().filter("in-force"::equals).count())
                .isBetween(1L, 2L);
        assertThatKafkaAgrees();
        // When
        List<Integer> shutOut = atOnce(List.of("/credentials", "/revocation", "/credentials"), "*");
        // Then
        assertThat(shutOut).contains(200);
        assertThat(systems.states(id)).containsOnly("closed");
        assertThatKafkaAgrees();
    }

    @Test
    void whoever_waits_too_long_for_their_turn_is_asked_to_come_back() throws SQLException {
        try (Connection other = TestStack.current().superuser("tenants_test")) {
            // Given
            other.setAutoCommit(false);
            try (var turn = other.createStatement()) {
                turn.execute(
                        "select pg_advisory_xact_lock(hashtextextended('external-systems', hashtextextended('qhl', 0)))");
            }
            // When
            Response answer = systems.issue(id);
            // Then
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotBlank();
            other.rollback();
        }
        assertThat(systems.states(id)).containsExactly("in-force");
    }

    @Test
    void the_database_refuses_a_third_credential_whoever_writes_it_and_however_many_at_once() throws Exception {
        try (Connection one = TestStack.current().superuser("tenants_test");
                Connection another = TestStack.current().superuser("tenants_test")) {
            // Given
            one.setAutoCommit(false);
            insert(one, 2);
            // When
            Future<?> third = people.submit(() -> {
                insert(another, 3);
                return null;
            });
            one.commit();
            // Then
            assertThatThrownBy(third::get).rootCause().hasMessageContaining("has two credentials");
        }
        assertThat(systems.states(id)).containsExactly("in-force", "in-force");
    }

    @Test
    void the_database_refuses_a_credential_of_a_system_that_was_shut_out() throws Exception {
        // Given
        assertThat(systems.act(id, "/revocation").statusCode()).isEqualTo(200);
        try (Connection somebody = TestStack.current().superuser("tenants_test")) {
            // Then
            assertThatThrownBy(() -> insert(somebody, 2)).hasMessageContaining("was shut out");
        }
    }

    private List<Integer> atOnce(List<String> acts, String tag) throws Exception {
        List<Future<Integer>> answers = acts.stream()
                .map(act -> people.submit(() -> systems.act(id, act, tag).statusCode()))
                .toList();
        var statuses = new ArrayList<Integer>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        return statuses;
    }

    /** Whoever is good here can sign in, and nobody else of that system. */
    private void assertThatKafkaAgrees() {
        List<String> good =
                systems.get(id).jsonPath().getList("credentials.findAll { it.state == 'in-force' }.username");
        String name = systems.get(id).jsonPath().getString("groups").replaceFirst("\\.$", "-");
        await(() -> users().stream()
                .filter(user -> user.startsWith(name))
                .sorted()
                .toList()
                .equals(good.stream().sorted().toList()));
    }

    private void insert(Connection database, int number) throws SQLException {
        try (var insert = database.prepareStatement(
                "insert into external_system_credential (tenant_id, system_id, number, issued_at) values ('qhl', ?, ?, now())")) {
            insert.setObject(1, UUID.fromString(id));
            insert.setInt(2, number);
            insert.executeUpdate();
        }
    }
}
