package org.folkmoot.mandate.power;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.mandate.group.Proposal;
import org.folkmoot.tenancy.OfAnIcs;

/** A review of a power: proposed by one person, confirmed or refused by another. */
@Entity
class PowerReview extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID powerId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private int ofVersion;

    @Column(updatable = false)
    private String outcome;

    @Column(updatable = false)
    private String reason;

    @Column(updatable = false)
    private LocalDate nextReview;

    @Column(updatable = false)
    private long taken;

    @Column(updatable = false)
    private long refused;

    @Column(updatable = false)
    private long escalated;

    @Embedded
    private Proposal proposal;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PowerReview() {}

    /**
     * @param ofVersion the version that was looked at
     * @param use how the power had been used by then
     */
    PowerReview(
            UUID id,
            UUID powerId,
            int number,
            int ofVersion,
            ReviewRequest asked,
            PowerView.Use use,
            Proposal proposal) {
        this.id = id;
        this.powerId = powerId;
        this.number = number;
        this.ofVersion = ofVersion;
        this.outcome = asked.outcome();
        this.reason = asked.reason().strip();
        this.nextReview = asked.nextReview();
        this.taken = use.taken();
        this.refused = use.refused();
        this.escalated = use.escalated();
        this.proposal = proposal;
    }

    Proposal proposal() {
        return proposal;
    }

    int number() {
        return number;
    }

    /** The version that was looked at. */
    int ofVersion() {
        return ofVersion;
    }

    LocalDate nextReview() {
        return nextReview;
    }

    PowerReviewed announced(Power power) {
        return new PowerReviewed(
                powerId, power.groupId(), power.mandateId(), ofVersion, outcome, nextReview, taken, refused, escalated);
    }

    PowerView.ReviewView view() {
        return new PowerView.ReviewView(
                number,
                ofVersion,
                outcome,
                reason,
                nextReview,
                new PowerView.Use(taken, refused, escalated),
                proposal.state(),
                proposal.proposedName(),
                proposal.proposedAt(),
                proposal.settledName(),
                proposal.settledAt());
    }
}
