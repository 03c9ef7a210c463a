package org.folkmoot.benchmark.relay;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;

/** Keeps the projection, as every consumer does, and notes when each change was in it. */
@ApplicationScoped
class Projection implements EventHandler {

    private static final String SEE = """
            insert into surgery_seen as s (tenant_id, code, name) values (?, ?, ?)
            on conflict (tenant_id, code) do update set name = excluded.name, changes = s.changes + 1
            """;

    private final Receipt receipt;
    private final DataSource database;
    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Map<Integer, Queue<Sighting>> sightings = new ConcurrentHashMap<>();

    Projection(Receipt receipt, DataSource database) {
        this.receipt = receipt;
        this.database = database;
    }

    /**
     * A change that the projection knows of.
     *
     * @param sent when the relay gave it to Kafka's client, in microseconds, exact to the millisecond
     * @param came when this consumer had the record
     * @param seen when the projection's transaction was committed
     */
    private record Sighting(String id, long sent, long came, long seen) {}

    @Incoming("changes")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        long came = Stamp.now();
        receipt.receive(this, record);
        long seen = Stamp.now();
        String id = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
        Integer run = runs.remove(id);
        // A record that is delivered again has no effect, and no sighting either.
        if (run != null) {
            sightings
                    .computeIfAbsent(run, r -> new ConcurrentLinkedQueue<>())
                    .add(new Sighting(id, record.timestamp() * 1_000, came, seen));
        }
    }

    @Override
    public String consumer() {
        return "surgeries";
    }

    @Override
    public void handle(Event event) {
        try (var connection = database.getConnection();
                var see = connection.prepareStatement(SEE)) {
            see.setString(1, event.tenant().id());
            see.setString(2, event.aggregateId());
            see.setString(3, event.data().path("name").asText());
            see.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the projection could not be written", e);
        }
        runs.put(event.id().toString(), event.data().path(Changes.RUN).asInt());
    }

    int seen(int run) {
        return sightings.getOrDefault(run, new ConcurrentLinkedQueue<>()).size();
    }

    /** Writes {@code id,sent,came,seen} for each change of the run, forgets them, and gives their number. */
    int write(int run, Path file) throws IOException {
        Queue<Sighting> known = sightings.remove(run);
        int count = 0;
        try (var writer = Files.newBufferedWriter(file)) {
            for (Sighting each : known == null ? new ConcurrentLinkedQueue<Sighting>() : known) {
                writer.write(each.id() + "," + each.sent() + "," + each.came() + "," + each.seen() + "\n");
                count++;
            }
        }
        return count;
    }
}
