package org.folkmoot.mandate.ballot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.jspecify.annotations.Nullable;

/** A voter's power to another voter to vote for it. */
@Entity
class Proxy extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private @Nullable UUID ballotId;

    @Column(updatable = false)
    private String giver;

    @Column(updatable = false)
    private String receiver;

    @Column(updatable = false)
    private LocalDate fromDay;

    @Column(updatable = false)
    private LocalDate untilDay;

    @Column(updatable = false)
    private String givenBy;

    @Column(updatable = false)
    private Instant givenAt;

    @Column
    private @Nullable String revokedBy;

    @Column
    private @Nullable Instant revokedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Proxy() {}

    Proxy(UUID id, UUID groupId, ProxyRequest request, String givenBy, Instant givenAt) {
        this.id = id;
        this.groupId = groupId;
        this.ballotId = request.ballot();
        this.giver = request.giver().code();
        this.receiver = request.receiver().code();
        this.fromDay = request.from();
        this.untilDay = request.until();
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    void revoke(String person, Instant at) {
        revokedBy = person;
        revokedAt = at;
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    UUID id() {
        return id;
    }

    String giver() {
        return giver;
    }

    String receiver() {
        return receiver;
    }

    @Nullable
    UUID ballotId() {
        return ballotId;
    }

    long version() {
        return version;
    }

    ProxyView view() {
        return new ProxyView(id, groupId, ballotId, giver, receiver, fromDay, untilDay, givenAt, revokedAt);
    }
}
