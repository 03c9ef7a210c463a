package org.folkmoot.registry.ics;

import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.TenantId;

/** An entity that belongs to an ICS: Hibernate fills the tenant in and asks for it in every query. */
@MappedSuperclass
public abstract class OfAnIcs {

    @TenantId
    private String tenantId;

    /** For Hibernate, which fills the tenant in. */
    @SuppressWarnings("NullAway.Init")
    protected OfAnIcs() {}

    /** Whose it is, once it is kept. */
    protected String tenantId() {
        return tenantId;
    }
}
