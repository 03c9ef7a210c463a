package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Why the relay reads differences of snapshots. Each of the simpler cursors is run beside it on the same schedule of
 * transactions and seen to fail.
 */
class WaveTest {

    private static final String AGGREGATE = "G83001";

    private TestDatabase database;
    private Connection looking;
    private OutboxLog log;
    private Progress progress;
    private final List<Connection> transactions = new ArrayList<>();

    @BeforeEach
    void an_empty_outbox() throws SQLException {
        database = RelayFixture.database("events_wave");
        looking = database.connect("relay");
        log = new OutboxLog(looking);
        progress = log.progress();
        Connection owner = database.connect("owner");
        transactions.add(owner);
        try (Statement statement = owner.createStatement()) {
            statement.execute("create table aggregate (id text primary key, version int not null)");
            statement.execute("insert into aggregate values ('" + AGGREGATE + "', 0)");
            statement.execute("grant select, update on aggregate to " + database.user("app"));
        }
    }

    @AfterEach
    void end() throws SQLException {
        for (Connection each : transactions) {
            each.close();
        }
        looking.close();
    }

    @Test
    void the_order_by_transaction_swaps_two_events_of_one_aggregate_and_waves_do_not() throws SQLException {
        // Given the transaction that began first changes the aggregate last
        Connection first = transaction();
        Connection second = transaction();
        change(second);
        second.commit();
        change(first);
        first.commit();

        // When
        List<Integer> byTransaction = versions("order by xid, seq");
        List<Integer> inWaves = wave();

        // Then
        assertThat(byTransaction).containsExactly(2, 1);
        assertThat(inWaves).containsExactly(1, 2);
    }

    @Test
    void a_window_below_the_oldest_running_transaction_swaps_them_too_and_waves_do_not() throws SQLException {
        // Given the border of the window runs between the two, for a third transaction is still running
        Connection first = transaction();
        Connection between = transaction();
        Connection second = transaction();
        change(second);
        second.commit();
        change(first);
        first.commit();

        // When
        List<Integer> windows =
                new ArrayList<>(versions("and xid < pg_snapshot_xmin(pg_current_snapshot()) order by seq"));
        List<Integer> waves = new ArrayList<>(wave());
        between.commit();
        windows.addAll(versions("order by seq").stream()
                .filter(v -> !windows.contains(v))
                .toList());
        waves.addAll(wave());

        // Then
        assertThat(windows).containsExactly(2, 1);
        assertThat(waves).containsExactly(1, 2);
    }

    @Test
    void the_order_by_sequence_passes_by_a_row_that_is_committed_late_and_waves_do_not() throws SQLException {
        // Given a row with a lower number is committed after a look
        Connection slow = transaction();
        RelayFixture.announce(slow, "qkk", "G83002", 1);
        Connection fast = transaction();
        RelayFixture.announce(fast, "qkk", "G83003", 2);
        fast.commit();
        long last = max("seq");
        List<Integer> waves = new ArrayList<>(wave());
        slow.commit();

        // When
        List<Integer> after = versions("and seq > " + last + " order by seq");
        waves.addAll(wave());

        // Then
        assertThat(after).isEmpty();
        assertThat(waves).containsExactly(2, 1);
    }

    @Test
    void a_long_transaction_delays_its_own_announcements_alone() throws SQLException {
        // Given
        Connection longOne = transaction();
        RelayFixture.announce(longOne, "qkk", "G83002", 1);

        // When
        Connection other = transaction();
        RelayFixture.announce(other, "qkk", "G83003", 2);
        other.commit();

        // Then
        assertThat(versions("and xid < pg_snapshot_xmin(pg_current_snapshot()) order by seq"))
                .isEmpty();
        assertThat(wave()).containsExactly(2);
        assertThat(wave()).isEmpty();
        longOne.commit();
        assertThat(wave()).containsExactly(1);
    }

    @Test
    void what_is_rolled_back_is_in_no_wave() throws SQLException {
        // Given
        Connection regretted = transaction();
        RelayFixture.announce(regretted, "qkk", AGGREGATE, 1);

        // When
        List<Integer> during = wave();
        regretted.rollback();

        // Then
        assertThat(during).isEmpty();
        assertThat(wave()).isEmpty();
    }

    @Test
    void a_savepoint_counts_as_its_transaction() throws SQLException {
        // Given
        Connection nested = transaction();
        var savepoint = nested.setSavepoint();
        RelayFixture.announce(nested, "qkk", AGGREGATE, 1);
        nested.releaseSavepoint(savepoint);

        // When
        List<Integer> before = wave();
        nested.commit();

        // Then
        assertThat(before).isEmpty();
        assertThat(wave()).containsExactly(1);
    }

    @Test
    void a_wave_is_read_in_parts_and_nothing_that_came_later_slips_in() throws SQLException {
        // Given
        Connection writer = transaction();
        for (int version = 1; version <= 5; version++) {
            RelayFixture.announce(writer, "qkk", AGGREGATE, version);
        }
        writer.commit();
        Progress.Wave wave = log.look(progress.announced()).wave().orElseThrow();
        Connection later = transaction();
        RelayFixture.announce(later, "qkk", AGGREGATE, 6);
        later.commit();

        // When
        Progress opened = progress.open(wave);
        List<Integer> firstPart = versions(log.read(opened, wave.sent() + 2));
        List<Integer> rest = versions(log.read(opened.sentUpTo(wave.sent() + 2), Long.MAX_VALUE));

        // Then
        assertThat(firstPart).containsExactly(1, 2);
        assertThat(rest).containsExactly(3, 4, 5);
    }

    @Test
    void a_look_reads_a_few_pages_of_each_day_however_much_was_announced() throws SQLException {
        // Given
        Connection writer = transaction();
        try (Statement statement = writer.createStatement()) {
            statement.execute("""
                    insert into folkmoot.outbox
                        (id, aggregatetype, aggregateid, type, payload, tenant_id, topic, created_on)
                    select uuidv7(), 'practice', 'G' || n, 'folkmoot.trial.practice.renamed.v1', '{"version": 1}', 'qkk',
                        'ics.qkk.trial.practice.v1', current_date + n % 7
                    from generate_series(1, 20000) n
                    """);
        }
        writer.commit();
        log.beginSession();
        String announced = log.look(progress.announced()).snapshot();

        // When
        long pages = 0;
        long partitions = 0;
        try (Statement statement = looking.createStatement();
                ResultSet plan = statement.executeQuery("explain (analyze, buffers, costs off) "
                        + OutboxLog.LOOK.replace("?", "'" + announced + "'"))) {
            while (plan.next()) {
                String line = plan.getString(1);
                assertThat(line).doesNotContain("Seq Scan");
                Matcher buffers = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?")
                        .matcher(line);
                if (pages == 0 && buffers.find()) {
                    pages = Long.parseLong(buffers.group(1))
                            + (buffers.group(2) == null ? 0 : Long.parseLong(buffers.group(2)));
                }
                partitions += line.contains("Index Only Scan") || line.contains("Index Scan") ? 1 : 0;
            }
        }

        // Then
        assertThat(partitions).isGreaterThanOrEqualTo(9);
        assertThat(pages).isPositive().isLessThan(4 * partitions);
    }

    /** A transaction that has its number. */
    private Connection transaction() throws SQLException {
        Connection connection = database.connect("app");
        transactions.add(connection);
        connection.setAutoCommit(false);
        RelayFixture.tenant(connection, "qkk");
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
        return connection;
    }

    /** Changes the aggregate, which holds it, and announces its new version. */
    private static void change(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("update aggregate set version = version + 1 returning version")) {
            row.next();
            RelayFixture.announce(connection, "qkk", AGGREGATE, row.getInt(1));
        }
    }

    /** What the relay would send now. */
    private List<Integer> wave() throws SQLException {
        OutboxLog.Look look = log.look(progress.announced());
        if (look.wave().isEmpty()) {
            progress = progress.sameAs(look.snapshot());
            return List.of();
        }
        Progress opened = progress.open(look.wave().get());
        List<Integer> versions = versions(log.read(opened, look.wave().get().last()));
        Progress next = opened.sentUpTo(look.wave().get().last());
        log.save(log.progress(), next, List.of());
        progress = next;
        return versions;
    }

    private static List<Integer> versions(List<Announcement> announcements) {
        return announcements.stream()
                .map(each -> Integer.valueOf(each.payload().replaceAll("\\D", "")))
                .toList();
    }

    private List<Integer> versions(String condition) throws SQLException {
        List<Integer> versions = new ArrayList<>();
        try (Statement statement = looking.createStatement();
                ResultSet row = statement.executeQuery(
                        "select (payload->>'version')::int from folkmoot.outbox where true " + condition)) {
            while (row.next()) {
                versions.add(row.getInt(1));
            }
        }
        return versions;
    }

    private long max(String column) throws SQLException {
        try (Statement statement = looking.createStatement();
                ResultSet row = statement.executeQuery("select max(" + column + ") from folkmoot.outbox")) {
            row.next();
            return row.getLong(1);
        }
    }
}
