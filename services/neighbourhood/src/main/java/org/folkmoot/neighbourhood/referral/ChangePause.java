package org.folkmoot.neighbourhood.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a referral's journey is paused and goes on. Both may be written down late, after the assessment, too: the figures
 * follow, and what was told of the wait is told anew. A pause that was left open is ended even when the journey is over.
 */
@ApplicationScoped
class ChangePause {

    /** What is added to a referral is added to whichever version it has. */
    private static final String EVERY_VERSION = "*";

    private final ChangeReferral change;
    private final ReferralRows rows;
    private final AfterPause after;
    private final Chronicle chronicle;
    private final Sql sql;
    private final Clock clock;

    ChangePause(ChangeReferral change, ReferralRows rows, AfterPause after, Chronicle chronicle, Sql sql, Clock clock) {
        this.change = change;
        this.rows = rows;
        this.after = after;
        this.chronicle = chronicle;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    Result<Stage> pause(UUID referral, PauseRequest request, Reader by) {
        Instant from = micros(request.from());
        Instant until = request.until() == null ? null : micros(request.until());
        return change.change(referral, EVERY_VERSION, Act.PAUSE, by, (row, stage) -> {
            Optional<Problem> wrong = wrong(from, until);
            if (wrong.isPresent()) {
                return new Result.Refused<>(wrong.get());
            }
            if (isPaused(stage.journey(), from, until)) {
                return Result.refused(
                        NeighbourhoodProblem.CLOCK_ALREADY_PAUSED,
                        "A pause ends before the next one begins; this one meets another.");
            }
            sql.change(
                    """
                    insert into clock_pause
                        (tenant_id, id, journey_id, reason, from_at, until_at, recorded_by, recorded_name, recorded_at)
                    values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    Uuid7.next(),
                    stage.journey(),
                    request.reason().slug(),
                    from,
                    until,
                    by.person().subject(),
                    by.person().name(),
                    clock.instant());
            return wrote(row, stage, "paused", request.reason().slug());
        });
    }

    @Transactional
    Result<Stage> resume(UUID referral, UUID pause, @Nullable String ifMatch, Instant at, Reader by) {
        Instant until = micros(at);
        return change.correct(referral, ifMatch, Act.PAUSE, by, (row, stage) -> {
            Optional<Instant> from = sql.first(found -> Sql.instant(found, "from_at"), """
                    select from_at from clock_pause
                    where tenant_id = folkmoot.current_tenant() and journey_id = ? and id = ? and until_at is null
                    """, stage.journey(), pause);
            if (from.isEmpty()) {
                return Result.absent();
            }
            if (!until.isAfter(from.get()) || until.isAfter(clock.instant())) {
                return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError("#/at", "must be after the pause began, and not ahead"));
            }
            sql.change(
                    "update clock_pause set until_at = ? where tenant_id = folkmoot.current_tenant() and id = ?",
                    until,
                    pause);
            return wrote(row, stage, "resumed", null);
        });
    }

    private Optional<Problem> wrong(Instant from, @Nullable Instant until) {
        Instant now = clock.instant();
        if (from.isAfter(now)) {
            return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError("#/from", "must not be ahead"));
        }
        if (until != null && (!until.isAfter(from) || until.isAfter(now))) {
            return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/until", "must be after the beginning, and not ahead"));
        }
        return Optional.empty();
    }

    private boolean isPaused(UUID journey, Instant from, @Nullable Instant until) {
        return sql.first(row -> true, """
                        select 1 from clock_pause
                        where tenant_id = folkmoot.current_tenant() and journey_id = ?
                          and tstzrange(from_at, until_at) && tstzrange(?::timestamptz, ?::timestamptz) limit 1
                        """, journey, from, until).isPresent();
    }

    private Result<Stage> wrote(Referral row, Stage stage, String verb, @Nullable String reason) {
        rows.touch(row);
        rows.flush();
        chronicle.wrote(verb, "referral", stage.id(), reason);
        after.changed(stage.journey());
        return new Result.Done<>(row.seen(stage.basis()), row.version());
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
