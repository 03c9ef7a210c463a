package org.folkmoot.registry.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.events.Uuid7;
import org.folkmoot.ledger.Act;
import org.folkmoot.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Keeps the files of a release and makes a job of them. */
@ApplicationScoped
class ReceiveRelease {

    /** A file as it was handed in. */
    record Upload(String name, Path content) {}

    private static final int LONGEST_NAME = 255;

    private final LoadJobs jobs;
    private final DataSource database;
    private final Clock clock;
    private final Event<JobReceived> received;

    ReceiveRelease(LoadJobs jobs, DataSource database, Clock clock, Event<JobReceived> received) {
        this.jobs = jobs;
        this.database = database;
        this.clock = clock;
        this.received = received;
    }

    /** Keeps the files with the dates that the operator gives them and queues the job, both or neither. */
    @Transactional
    JobView receive(
            List<Upload> files,
            DeclaredDates dates,
            @Nullable LocalDate releaseAsAt,
            boolean acceptShrink,
            String requestedBy) {
        LocalDate declared = releaseAsAt == null ? dates.asAt() : releaseAsAt;
        var job = new LoadJob(Uuid7.next(), requestedBy, clock.instant(), declared, acceptShrink);
        jobs.persistAndFlush(job);
        try (Connection connection = database.getConnection()) {
            int position = 0;
            for (Upload file : files) {
                try (InputStream bytes = Files.newInputStream(file.content())) {
                    String name = plain(file.name());
                    KeptFiles.keep(
                            connection, job.id(), position, name, dates.files().get(name), bytes);
                }
                position++;
            }
            new Ledger(connection)
                    .append(new Act(requestedBy, "received", "release", job.id().toString(), null));
        } catch (SQLException e) {
            throw new IllegalStateException("the files cannot be kept", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        received.fire(new JobReceived(job.id()));
        return job.view();
    }

    /** A job is in the queue once the transaction is committed. */
    record JobReceived(UUID job) {}

    /** The last part of what some senders give as a path, without what cannot be stored or would break a line. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "_");
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) : last;
    }
}
