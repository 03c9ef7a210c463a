package org.folkmoot.neighbourhood.casemanager;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** An offer to hand a person over to another member of the team, and its answer. */
@Entity
class Handover extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID referralId;

    @Column(updatable = false)
    private String fromSubject;

    @Column(updatable = false)
    private String fromName;

    @Column(updatable = false)
    private String toSubject;

    @Column(updatable = false)
    private String toName;

    @Column(updatable = false)
    private byte[] words;

    @Column(updatable = false)
    private String offeredBy;

    @Column(updatable = false)
    private String offeredName;

    @Column(updatable = false)
    private Instant offeredAt;

    @Column
    private @Nullable String answer;

    @Column
    private @Nullable String answeredBy;

    @Column
    private @Nullable String answeredName;

    @Column
    private @Nullable Instant answeredAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Handover() {}

    /** @param words what the next one should know, sealed */
    Handover(UUID id, UUID referral, Person from, Member to, byte[] words, Person by, Instant at) {
        this.id = id;
        this.referralId = referral;
        this.fromSubject = from.subject();
        this.fromName = from.name();
        this.toSubject = to.subject();
        this.toName = to.name();
        this.words = words.clone();
        this.offeredBy = by.subject();
        this.offeredName = by.name();
        this.offeredAt = at;
    }

    void answer(Answer said, Person by, Instant at) {
        answer = said.slug();
        answeredBy = by.subject();
        answeredName = by.name();
        answeredAt = at;
    }

    boolean isOpen() {
        return answer == null;
    }

    boolean isOfferedTo(Person person) {
        return toSubject.equals(person.subject());
    }

    boolean wasOfferedBy(Person person) {
        return offeredBy.equals(person.subject());
    }

    UUID id() {
        return id;
    }

    UUID referralId() {
        return referralId;
    }

    String toSubject() {
        return toSubject;
    }

    String toName() {
        return toName;
    }

    long version() {
        return version;
    }
}
