package org.folkmoot.registry.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.registry.release.ReceiveRelease.Upload;
import org.jspecify.annotations.Nullable;

/** Handing in releases from within the service, and what became of them: the same way that an operator's go. */
@ApplicationScoped
public class Loads {

    private final ReceiveRelease receive;
    private final JobReports reports;
    private final ObjectMapper json;

    Loads(ReceiveRelease receive, JobReports reports, ObjectMapper json) {
        this.receive = receive;
        this.reports = reports;
        this.json = json;
    }

    /**
     * How a load ended.
     *
     * @param outcome {@code loaded}, {@code unchanged} or {@code refused}
     * @param refusal why it was refused, for a person
     * @param waitsForSomebody whether it was refused for what a person may say is right
     */
    public record Ended(String outcome, @Nullable String refusal, boolean waitsForSomebody) {}

    /**
     * Keeps the files and queues their load, in the caller's transaction. Dates that a file {@code release.json} among
     * them declares count; when it cannot be read there are none.
     *
     * @param files by their names
     * @param accept whether what would be refused as too much at once is right
     * @return the job
     */
    public UUID handIn(Map<String, Path> files, boolean accept, String by) {
        List<Upload> uploads = files.entrySet().stream()
                .map(file -> new Upload(file.getKey(), file.getValue()))
                .toList();
        DeclaredDates dates;
        try {
            dates = DeclaredDates.in(uploads, json);
        } catch (IOException e) {
            dates = DeclaredDates.NONE;
        }
        return receive.receive(uploads, dates, null, accept, by).id();
    }

    /** How a job ended; empty while it has not. */
    public Optional<Ended> ended(UUID job) {
        return switch (reports.report(job)) {
            case JobReports.Asked.Report(LoadReport report) -> Optional.of(ended(report));
            case JobReports.Asked.NotEnded() -> Optional.empty();
            case JobReports.Asked.Absent() -> Optional.empty();
        };
    }

    private static Ended ended(LoadReport report) {
        LoadReport.Refused refused = report.refusal();
        return new Ended(
                report.outcome(),
                refused == null ? null : refused.detail(),
                refused != null && refused.reason().equals(Refusal.Reason.SUSPICIOUS_CHANGES.slug()));
    }
}
