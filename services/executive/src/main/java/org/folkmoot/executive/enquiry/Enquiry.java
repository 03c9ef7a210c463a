package org.folkmoot.executive.enquiry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** What a system partner asks of general practice. How it is shown, with its clock, {@link Enquiries} reads. */
@Entity
class Enquiry extends OfAnIcs {

    /** In how many working days an enquiry is answered, unless another time is agreed. */
    static final int USUAL_DAYS = 10;

    /** In how many working days an enquiry is answered at most. */
    static final int MOST_DAYS = 60;

    @Id
    private UUID id;

    @Column
    private @Nullable UUID groupId;

    @Column(updatable = false)
    private String organisation;

    @Column(updatable = false)
    private @Nullable String reference;

    @Column(updatable = false)
    private @Nullable UUID eventId;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private String words;

    @Column(updatable = false)
    private @Nullable String contact;

    @Column(updatable = false)
    private @Nullable String receivedBy;

    @Column(updatable = false)
    private @Nullable String receivedName;

    @Column(updatable = false)
    private Instant receivedAt;

    @Column
    private int agreedDays;

    @Column
    private String state;

    @Column
    private @Nullable String acknowledgedName;

    @Column
    private @Nullable Instant acknowledgedAt;

    @Column
    private @Nullable String assignee;

    @Column
    private @Nullable String assigneeName;

    @Column
    private @Nullable Instant assignedAt;

    @Column
    private @Nullable String answer;

    @Column
    private @Nullable String answeredName;

    @Column
    private @Nullable Instant answeredAt;

    @Column
    private @Nullable String closedHow;

    @Column
    private @Nullable String closedWhy;

    @Column
    private @Nullable String closedName;

    @Column
    private @Nullable Instant closedAt;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Enquiry() {}

    Enquiry(UUID id, EnquiryRequest request, @Nullable UUID groupId, Origin origin, Instant at) {
        Person person = origin.person();
        this.id = id;
        this.groupId = groupId;
        this.organisation = request.organisation().code();
        this.reference = request.reference();
        this.eventId = origin.event();
        this.subject = request.subject().strip();
        this.words = request.words().strip();
        this.contact = request.contact();
        this.receivedBy = person == null ? null : person.subject();
        this.receivedName = person == null ? null : person.name();
        this.receivedAt = at;
        this.agreedDays = USUAL_DAYS;
        this.state = new EnquiryState.Received().slug();
    }

    /**
     * By which way it came.
     *
     * @param person who wrote it down; null if it came as an event
     * @param forAnybody whether they write down what anybody asked by another way
     * @param event as which it came; null if a person wrote it down
     */
    record Origin(
            @Nullable Person person,
            boolean forAnybody,
            @Nullable UUID event) {}

    EnquiryState state() {
        return EnquiryState.of(state);
    }

    void acknowledge(EnquiryState.Received received, @Nullable Integer days, Person by, Instant at) {
        state = received.acknowledge().slug();
        if (days != null) {
            agreedDays = days;
        }
        acknowledgedName = by.name();
        acknowledgedAt = at;
    }

    void assign(EnquiryState.Assignable assignable, UUID group, AssignmentRequest to, Instant at) {
        state = assignable.assign().slug();
        groupId = group;
        assignee = to.assignee().strip();
        assigneeName = to.assigneeName().strip();
        assignedAt = at;
    }

    void pause(EnquiryState.Assigned assigned) {
        state = assigned.pause().slug();
    }

    void resume(EnquiryState.AwaitingEnquirer awaiting) {
        state = awaiting.resume().slug();
    }

    void answer(EnquiryState.Assigned assigned, String words, Person by, Instant at) {
        state = assigned.answer().slug();
        answer = words;
        answeredName = by.name();
        answeredAt = at;
    }

    void close(EnquiryState.Closed closed, Outcome how, @Nullable String why, Person by, Instant at) {
        state = closed.slug();
        closedHow = how.slug();
        closedWhy = why;
        closedName = by.name();
        closedAt = at;
    }

    boolean isAssignedTo(String person) {
        return person.equals(assignee);
    }

    UUID id() {
        return id;
    }

    @Nullable
    UUID groupId() {
        return groupId;
    }

    String organisation() {
        return organisation;
    }

    @Nullable
    String reference() {
        return reference;
    }

    /** What everybody who sees the chain may read: what it is about is for those who deal with it. */
    String chainTitle() {
        return "Enquiry of " + organisation;
    }

    String subject() {
        return subject;
    }

    long version() {
        return version;
    }
}
