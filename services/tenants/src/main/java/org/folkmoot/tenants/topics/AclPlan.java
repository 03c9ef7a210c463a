package org.folkmoot.tenants.topics;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.folkmoot.events.Topic;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;

/**
 * Who may do what in Kafka. Whatever is not said here is refused, since brokers run with
 * {@code allow.everyone.if.no.acl.found=false}.
 *
 * <ul>
 *   <li>A service ({@code User:registry}) writes to the topics of its own domain and reads those of every service, for each
 *       ICS that is served. The prefix ends with a dot, so that no ICS's id is the beginning of another's.
 *   <li>A system outside the platform signs in as its ICS ({@code User:ics-qkk}) and reads that ICS's published events, one
 *       by one, and nothing else.
 *   <li>A system that an administrator of the ICS has registered signs in by principals of its own ({@link Outsider}): it reads
 *       of the published events those of the domains that it was given, writes the inbound topics that it was given, and uses
 *       consumer groups that begin with its own name.
 *   <li>An inbound topic is written by the principal that it names ({@code User:ics-qkk-nhs}), by those systems, and by no
 *       other, and read by the service that it names and by no other. While an ICS is suspended nobody outside reads or
 *       writes.
 *   <li>A service reads the platform's topics, writes to those of its own domain, and uses consumer groups that begin with
 *       its name.
 *   <li>The control plane is given no right to an ICS's events: to make topics and rights its principal is one of the
 *       brokers' {@code super.users}. It tells an ICS of its external systems and of plans of succession, and reads what
 *       services answer to those.
 * </ul>
 */
record AclPlan(List<String> services, TopicPlan topics) {

    private static final String CONTROL_PLANE = "tenants";

    AclPlan {
        services = List.copyOf(services);
        for (Inbound told : topics.inbound()) {
            if (services.contains(told.domain()) || !services.contains(told.reader())) {
                throw new IllegalArgumentException(
                        told + ": the domain has to be no service's, and the reader has to be a service");
            }
        }
    }

    /** The rights to the topics of an ICS in that state, with these systems outside the platform. */
    Set<AclBinding> of(Tenant ics, IcsLife life, Collection<Outsider> systems) {
        Set<AclBinding> rights = new HashSet<>();
        if (life.isServed()) {
            services.stream().filter(service -> !service.equals(CONTROL_PLANE)).forEach(service -> {
                services.forEach(
                        domain -> rights.add(topics(service, topicsOf(ics) + domain + ".", AclOperation.READ)));
                rights.add(topics(service, topicsOf(ics) + service + ".", AclOperation.WRITE));
            });
            topics.inbound().forEach(told -> rights.add(topic(told.reader(), told.topic(ics), AclOperation.READ)));
        }
        if (life.isReadOutside()) {
            String reader = readerOf(ics);
            topics.published(ics).forEach(topic -> rights.add(topic(reader, topic, AclOperation.READ)));
            topics.inbound().forEach(told -> rights.add(topic(told.writer(ics), told.topic(ics), AclOperation.WRITE)));
            rights.add(right(reader, ResourceType.GROUP, groupsOf(ics), PatternType.PREFIXED, AclOperation.READ));
            systems.forEach(system -> rights.addAll(of(ics, system)));
        }
        return Set.copyOf(rights);
    }

    private Set<AclBinding> of(Tenant ics, Outsider system) {
        if (!system.isOf(ics)) {
            throw new IllegalArgumentException(system.name() + " is no system of " + ics);
        }
        Set<AclBinding> rights = new HashSet<>();
        for (String principal : system.principals()) {
            topics.published(ics).stream()
                    .filter(topic -> system.readsOf(topic.domain()))
                    .forEach(topic -> rights.add(topic(principal, topic, AclOperation.READ)));
            topics.inbound().stream()
                    .filter(told -> system.writes().contains(told.words()))
                    .forEach(told -> rights.add(topic(principal, told.topic(ics), AclOperation.WRITE)));
            if (!system.reads().isEmpty()) {
                rights.add(right(
                        principal,
                        ResourceType.GROUP,
                        Outsider.groups(system.name()),
                        PatternType.PREFIXED,
                        AclOperation.READ));
            }
        }
        return rights;
    }

    /** The rights to what belongs to no ICS. */
    Set<AclBinding> ofPlatform() {
        Set<AclBinding> rights = new HashSet<>();
        services.forEach(service -> {
            rights.add(topics(service, "platform.", AclOperation.READ));
            rights.add(topics(service, "platform." + service + ".", AclOperation.WRITE));
            rights.add(right(service, ResourceType.GROUP, service, PatternType.PREFIXED, AclOperation.READ));
        });
        return Set.copyOf(rights);
    }

    /** Whether a right is to something of that ICS: such a right is kept only if it is one of {@link #of}. */
    boolean concerns(Tenant ics, ResourcePattern pattern) {
        return switch (pattern.resourceType()) {
            case TOPIC -> pattern.name().startsWith(topicsOf(ics));
            case GROUP ->
                pattern.name().startsWith(groupsOf(ics)) || pattern.name().startsWith(readerOf(ics) + "-");
            default -> false;
        };
    }

    /** Whether a right is to something of the platform: such a right is kept only if it is one of {@link #ofPlatform}. */
    boolean concernsPlatform(ResourcePattern pattern) {
        return switch (pattern.resourceType()) {
            case TOPIC -> pattern.name().startsWith("platform.");
            case GROUP -> services.contains(pattern.name());
            default -> false;
        };
    }

    /** The principal of an ICS's own systems. */
    static String readerOf(Tenant ics) {
        return "ics-" + ics.id();
    }

    static String topicsOf(Tenant ics) {
        return "ics." + ics.id() + ".";
    }

    private static String groupsOf(Tenant ics) {
        return readerOf(ics) + ".";
    }

    private static AclBinding topic(String principal, Topic topic, AclOperation operation) {
        return right(principal, ResourceType.TOPIC, topic.name(), PatternType.LITERAL, operation);
    }

    private static AclBinding topics(String principal, String prefix, AclOperation operation) {
        return right(principal, ResourceType.TOPIC, prefix, PatternType.PREFIXED, operation);
    }

    private static AclBinding right(
            String principal, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + principal, "*", operation, AclPermissionType.ALLOW));
    }

    /** A right in words: {@code User:registry may WRITE topic ics.qkk.registry.*}. */
    static String inWords(AclBinding right) {
        String pattern = right.pattern().name()
                + Stream.of(right.pattern().patternType())
                        .filter(PatternType.PREFIXED::equals)
                        .map(type -> "*")
                        .findFirst()
                        .orElse("");
        return right.entry().principal()
                + (right.entry().permissionType() == AclPermissionType.ALLOW ? " may " : " may not ")
                + right.entry().operation() + " "
                + right.pattern().resourceType().name().toLowerCase(java.util.Locale.ROOT)
                + " " + pattern;
    }
}
