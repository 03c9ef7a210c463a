package org.folkmoot.mandate.group;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** The rule of two people: what one proposes another confirms. To put it aside, the proposer will do. */
@Embeddable
public class Proposal {

    private static final String PROPOSED = "proposed";
    private static final String CONFIRMED = "confirmed";
    private static final String REFUSED = "refused";

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

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Proposal() {}

    /** Made by that person, at that moment. */
    public Proposal(Person proposer, Instant at) {
        this.state = PROPOSED;
        this.proposedBy = proposer.subject();
        this.proposedName = proposer.name();
        this.proposedAt = at;
    }

    /** Whether it waits for a second person. */
    public boolean isOpen() {
        return state.equals(PROPOSED);
    }

    /** Whether that person may confirm it: anybody but who proposed it. */
    public boolean canBeConfirmedBy(Person person) {
        return !person.subject().equals(proposedBy);
    }

    /** Whether it had been confirmed by that moment. */
    public boolean isConfirmedBy(Instant moment) {
        return state.equals(CONFIRMED) && settledAt != null && !settledAt.isAfter(moment);
    }

    /** Confirms it, or puts it aside. */
    public void settle(boolean confirmed, Person person, Instant at) {
        state = confirmed ? CONFIRMED : REFUSED;
        settledBy = person.subject();
        settledName = person.name();
        settledAt = at;
    }

    /** Proposed, confirmed or refused: in these words. */
    public String state() {
        return state;
    }

    /** The name of who proposed it. */
    public String proposedName() {
        return proposedName;
    }

    /** When it was proposed. */
    public Instant proposedAt() {
        return proposedAt;
    }

    /** The name of who confirmed or refused it; null while it waits. */
    public @Nullable String settledName() {
        return settledName;
    }

    /** When that was. */
    public @Nullable Instant settledAt() {
        return settledAt;
    }
}
