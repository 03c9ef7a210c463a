package org.folkmoot.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Looks, every so often, how announcing and receiving stand, so that whoever asks for figures or health is answered from
 * memory: a question costs the servers nothing, and one that hangs holds up nobody.
 *
 * <p>A channel's lag is what Kafka holds beyond what was committed in the partitions that this replica reads. Offsets are
 * committed behind the effect, so an event that waits for the database is counted as not heard, which the client's own lag,
 * that of fetching, does not do. It cannot be told while Kafka is away, and is not in the map then. What Kafka has to be asked is
 * asked beside the consumers ({@link Lags}): one that waited for an answer would hear nothing meanwhile.
 */
@ApplicationScoped
class Watch {

    private static final Logger LOG = Logger.getLogger(Watch.class);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final AgroalDataSource database;
    private final KafkaClientService kafka;
    private final EventsConfig config;
    private final Lags lags;
    private final Thread thread = Thread.ofVirtual().name("events-watch").unstarted(this::watch);

    private volatile Standing standing = Standing.UNKNOWN;

    Watch(
            @DataSource("relay") AgroalDataSource database,
            KafkaClientService kafka,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            EventsConfig config) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
        this.lags = new Lags(broker);
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
        try (lags) {
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
                    behind += lags.behind(group(consumer), assigned(consumer));
                }
                lag.put(channel, behind);
            } catch (RuntimeException e) {
                LOG.debugf("How far %s has come cannot be told now: %s", channel, e.getMessage());
            }
        }
        return Map.copyOf(lag);
    }

    private static String group(KafkaConsumer<Object, Object> consumer) {
        return String.valueOf(consumer.configuration().get(ConsumerConfig.GROUP_ID_CONFIG));
    }

    /** The one question to the consumer itself. It answers on the thread that hears events, from its memory. */
    private static Set<TopicPartition> assigned(KafkaConsumer<Object, Object> consumer) {
        return consumer.getAssignments().await().atMost(ANSWER);
    }
}
