package org.folkmoot.events;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;

/** A real database with the outbox in it, and ways to write to it without a service. */
final class RelayFixture {

    private RelayFixture() {}

    static TestDatabase database(String name) {
        return TestStack.current().database(name).migrate("db/foundation");
    }

    static EventsConfig config(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(EventsConfig.class);
        settings.forEach((key, value) -> builder.withDefaultValue("folkmoot.events." + key, value));
        return builder.build().getConfigMapping(EventsConfig.class);
    }

    /** Takes the tenant for the transaction that is open on the connection. */
    static void tenant(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('folkmoot.tenant', ?, true)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    static UUID announce(Connection connection, String tenant, String aggregate, int version) throws SQLException {
        return announce(connection, tenant, "practice", aggregate, version);
    }

    static UUID announce(Connection connection, String tenant, String entity, String aggregate, int version)
            throws SQLException {
        UUID id = Uuid7.next();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into folkmoot.outbox
                    (id, aggregatetype, aggregateid, type, payload, tenant_id, topic, occurred_at)
                values (?, ?, ?, ?, jsonb_build_object('version', ?), ?, ?, now())
                """)) {
            insert.setObject(1, id);
            insert.setString(2, entity);
            insert.setString(3, aggregate);
            insert.setString(4, "folkmoot.trial." + entity + ".renamed.v1");
            insert.setInt(5, version);
            insert.setString(6, tenant);
            insert.setString(7, "ics." + tenant + ".trial." + entity + ".v1");
            insert.executeUpdate();
        }
        return id;
    }
}
