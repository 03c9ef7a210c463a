package org.folkmoot.mandate.motion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** A proposal to change a motion's words. */
@Entity
class Amendment extends OfAnIcs {

    private static final String PROPOSED = "proposed";

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID motionId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private String words;

    @Column
    private @Nullable String wordsBefore;

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
    private @Nullable Instant settledAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Amendment() {}

    Amendment(UUID id, UUID motionId, int number, AmendmentRequest request, Person proposer, Instant at) {
        this.id = id;
        this.motionId = motionId;
        this.number = number;
        this.words = request.words().strip();
        this.reason = request.reason().strip();
        this.state = PROPOSED;
        this.proposedBy = proposer.subject();
        this.proposedName = proposer.name();
        this.proposedAt = at;
    }

    boolean isProposed() {
        return state.equals(PROPOSED);
    }

    void accept(String replaced, Person person, Instant at) {
        state = "accepted";
        wordsBefore = replaced;
        settle(person, at);
    }

    void refuse(Person person, Instant at) {
        state = "refused";
        settle(person, at);
    }

    private void settle(Person person, Instant at) {
        settledBy = person.subject();
        settledAt = at;
    }

    int number() {
        return number;
    }

    String words() {
        return words;
    }

    long version() {
        return version;
    }

    AmendmentView view() {
        return new AmendmentView(number, words, wordsBefore, reason, state, proposedName, proposedAt, settledAt);
    }
}
