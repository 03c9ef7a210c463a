package org.folkmoot.tenants.succession;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** Which ICS holds a practice, once a plan is agreed. The only place that says so. */
@ApplicationScoped
class Holdings {

    private final Sql sql;

    Holdings(Sql sql) {
        this.sql = sql;
    }

    /** Those of the practices for which another plan than this one answers from now on. */
    List<String> claimedByOthers(UUID succession, List<String> practices) {
        return sql.list(row -> row.getString("practice"), """
                select practice from practice_holding
                where practice = any (?) and succession_id <> ? and upper_inf(held)
                order by practice
                """, practices, succession);
    }

    /** From now on the plan answers for the move's practices, and its predecessor holds them. */
    void claim(UUID succession, Move move, Instant from) {
        sql.change("""
                insert into practice_holding (succession_id, practice, holder, held)
                select ?, practice, ?, tstzrange(?, null) from unnest(?) practice
                """, succession, move.predecessor(), from, move.practices());
    }

    /** The plan answers for none of its practices any more. */
    void release(UUID succession, Instant at) {
        sql.change("""
                update practice_holding set held = tstzrange(lower(held), greatest(lower(held), ?))
                where succession_id = ? and upper_inf(held)
                """, at, succession);
    }
}
