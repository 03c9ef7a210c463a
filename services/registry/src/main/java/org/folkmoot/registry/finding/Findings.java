package org.folkmoot.registry.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The findings. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

    /** Those that the caller may see, in the order of their ids, which is that in which they were noted. */
    List<Finding> page(
            @Nullable String icb,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String subject,
            @Nullable UUID after,
            int most) {
        var conditions = new StringBuilder("1 = 1");
        var parameters = new HashMap<String, Object>();
        add(conditions, parameters, "icb = :icb", "icb", icb);
        add(conditions, parameters, "kind = :kind", "kind", kind);
        add(conditions, parameters, "state = :state", "state", state);
        add(conditions, parameters, "subject = :subject", "subject", subject);
        add(conditions, parameters, "id > :after", "after", after);
        return find(conditions + " order by id", parameters).page(0, most).list();
    }

    /** The finding, if it is there for somebody who may see this ICB's only; {@code null} sees all. */
    Optional<Finding> visible(UUID id, @Nullable String icb) {
        return findByIdOptional(id).filter(finding -> icb == null || finding.isOf(icb));
    }

    private static void add(
            StringBuilder conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }
}
