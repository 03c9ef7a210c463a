package org.folkmoot.mandate.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.tenancy.OfAnIcs;
import org.jspecify.annotations.Nullable;

/** A person's time on a seat. */
@Entity
class SeatTerm extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private String seat;

    @Column(updatable = false)
    private String holder;

    @Column(updatable = false)
    private String holderName;

    @Column(updatable = false)
    private String cameBy;

    @Column(updatable = false)
    private @Nullable UUID ballotId;

    @Column(updatable = false)
    private @Nullable String organisation;

    @Column(updatable = false)
    private LocalDate fromDay;

    @Column(updatable = false)
    private LocalDate untilDay;

    @Column
    private @Nullable LocalDate vacatedOn;

    @Column
    private @Nullable String vacatedWhy;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected SeatTerm() {}

    SeatTerm(UUID id, UUID groupId, String seat, TermRequest term) {
        this.id = id;
        this.groupId = groupId;
        this.seat = seat;
        this.holder = term.holder();
        this.holderName = term.holderName();
        this.cameBy = term.cameBy();
        this.ballotId = term.ballot();
        this.organisation =
                term.organisation() == null ? null : term.organisation().code();
        this.fromDay = term.from();
        this.untilDay = term.until();
    }

    /** Ends it on that day, which is its last. */
    void vacate(LocalDate on, String why) {
        vacatedOn = on;
        vacatedWhy = why;
    }

    boolean isHeldOn(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(lastDay());
    }

    /** Whether that ballot gave the seat to that person. */
    boolean isOf(UUID ballot, String subject) {
        return ballot.equals(ballotId) && subject.equals(holder);
    }

    LocalDate fromDay() {
        return fromDay;
    }

    LocalDate lastDay() {
        return vacatedOn == null ? untilDay : vacatedOn;
    }

    boolean isVacated() {
        return vacatedOn != null;
    }

    UUID id() {
        return id;
    }

    String seat() {
        return seat;
    }

    String holder() {
        return holder;
    }

    String holderName() {
        return holderName;
    }

    long version() {
        return version;
    }

    Result.Done<TermView> done() {
        return new Result.Done<>(view(), version);
    }

    TermView view() {
        return new TermView(
                id, seat, holder, holderName, cameBy, ballotId, organisation, fromDay, untilDay, vacatedOn, vacatedWhy);
    }
}
