package org.folkmoot.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** The first wall: Hibernate adds the tenant to every query and row of an entity with {@code @TenantId}. */
@PersistenceUnitExtension
@ApplicationScoped
class TenantOfSession implements TenantResolver {

    /** An id that no ICS has: what a session outside any work would see is nothing. */
    private static final String NONE = "";

    private final CurrentTenant current;

    TenantOfSession(CurrentTenant current) {
        this.current = current;
    }

    @Override
    public String getDefaultTenantId() {
        return NONE;
    }

    @Override
    public String resolveTenantId() {
        return current.require().id();
    }
}
