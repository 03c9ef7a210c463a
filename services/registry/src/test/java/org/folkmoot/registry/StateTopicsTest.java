package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.events.Reading;
import org.folkmoot.events.ics.IcsOnboarded;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class StateTopicsTest {

    private static final String ICS = "qr1";
    private static final String TOLD =
            "select count(*) from folkmoot.outbox where tenant_id %s '" + ICS + "' and topic like '%%-state.v1'";

    @Inject
    IcsDirectory directory;

    @Inject
    TenantScope tenants;

    @Inject
    Event<IcsOnboarded> onboarded;

    @BeforeEach
    void real_directory_and_an_ics_that_is_served() {
        Registry.realDirectory();
        Tenant ics = Tenant.of(ICS);
        tenants.run(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    directory.record(
                            new Ics(ics, "Gloucestershire", TestRealm.of(ICS).issuer(), IcsState.ACTIVE));
                    onboarded.fire(new IcsOnboarded(ics));
                }));
    }

    @Test
    void a_new_consumer_that_reads_from_the_beginning_has_what_the_tables_say() {
        assertThat(Registry.rows(StateProjection.practicesOf(ICS))).hasSize(64);
        everythingIsRead();
    }

    @Test
    void an_operator_has_the_states_of_one_ics_told_anew() {
        // Given
        everythingIsRead();
        int before = Integer.parseInt(Registry.rows(TOLD.formatted("=")).getFirst());
        List<String> others = Registry.rows(TOLD.formatted("<>"));
        String key = UUID.randomUUID().toString();

        // When
        int told = Registry.operator()
                .header("Idempotency-Key", key)
                .post("/directory/icbs/QR1/state")
                .then()
                .statusCode(202)
                .body("icb", equalTo("QR1"))
                .extract()
                .path("states");
        Registry.operator()
                .header("Idempotency-Key", key)
                .post("/directory/icbs/QR1/state")
                .then()
                .statusCode(202);

        // Then
        assertThat(told).isGreaterThan(64);
        assertThat(Registry.rows(TOLD.formatted("="))).containsExactly(Integer.toString(before + told));
        assertThat(Registry.rows(TOLD.formatted("<>"))).isEqualTo(others);
        everythingIsRead();
    }

    @Test
    void states_are_told_anew_to_whom_they_concern_and_by_an_operator_only() {
        Registry.operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/directory/icbs/QWE/state")
                .then()
                .statusCode(404);
        Registry.operator().post("/directory/icbs/QR1/state").then().statusCode(400);
        Registry.administrator(ICS)
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/directory/icbs/QR1/state")
                .then()
                .statusCode(403);
    }

    /** By a consumer group that has never been before. */
    private static void everythingIsRead() {
        var settings = new HashMap<>(TestStack.current().kafka("admin"));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "ics-" + ICS + ".new-" + UUID.randomUUID());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        var projection = new StateProjection();
        long last = Long.parseLong(Registry.rows("select max(version) from announced_state where icb = '%s'"
                        .formatted(ICS.toUpperCase(Locale.ROOT)))
                .getFirst());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(
                    List.of("ics." + ICS + ".registry.practice-state.v1", "ics." + ICS + ".registry.pcn-state.v1"));
            Registry.await(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> take(projection, record));
                return projection.newest() == last
                        && projection.practices(ICS).equals(Registry.rows(StateProjection.practicesOf(ICS)))
                        && projection.networks(ICS).equals(Registry.rows(StateProjection.networksOf(ICS)));
            });
        }
    }

    private static void take(StateProjection projection, ConsumerRecord<String, byte[]> record) {
        switch (org.folkmoot.events.Event.read(record)) {
            case Reading.Whole(var event) ->
                projection.take(
                        record.topic(), event.aggregateId(), event.data().toString());
            case Reading.Malformed(String rule) -> throw new AssertionError(rule);
        }
    }
}
