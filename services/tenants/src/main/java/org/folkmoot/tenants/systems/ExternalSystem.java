package org.folkmoot.tenants.systems;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A system outside the platform that an administrator of the ICS has let in. */
@Entity
class ExternalSystem extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String kafkaName;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private @Nullable String organisation;

    @Column(updatable = false)
    private @Nullable String supplier;

    @Column(updatable = false)
    private String contact;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    private List<String> reads;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    private List<String> writes;

    @Column(updatable = false)
    private Instant registeredAt;

    @Column
    private int issued;

    @Column
    private Instant changedAt;

    @Column
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    protected ExternalSystem() {}

    ExternalSystem(UUID id, String kafkaName, SystemRequest request, Instant at) {
        this.id = id;
        this.kafkaName = kafkaName;
        this.name = request.name().strip();
        this.organisation = request.organisationCode();
        this.supplier = request.supplierName();
        this.contact = request.contact();
        this.reads = List.copyOf(request.reading());
        this.writes = List.copyOf(request.writing());
        this.registeredAt = at;
        this.changedAt = at;
    }

    /** The number of its next credential. */
    int issue(Instant at) {
        changedAt = at;
        return ++issued;
    }

    void dropped(Instant at) {
        changedAt = at;
    }

    void revoke(Instant at) {
        changedAt = at;
        revokedAt = at;
    }

    UUID id() {
        return id;
    }

    String kafkaName() {
        return kafkaName;
    }

    String name() {
        return name;
    }

    @Nullable
    String organisation() {
        return organisation;
    }

    @Nullable
    String supplier() {
        return supplier;
    }

    String contact() {
        return contact;
    }

    List<String> reads() {
        return List.copyOf(reads);
    }

    List<String> writes() {
        return List.copyOf(writes);
    }

    Instant registeredAt() {
        return registeredAt;
    }

    @Nullable
    Instant revokedAt() {
        return revokedAt;
    }

    long version() {
        return version;
    }
}
