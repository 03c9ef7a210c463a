package org.folkmoot.executive.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;

/**
 * When a series meets: every so many weeks from a first day, at an hour on the clock in London, whatever the season. A day on
 * which nobody works moves to the next on which people do.
 *
 * @param weeks from one meeting to the next
 * @param first the first day
 * @param time of the day
 */
public record Rhythm(int weeks, LocalDate first, LocalTime time) {

    /** The first hours after that moment, in their order. */
    public List<Instant> after(Instant moment, int count) {
        long passed = Math.max(0, ChronoUnit.WEEKS.between(first, LondonTime.dateOf(moment)) / weeks - 1);
        return Stream.iterate(first.plusWeeks(passed * weeks), day -> day.plusWeeks(weeks))
                .map(this::hour)
                .filter(hour -> hour.isAfter(moment))
                .limit(count)
                .toList();
    }

    private Instant hour(LocalDate day) {
        LocalDate kept = EnglishWorkingDays.isWorkingDay(day) ? day : EnglishWorkingDays.plus(day, 1);
        return kept.atTime(time).atZone(LondonTime.ZONE).toInstant();
    }
}
