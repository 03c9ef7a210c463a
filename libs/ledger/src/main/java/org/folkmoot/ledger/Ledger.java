package org.folkmoot.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The logs of the current tenant, over one connection and inside whatever transaction that is in. The tenant is the one
 * of the transaction (setting {@code folkmoot.tenant}); without one nothing is read and appending fails.
 *
 * <p>A hot path does without this class and puts the append beside what it is about, in one round trip:
 *
 * <pre>{@code
 * with vote as (insert into vote (…) values (…) returning ballot_id, …),
 *      entry as (select a.* from vote v, folkmoot.ledger_append('ballot/' || v.ballot_id, ?, 'vote.cast', ?) a),
 *      announced as (insert into folkmoot.outbox (…) select … from entry)
 * select number, hash from entry
 * }</pre>
 */
public final class Ledger {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Connection connection;

    /** The logs over this connection, which stays the caller's to commit and to close. */
    public Ledger(Connection connection) {
        this.connection = connection;
    }

    /**
     * Appends an entry. The stream is begun with its first one, and stays locked until the transaction ends: append late,
     * and to several streams in alphabetical order. The receipt is good once the transaction is committed.
     *
     * @throws SQLException if there is no tenant, the stream is closed, the payload is no JSON object, or the database is
     *     out of reach
     */
    public Receipt append(String stream, NewEntry entry) throws SQLException {
        try (PreparedStatement append =
                connection.prepareStatement("select tenant_id, number, hash from folkmoot.ledger_append(?, ?, ?, ?)")) {
            append.setString(1, stream);
            append.setString(2, entry.actor());
            append.setString(3, entry.kind());
            append.setString(4, entry.payload());
            try (ResultSet appended = append.executeQuery()) {
                appended.next();
                return receipt(stream, appended);
            }
        }
    }

    /** Appends what a person did to the stream of the object that it was done to. */
    public Receipt append(Act act) throws SQLException {
        return append(act.stream(), act.entry());
    }

    /**
     * Closes a stream: from the commit on, the database refuses to append to it. Closing it again changes nothing.
     *
     * @return the last entry, for {@link CheckpointSigner#signLast}
     * @throws SQLException if the stream has no entry, there is no tenant, or the database is out of reach
     */
    public Receipt close(String stream) throws SQLException {
        try (PreparedStatement close =
                connection.prepareStatement("select tenant_id, number, hash from folkmoot.ledger_close(?)")) {
            close.setString(1, stream);
            try (ResultSet closed = close.executeQuery()) {
                closed.next();
                return receipt(stream, closed);
            }
        }
    }

    /** The newest entry of a stream, or empty if it has none. */
    public Optional<Receipt> head(String stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select tenant_id, number, hash from folkmoot.ledger_head
                where tenant_id = folkmoot.current_tenant() and stream = ?""")) {
            select.setString(1, stream);
            try (ResultSet head = select.executeQuery()) {
                return head.next() ? Optional.of(receipt(stream, head)) : Optional.empty();
            }
        }
    }

    /**
     * Gives every entry of a stream, from the first to the newest, as they were at one moment. Inside a transaction they
     * are fetched bit by bit; with auto-commit the driver holds them all in memory.
     */
    public void read(String stream, Consumer<LedgerEntry> reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select tenant_id, stream, number, at, actor, kind, payload, previous, hash from folkmoot.ledger_entry
                where tenant_id = folkmoot.current_tenant() and stream = ? order by number""")) {
            select.setString(1, stream);
            select.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(new LedgerEntry(
                            rows.getString("tenant_id"),
                            rows.getString("stream"),
                            rows.getLong("number"),
                            rows.getObject("at", OffsetDateTime.class).toInstant(),
                            rows.getString("actor"),
                            rows.getString("kind"),
                            rows.getString("payload"),
                            Hash.of(rows.getBytes("previous")),
                            Hash.of(rows.getBytes("hash"))));
                }
            }
        }
    }

    /**
     * Writes a stream as JSON lines in UTF-8, the form that {@link LedgerVerifier} reads. The payload stands in each line
     * as a JSON string, so that its text comes through to the letter. The output is not closed.
     */
    public void export(String stream, OutputStream output) throws SQLException, IOException {
        try {
            read(stream, entry -> {
                try {
                    output.write((entry.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Receipt receipt(String stream, ResultSet row) throws SQLException {
        return new Receipt(row.getString("tenant_id"), stream, row.getLong("number"), Hash.of(row.getBytes("hash")));
    }
}
