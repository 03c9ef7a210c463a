package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** The enquiries of which something can come, in the caller's transaction. */
@ApplicationScoped
public class EnquiriesInHand {

    private final Sql sql;

    EnquiriesInHand(Sql sql) {
        this.sql = sql;
    }

    /** The group for which an enquiry is seen to; empty if somebody has still to be found for it, or it is closed. */
    public Optional<UUID> groupOf(UUID enquiry) {
        return sql.first(row -> row.getObject("group_id", UUID.class), """
                select group_id from enquiry
                where tenant_id = folkmoot.current_tenant() and id = ? and assigned_at is not null and closed_at is null
                """, enquiry);
    }
}
