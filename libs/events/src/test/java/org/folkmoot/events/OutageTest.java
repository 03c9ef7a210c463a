package org.folkmoot.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.events.trial.Practices;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What health and figures say of a service whose servers are away. The time limit is for a build that would wait for ever. */
@QuarkusTest
@Timeout(value = 180, unit = TimeUnit.SECONDS)
@WithTestResource(
        value = OutageStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "events_outage"),
            @ResourceArg(name = "topics", value = "ics.qkk.trial.practice.v1,platform.tenants.ics.v1")
        })
class OutageTest {

    private static final Tenant QKK = Tenant.of("qkk");

    @Inject
    Outbox outbox;

    @Inject
    TenantScope tenants;

    @Inject
    Practices practices;

    @ConfigProperty(name = "test.management.url")
    String management;

    @Test
    void servers_that_are_away_are_told_of_and_take_the_service_out_of_rotation_only_where_it_cannot_serve() {
        Figures figures = new Figures(management);
        String aggregate = "A" + System.nanoTime();

        // Given: it has begun without Kafka
        announce(aggregate);

        // Then: it serves, and says what is not going on
        await(() -> state().equals("hindered"));
        await(() -> figures.of("folkmoot_outbox_oldest_age_seconds").orElse(0.0) > 0);
        assertThat(status("started")).isEqualTo("UP");
        assertThat(status("live")).isEqualTo("UP");
        assertThat(status("ready")).isEqualTo("UP");
        assertThat(check("consumers").getString("data.practices")).isEqualTo("unknown");
        assertThat(figures.of("folkmoot_relay_state", "hindered")).contains(1.0);
        assertThat(figures.of("folkmoot_consumer_lag", "practices")).contains(Double.NaN);

        // When PostgreSQL is away as well
        OutageStack.POSTGRES.shut();

        // Then: it cannot serve, and a restart would not help
        await(() -> status("ready").equals("DOWN"));
        await(() -> figures.of("folkmoot_watch_database").orElse(1.0) == 0);
        assertThat(status("live")).isEqualTo("UP");
        assertThat(figures.of("folkmoot_outbox_oldest_age_seconds")).contains(Double.NaN);
        assertThat(figures.of("folkmoot_dead_letters", "practices", "parked")).contains(Double.NaN);

        // When both are back
        OutageStack.POSTGRES.open();
        OutageStack.KAFKA.open();

        // Then: what waited has its effect, and it is said that nothing waits any more
        await(() -> status("ready").equals("UP"));
        await(() -> heard(aggregate));
        await(() -> state().equals("active")
                && figures.of("folkmoot_outbox_oldest_age_seconds").orElse(1.0) == 0
                && figures.of("folkmoot_consumer_lag", "practices").orElse(1.0) == 0);
        assertThat(figures.of("folkmoot_relay_sent_total").orElse(0.0)).isPositive();
        assertThat(figures.of("folkmoot_dead_letters", "practices", "parked")).contains(0.0);
    }

    private void announce(String aggregate) {
        Event event = Event.of(
                QKK,
                "trial",
                "practice",
                aggregate,
                "renamed",
                Instant.parse("2026-08-01T09:00:00Z"),
                new JsonMapper().createObjectNode().put("version", 1));
        tenants.run(QKK, () -> QuarkusTransaction.requiringNew().run(() -> outbox.announce(event)));
    }

    private boolean heard(String aggregate) {
        return tenants.call(
                QKK,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> !practices.versions(aggregate).isEmpty()));
    }

    private static String status(String what) {
        return given().get("/q/health/" + what).jsonPath().getString("status");
    }

    private static String state() {
        return String.valueOf(check("outbox-relay").getString("data.state"));
    }

    private static JsonPath check(String name) {
        return given().get("/q/health/ready").jsonPath().setRootPath("checks.find { it.name == '" + name + "' }");
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException("it did not come to pass", e);
            }
        }
    }
}
