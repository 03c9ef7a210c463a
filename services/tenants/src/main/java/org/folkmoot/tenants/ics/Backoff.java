package org.folkmoot.tenants.ics;

import java.time.Duration;

/**
 * How long to wait before a failed step is tried again: twice as long after each failure, up to a limit.
 *
 * @param first the pause after the first failure
 * @param longest no pause is longer
 * @param attempts after so many failures a bounded procedure is given up
 */
record Backoff(Duration first, Duration longest, int attempts) {

    Duration afterFailure(int failures) {
        // Beyond 2^30 the limit has long been reached; a larger shift would overflow.
        Duration pause = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, 30));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    boolean isExhaustedAfter(int failures) {
        return failures >= attempts;
    }
}
