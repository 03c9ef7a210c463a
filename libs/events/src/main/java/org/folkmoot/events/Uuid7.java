package org.folkmoot.events;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that are unique everywhere and grow with time: UUID version 7 of RFC 9562, section 5.7.
 *
 * <p>They are made by whoever creates the thing, so that nothing waits for a database to number it, and rows made
 * together lie together in an index. Within one process each is greater than the one before, also within a millisecond
 * and after the clock was set back: the 12 bits after the time are a counter that starts at random in each millisecond
 * (RFC 9562, section 6.2, method 1) and, when full, borrows from the next.
 */
public final class Uuid7 {

    private static final int COUNTER_BITS = 12;
    private static final Uuid7 SYSTEM = new Uuid7(InstantSource.system());

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    /** Milliseconds since 1970 and, in the low 12 bits, the counter: what was given last. */
    private final AtomicLong last = new AtomicLong();

    Uuid7(InstantSource clock) {
        this.clock = clock;
    }

    /** A new identifier, greater than every one given before by this process. Safe for use by many threads. */
    public static UUID next() {
        return SYSTEM.make();
    }

    UUID make() {
        // Half of the counter's room is left to count up in.
        long now = (clock.millis() << COUNTER_BITS) | random.nextInt(1 << (COUNTER_BITS - 1));
        long mine = last.updateAndGet(before -> Math.max(before + 1, now));
        long time = mine >>> COUNTER_BITS;
        long counter = mine & ((1 << COUNTER_BITS) - 1);
        return new UUID(time << 16 | 0x7000 | counter, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
