package org.folkmoot.registry.directory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** One statement and its rows. No transaction is needed: the directory is public, and a statement sees one state. */
final class Rows {

    /** Makes a value of the row that the result stands on. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static final Pattern LINE = Pattern.compile("\n");
    private static final Pattern BAR = Pattern.compile("\\|");

    private Rows() {}

    static <T> List<T> of(DataSource database, String sql, List<?> parameters, Reading<T> reading) {
        return of(database, sql, parameters, reading, select -> {});
    }

    /**
     * {@link #of} where the best way to the rows depends on the parameters: it is planned for these. A plan that is kept for
     * all words of a name reads the whole directory for rare ones.
     */
    static <T> List<T> plannedAnew(DataSource database, String sql, List<?> parameters, Reading<T> reading) {
        return of(
                database,
                sql,
                parameters,
                reading,
                select -> select.unwrap(PGStatement.class).setPrepareThreshold(0));
    }

    private interface Preparation {
        void of(PreparedStatement select) throws SQLException;
    }

    private static <T> List<T> of(
            DataSource database, String sql, List<?> parameters, Reading<T> reading, Preparation preparation) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            preparation.of(select);
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            var found = new ArrayList<T>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the directory cannot be read", e);
        }
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        // PostgreSQL's infinities come as the ends of Java's time.
        return date == null || date.equals(LocalDate.MAX) || date.equals(LocalDate.MIN) ? null : date;
    }

    static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : LINE.splitAsStream(text).toList();
    }

    static List<String> parts(@Nullable String text) {
        return text == null ? List.of() : BAR.splitAsStream(text).toList();
    }
}
