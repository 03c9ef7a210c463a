package org.folkmoot.executive.representation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;

/** Where a sitting stands. No table has it: it follows from what was entered and the clock. */
public enum SittingState {
    /** It does not take place. */
    CANCELLED,
    /** It has not begun. */
    AHEAD,
    /** It took place, and nobody had been named to sit there. */
    UNATTENDED,
    /** It took place, and the report is awaited. */
    REPORT_DUE,
    /** The day on which the report was due is over. */
    REPORT_OVERDUE,
    /** The report was filed. */
    REPORTED;

    /** Within how many working days after a sitting is reported back. */
    private static final int WORKING_DAYS = 5;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** As the API says it. */
    @JsonValue
    public String slug() {
        return slug;
    }

    /** The last day on which the report of a sitting comes in time. */
    static LocalDate reportDue(Instant startsAt) {
        return EnglishWorkingDays.plus(LondonTime.dateOf(startsAt), WORKING_DAYS);
    }

    /** The last day whose sittings' reports are overdue today. */
    static LocalDate lastOverdue(LocalDate today) {
        LocalDate day = today;
        while (!EnglishWorkingDays.plus(day, WORKING_DAYS).isBefore(today)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * The state at that moment.
     *
     * @param attended whether anybody had been named to sit there then, with a mandate or without
     */
    static SittingState of(Instant startsAt, boolean cancelled, boolean attended, boolean reported, Instant moment) {
        if (cancelled) {
            return CANCELLED;
        }
        if (reported) {
            return REPORTED;
        }
        if (moment.isBefore(startsAt)) {
            return AHEAD;
        }
        if (!attended) {
            return UNATTENDED;
        }
        return LondonTime.dateOf(moment).isAfter(reportDue(startsAt)) ? REPORT_OVERDUE : REPORT_DUE;
    }

    /** Whether it took place. */
    boolean hasTakenPlace() {
        return this != CANCELLED && this != AHEAD;
    }
}
