package org.folkmoot.mandate.power;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;

/** A power: which group's, and on which mandate it hangs. All else is in its versions. */
@Entity
class Power extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private UUID mandateId;

    @Column(updatable = false)
    private Instant namedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Power() {}

    Power(UUID id, UUID groupId, UUID mandateId, Instant namedAt) {
        this.id = id;
        this.groupId = groupId;
        this.mandateId = mandateId;
        this.namedAt = namedAt;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    UUID mandateId() {
        return mandateId;
    }

    long version() {
        return version;
    }
}
