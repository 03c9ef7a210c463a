package org.folkmoot.neighbourhood.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A referral of a person to a team. How it is shown, with its clock, {@link Referrals} reads. */
@Entity
class Referral extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID journeyId;

    @Column(updatable = false)
    private UUID patientId;

    @Column
    private UUID teamId;

    @Column(updatable = false)
    private @Nullable String practice;

    @Column(updatable = false)
    private String cameBy;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> criteria;

    @Column
    private String priority;

    @Column
    private byte @Nullable [] service;

    @Column
    private byte[] reason;

    @Column
    private @Nullable String consent;

    @Column
    private @Nullable LocalDate consentOn;

    @Column
    private @Nullable String consentBy;

    @Column
    private @Nullable String consentName;

    @Column
    private String state;

    @Column(updatable = false)
    private @Nullable UUID redirectedFrom;

    @Column(updatable = false)
    private String madeBy;

    @Column(updatable = false)
    private String madeName;

    @Column(updatable = false)
    private Instant madeAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Referral() {}

    private Referral(
            UUID id, Referral from, UUID team, byte @Nullable [] service, byte[] reason, Person by, Instant at) {
        this.id = id;
        this.journeyId = from.journeyId;
        this.patientId = from.patientId;
        this.teamId = team;
        this.practice = from.practice;
        this.cameBy = from.cameBy;
        this.criteria = List.copyOf(from.criteria);
        this.priority = from.priority;
        this.service = service;
        this.reason = reason;
        this.consent = from.consent;
        this.consentOn = from.consentOn;
        this.consentBy = from.consentBy;
        this.consentName = from.consentName;
        this.state = new ReferralState.Submitted().slug();
        this.redirectedFrom = from.id;
        this.madeBy = by.subject();
        this.madeName = by.name();
        this.madeAt = at;
    }

    ReferralState state() {
        return ReferralState.of(state);
    }

    void become(ReferralState next) {
        state = next.slug();
    }

    /** It is that team's from now on. */
    void moveTo(UUID team) {
        teamId = team;
    }

    /**
     * What goes on with another team once this one is redirected.
     *
     * @param service sealed for it, as the reason is
     */
    Referral successor(UUID id, UUID team, byte @Nullable [] service, byte[] reason, Person by, Instant at) {
        return new Referral(id, this, team, service, reason, by, at);
    }

    /** @param service sealed, as the reason is */
    void amend(UUID team, String priority, byte @Nullable [] service, byte[] reason) {
        this.teamId = team;
        this.priority = priority;
        this.service = service;
        this.reason = reason;
    }

    void consents(Consent said, Person by) {
        consent = said.given() ? "given" : "declined";
        consentOn = said.on();
        consentBy = by.subject();
        consentName = by.name();
    }

    /** Whether it may not be submitted for want of the person's agreement. */
    boolean lacksConsent() {
        return cameBy.equals(CameBy.CASE_FINDING.slug()) && !"given".equals(consent);
    }

    Stage seen(String basis) {
        return new Stage(id, journeyId, patientId, teamId, practice, state, basis, version);
    }

    UUID id() {
        return id;
    }

    UUID journeyId() {
        return journeyId;
    }

    UUID patientId() {
        return patientId;
    }

    UUID teamId() {
        return teamId;
    }

    @Nullable
    String practice() {
        return practice;
    }

    String cameBy() {
        return cameBy;
    }

    String priority() {
        return priority;
    }

    byte @Nullable [] service() {
        return service == null ? null : service.clone();
    }

    byte[] reason() {
        return reason.clone();
    }

    long version() {
        return version;
    }
}
