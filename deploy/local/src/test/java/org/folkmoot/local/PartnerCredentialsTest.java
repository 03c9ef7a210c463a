package org.folkmoot.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a broker as the stack starts it, with the rights that the control plane gives to partners of qkk. */
class PartnerCredentialsTest {

    private static final String INBOUND = "ics.qkk.partner.enquiry.v1";
    private static final String NOTIFICATIONS = "ics.qkk.partner.nhs-notification.v1";
    private static final String PUBLISHED = "ics.qkk.executive.enquiry.v1";
    private static final String OF_ANOTHER_ICS = "ics.qr1.executive.enquiry.v1";
    private static final List<String> CLOSED = List.of(
            OF_ANOTHER_ICS,
            "ics.qr1.partner.enquiry.v1",
            NOTIFICATIONS,
            "ics.qkk.executive.dead-letter.v1",
            "platform.tenants.ics.v1");

    @TempDir
    static Path home;

    private static Kafka kafka;
    private static Child broker;
    private static PartnerCredentials credentials;

    @BeforeAll
    static void a_broker_with_the_topics_of_two_icss() throws Exception {
        var settings = new Settings(
                Path.of(System.getProperty("folkmoot.root")),
                home,
                "127.0.0.1",
                Map.of("kafka", Ports.free(), "kafka-controller", Ports.free()),
                false);
        kafka = new Kafka(settings, new Secrets(home));
        credentials = new PartnerCredentials(kafka);
        broker = kafka.child(
                new Artefacts(settings.servers()), settings.data("kafka"), settings.log("kafka"), settings.run());
        broker.start();
        broker.awaitReady();
        credentials.ensure(List.of("qkk", "qr1"));
        try (Admin admin = Admin.create(kafka.client("admin"))) {
            var names = new ArrayList<>(CLOSED);
            names.addAll(List.of(INBOUND, PUBLISHED));
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
            admin.createAcls(List.of(
                            right("ics-qkk", ResourceType.TOPIC, PUBLISHED, PatternType.LITERAL, AclOperation.READ),
                            right("ics-qkk", ResourceType.TOPIC, INBOUND, PatternType.LITERAL, AclOperation.WRITE),
                            right("ics-qkk", ResourceType.GROUP, "ics-qkk.", PatternType.PREFIXED, AclOperation.READ),
                            right(
                                    "ics-qkk-nhs",
                                    ResourceType.TOPIC,
                                    NOTIFICATIONS,
                                    PatternType.LITERAL,
                                    AclOperation.WRITE)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        for (String topic : List.of(PUBLISHED, OF_ANOTHER_ICS)) {
            assertThat(writes(kafka.client("admin"), topic)).isTrue();
        }
    }

    @AfterAll
    static void the_broker_ends() {
        broker.stop(Duration.ofSeconds(20));
    }

    @Test
    void what_is_printed_signs_a_system_in_that_sees_its_own_topics_and_no_other() throws Exception {
        try (Admin partner = Admin.create(printed("qkk"))) {
            assertThat(partner.listTopics().names().get(30, TimeUnit.SECONDS)).isEqualTo(Set.of(INBOUND, PUBLISHED));
        }
    }

    @Test
    void it_reads_what_is_published_and_nothing_else() {
        assertThat(reads("ics-qkk.trial", PUBLISHED)).isTrue();
        assertThat(reads("ics-qkk.trial", INBOUND)).as("what partners wrote").isFalse();
        assertThat(CLOSED)
                .allSatisfy(topic ->
                        assertThat(reads("ics-qkk.trial", topic)).as(topic).isFalse());
        assertThat(reads("executive.trial", PUBLISHED))
                .as("in a service's group")
                .isFalse();
    }

    @Test
    void it_writes_what_is_inbound_and_nothing_else() {
        assertThat(writes(printed("qkk"), INBOUND)).isTrue();
        assertThat(writes(printed("qkk"), PUBLISHED)).isFalse();
        assertThat(CLOSED)
                .allSatisfy(topic ->
                        assertThat(writes(printed("qkk"), topic)).as(topic).isFalse());
    }

    @Test
    void what_passes_on_the_nhs_s_notifications_has_a_credential_that_writes_them_and_does_nothing_else() {
        Map<String, Object> nhs = printed("qkk", PartnerCredentials.Whose.NHS);
        assertThat(writes(nhs, NOTIFICATIONS)).isTrue();
        assertThat(writes(nhs, INBOUND)).isFalse();
        for (String topic : List.of(NOTIFICATIONS, INBOUND, PUBLISHED)) {
            assertThat(reads(nhs, "ics-qkk.trial", topic)).as(topic).isFalse();
        }
    }

    @Test
    void nobody_signs_in_with_the_password_of_another_ics() {
        // Given
        Map<String, Object> forged = printed("qkk");
        forged.computeIfPresent(
                "sasl.jaas.config", (name, value) -> value.toString().replace("ics-qkk", "ics-qr1"));

        // When, Then
        try (Admin partner = Admin.create(forged)) {
            assertThat(partner.listTopics().names())
                    .failsWithin(Duration.ofSeconds(30))
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void whoever_asks_again_is_told_the_same_and_it_goes_on_working() throws Exception {
        // Given
        String first = credentials.asProperties("qkk", PartnerCredentials.Whose.PARTNERS);

        // When
        credentials.ensure(List.of("qkk"));

        // Then
        assertThat(credentials.asProperties("qkk", PartnerCredentials.Whose.PARTNERS))
                .isEqualTo(first)
                .doesNotContain("ics-qr1");
        try (Admin partner = Admin.create(printed("qkk"))) {
            assertThat(partner.listTopics().names().get(30, TimeUnit.SECONDS)).hasSize(2);
        }
    }

    @Test
    void a_system_of_the_story_submits_what_the_contract_wants() throws Exception {
        // Given
        var partner = new PartnerOnKafka(
                credentials.client("qkk", PartnerCredentials.Whose.PARTNERS), "qkk", Clock.systemUTC());
        UUID event = UUID.randomUUID();
        JsonNode enquiry = new ObjectMapper()
                .createObjectNode()
                .put("organisation", "RJ2")
                .put("reference", "LGT-1")
                .put("subject", "Beds")
                .put("words", "How many?");

        // When
        partner.submit(event, enquiry);

        // Then
        ConsumerRecord<String, String> record = last(INBOUND);
        assertThat(record.key()).isEqualTo("LGT-1");
        assertThat(new ObjectMapper().readTree(record.value())).isEqualTo(enquiry);
        assertThat(header(record, "ce_id")).isEqualTo(event.toString());
        assertThat(header(record, "ce_type")).isEqualTo("folkmoot.partner.enquiry.submitted.v1");
        assertThat(header(record, "ce_subject")).isEqualTo("LGT-1");
        assertThat(header(record, "ce_icbcode")).isEqualTo("QKK");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    private static AclBinding right(
            String principal, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static Map<String, Object> printed(String ics) {
        return printed(ics, PartnerCredentials.Whose.PARTNERS);
    }

    /** The settings of a client that reads what the command prints. */
    private static Map<String, Object> printed(String ics, PartnerCredentials.Whose whose) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(credentials.asProperties(ics, whose)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        var client = new HashMap<String, Object>();
        properties.forEach((name, value) -> client.put(name.toString(), value));
        return client;
    }

    private static boolean writes(Map<String, Object> client, String topic) {
        var settings = new HashMap<>(client);
        settings.put("max.block.ms", "15000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "{}")).get(30, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            return false;
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean reads(String group, String topic) {
        return reads(printed("qkk"), group, topic);
    }

    private static boolean reads(Map<String, Object> client, String group, String topic) {
        var settings = new HashMap<>(client);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (consumer.poll(Duration.ofMillis(500)).isEmpty()) {
                assertThat(System.nanoTime()).as("reading " + topic).isLessThan(deadline);
            }
            return true;
        } catch (AuthorizationException e) {
            return false;
        }
    }

    private static ConsumerRecord<String, String> last(String topic) {
        try (var consumer =
                new KafkaConsumer<>(kafka.client("admin"), new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seek(partition, end - 1);
            while (true) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
                    return record;
                }
            }
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
