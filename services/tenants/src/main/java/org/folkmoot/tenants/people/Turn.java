package org.folkmoot.tenants.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Lets changes of one ICS's people take turns, across replicas: what a change has read of Keycloak is still so when it
 * writes, as far as this service is concerned.
 */
@ApplicationScoped
class Turn {

    private final DataSource database;
    private final PeopleConfig config;

    Turn(DataSource database, PeopleConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * Waits for the turn and keeps it until the transaction at hand ends.
     *
     * @throws SQLException 55P03 when it does not come in time: the caller is told to try again
     */
    void take() throws SQLException {
        try (Connection connection = database.getConnection();
                var patience = connection.prepareStatement("select set_config('lock_timeout', ?, true)");
                var turn = connection.prepareStatement(
                        "select pg_advisory_xact_lock(hashtextextended('people', hashtextextended(folkmoot.current_tenant(), 0)))")) {
            patience.setString(1, config.turn().toMillis() + "ms");
            patience.execute();
            turn.execute();
        }
    }
}
