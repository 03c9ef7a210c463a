package org.folkmoot.executive.priority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What general practice of a group sets out to reach. */
@Entity
class Priority extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column
    private String aim;

    @Column
    private String title;

    @Column
    private String words;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Measure> measures;

    @Column(name = "position")
    private String standing;

    @Column(updatable = false)
    private String proposedFor;

    @Column(updatable = false)
    private String proposedBy;

    @Column(updatable = false)
    private String proposedName;

    @Column(updatable = false)
    private Instant proposedAt;

    @Column
    private @Nullable String shapedName;

    @Column
    private @Nullable Instant shapedAt;

    @Column
    private @Nullable UUID motionId;

    @Column
    private @Nullable UUID ballotId;

    @Column
    private @Nullable Instant adoptedAt;

    @Column
    private @Nullable Instant begunAt;

    @Column
    private @Nullable Instant endedAt;

    @Column
    private @Nullable String endedName;

    @Column
    private @Nullable String endedHow;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Priority() {}

    Priority(UUID id, UUID groupId, ProposalRequest request, Person by, Instant at) {
        this.id = id;
        this.groupId = groupId;
        this.aim = request.aim().slug();
        this.title = request.title().strip();
        this.words = request.words().strip();
        this.measures = request.measures();
        this.standing = new Position.Proposed().slug();
        this.proposedFor = request.proposedFor().code();
        this.proposedBy = by.subject();
        this.proposedName = by.name();
        this.proposedAt = at;
    }

    Position position() {
        return Position.of(standing);
    }

    /** What was shaped anew is another text than the one of which a motion may speak already. */
    void shape(Position.Open open, ShapeRequest request, Person by, Instant at) {
        standing = open.shape().slug();
        aim = request.aim().slug();
        title = request.title().strip();
        words = request.words().strip();
        measures = request.measures();
        shapedName = by.name();
        shapedAt = at;
        motionId = null;
    }

    void cite(UUID motion) {
        motionId = motion;
    }

    void adopt(Position.Shaped shaped, UUID ballot, Instant at) {
        standing = shaped.adopt().slug();
        ballotId = ballot;
        adoptedAt = at;
    }

    void begin(Position.Adopted adopted, Instant at) {
        standing = adopted.begin().slug();
        begunAt = at;
    }

    void measure(List<Measure> measured) {
        measures = measured;
    }

    void end(Position to, String how, Person by, Instant at) {
        standing = to.slug();
        endedHow = how;
        endedName = by.name();
        endedAt = at;
    }

    boolean isAdopted() {
        return ballotId != null;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    Aim aim() {
        return Aim.of(aim);
    }

    String title() {
        return title;
    }

    List<Measure> measures() {
        return measures;
    }

    @Nullable
    UUID motionId() {
        return motionId;
    }

    long version() {
        return version;
    }

    /**
     * As it is shown.
     *
     * @param outcome of the ballot on its motion
     * @param insider whether its reader is told who proposed it
     */
    PriorityView view(@Nullable String outcome, boolean insider) {
        return new PriorityView(
                id,
                groupId,
                aim(),
                title,
                words,
                measures,
                standing,
                proposedFor,
                insider ? proposedName : null,
                proposedAt,
                shapedAt,
                motionId,
                outcome,
                ballotId,
                adoptedAt,
                begunAt,
                endedAt,
                endedHow);
    }
}
