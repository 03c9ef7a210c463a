package org.folkmoot.mandate.group;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of a group's constitution: proposed by one person, confirmed or refused by another. */
@Entity
class Constitution extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private Charter content;

    @Column(updatable = false)
    private String reason;

    @Column
    private LocalDate effectiveFrom;

    @Embedded
    private Proposal proposal;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Constitution() {}

    Constitution(
            UUID id,
            UUID groupId,
            int number,
            Charter content,
            String reason,
            LocalDate effectiveFrom,
            Proposal proposal) {
        this.id = id;
        this.groupId = groupId;
        this.number = number;
        this.content = content;
        this.reason = reason;
        this.effectiveFrom = effectiveFrom;
        this.proposal = proposal;
    }

    Proposal proposal() {
        return proposal;
    }

    /** Whoever takes long to confirm it does not put it in force for the days that have passed: other rules held then. */
    void settle(boolean confirmed, Person person, Instant at) {
        proposal.settle(confirmed, person, at);
        LocalDate day = LondonTime.dateOf(at);
        if (confirmed && effectiveFrom.isBefore(day)) {
            effectiveFrom = day;
        }
    }

    int number() {
        return number;
    }

    Charter charter() {
        return content;
    }

    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    long version() {
        return version;
    }

    ConstitutionView view() {
        return new ConstitutionView(
                number,
                proposal.state(),
                effectiveFrom,
                reason,
                proposal.proposedName(),
                proposal.proposedAt(),
                proposal.settledName(),
                proposal.settledAt(),
                content);
    }

    Result.Done<ConstitutionView> done() {
        return new Result.Done<>(view(), version);
    }
}
