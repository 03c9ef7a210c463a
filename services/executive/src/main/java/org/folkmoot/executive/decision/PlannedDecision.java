package org.folkmoot.executive.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** A decision that was announced ahead. */
@Entity
class PlannedDecision extends OfAnIcs {

    /** How long ahead a decision is announced in time. */
    static final int DAYS_AHEAD = 28;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private LocalDate decideOn;

    @Column(updatable = false)
    private String announcedBy;

    @Column(updatable = false)
    private String announcedName;

    @Column(updatable = false)
    private Instant announcedAt;

    @Column
    private @Nullable UUID decisionId;

    @Column
    private @Nullable Instant withdrawnAt;

    @Column
    private @Nullable String withdrawnWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PlannedDecision() {}

    PlannedDecision(UUID id, UUID groupId, PlanRequest request, Person by, Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.title = request.title().strip();
        this.words = request.words().strip();
        this.decideOn = request.decideOn();
        this.announcedBy = by.subject();
        this.announcedName = by.name();
        this.announcedAt = at;
    }

    boolean isAhead() {
        return decisionId == null && withdrawnAt == null;
    }

    /** What was planned has been decided. */
    void decided(UUID decision) {
        decisionId = decision;
    }

    void withdraw(String why, Instant at) {
        withdrawnAt = at;
        withdrawnWhy = why;
    }

    /** Whether people had their time before a decision on that day. */
    boolean isInTimeFor(LocalDate day) {
        return !LondonTime.dateOf(announcedAt).plusDays(DAYS_AHEAD).isAfter(day);
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    long version() {
        return version;
    }

    PlanView view() {
        return new PlanView(
                id,
                groupId,
                title,
                words,
                decideOn,
                isInTimeFor(decideOn),
                announcedAt,
                withdrawnAt != null ? "withdrawn" : decisionId != null ? "decided" : "ahead",
                decisionId,
                withdrawnWhy);
    }
}
