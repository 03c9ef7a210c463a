package org.folkmoot.registry.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.tenancy.Shared;
import org.jspecify.annotations.Nullable;

/** A release that was handed in, on its way to its report. */
@Entity
@Table(name = "load_job")
@Shared("the national directory belongs to no ICS")
class LoadJob {

    static final String QUEUED = "queued";
    static final String RUNNING = "running";
    static final String FINISHED = "done";

    @Id
    private UUID id;

    @Column
    private String state;

    @Column
    private String phase;

    @Column(updatable = false)
    private String requestedBy;

    @Column(updatable = false)
    private Instant receivedAt;

    @Column
    private @Nullable Instant startedAt;

    @Column
    private @Nullable Instant finishedAt;

    @Column(updatable = false)
    private @Nullable LocalDate declaredAsAt;

    @Column(updatable = false)
    private boolean acceptShrink;

    @Column
    private int attempts;

    @Column
    private long rowsRead;

    @Column
    private long rowsChanged;

    @Column
    private long rowsQuarantined;

    @Column
    private @Nullable String outcome;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected LoadJob() {}

    LoadJob(UUID id, String requestedBy, Instant receivedAt, @Nullable LocalDate declaredAsAt, boolean acceptShrink) {
        this.id = id;
        this.state = QUEUED;
        this.phase = Phase.RECEIVED.slug();
        this.requestedBy = requestedBy;
        this.receivedAt = receivedAt;
        this.declaredAsAt = declaredAsAt;
        this.acceptShrink = acceptShrink;
    }

    UUID id() {
        return id;
    }

    /** What can be told of it at this moment. */
    JobView view() {
        return new JobView(
                id,
                state,
                phase,
                state.equals(FINISHED),
                outcome,
                rowsRead,
                rowsChanged,
                rowsQuarantined,
                attempts,
                requestedBy,
                receivedAt,
                startedAt,
                finishedAt,
                declaredAsAt,
                acceptShrink);
    }
}
