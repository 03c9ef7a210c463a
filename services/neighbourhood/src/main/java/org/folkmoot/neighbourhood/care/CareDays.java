package org.folkmoot.neighbourhood.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Sql;

/** Days on which something took place, as people write them down: later, but not before there was anything. */
@ApplicationScoped
public class CareDays {

    /** How far ahead a review is planned at most. */
    static final int YEARS_AHEAD = 2;

    private final Sql sql;
    private final Clock clock;

    CareDays(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A moment of that day that is not after now, and after everything else of the day. */
    public static Instant moment(LocalDate day, Instant now) {
        Instant end = LondonTime.endOf(day).minus(1, ChronoUnit.SECONDS);
        return end.isBefore(now) ? end : now;
    }

    /** Why something cannot have taken place on that day under that referral; empty if it can. */
    public Optional<Problem> refusal(String pointer, LocalDate day, Stage referral) {
        return day.isAfter(LondonTime.today(clock)) || day.isBefore(submittedOn(referral.journey()))
                ? Optional.of(invalid(pointer, "must not lie ahead, nor before the person was referred"))
                : Optional.empty();
    }

    /** Why a review cannot be planned for that day, counted from the other; empty if it can. */
    Optional<Problem> refusalOfReview(String pointer, LocalDate day, LocalDate from) {
        return day.isAfter(from) && !day.isAfter(LondonTime.today(clock).plusYears(YEARS_AHEAD))
                ? Optional.empty()
                : Optional.of(invalid(
                        pointer, "must come after " + from + ", and not in more than " + YEARS_AHEAD + " years"));
    }

    /** The day on which the journey was submitted. */
    LocalDate submittedOn(UUID journey) {
        return sql.first(row -> row.getObject("submitted_on", LocalDate.class), """
                        select submitted_on from referral_clock(?)
                        where tenant_id = folkmoot.current_tenant() and journey_id = ?
                        """, LondonTime.today(clock), journey)
                .orElseThrow(() -> new IllegalStateException("what was accepted was submitted"));
    }

    private static Problem invalid(String pointer, String sentence) {
        return Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence);
    }
}
