package org.folkmoot.registry.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * The release in force, as this replica knows it, so that a question need not ask for it first. Told anew after each
 * load that ran here, and at every look for work, so a load on another replica is known within two seconds.
 */
@ApplicationScoped
public class InForce {

    private record Known(int release, LocalDate asAt) {}

    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Known known;

    InForce(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The day of a question: the one asked for, else the date of the release in force, else today. */
    LocalDate day(Optional<LocalDate> asked) {
        return asked.orElseGet(() -> {
            Known now = known();
            return now == null ? LondonTime.today(clock) : now.asAt();
        });
    }

    /** The number of the release that was taken in last: all answers may differ after the next. 0 before the first. */
    int release() {
        Known now = known();
        return now == null ? 0 : now.release();
    }

    /** Looks again. */
    public void refresh() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(id), in_force() from release")) {
            row.next();
            LocalDate asAt = row.getObject(2, LocalDate.class);
            known = asAt == null ? null : new Known(row.getInt(1), asAt);
        }
    }

    /** The date of the release in force as a transaction sees it. */
    public static Optional<LocalDate> seenBy(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select in_force()")) {
            row.next();
            return Optional.ofNullable(row.getObject(1, LocalDate.class));
        }
    }

    private @Nullable Known known() {
        Known now = known;
        if (now == null) {
            try {
                refresh();
            } catch (SQLException e) {
                throw new IllegalStateException("the release in force cannot be read", e);
            }
            now = known;
        }
        return now;
    }
}
