package org.folkmoot.tenants.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.events.Topic;
import org.folkmoot.tenancy.Tenant;

/**
 * The topics that a tenant needs.
 *
 * <p>Events are kept for a time and not compacted: several kinds of event share an aggregate's key, and compaction would
 * keep the newest kind only, an "opened" lost behind a "renamed". States ({@code registry.practice-state}) have one kind
 * of event, which says everything of its key: of them the newest of each key is kept for ever. What authority
 * rests on is kept whole, since a new service follows it back to the first ballot. The list of ICSs is kept for ever: a handful of events
 * for each of some forty boards costs nothing, and a service that is new reads from it which ICSs there are.
 *
 * @param services which take part
 * @param entities what is announced to an ICS, {@code registry.practice}
 * @param lasting those of them whose events are kept for ever
 * @param internal those of them that are for the platform's own services alone
 * @param inbound what systems outside the platform tell an ICS
 * @param partitions of a topic of events
 * @param retention how long events stay
 */
record TopicPlan(
        List<String> services,
        List<String> entities,
        List<String> lasting,
        List<String> internal,
        List<Inbound> inbound,
        int partitions,
        Duration retention) {

    static final Topic ICS_LIST = new Topic(Tenant.PLATFORM, "tenants", "ics");
    private static final String DEAD_LETTERS = "dead-letter";
    private static final String OF_STATES = "-state";
    private static final Map<String, String> FOR_EVER = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    /**
     * A topic as it should be.
     *
     * @param settings those of Kafka's topic settings that are not left to the broker
     */
    record Wanted(String name, int partitions, Map<String, String> settings) {}

    TopicPlan {
        services = List.copyOf(services);
        entities = List.copyOf(entities);
        lasting = List.copyOf(lasting);
        internal = List.copyOf(internal);
        inbound = List.copyOf(inbound);
        // A slip of the pen would be published.
        if (!entities.containsAll(internal)) {
            throw new IllegalArgumentException("of what is internal something is not announced: " + internal);
        }
    }

    List<Wanted> of(Tenant tenant) {
        List<Wanted> wanted = new ArrayList<>();
        if (tenant.isPlatform()) {
            wanted.add(new Wanted(ICS_LIST.name(), 1, FOR_EVER));
        } else {
            topics(tenant, entities).forEach(topic -> wanted.add(new Wanted(topic.name(), partitions, kept(topic))));
            inbound.forEach(
                    told -> wanted.add(new Wanted(told.topic(tenant).name(), partitions, keptFor(told.retention()))));
        }
        // One for each consuming service: whoever parks an event writes the note about it, and nobody else may.
        services.forEach(service -> wanted.add(new Wanted(new Topic(tenant, service, DEAD_LETTERS).name(), 1, kept())));
        return List.copyOf(wanted);
    }

    /**
     * What systems outside the platform may read: the events of an ICS, without those that are internal and without the notes
     * about those that failed.
     */
    List<Topic> published(Tenant tenant) {
        return topics(
                tenant,
                entities.stream().filter(entity -> !internal.contains(entity)).toList());
    }

    private static List<Topic> topics(Tenant tenant, List<String> names) {
        return names.stream()
                .map(entity -> entity.split("\\.", 2))
                .map(words -> new Topic(tenant, words[0], words[1]))
                .toList();
    }

    private Map<String, String> kept(Topic topic) {
        if (topic.entity().endsWith(OF_STATES)) {
            return Map.of("cleanup.policy", "compact");
        }
        return lasting.contains(topic.domain() + "." + topic.entity()) ? FOR_EVER : kept();
    }

    private Map<String, String> kept() {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis()));
    }

    /** Kafka removes whole segments, and of a quiet topic one can last for weeks: so each is a day's. */
    private static Map<String, String> keptFor(Duration time) {
        return Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                Long.toString(time.toMillis()),
                "segment.ms",
                Long.toString(Duration.ofDays(1).toMillis()));
    }
}
