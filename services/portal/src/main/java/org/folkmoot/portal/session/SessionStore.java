package org.folkmoot.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.folkmoot.tenancy.Tenant;

/**
 * The rows of sessions and drafts.
 *
 * <p>Sessions are asked for before a request has an identity, and so a tenant: each transaction here names its tenant
 * itself, and row-level security holds it to that.
 */
@ApplicationScoped
class SessionStore {

    /** A session at rest. */
    record Session(byte[] digest, byte[] sealed, Instant freshUntil, Instant endsAt) {}

    /** A draft at rest. */
    record Draft(String subject, String path, byte[] sealed) {}

    /** Work in one transaction of one tenant. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private final DataSource database;

    SessionStore(DataSource database) {
        this.database = database;
    }

    <T> T transaction(Tenant tenant, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var set = connection.prepareStatement("select set_config('folkmoot.tenant', ?, true)")) {
                set.setString(1, tenant.id());
                set.execute();
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sessions cannot be read or written", e);
        }
    }

    Optional<Session> session(Connection connection, Tenant tenant, byte[] digest, boolean hold) throws SQLException {
        String sql = "select sealed, fresh_until, ends_at from session where tenant_id = ? and digest = ?";
        try (var select = connection.prepareStatement(hold ? sql + " for update" : sql)) {
            select.setString(1, tenant.id());
            select.setBytes(2, digest);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Session(
                                digest,
                                row.getBytes(1),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant()))
                        : Optional.empty();
            }
        }
    }

    void add(Connection connection, Tenant tenant, Session session, Tokens tokens) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into session (tenant_id, digest, subject, keycloak_session, sealed, fresh_until, ends_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setString(1, tenant.id());
            insert.setBytes(2, session.digest());
            insert.setString(3, tokens.subject());
            insert.setString(4, tokens.keycloakSession());
            insert.setBytes(5, session.sealed());
            insert.setTimestamp(6, Timestamp.from(session.freshUntil()));
            insert.setTimestamp(7, Timestamp.from(session.endsAt()));
            insert.executeUpdate();
        }
        note(connection, tokens.subject(), "began");
    }

    void renew(Connection connection, Tenant tenant, Session session) throws SQLException {
        try (var update = connection.prepareStatement("""
                update session set sealed = ?, fresh_until = ?, ends_at = ? where tenant_id = ? and digest = ?
                """)) {
            update.setBytes(1, session.sealed());
            update.setTimestamp(2, Timestamp.from(session.freshUntil()));
            update.setTimestamp(3, Timestamp.from(session.endsAt()));
            update.setString(4, tenant.id());
            update.setBytes(5, session.digest());
            update.executeUpdate();
        }
    }

    /** Ends a session. That it ended is written down once, whoever comes first. */
    void end(Connection connection, Tenant tenant, byte[] digest) throws SQLException {
        try (var delete = connection.prepareStatement(
                "delete from session where tenant_id = ? and digest = ? returning subject")) {
            delete.setString(1, tenant.id());
            delete.setBytes(2, digest);
            noteEnds(connection, delete);
        }
    }

    /** Ends what belongs to a session at Keycloak, or to a person; at least one of the two is given. */
    void endAll(Connection connection, Tenant tenant, Optional<String> keycloakSession, Optional<String> subject)
            throws SQLException {
        try (var delete = connection.prepareStatement("""
                delete from session where tenant_id = ? and (keycloak_session = ? or (? is null and subject = ?))
                returning subject
                """)) {
            delete.setString(1, tenant.id());
            delete.setString(2, keycloakSession.orElse(null));
            delete.setString(3, keycloakSession.orElse(null));
            delete.setString(4, subject.orElse(null));
            noteEnds(connection, delete);
        }
    }

    /** Ends every session of an ICS. */
    void endAll(Connection connection, Tenant tenant) throws SQLException {
        try (var delete = connection.prepareStatement("delete from session where tenant_id = ? returning subject")) {
            delete.setString(1, tenant.id());
            noteEnds(connection, delete);
        }
    }

    /** Deletes what has ended by itself. */
    int sweep(Connection connection, Tenant tenant, Instant now) throws SQLException {
        int swept = 0;
        for (String table : new String[] {"session", "draft"}) {
            try (var delete =
                    connection.prepareStatement("delete from " + table + " where tenant_id = ? and ends_at < ?")) {
                delete.setString(1, tenant.id());
                delete.setTimestamp(2, Timestamp.from(now));
                swept += delete.executeUpdate();
            }
        }
        return swept;
    }

    /** Keeps a draft, in place of an older state of it. */
    void keep(Connection connection, Tenant tenant, byte[] digest, Draft draft, Instant endsAt) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into draft (tenant_id, digest, subject, path, sealed, ends_at) values (?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, digest) do update set sealed = excluded.sealed, ends_at = excluded.ends_at
                where draft.subject = excluded.subject and draft.path = excluded.path
                """)) {
            insert.setString(1, tenant.id());
            insert.setBytes(2, digest);
            insert.setString(3, draft.subject());
            insert.setString(4, draft.path());
            insert.setBytes(5, draft.sealed());
            insert.setTimestamp(6, Timestamp.from(endsAt));
            insert.executeUpdate();
        }
    }

    Optional<Draft> draft(Connection connection, Tenant tenant, byte[] digest, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(
                "select subject, path, sealed from draft where tenant_id = ? and digest = ? and ends_at >= ?")) {
            select.setString(1, tenant.id());
            select.setBytes(2, digest);
            select.setTimestamp(3, Timestamp.from(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Draft(row.getString(1), row.getString(2), row.getBytes(3)))
                        : Optional.empty();
            }
        }
    }

    private static void noteEnds(Connection connection, PreparedStatement delete) throws SQLException {
        try (ResultSet ended = delete.executeQuery()) {
            while (ended.next()) {
                note(connection, ended.getString(1), "ended");
            }
        }
    }

    private static void note(Connection connection, String subject, String what) throws SQLException {
        new Ledger(connection).append(new Act(subject, what, "session", subject, null));
    }
}
