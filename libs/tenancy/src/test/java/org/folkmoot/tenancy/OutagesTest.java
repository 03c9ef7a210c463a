package org.folkmoot.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Servers that are away, and servers that stand still: the caller is told to come back, and is served when they do. The
 * time limits are there for a build that would otherwise wait for ever.
 */
@QuarkusTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@WithTestResource(
        value = GatedStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "outages"),
            @ResourceArg(name = "realms", value = "qmf,qks,qop,qoq")
        })
class OutagesTest {

    @Inject
    IcsDirectory ics;

    @Inject
    TenantScope scope;

    @Inject
    DataSource requests;

    @Inject
    @io.quarkus.agroal.DataSource("relay")
    DataSource relay;

    @Inject
    Flyway flyway;

    @ConfigProperty(name = "quarkus.flyway.jdbc-url")
    String migrations;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @AfterEach
    void open() {
        GatedStack.KEYCLOAK.open();
        GatedStack.POSTGRES.open();
    }

    @Test
    void keycloak_is_away_before_the_keys_of_a_realm_are_known() {
        // Given
        String token = served("qmf");
        GatedStack.KEYCLOAK.shut();
        // When
        Response away = as(token, "/notes/me");
        // Then
        isUnavailable(away);
        // When
        GatedStack.KEYCLOAK.open();
        // Then
        assertThat(as(token, "/notes/me").statusCode()).isEqualTo(200);
        // When
        GatedStack.KEYCLOAK.shut();
        // Then
        assertThat(as(token, "/notes/me").statusCode())
                .as("known keys need nobody")
                .isEqualTo(200);
    }

    @Test
    void keycloak_stands_still_before_the_keys_of_a_realm_are_known() {
        // Given
        String token = served("qks");
        GatedStack.KEYCLOAK.stall();
        // When
        Response hung = as(token, "/notes/me");
        // Then
        isUnavailable(hung);
        // When
        GatedStack.KEYCLOAK.open();
        // Then
        assertThat(as(token, "/notes/me").statusCode()).isEqualTo(200);
    }

    @Test
    void postgresql_is_away() {
        // Given
        String token = served("qop");
        assertThat(as(token, "/notes/count").statusCode()).isEqualTo(200);
        GatedStack.POSTGRES.shut();
        // When
        Response away = as(token, "/notes/count");
        // Then
        isUnavailable(away);
        // When
        GatedStack.POSTGRES.open();
        // Then
        awaitService(token);
    }

    @Test
    void postgresql_stands_still_and_more_requests_come_than_it_has_connections() {
        // Given
        String token = served("qoq");
        assertThat(as(token, "/notes/count").statusCode()).isEqualTo(200);
        GatedStack.POSTGRES.stall();
        // When
        List<Response> hung;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            hung = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> as(token, "/notes/count"), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        // Then
        hung.forEach(OutagesTest::isUnavailable);
        // When
        GatedStack.POSTGRES.open();
        // Then
        awaitService(token);
    }

    @Test
    void statements_of_requests_have_a_limit_and_those_of_migrations_and_the_relay_have_none() throws SQLException {
        assertThat(limit(requests)).isEqualTo("8s");
        assertThat(limit(relay)).isEqualTo("0");
        try (var connection = DriverManager.getConnection(migrations, owner, password)) {
            assertThat(limit(connection)).isEqualTo("0");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    @Test
    void a_migration_that_waits_for_a_lock_gives_way_to_requests_and_is_tried_again() throws SQLException {
        // Given
        String token = served("qop");
        Flyway later = Flyway.configure()
                .configuration(flyway.getConfiguration())
                // The framework's knows only of what was there when the service was built.
                .resourceProvider(null)
                .locations("db/foundation", "db/migration", "db/later")
                .load();
        try (var busy = DriverManager.getConnection(migrations, owner, password);
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("lock table note in access share mode");

            // When
            Throwable failure = catchThrowable(later::migrate);

            // Then
            assertThat(failure).isInstanceOf(FlywayException.class).hasMessageContaining("lock timeout");
            assertThat(as(token, "/notes/count").statusCode()).isEqualTo(200);
        }
        assertThat(later.migrate().migrationsExecuted).isEqualTo(1);
    }

    private static String limit(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return limit(connection);
        }
    }

    private static String limit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("show statement_timeout")) {
            row.next();
            return row.getString(1);
        }
    }

    /** A token of a realm whose keys the service has not asked for. */
    private String served(String id) {
        TestRealm realm = TestRealm.of(id);
        String token = realm.token(Roles.ICS_ADMIN, "QKK");
        scope.run(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> ics.record(new Ics(Tenant.of(id), "NHS " + id, realm.issuer(), IcsState.ACTIVE))));
        return token;
    }

    private static Response as(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static void awaitService(String token) {
        Response answer = as(token, "/notes/count");
        while (answer.statusCode() != 200) {
            isUnavailable(answer);
            answer = as(token, "/notes/count");
        }
    }

    private static void isUnavailable(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/unavailable");
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(answer.jsonPath().getString("incident")).isNotBlank();
    }
}
