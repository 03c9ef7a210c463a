package org.folkmoot.registry.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.OfAnIcs;
import org.jspecify.annotations.Nullable;

/** A practice considers joining another body: whose case it is and where it stands. All else is in its parts. */
@Entity
class IntegrationCase extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String practice;

    @Column
    private String state;

    @Column
    private @Nullable LocalDate decidedOn;

    @Column(updatable = false)
    private String openedBy;

    @Column(updatable = false)
    private String openedName;

    @Column(updatable = false)
    private Instant openedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected IntegrationCase() {}

    IntegrationCase(UUID id, OdsCode practice, Caller opener, Instant at) {
        this.id = id;
        this.practice = practice.code();
        this.state = new CaseState.Open().slug();
        this.openedBy = opener.subject();
        this.openedName = opener.name();
        this.openedAt = at;
    }

    CaseState state() {
        return CaseState.of(state);
    }

    void decide(CaseState.Open open, Outcome outcome, LocalDate day) {
        state = open.decide(outcome).slug();
        decidedOn = day;
    }

    void reopen(CaseState.Decided decided) {
        state = decided.reopen().slug();
        decidedOn = null;
    }

    UUID id() {
        return id;
    }

    OdsCode practice() {
        return OdsCode.of(practice);
    }

    @Nullable
    LocalDate decidedOn() {
        return decidedOn;
    }

    String openedName() {
        return openedName;
    }

    Instant openedAt() {
        return openedAt;
    }

    long version() {
        return version;
    }
}
