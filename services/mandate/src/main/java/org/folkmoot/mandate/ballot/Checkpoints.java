package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.ledger.Checkpoint;
import org.folkmoot.ledger.Receipt;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Sql;

/** Signs how far a ballot's log has come, while votes come in and when it closes, and announces what was signed. */
@ApplicationScoped
class Checkpoints {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Ballots ballots;
    private final VoteLog log;
    private final SigningKeys keys;
    private final Sql sql;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    Checkpoints(Ballots ballots, VoteLog log, SigningKeys keys, Sql sql, Chronicle chronicle, DatabaseClock time) {
        this.ballots = ballots;
        this.log = log;
        this.keys = keys;
        this.sql = sql;
        this.chronicle = chronicle;
        this.time = time;
    }

    /** Signs the present head, which is committed: nothing is appended in this transaction. */
    @Transactional
    void sign(UUID ballot) {
        Ballot found = ballots.findById(ballot);
        log.head(found.stream()).ifPresent(head -> publish(ballot, keys.signer().sign(head)));
    }

    /** The ballot has closed: its log takes no entry any more, and the last one is signed as such. */
    @Transactional
    void close(UUID id) {
        Ballot ballot = ballots.held(id).orElseThrow();
        Instant now = time.now();
        if (!(ballot.state(now) instanceof BallotState.Closed closed) || ballot.isClosingNoted()) {
            return;
        }
        note(ballot, closed, now);
    }

    /** {@link #close} for whoever holds the ballot: what was cast before stands, and nothing comes after. */
    void note(Ballot ballot, BallotState.Closed closed, Instant now) {
        Optional<Receipt> last = log.close(ballot.stream());
        last.ifPresent(head -> publish(ballot.id(), keys.signer().signLast(head)));
        ballot.noteClosing(closed, now);
        ballots.flush();
        long voted = log.current(ballot.id(), null).stream()
                .filter(vote -> !vote.casting())
                .count();
        chronicle.itself("closed", "ballot", ballot.id(), null);
        chronicle.announce(
                "ballot",
                ballot.id().toString(),
                "closed",
                new BallotClosed(
                        ballot.id(),
                        ballot.groupId(),
                        ballot.closesAt(),
                        ballot.electors(),
                        voted,
                        last.map(Receipt::number).orElse(0L)),
                ballot.closesAt());
    }

    /** Every statement about a ballot's log, as it was announced. */
    List<String> statements(UUID ballot) {
        return sql.list(row -> row.getString("statement"), """
                select statement from checkpoint
                where tenant_id = folkmoot.current_tenant() and ballot_id = ? order by number, last
                """, ballot);
    }

    private void publish(UUID ballot, Checkpoint checkpoint) {
        int kept = sql.change("""
                insert into checkpoint (tenant_id, ballot_id, number, last, statement, at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?) on conflict do nothing
                """, ballot, checkpoint.number(), checkpoint.last(), json(checkpoint), checkpoint.at());
        // Else another replica has signed this very head.
        if (kept == 1) {
            chronicle.announce(
                    "ballot",
                    ballot.toString(),
                    "checkpoint.signed",
                    CheckpointSigned.of(ballot, checkpoint),
                    checkpoint.at());
        }
    }

    private static String json(Checkpoint checkpoint) {
        try {
            return JSON.writeValueAsString(checkpoint);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint can always be written", e);
        }
    }
}
