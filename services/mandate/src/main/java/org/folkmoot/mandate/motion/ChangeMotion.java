package org.folkmoot.mandate.motion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.group.Charter;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Motions are drafted, tabled, amended and withdrawn. */
@ApplicationScoped
class ChangeMotion {

    private final Motions motions;
    private final Groups groups;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeMotion(Motions motions, Groups groups, Chronicle chronicle, Clock clock) {
        this.motions = motions;
        this.groups = groups;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Transactional
    Result<MotionView> draft(UUID groupId, MotionRequest request, Person proposer) {
        Optional<GroupOnDay> group = groups.onDay(groupId, LondonTime.today(clock));
        if (group.isEmpty()) {
            return Result.absent();
        }
        Charter charter = group.get().charter();
        if (charter == null) {
            return Result.refused(
                    MandateProblem.NO_CONSTITUTION_IN_FORCE, "A constitution says what a group may be asked.");
        }
        if (charter.ruleFor(request.question()).isEmpty()) {
            return Result.refused(
                    MandateProblem.QUESTION_NOT_PROVIDED_FOR,
                    "The constitution in force does not provide for "
                            + request.question().slug() + ".");
        }
        Optional<Problem> wrong = objection(request, charter);
        if (wrong.isPresent()) {
            return new Result.Refused<>(wrong.get());
        }
        var motion = new Motion(Uuid7.next(), groupId, request, proposer, clock.instant());
        motions.persist(motion);
        motions.flush();
        chronicle.wrote("drafted", "motion", motion.id(), null);
        return done(motion);
    }

    @Transactional
    Result<MotionView> table(UUID id, @Nullable String ifMatch) {
        Motion motion = motions.findById(id);
        Optional<Problem> refusal = refusal(motion, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!(motion.state() instanceof MotionState.Draft draft)) {
            return notInState(motion, "A draft is tabled");
        }
        if (motion.question() == Question.OPERATING_MODEL
                && motion.alternatives().isEmpty()) {
            return Result.refused(
                    MandateProblem.ALTERNATIVES_MISSING,
                    "A change of operating model shows what else was considered. Draft it anew with alternatives.");
        }
        motion.table(draft, clock.instant());
        motions.flush();
        chronicle.wrote("tabled", "motion", id, null);
        chronicle.announce(
                "motion",
                id.toString(),
                "tabled",
                new MotionTabled(id, motion.groupId(), motion.question(), motion.title()));
        return done(motion);
    }

    /** @param secretary whether the person may withdraw the motions of others */
    @Transactional
    Result<MotionView> withdraw(UUID id, @Nullable String ifMatch, String reason, Person person, boolean secretary) {
        Motion motion = motions.findById(id);
        Optional<Problem> refusal = refusal(motion, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!secretary && !motion.isProposedBy(person.subject())) {
            return Result.refused(CommonProblem.FORBIDDEN, "Its proposer or the secretary withdraws a motion.");
        }
        switch (motion.state()) {
            case MotionState.Draft draft -> motion.withdraw(draft.withdraw(), reason, clock.instant());
            case MotionState.Tabled tabled -> {
                motion.withdraw(tabled.withdraw(), reason, clock.instant());
                // A draft was never announced.
                chronicle.announce(
                        "motion",
                        id.toString(),
                        "withdrawn",
                        new MotionWithdrawn(id, motion.groupId(), motion.title(), reason));
            }
            case MotionState.PutToBallot _, MotionState.Decided _, MotionState.Withdrawn _ -> {
                return notInState(motion, "A motion is withdrawn before it is put to a ballot");
            }
        }
        motions.flush();
        chronicle.wrote("withdrawn", "motion", id, reason);
        return done(motion);
    }

    @Transactional
    Result<MotionView> amend(UUID id, @Nullable String ifMatch, AmendmentRequest request, Person proposer) {
        Motion motion = motions.findById(id);
        Optional<Problem> refusal = refusal(motion, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!(motion.state() instanceof MotionState.Tabled)) {
            return notInState(motion, "A tabled motion is amended");
        }
        int number = motions.amendments(id).size() + 1;
        motions.touch(motion);
        motions.add(new Amendment(Uuid7.next(), id, number, request, proposer, clock.instant()));
        motions.flush();
        chronicle.wrote("amendment.proposed", "motion", id, request.reason());
        return done(motion);
    }

    @Transactional
    Result<MotionView> settle(UUID id, int number, @Nullable String ifMatch, boolean accepted, Person person) {
        Motion motion = motions.findById(id);
        Optional<Problem> refusal = refusal(motion, ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Optional<Amendment> found = motions.amendment(id, number);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Amendment amendment = found.get();
        if (!(motion.state() instanceof MotionState.Tabled) || !amendment.isProposed()) {
            return Result.refused(
                    MandateProblem.AMENDMENT_NOT_PROPOSED, "An open amendment of a tabled motion is settled.");
        }
        motions.touch(motion);
        if (accepted) {
            amendment.accept(motion.words(), person, clock.instant());
            motion.amend(amendment.words());
        } else {
            amendment.refuse(person, clock.instant());
        }
        motions.flush();
        chronicle.wrote(accepted ? "amended" : "amendment.refused", "motion", id, "amendment " + number);
        return done(motion);
    }

    private static Optional<Problem> refusal(@Nullable Motion motion, @Nullable String ifMatch) {
        return motion == null
                ? Optional.of(Problem.of(CommonProblem.NOT_FOUND))
                : EntityTag.of(motion.version()).refusal(ifMatch);
    }

    private Result<MotionView> done(Motion motion) {
        return new Result.Done<>(motions.view(motion), motion.version());
    }

    private static Result<MotionView> notInState(Motion motion, String rule) {
        return Result.refused(
                MandateProblem.MOTION_NOT_IN_STATE,
                rule + "; this one is " + motion.state().slug() + ".");
    }

    private static Optional<Problem> objection(MotionRequest request, Charter charter) {
        MandateTerms terms = request.mandate();
        if ((request.question() == Question.MANDATE) != (terms != null)) {
            return wrong("#/mandate", "is there where the question is a mandate, and nowhere else");
        }
        if (terms != null && !terms.isInOrder(charter.mandateMonths())) {
            return wrong(
                    "#/mandate",
                    "its days must be in the order from, review, until, within " + charter.mandateMonths() + " months");
        }
        Contest contest = request.contest();
        if ((request.question() == Question.SEAT) != (contest != null)) {
            return wrong("#/contest", "is there where the question is a seat, and nowhere else");
        }
        if (contest != null) {
            List<String> names = contest.names();
            if (names.stream().distinct().count() < names.size()) {
                return wrong("#/contest/candidates", "must have names that differ");
            }
            if (contest.seats().stream().distinct().count() < contest.seats().size()
                    || !contest.seats().stream()
                            .allMatch(seat -> charter.seat(seat).isPresent())) {
                return wrong("#/contest/seats", "must be seats of the constitution, each once");
            }
            if (charter.constituency(contest.seats()).isEmpty()) {
                return wrong(
                        "#/contest/seats", "must have one constituency: whoever speaks for others is elected by these");
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> wrong(String pointer, String sentence) {
        return Optional.of(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}
