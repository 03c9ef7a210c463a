package org.folkmoot.executive.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A date in somebody's calendar.
 *
 * @param kind what it is a date of, in one word
 * @param id which; with the kind it names the date for ever
 * @param sequence grows with every change of it
 * @param place where; null if nowhere in particular
 * @param cancelled whether it does not take place
 */
public record Entry(
        String kind,
        UUID id,
        long sequence,
        String summary,
        @Nullable String place,
        When when,
        boolean cancelled) {

    /** When it is. */
    public sealed interface When {}

    /**
     * At an hour.
     *
     * @param length how long; null if that is not known
     */
    public record Hour(Instant from, @Nullable Duration length) implements When {}

    /** On a day, whatever the hour. */
    public record Day(LocalDate day) implements When {}
}
