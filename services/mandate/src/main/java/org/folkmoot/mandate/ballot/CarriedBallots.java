package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** The ballots that decided something: what came after them can name them. */
@ApplicationScoped
public class CarriedBallots {

    private final Sql sql;

    CarriedBallots(Sql sql) {
        this.sql = sql;
    }

    /** What that ballot was about; empty unless it is one of that group, declared and carried. */
    public Optional<String> title(UUID ballot, UUID group) {
        return sql.first(row -> row.getString("title"), """
                select title from ballot
                where tenant_id = folkmoot.current_tenant() and id = ? and group_id = ? and outcome = 'carried'
                """, ballot, group);
    }
}
