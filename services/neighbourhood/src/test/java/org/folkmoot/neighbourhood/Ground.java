package org.folkmoot.neighbourhood;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;

/** The service's tables without the service: what the database itself sees to. Nothing that is tried here stays. */
final class Ground implements AutoCloseable {

    private static final String DATABASE = "neighbourhood_ground";

    private final Connection connection;
    private final UUID team = Uuid7.next();
    private final UUID patient = Uuid7.next();

    private Ground() throws SQLException {
        TestDatabase database = TestStack.current().database(DATABASE);
        connection = database.migrate("classpath:db/foundation", "classpath:db/migration")
                .connect("app");
        connection.setAutoCommit(false);
        begin();
        change("""
                insert into team (tenant_id, id, name, neighbourhood, relation, services, formed_on, made_by, made_at)
                values ('qkk', ?, ?, ?, 'parallel', '[]', '2024-01-01', 'somebody', now())
                """, team, "Team " + team, Uuid7.next());
        // Somebody who was erased: there is nothing to seal.
        change("""
                insert into patient
                    (tenant_id, id, key_destroyed_at, nhs_number, family_name, given_name, birth_date, made_by, made_at)
                values ('qkk', ?, now(), '', '', '', '', 'somebody', now())
                """, patient);
        connection.commit();
    }

    /** One with its tables made anew. */
    static Ground fresh() {
        try {
            return new Ground();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A referral on a journey of its own, in a transaction that begins with it. */
    UUID referral() throws SQLException {
        connection.rollback();
        begin();
        UUID id = Uuid7.next();
        change("insert into journey (tenant_id, id, patient_id, begun_at) values ('qkk', ?, ?, now())", id, patient);
        change("""
                insert into referral
                    (tenant_id, id, journey_id, patient_id, team_id, practice, came_by, criteria, priority, reason, state,
                     made_by, made_name, made_at)
                values ('qkk', ?, ?, ?, ?, 'G83001', 'practice', '[]', 'routine', '', 'submitted', 'somebody', 'Somebody', now())
                """, id, id, patient, team);
        return id;
    }

    void happened(UUID referral, String kind, Instant at) throws SQLException {
        change("""
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                values ('qkk', ?, ?, ?, ?, ?, now(), 'somebody', 'Somebody')
                """, Uuid7.next(), referral, referral, kind, at);
    }

    void paused(UUID referral, Instant from, @Nullable Instant until) throws SQLException {
        change("""
                insert into clock_pause
                    (tenant_id, id, journey_id, reason, from_at, until_at, recorded_by, recorded_name, recorded_at)
                values ('qkk', ?, ?, 'person-unavailable', ?, ?, 'somebody', 'Somebody', now())
                """, Uuid7.next(), referral, from, until);
    }

    void managed(UUID referral, String subject, Instant from, @Nullable Instant until) throws SQLException {
        change("""
                insert into case_manager (tenant_id, id, referral_id, subject, name, from_at, until_at)
                values ('qkk', ?, ?, ?, 'Somebody', ?, ?)
                """, Uuid7.next(), referral, subject, from, until);
    }

    /** Whether what was written since {@link #referral} may stand together. It does not stay in either case. */
    boolean stands() {
        try (Statement check = connection.createStatement()) {
            check.execute("set constraints all immediate");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes something of a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> T ask(Row<T> row, String question, @Nullable Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            bind(select, values);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return row.read(rows);
            }
        }
    }

    private void begin() throws SQLException {
        ask(row -> true, "select set_config('folkmoot.tenant', 'qkk', true)");
    }

    private void change(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            bind(change, values);
            change.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int place = 0; place < values.length; place++) {
            statement.setObject(
                    place + 1, values[place] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[place]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
