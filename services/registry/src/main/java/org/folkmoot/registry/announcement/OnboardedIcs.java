package org.folkmoot.registry.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.folkmoot.events.Relay;
import org.folkmoot.events.ics.IcsOnboarded;
import org.jboss.logging.Logger;

/** Tells a new ICS what the directory knows of it, in the transaction that takes the ICS in. */
@ApplicationScoped
class OnboardedIcs {

    private static final Logger LOG = Logger.getLogger(OnboardedIcs.class);

    private final DataSource database;
    private final Relay relay;

    OnboardedIcs(DataSource database, Relay relay) {
        this.database = database;
        this.relay = relay;
    }

    void onboarded(@Observes IcsOnboarded ics) {
        try (Connection connection = database.getConnection()) {
            Map<String, Long> announced = Announcements.announceAll(connection, ics.tenant());
            LOG.infof("ICS %s was told the directory's state: %s", ics.tenant(), announced);
        } catch (SQLException e) {
            throw new IllegalStateException("the directory's state cannot be announced", e);
        }
        relay.wakeAfterCommit();
    }
}
