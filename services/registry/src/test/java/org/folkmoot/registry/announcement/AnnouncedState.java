package org.folkmoot.registry.announcement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.folkmoot.tenancy.Tenant;

/** What the onboarding of an ICS sets off, for tests of other packages. */
public final class AnnouncedState {

    private AnnouncedState() {}

    /** Tells the ICS the whole of its state. */
    public static Map<String, Long> tellAll(Connection connection, String tenant) throws SQLException {
        return Announcements.announceAll(connection, Tenant.of(tenant));
    }

    /** Tells the ICS the states of its practices and networks anew, and says how many. */
    public static long tellStatesAnew(Connection connection, String tenant) throws SQLException {
        return Announcements.tellStatesAnew(connection, Tenant.of(tenant));
    }
}
