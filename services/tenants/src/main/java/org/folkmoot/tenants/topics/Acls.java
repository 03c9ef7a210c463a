package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.resource.ResourcePattern;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;

/** Makes the rights in Kafka what they should be: gives what is missing, and takes what nobody meant to give. */
@ApplicationScoped
class Acls {

    private final KafkaAdmin kafka;
    private final AclPlan plan;

    Acls(KafkaAdmin kafka, KafkaConfig config, Topics topics) {
        this.kafka = kafka;
        this.plan = new AclPlan(config.services(), topics.plan());
    }

    List<String> reconcile(Tenant ics, IcsLife life, Collection<Outsider> systems) throws KafkaSilent {
        return reconcile(plan.of(ics, life, systems), pattern -> plan.concerns(ics, pattern));
    }

    List<String> reconcilePlatform() throws KafkaSilent {
        return reconcile(plan.ofPlatform(), plan::concernsPlatform);
    }

    /** The rights to what belongs to the ICS, as Kafka has them. */
    Set<AclBinding> of(Tenant ics) throws KafkaSilent {
        return kafka.work(session -> found(session, pattern -> plan.concerns(ics, pattern)));
    }

    private List<String> reconcile(Set<AclBinding> wanted, Predicate<ResourcePattern> ours) throws KafkaSilent {
        return kafka.work(session -> {
            Set<AclBinding> found = found(session, ours);
            List<AclBinding> missing =
                    wanted.stream().filter(right -> !found.contains(right)).toList();
            List<AclBinding> surplus =
                    found.stream().filter(right -> !wanted.contains(right)).toList();
            // What is too much goes first: better nobody reads for a moment than the wrong one.
            if (!surplus.isEmpty()) {
                session.answer(session.admin()
                        .deleteAcls(surplus.stream().map(AclBinding::toFilter).toList())
                        .all());
            }
            if (!missing.isEmpty()) {
                session.answer(session.admin().createAcls(missing).all());
            }
            List<String> changes = new ArrayList<>();
            surplus.forEach(right -> changes.add("withdrawn: " + AclPlan.inWords(right)));
            missing.forEach(right -> changes.add("given: " + AclPlan.inWords(right)));
            return changes.stream().sorted().toList();
        });
    }

    private static Set<AclBinding> found(KafkaAdmin.Session session, Predicate<ResourcePattern> ours)
            throws KafkaSilent {
        return session.answer(session.admin().describeAcls(AclBindingFilter.ANY).values()).stream()
                .filter(right -> ours.test(right.pattern()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
