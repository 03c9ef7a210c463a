package org.folkmoot.tenants.systems;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.tenants.Servers;
import org.folkmoot.test.TestStack;

/** What a system outside the platform can do at the broker with what it was given, and what the broker knows of it. */
final class Partner {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Partner() {}

    /** The settings of whoever signs in with what was issued. */
    static Map<String, Object> client(JsonPath issued) {
        Map<String, Object> settings = client(issued.getString("username"), issued.getString("password"));
        assertThat(issued.getString("mechanism")).isEqualTo(settings.get("sasl.mechanism"));
        return settings;
    }

    static Map<String, Object> client(String username, String password) {
        var settings = new HashMap<>(TestStack.current().kafka("tests"));
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + username
                        + "\" password=\"" + password + "\";");
        return settings;
    }

    static boolean signsIn(Map<String, Object> client) {
        try (var kafka = Admin.create(client)) {
            return kafka.describeCluster().clusterId().get() != null;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(SaslAuthenticationException.class);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static boolean reads(Map<String, Object> client, String topic) {
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.poll(Duration.ofSeconds(2));
            consumer.position(partition, Duration.ofSeconds(5));
            return true;
        } catch (AuthorizationException e) {
            return false;
        }
    }

    /** Whether the broker refuses the next of many requests on this connection. */
    static boolean refused(KafkaConsumer<String, String> open) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                open.poll(Duration.ofMillis(200));
            } catch (AuthorizationException e) {
                return true;
            }
        }
        return false;
    }

    static boolean commits(Map<String, Object> client, String topic, String group) {
        var settings = new HashMap<>(client);
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)), Duration.ofSeconds(20));
            return true;
        } catch (AuthorizationException e) {
            return false;
        }
    }

    static boolean writes(Map<String, Object> client, String topic) {
        var settings = new HashMap<>(client);
        settings.put("max.block.ms", "10000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "")).get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> users() {
        try (var kafka = Servers.admin()) {
            return Servers.answer(kafka.describeUserScramCredentials().users());
        }
    }

    static List<String> rightsOf(String principal) {
        return Servers.rights().stream()
                .filter(right -> right.startsWith("User:" + principal + " "))
                .toList();
    }

    /** Limits how much a principal may draw, past the product. */
    static void limit(String principal) {
        try (var kafka = Servers.admin()) {
            var limit = new ClientQuotaAlteration(
                    new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, principal)),
                    List.of(new ClientQuotaAlteration.Op("consumer_byte_rate", 1000.0)));
            Servers.answer(kafka.alterClientQuotas(List.of(limit)).all());
        }
    }

    /** Who may draw only so much. */
    static List<String> limited() {
        try (var kafka = Servers.admin()) {
            return Servers.answer(
                            kafka.describeClientQuotas(ClientQuotaFilter.all()).entities())
                    .keySet()
                    .stream()
                    .map(entity -> String.valueOf(entity.entries().get(ClientQuotaEntity.USER)))
                    .toList();
        }
    }

    static void await(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
    }
}
