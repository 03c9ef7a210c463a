package org.folkmoot.tenants.turn;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Lets changes of one kind at one ICS take turns, across replicas: what a change has read of Keycloak or Kafka is still so
 * when it writes, as far as this service is concerned.
 */
@ApplicationScoped
public class Turn {

    private final DataSource database;

    Turn(DataSource database) {
        this.database = database;
    }

    /**
     * Waits for the turn and keeps it until the transaction at hand ends.
     *
     * @param queue whose turns they are: {@code people}
     * @throws SQLException 55P03 when it does not come in time: the caller is told to try again
     */
    public void take(String queue, Duration patience) throws SQLException {
        try (Connection connection = database.getConnection();
                var limit = connection.prepareStatement("select set_config('lock_timeout', ?, true)");
                var turn = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended(?, hashtextextended(folkmoot.current_tenant(), 0)))")) {
            limit.setString(1, patience.toMillis() + "ms");
            limit.execute();
            turn.setString(1, queue);
            turn.execute();
        }
    }
}
