package org.folkmoot.events;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The relay's statements on the outbox, on the connection that holds the relay's lock. */
final class OutboxLog {

    /** What a snapshot does not see: transactions that began after it, and those it saw running. Both are index ranges. */
    private static final String UNSEEN =
            "(xid >= pg_snapshot_xmax(?::pg_snapshot) or xid = any (array(select pg_snapshot_xip(?::pg_snapshot))))";

    private static final String COLUMNS =
            "o.seq, o.created_on, o.id, o.tenant_id, o.topic, o.type, o.aggregateid, o.occurred_at, o.payload::text, "
                    + "o.traceparent";

    /** Any number will do that nobody else locks in a service's own database. */
    private static final long RELAY_LOCK = 0x666F6C6B6D6F6F74L;

    /**
     * PostgreSQL must notice within seconds that a relay's machine is gone, for only then is the lock free. And whatever
     * the statistics say, the few new rows are found by index in every partition: left to itself the planner reads whole
     * days (80 ms a look at 45 partitions of 5,000 rows, against 0.6 ms), or spends longer on planning than on looking.
     */
    private static final String SESSION = """
            set tcp_keepalives_idle = 3; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3;
            set tcp_user_timeout = 10000;
            set jit = off; set enable_seqscan = off; set plan_cache_mode = force_generic_plan
            """;

    /** {@code offset 0} keeps the planner from looking for the lowest seq along the index of seq, past every old row. */
    static final String LOOK = """
            select pg_current_snapshot()::text, min(seq), max(seq) from (
                select seq from folkmoot.outbox where xid >= pg_snapshot_xmax(?::pg_snapshot)
                union all
                select seq from folkmoot.outbox
                where xid = any (array(select pg_snapshot_xip(?::pg_snapshot)))
                offset 0) unseen
            """;

    private final Connection connection;

    OutboxLog(Connection connection) {
        this.connection = connection;
    }

    void beginSession() throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute(SESSION);
        }
    }

    boolean tryLock() throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, RELAY_LOCK);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    void unlock() throws SQLException {
        try (var unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, RELAY_LOCK);
            unlock.execute();
        }
    }

    Progress progress() throws SQLException {
        try (var select = connection.prepareStatement(
                        "select announced::text, wave::text, wave_sent, wave_last from folkmoot.outbox_cursor");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("folkmoot.outbox_cursor has lost its row");
            }
            String wave = row.getString(2);
            return new Progress(
                    row.getString(1),
                    wave == null
                            ? Optional.empty()
                            : Optional.of(new Progress.Wave(wave, row.getLong(3), row.getLong(4))));
        }
    }

    /** What a look for new rows found: their wave, or a later snapshot that sees nothing new. */
    record Look(String snapshot, Optional<Progress.Wave> wave) {}

    /** One statement, so that the snapshot it names is the one it looks through. */
    Look look(String announced) throws SQLException {
        try (var select = connection.prepareStatement(LOOK)) {
            select.setString(1, announced);
            select.setString(2, announced);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                String snapshot = row.getString(1);
                long first = row.getLong(2);
                return new Look(
                        snapshot,
                        row.wasNull()
                                ? Optional.empty()
                                : Optional.of(new Progress.Wave(snapshot, first - 1, row.getLong(3))));
            }
        }
    }

    /** The rows of the wave with a seq up to the given one, in their order. */
    List<Announcement> read(Progress progress, long upTo) throws SQLException {
        Progress.Wave wave = progress.wave().orElseThrow();
        try (var select = connection.prepareStatement("select " + COLUMNS + " from folkmoot.outbox o "
                + "where o.seq between ? and ? and " + UNSEEN + " and pg_visible_in_snapshot(o.xid, ?::pg_snapshot) "
                + "order by o.seq")) {
            select.setLong(1, wave.sent() + 1);
            select.setLong(2, upTo);
            select.setString(3, progress.announced());
            select.setString(4, progress.announced());
            select.setString(5, wave.snapshot());
            return announcements(select);
        }
    }

    /** Moves the cursor and, with it, sets aside what could not be sent; only if nobody else has moved it. */
    void save(Progress from, Progress to, List<Announcement> setAside) throws SQLException {
        connection.setAutoCommit(false);
        try {
            setAside(setAside);
            move(from, to);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void setAside(List<Announcement> announcements) throws SQLException {
        if (announcements.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "insert into folkmoot.outbox_stalled (tenant_id, topic, seq, created_on) values (?, ?, ?, ?)")) {
            for (Announcement announcement : announcements) {
                insert.setString(1, announcement.tenant());
                insert.setString(2, announcement.topic());
                insert.setLong(3, announcement.seq());
                insert.setObject(4, announcement.createdOn());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void move(Progress from, Progress to) throws SQLException {
        try (var update = connection.prepareStatement("""
                update folkmoot.outbox_cursor
                set announced = ?::pg_snapshot, wave = ?::pg_snapshot, wave_sent = ?, wave_last = ?, moved_at = now()
                where announced::text = ? and wave_sent is not distinct from ?
                """)) {
            update.setString(1, to.announced());
            if (to.wave().isPresent()) {
                Progress.Wave wave = to.wave().get();
                update.setString(2, wave.snapshot());
                update.setLong(3, wave.sent());
                update.setLong(4, wave.last());
            } else {
                update.setNull(2, Types.VARCHAR);
                update.setNull(3, Types.BIGINT);
                update.setNull(4, Types.BIGINT);
            }
            update.setString(5, from.announced());
            if (from.wave().isPresent()) {
                update.setLong(6, from.wave().get().sent());
            } else {
                update.setNull(6, Types.BIGINT);
            }
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("another relay has moved the cursor");
            }
        }
    }

    Set<String> stalledTopics() throws SQLException {
        Set<String> topics = new HashSet<>();
        try (var select = connection.prepareStatement("select distinct topic from folkmoot.outbox_stalled");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                topics.add(rows.getString(1));
            }
        }
        return topics;
    }

    /** The first announcements that the topic still has to get, in the order in which they are due. */
    List<Announcement> stalled(String topic, int limit) throws SQLException {
        try (var select = connection.prepareStatement("select " + COLUMNS + " from folkmoot.outbox_stalled s "
                + "join folkmoot.outbox o on o.seq = s.seq and o.created_on = s.created_on "
                + "where s.topic = ? order by s.position limit ?")) {
            select.setString(1, topic);
            select.setInt(2, limit);
            return announcements(select);
        }
    }

    void noLongerStalled(List<Announcement> sent) throws SQLException {
        try (var delete = connection.prepareStatement("delete from folkmoot.outbox_stalled where seq = any (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", sent.stream().map(Announcement::seq).toArray()));
            delete.executeUpdate();
        }
    }

    /** Makes and drops partitions, and forgets what the inbox need no longer know. */
    void upkeep(EventsConfig config) throws SQLException {
        try (var keep = connection.prepareStatement("select folkmoot.outbox_upkeep(?, ?)")) {
            keep.setInt(1, config.relay().retentionDays());
            keep.setBoolean(2, !config.relay().enabled());
            keep.execute();
        }
        try (var prune = connection.prepareStatement("""
                delete from folkmoot.inbox where ctid = any (array(
                    select ctid from folkmoot.inbox where received_at < now() - make_interval(days => ?) limit 10000))
                """)) {
            prune.setInt(1, config.receipt().retentionDays());
            while (prune.executeUpdate() == 10_000) {
                // Small deletes, each its own transaction, hold no one up.
            }
        }
    }

    private static List<Announcement> announcements(PreparedStatement select) throws SQLException {
        List<Announcement> announcements = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                announcements.add(new Announcement(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getString(9),
                        row.getString(10)));
            }
        }
        return announcements;
    }
}
