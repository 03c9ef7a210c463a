package org.folkmoot.benchmark.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.DebeziumEngine.RecordCommitter;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.folkmoot.benchmark.Worker;
import org.folkmoot.events.Event;
import org.folkmoot.events.Topic;

/**
 * The peer: Debezium Engine on the outbox, tuned for latency, as a process of its own.
 *
 * <p>It reads the outbox by logical decoding and hands each row to Kafka as the same record that our relay makes of it,
 * by a producer with the same settings. No transformation of Debezium's own is put in between: the rows are taken as its
 * connector reads them, which is the shortest way that Debezium offers.
 */
final class DebeziumRelay implements DebeziumEngine.ChangeConsumer<RecordChangeEvent<SourceRecord>> {

    /** Prefix of environment variables that are settings of the Kafka client: {@code PEER_KAFKA_bootstrap.servers}. */
    static final String KAFKA = "PEER_KAFKA_";

    /** Prefix of environment variables that are properties of the engine. */
    static final String ENGINE = "PEER_ENGINE_";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Producer<String, byte[]> producer;

    private DebeziumRelay(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Starts the engine. Everything is told by environment variables, for there are passwords among it. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(
                        kafka(environment(KAFKA)), new StringSerializer(), new ByteArraySerializer());
                var engine = engine(new DebeziumRelay(producer), out)) {
            Thread.ofPlatform().name("debezium").daemon().start(engine);
            // The end of the input is the order to end; nothing else is ever said.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static DebeziumEngine<RecordChangeEvent<SourceRecord>> engine(DebeziumRelay relay, PrintStream out) {
        var properties = new Properties();
        properties.putAll(environment(ENGINE));
        return DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(properties)
                .using(new DebeziumEngine.ConnectorCallback() {
                    @Override
                    public void pollingStarted() {
                        out.println(Worker.ANSWER + "ready");
                    }
                })
                .using((success, message, error) -> {
                    if (!success) {
                        out.println(Worker.ANSWER + "failed " + message + " " + error);
                    }
                })
                .notifying(relay)
                .build();
    }

    @Override
    public void handleBatch(
            List<RecordChangeEvent<SourceRecord>> rows, RecordCommitter<RecordChangeEvent<SourceRecord>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (RecordChangeEvent<SourceRecord> row : rows) {
            if (row.record().value() instanceof Struct change && change.getStruct("after") != null) {
                sent.add(producer.send(event(change.getStruct("after")).toRecord()));
            }
        }
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an announcement", e);
            }
        }
        for (RecordChangeEvent<SourceRecord> row : rows) {
            committer.markProcessed(row);
        }
        committer.markBatchFinished();
    }

    private static Event event(Struct row) {
        Topic topic = Topic.parse(row.getString("topic")).orElseThrow();
        String type = row.getString("type");
        String verb = type.substring(
                ("folkmoot." + topic.domain() + "." + topic.entity() + ".").length(), type.length() - ".v1".length());
        try {
            return new Event(
                    UUID.fromString(row.getString("id")),
                    topic.tenant(),
                    topic.domain(),
                    topic.entity(),
                    row.getString("aggregateid"),
                    verb,
                    Instant.parse(row.getString("occurred_at")),
                    JSON.readTree(row.getString("payload")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the outbox holds what is no JSON", e);
        }
    }

    /** The settings of our relay's producer. */
    private static Map<String, Object> kafka(Map<String, String> how) {
        Map<String, Object> settings = new HashMap<>(how);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("max.in.flight.requests.per.connection", 5);
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 1);
        settings.put("batch.size", 65_536);
        return settings;
    }

    private static Map<String, String> environment(String prefix) {
        Map<String, String> found = new HashMap<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
