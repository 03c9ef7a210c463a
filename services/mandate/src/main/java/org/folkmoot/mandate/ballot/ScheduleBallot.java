package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.motion.Contest;
import org.folkmoot.mandate.motion.Motion;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.mandate.rule.VotingRule;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Puts a tabled motion to a ballot, under the constitution's rule for its question. */
@ApplicationScoped
class ScheduleBallot {

    /** What lies further off is a mistake, and the farthest moments are beyond what a database or a list can count. */
    private static final Duration FARTHEST = Duration.ofDays(731);

    private final Motions motions;
    private final Groups groups;
    private final Ballots ballots;
    private final OpenBallot opening;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    ScheduleBallot(
            Motions motions,
            Groups groups,
            Ballots ballots,
            OpenBallot opening,
            Chronicle chronicle,
            DatabaseClock time) {
        this.motions = motions;
        this.groups = groups;
        this.ballots = ballots;
        this.opening = opening;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<BallotView> schedule(UUID motionId, @Nullable String ifMatch, ScheduleRequest request, Person secretary) {
        Optional<Motion> found = motions.findByIdOptional(motionId);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(motions.versionOf(found.get())).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Instant now = time.now();
        if (!request.closesAt().isAfter(now)
                || !request.closesAt().isAfter(request.opensAt())
                || request.closesAt().isAfter(now.plus(FARTHEST))) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/closesAt", "must be in the future, within two years, and after opensAt"));
        }
        if (request.opensAt().isBefore(now.minus(FARTHEST))) {
            return new Result.Refused<>(
                    Problem.of(CommonProblem.INVALID_REQUEST).withError("#/opensAt", "must not be that long ago"));
        }
        Motion motion = found.get();
        GroupOnDay group =
                groups.onDay(motion.groupId(), LondonTime.dateOf(now)).orElseThrow();
        Optional<VotingRule> rule =
                Optional.ofNullable(group.charter()).flatMap(charter -> charter.ruleFor(motion.question()));
        if (rule.isEmpty()) {
            return Result.refused(
                    MandateProblem.QUESTION_NOT_PROVIDED_FOR,
                    "The constitution in force does not provide for "
                            + motion.question().slug() + ".");
        }
        Optional<Paper> paper = paper(motion, request.options());
        if (paper.isEmpty()) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError(
                            "#/options",
                            "must differ, and belong to a question that is neither mandate, purpose nor seat"));
        }
        if (motions.putToBallot(motionId).isEmpty()) {
            return Result.refused(MandateProblem.MOTION_NOT_IN_STATE, "A tabled motion is put to a ballot.");
        }
        var ballot = new Ballot(
                Uuid7.next(),
                new Ballot.Plan(
                        motion.groupId(),
                        motionId,
                        group.constitution(),
                        motion.question(),
                        motion.title(),
                        rule.get(),
                        paper.get(),
                        request.opensAt(),
                        request.closesAt()),
                secretary.subject(),
                now);
        ballots.persist(ballot);
        ballots.flush();
        chronicle.wrote("scheduled", "ballot", ballot.id(), null);
        return new Result.Done<>(opening.view(ballot, now), ballot.version());
    }

    private static Optional<Paper> paper(Motion motion, @Nullable List<String> options) {
        return switch (motion.question()) {
            case SEAT -> {
                Contest contest = motion.contest();
                yield options != null || contest == null
                        ? Optional.empty()
                        : Optional.of(Paper.ranked(contest.seats().size(), contest.names()));
            }
            case MANDATE, PURPOSE -> options == null ? Optional.of(Paper.motion()) : Optional.empty();
            case POWER, OPERATING_MODEL, ORDINARY -> {
                if (options == null) {
                    yield Optional.of(Paper.motion());
                }
                boolean sound =
                        options.stream().distinct().count() == options.size() && !options.contains(Paper.ABSTAIN);
                yield sound ? Optional.of(Paper.options(options)) : Optional.empty();
            }
        };
    }
}
