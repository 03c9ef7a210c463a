package org.folkmoot.nhs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Where an English day begins and ends. Data are kept in UTC; "until 31 March" or "within 28 days" is meant by the clock
 * on the wall in London, which in summer is an hour ahead.
 */
public final class LondonTime {

    /** The time zone of England. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private LondonTime() {}

    /** The date in England at this moment of the given clock. */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** The date in England at that moment. */
    public static LocalDate dateOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** The first moment of that day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /**
     * The first moment that no longer belongs to that day: a deadline "by the end of the day" is kept before it, and
     * missed at it. A day has 23, 24 or 25 hours.
     */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
