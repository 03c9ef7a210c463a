package org.folkmoot.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.folkmoot.local.Postgres;

/**
 * A stack whose servers are known by address and password, wherever they run.
 *
 * @param postgres PostgreSQL, with what makes databases and roles
 * @param postgresAddress {@code host:port}
 * @param kafkaBootstrapServers where Kafka's clients begin
 * @param saslMechanism how Kafka's clients sign in: {@code SCRAM-SHA-512} or {@code PLAIN}
 * @param keycloakUrl the base address of Keycloak
 * @param passwords gives the password of that name
 */
record ServerTestStack(
        Postgres postgres,
        String postgresAddress,
        String kafkaBootstrapServers,
        String saslMechanism,
        String keycloakUrl,
        UnaryOperator<String> passwords)
        implements TestStack {

    @Override
    public TestDatabase database(String name) {
        try (Connection connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException("the database of an earlier run cannot be dropped", e);
        }
        postgres.provision(name);
        var rolePasswords = new HashMap<String, String>();
        for (String role : Postgres.ROLES) {
            rolePasswords.put(role, passwords.apply("postgres." + role));
        }
        return new TestDatabase(name, postgres.jdbcUrl(name), Map.copyOf(rolePasswords));
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return postgres.connect(database);
    }

    @Override
    public Map<String, Object> kafka(String principal) {
        return Map.of(
                "bootstrap.servers",
                kafkaBootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                saslMechanism,
                "sasl.jaas.config",
                jaas(principal));
    }

    @Override
    public String kafkaPassword(String principal) {
        return passwords.apply("kafka." + principal);
    }

    @Override
    public String keycloakAdminClient() {
        return org.folkmoot.local.Keycloak.ADMIN_CLIENT;
    }

    @Override
    public String keycloakAdminSecret() {
        return passwords.apply("keycloak.admin");
    }

    private String jaas(String principal) {
        String module = saslMechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        return "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                .formatted(module, principal, kafkaPassword(principal));
    }
}
