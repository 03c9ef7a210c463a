package org.folkmoot.executive.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.nhs.EnglishWorkingDays;

/**
 * What whoever has to see to something by a day is told on another: seven days ahead, on its day, and every week after that. Nobody is told on a
 * day on which nobody works: before the day it is said on the last working day until then, so that it never comes too late,
 * and after the day on the next working day.
 */
public enum Reminder {
    /** It is due in a week. */
    WEEK_AHEAD,
    /** It is due. */
    DUE,
    /** It was due. */
    OVERDUE;

    private static final int DAYS_AHEAD = 7;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API says it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** What is said on that day of what is due on the other. */
    public static Optional<Reminder> on(LocalDate day, LocalDate due) {
        if (day.equals(latestUntil(due.minusDays(DAYS_AHEAD)))) {
            return Optional.of(WEEK_AHEAD);
        }
        if (day.equals(latestUntil(due))) {
            return Optional.of(DUE);
        }
        long weeks = ChronoUnit.WEEKS.between(due, day);
        return weeks > 0 && day.equals(earliestFrom(due.plusWeeks(weeks))) ? Optional.of(OVERDUE) : Optional.empty();
    }

    private static LocalDate latestUntil(LocalDate day) {
        return EnglishWorkingDays.isWorkingDay(day) ? day : EnglishWorkingDays.plus(day, -1);
    }

    private static LocalDate earliestFrom(LocalDate day) {
        return EnglishWorkingDays.isWorkingDay(day) ? day : EnglishWorkingDays.plus(day, 1);
    }
}
