package org.folkmoot.tenants.ics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.folkmoot.tenancy.Shared;
import org.folkmoot.tenancy.Tenant;

/** What the control plane knew of an ICS when it was asked to hand it out. */
@Entity
@Table(name = "ics_export")
@Shared("control plane")
class Export {

    @Id
    private String tenant;

    @Column(nullable = false)
    private Instant madeAt;

    @Column(nullable = false)
    private String sha256;

    @Column(nullable = false)
    private String document;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected Export() {}

    Export(Tenant tenant, Instant madeAt, String sha256, String document) {
        this.tenant = tenant.id();
        this.madeAt = madeAt;
        this.sha256 = sha256;
        this.document = document;
    }

    void replacedBy(Instant at, String digest, String content) {
        madeAt = at;
        sha256 = digest;
        document = content;
    }

    Tenant tenant() {
        return Tenant.of(tenant);
    }

    Instant madeAt() {
        return madeAt;
    }

    String sha256() {
        return sha256;
    }

    String document() {
        return document;
    }
}
