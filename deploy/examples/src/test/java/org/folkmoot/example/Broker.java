package org.folkmoot.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.test.TestStack;

/** Kafka with topics, rights and credentials as the control plane makes them. */
final class Broker implements AutoCloseable {

    /** It compacts as soon as it can, which is not soon. */
    private static final Map<String, String> OF_STATES =
            Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.01", "segment.ms", "200");

    private static final String PASSWORD = "only for this test";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Map<String, Object> administrator = TestStack.current().kafka("admin");
    private final Admin admin = Admin.create(administrator);
    private final KafkaProducer<String, String> platform;

    Broker() {
        // As the relay compresses.
        var settings = new HashMap<>(administrator);
        settings.put("compression.type", "lz4");
        settings.put("acks", "all");
        platform = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** An empty topic of states. */
    void makeTopic(String topic) {
        answer(admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1).configs(OF_STATES)))
                .all());
    }

    /**
     * Lets a system in, and writes the file that its administrator hands out.
     *
     * @param name of the system; its credential's is with {@code -1}, its groups' begin with it and a dot
     */
    Path letIn(String name, List<String> topics, Path folder) {
        String principal = name + "-1";
        answer(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192), PASSWORD)))
                .all());
        List<AclBinding> rights = new ArrayList<>();
        topics.forEach(topic -> rights.add(mayRead(principal, ResourceType.TOPIC, topic, PatternType.LITERAL)));
        rights.add(mayRead(principal, ResourceType.GROUP, name + ".", PatternType.PREFIXED));
        answer(admin.createAcls(rights).all());
        return file(name, PASSWORD, folder);
    }

    /** Such a file, with this password in it. */
    Path file(String name, String password, Path folder) {
        try {
            return Files.writeString(folder.resolve("partner.properties"), """
                    # Kafka, for a trial
                    bootstrap.servers=%s
                    security.protocol=SASL_PLAINTEXT
                    sasl.mechanism=SCRAM-SHA-512
                    sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="%s-1" password="%s";
                    group.id=%s.shared-record
                    """.formatted(
                            TestStack.current().kafkaBootstrapServers(), name, password, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The state of a practice, in that version. */
    static ProducerRecord<String, String> state(String ics, String code, int version) {
        var record = new ProducerRecord<>(
                "ics." + ics + ".registry.practice-state.v1",
                code,
                "{\"code\": \"%s\", \"name\": \"PRACTICE \\\"%s\\\"\", \"version\": %d}"
                        .formatted(code, code, version));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        "/ics/" + ics + "/registry",
                        "ce_type",
                        "folkmoot.registry.practicestate.recorded.v1",
                        "ce_subject",
                        code,
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_icbcode",
                        ics.toUpperCase(Locale.ROOT),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    void tell(ProducerRecord<String, String> record) {
        try {
            platform.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Waits until Kafka has thrown away something of the topic because there is newer. */
    void awaitCompaction(String topic) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Gaps gaps = gaps(topic);
            if (gaps.there() < gaps.told()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(topic + " is not compacted: " + gaps);
            }
        }
    }

    private record Gaps(long there, long told) {}

    private Gaps gaps(String topic) {
        try (var consumer = new KafkaConsumer<>(administrator, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long there = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                there += consumer.poll(Duration.ofMillis(500)).count();
            }
            return new Gaps(
                    there, ends.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    @Override
    public void close() {
        platform.close();
        admin.close();
    }

    private static AclBinding mayRead(String principal, ResourceType type, String name, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }

    private static void answer(KafkaFuture<Void> coming) {
        try {
            coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
