package org.folkmoot.tenants.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.folkmoot.events.Topic;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.tenants.ics.StepOutcome;

/**
 * Rights and passwords in Kafka of an ICS and of the systems outside the platform that it has registered. Rights go first
 * when something is closed: they are looked at with each request, a password only when a connection is made.
 */
@ApplicationScoped
public class OutsideAccess {

    private final KafkaAdmin kafka;
    private final Acls acls;
    private final Passwords passwords;
    private final TopicPlan plan;
    private final Outsiders outsiders;
    private final KafkaConfig.Outside config;

    OutsideAccess(
            KafkaAdmin kafka, Acls acls, Passwords passwords, Topics topics, Outsiders outsiders, KafkaConfig config) {
        this.kafka = kafka;
        this.acls = acls;
        this.passwords = passwords;
        this.plan = topics.plan();
        this.outsiders = outsiders;
        this.config = config.outside();
    }

    /**
     * Makes Kafka agree with what is known of the ICS and its systems when their turn has come; what was known when the
     * caller began may be out of date by then.
     */
    public StepOutcome reconcile(Tenant ics) {
        return outsiders.agree(ics, (life, systems) -> outcome(() -> reconcile(ics, life, systems)));
    }

    /** The same while somebody waits for it: given up after Kafka's patience, whatever was done until then. */
    public StepOutcome reconcilePromptly(Tenant ics) {
        return outsiders.agree(
                ics, (life, systems) -> outcome(() -> kafka.promptly(() -> reconcile(ics, life, systems))));
    }

    /**
     * Gives a new principal its rights and its password, and returns when it has signed in with it; given up after Kafka's
     * patience.
     *
     * @param systems those of the ICS, the principal's among them
     */
    public StepOutcome open(Tenant ics, IcsLife life, Collection<Outsider> systems, String principal, String password) {
        return outcome(() -> kafka.promptly(() -> {
            List<String> changes = acls.reconcile(ics, life, systems);
            passwords.give(principal, password);
            return changes;
        }));
    }

    /** The domains of which something is published. */
    public SortedSet<String> domains(Tenant ics) {
        return plan.published(ics).stream().map(Topic::domain).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The inbound topics, each {@code <domain>.<entity>}. */
    public SortedSet<String> inbound() {
        return plan.inbound().stream().map(Inbound::words).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether whoever writes to that inbound topic must do nothing else. */
    public boolean isAlone(String inbound) {
        return plan.inbound().stream().anyMatch(told -> told.words().equals(inbound) && told.isAlone());
    }

    /** Where Kafka's clients outside the platform begin. */
    public String bootstrapServers() {
        return config.bootstrapServers();
    }

    /** How they speak to it. */
    public String securityProtocol() {
        return config.securityProtocol();
    }

    private List<String> reconcile(Tenant ics, IcsLife life, Collection<Outsider> systems) throws KafkaSilent {
        List<String> changes = new ArrayList<>(acls.reconcile(ics, life, systems));
        changes.addAll(passwords.reconcile(ics, life, systems));
        return changes;
    }

    private static StepOutcome outcome(ScopedValue.CallableOp<List<String>, KafkaSilent> work) {
        try {
            return new StepOutcome.Done(work.call());
        } catch (KafkaSilent e) {
            return new StepOutcome.Failed(String.valueOf(e.getMessage()));
        }
    }
}
