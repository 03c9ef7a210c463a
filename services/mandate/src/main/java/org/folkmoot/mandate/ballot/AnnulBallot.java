package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.group.Charter;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** Annuls a ballot before it is declared, by whom the group's constitution gives that to, with a reason that is published. */
@ApplicationScoped
class AnnulBallot {

    private final Ballots ballots;
    private final Groups groups;
    private final Motions motions;
    private final VoteLog log;
    private final Chronicle chronicle;
    private final DatabaseClock time;
    private final Caller caller;

    AnnulBallot(
            Ballots ballots,
            Groups groups,
            Motions motions,
            VoteLog log,
            Chronicle chronicle,
            DatabaseClock time,
            Caller caller) {
        this.ballots = ballots;
        this.groups = groups;
        this.motions = motions;
        this.log = log;
        this.chronicle = chronicle;
        this.time = time;
        this.caller = caller;
    }

    @Transactional
    Result<BallotView> annul(UUID id, @Nullable String ifMatch, String reason) {
        Optional<Ballot> held = ballots.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Ballot ballot = held.get();
        Optional<Problem> refusal = EntityTag.of(ballot.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Instant now = time.now();
        Charter charter = groups.onDay(ballot.groupId(), LondonTime.dateOf(now))
                .map(GroupOnDay::charter)
                .orElseThrow();
        if (!caller.roles().contains(charter.annulledBy())) {
            return Result.refused(
                    CommonProblem.FORBIDDEN, "By the constitution a ballot is annulled by: " + charter.annulledBy());
        }
        Optional<BallotState.Annulled> annulled = switch (ballot.state(now)) {
            case BallotState.Scheduled scheduled -> Optional.of(scheduled.annul());
            case BallotState.Open open -> Optional.of(open.annul());
            case BallotState.Closed closed -> Optional.of(closed.annul());
            case BallotState.Declared _, BallotState.Annulled _ -> Optional.empty();
        };
        if (annulled.isEmpty()) {
            return Result.refused(
                    MandateProblem.BALLOT_NOT_IN_STATE,
                    "A ballot is annulled before it is declared; this one is "
                            + ballot.state(now).slug() + ". A correction is a new ballot.");
        }
        if (ballot.openedAt() != null) {
            // Who is casting now is waited for; who comes next finds the ballot annulled.
            log.hold(ballot.stream());
        }
        ballot.annul(annulled.get(), caller.subject(), reason, now);
        ballots.flush();
        log.forgetSealed(id);
        motions.backToTable(ballot.motionId());
        chronicle.wrote("annulled", "ballot", id, reason);
        chronicle.announce("ballot", id.toString(), "annulled", new BallotAnnulled(id, ballot.groupId(), reason), now);
        return new Result.Done<>(ballot.view(now), ballot.version());
    }
}
