package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTest {

    private static final Tenant QKK = Tenant.of("qkk");
    private static final Instant NINE = Instant.parse("2026-08-01T09:00:00Z");

    private final JsonNode data =
            new JsonMapper().createObjectNode().put("code", "G83001").put("name", "ST GILES’");
    private final Event opened = Event.of(QKK, "registry", "practice", "G83001", "opened", NINE, data);

    @Test
    void an_event_names_its_topic_and_type() {
        assertThat(opened.topic().name()).isEqualTo("ics.qkk.registry.practice.v1");
        assertThat(opened.type()).isEqualTo("folkmoot.registry.practice.opened.v1");
        assertThat(Event.of(QKK, "registry", "pcn", "U00254", "member.joined", NINE, data)
                        .type())
                .isEqualTo("folkmoot.registry.pcn.member.joined.v1");
        assertThat(Event.of(QKK, "registry", "dead-letter", "x", "parked", NINE, data)
                        .type())
                .isEqualTo("folkmoot.registry.deadletter.parked.v1");
    }

    @Test
    void an_event_is_read_as_it_was_written() {
        assertThat(Event.read(received(opened, headers -> {}))).isEqualTo(new Reading.Whole(opened));
    }

    @Test
    void an_event_of_the_platform_has_no_icb() {
        // Given
        Event onboarded = Event.of(Tenant.PLATFORM, "tenants", "ics", "qkk", "onboarded", NINE, data);

        // When
        ConsumerRecord<String, byte[]> record = received(onboarded, headers -> {});

        // Then
        assertThat(record.headers().lastHeader("ce_icbcode")).isNull();
        assertThat(Event.read(record)).isEqualTo(new Reading.Whole(onboarded));
    }

    @Test
    void the_reference_implementation_reads_the_same_event() {
        // Given
        ConsumerRecord<String, byte[]> record = received(opened, headers -> {});

        // When
        CloudEvent read;
        try (var reader = new CloudEventDeserializer()) {
            read = reader.deserialize(record.topic(), record.headers(), record.value());
        }

        // Then
        assertThat(read.getId()).isEqualTo(opened.id().toString());
        assertThat(read.getSpecVersion().toString()).isEqualTo("1.0");
        assertThat(read.getSource()).hasToString("/ics/qkk/registry");
        assertThat(read.getType()).isEqualTo("folkmoot.registry.practice.opened.v1");
        assertThat(read.getSubject()).isEqualTo("G83001");
        assertThat(read.getTime()).isEqualTo(OffsetDateTime.parse("2026-08-01T09:00:00Z"));
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getDataSchema()).hasToString("urn:folkmoot:contract:folkmoot.registry.practice.opened.v1");
        assertThat(read.getExtension("partitionkey")).isEqualTo("G83001");
        assertThat(read.getExtension("icbcode")).isEqualTo("QKK");
        assertThat(read.getData().toBytes()).isEqualTo(data.toString().getBytes(UTF_8));
    }

    @Test
    void an_event_that_claims_another_tenant_than_its_topic_is_refused() {
        assertThat(rule(headers -> replace(headers, "ce_icbcode", "QR1"))).isEqualTo("icbcode-differs-from-topic");
        assertThat(rule(headers -> headers.remove("ce_icbcode"))).isEqualTo("icbcode-differs-from-topic");
    }

    @Test
    void what_is_wrong_with_a_record_is_named_and_nothing_of_it_quoted() {
        assertThat(rule(headers -> headers.remove("ce_specversion"))).isEqualTo("specversion-not-1.0");
        assertThat(rule(headers -> headers.remove("ce_id"))).isEqualTo("id-missing");
        assertThat(rule(headers -> replace(headers, "ce_id", "4711"))).isEqualTo("id-not-a-uuid");
        assertThat(rule(headers -> headers.remove("ce_source"))).isEqualTo("source-missing-or-not-a-uri");
        assertThat(rule(headers -> headers.remove("ce_type"))).isEqualTo("type-missing");
        assertThat(rule(headers -> replace(headers, "ce_type", "folkmoot.mandate.motion.tabled.v1")))
                .isEqualTo("type-differs-from-topic");
        assertThat(rule(headers -> replace(headers, "ce_type", "folkmoot.registry.practice..v1")))
                .isEqualTo("type-without-verb");
        assertThat(rule(headers -> replace(headers, "ce_type", "folkmoot.registry.practice.v1")))
                .isEqualTo("type-without-verb");
        assertThat(rule(headers -> replace(headers, "ce_subject", "G83002"))).isEqualTo("subject-differs-from-key");
        assertThat(rule(headers -> headers.remove("ce_time"))).isEqualTo("time-missing");
        assertThat(rule(headers -> replace(headers, "ce_time", "lunchtime"))).isEqualTo("time-not-rfc3339");
        assertThat(rule(headers -> replace(headers, "content-type", "text/plain")))
                .isEqualTo("content-type-not-json");
        assertThat(rule(headers -> headers.add("ce_id", "again".getBytes(UTF_8))))
                .isEqualTo("attribute-twice");
        assertThat(rule("{\"code\": ")).isEqualTo("data-not-json");
        assertThat(rule("[]")).isEqualTo("data-not-an-object");
        assertThat(rule("")).isEqualTo("data-not-an-object");
    }

    @Test
    void a_record_without_key_or_value_is_refused() {
        // Given
        ConsumerRecord<String, byte[]> whole = received(opened, headers -> {});

        // When
        var keyless = new ConsumerRecord<String, byte[]>(whole.topic(), 0, 0, null, whole.value());
        whole.headers().forEach(keyless.headers()::add);
        var deleted = new ConsumerRecord<String, byte[]>(whole.topic(), 0, 0, whole.key(), null);
        whole.headers().forEach(deleted.headers()::add);

        // Then
        assertThat(Event.read(keyless)).isEqualTo(new Reading.Malformed("key-missing-or-too-long"));
        assertThat(Event.read(deleted)).isEqualTo(new Reading.Malformed("data-not-an-object"));
    }

    @Test
    void an_event_that_could_not_be_read_back_is_not_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.of(QKK, "registry", "practice", "", "opened", NINE, data));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.of(QKK, "registry", "practice", "x".repeat(201), "opened", NINE, data));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.of(QKK, "registry", "practice", "G83001", "Opened", NINE, data));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.of(QKK, "registry", "pcn.member", "U00254", "joined", NINE, data));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.of(
                        QKK, "registry", "practice", "G83001", "opened", NINE, new JsonMapper().createArrayNode()));
    }

    @Test
    void what_others_tell_in_their_own_words_is_read_with_all_that_it_says() {
        // Given: as the NHS's notifications are, with a key that names a person
        String signal = """
                {"specversion": "1.0", "id": "236a1d4a-5d69-4fa9-9c7f-e72bf505aa5b", "type": "pds-change-of-gp-2",
                 "source": "uk.nhs.personal-demographics-service", "time": "2020-06-01T13:00:00Z", "dataref": "https://x/1",
                 "subject": "somebody"}""";

        // When
        Reading bare = Event.readForeign(foreign("somebody", signal, headers -> {}));
        Reading structured = Event.readForeign(foreign(
                null, signal, headers -> headers.add("content-type", "application/cloudevents+json".getBytes(UTF_8))));

        // Then
        Event event = ((Reading.Whole) bare).event();
        assertThat(structured).isEqualTo(bare);
        assertThat(event.topic().name()).isEqualTo("ics.qkk.partner.nhs-notification.v1");
        assertThat(event.aggregateId()).isEqualTo(event.id().toString());
        assertThat(event.verb()).isEqualTo("told");
        assertThat(event.time()).isEqualTo(Instant.parse("2020-06-01T13:00:00Z"));
        assertThat(event.data().path("type").asText()).isEqualTo("pds-change-of-gp-2");
        assertThat(event.data().path("subject").asText()).isEqualTo("somebody");
        assertThat(event.data().path("dataref").asText()).isEqualTo("https://x/1");
    }

    @Test
    void what_others_tell_in_binary_mode_is_the_same_and_one_id_of_two_sources_is_two_events() {
        // Given
        Consumer<Headers> attributes = headers -> {
            replace(headers, "ce_specversion", "1.0");
            replace(headers, "ce_id", "7");
            replace(headers, "ce_source", "a");
            replace(headers, "ce_type", "noon");
            replace(headers, "ce_time", "2020-06-01T13:00:00Z");
            replace(headers, "content-type", "text/plain");
        };

        // When
        Event one = ((Reading.Whole) Event.readForeign(foreign(null, "Bells", attributes))).event();
        Event other = ((Reading.Whole) Event.readForeign(
                        foreign(null, "Bells", attributes.andThen(headers -> replace(headers, "ce_source", "b")))))
                .event();

        // Then
        assertThat(one.data().path("data_base64").asText()).isEqualTo("QmVsbHM=");
        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(Event.readForeign(foreign("k", "Bells", attributes))).isEqualTo(new Reading.Whole(one));
    }

    @Test
    void what_others_tell_without_being_an_event_is_refused_by_the_rule_that_it_breaks() {
        assertThat(Event.readForeign(foreign(null, "Good morning", headers -> {})))
                .isEqualTo(new Reading.Malformed("event-not-json"));
        assertThat(Event.readForeign(new ConsumerRecord<>("ics.qkk.partner.nhs-notification.v1", 0, 0, "k", null)))
                .isEqualTo(new Reading.Malformed("event-not-an-object"));
        assertThat(Event.readForeign(
                        foreign(null, "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"a\"}", headers -> {})))
                .isEqualTo(new Reading.Malformed("type-missing"));
        assertThat(Event.readForeign(foreign(
                        null,
                        "{\"specversion\":\"1.0\",\"id\":\"7\",\"source\":\"a\",\"type\":\"noon\"}",
                        headers -> {})))
                .isEqualTo(new Reading.Malformed("time-missing"));
    }

    private static ConsumerRecord<String, byte[]> foreign(
            @Nullable String key, String value, Consumer<Headers> attributes) {
        var record = new ConsumerRecord<>("ics.qkk.partner.nhs-notification.v1", 0, 0, key, value.getBytes(UTF_8));
        attributes.accept(record.headers());
        return record;
    }

    private String rule(Consumer<Headers> mangling) {
        return ((Reading.Malformed) Event.read(received(opened, mangling))).rule();
    }

    private String rule(String value) {
        ConsumerRecord<String, byte[]> whole = received(opened, headers -> {});
        var record = new ConsumerRecord<>(whole.topic(), 0, 0, whole.key(), value.getBytes(UTF_8));
        whole.headers().forEach(record.headers()::add);
        return ((Reading.Malformed) Event.read(record)).rule();
    }

    private static void replace(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }

    private static ConsumerRecord<String, byte[]> received(Event event, Consumer<Headers> mangling) {
        var sent = event.toRecord();
        var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        mangling.accept(record.headers());
        return record;
    }
}
