package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Marks an elector of an open ballot, for all to see: recused for a declared interest, or present without voting. */
@ApplicationScoped
class MarkElector {

    private final Ballots ballots;
    private final Electors electors;
    private final VoteLog log;
    private final Sql sql;
    private final Chronicle chronicle;
    private final DatabaseClock time;
    private final Caller caller;

    MarkElector(
            Ballots ballots,
            Electors electors,
            VoteLog log,
            Sql sql,
            Chronicle chronicle,
            DatabaseClock time,
            Caller caller) {
        this.ballots = ballots;
        this.electors = electors;
        this.log = log;
        this.sql = sql;
        this.chronicle = chronicle;
        this.time = time;
        this.caller = caller;
    }

    /** An elector's own people declare an interest. It cannot be taken back, and comes before any vote. */
    @Transactional
    Result<ElectorRow> recuse(UUID id, String voter, String interest) {
        return mark(id, voter, interest);
    }

    /** The secretary notes that an elector is there. */
    @Transactional
    Result<ElectorRow> present(UUID id, String voter) {
        return mark(id, voter, null);
    }

    private Result<ElectorRow> mark(UUID id, String voter, @Nullable String interest) {
        Optional<Ballot> found = ballots.findByIdOptional(id);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Ballot ballot = found.get();
        if (ballot.openedAt() != null) {
            // Who is casting for this elector now is waited for; who comes next finds the mark.
            log.hold(ballot.stream());
            ballots.getEntityManager().refresh(ballot);
        }
        Instant now = time.now();
        if (!(ballot.state(now) instanceof BallotState.Open)) {
            return Result.refused(
                    MandateProblem.BALLOT_NOT_IN_STATE,
                    "An elector of an open ballot is marked; this one is "
                            + ballot.state(now).slug() + ".");
        }
        Optional<ElectorRow> elector = electors.one(id, voter);
        if (elector.isEmpty()) {
            return Result.refused(MandateProblem.NOT_AN_ELECTOR, "Its electorate was frozen when it opened.");
        }
        if (interest != null && !speaksFor(id, elector.get())) {
            return Result.refused(CommonProblem.FORBIDDEN, "A voter's own people declare its interest.");
        }
        if (interest != null && !log.current(id, voter).isEmpty()) {
            return Result.refused(
                    MandateProblem.ALREADY_VOTED, "An interest is declared before voting, a casting vote included.");
        }
        write(id, voter, interest, now);
        chronicle.wrote(interest == null ? "present" : "recused", "ballot", id, voter);
        return new Result.Done<>(electors.one(id, voter).orElseThrow(), ballot.version());
    }

    private boolean speaksFor(UUID ballot, ElectorRow elector) {
        Set<String> roles = caller.roles();
        return switch (elector.kind()) {
            case PRACTICE -> roles.contains(Roles.PRACTICE_VOTER) && caller.speaksFor(OdsCode.of(elector.voter()));
            case PCN -> roles.contains(Roles.PCN_CLINICAL_DIRECTOR) && caller.speaksFor(OdsCode.of(elector.voter()));
            case SEAT ->
                electors.holder(ballot, elector.voter())
                        .filter(caller.subject()::equals)
                        .isPresent();
        };
    }

    private void write(UUID ballot, String voter, @Nullable String interest, Instant at) {
        if (interest == null) {
            sql.change("""
                    update elector set present = true, marked_by = ?, marked_at = ?
                    where tenant_id = folkmoot.current_tenant() and ballot_id = ? and voter = ?
                    """, caller.subject(), at, ballot, voter);
        } else {
            sql.change("""
                    update elector set recused = true, interest = ?, marked_by = ?, marked_at = ?
                    where tenant_id = folkmoot.current_tenant() and ballot_id = ? and voter = ?
                    """, interest, caller.subject(), at, ballot, voter);
        }
    }
}
