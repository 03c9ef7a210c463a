package org.folkmoot.tenants.topics;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.events.Topic;
import org.folkmoot.tenancy.Tenant;

/**
 * A topic on which somebody outside the platform tells an ICS something.
 *
 * @param domain of the topic, which is no service's
 * @param writer the principal that alone may write to it, {@code *} standing for the ICS
 * @param reader the service that alone may read it
 * @param retention how long Kafka keeps what was told
 */
record Inbound(String domain, String entity, String writer, String reader, Duration retention) {

    private static final String OF_ITS_SYSTEMS = "ics-*";
    private static final Pattern WORDS = Pattern.compile("(?<domain>[a-z-]+)\\.(?<entity>[a-z-]+)"
            + ":(?<writer>ics-\\*(?:-[a-z]+)?):(?<reader>[a-z]+):(?<days>[1-9][0-9]{0,3})d");

    /**
     * What the words {@code <domain>.<entity>:<writer>:<reader>:<days>d} say, for example
     * {@code partner.enquiry:ics-*:executive:35d}.
     *
     * @throws IllegalArgumentException when they are not such words
     */
    static Inbound of(String words) {
        Matcher parts = WORDS.matcher(words);
        if (!parts.matches()) {
            throw new IllegalArgumentException(words
                    + " is not <domain>.<entity>:<writer>:<reader>:<days>d, the writer being ics-* or ics-*-<name>");
        }
        return new Inbound(
                parts.group("domain"),
                parts.group("entity"),
                parts.group("writer"),
                parts.group("reader"),
                Duration.ofDays(Integer.parseInt(parts.group("days"))));
    }

    Topic topic(Tenant ics) {
        return new Topic(ics, domain, entity);
    }

    /** {@code partner.enquiry}. */
    String words() {
        return domain + "." + entity;
    }

    /** Whether whoever writes to it must do nothing else: its writer is another than an ICS's systems are. */
    boolean isAlone() {
        return !writer.equals(OF_ITS_SYSTEMS);
    }

    String writer(Tenant ics) {
        return writer.replace("*", ics.id());
    }
}
