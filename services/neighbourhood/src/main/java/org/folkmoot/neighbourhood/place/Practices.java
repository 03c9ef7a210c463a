package org.folkmoot.neighbourhood.place;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Sql;

/** The practices and neighbourhoods of the current ICS, from the copy, in the caller's transaction. */
@ApplicationScoped
public class Practices {

    private final Sql sql;

    Practices(Sql sql) {
        this.sql = sql;
    }

    /** The name of a practice, if the registry told of it. */
    public Optional<String> name(String code) {
        return sql.first(
                row -> row.getString("name"),
                "select name from practice where tenant_id = folkmoot.current_tenant() and code = ?",
                code);
    }

    /** The names of those of these practices of which the registry told. */
    public Map<String, String> names(Collection<String> codes) {
        return sql
                .list(
                        row -> Map.entry(row.getString("code"), row.getString("name")),
                        "select code, name from practice where tenant_id = folkmoot.current_tenant() and code = any (?)",
                        List.copyOf(codes))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether the registry told of that neighbourhood. */
    public boolean isNeighbourhood(UUID neighbourhood) {
        return sql.first(
                        row -> true,
                        "select 1 from neighbourhood where tenant_id = folkmoot.current_tenant() and id = ?",
                        neighbourhood)
                .isPresent();
    }
}
