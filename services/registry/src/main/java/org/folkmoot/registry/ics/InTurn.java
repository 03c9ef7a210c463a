package org.folkmoot.registry.ics;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.tenancy.Sql;

/** Lets what an ICS knows of a kind be changed by one person after the other, where what is there decides what may come. */
@ApplicationScoped
public class InTurn {

    private static final String WAIT = """
            select pg_advisory_xact_lock(hashtextextended('folkmoot.registry.' || ? || '/' || folkmoot.current_tenant(), 0))
            """;

    private final Sql sql;

    InTurn(Sql sql) {
        this.sql = sql;
    }

    /** Waits until nobody else of the ICS has the turn, and has it until the caller's transaction ends. */
    public void waitFor(String kind) {
        sql.call(WAIT, kind);
    }
}
