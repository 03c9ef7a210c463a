package org.folkmoot.executive.power;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.events.Topic;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Sql;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the copy is: what Kafka has of the ICS's powers and mandates, against what was taken in. A short lag is waited
 * for.
 */
@ApplicationScoped
public class MandateFreshness {

    private static final Logger LOG = Logger.getLogger(MandateFreshness.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String SILENT = "Whether there is newer news of powers cannot be found out at the moment.";
    private static final String BEHIND = "News of powers has not been taken in yet.";
    private static final String SET_ASIDE =
            "News of this power or its mandate could not be taken in, and waits for an administrator.";

    private final Map<String, Object> connection;
    private final CurrentTenant tenant;
    private final Sql sql;
    private final MandateNews news;
    private final Clock clock;
    private final Duration patience;
    private @Nullable Admin admin;

    MandateFreshness(
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            CurrentTenant tenant,
            Sql sql,
            MandateNews news,
            Clock clock,
            @ConfigProperty(name = "folkmoot.executive.patience", defaultValue = "2s") Duration patience) {
        this.connection = Map.copyOf(connection);
        this.tenant = tenant;
        this.sql = sql;
        this.news = news;
        this.clock = clock;
        this.patience = patience;
    }

    /** How fresh the copy is as far as this power, or this mandate, is concerned, in the caller's transaction. */
    public Freshness of(UUID power) {
        Instant asked = clock.instant();
        List<String> topics = List.of("power", "mandate").stream()
                .map(entity -> new Topic(tenant.require(), "mandate", entity).name())
                .toList();
        try {
            Map<TopicPartition, Long> announced = announced(topics);
            while (!isTakenIn(announced)) {
                if (clock.instant().isAfter(asked.plus(patience))) {
                    return new Freshness(asked, BEHIND);
                }
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Freshness(asked, SILENT);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf(e, "%s: Kafka does not say what there is of powers", tenant.require());
            return new Freshness(asked, SILENT);
        }
        return new Freshness(asked, isSetAside(topics, power) ? SET_ASIDE : null);
    }

    /** Where the next event of each partition would stand; nothing for a partition that holds none. */
    private Map<TopicPartition, Long> announced(List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<TopicPartition> partitions = answer(admin().describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest());
        ends.entrySet().removeIf(end -> end.getValue().equals(begins.get(end.getKey())));
        return ends;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, which));
        var offsets = new HashMap<TopicPartition, Long>();
        answer(admin().listOffsets(asked).all()).forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private boolean isTakenIn(Map<TopicPartition, Long> announced) {
        Map<TopicPartition, Long> taken = new HashMap<>();
        sql.list(
                        row -> Map.entry(
                                new TopicPartition(row.getString("topic"), row.getInt("kafka_partition")),
                                row.getLong("next_offset")),
                        """
                        select topic, kafka_partition, next_offset from folkmoot.consumed
                        where tenant_id = folkmoot.current_tenant() and consumer = ?
                        """,
                        news.consumer())
                .forEach(each -> taken.put(each.getKey(), each.getValue()));
        return announced.entrySet().stream().allMatch(end -> taken.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** An event without an aggregate may be of any. */
    private boolean isSetAside(List<String> topics, UUID power) {
        return sql.first(row -> true, """
                select from folkmoot.dead_letter d
                where d.tenant_id = folkmoot.current_tenant() and d.consumer = ? and d.state in ('parked', 'waiting')
                  and d.topic = any (?)
                  and (d.aggregate is null or d.aggregate = ?
                       or d.aggregate = (select p.mandate_id::text from power p
                                         where p.tenant_id = d.tenant_id and p.id = ?))
                """, news.consumer(), topics, power.toString(), power)
                .isPresent();
    }

    private <T> T answer(KafkaFuture<T> coming) throws InterruptedException, ExecutionException, TimeoutException {
        return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized Admin admin() {
        Admin open = admin;
        if (open == null) {
            var settings = new HashMap<>(connection);
            settings.put("client.id", "executive-freshness");
            open = Admin.create(settings);
            admin = open;
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
