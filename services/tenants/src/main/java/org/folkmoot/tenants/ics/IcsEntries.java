package org.folkmoot.tenants.ics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/** Every ICS that was ever onboarded. */
@ApplicationScoped
class IcsEntries implements PanacheRepositoryBase<IcsEntry, String> {

    Optional<IcsEntry> of(Tenant tenant) {
        return findByIdOptional(tenant.id());
    }

    /** The entry, held until the transaction ends: operators and workers change it one after the other. */
    Optional<IcsEntry> hold(Tenant tenant) {
        return findByIdOptional(tenant.id(), LockModeType.PESSIMISTIC_WRITE);
    }

    List<IcsEntry> inOrder() {
        return listAll(Sort.by("tenant"));
    }
}
