package org.folkmoot.events;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchException;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.ics.IcsOffboarded;
import org.folkmoot.events.ics.IcsOnboarded;
import org.folkmoot.events.ics.IcsResumed;
import org.folkmoot.events.ics.IcsSuspended;
import org.folkmoot.events.trial.Heard;
import org.folkmoot.events.trial.Practices;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From {@code announce} to the effect and back, in a service as small as can be, with real servers. */
@QuarkusTest
@WithTestResource(
        value = FolkmootStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "events_trial"),
            @ResourceArg(name = "realms", value = "qkk,qr1"),
            @ResourceArg(name = "traces", value = "true"),
            @ResourceArg(
                    name = "topics",
                    value = "ics.qkk.trial.practice.v1,ics.qr1.trial.practice.v1,platform.tenants.ics.v1,"
                            + "ics.qkk.trial.dead-letter.v1,ics.qr1.trial.dead-letter.v1,platform.trial.dead-letter.v1")
        })
class EventsComponentTest {

    private static final Tenant QKK = Tenant.of("qkk");
    private static final Tenant QR1 = Tenant.of("qr1");
    private static final Instant NINE = Instant.parse("2026-08-01T09:00:00Z");

    @Inject
    Outbox outbox;

    @Inject
    Chronicle chronicle;

    @Inject
    DeadLetters letters;

    @Inject
    IcsDirectory directory;

    @Inject
    TenantScope tenants;

    @Inject
    DataSource database;

    @Inject
    Practices practices;

    @Inject
    Heard heard;

    @Inject
    Tracer tracer;

    @ConfigProperty(name = "test.management.url")
    String management;

    /** Every test has practices of its own. */
    private final String aggregate = code();

    @Test
    void what_is_announced_has_its_effect_in_the_consumer_of_the_same_tenant() throws Exception {
        // When
        List<Event> events = announce(QKK, aggregate, 1, 3);

        // Then
        eventually(() -> effects(QKK, aggregate).equals(List.of(1, 2, 3)));
        assertThat(effects(QR1, aggregate)).isEmpty();
        assertThat(events).extracting(Event::id).doesNotHaveDuplicates();
    }

    @Test
    void what_is_rolled_back_is_not_announced() throws Exception {
        // When
        Exception failure = catchException(() -> in(QKK, () -> {
            outbox.announce(event(QKK, aggregate, 1));
            throw new UnsupportedOperationException("regretted");
        }));
        announce(QKK, aggregate, 2, 2);

        // Then
        assertThat(failure).hasMessage("regretted");
        eventually(() -> !effects(QKK, aggregate).isEmpty());
        assertThat(effects(QKK, aggregate)).containsExactly(2);
    }

    @Test
    void what_is_done_is_written_down_and_announced_or_neither() throws Exception {
        // Given
        record Renamed(int version, @Nullable String name) {}

        // When
        Exception failure = catchException(() -> in(QKK, () -> {
            chronicle.itself("renamed", "practice", aggregate, "by mistake");
            chronicle.announce("practice", aggregate, "renamed", new Renamed(1, null), NINE);
            throw new UnsupportedOperationException("regretted");
        }));
        in(QKK, () -> {
            chronicle.itself("renamed", "practice", aggregate, "it was time");
            chronicle.announce("practice", aggregate, "renamed", new Renamed(2, null), NINE);
            return true;
        });

        // Then
        assertThat(failure).hasMessage("regretted");
        eventually(() -> effects(QKK, aggregate).equals(List.of(2)));
        assertThat(acts(QKK, "audit/practice/" + aggregate)).containsExactly("trial practice.renamed");
    }

    @Test
    void an_event_delivered_again_has_no_second_effect() throws Exception {
        // Given
        List<Event> events = announce(QKK, aggregate, 1, 2);
        eventually(() -> effects(QKK, aggregate).equals(List.of(1, 2)));

        // When
        produce(events.getFirst().toRecord());
        produce(events.getLast().toRecord());
        announce(QKK, aggregate, 3, 3);

        // Then
        eventually(() -> effects(QKK, aggregate).contains(3));
        assertThat(effects(QKK, aggregate)).containsExactly(1, 2, 3);
    }

    @Test
    void the_events_of_an_aggregate_have_their_effects_in_order() throws Exception {
        // When
        announce(QKK, aggregate, 1, 300);

        // Then
        eventually(() -> effects(QKK, aggregate).size() == 300);
        assertThat(effects(QKK, aggregate))
                .isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void an_event_that_cannot_be_processed_is_parked_and_only_its_aggregate_waits() throws Exception {
        // Given
        practices.poisoned.add(aggregate);
        String healthy = code();

        // When
        Event poison = announce(QKK, aggregate, 1, 3).getFirst();
        announce(QKK, healthy, 1, 3);

        // Then
        eventually(() -> open(QKK, aggregate).size() == 3);
        eventually(() -> effects(QKK, healthy).equals(List.of(1, 2, 3)));
        assertThat(effects(QKK, aggregate)).isEmpty();
        assertThat(open(QKK, aggregate))
                .extracting(DeadLetter::state)
                .containsExactly(DeadLetter.State.PARKED, DeadLetter.State.WAITING, DeadLetter.State.WAITING);
        DeadLetter parked = open(QKK, aggregate).getFirst();
        assertThat(parked.event()).isEqualTo(poison.id());
        assertThat(parked.error()).isEqualTo("UnsupportedOperationException");
        assertThat(parked.errorAt()).contains("Practices.handle");
        assertThat(open(QR1, aggregate)).as("another tenant sees nothing of it").isEmpty();

        // When its cause is gone
        practices.poisoned.remove(aggregate);
        var replayed = tenants.call(QKK, () -> letters.replay(parked.id(), "a.person", "the rule was mended"));
        announce(QKK, aggregate, 4, 4);

        // Then
        assertThat(replayed).isEqualTo(new DeadLetters.Settlement.Settled(2));
        eventually(() -> effects(QKK, aggregate).size() == 4);
        assertThat(effects(QKK, aggregate)).containsExactly(1, 2, 3, 4);
        assertThat(open(QKK, aggregate)).isEmpty();
    }

    @Test
    void a_parked_event_is_announced_by_reference_and_keeps_its_contract() throws Exception {
        // Given
        practices.poisoned.add(aggregate);

        // When
        Event poison = announce(QKK, aggregate, 1, 2).getFirst();
        eventually(() -> open(QKK, aggregate).size() == 2);

        // Then
        List<Event> announced = new ArrayList<>();
        eventually(() -> {
            announced.clear();
            records("ics.qkk.trial.dead-letter.v1").stream()
                    .map(each -> ((Reading.Whole) Event.read(each)).event())
                    .filter(each -> each.aggregateId().equals(aggregate))
                    .forEach(announced::add);
            return !announced.isEmpty();
        });
        assertThat(announced).singleElement().satisfies(each -> {
            assertThat(each.type()).isEqualTo("folkmoot.trial.deadletter.parked.v1");
            assertThat(each.data().path("event").asText()).isEqualTo(poison.id().toString());
            assertThat(each.data().path("consumer").asText()).isEqualTo("practices");
            assertThat(Contracts.complaints(each.type(), each.data())).isEmpty();
            assertThat(each.data().toString()).doesNotContain("version");
        });
        practices.poisoned.remove(aggregate);
    }

    @Test
    void a_replay_that_fails_again_changes_nothing_but_the_reason() throws Exception {
        // Given
        practices.poisoned.add(aggregate);
        announce(QKK, aggregate, 1, 2);
        eventually(() -> open(QKK, aggregate).size() == 2);
        List<DeadLetter> before = open(QKK, aggregate);

        // When
        var again = tenants.call(QKK, () -> letters.replay(before.getFirst().id(), "a.person", "let us see"));
        var outOfTurn = tenants.call(QKK, () -> letters.replay(before.getLast().id(), "a.person", "let us see"));

        // Then
        assertThat(again).isEqualTo(new DeadLetters.Settlement.FailedAgain("UnsupportedOperationException"));
        assertThat(outOfTurn)
                .isEqualTo(new DeadLetters.Settlement.NotFirst(before.getFirst().id()));
        assertThat(effects(QKK, aggregate)).isEmpty();
        assertThat(acts(QKK, before.getFirst())).containsExactly("a.person dead-letter.tried");
        assertThat(open(QKK, aggregate))
                .extracting(DeadLetter::id)
                .isEqualTo(before.stream().map(DeadLetter::id).toList());
        practices.poisoned.remove(aggregate);
    }

    @Test
    void what_waits_behind_a_discarded_event_goes_on() throws Exception {
        // Given
        practices.poisoned.add(aggregate);
        announce(QKK, aggregate, 1, 3);
        eventually(() -> open(QKK, aggregate).size() == 3);
        DeadLetter parked = open(QKK, aggregate).getFirst();
        practices.poisoned.remove(aggregate);

        // When
        var discarded = tenants.call(QKK, () -> letters.discard(parked.id(), "a.person", "it was a mistake"));
        var twice = tenants.call(QKK, () -> letters.discard(parked.id(), "a.person", "it was a mistake"));

        // Then
        assertThat(discarded).isEqualTo(new DeadLetters.Settlement.Settled(2));
        assertThat(twice).isEqualTo(new DeadLetters.Settlement.AlreadySettled(DeadLetter.State.DISCARDED));
        assertThat(effects(QKK, aggregate)).containsExactly(2, 3);
        assertThat(acts(QKK, parked)).containsExactly("a.person dead-letter.discarded");
    }

    @Test
    void another_tenants_letter_is_as_unknown_as_one_that_never_was() throws Exception {
        // Given
        practices.poisoned.add(aggregate);
        announce(QKK, aggregate, 1, 1);
        eventually(() -> open(QKK, aggregate).size() == 1);
        UUID id = open(QKK, aggregate).getFirst().id();
        practices.poisoned.remove(aggregate);

        // When
        var foreign = tenants.call(QR1, () -> letters.replay(id, "a.person", "curious"));
        var absent = tenants.call(QR1, () -> letters.replay(Uuid7.next(), "a.person", "curious"));

        // Then
        assertThat(foreign).isEqualTo(absent).isEqualTo(new DeadLetters.Settlement.Unknown());
        assertThat(effects(QKK, aggregate)).isEmpty();
    }

    @Test
    void a_record_that_is_no_event_is_parked_and_what_follows_on_its_key_waits() throws Exception {
        // When
        produce(new ProducerRecord<>("ics.qkk.trial.practice.v1", aggregate, "{".getBytes(UTF_8)));
        announce(QKK, aggregate, 2, 2);

        // Then
        eventually(() -> open(QKK, aggregate).size() == 2);
        assertThat(open(QKK, aggregate))
                .extracting(DeadLetter::error)
                .containsExactly("specversion-not-1.0", "earlier-event-parked");
        assertThat(open(QKK, aggregate).getFirst().event()).isNull();
    }

    @Test
    void an_event_that_claims_another_tenant_than_its_topic_has_no_effect_in_either() throws Exception {
        // Given
        ProducerRecord<String, byte[]> record = event(QKK, aggregate, 1).toRecord();
        record.headers().remove("ce_icbcode");
        record.headers().add("ce_icbcode", "QR1".getBytes(UTF_8));

        // When
        produce(record);

        // Then
        eventually(() -> open(QKK, aggregate).size() == 1);
        assertThat(open(QKK, aggregate).getFirst().error()).isEqualTo("icbcode-differs-from-topic");
        assertThat(effects(QKK, aggregate)).isEmpty();
        assertThat(effects(QR1, aggregate)).isEmpty();
        assertThat(open(QR1, aggregate)).isEmpty();
    }

    @Test
    void while_the_database_is_away_an_event_is_tried_for_as_long_as_it_takes() throws Exception {
        // Given more failures than tries
        practices.away.set(8);

        // When
        announce(QKK, aggregate, 1, 2);

        // Then
        eventually(() -> effects(QKK, aggregate).equals(List.of(1, 2)));
        assertThat(open(QKK, aggregate)).isEmpty();
        assertThat(practices.away).hasValue(0);
    }

    @Test
    void an_announcement_needs_a_transaction_and_a_tenant_that_may_make_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tenants.run(QKK, () -> outbox.announce(event(QKK, aggregate, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(QKK, () -> {
                    outbox.announce(event(QR1, aggregate, 1));
                    return true;
                }));
    }

    @Test
    void the_platform_may_announce_to_any_ics() throws Exception {
        // When
        in(Tenant.PLATFORM, () -> {
            outbox.announce(event(QKK, aggregate, 1));
            outbox.announce(event(QR1, aggregate, 2));
            return true;
        });

        // Then
        eventually(() -> effects(QKK, aggregate).equals(List.of(1)));
        eventually(() -> effects(QR1, aggregate).equals(List.of(2)));
    }

    @Test
    void a_service_hears_of_the_life_of_an_ics_and_serves_it_with_no_restart() throws Exception {
        // Given
        Tenant ics = Tenant.of("x"
                + Integer.toString(Math.floorMod(System.nanoTime(), 36 * 36) + 36 * 36, 36)
                        .substring(1));

        // When
        live(ics, "https://id.example/realms/" + ics, "onboarded", "suspended", "resumed", "offboarded");

        // Then
        eventually(() -> heard.occurrences.contains(new IcsOffboarded(ics)));
        assertThat(heard.occurrences)
                .containsSubsequence(
                        new IcsOnboarded(ics), new IcsSuspended(ics), new IcsResumed(ics), new IcsOffboarded(ics));
        eventually(() -> directory
                .byTenant(ics)
                .map(each -> each.state() == IcsState.OFFBOARDED)
                .orElse(false));
        assertThat(directory.byTenant(ics).orElseThrow().name()).isEqualTo("ICS " + ics);
    }

    @Test
    void an_administrator_lists_and_replays_and_nobody_else_does() throws Exception {
        // Given
        live(QKK, TestRealm.of("qkk").issuer(), "onboarded");
        eventually(() -> directory.byTenant(QKK).isPresent());
        practices.poisoned.add(aggregate);
        announce(QKK, aggregate, 1, 1);
        eventually(() -> open(QKK, aggregate).size() == 1);
        practices.poisoned.remove(aggregate);
        String id = open(QKK, aggregate).getFirst().id().toString();
        String administrator = TestRealm.of("qkk").token(Roles.ICS_ADMIN, "QKK");
        String voter = TestRealm.of("qkk").token(Roles.PRACTICE_VOTER, "G83001");

        // When and then
        given().get("/dead-letters").then().statusCode(401);
        given().auth().oauth2(voter).get("/dead-letters").then().statusCode(403);
        given().auth()
                .oauth2(administrator)
                .get("/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.aggregate", hasItem(aggregate));
        given().auth()
                .oauth2(administrator)
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post("/dead-letters/{id}/replay", id)
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(voter)
                .contentType("application/json")
                .body("{\"reason\": \"the rule was mended\"}")
                .post("/dead-letters/{id}/replay", id)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(administrator)
                .contentType("application/json")
                .body("{\"reason\": \"the rule was mended\"}")
                .post("/dead-letters/{id}/replay", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLAYED"));
        given().auth()
                .oauth2(administrator)
                .contentType("application/json")
                .body("{\"reason\": \"the rule was mended\"}")
                .post("/dead-letters/{id}/discard", id)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("state", equalTo("replayed"));
        given().auth()
                .oauth2(administrator)
                .contentType("application/json")
                .body("{\"reason\": \"the rule was mended\"}")
                .post("/dead-letters/{id}/replay", UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        assertThat(effects(QKK, aggregate)).containsExactly(1);
    }

    @Test
    void health_tells_what_the_relay_is_doing() throws Exception {
        eventually(() -> given().get("/q/health/ready")
                .path("checks.find { it.name == 'outbox-relay' }.data.state")
                .equals("active"));
        given().get("/q/health/live").then().body("checks.find { it.name == 'outbox-relay' }.status", equalTo("UP"));
    }

    @Test
    void whoever_hears_of_an_event_goes_on_with_the_trace_in_which_it_was_announced() throws Exception {
        // Given
        Span work = tracer.spanBuilder("work").startSpan();

        // When
        Context.current().with(work).wrap(() -> announce(QKK, aggregate, 1, 1)).call();
        work.end();
        announce(QKK, aggregate, 2, 2);

        // Then
        String trace = work.getSpanContext().getTraceId();
        eventually(() -> FolkmootStack.TRACES.of(trace).size() >= 2);
        eventually(() -> effects(QKK, aggregate).equals(List.of(1, 2)));
        assertThat(FolkmootStack.TRACES.of(trace))
                .filteredOn(span -> span.name().equals("receive practices"))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.parent()).isEqualTo(work.getSpanContext().getSpanId());
                    assertThat(span.everything())
                            .contains("ics.qkk.trial.practice.v1")
                            .doesNotContain(aggregate);
                });
        assertThat(records("ics.qkk.trial.practice.v1").stream()
                        .filter(record -> aggregate.equals(record.key()))
                        .map(record -> record.headers().lastHeader("ce_traceparent"))
                        .map(header -> header == null ? "none" : new String(header.value(), UTF_8))
                        .toList())
                .containsExactly("00-" + trace + "-" + work.getSpanContext().getSpanId() + "-01", "none");
    }

    @Test
    void what_is_set_aside_is_counted_for_whoever_watches_and_names_nobody() throws Exception {
        // Given
        var figures = new Figures(management);
        practices.poisoned.add(aggregate);

        // When
        announce(QKK, aggregate, 1, 3);

        // Then
        eventually(() -> figures.of("folkmoot_dead_letters", "practices", "parked")
                                .orElse(0.0)
                        >= 1
                && figures.of("folkmoot_dead_letters", "practices", "waiting").orElse(0.0) >= 2);
        eventually(() -> figures.of("folkmoot_consumer_lag", "practices").orElse(1.0) == 0);
        assertThat(figures.of("folkmoot_relay_state", "active")).contains(1.0);
        assertThat(figures.of("folkmoot_consumer_heard_age_seconds", "practices")
                        .orElse(-1.0))
                .isNotNegative();
        assertThat(given().get(management + "/metrics").asString())
                .doesNotContain(aggregate)
                .doesNotContain("qkk");
    }

    private List<String> acts(Tenant tenant, DeadLetter letter) {
        return acts(tenant, "audit/dead-letter/" + letter.id());
    }

    private List<String> acts(Tenant tenant, String stream) {
        return in(tenant, () -> {
            List<String> acts = new ArrayList<>();
            try (Connection connection = database.getConnection()) {
                new Ledger(connection).read(stream, entry -> acts.add(entry.actor() + " " + entry.kind()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return acts;
        });
    }

    private void live(Tenant ics, String issuer, String... verbs) {
        for (String verb : verbs) {
            ObjectNode data = new JsonMapper()
                    .createObjectNode()
                    .put("tenant", ics.id())
                    .put("name", "ICS " + ics)
                    .put("issuer", issuer);
            Event event = Event.of(Tenant.PLATFORM, "tenants", "ics", ics.id(), verb, NINE, data);
            assertThat(Contracts.complaints(event.type(), event.data())).isEmpty();
            produce(event.toRecord());
        }
    }

    private List<Event> announce(Tenant tenant, String of, int firstVersion, int lastVersion) {
        List<Event> events = new ArrayList<>();
        for (int version = firstVersion; version <= lastVersion; version++) {
            Event event = event(tenant, of, version);
            in(tenant, () -> {
                outbox.announce(event);
                return true;
            });
            events.add(event);
        }
        return events;
    }

    private static Event event(Tenant tenant, String of, int version) {
        JsonNode data = new JsonMapper().createObjectNode().put("version", version);
        return Event.of(tenant, "trial", "practice", of, "renamed", NINE, data);
    }

    private List<Integer> effects(Tenant tenant, String of) {
        return in(tenant, () -> practices.versions(of));
    }

    private List<DeadLetter> open(Tenant tenant, String of) {
        return tenants.call(tenant, () -> letters.list(true, 0, 1_000)).stream()
                .filter(letter -> of.equals(letter.aggregate()))
                .toList();
    }

    private <T> T in(Tenant tenant, Supplier<T> work) {
        return tenants.call(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static void produce(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(kafka(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Map<String, Object> kafka() {
        return TestStack.current().kafka("admin");
    }

    private static String code() {
        return "G" + Uuid7.next().toString().replace("-", "").substring(20).toUpperCase(Locale.ROOT);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("within 30 seconds").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
