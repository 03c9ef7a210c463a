package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.folkmoot.test.Gate;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far a group has come, asked of a real Kafka beside the group. */
class LagsTest {

    private final Map<String, Object> kafka = TestStack.current().kafka("admin");
    private final String topic = "lags-" + UUID.randomUUID();
    private final String group = "lags-" + UUID.randomUUID();
    private final TopicPartition first = new TopicPartition(topic, 0);
    private final TopicPartition second = new TopicPartition(topic, 1);

    @BeforeEach
    void five_events_in_one_partition_and_two_in_another() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition : List.of(0, 0, 0, 0, 0, 1, 1)) {
                producer.send(new ProducerRecord<>(topic, partition, null, new byte[] {1}))
                        .get();
            }
        }
    }

    @Test
    void what_was_not_committed_is_behind_and_of_what_was_never_read_all_is() {
        try (Lags lags = new Lags(kafka)) {
            assertThat(lags.behind(group, Set.of(first, second))).isEqualTo(7);
            commit(3);
            assertThat(lags.behind(group, Set.of(first, second))).isEqualTo(4);
            assertThat(lags.behind(group, Set.of(first))).isEqualTo(2);
            commit(5);
            assertThat(lags.behind(group, Set.of(first))).isZero();
            assertThat(lags.behind(group, Set.of())).isZero();
        }
    }

    @Test
    void while_kafka_does_not_answer_nothing_is_told_and_afterwards_it_is() {
        try (Gate gate = new Gate()) {
            // Given
            String address = gate.openTo(TestStack.current().kafkaBootstrapServers());
            gate.stall();
            var behindTheGate = new HashMap<>(kafka);
            behindTheGate.put("bootstrap.servers", address);

            // When and then
            try (Lags lags = new Lags(behindTheGate)) {
                assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> lags.behind(group, Set.of(first)));
                assertThatExceptionOfType(KafkaException.class).isThrownBy(() -> lags.behind(group, Set.of()));
                gate.open();
                assertThat(told(lags)).isEqualTo(5);
            }
        }
    }

    private long told(Lags lags) {
        while (true) {
            try {
                return lags.behind(group, Set.of(first));
            } catch (KafkaException e) {
                // The connection that was held up is given up first.
            }
        }
    }

    private void commit(long offset) {
        try (var consumer =
                new KafkaConsumer<>(withGroup(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(first));
            consumer.commitSync(Map.of(first, new OffsetAndMetadata(offset)), Duration.ofSeconds(20));
        }
    }

    private Map<String, Object> withGroup() {
        var settings = new HashMap<>(kafka);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        return settings;
    }
}
