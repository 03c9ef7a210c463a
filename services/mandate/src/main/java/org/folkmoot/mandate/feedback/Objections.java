package org.folkmoot.mandate.feedback;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The objections and comments of the ICS. */
@ApplicationScoped
class Objections implements PanacheRepositoryBase<Objection, UUID> {

    List<Objection> page(UUID group, @Nullable UUID subject, boolean open, @Nullable UUID after, int most) {
        var query = new StringBuilder("groupId = :group");
        Map<String, Object> parameters = new HashMap<>(Map.of("group", group));
        if (subject != null) {
            query.append(" and subjectId = :subject");
            parameters.put("subject", subject);
        }
        if (open) {
            query.append(" and reply is null");
        }
        if (after != null) {
            query.append(" and id > :after");
            parameters.put("after", after);
        }
        return find(query + " order by id", parameters).page(0, most).list();
    }
}
