package org.folkmoot.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Looks, every so often, how announcing and receiving stand, so that whoever asks for figures or health is answered from
 * memory: a question costs the servers nothing, and one that hangs holds up nobody.
 *
 * <p>A channel's lag is what Kafka holds beyond what was committed in the partitions that this replica reads. Offsets are
 * committed behind the effect, so an event that waits for the database is counted as not heard, which the client's own lag,
 * that of fetching, does not do. It cannot be told while Kafka is away, and is not in the map then.
 */
@ApplicationScoped
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final AgroalDataSource database;
    private final KafkaClientService kafka;
    private final EventsConfig config;
    private final Thread thread = Thread.ofVirtual().name("events-watch").unstarted(this::watch);

    private volatile Standing standing = Standing.UNKNOWN;

    Watch(@DataSource("relay") AgroalDataSource database, KafkaClientService kafka, EventsConfig config) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
    }

    void start(@Observes StartupEvent startup) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        thread.interrupt();
    }

    /** What was last seen. */
    Standing standing() {
        return standing;
    }

    /** The channels on which this service hears. */
    Set<String> channels() {
        return kafka.getConsumerChannels();
    }

    private void watch() {
        try {
            while (true) {
                standing = new Standing(tables(), lag());
                TimeUnit.NANOSECONDS.sleep(config.watchInterval().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Standing.Tables tables() {
        try (var connection = database.getConnection()) {
            return StandingTables.read(connection);
        } catch (SQLException e) {
            LOG.debugf("What waits in the tables cannot be told now: %s", e.getMessage());
            return Standing.Tables.UNKNOWN;
        }
    }

    private Map<String, Long> lag() {
        Map<String, Long> lag = new HashMap<>();
        for (String channel : channels()) {
            try {
                long behind = 0;
                for (KafkaConsumer<Object, Object> consumer : kafka.<Object, Object>getConsumers(channel)) {
                    Function<Consumer<Object, Object>, Long> look = Watch::behind;
                    behind += consumer.runOnPollingThread(look).await().atMost(ANSWER.multipliedBy(2));
                }
                lag.put(channel, behind);
            } catch (RuntimeException e) {
                LOG.debugf("How far %s has come cannot be told now: %s", channel, e.getMessage());
            }
        }
        return Map.copyOf(lag);
    }

    private static long behind(Consumer<Object, Object> consumer) {
        Set<TopicPartition> mine = consumer.assignment();
        if (mine.isEmpty()) {
            // Others read all of it; or nobody has heard from Kafka, which then does not answer this either.
            consumer.listTopics(ANSWER);
            return 0;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(mine, ANSWER);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(mine, ANSWER);
        Set<TopicPartition> untouched = mine.stream()
                .filter(partition -> committed.get(partition) == null)
                .collect(Collectors.toSet());
        // Nothing was committed there yet, so it will be read from its beginning.
        Map<TopicPartition, Long> begins =
                untouched.isEmpty() ? Map.of() : consumer.beginningOffsets(untouched, ANSWER);
        long behind = 0;
        for (var end : ends.entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            long from = done == null ? begins.getOrDefault(end.getKey(), end.getValue()) : done.offset();
            behind += Math.max(0, end.getValue() - from);
        }
        return behind;
    }
}
