package org.folkmoot.registry.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.registry.odsfile.RawLine;
import org.jspecify.annotations.Nullable;

/** What is asked about loads. One statement each. */
@ApplicationScoped
class JobReports {

    /** The answer to a question for a report. */
    sealed interface Asked {
        record Report(LoadReport report) implements Asked {}

        record NotEnded() implements Asked {}

        record Absent() implements Asked {}
    }

    private static final String JOB = """
            select id, state, phase, outcome, rows_read, rows_changed, rows_quarantined, attempts, requested_by,
                received_at, started_at, finished_at, declared_as_at, accept_shrink, position
            from load_job
            """;

    private final DataSource database;
    private final ObjectMapper json;

    JobReports(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<JobView> job(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(JOB + " where id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(view(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Page<JobView> jobs(@Nullable Cursor cursor, int limit) {
        record Placed(JobView job, long position) {}
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(JOB + " where position < ? order by position desc limit ?")) {
            select.setLong(1, cursor == null ? Long.MAX_VALUE : cursor.number(0));
            select.setInt(2, limit + 1);
            var found = new ArrayList<Placed>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new Placed(view(rows), rows.getLong("position")));
                }
            }
            return Page.of(found, limit, placed -> Cursor.after(placed.position()))
                    .map(Placed::job);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Asked report(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select j.report, f.name, q.line, q.reason, q.raw
                        from load_job j
                        left join quarantined_row q on q.job_id = j.id
                        left join load_file f on f.job_id = q.job_id and f.position = q.position
                        where j.id = ?
                        order by q.position, q.line
                        """)) {
            select.setObject(1, id);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return new Asked.Absent();
                }
                String report = rows.getString(1);
                if (report == null) {
                    return new Asked.NotEnded();
                }
                return new Asked.Report(json.readValue(report, LoadReport.class).withQuarantine(quarantined(rows)));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The result stands on its first row, which is empty when nothing was quarantined. */
    private static List<LoadReport.Quarantined> quarantined(ResultSet rows) throws SQLException {
        var quarantine = new ArrayList<LoadReport.Quarantined>();
        do {
            if (rows.getString(2) != null) {
                quarantine.add(new LoadReport.Quarantined(
                        rows.getString(2),
                        rows.getLong(3),
                        rows.getString(4),
                        RawLine.of(rows.getBytes(5)).text()));
            }
        } while (rows.next());
        return quarantine;
    }

    private static JobView view(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new JobView(
                row.getObject("id", UUID.class),
                state,
                row.getString("phase"),
                state.equals(LoadJob.FINISHED),
                row.getString("outcome"),
                row.getLong("rows_read"),
                row.getLong("rows_changed"),
                row.getLong("rows_quarantined"),
                row.getInt("attempts"),
                row.getString("requested_by"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getObject("declared_as_at", LocalDate.class),
                row.getBoolean("accept_shrink"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
