package org.folkmoot.executive.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.decision.Decision;
import org.folkmoot.executive.decision.Decisions;
import org.folkmoot.executive.enquiry.EnquiriesInHand;
import org.folkmoot.executive.meeting.Meeting;
import org.folkmoot.executive.meeting.Meetings;
import org.folkmoot.executive.power.Unmet;
import org.folkmoot.executive.priority.AdoptedPriorities;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Actions are assigned, taken in hand, planned, put off, and ended. */
@ApplicationScoped
class ChangeAction {

    private static final int YEARS_AHEAD = 5;

    private final Actions actions;
    private final Decisions decisions;
    private final Meetings meetings;
    private final EnquiriesInHand enquiries;
    private final AdoptedPriorities priorities;
    private final Chain chain;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeAction(
            Actions actions,
            Decisions decisions,
            Meetings meetings,
            EnquiriesInHand enquiries,
            AdoptedPriorities priorities,
            Chain chain,
            Chronicle chronicle,
            Clock clock) {
        this.actions = actions;
        this.decisions = decisions;
        this.meetings = meetings;
        this.enquiries = enquiries;
        this.priorities = priorities;
        this.chain = chain;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * Who changes an action.
     *
     * @param office whether they may change those of others
     */
    record Changer(Person person, boolean office) {

        boolean mayChange(Action action) {
            return office || action.isOwnedBy(person.subject());
        }
    }

    @Transactional
    Result<ActionView> assign(ActionRequest request, Person by) {
        List<ActionRequest.Origin> origins = request.origins();
        if (origins.size() != 1) {
            return invalid("#/decision", "or a meeting, an enquiry or a priority is said, and only one of them");
        }
        ActionRequest.Origin origin = origins.getFirst();
        Optional<Action.Source> source = source(origin);
        if (source.isEmpty()) {
            return invalid(
                    "#/" + origin.kind(),
                    "must be a decision that was taken, a meeting that has begun, an enquiry that somebody sees to, or a"
                            + " priority that was adopted");
        }
        List<Unmet> voids = voids(origin);
        if (!voids.isEmpty()) {
            return new Result.Refused<>(Problem.of(ExecutiveProblem.DECISION_NOT_STANDING)
                    .withDetail("Nothing new is done under it. " + Unmet.explanations(voids))
                    .with("conditions", Unmet.conditions(voids)));
        }
        LocalDate today = LondonTime.today(clock);
        Integer days = request.workingDays();
        if ((request.due() == null) == (days == null)) {
            return invalid("#/due", "or a number of working days is said, and only one of them");
        }
        LocalDate due = days == null ? request.due() : EnglishWorkingDays.plus(today, days);
        if (due == null || !isAhead(due, today)) {
            return invalid("#/due", "must lie ahead, within " + YEARS_AHEAD + " years");
        }
        var action = new Action(Uuid7.next(), source.get(), request, due, by, clock.instant());
        actions.persist(action);
        actions.flush();
        chronicle.wrote("assigned", "action", action.id(), null);
        chain.stands("action", action.id(), action.title(), clock.instant());
        chain.hangs(origin.kind(), origin.id(), "action", action.id());
        chronicle.announce(
                "action",
                action.id().toString(),
                "assigned",
                new ActionAssigned(
                        action.id(),
                        action.groupId(),
                        action.decisionId(),
                        action.meetingId(),
                        action.enquiryId(),
                        action.priorityId(),
                        action.title(),
                        due));
        return done(action);
    }

    @Transactional
    Result<ActionView> takeInHand(UUID id, @Nullable String ifMatch, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!(action.state() instanceof ActionState.Open open)) {
                return notInState(action, "An open action is taken in hand");
            }
            action.takeInHand(open);
            chronicle.wrote("taken.in.hand", "action", id, null);
            return done(action);
        });
    }

    @Transactional
    Result<ActionView> plan(UUID id, @Nullable String ifMatch, StepsRequest request, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!action.isPending()) {
                return notInState(action, "What has ended has no further steps");
            }
            action.plan(request.steps());
            chronicle.wrote("planned", "action", id, null);
            return done(action);
        });
    }

    @Transactional
    Result<ActionView> waitFor(UUID id, @Nullable String ifMatch, @Nullable UUID other, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!action.isPending()) {
                return notInState(action, "What has ended waits for nothing");
            }
            if (other != null) {
                actions.holdBlockers();
                boolean known = actions.findByIdOptional(other)
                        .filter(each -> each.groupId().equals(action.groupId()))
                        .isPresent();
                if (!known || actions.waitsFor(other, id)) {
                    return invalid(
                            "#/blockedBy",
                            "must be another action of the group, and one that does not wait for this one");
                }
            }
            action.waitFor(other);
            chronicle.wrote("blocker.named", "action", id, other == null ? null : other.toString());
            return done(action);
        });
    }

    @Transactional
    Result<ActionView> putOff(UUID id, @Nullable String ifMatch, DueRequest request, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!action.isPending()) {
                return notInState(action, "What has ended is not put off");
            }
            if (!isAhead(request.due(), LondonTime.today(clock))) {
                return invalid("#/due", "must lie ahead, within " + YEARS_AHEAD + " years");
            }
            chronicle.wrote(
                    "put.off",
                    "action",
                    id,
                    "from " + action.due() + " to " + request.due() + ": "
                            + request.reason().strip());
            action.putOff(request.due());
            return done(action);
        });
    }

    @Transactional
    Result<ActionView> handOver(UUID id, @Nullable String ifMatch, OwnerRequest request, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!(action.state() instanceof ActionState.Pending pending)) {
                return notInState(action, "What has ended is given to nobody else");
            }
            String owner = request.owner().strip();
            if (action.isOwnedBy(owner)) {
                return invalid("#/owner", "must be somebody else");
            }
            chronicle.wrote(
                    "handed.over",
                    "action",
                    id,
                    "from " + action.owner() + " to " + owner + ": "
                            + request.reason().strip());
            action.handOver(pending, request);
            return done(action);
        });
    }

    @Transactional
    Result<ActionView> discharge(UUID id, @Nullable String ifMatch, String evidence, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!(action.state() instanceof ActionState.InHand inHand)) {
                return notInState(action, "An action in hand is done");
            }
            if (actions.view(action).blocked()) {
                return Result.refused(
                        ExecutiveProblem.ACTION_BLOCKED, "It waits for action " + action.blockedBy() + ".");
            }
            action.discharge(inHand, evidence, changer.person(), clock.instant());
            return ended(action, "discharged", "done", evidence);
        });
    }

    @Transactional
    Result<ActionView> drop(UUID id, @Nullable String ifMatch, String reason, Changer changer) {
        return change(id, ifMatch, changer, action -> {
            if (!(action.state() instanceof ActionState.Pending pending)) {
                return notInState(action, "What has not ended is dropped");
            }
            action.drop(pending, reason, changer.person(), clock.instant());
            return ended(action, "dropped", "dropped", reason);
        });
    }

    private Result<ActionView> ended(Action action, String verb, String outcome, String how) {
        actions.flush();
        chronicle.wrote(verb, "action", action.id(), how);
        chain.came("action", action.id(), outcome);
        chronicle.announce(
                "action",
                action.id().toString(),
                verb,
                new ActionEnded(
                        action.id(),
                        action.groupId(),
                        action.decisionId(),
                        action.meetingId(),
                        action.enquiryId(),
                        action.priorityId(),
                        action.due(),
                        LondonTime.today(clock).isAfter(action.due())));
        return done(action);
    }

    private Optional<Action.Source> source(ActionRequest.Origin origin) {
        return switch (origin.kind()) {
            case ActionRequest.DECISION -> ofDecision(origin.id());
            case ActionRequest.MEETING -> ofMeeting(origin.id());
            case ActionRequest.ENQUIRY -> enquiries.groupOf(origin.id()).map(group -> new Action.Source(group, null));
            case ActionRequest.PRIORITY -> priorities.groupOf(origin.id()).map(group -> new Action.Source(group, null));
            default -> throw new IllegalArgumentException("nothing comes from a " + origin.kind());
        };
    }

    /** Why what it would come from does not stand, of all that has a power above it. */
    private List<Unmet> voids(ActionRequest.Origin origin) {
        return origin.kind().equals(ActionRequest.DECISION)
                ? decisions.findByIdOptional(origin.id()).map(decisions::voids).orElseGet(List::of)
                : List.of();
    }

    private Optional<Action.Source> ofDecision(UUID id) {
        return decisions
                .findByIdOptional(id)
                .filter(Decision::isTaken)
                .map(decision -> new Action.Source(
                        decision.groupId(),
                        Optional.ofNullable(decision.meetingId())
                                .map(meeting -> meetings.findById(meeting).seriesId())
                                .orElse(null)));
    }

    private Optional<Action.Source> ofMeeting(UUID id) {
        return meetings.findByIdOptional(id)
                .filter(Meeting::hasBegun)
                .map(meeting -> new Action.Source(meeting.groupId(), meeting.seriesId()));
    }

    private static boolean isAhead(LocalDate due, LocalDate today) {
        return !due.isBefore(today) && !due.isAfter(today.plusYears(YEARS_AHEAD));
    }

    private Result<ActionView> change(
            UUID id, @Nullable String ifMatch, Changer changer, Function<Action, Result<ActionView>> change) {
        Optional<Action> held = actions.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Action action = held.get();
        if (!changer.mayChange(action)) {
            return Result.refused(CommonProblem.FORBIDDEN, "Its owner or the office changes an action.");
        }
        Optional<Problem> refusal = EntityTag.of(action.version()).refusal(ifMatch);
        return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : change.apply(action);
    }

    private Result<ActionView> done(Action action) {
        actions.flush();
        return new Result.Done<>(actions.view(action), action.version());
    }

    private static Result<ActionView> notInState(Action action, String rule) {
        return Result.refused(
                ExecutiveProblem.ACTION_NOT_IN_STATE,
                rule + "; this one is " + action.state().slug() + ".");
    }

    private static Result<ActionView> invalid(String pointer, String sentence) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}
