package org.folkmoot.mandate.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * The time by which ballots open and close: the database's own. Several replicas, and a service whose clock is wrong, agree
 * on it.
 */
@ApplicationScoped
public class DatabaseClock {

    private final EntityManager database;

    DatabaseClock(EntityManager database) {
        this.database = database;
    }

    /** The time now, and not when the transaction began. */
    public Instant now() {
        return (Instant) database.createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
    }
}
