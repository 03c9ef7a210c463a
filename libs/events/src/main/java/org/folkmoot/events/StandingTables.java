package org.folkmoot.events;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the tables say of announcing and receiving: four small questions on the relay's rights. */
final class StandingTables {

    /** Few rows are found by index in every partition, as the relay finds them; and a question of ours ends. */
    private static final String SESSION =
            "set local statement_timeout = '5s'; set local jit = off; set local enable_seqscan = off";

    /**
     * When the oldest announcement was made that no relay has sent: what the cursor's snapshot does not see, but for the part of
     * a wave that is sent. However much waits, a few rows by index tell it; they are looked for where they can be:
     *
     * <ol>
     *   <li>Of a transaction that ran when a snapshot was taken, the first row that is not sent.
     *   <li>In a wave, the rows that are next in its order. Rows between them that were sent long ago stem from such
     *       transactions, and have lower numbers than every row of a later one.
     *   <li>Otherwise the first thousand by transaction, since then none of them is sent: they tell the age of a long backlog.
     * </ol>
     *
     * An id of version 7 holds when the announcement was made; when it happened may be long before.
     */
    static final String OLDEST_UNSENT = """
            with cursor as materialized (
                select announced, wave, wave_sent from folkmoot.outbox_cursor)
            select min(coalesce(uuid_extract_timestamp(id), occurred_at)) from (
                select early.id, early.occurred_at, early.xid, early.seq
                from cursor
                cross join lateral (
                    select pg_snapshot_xip(announced) union select pg_snapshot_xip(wave)) running (xid)
                cross join lateral (
                    select id, occurred_at, o.xid, seq from folkmoot.outbox o
                    where o.xid = running.xid
                        and seq > case when pg_visible_in_snapshot(running.xid, wave) then wave_sent else 0 end
                    order by seq limit 1) early
                union all
                (select id, occurred_at, xid, seq from folkmoot.outbox
                 where seq > (select wave_sent from cursor)
                 order by seq limit 1000)
                union all
                (select id, occurred_at, xid, seq from folkmoot.outbox
                 where xid >= (select pg_snapshot_xmax(announced) from cursor)
                 order by xid limit 1000)
                offset 0) found
            cross join cursor
            where not pg_visible_in_snapshot(xid, announced)
                and (wave is null or seq > wave_sent or not pg_visible_in_snapshot(xid, wave))
            """;

    private final Connection connection;

    private StandingTables(Connection connection) {
        this.connection = connection;
    }

    /** Asks on that connection, in a transaction of its own. */
    static Standing.Tables read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return new StandingTables(connection).read();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Standing.Tables read() throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute(SESSION);
        }
        return new Standing.Tables(true, oldestUnsent(), stalled(), letters(), heard());
    }

    private Optional<Instant> oldestUnsent() throws SQLException {
        return ask(OLDEST_UNSENT, row -> {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        });
    }

    private long stalled() throws SQLException {
        return ask("select count(*) from folkmoot.outbox_stalled", row -> {
            row.next();
            return row.getLong(1);
        });
    }

    private Map<Standing.Letters, Long> letters() throws SQLException {
        return ask("""
                select consumer, state, count(*) from folkmoot.dead_letter
                where state in ('parked', 'waiting') group by consumer, state
                """, rows -> {
            Map<Standing.Letters, Long> letters = new HashMap<>();
            while (rows.next()) {
                letters.put(new Standing.Letters(rows.getString(1), rows.getString(2)), rows.getLong(3));
            }
            return Map.copyOf(letters);
        });
    }

    private Map<String, Instant> heard() throws SQLException {
        return ask("select consumer, max(consumed_at) from folkmoot.consumed group by consumer", rows -> {
            Map<String, Instant> heard = new HashMap<>();
            while (rows.next()) {
                heard.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
            return Map.copyOf(heard);
        });
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String question, Reading<T> reading) throws SQLException {
        try (var select = connection.prepareStatement(question);
                ResultSet rows = select.executeQuery()) {
            return reading.of(rows);
        }
    }
}
