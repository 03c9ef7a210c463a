package org.folkmoot.executive.priority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.power.BallotHeard;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.executive.power.MotionBallots;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Priorities are proposed, shaped, put to the group, adopted, begun, measured, met and retired. */
@ApplicationScoped
class ChangePriority {

    private final Priorities priorities;
    private final Groups groups;
    private final MotionBallots ballots;
    private final Chain chain;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangePriority(
            Priorities priorities,
            Groups groups,
            MotionBallots ballots,
            Chain chain,
            Chronicle chronicle,
            Clock clock) {
        this.priorities = priorities;
        this.groups = groups;
        this.ballots = ballots;
        this.chain = chain;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<PriorityView> propose(UUID group, ProposalRequest request, Person by) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        var priority = new Priority(Uuid7.next(), group, request, by, clock.instant());
        priorities.persist(priority);
        chronicle.wrote("proposed", "priority", priority.id(), null);
        return done(priority);
    }

    @Transactional
    Result<PriorityView> shape(UUID id, @Nullable String ifMatch, ShapeRequest request, Person by) {
        return change(id, ifMatch, priority -> {
            if (!(priority.position() instanceof Position.Open open)) {
                return notInPosition(priority, "Until the group has adopted it, a priority is shaped");
            }
            priority.shape(open, request, by, clock.instant());
            chronicle.wrote("shaped", "priority", id, null);
            return done(priority);
        });
    }

    /** If its ballot was carried already, the priority is adopted now. */
    @Transactional
    Result<PriorityView> cite(UUID id, @Nullable String ifMatch, UUID motion) {
        // Before the priority is held, as whoever hears of the ballot does it.
        ballots.hold(motion);
        return change(id, ifMatch, priority -> {
            if (!(priority.position() instanceof Position.Shaped)) {
                return notInPosition(priority, "What is shaped is put to the group");
            }
            priority.cite(motion);
            chronicle.wrote("put.to.group", "priority", id, "motion " + motion);
            ballots.carried(motion, priority.groupId()).ifPresent(ballot -> adopt(priority, motion, ballot));
            return done(priority);
        });
    }

    /** A ballot was declared; every priority that its motion puts to the group is adopted if it was carried. */
    void heard(@Observes BallotHeard ballot) {
        if (ballot.isCarried()) {
            for (Priority priority : priorities.citing(ballot.motion())) {
                if (priority.groupId().equals(ballot.group())) {
                    adopt(priority, ballot.motion(), ballot.ballot());
                    priorities.flush();
                }
            }
        }
    }

    private void adopt(Priority priority, UUID motion, UUID ballot) {
        if (!(priority.position() instanceof Position.Shaped shaped)) {
            return;
        }
        priority.adopt(shaped, ballot, clock.instant());
        priorities.flush();
        chronicle.itself("adopted", "priority", priority.id(), "ballot " + ballot);
        chain.stands("priority", priority.id(), priority.title(), clock.instant());
        chain.hangs("ballot", ballot, "priority", priority.id());
        chronicle.announce(
                "priority",
                priority.id().toString(),
                "adopted",
                new PriorityAdopted(
                        priority.id(), priority.groupId(), priority.aim(), priority.title(), motion, ballot));
    }

    @Transactional
    Result<PriorityView> begin(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, priority -> {
            if (!(priority.position() instanceof Position.Adopted adopted)) {
                return notInPosition(priority, "What is adopted is begun");
            }
            priority.begin(adopted, clock.instant());
            chronicle.wrote("begun", "priority", id, null);
            return done(priority);
        });
    }

    @Transactional
    Result<PriorityView> measure(UUID id, @Nullable String ifMatch, List<String> reached) {
        return change(id, ifMatch, priority -> {
            if (!(priority.position() instanceof Position.Followed)) {
                return notInPosition(priority, "What is adopted, and has not ended, is measured");
            }
            List<Measure> measures = priority.measures();
            if (measures.size() != reached.size()) {
                return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                        .withError(
                                "#/reached", "must say each of the " + measures.size() + " measures, in their order"));
            }
            var measured = new ArrayList<Measure>();
            for (int place = 0; place < measures.size(); place++) {
                Measure each = measures.get(place);
                measured.add(new Measure(
                        each.name(),
                        each.baseline(),
                        each.target(),
                        each.by(),
                        reached.get(place).strip()));
            }
            priority.measure(measured);
            chronicle.wrote("measured", "priority", id, String.join("; ", reached));
            return done(priority);
        });
    }

    @Transactional
    Result<PriorityView> meet(UUID id, @Nullable String ifMatch, String evidence, Person by) {
        return change(id, ifMatch, priority -> {
            if (!(priority.position() instanceof Position.InProgress inProgress)) {
                return notInPosition(priority, "What is in progress is met");
            }
            return ended(priority, inProgress.meet(), evidence, by);
        });
    }

    @Transactional
    Result<PriorityView> retire(UUID id, @Nullable String ifMatch, String reason, Person by) {
        return change(id, ifMatch, priority -> {
            if (!(priority.position() instanceof Position.Pending pending)) {
                return notInPosition(priority, "What has not ended is retired");
            }
            return ended(priority, pending.retire(), reason, by);
        });
    }

    private Result<PriorityView> ended(Priority priority, Position to, String how, Person by) {
        priority.end(to, how, by, clock.instant());
        priorities.flush();
        chronicle.wrote(to.slug(), "priority", priority.id(), how);
        if (priority.isAdopted()) {
            chain.came("priority", priority.id(), to.slug());
            chronicle.announce(
                    "priority",
                    priority.id().toString(),
                    to.slug(),
                    new PriorityEnded(priority.id(), priority.groupId()));
        }
        return done(priority);
    }

    private Result<PriorityView> change(
            UUID id, @Nullable String ifMatch, Function<Priority, Result<PriorityView>> change) {
        Optional<Priority> held = priorities.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : change.apply(held.get());
    }

    private Result<PriorityView> done(Priority priority) {
        priorities.flush();
        return new Result.Done<>(priorities.view(priority, true), priority.version());
    }

    private static Result<PriorityView> notInPosition(Priority priority, String rule) {
        return Result.refused(
                ExecutiveProblem.PRIORITY_NOT_IN_POSITION,
                rule + "; this one is " + priority.position().slug() + ".");
    }
}
