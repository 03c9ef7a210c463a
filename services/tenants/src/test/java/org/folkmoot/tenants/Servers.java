package org.folkmoot.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.test.TestStack;

/** Keycloak and Kafka as their own administrator sees them, past the product. */
public final class Servers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final TestStack STACK = TestStack.current();

    private Servers() {}

    /** An answer of Keycloak. */
    public record Answer(int status, JsonNode body) {}

    /** Asks Keycloak as its administrator, below {@code /admin/realms}. */
    public static Answer keycloak(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(STACK.keycloakUrl() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.equals("")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JSON.valueToTree(body).toString()))
                .build();
        return send(request);
    }

    /** What Keycloak says below {@code /admin/realms}. */
    public static JsonNode keycloak(String path) {
        return keycloak("GET", path, "").body();
    }

    /** Asks a realm's token endpoint. */
    public static Answer token(String realm, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(
                        URI.create(STACK.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** The claims of a token, unverified. */
    public static JsonNode claims(String token) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every topic. */
    public static Set<String> topics() {
        try (Admin kafka = admin()) {
            return answer(kafka.listTopics().names());
        }
    }

    /** Every right, as {@code User:registry WRITE ics.qkk.registry.}. */
    public static Set<String> rights() {
        try (Admin kafka = admin()) {
            return answer(kafka.describeAcls(AclBindingFilter.ANY).values()).stream()
                    .map(Servers::words)
                    .collect(Collectors.toSet());
        }
    }

    /** Waits until the rights are as they should be: the broker that tells them hears of a change a moment after it was made. */
    public static void awaitRights(Consumer<Set<String>> assertion) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                assertion.accept(rights());
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    /** Kafka's administration; to be closed. */
    public static Admin admin() {
        return Admin.create(STACK.kafka("admin"));
    }

    /** What Kafka answers. */
    public static <T> T answer(KafkaFuture<T> coming) {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Everything that a topic of one partition holds. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        return records(topic, 1);
    }

    /** Everything that a topic of so many partitions holds; what is of one key stays in its order. */
    public static List<ConsumerRecord<String, byte[]>> records(String topic, int partitions) {
        try (var consumer =
                new KafkaConsumer<>(STACK.kafka("admin"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, partitions)
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /**
     * The verbs announced of an ICS, in order, once the newest is the one that is waited for; each announcement has been
     * held against its contract.
     */
    public static List<String> announced(String tenant, String newest) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> verbs = records("platform.tenants.ics.v1").stream()
                    .filter(record -> record.key().equals(tenant))
                    .map(Servers::verb)
                    .toList();
            if (!verbs.isEmpty() && verbs.getLast().equals(newest)) {
                return verbs;
            }
            assertThat(System.nanoTime())
                    .as("waiting for %s: %s", newest, verbs)
                    .isLessThan(deadline);
        }
    }

    private static String verb(ConsumerRecord<String, byte[]> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        assertThat(Contracts.complaints(type, new String(record.value(), StandardCharsets.UTF_8)))
                .as(type)
                .isEmpty();
        return type.replace("folkmoot.tenants.ics.", "").replace(".v1", "");
    }

    private static String words(AclBinding right) {
        return right.entry().principal() + " " + right.entry().operation() + " "
                + right.pattern().name();
    }

    private static String adminToken() {
        return token(
                        "master",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                STACK.keycloakAdminClient(),
                                "client_secret",
                                STACK.keycloakAdminSecret()))
                .body()
                .path("access_token")
                .asText();
    }

    private static Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
