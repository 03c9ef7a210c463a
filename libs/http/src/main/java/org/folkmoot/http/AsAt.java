package org.folkmoot.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/**
 * The day whose state is asked for, where a service keeps history. As a parameter of a resource:
 *
 * <pre>{@code
 * public PracticeView practice(@RestPath OdsCode code, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt)
 * }</pre>
 *
 * <p>Today is the date in London by the injected clock. What is no date is answered 400 at {@code #query/asAt}.
 *
 * @param date the day; the state is that at its end, or the present one if it is today or later
 */
public record AsAt(LocalDate date) {

    /** The default, which a caller may also write. */
    public static final String TODAY = "today";

    /** Years that can be meant; beyond them databases and calendars disagree about what a date is. */
    private static final Pattern ISO_DATE = Pattern.compile("(19|[2-9]\\d)\\d{2}-\\d{2}-\\d{2}");

    static AsAt parse(String text, Clock clock) {
        if (text.equals(TODAY)) {
            return new AsAt(LondonTime.today(clock));
        }
        try {
            if (ISO_DATE.matcher(text).matches()) {
                return new AsAt(LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return new ProblemException(Problem.of(CommonProblem.MALFORMED_REQUEST)
                .withError("#query/asAt", "must be a date such as 2026-05-29, from the year 1900 on, or today"));
    }
}
