package org.folkmoot.executive.representation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.OfAnIcs;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** A date of a system meeting. */
@Entity
class Sitting extends OfAnIcs {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private UUID groupId;

    @Column(updatable = false)
    private Instant startsAt;

    @Column(updatable = false)
    private String plannedBy;

    @Column(updatable = false)
    private Instant plannedAt;

    @Column
    private @Nullable Instant cancelledAt;

    @Column
    private @Nullable String cancelledWhy;

    @Column
    private @Nullable Instant reportedAt;

    @Column
    private @Nullable String reportedBy;

    @Column
    private @Nullable String reportedName;

    @Column
    private @Nullable String report;

    @Column
    private @Nullable String commitments;

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Sitting() {}

    Sitting(UUID id, SystemMeeting meeting, Instant startsAt, Person by, Instant at) {
        this.id = id;
        this.meetingId = meeting.id();
        this.groupId = meeting.groupId();
        this.startsAt = startsAt;
        this.plannedBy = by.subject();
        this.plannedAt = at;
    }

    void cancel(String why, Instant at) {
        cancelledAt = at;
        cancelledWhy = why;
    }

    void report(ReportRequest request, Person by, Instant at) {
        String promised = request.commitments();
        reportedAt = at;
        reportedBy = by.subject();
        reportedName = by.name();
        report = request.report().strip();
        commitments = promised == null ? null : promised.strip();
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    boolean isReported() {
        return reportedAt != null;
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

    Instant startsAt() {
        return startsAt;
    }

    @Nullable
    String cancelledWhy() {
        return cancelledWhy;
    }

    long version() {
        return version;
    }

    /** @param insider whether its reader is told what was said, and by whom */
    Optional<SittingView.ReportBack> reportBack(boolean insider) {
        LocalDate due = SittingState.reportDue(startsAt);
        return Optional.ofNullable(reportedAt)
                .map(filed -> new SittingView.ReportBack(
                        filed,
                        LondonTime.dateOf(filed).isAfter(due),
                        insider ? reportedName : null,
                        insider ? report : null,
                        insider ? commitments : null));
    }
}
