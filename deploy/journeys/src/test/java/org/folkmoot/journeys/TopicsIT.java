package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.local.Secrets;
import org.junit.jupiter.api.Test;

/** What is really on the topics of the running platform, and who may put it there. */
class TopicsIT {

    private final Stack stack = Stack.up();

    @Test
    void every_event_keeps_its_contract_and_its_tenant() throws Exception {
        List<ConsumerRecord<String, String>> records = everything();
        assertThat(records).isNotEmpty();
        for (ConsumerRecord<String, String> record : records) {
            String type = header(record, "ce_type");
            assertThat(Contracts.complaints(type, record.value()))
                    .as("%s on %s", type, record.topic())
                    .isEmpty();
            if (record.topic().startsWith("ics.")) {
                assertThat(header(record, "ce_icbcode"))
                        .isEqualToIgnoringCase(record.topic().split("\\.")[1]);
            }
        }
    }

    @Test
    void each_open_practice_was_announced_once_to_its_own_ics() throws Exception {
        Map<String, Integer> opened = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, String> record : everything()) {
            assertThat(ids.add(header(record, "ce_id"))).isTrue();
            if (header(record, "ce_type").equals("folkmoot.registry.practice.opened.v1")) {
                JsonNode data = Stack.JSON.readTree(record.value());
                assertThat(record.key()).isEqualTo(data.get("code").asText());
                opened.merge(record.topic().split("\\.")[1], 1, Integer::sum);
            }
        }
        // The counts of the map of 1 August 2026: 189, 64 and 161 practices.
        assertThat(opened).containsEntry("qkk", 189).containsEntry("qr1", 64).containsEntry("t6y0w", 161);
    }

    @Test
    void a_service_writes_only_what_is_its_own() {
        try (var registry = new KafkaProducer<>(client("registry"), new StringSerializer(), new StringSerializer())) {
            for (String foreign : List.of("platform.tenants.ics.v1", "ics.qkk.mandate.dead-letter.v1")) {
                assertThatThrownBy(() -> registry.send(new ProducerRecord<>(foreign, "key", "forged"))
                                .get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    @Test
    void a_service_makes_no_topic() {
        try (Admin registry = Admin.create(client("registry"))) {
            assertThatThrownBy(() -> registry.createTopics(List.of(new org.apache.kafka.clients.admin.NewTopic(
                                    "ics.qkk.registry.mine.v1", 1, (short) 1)))
                            .all()
                            .get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    private Map<String, Object> client(String principal) {
        String password = new Secrets(stack.home()).password("kafka." + principal);
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", "localhost:" + stack.port("kafka"));
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal, password));
        settings.put("max.block.ms", "15000");
        return settings;
    }

    private List<ConsumerRecord<String, String>> everything() throws Exception {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = new KafkaConsumer<>(client("admin"), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic ->
                            topic.getKey().startsWith("ics.") || topic.getKey().startsWith("platform."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
