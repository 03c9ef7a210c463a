package org.folkmoot.registry.body;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.OfAnIcs;
import org.jspecify.annotations.Nullable;

/** An organisation that no national file has. */
@Entity
class Body extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String kind;

    @Column
    private String name;

    @Column
    private @Nullable String odsCode;

    @Column
    private @Nullable String companyNumber;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private String recordedName;

    @Column(updatable = false)
    private Instant recordedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Body() {}

    Body(UUID id, BodyRequest request, Caller caller, Instant at) {
        this.id = id;
        this.kind = request.kind();
        this.recordedBy = caller.subject();
        this.recordedName = caller.name();
        this.recordedAt = at;
        this.name = request.name().strip();
        this.odsCode = request.ods();
        this.companyNumber = request.companyNumber();
    }

    /** What was written down wrongly, or has come to be called otherwise; its kind stays. */
    void amend(BodyRequest request) {
        name = request.name().strip();
        odsCode = request.ods();
        companyNumber = request.companyNumber();
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }

    BodyView view() {
        return new BodyView(id, Organisation.Kind.of(kind), name, odsCode, companyNumber, recordedName, recordedAt);
    }
}
