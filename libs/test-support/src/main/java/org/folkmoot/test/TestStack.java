package org.folkmoot.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The servers that tests use. */
public interface TestStack {

    /**
     * The stack of this run, started or joined at the first call and the same ever after.
     *
     * @throws IllegalStateException when it does not start, with what the servers said
     */
    static TestStack current() {
        return TestStacks.CURRENT.get();
    }

    /** A database of that name, made anew with its four roles: whatever an earlier run left in it is gone. */
    TestDatabase database(String name);

    /** The superuser's connection to a database. */
    Connection superuser(String database) throws SQLException;

    /** {@code host:port} of PostgreSQL. */
    String postgresAddress();

    /** Where Kafka's clients begin. */
    String kafkaBootstrapServers();

    /**
     * Settings with which a Kafka client signs in: as {@code admin} (may do everything), or as one of the services'
     * principals, which may do what ACLs allow.
     */
    Map<String, Object> kafka(String principal);

    /** The password of a Kafka principal. */
    String kafkaPassword(String principal);

    /** The base address of Keycloak, without a slash at its end. */
    String keycloakUrl();

    /** The client of Keycloak's master realm that may make realms. */
    String keycloakAdminClient();

    /** Its secret. */
    String keycloakAdminSecret();
}
