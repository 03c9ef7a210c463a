package org.folkmoot.tenants.topics;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.folkmoot.tenancy.Tenant;

/** Makes topics that are absent and corrects the settings of those that are there; removes none and resizes none. */
@ApplicationScoped
class Topics {

    private final KafkaAdmin kafka;
    private final KafkaConfig config;
    private final TopicPlan plan;

    Topics(KafkaAdmin kafka, KafkaConfig config) {
        this.kafka = kafka;
        this.config = config;
        this.plan = new TopicPlan(
                config.services(),
                config.topics(),
                config.lasting(),
                config.internal(),
                config.inbound().stream().map(Inbound::of).toList(),
                config.partitions(),
                config.retention());
    }

    TopicPlan plan() {
        return plan;
    }

    /** Makes the tenant's topics what they should be, and tells in words what had to be changed. */
    List<String> reconcile(Tenant tenant) throws KafkaSilent {
        List<TopicPlan.Wanted> wanted = plan.of(tenant);
        return kafka.work(session -> {
            Set<String> there = session.answer(session.admin().listTopics().names());
            // What is made now is made as wanted; and it may take a moment until every broker knows of it.
            List<TopicPlan.Wanted> old = wanted.stream()
                    .filter(topic -> there.contains(topic.name()))
                    .toList();
            List<TopicPlan.Wanted> absent = wanted.stream()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            List<String> changes = new ArrayList<>(create(session, absent));
            changes.addAll(correct(session, old));
            return List.copyOf(changes);
        });
    }

    /** The tenant's topics as Kafka describes them. */
    Collection<TopicDescription> describe(Tenant tenant) throws KafkaSilent {
        List<String> names =
                plan.of(tenant).stream().map(TopicPlan.Wanted::name).toList();
        return kafka.work(
                session -> session.answer(session.admin().describeTopics(names).allTopicNames())
                        .values());
    }

    private List<String> create(KafkaAdmin.Session session, List<TopicPlan.Wanted> absent) throws KafkaSilent {
        List<NewTopic> topics = absent.stream()
                .map(topic -> new NewTopic(
                                topic.name(),
                                Optional.of(topic.partitions()),
                                Optional.of(config.replication()).filter(copies -> copies > 0))
                        .configs(topic.settings()))
                .toList();
        List<String> changes = new ArrayList<>();
        CreateTopicsResult made = session.admin().createTopics(topics);
        for (var topic : made.values().entrySet()) {
            if (isMade(session, topic.getValue())) {
                changes.add("topic " + topic.getKey() + " was absent");
            }
        }
        return changes;
    }

    /** Another replica may have been quicker. */
    private static boolean isMade(KafkaAdmin.Session session, KafkaFuture<Void> coming) throws KafkaSilent {
        try {
            session.answer(coming);
            return true;
        } catch (KafkaSilent e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    private static List<String> correct(KafkaAdmin.Session session, List<TopicPlan.Wanted> wanted) throws KafkaSilent {
        Map<ConfigResource, TopicPlan.Wanted> topics = wanted.stream()
                .collect(toMap(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic -> topic));
        Map<ConfigResource, Config> found =
                session.answer(session.admin().describeConfigs(topics.keySet()).all());
        List<String> changes = new ArrayList<>();
        Map<ConfigResource, Collection<AlterConfigOp>> corrections = new HashMap<>();
        topics.forEach((resource, topic) -> topic.settings().forEach((key, value) -> {
            ConfigEntry entry = Optional.ofNullable(found.get(resource))
                    .map(config -> config.get(key))
                    .orElse(new ConfigEntry(key, ""));
            if (!value.equals(entry.value())) {
                corrections
                        .computeIfAbsent(resource, r -> new ArrayList<>())
                        .add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
                changes.add("topic " + topic.name() + ": " + key + " was " + entry.value() + ", wanted " + value);
            }
        }));
        if (!corrections.isEmpty()) {
            session.answer(session.admin().incrementalAlterConfigs(corrections).all());
        }
        return changes;
    }
}
