package org.folkmoot.executive.representation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.executive.power.Unmet;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Who sits at a system meeting, for a term, under a mandate. */
@Entity
class Representative extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private int seat;

    @Column(updatable = false)
    private String person;

    @Column(updatable = false)
    private String personName;

    @Column(updatable = false)
    private UUID mandateId;

    @Column(updatable = false)
    private LocalDate fromDay;

    @Column(updatable = false)
    private LocalDate untilDay;

    @Column(updatable = false)
    private String namedBy;

    @Column(updatable = false)
    private String namedName;

    @Column(updatable = false)
    private Instant namedAt;

    @Column
    private @Nullable Instant recalledAt;

    @Column
    private @Nullable String recalledWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Representative() {}

    Representative(UUID id, SystemMeeting meeting, RepresentativeRequest request, Person by, Instant at) {
        this.id = id;
        this.meetingId = meeting.id();
        this.groupId = meeting.groupId();
        this.seat = request.seat();
        this.person = request.person().strip();
        this.personName = request.personName().strip();
        this.mandateId = request.mandate();
        this.fromDay = request.from();
        this.untilDay = request.until();
        this.namedBy = by.subject();
        this.namedName = by.name();
        this.namedAt = at;
    }

    void recall(String why, Instant at) {
        recalledAt = at;
        recalledWhy = why;
    }

    /** Whether that moment lies in the term, and before a recall. */
    boolean sitsAt(Instant moment) {
        LocalDate day = LondonTime.dateOf(moment);
        return !day.isBefore(fromDay) && !day.isAfter(untilDay) && (recalledAt == null || moment.isBefore(recalledAt));
    }

    /** The moment for which is asked whether the mandate counts: that one, or the first of a term that is ahead. */
    Instant reckoned(Instant moment) {
        Instant begin = LondonTime.startOf(fromDay);
        return moment.isBefore(begin) ? begin : moment;
    }

    /** Whether there is something of the term left to be recalled from. */
    boolean canBeRecalled(LocalDate today) {
        return recalledAt == null && !today.isAfter(untilDay);
    }

    boolean is(String subject) {
        return person.equals(subject);
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID groupId() {
        return groupId;
    }

    int seat() {
        return seat;
    }

    String person() {
        return person;
    }

    String personName() {
        return personName;
    }

    UUID mandateId() {
        return mandateId;
    }

    Instant namedAt() {
        return namedAt;
    }

    long version() {
        return version;
    }

    /**
     * The representative as shown.
     *
     * @param unmet why the mandate does not count at that moment
     * @param insider whether its reader is told who it is
     */
    RepresentativeView view(String seatName, List<Unmet> unmet, boolean insider, Instant moment) {
        LocalDate today = LondonTime.dateOf(moment);
        String state = recalledAt != null
                ? "recalled"
                : today.isBefore(fromDay) ? "ahead" : today.isAfter(untilDay) ? "ended" : "sits";
        return new RepresentativeView(
                id,
                meetingId,
                groupId,
                seat,
                seatName,
                insider ? person : null,
                insider ? personName : null,
                mandateId,
                fromDay,
                untilDay,
                state,
                unmet.isEmpty(),
                unmet,
                insider ? namedName : null,
                namedAt,
                recalledAt,
                recalledWhy);
    }
}
