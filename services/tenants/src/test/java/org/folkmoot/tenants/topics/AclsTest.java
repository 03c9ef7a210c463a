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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
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
import org.apache.kafka.common.errors.SaslAuthenticationException;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries the rights with the real principals on a real broker. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class AclsTest {

    private static final Tenant QKS = Tenant.of("qks");
    private static final Tenant QMF = Tenant.of("qmf");
    private static final IcsLife ACTIVE = new IcsLife.Active(Instant.EPOCH);
    private static final String OUTSIDE_PASSWORD = "only for this test";

    @Inject
    Topics topics;

    @Inject
    Acls acls;

    /** Once, and until the broker knows of it: a password that is set anew is for a moment neither the old nor the new. */
    @BeforeAll
    static void two_principals_outside_can_sign_in() throws Exception {
        List<String> principals = List.of("ics-qks", "ics-qks-nhs");
        try (var kafka = Servers.admin()) {
            Servers.answer(kafka.alterUserScramCredentials(
                            principals.stream().map(AclsTest::credential).toList())
                    .all());
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        for (String principal : principals) {
            while (!signsIn(principal)) {
                assertThat(System.nanoTime()).as(principal).isLessThan(deadline);
            }
        }
    }

    @BeforeEach
    void two_icss_are_served() throws Exception {
        for (Tenant ics : List.of(QKS, QMF)) {
            topics.reconcile(ics);
            settle(ics, ACTIVE);
        }
        topics.reconcile(Tenant.PLATFORM);
        acls.reconcilePlatform();
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
    void a_service_hears_every_service_and_the_platform() {
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
        assertThat(writes(reader(), "ics.qks.partner.nhs-notification.v1")).isFalse();
        assertThat(writes(reader(), "ics.qks.registry.practice.v1")).isFalse();
        assertThat(writes(reader(), "ics.qmf.partner.enquiry.v1")).isFalse();
        // When
        settle(QKS, new IcsLife.Suspended(Instant.EPOCH));
        // Then
        assertThat(reads(reader(), "ics.qks.registry.practice.v1")).isFalse();
        assertThat(writes(reader(), "ics.qks.partner.enquiry.v1")).isFalse();
    }

    @Test
    void what_the_nhs_tells_of_people_is_written_by_one_principal_that_reads_nothing_and_heard_by_one_service() {
        String topic = "ics.qks.partner.nhs-notification.v1";
        assertThat(writes(outside("ics-qks-nhs"), topic)).isTrue();
        assertThat(writes(outside("ics-qks-nhs"), "ics.qks.partner.enquiry.v1")).isFalse();
        assertThat(writes(outside("ics-qks-nhs"), "ics.qmf.partner.nhs-notification.v1"))
                .isFalse();
        assertThat(reads(outside("ics-qks-nhs"), topic)).isFalse();
        assertThat(reads(outside("ics-qks-nhs"), "ics.qks.registry.practice.v1"))
                .isFalse();
        assertThat(reads(reader(), topic)).isFalse();
        assertThat(reads(TestStack.current().kafka("neighbourhood"), topic)).isTrue();
        for (String service : List.of("registry", "mandate", "executive", "portal")) {
            assertThat(reads(TestStack.current().kafka(service), topic))
                    .as(service)
                    .isFalse();
        }
    }

    @Test
    void an_enquiry_is_heard_by_the_executive_alone() {
        String topic = "ics.qks.partner.enquiry.v1";
        assertThat(reads(TestStack.current().kafka("executive"), topic)).isTrue();
        for (String service : List.of("registry", "mandate", "neighbourhood", "portal")) {
            assertThat(reads(TestStack.current().kafka(service), topic))
                    .as(service)
                    .isFalse();
        }
    }

    @Test
    void nobody_outside_can_count_referrals_one_by_one() {
        for (String internal : List.of("referral", "case-manager", "assessment", "care-plan", "gp-update")) {
            assertThat(reads(reader(), "ics.qks.neighbourhood." + internal + ".v1"))
                    .as(internal)
                    .isFalse();
        }
        assertThat(reads(reader(), "ics.qks.neighbourhood.team.v1")).isTrue();
        assertThat(reads(TestStack.current().kafka("registry"), "ics.qks.neighbourhood.referral.v1"))
                .isTrue();
    }

    @Test
    void the_rights_of_an_older_release_are_withdrawn() throws Exception {
        // Given: every service read all topics of an ICS, and its partners wrote what only the NHS's gateway may
        AclBinding all = right("registry", "ics.qks.", PatternType.PREFIXED, AclOperation.READ);
        AclBinding notifications =
                right("ics-qks", "ics.qks.partner.nhs-notification.v1", PatternType.LITERAL, AclOperation.WRITE);
        AclBinding referrals =
                right("ics-qks", "ics.qks.neighbourhood.referral.v1", PatternType.LITERAL, AclOperation.READ);
        try (var kafka = Servers.admin()) {
            Servers.answer(
                    kafka.createAcls(List.of(all, notifications, referrals)).all());
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!acls.of(QKS).containsAll(List.of(all, notifications, referrals))) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
        assertThat(reads(TestStack.current().kafka("registry"), "ics.qks.partner.nhs-notification.v1"))
                .isTrue();
        // When
        List<String> changes = acls.reconcile(QKS, ACTIVE, List.of());
        // Then
        assertThat(changes)
                .containsExactly(
                        "withdrawn: User:ics-qks may READ topic ics.qks.neighbourhood.referral.v1",
                        "withdrawn: User:ics-qks may WRITE topic ics.qks.partner.nhs-notification.v1",
                        "withdrawn: User:registry may READ topic ics.qks.*");
        settle(QKS, ACTIVE);
        assertThat(reads(TestStack.current().kafka("registry"), "ics.qks.partner.nhs-notification.v1"))
                .isFalse();
        assertThat(reads(TestStack.current().kafka("registry"), "ics.qks.registry.practice.v1"))
                .isTrue();
    }

    @Test
    void a_right_that_nobody_meant_to_give_is_withdrawn_and_one_that_is_missing_is_given() throws Exception {
        // Given
        AclBinding strange = right("mallory", "ics.qks.registry.", PatternType.PREFIXED, AclOperation.WRITE);
        AclBinding ours = right("registry", "ics.qks.registry.", PatternType.PREFIXED, AclOperation.WRITE);
        try (var kafka = Servers.admin()) {
            Servers.answer(kafka.createAcls(List.of(strange)).all());
            Servers.answer(kafka.deleteAcls(List.of(ours.toFilter())).all());
        }
        // When
        List<String> changes = acls.reconcile(QKS, ACTIVE, List.of());
        // Then
        assertThat(changes)
                .containsExactly(
                        "given: User:registry may WRITE topic ics.qks.registry.*",
                        "withdrawn: User:mallory may WRITE topic ics.qks.registry.*");
        assertThat(acls.reconcile(QKS, ACTIVE, List.of())).isEmpty();
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

    /** Reconciles until the broker, which hears of rights a moment after they were given, has nothing left to change. */
    private void settle(Tenant ics, IcsLife life) throws KafkaSilent {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!acls.reconcile(ics, life, List.of()).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
        }
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

    private static AclBinding right(String principal, String topics, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topics, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    private static UserScramCredentialAlteration credential(String principal) {
        return new UserScramCredentialUpsertion(
                principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), OUTSIDE_PASSWORD);
    }

    private static boolean signsIn(String principal) throws InterruptedException {
        try (Admin kafka = Admin.create(outside(principal))) {
            return kafka.listTopics().names().get() != null;
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(SaslAuthenticationException.class);
            return false;
        }
    }

    private static Map<String, Object> reader() {
        return outside("ics-qks");
    }

    private static Map<String, Object> outside(String principal) {
        var settings = new HashMap<>(TestStack.current().kafka("tests"));
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                        + "\" password=\"" + OUTSIDE_PASSWORD + "\";");
        return settings;
    }
}
