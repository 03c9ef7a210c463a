package org.folkmoot.executive.recommendation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.executive.notice.Duty;
import org.folkmoot.executive.notice.DutyKind;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** What a national body recommends. */
@Entity
class Recommendation extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private String source;

    @Column(updatable = false)
    private @Nullable String reference;

    @Column(updatable = false)
    private LocalDate respondBy;

    @Column
    private @Nullable String responder;

    @Column
    private @Nullable String responderName;

    @Column
    private @Nullable String response;

    @Column
    private @Nullable Instant respondedAt;

    @Column
    private @Nullable String respondedBy;

    @Column
    private @Nullable String respondedName;

    @Column
    private @Nullable Instant setAsideAt;

    @Column
    private @Nullable String setAsideWhy;

    @Column(updatable = false)
    private String recordedBy;

    @Column(updatable = false)
    private Instant recordedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Recommendation() {}

    Recommendation(UUID id, UUID groupId, RecommendationRequest request, Person by, Instant at) {
        String pointed = request.reference();
        this.id = id;
        this.groupId = groupId;
        this.title = request.title().strip();
        this.words = request.words().strip();
        this.source = request.source().strip();
        this.reference = pointed == null ? null : pointed.strip();
        this.respondBy = request.respondBy();
        this.recordedBy = by.subject();
        this.recordedAt = at;
    }

    boolean isOpen() {
        return respondedAt == null && setAsideAt == null;
    }

    void entrust(String person, String name) {
        responder = person;
        responderName = name;
    }

    void respond(String words, Person by, Instant at) {
        response = words;
        respondedBy = by.subject();
        respondedName = by.name();
        respondedAt = at;
    }

    void setAside(String why, Instant at) {
        setAsideWhy = why;
        setAsideAt = at;
    }

    boolean isEntrustedTo(String person) {
        return person.equals(responder);
    }

    UUID id() {
        return id;
    }

    LocalDate respondBy() {
        return respondBy;
    }

    long version() {
        return version;
    }

    Duty duty(boolean reminder) {
        return new Duty(
                DutyKind.RECOMMENDATION, "Respond to: " + title, responder, responderName, respondBy, false, reminder);
    }

    RecommendationView view(LocalDate today) {
        String state = setAsideAt != null
                ? "set-aside"
                : respondedAt != null ? "responded" : today.isAfter(respondBy) ? "overdue" : "open";
        return new RecommendationView(
                id,
                groupId,
                title,
                words,
                source,
                reference,
                respondBy,
                state,
                respondedAt != null && LondonTime.dateOf(respondedAt).isAfter(respondBy),
                responder,
                responderName,
                response,
                respondedAt,
                respondedName,
                setAsideWhy);
    }
}
