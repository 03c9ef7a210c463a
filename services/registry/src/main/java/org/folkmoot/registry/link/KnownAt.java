package org.folkmoot.registry.link;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/**
 * The time whose knowledge is asked for, as a query parameter {@code knownAt}. What was recorded after it is not heeded, and
 * what was superseded after it still holds.
 */
public record KnownAt(Instant time) {

    /** Years that a database and a calendar understand alike. */
    private static final String YEARS = "(19|[2-9]\\d)\\d{2}-.*";

    /**
     * Reads the parameter; the platform calls it.
     *
     * @throws ProblemException 400 if it is no time
     */
    public static KnownAt fromString(String text) {
        try {
            if (text.matches(YEARS)) {
                return new KnownAt(Instant.parse(text));
            }
        } catch (DateTimeParseException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return new ProblemException(Problem.of(CommonProblem.MALFORMED_REQUEST)
                .withError("#query/knownAt", "must be a time such as 2026-05-29T12:00:00Z"));
    }
}
