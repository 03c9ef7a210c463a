package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Vote;
import org.folkmoot.ledger.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a ballot's log, as far as it may be seen. While a ballot is open in which nobody may know yet who voted how, the
 * line shows no more than that the entry is there: a hash beside all it was made from would tell the choice.
 *
 * @param choice what was chosen, in an open ballot, once it may be known
 * @param commitment what stands for it in a secret ballot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogLine(
        long entry,
        String hash,
        @Nullable String previous,
        @Nullable String voter,
        @Nullable List<String> choice,
        @Nullable String commitment,
        @Nullable String castBy,
        @Nullable Instant castAt) {

    static LogLine hidden(LedgerEntry entry) {
        return new LogLine(entry.number(), "sha256:" + entry.hash().hex(), null, null, null, null, null, null);
    }

    static LogLine whole(LedgerEntry entry, Paper paper) {
        Vote vote = VoteLog.vote(entry.payload(), paper);
        boolean committed = vote.choice() instanceof Choice.Committed;
        return new LogLine(
                entry.number(),
                "sha256:" + entry.hash().hex(),
                "sha256:" + entry.previous().hex(),
                vote.voter(),
                committed ? null : Paper.words(vote.choice()),
                vote.choice() instanceof Choice.Committed(var commitment) ? commitment.toString() : null,
                entry.actor(),
                entry.at());
    }
}
