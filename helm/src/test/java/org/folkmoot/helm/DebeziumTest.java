package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.data.Envelope;
import io.debezium.data.Json;
import io.debezium.data.Uuid;
import io.debezium.time.ZonedTimestamp;
import io.debezium.transforms.outbox.EventRouter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.StringConverter;
import org.apache.kafka.connect.transforms.HeaderFrom;
import org.apache.kafka.connect.transforms.InsertField;
import org.apache.kafka.connect.transforms.InsertHeader;
import org.apache.kafka.connect.transforms.Transformation;
import org.apache.kafka.connect.transforms.predicates.Predicate;
import org.apache.kafka.connect.transforms.predicates.TopicNameMatches;
import org.folkmoot.events.Event;
import org.folkmoot.events.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Debezium makes of a row of the outbox, by the configuration that the chart renders, is an event to Folkmoot's own
 * reader. Debezium's and Kafka Connect's own transformations and converters run; the row is made here as the connector for
 * PostgreSQL makes one.
 */
class DebeziumTest {

    private static final Map<String, Supplier<Transformation<SourceRecord>>> TRANSFORMATIONS = Map.of(
            EventRouter.class.getName(), EventRouter::new,
            HeaderFrom.Value.class.getName(), HeaderFrom.Value::new,
            InsertField.Value.class.getName(), InsertField.Value::new,
            InsertHeader.class.getName(), InsertHeader::new);

    private static final Map<String, Supplier<Predicate<SourceRecord>>> PREDICATES =
            Map.of(TopicNameMatches.class.getName(), TopicNameMatches::new);

    private static final String ID = "0192f0c1-7b1a-7c3e-8a55-0c1d2e3f4a5b";
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Map<String, String> connector =
            Manifest.strings(Chart.render("debezium: {enabled: true, icss: [qkk, qr1, t6y0w]}")
                    .the("KafkaConnector", "folkmoot-registry-outbox")
                    .at("/spec/config"));

    @Test
    void an_announcement_to_an_ics_is_understood() {
        assertThat(read("qkk", "ics.qkk.registry.practice.v1", "folkmoot.registry.practice.opened.v1"))
                .isInstanceOfSatisfying(Reading.Whole.class, whole -> {
                    Event event = whole.event();
                    assertThat(event.id()).hasToString(ID);
                    assertThat(event.tenant().id()).isEqualTo("qkk");
                    assertThat(event.topic().name()).isEqualTo("ics.qkk.registry.practice.v1");
                    assertThat(event.type()).isEqualTo("folkmoot.registry.practice.opened.v1");
                    assertThat(event.aggregateId()).isEqualTo("G83001");
                    assertThat(event.time()).hasToString("2026-04-06T09:00:00.123456Z");
                    assertThat(event.data()).hasToString("{\"code\":\"G83001\"}");
                });
        assertThat(read("qr1", "ics.qr1.registry.pcn.v1", "folkmoot.registry.pcn.member.joined.v1"))
                .isInstanceOf(Reading.Whole.class);
        assertThat(read("t6y0w", "ics.t6y0w.registry.practice.v1", "folkmoot.registry.practice.opened.v1"))
                .isInstanceOf(Reading.Whole.class);
    }

    @Test
    void an_announcement_to_the_platform_is_understood() {
        assertThat(read("platform", "platform.registry.release.v1", "folkmoot.registry.release.loaded.v1"))
                .isInstanceOf(Reading.Whole.class);
    }

    @Test
    void an_announcement_to_an_ics_that_the_values_leave_out_is_not() {
        assertThat(read("qox", "ics.qox.registry.practice.v1", "folkmoot.registry.practice.opened.v1"))
                .isEqualTo(new Reading.Malformed("source-missing-or-not-a-uri"));
    }

    @ParameterizedTest
    @CsvSource({
        "qkk, ics.qkk.registry.practice.v1, folkmoot.registry.practice.opened.v1",
        "t6y0w, ics.t6y0w.registry.dead-letter.v1, folkmoot.registry.deadletter.parked.v1",
        "platform, platform.registry.release.v1, folkmoot.registry.release.loaded.v1"
    })
    void headers_are_those_of_our_own_relay(String tenant, String topic, String type) {
        // Given
        Reading read = read(tenant, topic, type);
        assertThat(read).isInstanceOf(Reading.Whole.class);

        // When
        Map<String, String> ours =
                texts(((Reading.Whole) read).event().toRecord().headers());
        ours.put("ce_traceparent", TRACE);
        Map<String, String> theirs = texts(carried(tenant, topic, type).headers());

        // Then
        assertThat(ours.remove("ce_dataschema"))
                .as("no rule of Connect makes this of the type: docs/events.md says so")
                .isNotEmpty();
        assertThat(theirs.remove("id")).as("the router's own").isEqualTo(ID);
        assertThat(theirs).isEqualTo(ours);
    }

    @Test
    void what_was_announced_outside_of_a_trace_has_a_header_that_every_reader_can_read() {
        ConsumerRecord<String, byte[]> carried =
                carried("qkk", "ics.qkk.registry.practice.v1", "folkmoot.registry.practice.opened.v1", "");
        assertThat(carried.headers().lastHeader("ce_traceparent").value()).isEmpty();
        assertThat(Event.read(carried)).isInstanceOf(Reading.Whole.class);
    }

    @Test
    void passwords_stay_where_connect_keeps_them_and_a_connector_writes_as_its_service() {
        assertThat(connector)
                .containsEntry("database.user", "registry_relay")
                .containsEntry("database.password", "${env:REGISTRY_RELAY_PASSWORD}")
                .containsEntry(
                        "producer.override.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"registry\" password=\"${env:REGISTRY_KAFKA_PASSWORD}\";");
        Manifest connect = Chart.render(Chart.text("values-servers.yaml"), Examples.ALL_SERVERS)
                .the("KafkaConnect", "folkmoot-connect");
        assertThat(Manifest.items(connect.at("/spec/template/connectContainer/env"))
                        .map(each -> each.path("name").asText()))
                .contains("REGISTRY_RELAY_PASSWORD", "REGISTRY_KAFKA_PASSWORD")
                .hasSize(12);
    }

    private Reading read(String tenant, String topic, String type) {
        return Event.read(carried(tenant, topic, type));
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach(each -> texts.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        return texts;
    }

    private ConsumerRecord<String, byte[]> carried(String tenant, String topic, String type) {
        return carried(tenant, topic, type, TRACE);
    }

    private ConsumerRecord<String, byte[]> carried(String tenant, String topic, String type, String trace) {
        SourceRecord record = row(tenant, topic, type, trace);
        for (String name : connector.getOrDefault("transforms", "").split(",", -1)) {
            Map<String, String> settings = below("transforms." + name + ".");
            String condition = settings.remove("predicate");
            if (condition == null || holds(condition, record)) {
                Transformation<SourceRecord> transformation = made(TRANSFORMATIONS, settings.remove("type"));
                transformation.configure(settings);
                record = transformation.apply(record);
            }
        }
        StringConverter keys = converter("key");
        keys.configure(Map.of(), true);
        StringConverter values = converter("value");
        values.configure(Map.of(), false);
        StringConverter headers = converter("header");
        headers.configure(Map.of("converter.type", "header"));
        var carried = new ConsumerRecord<>(
                record.topic(),
                0,
                0,
                new String(keys.fromConnectData(topic, record.keySchema(), record.key()), StandardCharsets.UTF_8),
                values.fromConnectData(topic, record.valueSchema(), record.value()));
        for (Header each : record.headers()) {
            carried.headers()
                    .add(each.key(), headers.fromConnectHeader(topic, each.key(), each.schema(), each.value()));
        }
        return carried;
    }

    private boolean holds(String name, SourceRecord record) {
        Map<String, String> settings = below("predicates." + name + ".");
        Predicate<SourceRecord> predicate = made(PREDICATES, settings.remove("type"));
        predicate.configure(settings);
        return predicate.test(record);
    }

    private StringConverter converter(String of) {
        assertThat(connector).containsEntry(of + ".converter", StringConverter.class.getName());
        return new StringConverter();
    }

    private Map<String, String> below(String prefix) {
        Map<String, String> settings = new HashMap<>();
        connector.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                settings.put(key.substring(prefix.length()), value);
            }
        });
        return settings;
    }

    private static <T> T made(Map<String, Supplier<T>> kinds, @Nullable String type) {
        assertThat(kinds.keySet()).contains(type);
        return Objects.requireNonNull(kinds.get(type)).get();
    }

    private static SourceRecord row(String tenant, String topic, String type, String trace) {
        Schema columns = SchemaBuilder.struct()
                .name("folkmoot-registry.folkmoot.outbox.Value")
                .optional()
                .field("id", Uuid.schema())
                .field("aggregatetype", Schema.STRING_SCHEMA)
                .field("aggregateid", Schema.STRING_SCHEMA)
                .field("type", Schema.STRING_SCHEMA)
                .field("payload", Json.schema())
                .field("tenant_id", Schema.STRING_SCHEMA)
                .field("topic", Schema.STRING_SCHEMA)
                .field("occurred_at", ZonedTimestamp.schema())
                .field("traceparent", Schema.OPTIONAL_STRING_SCHEMA)
                .build();
        Schema source =
                SchemaBuilder.struct().field("table", Schema.STRING_SCHEMA).build();
        Envelope envelope = Envelope.defineSchema()
                .withName("folkmoot-registry.folkmoot.outbox.Envelope")
                .withRecord(columns)
                .withSource(source)
                .build();
        Struct row = new Struct(columns)
                .put("id", ID)
                .put("aggregatetype", "practice")
                .put("aggregateid", "G83001")
                .put("type", type)
                .put("payload", "{\"code\":\"G83001\"}")
                .put("tenant_id", tenant)
                .put("topic", topic)
                .put("occurred_at", "2026-04-06T09:00:00.123456Z")
                .put("traceparent", trace);
        Struct change = envelope.create(row, new Struct(source).put("table", "outbox"), null);
        return new SourceRecord(
                Map.of(), Map.of(), "folkmoot-registry.folkmoot.outbox", null, null, null, envelope.schema(), change);
    }
}
