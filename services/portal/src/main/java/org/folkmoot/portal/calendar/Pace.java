package org.folkmoot.portal.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.folkmoot.portal.session.Vault;

/**
 * How often calendars are fetched from this process: a program that asks without end costs nobody anything, and whoever
 * tries addresses soon gets none at all, nor does anybody else until the minute is over, but for the addresses at which there
 * was a calendar lately. Calendar programs ask again by themselves, and show what they have until then.
 *
 * <p>Who fetches is not looked at: large services fetch for many from a few addresses, and behind a proxy all seem to be one.
 * Of addresses, which are secrets, digests alone are remembered, and no more of them than the bounds below let in.
 */
@ApplicationScoped
class Pace {

    /** How often a minute one address may be fetched. */
    static final int OF_ONE = 10;

    /** How many wrong addresses may be tried in a minute. */
    static final int OF_WRONG_ONES = 300;

    /** How many addresses of which nothing is known may be fetched in a minute, whatever comes of it. */
    static final int OF_NEW_ONES = 10_000;

    /** How many addresses are remembered at which there was a calendar; after that the one goes that was fetched least lately. */
    static final int REMEMBERED = 20_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Integer> fetched = new HashMap<>();
    private final SequencedSet<String> known = new LinkedHashSet<>();
    private Instant over = Instant.MIN;
    private int wrong;
    private int fresh;

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** Counts a fetch. It is given how long to wait instead, if that is too many. */
    synchronized Optional<Duration> pause(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(over)) {
            fetched.clear();
            wrong = 0;
            fresh = 0;
            over = now.plus(MINUTE);
        }
        String digest = digest(address);
        return mayBeAsked(digest) && fetched.merge(digest, 1, Integer::sum) <= OF_ONE
                ? Optional.empty()
                : Optional.of(Duration.between(now, over));
    }

    private boolean mayBeAsked(String digest) {
        if (known.contains(digest)) {
            return true;
        }
        if (wrong >= OF_WRONG_ONES) {
            return false;
        }
        return fetched.containsKey(digest) || fresh++ < OF_NEW_ONES;
    }

    /** Remembers an address at which there is a calendar. */
    synchronized void found(String address) {
        known.addLast(digest(address));
        if (known.size() > REMEMBERED) {
            known.removeFirst();
        }
    }

    /** Counts an address at which nothing is. */
    synchronized void missed(String address) {
        known.remove(digest(address));
        wrong++;
    }

    private static String digest(String address) {
        return HexFormat.of().formatHex(Vault.digest(address));
    }
}
