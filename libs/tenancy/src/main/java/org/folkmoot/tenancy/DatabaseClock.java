package org.folkmoot.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * The time by which things open, close and are decided: the database's own. Several replicas, and a service whose clock is
 * wrong, agree on it.
 */
@ApplicationScoped
public class DatabaseClock {

    private final Sql sql;

    DatabaseClock(Sql sql) {
        this.sql = sql;
    }

    /** The time now, and not when the transaction began. */
    public Instant now() {
        return sql.first(row -> Sql.instant(row, "now"), "select clock_timestamp() as now")
                .orElseThrow();
    }
}
