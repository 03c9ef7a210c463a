package org.folkmoot.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A database of the stack with the four roles of an installation.
 *
 * @param name its name, and the beginning of its roles' names
 * @param jdbcUrl where JDBC finds it
 * @param passwords by role: owner, app, relay, read
 */
public record TestDatabase(String name, String jdbcUrl, Map<String, String> passwords) {

    /** A connection as {@code owner}, {@code app}, {@code relay} or {@code read}. The caller closes it. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user(role), passwords.get(role));
    }

    /** The database user of that role. */
    public String user(String role) {
        return name + "_" + role;
    }

    /** Runs migrations as the owner, with the placeholders that every service has. */
    public TestDatabase migrate(String... locations) {
        return migrateTo("latest", locations);
    }

    /** Runs migrations as an earlier release had them: up to that version, such as {@code 0.2}. */
    public TestDatabase migrateTo(String version, String... locations) {
        Flyway.configure()
                .dataSource(jdbcUrl, user("owner"), passwords.get("owner"))
                .locations(locations)
                .outOfOrder(true)
                .target(version)
                .placeholders(Map.of("app", user("app"), "relay", user("relay"), "read", user("read")))
                .load()
                .migrate();
        return this;
    }

    @Override
    public String toString() {
        return jdbcUrl;
    }
}
