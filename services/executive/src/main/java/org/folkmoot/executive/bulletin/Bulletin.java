package org.folkmoot.executive.bulletin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.executive.practice.Audience;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What the executive tells practices. Once it is published it never changes. */
@Entity
class Bulletin extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column
    private String title;

    @Column
    private String words;

    @Column
    private String audienceKind;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> audienceCodes;

    @Column
    private @Nullable String question;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> options;

    @Column
    private @Nullable LocalDate answersUntil;

    @Column
    private String writtenBy;

    @Column
    private String writtenName;

    @Column
    private Instant writtenAt;

    @Column
    private @Nullable Instant publishedAt;

    @Column
    private @Nullable String publishedName;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Bulletin() {}

    Bulletin(UUID id, UUID groupId, BulletinRequest request, Person by, Instant at) {
        this.id = id;
        this.groupId = groupId;
        write(request, by, at);
    }

    /** Says all of it anew. */
    void rewrite(BulletinRequest request, Person by, Instant at) {
        write(request, by, at);
    }

    private void write(BulletinRequest request, Person by, Instant at) {
        Question asked = request.question();
        title = request.title().strip();
        words = request.words().strip();
        audienceKind = request.audience().kind();
        audienceCodes = request.audience().codes();
        question = asked == null ? null : asked.words().strip();
        options = asked == null ? List.of() : asked.options();
        answersUntil = asked == null ? null : asked.until();
        writtenBy = by.subject();
        writtenName = by.name();
        writtenAt = at;
    }

    void publish(Person by, Instant at) {
        publishedName = by.name();
        publishedAt = at;
    }

    boolean isPublished() {
        return publishedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    String title() {
        return title;
    }

    Audience audience() {
        return new Audience(audienceKind, audienceCodes);
    }

    Optional<Question> question() {
        return question == null || answersUntil == null
                ? Optional.empty()
                : Optional.of(new Question(question, options, answersUntil));
    }

    long version() {
        return version;
    }

    BulletinView view(Reach.@Nullable Line reach) {
        return new BulletinView(
                id,
                groupId,
                title,
                words,
                audience(),
                question().orElse(null),
                isPublished() ? "published" : "draft",
                writtenName,
                publishedName,
                publishedAt,
                reach);
    }
}
