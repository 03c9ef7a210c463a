package org.folkmoot.neighbourhood.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Whether a team takes a referral now, in the caller's transaction. */
@ApplicationScoped
public class Intake {

    private final Sql sql;
    private final Clock clock;

    Intake(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A team to which something is referred.
     *
     * @param neighbourhood for which it works
     * @param works whether it was not disbanded
     * @param noReferralsUntil the first day on which it takes referrals again, if it said so
     */
    public record Desk(
            UUID team,
            UUID neighbourhood,
            boolean works,
            @Nullable LocalDate noReferralsUntil) {}

    /** The team, which is not disbanded until this transaction ends. */
    public Optional<Desk> of(UUID team) {
        return sql.first(
                row -> new Desk(
                        team,
                        row.getObject("neighbourhood", UUID.class),
                        row.getObject("disbanded_on") == null,
                        row.getObject("no_referrals_until", LocalDate.class)),
                """
                select t.neighbourhood, t.disbanded_on, (
                    select c.no_referrals_until from team_capacity c
                    where c.tenant_id = t.tenant_id and c.team_id = t.id
                    order by c.number desc limit 1) as no_referrals_until
                from team t where t.tenant_id = folkmoot.current_tenant() and t.id = ? for share of t
                """,
                team);
    }

    /** The team, if a referral can go to it today; or why none can. */
    public Result<Desk> open(UUID team) {
        return open(of(team));
    }

    /** {@link #open(UUID)} of a team that was found or not. */
    public Result<Desk> open(Optional<Desk> found) {
        if (found.isEmpty()) {
            return new Result.Refused<>(
                    Problem.of(CommonProblem.INVALID_REQUEST).withError("#/team", "must be a team of this ICS"));
        }
        Desk desk = found.get();
        LocalDate until = desk.noReferralsUntil();
        if (!desk.works()) {
            return Result.refused(NeighbourhoodProblem.TEAM_DISBANDED, "Refer to a team that works.");
        }
        if (until != null && LondonTime.today(clock).isBefore(until)) {
            return new Result.Refused<>(Problem.of(NeighbourhoodProblem.TEAM_TAKES_NO_REFERRALS)
                    .withDetail("The team declared that it takes no new referrals before " + until + ".")
                    .with("until", until.toString()));
        }
        return new Result.Done<>(desk, 0);
    }
}
