package org.folkmoot.benchmark.directory;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Pause;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The registry's tables, looked at and emptied by a superuser, and the same tables again for the peer. */
final class DirectoryTables {

    /** The facts of the directory: what a load is for. */
    private static final List<String> FACTS =
            List.of("organisation", "registration", "list_size", "list_total", "pcn_spell", "membership");

    /** What a load writes down about itself, whatever it finds. */
    private static final String RECORDS =
            "('release', 'release_file', 'load_job', 'load_file', 'load_chunk', 'quarantined_row')";

    private final LocalPlatform platform;
    private final Path rows;

    /** @param rows a folder for the rows as the peer takes them in */
    DirectoryTables(LocalPlatform platform, Path rows) {
        this.platform = platform;
        this.rows = rows;
    }

    /** Empties every table of the registry, as if nothing had ever been loaded. */
    void empty() throws SQLException {
        awaitRelay();
        try (Connection connection = platform.superuser("registry");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare tables text; begin
                        select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables from pg_tables
                        where schemaname = 'public' and tablename <> 'flyway_schema_history';
                        execute 'truncate ' || tables || ', folkmoot.outbox';
                    end $$
                    """);
            statement.execute("checkpoint");
        }
    }

    /** Waits until the announcements of the last load are in Kafka, lest the relay works while the peer is measured. */
    void awaitRelay() throws SQLException {
        try (Connection connection = platform.superuser("registry");
                Statement statement = connection.createStatement()) {
            long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
            while (true) {
                try (var row = statement.executeQuery("""
                        select wave is not null or exists (
                            select from folkmoot.outbox
                            where xid >= pg_snapshot_xmin(announced) and not pg_visible_in_snapshot(xid, announced))
                        from folkmoot.outbox_cursor
                        """)) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the relay has not carried the announcements within ten minutes");
                }
                Pause.of(Duration.ofMillis(200));
            }
        }
    }

    /** Writes the facts down, and makes tables with the same columns, constraints and indexes for the peer. */
    long prepareThePeer() throws SQLException, IOException {
        Files.createDirectories(rows);
        long count = 0;
        try (Connection connection = platform.superuser("registry");
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists peer cascade");
            statement.execute("create schema peer");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : FACTS) {
                statement.execute("create table peer.%1$s (like public.%1$s including all)".formatted(table));
                try (var out = new BufferedOutputStream(Files.newOutputStream(rows.resolve(table)))) {
                    count += copy.copyOut("copy public." + table + " to stdout", out);
                }
            }
        }
        return count;
    }

    /** {@code COPY} of the same rows into the same tables, all or nothing, in seconds until it is committed. */
    double copy() throws SQLException, IOException {
        awaitRelay();
        try (Connection connection = platform.superuser("registry");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            FACTS.forEach(table -> tables.add("peer." + table));
            statement.execute("truncate " + String.join(", ", tables));
            statement.execute("checkpoint");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            long begin = System.nanoTime();
            connection.setAutoCommit(false);
            for (String table : FACTS) {
                try (var in = new BufferedInputStream(Files.newInputStream(rows.resolve(table)), 1 << 16)) {
                    copy.copyIn("copy peer." + table + " from stdin", in);
                }
            }
            connection.commit();
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /**
     * How often rows were written to tables other than those in which a load writes down that it was.
     *
     * @param written rows inserted, changed or deleted since the database was made
     * @param announcements rows of the outbox
     */
    record Written(long written, long announcements) {}

    Written written() throws SQLException {
        // A session tells its counts when it has been idle for a second or ends.
        Pause.of(Duration.ofSeconds(3));
        try (Connection connection = platform.superuser("registry");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select
                            (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables
                             where schemaname = 'public' and relname not in %s),
                            (select count(*) from folkmoot.outbox)
                        """.formatted(RECORDS))) {
            row.next();
            return new Written(row.getLong(1), row.getLong(2));
        }
    }
}
