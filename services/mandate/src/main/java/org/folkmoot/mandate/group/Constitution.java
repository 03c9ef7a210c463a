package org.folkmoot.mandate.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.mandate.ics.OfAnIcs;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of a group's constitution: proposed by one person, confirmed or refused by another. */
@Entity
class Constitution extends OfAnIcs {

    private static final String PROPOSED = "proposed";
    private static final String CONFIRMED = "confirmed";
    private static final String REFUSED = "refused";

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

    @Column(updatable = false)
    private LocalDate effectiveFrom;

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
    protected Constitution() {}

    Constitution(
            UUID id,
            UUID groupId,
            int number,
            Charter content,
            String reason,
            LocalDate effectiveFrom,
            Person proposer,
            Instant proposedAt) {
        this.id = id;
        this.groupId = groupId;
        this.number = number;
        this.content = content;
        this.reason = reason;
        this.effectiveFrom = effectiveFrom;
        this.state = PROPOSED;
        this.proposedBy = proposer.subject();
        this.proposedName = proposer.name();
        this.proposedAt = proposedAt;
    }

    boolean isProposed() {
        return state.equals(PROPOSED);
    }

    /** Whether that person may confirm it: anybody but who proposed it. */
    boolean canBeConfirmedBy(Person person) {
        return !person.subject().equals(proposedBy);
    }

    void confirm(Person person, Instant at) {
        settle(CONFIRMED, person, at);
    }

    void refuse(Person person, Instant at) {
        settle(REFUSED, person, at);
    }

    private void settle(String how, Person person, Instant at) {
        state = how;
        settledBy = person.subject();
        settledName = person.name();
        settledAt = at;
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
                number, state, effectiveFrom, reason, proposedName, proposedAt, settledName, settledAt, content);
    }
}
