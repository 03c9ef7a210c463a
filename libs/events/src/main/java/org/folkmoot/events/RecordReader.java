package org.folkmoot.events;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads single records again, outside any consumer group. */
@ApplicationScoped
class RecordReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;

    RecordReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * The record at that place, or empty where Kafka no longer has it.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
     */
    Optional<ConsumerRecord<String, byte[]>> read(String topic, int partition, long offset) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        var at = new TopicPartition(topic, partition);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(at));
            long begin = consumer.beginningOffsets(List.of(at), PATIENCE).getOrDefault(at, 0L);
            long end = consumer.endOffsets(List.of(at), PATIENCE).getOrDefault(at, 0L);
            if (offset < begin || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(at, offset);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    // A compacted topic answers with the next record that is left.
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
            }
            throw new TimeoutException("no record of " + at + " within " + PATIENCE);
        }
    }
}
