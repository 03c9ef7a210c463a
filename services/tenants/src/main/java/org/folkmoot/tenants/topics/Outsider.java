package org.folkmoot.tenants.topics;

import java.security.SecureRandom;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Tenant;

/**
 * A system outside the platform as Kafka knows it. Its principals are its name and a number, so that a new one can be given
 * while the one before is still good; its consumer groups begin with its name and a dot, whichever principal reads.
 *
 * @param name made by {@link #name}
 * @param principals that are good now
 * @param reads domains whose published events it reads, or {@link #ALL}
 * @param writes inbound topics that it writes, each {@code <domain>.<entity>}
 */
public record Outsider(String name, Set<String> principals, Set<String> reads, Set<String> writes) {

    /** Stands for every domain, those to come included. */
    public static final String ALL = "all";

    /** Without those that are taken for one another on paper or on the telephone: 0 and o, 1, i and l, u and v. */
    private static final String CHARACTERS = "23456789abcdefghjkmnpqrstwxyz";

    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Outsider {
        principals = Set.copyOf(principals);
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
        for (String principal : principals) {
            if (!principal.startsWith(name + "-")) {
                throw new IllegalArgumentException(principal + " is no principal of " + name);
            }
        }
    }

    /** A new name: the ICS's, and twelve characters by chance, some 58 bits. */
    public static String name(Tenant ics) {
        return AclPlan.readerOf(ics) + "-"
                + RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                        .mapToObj(CHARACTERS::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining());
    }

    /** The name of a principal. */
    public static String principal(String name, int number) {
        return name + "-" + number;
    }

    /** What the names of its consumer groups begin with. */
    public static String groups(String name) {
        return name + ".";
    }

    /** Whether a principal is that of a system of the ICS, known or not. */
    static boolean isOf(Tenant ics, String principal) {
        return Pattern.matches(
                Pattern.quote(AclPlan.readerOf(ics)) + "-[" + CHARACTERS + "]{" + LENGTH + "}-[1-9][0-9]*", principal);
    }

    /** Whether a principal is of that ICS's outside at all: of a system, or one that its partners share. */
    static boolean isNamedFor(Tenant ics, String principal) {
        String shared = AclPlan.readerOf(ics);
        return principal.equals(shared) || principal.startsWith(shared + "-");
    }

    boolean isOf(Tenant ics) {
        return isOf(ics, principal(name, 1));
    }

    boolean readsOf(String domain) {
        return reads.contains(ALL) || reads.contains(domain);
    }
}
