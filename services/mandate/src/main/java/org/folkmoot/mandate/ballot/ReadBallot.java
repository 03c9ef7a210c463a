package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.ledger.LedgerEntry;
import org.folkmoot.ledger.Receipt;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.rule.Visibility;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** What may be seen of ballots, and by whom. */
@ApplicationScoped
class ReadBallot {

    private final Ballots ballots;
    private final Groups groups;
    private final Electors electors;
    private final OpenBallot opening;
    private final VoteLog log;
    private final Checkpoints checkpoints;
    private final SigningKeys keys;
    private final DatabaseClock time;
    private final Caller caller;
    private final CurrentTenant tenant;

    ReadBallot(
            Ballots ballots,
            Groups groups,
            Electors electors,
            OpenBallot opening,
            VoteLog log,
            Checkpoints checkpoints,
            SigningKeys keys,
            DatabaseClock time,
            Caller caller,
            CurrentTenant tenant) {
        this.ballots = ballots;
        this.groups = groups;
        this.electors = electors;
        this.opening = opening;
        this.log = log;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.time = time;
        this.caller = caller;
        this.tenant = tenant;
    }

    @Transactional
    Optional<Result.Done<BallotView>> one(UUID id) {
        return ballots.findByIdOptional(id)
                .map(ballot -> new Result.Done<>(opening.view(ballot, time.now()), ballot.version()));
    }

    @Transactional
    List<BallotView> page(UUID group, @Nullable UUID after, int most) {
        groups.require(group);
        Instant now = time.now();
        return ballots.page(group, after, most).stream()
                .map(ballot -> opening.view(ballot, now))
                .toList();
    }

    @Transactional
    Optional<List<ElectorRow>> electorate(UUID id, int after, int most) {
        return ballots.findByIdOptional(id).map(ballot -> electors.page(id, after, most));
    }

    @Transactional
    Optional<String> frozen(UUID id) {
        return ballots.findByIdOptional(id)
                .filter(ballot -> ballot.openedAt() != null)
                .map(ballot -> electors.frozenText(id));
    }

    @Transactional
    Optional<BallotDeclared> result(UUID id) {
        return ballots.findByIdOptional(id).map(Ballot::result);
    }

    @Transactional
    Optional<String> file(UUID id) {
        return ballots.findByIdOptional(id).map(Ballot::file);
    }

    /** The log, whole where it may be known who voted how, else entry numbers and hashes. */
    @Transactional
    Optional<List<LogLine>> log(UUID id, long after, int most) {
        return ballots.findByIdOptional(id)
                .map(ballot -> ballot.openedAt() == null
                        ? List.of()
                        : log.page(ballot.stream(), after, most).stream()
                                .map(entry -> line(ballot, entry))
                                .toList());
    }

    private static LogLine line(Ballot ballot, LedgerEntry entry) {
        boolean seen = ballot.declaredAt() != null || ballot.visibility() == Visibility.OPEN_DURING;
        return seen ? LogLine.whole(entry, ballot.paper()) : LogLine.hidden(entry);
    }

    @Transactional
    Optional<List<String>> checkpoints(UUID id) {
        return ballots.findByIdOptional(id).map(ballot -> checkpoints.statements(id));
    }

    @Transactional
    List<SigningKeys.Published> keys() {
        return keys.published().stream().toList();
    }

    @Transactional
    Optional<Turnout> turnout(UUID id) {
        return ballots.findByIdOptional(id)
                .filter(ballot -> ballot.openedAt() != null)
                .map(ballot -> {
                    List<Electors.Alike> alike = electors.alike(id);
                    return new Turnout(
                            id,
                            ballot.state(time.now()).slug(),
                            ballot.electors(),
                            alike.stream().mapToLong(Electors.Alike::voted).sum(),
                            Electors.sum(alike, Electors.Alike::voted),
                            Electors.sum(alike, Electors.Alike::electors),
                            log.head(ballot.stream()).map(Receipt::number).orElse(0L));
                });
    }

    /** The turnout of each network; empty before the ballot has opened. */
    @Transactional
    Optional<List<NetworkTurnout>> networks(UUID id) {
        return ballots.findByIdOptional(id)
                .filter(ballot -> ballot.openedAt() != null)
                .map(ballot -> electors.networks(id));
    }

    /** The receipt of a voter's current vote, for whoever speaks for the voter or cast it. */
    @Transactional
    Optional<ReceiptView> receipt(UUID id, String voter) {
        Optional<Ballot> ballot = ballots.findByIdOptional(id).filter(found -> found.openedAt() != null);
        return ballot.flatMap(found -> log.current(id, voter).stream()
                .filter(vote -> !vote.casting())
                .filter(this::isTheirs)
                .findFirst()
                .map(vote -> new ReceiptView(
                        id,
                        voter,
                        tenant.require().id(),
                        found.stream(),
                        vote.entry(),
                        vote.hash().hex(),
                        vote.castAt(),
                        vote.via(),
                        vote.castBy().equals(caller.subject()) ? log.seal(id, vote) : null,
                        choice(found, vote))));
    }

    private boolean isTheirs(VoteLog.Current vote) {
        return vote.castBy().equals(caller.subject())
                || OdsCode.parse(vote.voter()).filter(caller::speaksFor).isPresent();
    }

    private @Nullable List<String> choice(Ballot ballot, VoteLog.Current vote) {
        return ballot.isSecret()
                ? null
                : log.page(ballot.stream(), vote.entry() - 1, 1).stream()
                        .findFirst()
                        .map(entry -> Paper.words(
                                VoteLog.vote(entry.payload(), ballot.paper()).choice()))
                        .orElse(null);
    }
}
