package org.folkmoot.tenants.succession;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.jspecify.annotations.Nullable;

/** Every plan that was ever drawn up. */
@ApplicationScoped
class Successions implements PanacheRepositoryBase<Succession, UUID> {

    private static final Sort NEWEST = Sort.descending("id");

    /** The plan, held until the transaction ends: it is agreed or cancelled once. */
    Optional<Succession> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The newest first. */
    List<Succession> some(@Nullable Cursor after, int most) {
        return (after == null ? findAll(NEWEST) : find("id < ?1", NEWEST, after.id(0)))
                .range(0, most - 1)
                .list();
    }
}
