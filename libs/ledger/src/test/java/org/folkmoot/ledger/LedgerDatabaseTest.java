package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.ledger.Logs.findings;
import static org.folkmoot.ledger.Logs.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger in a real PostgreSQL: what the application may do, what nobody may do, and what shows when it was done. */
class LedgerDatabaseTest {

    private static final NewEntry FOR = new NewEntry("anna", "vote.cast", "{\"choice\": \"for\"}");
    private static final NewEntry AGAINST = new NewEntry("bob", "vote.cast", "{\"choice\": \"against\"}");

    private static TestDatabase database;
    private static int streams;

    private String stream = "";

    @BeforeAll
    static void migrate() {
        database = TestStack.current().database("ledger").migrate("classpath:db/foundation");
    }

    @BeforeEach
    void newStream() {
        stream = "ballot/" + ++streams;
    }

    @Test
    void entries_are_numbered_from_one_and_each_continues_the_one_before() throws SQLException {
        // When
        Receipt first = append("qkk", FOR);
        Receipt second = append("qkk", AGAINST);
        // Then
        List<LedgerEntry> log = read("qkk");
        assertThat(log).extracting(LedgerEntry::number).containsExactly(1L, 2L);
        assertThat(log).extracting(LedgerEntry::previous).containsExactly(Hash.NONE, first.hash());
        assertThat(log).extracting(LedgerEntry::receipt).containsExactly(first, second);
        assertThat(log).extracting(LedgerEntry::actor).containsExactly("anna", "bob");
        assertThat(log).allMatch(LedgerEntry::isSound);
        assertThat(head("qkk")).hasValue(second);
        assertThat(verify(export("qkk"), first, second)).isEqualTo(new Verdict.Intact(second, 2, false));
    }

    @Test
    void a_transaction_that_rolls_back_leaves_neither_entry_nor_gap() throws SQLException {
        // Given
        append("qkk", FOR);
        // When
        try (Connection connection = database.connect("app")) {
            connection.setAutoCommit(false);
            become("qkk", connection);
            new Ledger(connection).append(stream, AGAINST);
            connection.rollback();
        }
        // Then
        assertThat(append("qkk", FOR).number()).isEqualTo(2);
        assertThat(verify(read("qkk"))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void entries_of_one_transaction_follow_each_other() throws SQLException {
        in("qkk", "app", connection -> {
            var ledger = new Ledger(connection);
            ledger.append(stream, FOR);
            return ledger.append(stream, AGAINST);
        });
        assertThat(read("qkk"))
                .hasSize(2)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    @Test
    void sixteen_writers_leave_no_gap_and_no_fork() throws SQLException, InterruptedException, ExecutionException {
        // Given
        int writers = 16;
        int each = 50;
        var receipts = new ArrayList<Receipt>();
        // When
        try (var threads = Executors.newFixedThreadPool(writers)) {
            Callable<List<Receipt>> writer = () -> {
                var received = new ArrayList<Receipt>();
                try (Connection connection = database.connect("app")) {
                    connection.setAutoCommit(false);
                    for (int count = 0; count < each; count++) {
                        become("qkk", connection);
                        received.add(new Ledger(connection).append(stream, FOR));
                        connection.commit();
                    }
                }
                return received;
            };
            var running = new ArrayList<Future<List<Receipt>>>();
            for (int count = 0; count < writers; count++) {
                running.add(threads.submit(writer));
            }
            for (Future<List<Receipt>> future : running) {
                receipts.addAll(future.get());
            }
        }
        // Then
        assertThat(receipts).hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(verify(read("qkk"), receipts.toArray(Witness[]::new)))
                .isInstanceOfSatisfying(
                        Verdict.Intact.class,
                        intact -> assertThat(intact.head().number())
                                .isEqualTo(intact.witnessed())
                                .isEqualTo((long) writers * each));
    }

    @Test
    void an_entry_stands_in_one_statement_with_the_row_that_it_is_about() throws SQLException {
        // Given
        try (Connection owner = database.connect("owner");
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists vote (id bigint primary key, choice text, entry bigint)");
            statement.execute("grant select, insert on vote to " + database.user("app"));
        }
        // When
        long number;
        try (Connection connection = database.connect("app");
                PreparedStatement cast = connection.prepareStatement("""
                        with tenant as materialized (select set_config('folkmoot.tenant', 'qkk', true) as id),
                             entry as (select a.* from tenant t, folkmoot.ledger_append(
                                 ? || left(t.id, 0), 'anna', 'vote.cast', jsonb_build_object('choice', 'for')::text) a),
                             vote as (insert into vote select ?, 'for', number from entry)
                        select number from entry""")) {
            cast.setString(1, stream);
            cast.setLong(2, streams);
            try (ResultSet row = cast.executeQuery()) {
                row.next();
                number = row.getLong(1);
            }
        }
        // Then
        assertThat(number).isEqualTo(1);
        assertThat(verify(read("qkk"))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void an_act_is_found_under_its_object() throws SQLException {
        // Given
        var act = new Act("anna", "read", "referral", "0198-" + streams, "Asked by the \"GP\"");
        // When
        Receipt receipt = in("qkk", "app", connection -> new Ledger(connection).append(act));
        stream = act.stream();
        // Then
        assertThat(receipt.stream()).isEqualTo("audit/referral/0198-" + streams);
        assertThat(read("qkk")).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("referral.read");
            assertThat(entry.payload()).isEqualTo("{\"reason\":\"Asked by the \\\"GP\\\"\"}");
        });
        assertThat(new Act("anna", "read", "referral", "1", null).entry().payload())
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "for", "[]", "\"for\"", "null", "{\"choice\":1} {}", "{\"choice\":1,\"choice\":2}"})
    void a_payload_that_is_not_one_object_is_refused(String payload) throws SQLException {
        assertThatThrownBy(() -> append("qkk", new NewEntry("anna", "vote.cast", payload)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_ledger_entry_payload");
        assertThat(read("qkk")).isEmpty();
    }

    @Test
    void without_a_tenant_nothing_is_appended_and_nothing_read() throws SQLException {
        append("qkk", FOR);
        try (Connection connection = database.connect("app")) {
            var ledger = new Ledger(connection);
            assertThatThrownBy(() -> ledger.append(stream, FOR)).hasMessageContaining("without a tenant");
            assertThat(ledger.head(stream)).isEmpty();
            assertThat(all(connection)).isZero();
        }
    }

    @Test
    void a_tenant_neither_sees_nor_continues_the_log_of_another() throws SQLException {
        // Given
        Receipt ofQkk = append("qkk", FOR);
        // When
        Optional<Receipt> seen = head("qr1");
        Receipt ofQr1 = append("qr1", FOR);
        // Then
        assertThat(seen).isEmpty();
        assertThat(ofQr1.number()).isEqualTo(1);
        assertThat(ofQr1.hash()).isNotEqualTo(ofQkk.hash());
        assertThat(read("qkk")).hasSize(1);
        in("qr1", "app", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select distinct tenant_id from folkmoot.ledger_entry")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("qr1");
                return assertThat(rows.next()).isFalse();
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app   | update folkmoot.ledger_entry set payload = '{}' | permission denied",
                "app   | delete from folkmoot.ledger_entry | permission denied",
                "app   | truncate folkmoot.ledger_entry | permission denied",
                "app   | insert into folkmoot.ledger_entry select * from folkmoot.ledger_entry | permission denied",
                "app   | update folkmoot.ledger_head set number = 7 | permission denied",
                "app   | delete from folkmoot.ledger_head | permission denied",
                "app   | alter table folkmoot.ledger_entry disable trigger all | must be owner",
                "app   | drop table folkmoot.ledger_entry | must be owner",
                "read  | select * from folkmoot.ledger_append('a', 'b', 'c', '{}') | permission denied",
                "read  | select * from folkmoot.ledger_close('a') | permission denied",
                "relay | select * from folkmoot.ledger_entry | permission denied",
                "owner | update folkmoot.ledger_entry set payload = '{}' | append-only",
                "owner | delete from folkmoot.ledger_entry | append-only",
                "owner | truncate folkmoot.ledger_entry | append-only"
            })
    void nothing_is_ever_changed_or_taken_out(String role, String sql, String refusal) throws SQLException {
        // Given
        append("qkk", FOR);
        // Then
        assertThatThrownBy(() -> in("qkk", role, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                }))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(refusal);
        assertThat(verify(read("qkk"))).isInstanceOf(Verdict.Intact.class);
    }

    /** What the owner can still do with the triggers switched off, and how it shows against the receipt of the head. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update e set payload = '{\"choice\": \"against\"}' where number = 3 | Altered[number=3, line=3]",
                "update e set actor = 'carol' where number = 3 | Altered[number=3, line=3]",
                "update e set at = at - interval '1 microsecond' where number = 3 | Altered[number=3, line=3]",
                "update e set previous = hash where number = 3 | Altered[number=3, line=3]",
                "update e set hash = previous where number = 3 | Altered[number=3, line=3]",
                "delete from e where number = 3 | Missing[first=3, last=3]",
                "delete from e where number <= 3 | Missing[first=1, last=3]",
                "delete from e where number > 3 | Truncated[last=3, ",
                "update e set number = 7 - number where number in (3, 4) | Altered[number=3, line=3]",
                "update e set number = number + 1 where number = 6 | Missing[first=6, last=6]",
                "update e set stream = concat('elsewhere/', stream) where number = 2 | Missing[first=2, last=2]",
                "update e set payload = '{}', hash = h(e, '{}') where number = 3 | LinkBroken[number=4, line=4]",
                "update e set payload = '{}', hash = h(e, '{}') where number = 6 | Contradicted[number=6, ",
                "insert into e select tenant_id, stream, 8, at, actor, kind, payload, previous, hash from e "
                        + "where number = 3 | Altered[number=8, line=7]"
            })
    void what_the_owner_did_by_force_is_named(String deed, String finding) throws SQLException {
        // Given
        for (int count = 0; count < 5; count++) {
            append("qkk", FOR);
        }
        Receipt head = append("qkk", AGAINST);
        // When
        in("qkk", "owner", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table folkmoot.ledger_entry disable trigger user");
                statement.execute("alter table folkmoot.ledger_entry drop constraint pk_ledger_entry");
                statement.execute(
                        "create temp view e as select * from folkmoot.ledger_entry where stream = '" + stream + "'");
                statement.execute("""
                        create function pg_temp.h(e, text) returns bytea language sql return folkmoot.ledger_hash(
                            $1.tenant_id, $1.stream, $1.number, $1.at, $1.actor, $1.kind, $2, $1.previous)""");
                statement.execute(deed.replace("h(e", "pg_temp.h(e"));
                statement.execute("alter table folkmoot.ledger_entry "
                        + "add constraint pk_ledger_entry primary key (tenant_id, stream, number)");
                return statement.execute("alter table folkmoot.ledger_entry enable trigger user");
            }
        });
        // Then
        assertThat(findings(verify(export("qkk"), head)))
                .extracting(Finding::toString)
                .anySatisfy(found -> assertThat(found).startsWith(finding));
    }

    @Test
    void a_log_rewritten_by_force_with_all_its_hashes_shows_against_a_receipt() throws SQLException {
        // Given
        append("qkk", FOR);
        append("qkk", FOR);
        Receipt held = append("qkk", FOR);
        // When
        in("qkk", "owner", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("alter table folkmoot.ledger_entry disable trigger user");
                statement.execute("delete from folkmoot.ledger_entry where stream = '" + stream + "'");
                statement.execute("delete from folkmoot.ledger_head where stream = '" + stream + "'");
                return statement.execute("alter table folkmoot.ledger_entry enable trigger user");
            }
        });
        append("qkk", AGAINST);
        append("qkk", FOR);
        append("qkk", FOR);
        // Then
        assertThat(verify(read("qkk"))).isInstanceOf(Verdict.Intact.class);
        assertThat(findings(verify(read("qkk"), held))).containsExactly(new Finding.Contradicted(3, held));
    }

    @Test
    void a_checkpoint_of_the_head_agrees_with_the_log_that_goes_on() throws SQLException {
        // Given
        var keys = CheckpointTest.newKeys("Ed25519");
        append("qkk", FOR);
        // When
        Checkpoint checkpoint =
                new CheckpointSigner(keys, Clock.systemUTC()).sign(head("qkk").orElseThrow());
        Receipt later = append("qkk", AGAINST);
        // Then
        assertThat(new LedgerVerifier(List.of(keys.getPublic())).verify(read("qkk"), List.of(checkpoint)))
                .isEqualTo(new Verdict.Intact(later, 1, false));
    }

    @Test
    void a_closed_log_takes_no_more_entries_and_its_last_checkpoint_says_so() throws SQLException {
        // Given
        var keys = CheckpointTest.newKeys("Ed25519");
        append("qkk", FOR);
        Receipt second = append("qkk", AGAINST);
        // When
        Receipt last = close("qkk");
        Checkpoint checkpoint = new CheckpointSigner(keys, Clock.systemUTC()).signLast(last);
        // Then
        assertThat(last).isEqualTo(second);
        assertThatThrownBy(() -> append("qkk", FOR)).hasMessageContaining("stream " + stream + " is closed");
        assertThat(append("qr1", FOR).number()).isEqualTo(1);
        assertThat(close("qkk")).isEqualTo(second);
        assertThat(new LedgerVerifier(List.of(keys.getPublic())).verify(read("qkk"), List.of(checkpoint)))
                .isEqualTo(new Verdict.Intact(second, 2, true));
    }

    @Test
    void a_log_without_entries_cannot_be_closed() {
        assertThatThrownBy(() -> close("qkk")).hasMessageContaining("has no entry");
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private static <T> T in(String tenant, String role, Work<T> work) throws SQLException {
        try (Connection connection = database.connect(role)) {
            connection.setAutoCommit(false);
            become(tenant, connection);
            T result = work.with(connection);
            connection.commit();
            return result;
        }
    }

    private static void become(String tenant, Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('folkmoot.tenant', ?, true)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    private Receipt append(String tenant, NewEntry entry) throws SQLException {
        return in(tenant, "app", connection -> new Ledger(connection).append(stream, entry));
    }

    private Optional<Receipt> head(String tenant) throws SQLException {
        return in(tenant, "app", connection -> new Ledger(connection).head(stream));
    }

    private Receipt close(String tenant) throws SQLException {
        return in(tenant, "app", connection -> new Ledger(connection).close(stream));
    }

    private List<LedgerEntry> read(String tenant) throws SQLException {
        var entries = new ArrayList<LedgerEntry>();
        return in(tenant, "read", connection -> {
            new Ledger(connection).read(stream, entries::add);
            return entries;
        });
    }

    private byte[] export(String tenant) throws SQLException {
        var file = new ByteArrayOutputStream();
        return in(tenant, "app", connection -> {
            try {
                new Ledger(connection).export(stream, file);
            } catch (IOException e) {
                throw new AssertionError("Memory does not fail", e);
            }
            return file.toByteArray();
        });
    }

    private static long all(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from folkmoot.ledger_entry")) {
            count.next();
            return count.getLong(1);
        }
    }
}
