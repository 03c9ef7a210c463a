package org.folkmoot.tenants.ics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.tenancy.Tenant;

/** The newest export of each ICS. */
@ApplicationScoped
class Exports implements PanacheRepositoryBase<Export, String> {

    Optional<Export> of(Tenant tenant) {
        return findByIdOptional(tenant.id());
    }

    /** When the newest was made, without reading the document itself. */
    Optional<Instant> madeAt(Tenant tenant) {
        return find("select e.madeAt from Export e where e.tenant = ?1", tenant.id())
                .project(Instant.class)
                .firstResultOptional();
    }

    void keep(Tenant tenant, Instant at, String sha256, String document) {
        of(tenant)
                .ifPresentOrElse(
                        export -> export.replacedBy(at, sha256, document),
                        () -> persist(new Export(tenant, at, sha256, document)));
    }
}
