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

/** Something for an agenda: it waits in the backlog, stands on an agenda, or has been settled. */
@Entity
class AgendaItem extends OfAnIcs {

    static final String TOPIC = "topic";
    static final String PROPOSAL = "proposal";
    static final String MOTION = "motion";
    static final String ESCALATION = "escalation";

    static final String DEALT_WITH = "dealt-with";
    static final String WITHDRAWN = "withdrawn";
    static final String DECIDED = "decided";

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private @Nullable UUID originId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private @Nullable String proposedBy;

    @Column(updatable = false)
    private @Nullable String proposedName;

    @Column(updatable = false)
    private @Nullable String proposedFor;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column
    private @Nullable UUID meetingId;

    @Column
    private @Nullable Integer position;

    @Column
    private boolean carried;

    @Column
    private @Nullable Instant settledAt;

    @Column
    private @Nullable String settledHow;

    @Column
    private @Nullable String note;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AgendaItem() {}

    AgendaItem(
            UUID id,
            UUID groupId,
            Body body,
            String kind,
            @Nullable UUID originId,
            String title,
            String words,
            @Nullable Person proposer,
            @Nullable String proposedFor,
            Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.body = body.slug();
        this.kind = kind;
        this.originId = originId;
        this.title = title;
        this.words = words;
        this.proposedBy = proposer == null ? null : proposer.subject();
        this.proposedName = proposer == null ? null : proposer.name();
        this.proposedFor = proposedFor;
        this.proposedAt = at;
    }

    /** It stands on an agenda at that place, counted from 1. */
    void place(UUID meeting, int at) {
        meetingId = meeting;
        position = at;
    }

    /** It waits again. */
    void release() {
        meetingId = null;
        position = null;
    }

    /** Its meeting did not deal with it. */
    void carryOver() {
        release();
        carried = true;
    }

    void settle(String how, String words, Instant at) {
        settledHow = how;
        note = words;
        settledAt = at;
    }

    boolean isSettled() {
        return settledAt != null;
    }

    /** Whether no agenda stands for it and nobody has settled it. */
    boolean isWaiting() {
        return meetingId == null && settledAt == null;
    }

    /** Whether it may stand on the agenda of that meeting: it stands there already, or waits. */
    boolean canStandOn(Meeting meeting) {
        return groupId.equals(meeting.groupId())
                && body.equals(meeting.body().slug())
                && (isWaiting() || meeting.id().equals(meetingId));
    }

    /** Whether it comes onto the next agenda by itself and cannot be left off. */
    boolean mustBeDealtWith() {
        return settledAt == null && (carried || kind.equals(ESCALATION));
    }

    boolean isProposedBy(String subject) {
        return subject.equals(proposedBy);
    }

    UUID id() {
        return id;
    }

    /** On whose agenda it stands; null while it waits. */
    @Nullable
    UUID meetingId() {
        return meetingId;
    }

    /** Its place on an agenda, counted from 1; 0 while it waits. */
    int position() {
        return position == null ? 0 : position;
    }

    long version() {
        return version;
    }

    /** The motion that it is about; null for anything else. */
    @Nullable
    UUID motion() {
        return kind.equals(MOTION) ? originId : null;
    }

    Line line() {
        return new Line(id, kind, title);
    }

    /** @param insider whether its reader is told who proposed it */
    ItemView view(boolean insider) {
        return new ItemView(
                id,
                groupId,
                Body.of(body),
                kind,
                originId,
                title,
                words,
                insider ? proposedName : null,
                proposedFor,
                proposedAt,
                meetingId,
                carried,
                settledHow,
                note);
    }
}
