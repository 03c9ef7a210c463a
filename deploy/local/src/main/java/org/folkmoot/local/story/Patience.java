package org.folkmoot.local.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what a service hears from others, until two minutes after the waiting began. */
final class Patience {

    private static final Duration MOST = Duration.ofMinutes(2);

    private final String service;
    private final Clock clock;
    private final Pauses pauses;
    private final Instant deadline;

    /** @param service which hears it */
    Patience(String service, Clock clock, Pauses pauses) {
        this.service = service;
        this.clock = clock;
        this.pauses = pauses;
        this.deadline = clock.instant().plus(MOST);
    }

    /** @throws StoryBroken when it has not been heard of by then */
    void await(String what, BooleanSupplier isHeardOf) {
        while (!isHeardOf.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                throw new StoryBroken("the " + service + " service has not heard of " + what);
            }
            pauses.until(clock.instant());
        }
    }
}
