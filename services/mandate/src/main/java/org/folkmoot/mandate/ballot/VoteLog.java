package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Entry;
import org.folkmoot.ballot.Hash;
import org.folkmoot.ballot.Opening;
import org.folkmoot.ballot.Vote;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.ledger.LedgerEntry;
import org.folkmoot.ledger.Receipt;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The logs of votes, read in the caller's transaction. */
@ApplicationScoped
class VoteLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final DataSource database;
    private final Sql sql;
    private final Sealing sealing;
    private final CurrentTenant tenant;

    VoteLog(DataSource database, Sql sql, Sealing sealing, CurrentTenant tenant) {
        this.database = database;
        this.sql = sql;
        this.sealing = sealing;
        this.tenant = tenant;
    }

    /** Every entry, in order, as it is stored. */
    List<Entry> entries(Ballot ballot) {
        var entries = new ArrayList<Entry>();
        try (Connection connection = database.getConnection()) {
            new Ledger(connection).read(ballot.stream(), entry -> entries.add(entry(entry, ballot.paper())));
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read", e);
        }
        return entries;
    }

    /** Entries after a number, as they are stored. */
    List<LedgerEntry> page(String stream, long after, int most) {
        return sql.list(
                row -> new LedgerEntry(
                        row.getString("tenant_id"),
                        row.getString("stream"),
                        row.getLong("number"),
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("kind"),
                        row.getString("payload"),
                        org.folkmoot.ledger.Hash.of(row.getBytes("previous")),
                        org.folkmoot.ledger.Hash.of(row.getBytes("hash"))),
                """
                select tenant_id, stream, number, at, actor, kind, payload, previous, hash
                from folkmoot.ledger_entry
                where tenant_id = folkmoot.current_tenant() and stream = ? and number > ?
                order by number limit ?
                """,
                stream,
                after,
                most);
    }

    /** The newest entry; empty while nobody has voted. */
    Optional<Receipt> head(String stream) {
        try (Connection connection = database.getConnection()) {
            return new Ledger(connection).head(stream);
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read", e);
        }
    }

    /** Ends the log, after whoever is casting now; empty if it has no entry. */
    Optional<Receipt> close(String stream) {
        hold(stream);
        try (Connection connection = database.getConnection()) {
            var ledger = new Ledger(connection);
            return ledger.head(stream).isEmpty() ? Optional.empty() : Optional.of(ledger.close(stream));
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be closed", e);
        }
    }

    /** Waits for whoever is casting, and lets nobody cast until this transaction ends. */
    void hold(String stream) {
        sql.call(
                "select pg_advisory_xact_lock(hashtextextended(?, hashtextextended(folkmoot.current_tenant(), 0)))",
                stream);
    }

    /**
     * The current vote of a voter.
     *
     * @param castBy the subject of who cast it
     * @param sealed what lies encrypted beside it, in hexadecimal digits
     */
    record Current(
            String voter,
            boolean casting,
            long entry,
            Hash hash,
            Instant castAt,
            String castBy,
            @Nullable String via,
            @Nullable String sealed) {}

    /** The current votes of a ballot, or of one voter of it. */
    List<Current> current(UUID ballot, @Nullable String voter) {
        return sql.list(
                row -> new Current(
                        row.getString("voter"),
                        row.getBoolean("casting"),
                        row.getLong("entry"),
                        Hash.of(row.getBytes("hash")),
                        Sql.instant(row, "cast_at"),
                        row.getString("cast_by"),
                        row.getString("via"),
                        hex(row.getBytes("sealed"))),
                """
                select voter, casting, entry, hash, cast_at, cast_by, via, sealed from vote
                where tenant_id = folkmoot.current_tenant() and ballot_id = ? and voter = coalesce(?, voter)
                order by voter, casting
                """,
                ballot,
                voter);
    }

    /** What the current votes of a secret ballot turned out to say, without names. */
    List<Opening> openings(Ballot ballot) {
        return current(ballot.id(), null).stream()
                .map(vote -> sealedChoice(ballot.id(), vote))
                .flatMap(Optional::stream)
                .map(choice -> choice.opening(ballot.paper()))
                .toList();
    }

    /** Destroys what {@link #openings} reads, once the ballot has ended. */
    void forgetSealed(UUID ballot) {
        sql.call("select forget_sealed(?)", ballot);
    }

    /** The seal that belongs to a vote of a secret ballot that has not ended; null for any other. */
    @Nullable
    String seal(UUID ballot, Current vote) {
        return sealedChoice(ballot, vote).map(SealedChoice::seal).orElse(null);
    }

    private Optional<SealedChoice> sealedChoice(UUID ballot, Current vote) {
        String belonging = SealedChoice.belonging(tenant.require(), ballot, vote.voter());
        return Optional.ofNullable(vote.sealed())
                .map(HexFormat.of()::parseHex)
                .map(bytes -> SealedChoice.of(sealing.open(bytes, belonging)));
    }

    private static @Nullable String hex(byte @Nullable [] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /** The vote that an entry's payload holds. */
    static Vote vote(String payload, Paper paper) {
        try {
            JsonNode json = JSON.readTree(payload);
            return new Vote(
                    json.path("voter").asText(),
                    choice(json, paper),
                    json.path("casting").asBoolean(false));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry that is no vote", e);
        }
    }

    private static Choice choice(JsonNode json, Paper paper) {
        if (json.has("commitment")) {
            return new Choice.Committed(Hash.parse(json.path("commitment").asText()));
        }
        var words = new ArrayList<String>();
        JsonNode choice = json.path("choice");
        if (choice.isArray()) {
            choice.forEach(word -> words.add(word.asText()));
        } else {
            words.add(choice.asText());
        }
        // What is not on the paper is kept as it stands: the verifier shall see it.
        return paper.choice(words).orElseGet(() -> new Choice.Option(String.join(", ", words)));
    }

    private static Entry entry(LedgerEntry entry, Paper paper) {
        return new Entry(
                entry.number(),
                vote(entry.payload(), paper),
                entry.actor(),
                entry.at(),
                Hash.parse("sha256:" + entry.previous().hex()),
                Hash.parse("sha256:" + entry.hash().hex()));
    }
}
