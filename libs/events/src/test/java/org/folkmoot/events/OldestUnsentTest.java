package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.test.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the oldest announcement was made that is not sent, at every stage of the relay. */
class OldestUnsentTest {

    private TestDatabase database;
    private Connection relay;
    private OutboxLog log;
    private Progress progress;
    private int announced;
    private final List<Connection> transactions = new ArrayList<>();

    @BeforeEach
    void an_empty_outbox() throws SQLException {
        database = RelayFixture.database("events_oldest");
        relay = database.connect("relay");
        log = new OutboxLog(relay);
        progress = log.progress();
    }

    @AfterEach
    void end() throws SQLException {
        for (Connection each : transactions) {
            each.close();
        }
        relay.close();
    }

    @Test
    void where_all_is_sent_there_is_none() throws SQLException {
        announce(begin(), 3).commit();
        open();
        send(3);
        assertThat(StandingTables.read(relay).oldestUnsent()).isEmpty();
    }

    @Test
    void before_a_wave_it_is_the_first_that_waits() throws SQLException {
        announce(begin(), 3).commit();
        assertThat(told()).isEqualTo(madeAt(1));
    }

    @Test
    void in_a_wave_it_is_the_next_however_much_of_the_wave_is_sent() throws SQLException {
        // Given
        announce(begin(), 2500).commit();
        open();

        // When and then
        for (int sent : List.of(1, 999, 1000, 1500, 2499)) {
            sendUpTo(sent);
            assertThat(told()).isEqualTo(madeAt(sent + 1));
        }
    }

    @Test
    void in_a_wave_of_many_transactions_it_is_the_next_as_well() throws SQLException {
        // Given
        Connection connection = begin();
        for (int each = 0; each < 1200; each++) {
            announce(connection, 1).commit();
            RelayFixture.tenant(connection, "qkk");
        }
        open();

        // When
        sendUpTo(1150);

        // Then
        assertThat(told()).isEqualTo(madeAt(1151));
    }

    @Test
    void what_came_after_the_wave_is_told_once_the_wave_is_nearly_sent() throws SQLException {
        // Given
        announce(begin(), 1500).commit();
        open();
        announce(begin(), 5).commit();

        // When
        sendUpTo(1499);

        // Then
        assertThat(told()).isEqualTo(madeAt(1500));
        sendUpTo(1500);
        assertThat(told()).isEqualTo(madeAt(1501));
    }

    @Test
    void a_transaction_that_ran_when_the_wave_was_looked_for_is_not_forgotten() throws SQLException {
        // Given
        Connection slow = announce(begin(), 1);
        announce(begin(), 1500).commit();
        open();
        sendUpTo(1200);

        // When
        slow.commit();

        // Then
        assertThat(told()).isEqualTo(madeAt(1));
    }

    @Test
    void a_transaction_that_outlived_a_wave_is_told_by_what_it_has_not_sent_and_not_by_what_lies_between()
            throws SQLException {
        // Given: thousands were sent while it ran
        Connection longOne = announce(begin(), 1);
        announce(begin(), 3000).commit();
        open();
        sendUpTo(3001);
        announce(longOne, 1);
        longOne.commit();

        // When
        open();
        assertThat(told()).isEqualTo(madeAt(1));
        sendUpTo(1);

        // Then
        assertThat(told()).isEqualTo(madeAt(3002));
    }

    @Test
    void it_is_told_from_a_few_rows_however_much_waits() throws SQLException {
        // Given
        announce(begin(), 30_000).commit();
        open();
        sendUpTo(15_000);

        // When
        long rows = 0;
        try (Statement statement = relay.createStatement()) {
            statement.execute("set enable_seqscan = off");
            try (ResultSet plan = statement.executeQuery(
                    "explain (analyze, costs off, timing off) " + StandingTables.OLDEST_UNSENT)) {
                while (plan.next()) {
                    Matcher scan = Pattern.compile("Scan.* on outbox_(?:default|\\d+).*rows=(\\d+)[.\\d]* loops=(\\d+)")
                            .matcher(plan.getString(1));
                    if (scan.find()) {
                        rows += Long.parseLong(scan.group(1)) * Long.parseLong(scan.group(2));
                    }
                }
            }
        }

        // Then
        assertThat(rows).isPositive().isLessThan(2500);
        assertThat(told()).isEqualTo(madeAt(15_001));
    }

    /** A transaction that has its number. */
    private Connection begin() throws SQLException {
        Connection connection = database.connect("app");
        transactions.add(connection);
        connection.setAutoCommit(false);
        RelayFixture.tenant(connection, "qkk");
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
        return connection;
    }

    /** So many more; each was made a second after the one with the next lower number. */
    private Connection announce(Connection connection, int many) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into folkmoot.outbox
                        (id, aggregatetype, aggregateid, type, payload, tenant_id, topic)
                    select uuidv7(make_interval(secs => %d + n - 100000)), 'practice', 'G' || n, 'folkmoot.trial.practice.renamed.v1', '{"version": 1}', 'qkk',
                        'ics.qkk.trial.practice.v1'
                    from generate_series(1, %d) n
                    """.formatted(announced, many));
        }
        announced += many;
        return connection;
    }

    private void open() throws SQLException {
        OutboxLog.Look look = log.look(progress.announced());
        Progress next = progress.open(look.wave().orElseThrow());
        log.save(log.progress(), next, List.of());
        progress = next;
    }

    private void send(int many) throws SQLException {
        sendUpTo(progress.wave().orElseThrow().sent() + many);
    }

    private void sendUpTo(long seq) throws SQLException {
        Progress next = progress.sentUpTo(seq);
        log.save(log.progress(), next, List.of());
        progress = next;
    }

    private Instant told() throws SQLException {
        return StandingTables.read(relay).oldestUnsent().orElseThrow();
    }

    /** When the announcement with that number was made. */
    private Instant madeAt(long seq) throws SQLException {
        try (Statement statement = relay.createStatement();
                ResultSet row = statement.executeQuery(
                        "select uuid_extract_timestamp(id) from folkmoot.outbox where seq = " + seq)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
