package org.folkmoot.tenants.systems;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.jspecify.annotations.Nullable;

/** The systems of the current ICS. */
@ApplicationScoped
class ExternalSystems implements PanacheRepositoryBase<ExternalSystem, UUID> {

    private static final Sort NEWEST = Sort.descending("id");

    long countLetIn() {
        return count("revokedAt is null");
    }

    List<ExternalSystem> letIn() {
        return list("revokedAt is null", NEWEST);
    }

    /** The newest first, those that were shut out only if they are asked for. */
    List<ExternalSystem> some(boolean revoked, @Nullable Cursor after, int most) {
        String shown = revoked ? "revokedAt is not null" : "revokedAt is null";
        return (after == null ? find(shown, NEWEST) : find(shown + " and id < ?1", NEWEST, after.id(0)))
                .range(0, most - 1)
                .list();
    }
}
