package org.folkmoot.tenants.topics;

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
 *   <li>A service ({@code User:registry}) writes to the topics of its own domain and reads those of every domain, for each
 *       ICS that is served. The prefix ends with a dot, so that no ICS's id is the beginning of another's.
 *   <li>A system outside the platform signs in as its ICS ({@code User:ics-qkk}), reads that ICS's published events, one
 *       by one, and writes to its inbound topics, one by one, and to nothing else. A suspended ICS's can do neither.
 *   <li>A service reads the platform's topics, writes to those of its own domain, and uses consumer groups that begin with
 *       its name.
 *   <li>The control plane needs no right to an ICS's events and has none; to make topics and rights its principal is one
 *       of the brokers' {@code super.users}.
 * </ul>
 */
record AclPlan(List<String> services, TopicPlan topics) {

    private static final String CONTROL_PLANE = "tenants";

    AclPlan {
        services = List.copyOf(services);
    }

    /** The rights to the topics of an ICS in that state. */
    Set<AclBinding> of(Tenant ics, IcsLife life) {
        Set<AclBinding> rights = new HashSet<>();
        if (life.isServed()) {
            services.stream().filter(service -> !service.equals(CONTROL_PLANE)).forEach(service -> {
                rights.add(topics(service, topicsOf(ics), AclOperation.READ));
                rights.add(topics(service, topicsOf(ics) + service + ".", AclOperation.WRITE));
            });
        }
        if (life.isReadOutside()) {
            String reader = readerOf(ics);
            topics.published(ics).stream()
                    .map(Topic::name)
                    .map(name -> right(reader, ResourceType.TOPIC, name, PatternType.LITERAL, AclOperation.READ))
                    .forEach(rights::add);
            topics.inbound(ics).stream()
                    .map(Topic::name)
                    .map(name -> right(reader, ResourceType.TOPIC, name, PatternType.LITERAL, AclOperation.WRITE))
                    .forEach(rights::add);
            rights.add(right(reader, ResourceType.GROUP, groupsOf(ics), PatternType.PREFIXED, AclOperation.READ));
        }
        return Set.copyOf(rights);
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
            case GROUP -> pattern.name().startsWith(groupsOf(ics));
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
