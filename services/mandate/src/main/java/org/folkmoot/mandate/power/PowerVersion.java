package org.folkmoot.mandate.power;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.mandate.group.Person;
import org.folkmoot.mandate.ics.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A change of a power: proposed by one person, confirmed or refused by another. */
@Entity
class PowerVersion extends OfAnIcs {

    private static final String PROPOSED = "proposed";
    private static final String CONFIRMED = "confirmed";

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID powerId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String change;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private PowerTerms terms;

    @Column(updatable = false)
    private String grantedBy;

    @Column(updatable = false)
    private String reason;

    @Column
    private String state;

    @Column(updatable = false)
    private String proposedBy;

    @Column(updatable = false)
    private String proposedName;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column
    private @Nullable String settledBy;

    @Column
    private @Nullable String settledName;

    @Column
    private @Nullable Instant settledAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PowerVersion() {}

    PowerVersion(
            UUID id,
            UUID powerId,
            int number,
            PowerChange asked,
            PowerTerms terms,
            Person proposer,
            Instant proposedAt) {
        this.id = id;
        this.powerId = powerId;
        this.number = number;
        this.change = asked.change();
        this.terms = terms;
        this.grantedBy = asked.grantedBy().strip();
        this.reason = asked.reason().strip();
        this.state = PROPOSED;
        this.proposedBy = proposer.subject();
        this.proposedName = proposer.name();
        this.proposedAt = proposedAt;
    }

    boolean isProposed() {
        return state.equals(PROPOSED);
    }

    boolean isConfirmed() {
        return state.equals(CONFIRMED);
    }

    boolean canBeConfirmedBy(Person person) {
        return !person.subject().equals(proposedBy);
    }

    void settle(boolean confirmed, Person person, Instant at) {
        state = confirmed ? CONFIRMED : "refused";
        settledBy = person.subject();
        settledName = person.name();
        settledAt = at;
    }

    /** Whether it held at that moment, or an even newer one. */
    boolean heldBy(Instant moment) {
        return isConfirmed() && settledAt != null && !settledAt.isAfter(moment);
    }

    int number() {
        return number;
    }

    String change() {
        return change;
    }

    PowerTerms terms() {
        return terms;
    }

    String grantedBy() {
        return grantedBy;
    }

    PowerView.VersionView view() {
        return new PowerView.VersionView(
                number, change, terms, grantedBy, reason, state, proposedName, proposedAt, settledName, settledAt);
    }
}
