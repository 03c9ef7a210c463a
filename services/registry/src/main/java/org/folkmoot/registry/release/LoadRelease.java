package org.folkmoot.registry.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Relay;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.directory.InForce;
import org.folkmoot.registry.odsfile.Dialect;
import org.folkmoot.registry.odsfile.Examination;
import org.folkmoot.registry.odsfile.Examined;
import org.folkmoot.registry.odsfile.FactReader;
import org.folkmoot.registry.odsfile.FileRow;
import org.folkmoot.registry.odsfile.UnrecognisedReason;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** The work of one job: from its kept files to its report. */
@ApplicationScoped
class LoadRelease {

    /** Counted into a release's fingerprint: the same bytes are read differently by other rules. */
    private static final String RULES = "1";

    private static final String UNRECOGNISED = "unrecognised";

    /** Where the practices are that a report counts: the transaction of a load has them at hand. */
    private static final String PRESENT = "present_practice";

    private static final String IN_FORCE = "practice_on(date ':day')";

    private final AgroalDataSource database;
    private final Relay relay;
    private final ObjectMapper json;
    private final Clock clock;

    LoadRelease(@DataSource("load") AgroalDataSource database, Relay relay, ObjectMapper json, Clock clock) {
        this.database = database;
        this.relay = relay;
        this.json = json;
        this.clock = clock;
    }

    /** What a job asks for. */
    record Task(UUID job, int attempt, @Nullable LocalDate declared, boolean acceptShrink) {}

    /**
     * Does the job to its end.
     *
     * @throws SQLException when the database fails; the job can be tried again
     * @throws IOException when the kept files cannot be read
     */
    void run(Task task) throws SQLException, IOException {
        Instant start = clock.instant();
        try (Connection aside = database.getConnection()) {
            // What an attempt before this one left: its facts were rolled back, its quarantine was not.
            forgetQuarantine(aside, task.job());
            var progress = new JobProgress(aside, task.job());
            progress.enter(Phase.RECOGNISING);
            Intake intake = look(aside, task);
            Optional<Refusal> refusal = intake.refusal();
            if (refusal.isPresent()) {
                refuse(aside, task, intake, refusal.get(), start);
                return;
            }
            String fingerprint = fingerprint(intake);
            if (isLastLoaded(aside, fingerprint)) {
                knowAlready(aside, task, intake, start);
                return;
            }
            try {
                load(aside, task, intake, fingerprint, progress, start);
            } catch (ReleaseRefused refused) {
                forgetQuarantine(aside, task.job());
                refuse(aside, task, intake, refused.refusal(), start);
            }
        }
    }

    /** Ends a job that failed time and again. */
    void giveUp(Task task) throws SQLException {
        Instant start = clock.instant();
        try (Connection connection = database.getConnection()) {
            forgetQuarantine(connection, task.job());
            var files = KeptFiles.of(connection, task.job()).stream()
                    .map(file -> new LoadReport.File(file.name(), UNRECOGNISED, null, 0, 0, 0, "not-read"))
                    .toList();
            end(
                    connection,
                    task,
                    report(
                            connection,
                            null,
                            Outcome.REFUSED,
                            files,
                            Map.of(),
                            IN_FORCE,
                            start,
                            new Refusal(
                                    Refusal.Reason.FAILED,
                                    "The load failed %d times for a fault that is not in the files; the service's log says more."
                                            .formatted(task.attempt()))));
        }
    }

    private Intake look(Connection connection, Task task) throws SQLException, IOException {
        LocalDate today = LondonTime.today(clock);
        var examination = new Examination(today);
        var looked = new ArrayList<Intake.Looked>();
        for (KeptFile file : KeptFiles.of(connection, task.job())) {
            looked.add(new Intake.Looked(file, examination.examine(KeptFiles.open(connection, file))));
        }
        return new Intake(List.copyOf(looked), task.declared(), today);
    }

    private static String fingerprint(Intake intake) {
        MessageDigest digest = KeptFiles.sha256();
        digest.update(RULES.getBytes(StandardCharsets.UTF_8));
        intake.inOrder().stream()
                .map(dated -> dated.file().sha256() + dated.asAt())
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isLastLoaded(Connection connection, String fingerprint) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select fingerprint from release order by id desc limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getString(1).equals(fingerprint);
        }
    }

    private void load(
            Connection aside, Task task, Intake intake, String fingerprint, JobProgress progress, Instant start)
            throws SQLException, IOException, ReleaseRefused {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                asPlatform(connection);
                var takeIn = new TakeIn(
                        connection,
                        file -> KeptFiles.open(aside, file),
                        (file, rows) -> quarantine(aside, file, rows),
                        progress,
                        task.acceptShrink());
                TakeIn.Taken taken = takeIn.take(intake, fingerprint);
                var files = new HashMap<Integer, LoadReport.File>();
                taken.files()
                        .forEach(file -> files.put(
                                file.file().file().position(), told(file.file(), file.loaded(), file.quarantined())));
                finish(connection, task, intake, taken.outcome(), files, taken.announced(), PRESENT, start, null);
                connection.commit();
            } finally {
                // Of what was not committed nothing is to be left, whoever gets this connection next.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        relay.wake();
    }

    /** The national directory is the platform's work: it announces to every ICS. Holds for this transaction only. */
    private static void asPlatform(Connection connection) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('folkmoot.tenant', ?, true)")) {
            set.setString(1, Tenant.PLATFORM.id());
            set.execute();
        }
    }

    private static LoadReport.File told(Intake.Dated file, long loaded, long quarantined) {
        return new LoadReport.File(
                file.file().name(),
                file.content().kind().slug(),
                file.content().dialect().map(Dialect::slug).orElse(null),
                loaded + quarantined,
                loaded,
                quarantined,
                null);
    }

    private static void quarantine(Connection aside, KeptFile file, List<FileRow.Quarantined> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var copy = new CopyWriter(aside, "quarantined_row", "job_id, position, line, reason, raw")) {
            for (FileRow.Quarantined row : rows) {
                copy.text(file.job().toString())
                        .number(file.position())
                        .number(row.line())
                        .text(row.reason().slug())
                        .bytes(row.raw().bytes());
                copy.endRow();
            }
            copy.finish();
        }
    }

    /** The reports of all files in the order in which they were handed in. */
    private static List<LoadReport.File> reports(Intake intake, Map<Integer, LoadReport.File> read) {
        return intake.files().stream()
                .filter(looked -> !looked.file().name().equals(DeclaredDates.FILE))
                .map(looked -> Optional.ofNullable(read.get(looked.file().position()))
                        .orElseGet(() -> untouched(intake, looked)))
                .toList();
    }

    private static LoadReport.File untouched(Intake intake, Intake.Looked looked) {
        return switch (looked.examined()) {
            case Examined.Unrecognised(UnrecognisedReason reason) ->
                new LoadReport.File(looked.file().name(), UNRECOGNISED, null, 0, 0, 0, reason.slug());
            case Examined.Recognised recognised -> {
                long broken = intake.brokenOff(looked).count();
                yield new LoadReport.File(
                        looked.file().name(),
                        recognised.kind().slug(),
                        recognised.dialect().map(Dialect::slug).orElse(null),
                        broken,
                        0,
                        broken,
                        intake.original(looked)
                                .map(original -> "same-bytes-as " + original.name())
                                .orElse(null));
            }
        };
    }

    private void refuse(Connection connection, Task task, Intake intake, Refusal refusal, Instant start)
            throws SQLException, IOException {
        var files = new HashMap<Integer, LoadReport.File>();
        if (refusal.reason() == Refusal.Reason.NO_ROW) {
            // Its rows are the reason, so all of them are told.
            for (Intake.Dated file : intake.inOrder()) {
                files.put(file.file().position(), told(file, 0, quarantineAgain(connection, file)));
            }
        } else {
            for (Intake.Looked looked : intake.files()) {
                quarantine(connection, looked.file(), intake.brokenOff(looked).toList());
            }
        }
        finish(connection, task, intake, Outcome.REFUSED, files, Map.of(), IN_FORCE, start, refusal);
    }

    /** The last release again: its rows are told, and nothing is done. */
    private void knowAlready(Connection connection, Task task, Intake intake, Instant start)
            throws SQLException, IOException {
        var files = new HashMap<Integer, LoadReport.File>();
        for (Intake.Dated file : intake.inOrder()) {
            long quarantined = quarantineAgain(connection, file);
            files.put(file.file().position(), told(file, file.content().rows() - quarantined, quarantined));
        }
        finish(connection, task, intake, Outcome.UNCHANGED, files, Map.of(), IN_FORCE, start, null);
    }

    private static long quarantineAgain(Connection connection, Intake.Dated file) throws SQLException, IOException {
        long quarantined = 0;
        try (var reader = new FactReader(file.content(), KeptFiles.open(connection, file.file()))) {
            var rows = new ArrayList<FileRow.Quarantined>();
            for (FileRow row = reader.next(); row != null; row = reader.next()) {
                if (row instanceof FileRow.Quarantined bad) {
                    rows.add(bad);
                    quarantined++;
                }
                if (rows.size() == TakeIn.QUARANTINED_AT_ONCE) {
                    quarantine(connection, file.file(), rows);
                    rows.clear();
                }
            }
            quarantine(connection, file.file(), rows);
        }
        return quarantined;
    }

    private void finish(
            Connection connection,
            Task task,
            Intake intake,
            Outcome outcome,
            Map<Integer, LoadReport.File> files,
            Map<String, Long> announced,
            String practices,
            Instant start,
            @Nullable Refusal refusal)
            throws SQLException {
        end(
                connection,
                task,
                report(
                        connection,
                        intake.asAt().orElse(null),
                        outcome,
                        reports(intake, files),
                        announced,
                        practices,
                        start,
                        refusal));
        KeptFiles.forget(connection, task.job());
    }

    private LoadReport report(
            Connection connection,
            @Nullable LocalDate asAt,
            Outcome outcome,
            List<LoadReport.File> files,
            Map<String, Long> announced,
            String practices,
            Instant start,
            @Nullable Refusal refusal)
            throws SQLException {
        LoadReport.Counts counts = counts(connection, practices);
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return new LoadReport(
                asAt == null ? null : asAt.toString(),
                outcome.slug(),
                files,
                List.of(),
                counts,
                announced,
                seconds,
                refusal == null ? null : new LoadReport.Refused(refusal.reason().slug(), refusal.detail()));
    }

    private static LoadReport.Counts counts(Connection connection, String practices) throws SQLException {
        Optional<LocalDate> day = InForce.seenBy(connection);
        if (day.isEmpty()) {
            return new LoadReport.Counts(0, 0, 0, 0, 0);
        }
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        select
                            (select count(*) from organisation o
                             where o.valid_from <= date ':day' and o.valid_to > date ':day'),
                            count(*),
                            (select count(*) from organisation o
                             where o.kind = 'pcn' and o.valid_from <= date ':day' and o.valid_to > date ':day'
                               and standing(o.status, o.opened, o.closed, o.first_seen, date ':day') = 'open'),
                            count(p.pcn), coalesce(sum(p.patients), 0)
                        from :practices p
                        """.replace(":practices", practices)
                        .replace(":day", day.get().toString()))) {
            row.next();
            return new LoadReport.Counts(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    private void end(Connection connection, Task task, LoadReport report) throws SQLException {
        long read = report.files().stream().mapToLong(LoadReport.File::rowsRead).sum();
        long quarantined =
                report.files().stream().mapToLong(LoadReport.File::quarantined).sum();
        try (PreparedStatement update = connection.prepareStatement("""
                update load_job set state = 'done', phase = 'done', outcome = ?, report = ?, finished_at = now(),
                    rows_read = ?, rows_quarantined = ?
                where id = ? and state = 'running' and attempts = ?
                """)) {
            update.setString(1, report.outcome());
            update.setString(2, json.writeValueAsString(report));
            update.setLong(3, read);
            update.setLong(4, quarantined);
            update.setObject(5, task.job());
            update.setInt(6, task.attempt());
            if (update.executeUpdate() == 0) {
                throw new SQLException("another process has taken the job over");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can always be written", e);
        }
    }

    private static void forgetQuarantine(Connection connection, UUID job) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from quarantined_row where job_id = ?")) {
            delete.setObject(1, job);
            delete.executeUpdate();
        }
    }
}
