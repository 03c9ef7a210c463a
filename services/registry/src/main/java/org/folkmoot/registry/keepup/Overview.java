package org.folkmoot.registry.keepup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What operators ask. One statement each. */
@ApplicationScoped
class Overview {

    /** A run with its version. */
    record Versioned(RunView run, long version) {}

    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private static final String RUN = """
            select id, source, place, state, began_at, ended_at, job_id, since, until, pages, told, taken, elsewhere,
                quarantined, refusal, confirmed_by, version
            from directory_run
            """;

    private final Sql sql;
    private final List<Looks> sources;

    Overview(Sql sql, Instance<Looks> sources) {
        this.sql = sql;
        this.sources =
                sources.stream().sorted(Comparator.comparing(Looks::source)).toList();
    }

    List<SourceView> sources() {
        List<SourceView> known = sql.list(
                row -> new SourceView(
                        row.getString("source"),
                        true,
                        null,
                        Sql.instant(row, "look_at"),
                        Sql.instantIfAny(row, "looked_at"),
                        Sql.instantIfAny(row, "succeeded_at"),
                        Sql.instantIfAny(row, "failing_since"),
                        row.getString("fault"),
                        row.getObject("changed_since", LocalDate.class)),
                """
                select source, look_at, looked_at, succeeded_at, failing_since, fault, changed_since from directory_source
                """);
        return sources.stream()
                .map(source -> known.stream()
                        .filter(each -> each.source().equals(source.source().slug()))
                        .findFirst()
                        .map(each -> at(source, each))
                        .orElseGet(() -> new SourceView(
                                source.source().slug(),
                                source.isConfigured(),
                                place(source),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .toList();
    }

    Optional<SourceView> source(Source source) {
        return sources().stream()
                .filter(each -> each.source().equals(source.slug()))
                .findFirst();
    }

    Page<RunView> runs(@Nullable String source, @Nullable Cursor after, int limit) {
        return Page.of(
                sql.list(
                        row -> run(row).run(),
                        RUN + " where id < ? and (?::text is null or source = ?) order by id desc limit ?",
                        after == null ? LAST : after.id(0),
                        source,
                        source,
                        limit + 1),
                limit,
                run -> Cursor.after(run.id()));
    }

    Optional<Versioned> run(UUID id) {
        return sql.first(Overview::run, RUN + " where id = ?", id);
    }

    Page<QuarantinedOrganisationView> quarantine(String state, @Nullable Cursor after, int limit) {
        return Page.of(
                sql.list(
                        Overview::quarantined,
                        QUARANTINED + " where state = ? and id < ? order by id desc limit ?",
                        state,
                        after == null ? LAST : after.id(0),
                        limit + 1),
                limit,
                each -> Cursor.after(each.id()));
    }

    Optional<QuarantinedOrganisationView> quarantined(UUID id) {
        return sql.first(Overview::quarantined, QUARANTINED + " where id = ?", id);
    }

    private static final String QUARANTINED = """
            select id, code, state, reason, raw, noted_at, asked, asked_at, ask_at, fault, read_at
            from quarantined_organisation
            """;

    private static SourceView at(Looks source, SourceView known) {
        return new SourceView(
                known.source(),
                source.isConfigured(),
                place(source),
                source.isConfigured() ? known.lookAt() : null,
                known.lookedAt(),
                known.succeededAt(),
                known.failingSince(),
                known.fault(),
                known.changedSince());
    }

    private static @Nullable String place(Looks source) {
        return source.isConfigured() ? source.place() : null;
    }

    private static Versioned run(ResultSet row) throws SQLException {
        return new Versioned(
                new RunView(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("place"),
                        row.getString("state"),
                        Sql.instant(row, "began_at"),
                        Sql.instantIfAny(row, "ended_at"),
                        row.getObject("job_id", UUID.class),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getInt("pages"),
                        row.getInt("told"),
                        row.getInt("taken"),
                        row.getInt("elsewhere"),
                        row.getInt("quarantined"),
                        row.getString("refusal"),
                        row.getString("confirmed_by")),
                row.getLong("version"));
    }

    private static QuarantinedOrganisationView quarantined(ResultSet row) throws SQLException {
        boolean waiting = row.getString("state").equals("waiting");
        return new QuarantinedOrganisationView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("raw"),
                Sql.instant(row, "noted_at"),
                row.getInt("asked"),
                Sql.instantIfAny(row, "asked_at"),
                waiting ? Sql.instant(row, "ask_at") : null,
                row.getString("fault"),
                Sql.instantIfAny(row, "read_at"));
    }
}
