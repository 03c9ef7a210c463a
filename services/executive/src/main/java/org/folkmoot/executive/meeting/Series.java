package org.folkmoot.executive.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;

/** Meetings of one body that follow each other in a rhythm. */
@Entity
@Table(name = "meeting_series")
class Series extends OfAnIcs {

    private static final int NEXT = 3;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private int weeks;

    @Column(updatable = false)
    private LocalDate firstDay;

    @Column(updatable = false)
    private LocalTime atTime;

    @Column(updatable = false)
    private int lengthMinutes;

    @Column(updatable = false)
    private String place;

    @Column(updatable = false)
    private String madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Series() {}

    Series(UUID id, UUID groupId, SeriesRequest request, Person by, Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.body = request.body().slug();
        this.name = request.name().strip();
        this.weeks = request.weeks();
        this.firstDay = request.firstDay();
        this.atTime = request.time();
        this.lengthMinutes = request.lengthMinutes();
        this.place = request.place().strip();
        this.madeBy = by.subject();
        this.madeAt = at;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    Body body() {
        return Body.of(body);
    }

    String name() {
        return name;
    }

    int lengthMinutes() {
        return lengthMinutes;
    }

    String place() {
        return place;
    }

    long version() {
        return version;
    }

    Rhythm rhythm() {
        return new Rhythm(weeks, firstDay, atTime);
    }

    SeriesView view(Instant now) {
        return new SeriesView(
                id, groupId, body(), name, weeks, firstDay, atTime, lengthMinutes, place, rhythm().after(now, NEXT));
    }
}
