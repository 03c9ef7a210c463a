package org.folkmoot.registry.finding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.jspecify.annotations.Nullable;

/** The findings. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

    /** Those that the caller may see, in that order, after that place. */
    List<Finding> page(
            @Nullable String icb,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String subject,
            FindingOrder order,
            @Nullable Cursor after,
            int most) {
        var conditions = new StringBuilder("1 = 1");
        var parameters = new HashMap<String, Object>();
        add(conditions, parameters, "icb = :icb", "icb", icb);
        add(conditions, parameters, "kind = :kind", "kind", kind);
        add(conditions, parameters, "state = :state", "state", state);
        add(conditions, parameters, "subject = :subject", "subject", subject);
        if (after != null) {
            Cursor place = after.inOrder(order.slug());
            conditions.append(" and ").append(order.after());
            for (int member = 1; member < order.length(); member++) {
                parameters.put("after" + member, place.text(member));
            }
            parameters.put("after" + order.length(), place.id(order.length()));
        }
        return find(conditions + " order by " + order.members(), parameters)
                .page(0, most)
                .list();
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
