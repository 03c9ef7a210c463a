package org.folkmoot.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements in the caller's transaction, which is the tenant's. Values take the places of the question marks in their order:
 * an instant becomes a time, a list an array of texts, anything else what the driver makes of it. What the database refuses
 * is an {@link IllegalStateException}, since no caller can do anything about it.
 */
@ApplicationScoped
public class Sql {

    /** All of it goes to the database at once. Without begin and commit a driver that sends it in parts would lose the tenant. */
    private static final String BEGIN = "BEGIN;select set_config('folkmoot.tenant', ?, true);";

    private final DataSource database;
    private final CurrentTenant tenant;
    private final TransactionManager transactions;

    Sql(DataSource database, CurrentTenant tenant, TransactionManager transactions) {
        this.database = database;
        this.tenant = tenant;
        this.transactions = transactions;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the row at which the cursor stands, and moves it nowhere. */
        T read(ResultSet row) throws SQLException;
    }

    /** Every row of a question's answer, in its order. */
    public <T> List<T> list(Row<T> row, String question, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = bound(connection, question, values);
                ResultSet rows = select.executeQuery()) {
            return read(row, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("what should be read cannot be", e);
        }
    }

    private static <T> List<T> read(Row<T> row, ResultSet rows) throws SQLException {
        var all = new ArrayList<T>();
        while (rows.next()) {
            all.add(row.read(rows));
        }
        return all;
    }

    /** The first row of a question's answer, if it has any. */
    public <T> Optional<T> first(Row<T> row, String question, @Nullable Object... values) {
        return list(row, question, values).stream().findFirst();
    }

    /**
     * Every row of the answer to a question that is a transaction by itself: begun, the tenant set, asked and committed in one
     * round trip. It may change rows as well. Where a transaction is under way it is asked in that.
     *
     * <p>No value may be null: of what type it is the driver would have to ask first. What reads a row has a connection, and
     * should not need another.
     */
    public <T> List<T> alone(Row<T> row, String question, Object... values) {
        if (isWithin()) {
            return list(row, question, values);
        }
        try (Connection connection = database.getConnection()) {
            return alone(connection, row, BEGIN + question + ";COMMIT", values);
        } catch (SQLException e) {
            throw new IllegalStateException("what should be read cannot be", e);
        }
    }

    private <T> List<T> alone(Connection connection, Row<T> row, String statements, Object... values)
            throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(statements)) {
            asked.setString(1, tenant.require().id());
            bind(asked, 1, values);
            asked.execute();
            // Of the beginning there is a count, of the setting a row, and then comes the answer.
            asked.getMoreResults();
            if (!asked.getMoreResults()) {
                throw new SQLException("a question was asked that has no answer");
            }
            try (ResultSet rows = asked.getResultSet()) {
                return read(row, rows);
            }
        } catch (SQLException e) {
            undo(connection, e);
            throw e;
        }
    }

    private static void undo(Connection connection, SQLException why) {
        try (Statement rollback = connection.createStatement()) {
            rollback.execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private boolean isWithin() {
        try {
            return transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException e) {
            throw new IllegalStateException("whether there is a transaction is not known", e);
        }
    }

    /** Changes rows, and says how many. */
    public int change(String statement, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement change = bound(connection, statement, values)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("what should be kept cannot be", e);
        }
    }

    /** Calls a function for what it does. */
    public void call(String function, @Nullable Object... values) {
        list(row -> true, function, values);
    }

    /** A column of time. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A column of time that may be empty. */
    public static @Nullable Instant instantIfAny(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** A column of an array of texts. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, 0, values);
        return statement;
    }

    /** @param before how many question marks come before those of the values */
    private static void bind(PreparedStatement statement, int before, @Nullable Object... values) throws SQLException {
        for (int each = 0; each < values.length; each++) {
            int place = before + each + 1;
            switch (values[each]) {
                case Instant moment -> statement.setObject(place, moment.atOffset(ZoneOffset.UTC));
                case List<?> texts ->
                    statement.setArray(place, statement.getConnection().createArrayOf("text", texts.toArray()));
                case null, default -> statement.setObject(place, values[each]);
            }
        }
    }
}
