package org.folkmoot.executive.enquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** What a practice is asked because of an enquiry. */
@Entity
@Table(name = "enquiry_ask")
class Ask extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID enquiryId;

    @Column(updatable = false)
    private String practice;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private LocalDate due;

    @Column(updatable = false)
    private String askedName;

    @Column(updatable = false)
    private Instant askedAt;

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
    protected Ask() {}

    Ask(UUID id, UUID enquiryId, String practice, String words, LocalDate due, Person by, Instant at) {
        this.id = id;
        this.enquiryId = enquiryId;
        this.practice = practice;
        this.words = words;
        this.due = due;
        this.askedName = by.name();
        this.askedAt = at;
    }

    /** A later answer takes the place of an earlier one. */
    void answer(String said, Person by, Instant at) {
        answer = said;
        answeredBy = by.subject();
        answeredName = by.name();
        answeredAt = at;
    }

    UUID enquiryId() {
        return enquiryId;
    }

    String practice() {
        return practice;
    }

    long version() {
        return version;
    }
}
