package org.folkmoot.executive.action;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.meeting.Matter;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one person does by a day. */
@Entity
class Action extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private @Nullable UUID seriesId;

    @Column(updatable = false)
    private @Nullable UUID decisionId;

    @Column(updatable = false)
    private @Nullable UUID meetingId;

    @Column(updatable = false)
    private @Nullable UUID enquiryId;

    @Column(updatable = false)
    private @Nullable UUID priorityId;

    @Column(updatable = false)
    private String title;

    @Column(updatable = false)
    private String words;

    @Column
    private String owner;

    @Column
    private String ownerName;

    @Column(updatable = false)
    private @Nullable String organisation;

    @Column
    private LocalDate due;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    private List<Step> steps;

    @Column
    private @Nullable UUID blockedBy;

    @Column
    private String state;

    @Column(updatable = false)
    private String assignedBy;

    @Column(updatable = false)
    private String assignedName;

    @Column(updatable = false)
    private Instant assignedAt;

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
    protected Action() {}

    Action(UUID id, Source source, ActionRequest request, LocalDate due, Person by, Instant at) {
        OdsCode concerned = request.organisation();
        this.id = id;
        this.groupId = source.group();
        this.seriesId = source.series();
        this.decisionId = request.decision();
        this.meetingId = request.meeting();
        this.enquiryId = request.enquiry();
        this.priorityId = request.priority();
        this.title = request.title().strip();
        this.words = request.words().strip();
        this.owner = request.owner().strip();
        this.ownerName = request.ownerName().strip();
        this.organisation = concerned == null ? null : concerned.code();
        this.due = due;
        this.steps = request.steps().stream()
                .map(step -> new Step(step.strip(), false))
                .toList();
        this.state = new ActionState.Open().slug();
        this.assignedBy = by.subject();
        this.assignedName = by.name();
        this.assignedAt = at;
    }

    /**
     * From what an action comes.
     *
     * @param series the meetings at which it is a matter arising; null for those of the executive
     */
    record Source(UUID group, @Nullable UUID series) {}

    ActionState state() {
        return ActionState.of(state);
    }

    void takeInHand(ActionState.Open open) {
        state = open.takeInHand().slug();
    }

    void discharge(ActionState.InHand inHand, String evidence, Person by, Instant at) {
        end(inHand.discharge(), evidence, by, at);
    }

    void drop(ActionState.Pending pending, String reason, Person by, Instant at) {
        end(pending.drop(), reason, by, at);
    }

    private void end(ActionState to, String how, Person by, Instant at) {
        state = to.slug();
        endedHow = how;
        endedName = by.name();
        endedAt = at;
    }

    void handOver(ActionState.Pending pending, OwnerRequest to) {
        state = pending.handOver().slug();
        owner = to.owner().strip();
        ownerName = to.ownerName().strip();
    }

    void putOff(LocalDate until) {
        due = until;
    }

    void plan(List<Step> planned) {
        steps = planned;
    }

    void waitFor(@Nullable UUID other) {
        blockedBy = other;
    }

    boolean isPending() {
        return endedAt == null;
    }

    String owner() {
        return owner;
    }

    boolean isOwnedBy(String person) {
        return owner.equals(person);
    }

    boolean isOverdue(LocalDate today) {
        return isPending() && today.isAfter(due);
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    @Nullable
    UUID decisionId() {
        return decisionId;
    }

    @Nullable
    UUID meetingId() {
        return meetingId;
    }

    @Nullable
    UUID enquiryId() {
        return enquiryId;
    }

    @Nullable
    UUID priorityId() {
        return priorityId;
    }

    String title() {
        return title;
    }

    LocalDate due() {
        return due;
    }

    @Nullable
    UUID blockedBy() {
        return blockedBy;
    }

    long version() {
        return version;
    }

    Matter matter(LocalDate today) {
        return new Matter(id, title, ownerName, due, isOverdue(today));
    }

    ActionView view(boolean blocked, LocalDate today) {
        return new ActionView(
                id,
                groupId,
                decisionId,
                meetingId,
                enquiryId,
                priorityId,
                title,
                words,
                owner,
                ownerName,
                organisation,
                due,
                isOverdue(today),
                steps,
                blocked,
                blockedBy,
                state,
                assignedName,
                assignedAt,
                endedName,
                endedAt,
                endedHow);
    }
}
