package org.folkmoot.executive.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.meeting.Agenda;
import org.folkmoot.executive.meeting.Meeting;
import org.folkmoot.executive.meeting.Meetings;
import org.folkmoot.executive.power.Freshness;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.executive.power.KnownPower;
import org.folkmoot.executive.power.MandateFreshness;
import org.folkmoot.executive.power.PowerCheck;
import org.folkmoot.executive.power.Powers;
import org.folkmoot.executive.power.Unmet;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Decisions are taken, or proposed and then taken; or they are refused and go to the group. */
@ApplicationScoped
class TakeDecision {

    private static final Duration LONGEST = Duration.ofDays(90);

    private final Decisions decisions;
    private final Plans plans;
    private final Groups groups;
    private final Powers powers;
    private final MandateFreshness freshness;
    private final Meetings meetings;
    private final Agenda agenda;
    private final Chain chain;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    TakeDecision(
            Decisions decisions,
            Plans plans,
            Groups groups,
            Powers powers,
            MandateFreshness freshness,
            Meetings meetings,
            Agenda agenda,
            Chain chain,
            Chronicle chronicle,
            DatabaseClock time) {
        this.decisions = decisions;
        this.plans = plans;
        this.groups = groups;
        this.powers = powers;
        this.freshness = freshness;
        this.meetings = meetings;
        this.agenda = agenda;
        this.chain = chain;
        this.chronicle = chronicle;
        this.time = time;
    }

    /** Takes it now, or proposes it if it has a deadline. */
    @Transactional
    Result<DecisionView> decide(UUID group, DecisionRequest request, Decider decider) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        Instant now = time.now();
        Optional<Problem> wrong = objection(group, request, now);
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        var decision = new Decision(Uuid7.next(), group, request, decider.person(), now);
        decisions.persist(decision);
        decisions.flush();
        chronicle.wrote("proposed", "decision", decision.id(), null);
        return request.deadline() == null ? settle(decision, new DecisionState.Proposed(), decider) : done(decision);
    }

    /** Takes what was proposed. */
    @Transactional
    Result<DecisionView> take(UUID id, @Nullable String ifMatch, Decider decider) {
        Optional<Decision> held = decisions.held(id);
        Optional<Problem> refusal = refusal(held, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Decision decision = held.orElseThrow();
        return decision.state(time.now()) instanceof DecisionState.Proposed proposed
                ? settle(decision, proposed, decider)
                : notInState(decision, "What is proposed is taken before its deadline");
    }

    @Transactional
    Result<DecisionView> agree(UUID id, @Nullable String ifMatch, Person person) {
        Optional<Decision> held = decisions.held(id);
        Optional<Problem> refusal = refusal(held, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Decision decision = held.orElseThrow();
        if (!(decision.state(time.now()) instanceof DecisionState.Proposed)) {
            return notInState(decision, "One agrees to what is proposed, before its deadline");
        }
        decisions.agree(decision, person, time.now());
        chronicle.wrote("agreed", "decision", id, null);
        return done(decision);
    }

    /** @param office whether the person may withdraw what others proposed */
    @Transactional
    Result<DecisionView> withdraw(UUID id, @Nullable String ifMatch, String reason, Person person, boolean office) {
        Optional<Decision> held = decisions.held(id);
        Optional<Problem> refusal = refusal(held, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Decision decision = held.orElseThrow();
        if (!office && !decision.isProposedBy(person.subject())) {
            return Result.refused(CommonProblem.FORBIDDEN, "Its proposer or the secretary withdraws a proposal.");
        }
        Instant now = time.now();
        if (!(decision.state(now) instanceof DecisionState.Proposed proposed)) {
            return notInState(decision, "What is proposed is withdrawn before its deadline");
        }
        decision.withdraw(proposed, person, reason, now);
        chronicle.wrote("withdrawn", "decision", id, reason);
        return done(decision);
    }

    private Result<DecisionView> settle(Decision decision, DecisionState.Proposed proposed, Decider decider) {
        if (decision.plannedId() != null
                && plan(decision).filter(PlannedDecision::isAhead).isEmpty()) {
            return Result.refused(
                    ExecutiveProblem.DECISION_NOT_IN_STATE, "What was planned was decided or withdrawn meanwhile.");
        }
        Freshness known = freshness.of(decision.powerId());
        KnownPower power = powers.held(decision.powerId()).orElse(null);
        // Only now that nobody else decides under the power, and after every decision that was.
        Instant now = time.now();
        List<PowerCheck.Use> uses = decisions.uses(decision.powerId());
        List<Unmet> unmet = PowerCheck.unmet(power, decision.asked(decider), uses, known, now);
        if (power == null || !unmet.isEmpty()) {
            return refuse(decision, proposed, decider.person(), unmet, known, now);
        }
        int version = power.at(now).orElseThrow().number();
        decision.take(proposed, decider.person(), version, known.asked(), now);
        plan(decision).ifPresent(plan -> plan.decided(decision.id()));
        decisions.flush();
        chronicle.wrote("taken", "decision", decision.id(), "power " + decision.powerId() + ", version " + version);
        chain.stands("decision", decision.id(), decision.title(), now);
        chain.hangs("power", decision.powerId(), "decision", decision.id());
        PowerCheck.Used used = PowerCheck.Used.of(power, uses).and(decision.money());
        chronicle.announce(
                "decision",
                decision.id().toString(),
                "taken",
                new DecisionTaken(
                        decision.id(),
                        decision.groupId(),
                        decision.title(),
                        decision.powerId(),
                        version,
                        power.mandateId(),
                        Money.text(decision.money()),
                        decision.months(),
                        new DecisionTaken.Used(used.decisions(), Money.exactly(used.money())),
                        decision.meetingId()),
                now);
        return done(decision);
    }

    private Result<DecisionView> refuse(
            Decision decision,
            DecisionState.Proposed proposed,
            Person by,
            List<Unmet> unmet,
            Freshness known,
            Instant now) {
        UUID id = decision.id();
        Agenda.Escalation escalation =
                agenda.escalate(decision.groupId(), id, decision.title(), decision.words(), by, now);
        decision.refuse(proposed, by, unmet, escalation, known.asked(), now);
        decisions.flush();
        List<String> conditions =
                unmet.stream().map(each -> each.condition().slug()).distinct().toList();
        chronicle.wrote("refused", "decision", id, String.join(", ", conditions));
        chronicle.announce(
                "decision",
                id.toString(),
                "refused",
                new DecisionRefused(id, decision.groupId(), decision.powerId(), conditions),
                now);
        chronicle.announce(
                "decision",
                id.toString(),
                "escalated",
                new DecisionEscalated(
                        id, decision.groupId(), decision.powerId(), escalation.item(), escalation.meeting()),
                now);
        return new Result.Refused<>(Problem.of(ExecutiveProblem.DECISION_NOT_COVERED)
                .withDetail("It was put on the next agenda of the leadership group. " + Unmet.explanations(unmet))
                .with("decision", id.toString())
                .with("escalation", escalation.item().toString())
                .with("conditions", Unmet.conditions(unmet)));
    }

    private Optional<PlannedDecision> plan(Decision decision) {
        return Optional.ofNullable(decision.plannedId()).flatMap(plans::held);
    }

    private Optional<Problem> objection(UUID group, DecisionRequest request, Instant now) {
        Instant deadline = request.deadline();
        UUID meeting = request.meeting();
        if (deadline != null && meeting != null) {
            return wrong("#/deadline", "is for decisions between meetings; one at a meeting is taken there");
        }
        if (deadline != null && (!deadline.isAfter(now) || deadline.isAfter(now.plus(LONGEST)))) {
            return wrong("#/deadline", "must lie ahead, within " + LONGEST.toDays() + " days");
        }
        UUID planned = request.planned();
        if (planned != null
                && plans.held(planned)
                        .filter(plan -> plan.isAhead() && plan.groupId().equals(group))
                        .isEmpty()) {
            return wrong("#/planned", "must be on the forward plan of this group, and still ahead");
        }
        if (meeting == null) {
            return Optional.empty();
        }
        Optional<Meeting> found =
                meetings.findByIdOptional(meeting).filter(each -> each.groupId().equals(group));
        if (found.isEmpty()) {
            return wrong("#/meeting", "must be a meeting of this group");
        }
        return found.get().isInSession()
                ? Optional.empty()
                : Optional.of(Problem.of(ExecutiveProblem.MEETING_NOT_IN_STATE)
                        .withDetail("A decision is taken at a meeting that is in session."));
    }

    private static Optional<Problem> refusal(Optional<Decision> found, @Nullable String ifMatch) {
        return found.isEmpty()
                ? Optional.of(Problem.of(CommonProblem.NOT_FOUND))
                : EntityTag.of(found.get().version()).refusal(ifMatch);
    }

    private Result<DecisionView> done(Decision decision) {
        decisions.flush();
        return new Result.Done<>(decisions.view(decision, true, time.now()), decision.version());
    }

    private Result<DecisionView> notInState(Decision decision, String rule) {
        return Result.refused(
                ExecutiveProblem.DECISION_NOT_IN_STATE,
                rule + "; this one is " + decision.state(time.now()).slug() + ".");
    }

    private static Optional<Problem> wrong(String pointer, String sentence) {
        return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}
