package org.folkmoot.mandate.power;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.folkmoot.mandate.group.Proposal;
import org.folkmoot.tenancy.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A change of a power: proposed by one person, confirmed or refused by another. */
@Entity
class PowerVersion extends OfAnIcs {

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
    private @Nullable UUID ballotId;

    @Column(updatable = false)
    private String reason;

    @Embedded
    private Proposal proposal;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PowerVersion() {}

    /** @param grantedBy what the meeting or ballot was that decided it */
    PowerVersion(
            UUID id,
            UUID powerId,
            int number,
            PowerChange asked,
            String grantedBy,
            PowerTerms terms,
            Proposal proposal) {
        this.id = id;
        this.powerId = powerId;
        this.number = number;
        this.change = asked.change();
        this.terms = terms;
        this.grantedBy = grantedBy;
        this.ballotId = asked.ballot();
        this.reason = asked.reason().strip();
        this.proposal = proposal;
    }

    Proposal proposal() {
        return proposal;
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

    /** The ballot that decided it; null where a meeting did. */
    @Nullable
    UUID ballotId() {
        return ballotId;
    }

    PowerView.VersionView view() {
        return new PowerView.VersionView(
                number,
                change,
                terms,
                grantedBy,
                ballotId,
                reason,
                proposal.state(),
                proposal.proposedName(),
                proposal.proposedAt(),
                proposal.settledName(),
                proposal.settledAt());
    }
}
