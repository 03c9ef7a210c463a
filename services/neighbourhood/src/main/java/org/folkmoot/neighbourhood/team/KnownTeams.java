package org.folkmoot.neighbourhood.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** Teams by name, for whoever speaks of them, in the caller's transaction. */
@ApplicationScoped
public class KnownTeams {

    private final Sql sql;

    KnownTeams(Sql sql) {
        this.sql = sql;
    }

    /**
     * A team.
     *
     * @param works whether it was not disbanded
     */
    public record Known(UUID id, String name, boolean works) {}

    /** The team, whether it works or not. */
    public Optional<Known> find(UUID id) {
        return sql.first(
                row -> new Known(id, row.getString("name"), row.getObject("disbanded_on") == null),
                "select name, disbanded_on from team where tenant_id = folkmoot.current_tenant() and id = ?",
                id);
    }
}
