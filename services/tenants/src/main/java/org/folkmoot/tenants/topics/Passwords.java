package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
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

    /** Ours is the last; an operator may have made passwords of another kind for the names that partners share. */
    private static final List<ScramMechanism> MECHANISMS =
            List.of(ScramMechanism.SCRAM_SHA_256, ScramMechanism.SCRAM_SHA_512);

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

    /**
     * Removes the passwords of systems of the ICS that are not known, or no longer, and tells of which. Of an ICS that has
     * left also those that its partners share: an operator made them, and makes others if it comes back.
     */
    List<String> reconcile(Tenant ics, IcsLife life, Collection<Outsider> systems) throws KafkaSilent {
        Set<String> wanted =
                systems.stream().flatMap(system -> system.principals().stream()).collect(Collectors.toSet());
        return kafka.work(session -> {
            Map<String, UserScramCredentialsDescription> found = new TreeMap<>(session.answer(
                    session.admin().describeUserScramCredentials().all()));
            found.keySet()
                    .removeIf(principal ->
                            life.isServed() ? !Outsider.isOf(ics, principal) : !Outsider.isNamedFor(ics, principal));
            wanted.stream()
                    .filter(principal -> !found.containsKey(principal))
                    .forEach(principal -> LOG.warnf(
                            "Kafka has no password of %s; another credential has to be issued in its place",
                            principal));
            found.keySet().removeAll(wanted);
            for (ScramMechanism mechanism : MECHANISMS) {
                remove(session, mechanism, found.values());
            }
            List<String> changes = new ArrayList<>();
            found.keySet().forEach(principal -> changes.add("removed: the password of User:" + principal));
            changes.addAll(limit(session, ics, wanted));
            return changes;
        });
    }

    /** Of those who have one of that mechanism: Kafka refuses to remove what is not there, and to alter a user twice at once. */
    private static void remove(
            KafkaAdmin.Session session, ScramMechanism mechanism, Collection<UserScramCredentialsDescription> users)
            throws KafkaSilent {
        List<UserScramCredentialAlteration> deletions = users.stream()
                .filter(user ->
                        user.credentialInfos().stream().anyMatch(credential -> credential.mechanism() == mechanism))
                .<UserScramCredentialAlteration>map(user -> new UserScramCredentialDeletion(user.name(), mechanism))
                .toList();
        if (!deletions.isEmpty()) {
            session.answer(session.admin().alterUserScramCredentials(deletions).all());
        }
    }

    /** Limits those that have another limit than they should, and forgets the limits of those that are no more. */
    private List<String> limit(KafkaAdmin.Session session, Tenant ics, Set<String> wanted) throws KafkaSilent {
        double rate = config.outside().bytesPerSecond();
        Map<ClientQuotaEntity, Map<String, Double>> found = session.answer(session.admin()
                .describeClientQuotas(ClientQuotaFilter.containsOnly(
                        List.of(ClientQuotaFilterComponent.ofEntityType(ClientQuotaEntity.USER))))
                .entities());
        Set<String> others = wanted.stream()
                .filter(principal -> !limits(rate).equals(found.get(user(principal))))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> gone = found.keySet().stream()
                .map(limited -> limited.entries().get(ClientQuotaEntity.USER))
                .filter(principal -> principal != null && Outsider.isOf(ics, principal) && !wanted.contains(principal))
                .collect(Collectors.toUnmodifiableSet());
        limit(session, gone, null);
        limit(session, others, rate);
        return others.stream()
                .map(principal -> "limited: User:" + principal + " to " + (long) rate + " bytes a second")
                .toList();
    }

    private static void limit(KafkaAdmin.Session session, Set<String> principals, @Nullable Double rate)
            throws KafkaSilent {
        if (principals.isEmpty()) {
            return;
        }
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
        long deadline = System.nanoTime() + kafka.left().toNanos();
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
