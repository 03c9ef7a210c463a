package org.folkmoot.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
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
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("what should be read cannot be", e);
        }
    }

    /** The first row of a question's answer, if it has any. */
    public <T> Optional<T> first(Row<T> row, String question, @Nullable Object... values) {
        return list(row, question, values).stream().findFirst();
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
        for (int place = 0; place < values.length; place++) {
            switch (values[place]) {
                case Instant moment -> statement.setObject(place + 1, moment.atOffset(ZoneOffset.UTC));
                case List<?> texts -> statement.setArray(place + 1, connection.createArrayOf("text", texts.toArray()));
                case null, default -> statement.setObject(place + 1, values[place]);
            }
        }
        return statement;
    }
}
