package org.folkmoot.portal.frame;

import java.time.Duration;
import java.time.Instant;

/** How long it is until something, roughly, as people say it. */
public final class TimeLeft {

    private static final int HOURS_RATHER_THAN_DAYS = 48;
    private static final int MINUTES_RATHER_THAN_HOURS = 120;

    private TimeLeft() {}

    /** "5 days left", "3 hours left", "1 minute left", "over". Never says more than there is. */
    public static String words(Instant now, Instant end) {
        Duration left = Duration.between(now, end);
        if (left.isNegative() || left.isZero()) {
            return "over";
        }
        if (left.toHours() >= HOURS_RATHER_THAN_DAYS) {
            return Words.counted(left.toDays(), "day", "days") + " left";
        }
        if (left.toMinutes() >= MINUTES_RATHER_THAN_HOURS) {
            return Words.counted(left.toHours(), "hour", "hours") + " left";
        }
        return left.toMinutes() == 0
                ? "less than a minute left"
                : Words.counted(left.toMinutes(), "minute", "minutes") + " left";
    }
}
