package org.folkmoot.registry.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the ICS. */
@ApplicationScoped
class Bodies implements PanacheRepositoryBase<Body, UUID> {

    /** Those of that kind whose name holds the words, in the order of their names. */
    List<Body> page(@Nullable String kind, @Nullable String words, @Nullable Place after, int most) {
        var query = new StringBuilder("1 = 1");
        var parameters = new HashMap<String, Object>();
        if (kind != null) {
            query.append(" and kind = :kind");
            parameters.put("kind", kind);
        }
        if (words != null) {
            query.append(" and locate(lower(:words), lower(name)) > 0");
            parameters.put("words", words.strip());
        }
        if (after != null) {
            query.append(" and (name > :name or name = :name and id > :id)");
            parameters.put("name", after.name());
            parameters.put("id", after.id());
        }
        return find(query + " order by name, id", parameters).page(0, most).list();
    }

    /** The other body that has one of these numbers already. */
    List<Body> sharing(UUID but, @Nullable String odsCode, @Nullable String companyNumber) {
        return list("id <> ?1 and (odsCode = ?2 or companyNumber = ?3)", but, odsCode, companyNumber);
    }

    /** Where a page ended. */
    record Place(String name, UUID id) {}
}
