package org.folkmoot.mandate.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.mandate.electorate.Footprint;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A leadership group. Its version counts the changes of all that belongs to it. */
@Entity
class LeadershipGroup extends OfAnIcs {

    @Id
    private UUID id;

    @Column
    private String name;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private Footprint footprint;

    @Column(updatable = false)
    private String foundedBy;

    @Column(updatable = false)
    private Instant foundedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected LeadershipGroup() {}

    LeadershipGroup(UUID id, String name, Footprint footprint, String foundedBy, Instant foundedAt) {
        this.id = id;
        this.name = name;
        this.footprint = footprint;
        this.foundedBy = foundedBy;
        this.foundedAt = foundedAt;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    Footprint footprint() {
        return footprint;
    }

    Instant foundedAt() {
        return foundedAt;
    }

    long version() {
        return version;
    }
}
