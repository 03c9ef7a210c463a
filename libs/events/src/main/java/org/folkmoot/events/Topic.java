package org.folkmoot.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.tenancy.Tenant;

/**
 * Where events of one kind of aggregate of one tenant go: {@code ics.<tenant>.<domain>.<entity>.v1}, or
 * {@code platform.<domain>.<entity>.v1} for the control plane.
 *
 * <p>The name is the only thing that says whose events these are: access is granted by its prefix, so whoever may write
 * to a topic may speak for its tenant, and for no other.
 *
 * @param domain the publisher: the service's name
 * @param entity the aggregate, in words joined by hyphens, for example {@code practice} or {@code dead-letter}
 */
public record Topic(Tenant tenant, String domain, String entity) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NAME =
            Pattern.compile("(?:ics\\.(?<ics>[a-z0-9]{3}|[a-z0-9]{5})|platform)\\.(?<domain>" + WORD + ")\\.(?<entity>"
                    + WORD + ")\\.v1");

    /** @throws IllegalArgumentException when domain or entity is not a lower-case word */
    public Topic {
        if (!WORD.matcher(domain).matches() || !WORD.matcher(entity).matches()) {
            throw new IllegalArgumentException("not a topic's domain and entity: " + domain + ", " + entity);
        }
    }

    /** The topic of that name, or empty where the name is not one of ours. */
    public static Optional<Topic> parse(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String ics = parts.group("ics");
        return Optional.of(new Topic(
                ics == null ? Tenant.PLATFORM : Tenant.of(ics), parts.group("domain"), parts.group("entity")));
    }

    /** The name in Kafka. */
    public String name() {
        return owner() + "." + domain + "." + entity + ".v1";
    }

    /** The {@code source} of its events, a URI reference: with an event's id it is unique. */
    String source() {
        return "/" + owner().replace('.', '/') + "/" + domain;
    }

    /** What every event type of this topic begins with; type names have no hyphens within the entity. */
    String typePrefix() {
        return "folkmoot." + domain + "." + entity.replace("-", "") + ".";
    }

    private String owner() {
        return tenant.isPlatform() ? "platform" : "ics." + tenant.id();
    }

    @Override
    public String toString() {
        return name();
    }
}
