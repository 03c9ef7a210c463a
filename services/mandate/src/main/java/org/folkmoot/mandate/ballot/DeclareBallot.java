package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.ballot.BallotFile;
import org.folkmoot.ballot.BallotVerifier;
import org.folkmoot.ballot.Declaration;
import org.folkmoot.ballot.Defect;
import org.folkmoot.ballot.Entry;
import org.folkmoot.ballot.Opening;
import org.folkmoot.ballot.Outcome;
import org.folkmoot.ballot.Position;
import org.folkmoot.ballot.Terms;
import org.folkmoot.ballot.Verdict;
import org.folkmoot.ballot.Vote;
import org.folkmoot.ballot.Witness;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.motion.Motion;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.DatabaseClock;
import org.jspecify.annotations.Nullable;

/**
 * Declares a closed ballot: counts it, publishes the file from which anyone can count it again, and tells whatever follows.
 * The request says nothing of the outcome. A log that does not verify is not declared; it can only be annulled.
 *
 * <p>The secretary declares, after looking whether there is a reason to annul. But nobody can keep an outcome back: a ballot
 * that was left closed is declared because it is time.
 */
@ApplicationScoped
class DeclareBallot {

    /** By whom a ballot was declared that nobody declared. */
    private static final String ITSELF = "mandate";

    private final Ballots ballots;
    private final Electors electors;
    private final VoteLog log;
    private final OpenBallot opening;
    private final Checkpoints checkpoints;
    private final SigningKeys keys;
    private final Motions motions;
    private final Chronicle chronicle;
    private final DatabaseClock time;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final Event<BallotDecided> decided;

    DeclareBallot(
            Ballots ballots,
            Electors electors,
            VoteLog log,
            OpenBallot opening,
            Checkpoints checkpoints,
            SigningKeys keys,
            Motions motions,
            Chronicle chronicle,
            DatabaseClock time,
            Caller caller,
            CurrentTenant tenant,
            Event<BallotDecided> decided) {
        this.ballots = ballots;
        this.electors = electors;
        this.log = log;
        this.opening = opening;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.motions = motions;
        this.chronicle = chronicle;
        this.time = time;
        this.caller = caller;
        this.tenant = tenant;
        this.decided = decided;
    }

    @Transactional
    Result<BallotView> declare(UUID id, @Nullable String ifMatch) {
        Optional<Ballot> held = ballots.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        return declare(held.get(), caller.subject());
    }

    /** Nobody has declared it, and it is time. Whoever of several replicas is second finds it declared, and does nothing. */
    @Transactional
    Result<BallotView> declareWhenDue(UUID id) {
        return ballots.held(id).map(ballot -> declare(ballot, null)).orElseGet(Result::absent);
    }

    /** @param person the subject of who declares; null where time does */
    private Result<BallotView> declare(Ballot ballot, @Nullable String person) {
        UUID id = ballot.id();
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        if (!(ballot.state(now) instanceof BallotState.Closed closed)) {
            return Result.refused(
                    MandateProblem.BALLOT_NOT_IN_STATE,
                    "A closed ballot is declared; this one is "
                            + ballot.state(now).slug() + ".");
        }
        if (!ballot.isClosingNoted()) {
            checkpoints.note(ballot, closed, now);
        }
        Motion motion = motions.findById(ballot.motionId());
        List<ElectorRow> rows = electors.all(id);
        Terms terms = opening.terms(ballot, motion, ballot.chair(), rows);
        List<Opening> openings = ballot.isSecret() ? log.openings(ballot) : List.of();
        var file = new BallotFile(terms, log.entries(ballot), openings, ballot.seed());
        byte[] published = file.declared(now);
        List<String> defects = defects(ballot, file, published);
        if (!defects.isEmpty()) {
            return new Result.Refused<>(Problem.of(MandateProblem.LOG_DEFECTIVE)
                    .withDetail("The log does not verify, so it is not counted. The ballot can be annulled.")
                    .with("defects", defects));
        }
        Declaration declaration = file.declaration();
        BallotDeclared result = result(ballot, file, declaration, published, rows);
        ballot.declare(
                closed.declare(),
                person == null ? ITSELF : person,
                declaration.outcome().word(),
                Lapsed.of(ballot.paper(), file, declaration, rows).orElse(null),
                result,
                new String(published, StandardCharsets.UTF_8),
                now);
        ballots.flush();
        log.forgetSealed(id);
        boolean carried = declaration.outcome() == Outcome.CARRIED;
        motions.decided(ballot.motionId(), carried, now);
        if (person == null) {
            chronicle.itself("declared", "ballot", id, declaration.outcome().word());
        } else {
            chronicle.wrote("declared", "ballot", id, declaration.outcome().word());
        }
        chronicle.announce("ballot", id.toString(), "declared", result, now);
        decided.fire(new BallotDecided(
                id,
                ballot.groupId(),
                ballot.motionId(),
                ballot.question(),
                ballot.rule(),
                carried,
                decidedElectors(file, rows),
                now));
        return new Result.Done<>(ballot.view(now), ballot.version());
    }

    /**
     * What the verifier that anyone has would say to the file, and what only the service can see: whether the log is still the
     * one that was begun, and whether what counts by it is what was cast.
     */
    private List<String> defects(Ballot ballot, BallotFile file, byte[] published) {
        var found = new ArrayList<String>();
        if (!file.terms().stream().equals(ballot.stream())) {
            found.add("The motion, the rules or the electorate are not those with which the ballot opened.");
        }
        List<VoteLog.Current> cast = log.current(ballot.id(), null);
        List<Witness> witnesses = witnesses(ballot, cast);
        var verifier = new BallotVerifier(keys.verifying(), ballot.frozenHash());
        if (verifier.verify(published, witnesses) instanceof Verdict.Defective(List<Defect> defects)) {
            defects.forEach(defect -> found.add(defect.inWords()));
        }
        // A log that has entries was closed with a checkpoint. Without it nobody could say where the log ended.
        if (!file.entries().isEmpty() && witnesses.stream().noneMatch(DeclareBallot::sawTheEnd)) {
            found.add("The checkpoint with which the log was closed is gone: what came after entry %d could be, too."
                    .formatted(file.entries().getLast().number()));
        }
        found.addAll(CurrentVotes.differences(file.entries(), cast));
        return found;
    }

    /**
     * What voters hold of their current votes, and what was signed and announced: without them a log whose end was cut off, or
     * that was written anew, would look whole.
     */
    private List<Witness> witnesses(Ballot ballot, List<VoteLog.Current> cast) {
        var witnesses = new ArrayList<Witness>();
        String ics = tenant.require().id();
        cast.forEach(vote -> witnesses.add(new Witness.Receipt(ics, ballot.stream(), vote.entry(), vote.hash())));
        checkpoints.statements(ballot.id()).forEach(statement -> witnesses.add(Witness.read(statement)));
        return witnesses;
    }

    private static boolean sawTheEnd(Witness witness) {
        return witness instanceof Witness.Checkpoint checkpoint && checkpoint.last();
    }

    private static BallotDeclared result(
            Ballot ballot, BallotFile file, Declaration declaration, byte[] published, List<ElectorRow> rows) {
        Set<String> voted = file.entries().stream()
                .map(Entry::vote)
                .filter(vote -> !vote.casting())
                .map(Vote::voter)
                .collect(Collectors.toSet());
        return new BallotDeclared(
                ballot.id(),
                ballot.groupId(),
                ballot.motionId(),
                ballot.question(),
                ballot.title(),
                declaration.outcome().word(),
                declaration.quorumMet(),
                declaration.classes().stream()
                        .map(BallotDeclared.ClassOutcome::of)
                        .toList(),
                declaration.chosen(),
                BallotDeclared.elected(declaration),
                ballot.electors(),
                voted.size(),
                file.terms().electorate().hash().toString(),
                file.logRoot().toString(),
                Digests.sha256(new String(published, StandardCharsets.UTF_8)),
                ballot.isSecret() ? null : practices(rows, voted));
    }

    /** Of a secret ballot no event names a voter, though the published file does. */
    private static @Nullable List<BallotDeclared.Participant> practices(List<ElectorRow> rows, Set<String> voted) {
        List<BallotDeclared.Participant> practices = rows.stream()
                .filter(row -> row.kind() == ElectorKind.PRACTICE && !row.recused())
                .map(row -> new BallotDeclared.Participant(row.voter(), voted.contains(row.voter())))
                .toList();
        return practices.isEmpty() ? null : practices;
    }

    private static List<BallotDecided.Decided> decidedElectors(BallotFile file, List<ElectorRow> rows) {
        Map<String, String> choices = new HashMap<>();
        for (Entry entry : file.entries()) {
            if (!entry.vote().casting() && entry.vote().choice() instanceof Position position) {
                choices.put(entry.vote().voter(), position.word());
            }
        }
        return rows.stream()
                .map(row -> new BallotDecided.Decided(
                        row.voter(),
                        row.kind(),
                        row.name(),
                        row.weights(),
                        row.recused() ? "recused" : choices.get(row.voter())))
                .toList();
    }
}
