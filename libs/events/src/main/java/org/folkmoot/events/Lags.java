package org.folkmoot.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks Kafka how far a group of consumers has come, on a connection that no consumer uses. For one thread. */
final class Lags implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    /** @param broker how to reach Kafka: addresses and credentials */
    Lags(Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    }

    /**
     * How many events Kafka holds in those partitions beyond what the group has committed.
     *
     * @param partitions those that a consumer reads; where there are none, others read all of it, or nobody has heard from Kafka,
     *     which then does not answer this either
     * @throws KafkaException when Kafka does not answer
     */
    long behind(String group, Set<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            answer(admin().describeCluster().clusterId());
            return 0;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = answer(admin().listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)))
                .partitionsToOffsetAndMetadata(group));
        Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
        // Nothing was committed there yet, so it will be read from its beginning.
        Map<TopicPartition, Long> begins = offsets(
                partitions.stream()
                        .filter(partition -> committed.get(partition) == null)
                        .collect(Collectors.toSet()),
                OffsetSpec.earliest());
        long behind = 0;
        for (var end : ends.entrySet()) {
            OffsetAndMetadata done = committed.get(end.getKey());
            long from = done == null ? begins.getOrDefault(end.getKey(), end.getValue()) : done.offset();
            behind += Math.max(0, end.getValue() - from);
        }
        return behind;
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin().listOffsets(asked).all()).forEach((partition, told) -> offsets.put(partition, told.offset()));
        return offsets;
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get(2 * ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("no answer", e);
        }
    }

    private Admin admin() {
        Admin current = admin;
        if (current == null) {
            current = Admin.create(settings);
            admin = current;
        }
        return current;
    }

    @Override
    public void close() {
        Admin current = admin;
        if (current != null) {
            current.close(Duration.ZERO);
        }
    }
}
