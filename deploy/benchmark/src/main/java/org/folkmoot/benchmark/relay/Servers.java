package org.folkmoot.benchmark.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The servers that the trial's services run on. */
interface Servers {

    /** A database of that name, made anew with the roles of a service, and the roles' passwords. */
    Map<String, String> database(String name) throws SQLException;

    /** The superuser's connection. */
    Connection superuser(String database) throws SQLException;

    /** {@code host:port} of PostgreSQL. */
    String postgresAddress();

    /** Settings with which a Kafka client may do everything. */
    Map<String, Object> kafkaOfAdministrator();

    /** Settings with which the trial's services sign in to Kafka. */
    Map<String, Object> kafkaOfServices();
}
