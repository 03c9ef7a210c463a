package org.folkmoot.executive.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Decisions are announced ahead, and taken off the plan again. */
@ApplicationScoped
class PlanDecision {

    private static final int YEARS_AHEAD = 2;

    private final Plans plans;
    private final Groups groups;
    private final Chronicle chronicle;
    private final Clock clock;

    PlanDecision(Plans plans, Groups groups, Chronicle chronicle, Clock clock) {
        this.plans = plans;
        this.groups = groups;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<PlanView> announce(UUID group, PlanRequest request, Person by) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        LocalDate today = LondonTime.today(clock);
        if (request.decideOn().isBefore(today) || request.decideOn().isAfter(today.plusYears(YEARS_AHEAD))) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/decideOn", "must lie ahead, within " + YEARS_AHEAD + " years"));
        }
        var plan = new PlannedDecision(Uuid7.next(), group, request, by, clock.instant());
        plans.persist(plan);
        plans.flush();
        chronicle.wrote("announced", "planned-decision", plan.id(), null);
        return new Result.Done<>(plan.view(), plan.version());
    }

    @Transactional
    Result<PlanView> withdraw(UUID id, @Nullable String ifMatch, String reason) {
        Optional<PlannedDecision> held = plans.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        PlannedDecision plan = held.get();
        Optional<Problem> refusal = EntityTag.of(plan.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!plan.isAhead()) {
            return Result.refused(ExecutiveProblem.DECISION_NOT_IN_STATE, "What is still ahead is taken off the plan.");
        }
        plan.withdraw(reason, clock.instant());
        plans.flush();
        chronicle.wrote("withdrawn", "planned-decision", id, reason);
        return new Result.Done<>(plan.view(), plan.version());
    }
}
