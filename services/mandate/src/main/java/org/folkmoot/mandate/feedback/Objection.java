package org.folkmoot.mandate.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** An objection or a comment, and its reply. */
@Entity
class Objection extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private UUID subjectId;

    @Column(updatable = false)
    private String organisation;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private String raisedBy;

    @Column(updatable = false)
    private String raisedName;

    @Column(updatable = false)
    private Instant raisedAt;

    @Column
    private @Nullable String reply;

    @Column
    private @Nullable String repliedBy;

    @Column
    private @Nullable String repliedName;

    @Column
    private @Nullable Instant repliedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Objection() {}

    Objection(UUID id, UUID groupId, ObjectionRequest request, Person person, Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.kind = request.kind();
        this.subject = request.subject();
        this.subjectId = request.subjectId();
        this.organisation = request.organisation().code();
        this.words = request.words().strip();
        this.raisedBy = person.subject();
        this.raisedName = person.name();
        this.raisedAt = at;
    }

    boolean isAnswered() {
        return reply != null;
    }

    void answer(String answer, Person person, Instant at) {
        reply = answer;
        repliedBy = person.subject();
        repliedName = person.name();
        repliedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ObjectionRaised raised() {
        return new ObjectionRaised(id, groupId, kind, subject, subjectId, organisation);
    }

    ObjectionAnswered answered() {
        return new ObjectionAnswered(id, groupId, subject, subjectId);
    }

    ObjectionView view() {
        return new ObjectionView(
                id,
                groupId,
                kind,
                subject,
                subjectId,
                organisation,
                words,
                raisedName,
                raisedAt,
                reply,
                repliedName,
                repliedAt);
    }
}
