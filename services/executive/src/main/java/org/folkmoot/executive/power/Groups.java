package org.folkmoot.executive.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Sql;

/** The leadership groups of the current ICS, as far as this service needs them, in the caller's transaction. */
@ApplicationScoped
public class Groups {

    private final Sql sql;

    Groups(Sql sql) {
        this.sql = sql;
    }

    /** Whether the group is one of this ICS. */
    public boolean isKnown(UUID id) {
        return sql.first(
                        row -> true,
                        "select from leadership_group where tenant_id = folkmoot.current_tenant() and id = ?",
                        id)
                .isPresent();
    }

    /** What a group of this ICS is called. */
    public String name(UUID id) {
        return sql.first(
                        row -> row.getString("name"),
                        "select name from leadership_group where tenant_id = folkmoot.current_tenant() and id = ?",
                        id)
                .orElseThrow();
    }

    /** The group of an ICS that has just one. */
    public Optional<UUID> only() {
        List<UUID> some = sql.list(
                row -> row.getObject("id", UUID.class),
                "select id from leadership_group where tenant_id = folkmoot.current_tenant() limit 2");
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /**
     * What belongs to that group is to be listed, and the answer cannot be a problem.
     *
     * @throws ProblemException 404 if there is no such group of this ICS
     */
    public void require(UUID id) {
        if (!isKnown(id)) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
    }
}
