package org.folkmoot.tenants.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries the rights with the real principals on a real broker. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class AclsTest {

    private static final Tenant QKS = Tenant.of("qks");
    private static final Tenant QMF = Tenant.of("qmf");
    private static final IcsLife ACTIVE = new IcsLife.Active(Instant.EPOCH);
    private static final String READERS_PASSWORD = "only for this test";

    @Inject
    Topics topics;

    @Inject
    Acls acls;

    @BeforeEach
    void two_icss_are_served() throws Exception {
        for (Tenant ics : List.of(QKS, QMF)) {
            topics.reconcile(ics);
            acls.reconcile(ics, ACTIVE);
        }
        topics.reconcile(Tenant.PLATFORM);
        acls.reconcilePlatform();
        try (var kafka = Servers.admin()) {
            Servers.answer(kafka.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            "ics-qks", new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), READERS_PASSWORD)))
                    .all());
        }
    }

    @Test
    void a_service_announces_in_its_own_domain_to_every_ics_and_in_no_other() {
        assertThat(writes("registry", "ics.qks.registry.practice.v1")).isTrue();
        assertThat(writes("registry", "ics.qmf.registry.practice.v1")).isTrue();
        assertThat(writes("registry", "ics.qks.mandate.dead-letter.v1")).isFalse();
        assertThat(writes("registry", "platform.tenants.ics.v1")).isFalse();
        assertThat(writes("registry", "platform.registry.dead-letter.v1")).isTrue();
    }

    @Test
    void a_service_hears_every_domain_and_the_platform() {
        assertThat(reads(TestStack.current().kafka("registry"), "ics.qks.registry.practice.v1"))
                .isTrue();
        assertThat(reads(TestStack.current().kafka("registry"), "ics.qks.mandate.dead-letter.v1"))
                .isTrue();
        assertThat(reads(TestStack.current().kafka("registry"), "platform.tenants.ics.v1"))
                .isTrue();
    }

    @Test
    void whoever_is_no_service_hears_nothing() {
        assertThat(reads(TestStack.current().kafka("tests"), "ics.qks.registry.practice.v1"))
                .isFalse();
        assertThat(writes("tests", "ics.qks.registry.practice.v1")).isFalse();
    }

    @Test
    void an_icss_own_systems_hear_its_published_events_and_tell_it_what_is_inbound_and_no_other_ics() throws Exception {
        assertThat(reads(reader(), "ics.qks.registry.practice.v1")).isTrue();
        assertThat(reads(reader(), "ics.qks.registry.dead-letter.v1")).isFalse();
        assertThat(reads(reader(), "ics.qmf.registry.practice.v1")).isFalse();
        assertThat(reads(reader(), "platform.tenants.ics.v1")).isFalse();
        assertThat(writes(reader(), "ics.qks.partner.enquiry.v1")).isTrue();
        assertThat(writes(reader(), "ics.qks.registry.practice.v1")).isFalse();
        assertThat(writes(reader(), "ics.qmf.partner.enquiry.v1")).isFalse();
        // When
        acls.reconcile(QKS, new IcsLife.Suspended(Instant.EPOCH));
        // Then
        assertThat(reads(reader(), "ics.qks.registry.practice.v1")).isFalse();
        assertThat(writes(reader(), "ics.qks.partner.enquiry.v1")).isFalse();
    }

    @Test
    void a_right_that_nobody_meant_to_give_is_withdrawn_and_one_that_is_missing_is_given() throws Exception {
        // Given
        AclBinding strange = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "ics.qks.registry.", PatternType.PREFIXED),
                new AccessControlEntry("User:mallory", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        AclBinding ours = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "ics.qks.registry.", PatternType.PREFIXED),
                new AccessControlEntry("User:registry", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (var kafka = Servers.admin()) {
            Servers.answer(kafka.createAcls(List.of(strange)).all());
            Servers.answer(kafka.deleteAcls(List.of(ours.toFilter())).all());
        }
        // When
        List<String> changes = acls.reconcile(QKS, ACTIVE);
        // Then
        assertThat(changes)
                .containsExactly(
                        "given: User:registry may WRITE topic ics.qks.registry.*",
                        "withdrawn: User:mallory may WRITE topic ics.qks.registry.*");
        assertThat(acls.reconcile(QKS, ACTIVE)).isEmpty();
    }

    @Test
    void a_topics_settings_that_were_changed_by_hand_are_corrected() throws Exception {
        // Given
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, "ics.qks.registry.practice.v1");
        try (var kafka = Servers.admin()) {
            Servers.answer(kafka.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all());
        }
        // Then
        assertThat(topics.reconcile(QKS))
                .containsExactly("topic ics.qks.registry.practice.v1: retention.ms was 1000, wanted 3024000000");
        assertThat(topics.reconcile(QKS)).isEmpty();
    }

    private static boolean writes(String principal, String topic) {
        return writes(TestStack.current().kafka(principal), topic);
    }

    private static boolean writes(Map<String, Object> client, String topic) {
        var settings = new HashMap<>(client);
        settings.put("max.block.ms", "10000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", new byte[0])).get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean reads(Map<String, Object> client, String topic) {
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
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

    private static Map<String, Object> reader() {
        var settings = new HashMap<>(TestStack.current().kafka("tests"));
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"ics-qks\" password=\""
                        + READERS_PASSWORD + "\";");
        return settings;
    }
}
