package org.folkmoot.executive.representation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A meeting that others lead and at which general practice has seats. */
@Entity
class SystemMeeting extends OfAnIcs {

    private static final int NEXT = 3;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String purpose;

    @Column(updatable = false)
    private String ledBy;

    @Column(updatable = false)
    private String place;

    @Column(updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> seats;

    @Column(updatable = false)
    private @Nullable Integer weeks;

    @Column(updatable = false)
    private @Nullable LocalDate firstDay;

    @Column(updatable = false)
    private @Nullable LocalTime atTime;

    @Column(updatable = false)
    private String madeBy;

    @Column(updatable = false)
    private Instant madeAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SystemMeeting() {}

    SystemMeeting(UUID id, UUID groupId, SystemMeetingRequest request, Person by, Instant at) {
        Recurrence recurrence = request.recurrence();
        this.id = id;
        this.groupId = groupId;
        this.body = request.body().strip();
        this.purpose = request.purpose().strip();
        this.ledBy = request.ledBy().strip();
        this.place = request.place().strip();
        this.seats = request.seats().stream().map(String::strip).toList();
        this.weeks = recurrence == null ? null : recurrence.weeks();
        this.firstDay = recurrence == null ? null : recurrence.firstDay();
        this.atTime = recurrence == null ? null : recurrence.time();
        this.madeBy = by.subject();
        this.madeAt = at;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    String body() {
        return body;
    }

    String place() {
        return place;
    }

    /** The names of the seats: the first is that of seat 1. */
    List<String> seats() {
        return seats;
    }

    long version() {
        return version;
    }

    Optional<Recurrence> recurrence() {
        return weeks == null || firstDay == null || atTime == null
                ? Optional.empty()
                : Optional.of(new Recurrence(weeks, firstDay, atTime));
    }

    SystemMeetingView view(Instant now) {
        return new SystemMeetingView(
                id,
                groupId,
                body,
                purpose,
                ledBy,
                place,
                seats,
                recurrence().orElse(null),
                recurrence()
                        .map(recurrence -> recurrence.rhythm().after(now, NEXT))
                        .orElseGet(List::of));
    }
}
