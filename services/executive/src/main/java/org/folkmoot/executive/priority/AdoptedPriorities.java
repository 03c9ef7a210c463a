package org.folkmoot.executive.priority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** The priorities of which something can come, in the caller's transaction. */
@ApplicationScoped
public class AdoptedPriorities {

    private final Sql sql;

    AdoptedPriorities(Sql sql) {
        this.sql = sql;
    }

    /** The group that adopted a priority which has not ended; empty if none has, or it has ended. */
    public Optional<UUID> groupOf(UUID priority) {
        return sql.first(row -> row.getObject("group_id", UUID.class), """
                select group_id from priority
                where tenant_id = folkmoot.current_tenant() and id = ? and position in ('adopted', 'in-progress')
                """, priority);
    }
}
