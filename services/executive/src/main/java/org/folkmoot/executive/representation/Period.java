package org.folkmoot.executive.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The days that are asked for.
 *
 * @param from the first
 * @param until the last
 */
record Period(LocalDate from, LocalDate until) {

    private static final int LONGEST_YEARS = 5;
    private static final Pattern DAY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");

    /**
     * The period between two days as a caller wrote them.
     *
     * @param first the first day if the caller did not say it
     * @param last the last day if the caller did not say it
     * @throws ProblemException 400 if one is none, or they lie too far apart, or the wrong way round
     */
    static Period of(@Nullable String from, @Nullable String until, LocalDate first, LocalDate last) {
        var period = new Period(from == null ? first : day("from", from), until == null ? last : day("until", until));
        if (period.until.isBefore(period.from) || period.until.isAfter(period.from.plusYears(LONGEST_YEARS))) {
            throw malformed("until", "must not be before from, nor more than " + LONGEST_YEARS + " years after it");
        }
        return period;
    }

    /** The first moment of it. */
    Instant begin() {
        return LondonTime.startOf(from);
    }

    /** The first moment after it. */
    Instant end() {
        return LondonTime.endOf(until);
    }

    private static LocalDate day(String parameter, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw malformed(parameter, "must be a day that there is");
        }
        throw malformed(parameter, "must be a date such as 2027-05-29");
    }

    private static ProblemException malformed(String parameter, String rule) {
        return new ProblemException(Problem.of(CommonProblem.MALFORMED_REQUEST).withError("#query/" + parameter, rule));
    }
}
