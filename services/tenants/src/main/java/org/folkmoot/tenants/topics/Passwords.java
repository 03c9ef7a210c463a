package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * With what systems outside the platform sign in, and how much they may draw. A password goes to Kafka, which keeps what
 * proves it and not itself (SCRAM-SHA-512), and is nowhere else: what is lost cannot be made again, only removed.
 */
@ApplicationScoped
class Passwords {

    private static final Logger LOG = Logger.getLogger(Passwords.class);

    /** Guessing is prevented by the length of the passwords, which nobody chooses; so Kafka's least will do. */
    private static final int ITERATIONS = 4096;

    private static final List<String> LIMITED = List.of("producer_byte_rate", "consumer_byte_rate");
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(50);

    private final KafkaAdmin kafka;
    private final KafkaConfig config;

    Passwords(KafkaAdmin kafka, KafkaConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /** Gives the principal this password and no other, and returns when a broker has let it in. */
    void give(String principal, String password) throws KafkaSilent {
        kafka.work(session -> {
            limit(session, Set.of(principal), (double) config.outside().bytesPerSecond());
            return session.answer(session.admin()
                    .alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            principal, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)))
                    .all());
        });
        awaitSignIn(principal, password);
    }

    /** Removes the passwords of systems of the ICS that are not known, or no longer, and tells of which. */
    List<String> reconcile(Tenant ics, Collection<Outsider> systems) throws KafkaSilent {
        Set<String> wanted =
                systems.stream().flatMap(system -> system.principals().stream()).collect(Collectors.toSet());
        return kafka.work(session -> {
            Set<String> found = session
                    .answer(session.admin().describeUserScramCredentials().users())
                    .stream()
                    .filter(principal -> Outsider.isOf(ics, principal))
                    .collect(Collectors.toCollection(TreeSet::new));
            wanted.stream()
                    .filter(principal -> !found.contains(principal))
                    .forEach(principal -> LOG.warnf(
                            "Kafka has no password of %s; another credential has to be issued in its place",
                            principal));
            List<String> surplus = found.stream()
                    .filter(principal -> !wanted.contains(principal))
                    .toList();
            if (!surplus.isEmpty()) {
                session.answer(session.admin()
                        .alterUserScramCredentials(surplus.stream()
                                .<UserScramCredentialAlteration>map(principal ->
                                        new UserScramCredentialDeletion(principal, ScramMechanism.SCRAM_SHA_512))
                                .toList())
                        .all());
                limit(session, Set.copyOf(surplus), null);
            }
            List<String> changes = new ArrayList<>();
            surplus.forEach(principal -> changes.add("removed: the password of User:" + principal));
            limitOthers(session, wanted).forEach(changes::add);
            return changes;
        });
    }

    /** Limits those that have another limit than they should. */
    private List<String> limitOthers(KafkaAdmin.Session session, Set<String> wanted) throws KafkaSilent {
        double rate = config.outside().bytesPerSecond();
        Map<ClientQuotaEntity, Map<String, Double>> found = session.answer(session.admin()
                .describeClientQuotas(ClientQuotaFilter.containsOnly(
                        List.of(ClientQuotaFilterComponent.ofEntityType(ClientQuotaEntity.USER))))
                .entities());
        Set<String> others = wanted.stream()
                .filter(principal -> !limits(rate).equals(found.get(user(principal))))
                .collect(Collectors.toCollection(TreeSet::new));
        if (others.isEmpty()) {
            return List.of();
        }
        limit(session, others, rate);
        return others.stream()
                .map(principal -> "limited: User:" + principal + " to " + (long) rate + " bytes a second")
                .toList();
    }

    private static void limit(KafkaAdmin.Session session, Set<String> principals, @Nullable Double rate)
            throws KafkaSilent {
        session.answer(session.admin()
                .alterClientQuotas(principals.stream()
                        .map(principal -> new ClientQuotaAlteration(
                                user(principal),
                                LIMITED.stream()
                                        .map(key -> new ClientQuotaAlteration.Op(key, rate))
                                        .toList()))
                        .toList())
                .all());
    }

    private static Map<String, Double> limits(double rate) {
        return LIMITED.stream().collect(Collectors.toMap(key -> key, key -> rate));
    }

    private static ClientQuotaEntity user(String principal) {
        return new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, principal));
    }

    /** What is written to the controller is known to the brokers a moment later. */
    private void awaitSignIn(String principal, String password) throws KafkaSilent {
        long deadline = System.nanoTime() + config.patience().toNanos();
        while (true) {
            try {
                kafka.as(
                        principal,
                        password,
                        session ->
                                session.answer(session.admin().describeCluster().clusterId()));
                return;
            } catch (KafkaSilent e) {
                if (!(e.getCause() instanceof SaslAuthenticationException) || System.nanoTime() > deadline) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(KafkaSilent meanwhile) throws KafkaSilent {
        try {
            Thread.sleep(BEFORE_ANOTHER_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw meanwhile;
        }
    }
}
