package org.folkmoot.benchmark.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.folkmoot.test.TestStack;

/** The servers of the tests. They do not wait for the disk: what is timed on them says nothing. */
record TestServers(TestStack stack) implements Servers {

    @Override
    public Map<String, String> database(String name) {
        return stack.database(name).passwords();
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return stack.superuser(database);
    }

    @Override
    public String postgresAddress() {
        return stack.postgresAddress();
    }

    @Override
    public Map<String, Object> kafkaOfAdministrator() {
        return stack.kafka("admin");
    }

    @Override
    public Map<String, Object> kafkaOfServices() {
        return stack.kafka("admin");
    }
}
