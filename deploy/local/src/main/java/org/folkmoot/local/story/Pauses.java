package org.folkmoot.local.story;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How a story waits. */
interface Pauses {

    /** Until that moment has passed. */
    void until(Instant moment);

    /** Real time goes by. */
    static Pauses of(Clock clock) {
        return moment -> {
            Duration left = Duration.between(clock.instant(), moment);
            try {
                // The service's clock is the database's; a moment more costs less than asking too early.
                Thread.sleep((left.isNegative() ? Duration.ZERO : left).plusMillis(250));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryBroken("interrupted", e);
            }
        };
    }
}
