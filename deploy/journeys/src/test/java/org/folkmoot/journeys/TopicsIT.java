package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

    private static final String ENQUIRIES = "ics.qkk.partner.enquiry.v1";
    private static final String NOTIFICATIONS = "ics.qkk.partner.nhs-notification.v1";

    /** From which somebody could count single referrals, or read what boards plan for practices that have not heard of it. */
    private static final Set<String> INTERNAL = Set.of(
            "ics.qkk.registry.succession.v1",
            "ics.qkk.tenants.succession.v1",
            "ics.qkk.neighbourhood.referral.v1",
            "ics.qkk.neighbourhood.case-manager.v1",
            "ics.qkk.neighbourhood.assessment.v1",
            "ics.qkk.neighbourhood.care-plan.v1",
            "ics.qkk.neighbourhood.gp-update.v1");

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
                assertRefuses(registry, foreign);
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

    @Test
    void a_partner_s_system_sees_what_is_published_of_its_ics_and_its_inbound_topic_and_nothing_else()
            throws Exception {
        // When
        try (Admin partner = Admin.create(stack.kafkaCredential("qkk"));
                Admin admin = Admin.create(client("admin"))) {
            Set<String> seen = partner.listTopics().names().get(20, TimeUnit.SECONDS);

            // Then
            Set<String> published = admin.listTopics().names().get(20, TimeUnit.SECONDS).stream()
                    .filter(topic -> topic.startsWith("ics.qkk.") && !topic.endsWith(".dead-letter.v1"))
                    .filter(topic -> !topic.equals(NOTIFICATIONS) && !INTERNAL.contains(topic))
                    .collect(Collectors.toSet());
            assertThat(seen).isEqualTo(published).contains(ENQUIRIES, "ics.qkk.neighbourhood.team.v1");
        }
    }

    @Test
    void a_system_that_an_administrator_let_in_sees_what_it_was_let_in_for_until_it_is_revoked() throws Exception {
        // Given
        String path = "/external-systems";
        String id = asked(path, """
                        {"name": "A trial", "supplier": "Nobody", "contact": "integration@example.org",
                         "reads": ["registry"], "writes": [], "reason": "To try it"}
                        """).path("id").asText();
        JsonNode issued = asked(path + "/" + id + "/credentials", "{\"reason\": \"To try it\"}");
        Map<String, Object> settings = stack.kafkaCredential("qkk");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(
                                issued.path("username").asText(),
                                issued.path("password").asText()));
        try (Admin system = Admin.create(settings)) {
            // Then
            assertThat(system.listTopics().names().get(20, TimeUnit.SECONDS))
                    .contains("ics.qkk.registry.practice.v1", "ics.qkk.registry.practice-state.v1")
                    .allMatch(topic -> topic.startsWith("ics.qkk.registry.") && !topic.endsWith(".dead-letter.v1"));
            assertRefusesToWrite(settings, ENQUIRIES);
            // When
            asked(path + "/" + id + "/revocation", "{\"reason\": \"It was tried\"}");
            // Then: a broker hears of it a moment after the controller
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!system.listTopics().names().get(20, TimeUnit.SECONDS).isEmpty()) {
                assertThat(System.nanoTime()).as("it still sees topics").isLessThan(deadline);
            }
        }
    }

    private JsonNode asked(String path, String body) {
        Stack.Answer answer = stack.send(
                stack.request("tenants", path, Person.ADMINISTRATOR.in("qkk").token())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "*")
                        .POST(BodyPublishers.ofString(body))
                        .build());
        assertThat(answer.status()).as(path).isIn(200, 201);
        return answer.body();
    }

    @Test
    void what_the_nhs_tells_of_people_no_partner_writes_or_reads_and_no_other_service_reads() throws Exception {
        // Given
        Map<String, Object> partner = stack.kafkaCredential("qkk");
        Map<String, Object> nhs = stack.kafkaCredential("qkk", "--nhs");

        // Then
        assertRefusesToWrite(partner, NOTIFICATIONS);
        assertRefusesToRead(partner, NOTIFICATIONS);
        assertRefusesToRead(nhs, NOTIFICATIONS);
        assertRefusesToWrite(nhs, ENQUIRIES);
        for (String service : List.of("registry", "mandate", "executive", "portal")) {
            assertRefusesToRead(client(service), NOTIFICATIONS);
        }
        try (Admin gateway = Admin.create(nhs);
                Admin neighbourhood = Admin.create(client("neighbourhood"))) {
            assertThat(gateway.listTopics().names().get(20, TimeUnit.SECONDS)).containsExactly(NOTIFICATIONS);
            assertThat(neighbourhood.listTopics().names().get(20, TimeUnit.SECONDS))
                    .contains(NOTIFICATIONS)
                    .doesNotContain(ENQUIRIES);
        }
    }

    @Test
    void no_partner_reads_what_is_internal() throws Exception {
        Map<String, Object> partner = stack.kafkaCredential("qkk");
        for (String topic : INTERNAL) {
            assertRefusesToRead(partner, topic);
        }
    }

    @Test
    void a_partner_s_system_asked_and_hears_that_it_was_heard() throws Exception {
        // Given
        Set<String> submitted = new HashSet<>();
        List<ConsumerRecord<String, String>> everything = everything();
        everything.stream()
                .filter(record -> header(record, "ce_type").equals("folkmoot.partner.enquiry.submitted.v1"))
                .forEach(record -> submitted.add(header(record, "ce_id")));

        // Then
        assertThat(submitted).isNotEmpty();
        assertThat(everything.stream()
                        .filter(record -> header(record, "ce_type").equals("folkmoot.executive.enquiry.received.v1"))
                        .map(record -> json(record).path("event").asText()))
                .containsAll(submitted);
    }

    private static void assertRefusesToWrite(Map<String, Object> client, String topic) {
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            assertRefuses(producer, topic);
        }
    }

    private static void assertRefuses(KafkaProducer<String, String> producer, String topic) {
        assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "forged"))
                        .get(20, TimeUnit.SECONDS))
                .as(topic)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    private static void assertRefusesToRead(Map<String, Object> client, String topic) {
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThatThrownBy(() -> {
                        consumer.poll(Duration.ofSeconds(2));
                        consumer.position(partition, Duration.ofSeconds(20));
                    })
                    .as(topic)
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    private static JsonNode json(ConsumerRecord<String, String> record) {
        try {
            return Stack.JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                    // There the NHS writes, in a form of its own.
                    .filter(topic -> !topic.getKey().equals(NOTIFICATIONS))
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
