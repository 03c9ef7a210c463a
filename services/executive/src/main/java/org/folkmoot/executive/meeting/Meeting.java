package org.folkmoot.executive.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** A meeting of a series. */
@Entity
public class Meeting extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID seriesId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private Instant startsAt;

    @Column(updatable = false)
    private int lengthMinutes;

    @Column(updatable = false)
    private String place;

    @Column
    private String state;

    @Column
    private @Nullable Instant calledAt;

    @Column
    private @Nullable Instant openedAt;

    @Column
    private @Nullable Instant closedAt;

    @Column
    private @Nullable String minutes;

    @Column
    private @Nullable Instant approvedAt;

    @Column
    private @Nullable String approvedName;

    @Column
    private @Nullable Instant cancelledAt;

    @Column
    private @Nullable String cancelledWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    Meeting(UUID id, Series series, Instant startsAt, String place) {
        this.id = id;
        this.seriesId = series.id();
        this.groupId = series.groupId();
        this.body = series.body().slug();
        this.name = series.name();
        this.startsAt = startsAt;
        this.lengthMinutes = series.lengthMinutes();
        this.place = place;
        this.state = new MeetingState.Draft().slug();
    }

    MeetingState state() {
        return MeetingState.of(state);
    }

    void call(MeetingState.Draft draft, Instant at) {
        state = draft.call().slug();
        calledAt = at;
    }

    void open(MeetingState.Called called, Instant at) {
        state = called.open().slug();
        openedAt = at;
    }

    void close(MeetingState.InSession inSession, String words, Instant at) {
        state = inSession.close().slug();
        minutes = words;
        closedAt = at;
    }

    void approve(MeetingState.Closed closed, Person by, Instant at) {
        state = closed.approve().slug();
        approvedName = by.name();
        approvedAt = at;
    }

    void cancel(MeetingState.Ahead ahead, String why, Instant at) {
        state = ahead.cancel().slug();
        cancelledWhy = why;
        cancelledAt = at;
    }

    /** The meeting's identifier. */
    public UUID id() {
        return id;
    }

    /** The series to which it belongs. */
    public UUID seriesId() {
        return seriesId;
    }

    /** The group whose meeting it is. */
    public UUID groupId() {
        return groupId;
    }

    /** Whether decisions can be taken at it now. */
    public boolean isInSession() {
        return state() instanceof MeetingState.InSession;
    }

    /** Whether actions may come from it: it has begun. */
    public boolean hasBegun() {
        return openedAt != null;
    }

    /** Whether others than those who prepare it know of it. */
    boolean isPublished() {
        return calledAt != null;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    Body body() {
        return Body.of(body);
    }

    String name() {
        return name;
    }

    Instant startsAt() {
        return startsAt;
    }

    int lengthMinutes() {
        return lengthMinutes;
    }

    String place() {
        return place;
    }

    @Nullable
    Instant calledAt() {
        return calledAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    String minutes() {
        return minutes;
    }

    @Nullable
    Instant approvedAt() {
        return approvedAt;
    }

    @Nullable
    String approvedName() {
        return approvedName;
    }

    @Nullable
    Instant cancelledAt() {
        return cancelledAt;
    }

    @Nullable
    String cancelledWhy() {
        return cancelledWhy;
    }

    long version() {
        return version;
    }
}
