package org.folkmoot.tenants.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenants.ics.IcsLife;
import org.folkmoot.tenants.ics.IcsUpkeep;
import org.folkmoot.tenants.ics.TenantsProblem;
import org.folkmoot.tenants.turn.Turn;
import org.jspecify.annotations.Nullable;

/** What operators do with a plan. Each is one transaction: the change, the entry in the log, the announcement. */
@ApplicationScoped
class PlanSuccession {

    private static final String KIND = "succession";

    /** So long an agreement waits for that of another plan. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Successions successions;
    private final Holdings holdings;
    private final Hindrances hindrances;
    private final IcsUpkeep ics;
    private final Turn turn;
    private final Chronicle chronicle;
    private final TellIcss icss;
    private final Caller caller;
    private final Clock clock;

    PlanSuccession(
            Successions successions,
            Holdings holdings,
            Hindrances hindrances,
            IcsUpkeep ics,
            Turn turn,
            Chronicle chronicle,
            TellIcss icss,
            Caller caller,
            Clock clock) {
        this.successions = successions;
        this.holdings = holdings;
        this.hindrances = hindrances;
        this.ics = ics;
        this.turn = turn;
        this.chronicle = chronicle;
        this.icss = icss;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes a plan down; it binds nobody until another operator agrees. */
    @Transactional
    Result<Succession> draw(SuccessionRequest request) {
        SuccessionLife.Act act = act();
        List<Move> moves = request.plannedMoves();
        List<FieldError> wrong = wrong(request.cutOver(), moves, act.at());
        if (!wrong.isEmpty()) {
            Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
            for (FieldError error : wrong) {
                problem = problem.withError(error.pointer(), error.detail());
            }
            return new Result.Refused<>(problem);
        }
        Succession plan = new Succession(Uuid7.next(), request.basis().strip(), request.cutOver(), moves, act);
        successions.persist(plan);
        return done(plan, "drawn", act.at(), null);
    }

    /** Agrees to a plan, as somebody else than who drew it up, when nothing stands in its way. */
    @Transactional(rollbackOn = SQLException.class)
    Result<Succession> agree(UUID id, @Nullable String ifMatch) throws SQLException {
        // One after the other: what is claimed when this one looks is claimed when it is written.
        turn.take(KIND, TURN);
        return change(id, ifMatch, (plan, act) -> {
            if (!(plan.life() instanceof SuccessionLife.Drawn drawn)) {
                return notInState(plan);
            }
            Optional<SuccessionLife.Agreed> agreed = drawn.agreed(act);
            if (agreed.isEmpty()) {
                return Result.refused(
                        TenantsProblem.ANOTHER_OPERATOR_NEEDED,
                        "You drew this plan up. Somebody else has to read it and agree.");
            }
            List<Hindrance> found = hindrances.of(plan, act.at());
            if (!found.isEmpty()) {
                return new Result.Refused<>(Problem.of(TenantsProblem.SUCCESSION_HINDERED)
                        .withDetail("Its preview says what has to be done first.")
                        .with("hindrances", found.stream().map(Hindrance::plain).toList()));
            }
            plan.become(agreed.get());
            plan.moves().forEach(move -> holdings.claim(id, move, act.at()));
            return done(plan, "agreed", act.at(), null);
        });
    }

    /** Gives a plan up; its practices are free for another one. */
    @Transactional
    Result<Succession> cancel(UUID id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, (plan, act) -> {
            if (!(plan.life() instanceof SuccessionLife.Open open)) {
                return notInState(plan);
            }
            plan.become(open.cancelled(act, reason));
            holdings.release(id, act.at());
            return done(plan, "cancelled", act.at(), reason);
        });
    }

    private Result<Succession> change(
            UUID id,
            @Nullable String ifMatch,
            BiFunction<Succession, SuccessionLife.Act, Result<Succession>> transition) {
        Optional<Succession> held = successions.hold(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Succession plan = held.get();
        return EntityTag.of(plan.version())
                .refusal(ifMatch)
                .<Result<Succession>>map(Result.Refused::new)
                .orElseGet(() -> transition.apply(plan, act()));
    }

    private List<FieldError> wrong(Instant cutOver, List<Move> moves, Instant now) {
        List<FieldError> wrong = new ArrayList<>(MovesRule.complaints(moves));
        if (!now.isBefore(cutOver)) {
            wrong.add(new FieldError("#/cutOver", "must be in the future"));
        }
        for (int place = 0; place < moves.size(); place++) {
            Move move = moves.get(place);
            String pointer = "#/moves/" + place;
            notThere(move.from(), pointer + "/predecessor").ifPresent(wrong::add);
            notThere(move.to(), pointer + "/successor").ifPresent(wrong::add);
        }
        return wrong;
    }

    /** Whoever gives or takes is told of it, on topics that an onboarding makes. */
    private Optional<FieldError> notThere(Tenant tenant, String pointer) {
        return ics.lifeOf(tenant).filter(IcsLife.Leavable.class::isInstance).isPresent()
                ? Optional.empty()
                : Optional.of(new FieldError(pointer, "must be an ICS that is active or suspended: onboard it first"));
    }

    private Result<Succession> done(Succession plan, String verb, Instant at, @Nullable String reason) {
        // Written now, so that the answer carries the version that this leaves behind.
        successions.flush();
        chronicle.wrote(verb, KIND, plan.id(), reason);
        icss.of(plan, verb, at);
        return new Result.Done<>(plan, plan.version());
    }

    private SuccessionLife.Act act() {
        return new SuccessionLife.Act(caller.subject(), clock.instant());
    }

    private static Result<Succession> notInState(Succession plan) {
        String state = SuccessionState.of(plan.life()).word();
        return new Result.Refused<>(Problem.of(TenantsProblem.SUCCESSION_NOT_IN_STATE)
                .withDetail("It is " + state + ".")
                .with("state", state));
    }
}
