package org.folkmoot.registry.release;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.registry.announcement.Announcements;
import org.folkmoot.registry.announcement.Present;
import org.folkmoot.registry.directory.InForce;
import org.folkmoot.registry.finding.Lookout;
import org.folkmoot.registry.odsfile.FactReader;
import org.folkmoot.registry.odsfile.FileKind;
import org.folkmoot.registry.odsfile.FileRow;

/**
 * Takes a release into the directory, on one connection and in the transaction that its caller began: facts, what
 * follows from them, and the announcements.
 */
final class TakeIn {

    /** Where the bytes of a file are. Not on the connection of the transaction, on which COPY runs meanwhile. */
    interface Source {
        InputStream open(KeptFile file) throws SQLException, IOException;
    }

    /** Where rows go that are not loaded. */
    interface Quarantine {
        void keep(KeptFile file, List<FileRow.Quarantined> rows) throws SQLException;
    }

    /** A file and what became of its rows. */
    record TakenFile(Intake.Dated file, long loaded, long quarantined) {}

    /** What was done. */
    record Taken(Outcome outcome, List<TakenFile> files, Map<String, Long> announced) {}

    private static final String FACTS = "organisation, registration, list_size, list_total, pcn_spell, membership";

    /** From so many changed versions on the tables' statistics are made anew. */
    private static final long MANY = 10_000;

    /** Of PostgreSQL, for each of the few sorts and joins of a comparison. */
    private static final String MEMORY = "64MB";

    /** A file may hold nothing but bad rows, and then more of them than the memory. */
    static final int QUARANTINED_AT_ONCE = 1_000;

    private final Connection connection;
    private final Source source;
    private final Quarantine quarantine;
    private final Progress progress;
    private final boolean acceptShrink;

    TakeIn(Connection connection, Source source, Quarantine quarantine, Progress progress, boolean acceptShrink) {
        this.connection = connection;
        this.source = source;
        this.quarantine = quarantine;
        this.progress = progress;
        this.acceptShrink = acceptShrink;
    }

    /** @throws ReleaseRefused when nothing of it must be kept: the caller rolls back */
    Taken take(Intake intake, String fingerprint) throws SQLException, IOException, ReleaseRefused {
        lock();
        LocalDate asAt = intake.asAt().orElseThrow();
        Optional<LocalDate> before = newestAlike(intake);
        int release = newRelease(asAt, fingerprint);
        Staging.prepare(connection);
        planForMany();
        var facts = new Facts(connection, release, acceptShrink);
        var files = new ArrayList<TakenFile>();
        progress.enter(Phase.READING);
        for (Intake.Dated file : intake.inOrder()) {
            files.add(stage(file));
            progress.changed(facts.take(file.content().kind(), file.asAt()));
            newFile(release, files.size(), file);
        }
        if (files.stream().allMatch(file -> file.loaded() == 0)) {
            throw new ReleaseRefused(new Refusal(Refusal.Reason.NO_ROW, "No row of the files can be loaded."));
        }
        progress.enter(Phase.COMPARING);
        progress.changed(Memberships.renew(connection));
        settle(progress.changed());
        progress.enter(Phase.ANNOUNCING);
        LocalDate inForce = InForce.seenBy(connection).orElse(asAt);
        Present.look(connection, inForce);
        Lookout.look(connection, inForce);
        boolean news = before.isEmpty() || !asAt.isBefore(before.get());
        Map<String, Long> announced = Map.of();
        if (news) {
            announced = Announcements.announce(connection, inForce);
        } else {
            Announcements.correctStates(connection, inForce);
        }
        return new Taken(progress.changed() == 0 ? Outcome.UNCHANGED : Outcome.LOADED, List.copyOf(files), announced);
    }

    /**
     * The date before which a release is an older one. Between two whole releases come changes that are of later days than
     * the next whole release, which is news nevertheless.
     */
    private Optional<LocalDate> newestAlike(Intake intake) throws SQLException {
        boolean whole =
                intake.inOrder().stream().anyMatch(file -> file.content().kind() != FileKind.CHANGES);
        if (!whole) {
            return InForce.seenBy(connection);
        }
        try (PreparedStatement select = connection.prepareStatement("""
                        select max(r.as_at) from release r
                        where exists (select from release_file f where f.release_id = r.id and f.kind <> ?)
                        """)) {
            select.setString(1, FileKind.CHANGES.slug());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getObject(1, LocalDate.class));
            }
        }
    }

    private TakenFile stage(Intake.Dated file) throws SQLException, IOException {
        long good = 0;
        long quarantined = 0;
        try (var rows = new FactReader(file.content(), source.open(file.file()));
                Staging staging = Staging.of(connection, file.content().kind())) {
            var bad = new ArrayList<FileRow.Quarantined>();
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                switch (row) {
                    case FileRow.Good(long line, var fact) -> {
                        staging.write(fact);
                        good++;
                    }
                    case FileRow.Quarantined one -> {
                        bad.add(one);
                        quarantined++;
                    }
                }
                progress.row(row instanceof FileRow.Good);
                if (bad.size() == QUARANTINED_AT_ONCE) {
                    quarantine.keep(file.file(), bad);
                    bad.clear();
                }
            }
            quarantine.keep(file.file(), bad);
            staging.finish();
        }
        return new TakenFile(file, good, quarantined);
    }

    /**
     * The lock of the queue is a session's; this one holds as long as facts are being written. The tables are locked
     * against maintenance only: reading goes on, but autovacuum, which cannot see rows before they are committed, does not
     * tell the planner in the middle of a load that a table of a million rows is empty.
     */
    private void lock() throws SQLException {
        execute("select pg_advisory_xact_lock(hashtextextended('folkmoot.registry.facts', 0))");
        execute("lock table " + FACTS + " in share update exclusive mode");
    }

    /**
     * The planner may not look up one row after the other. Statistics of a table that was analysed while it was empty
     * promise that this is quick, also when half a million rows are about to be compared with it, and then it takes hours.
     * There is one load at a time, so it may take more memory than a reader, for its comparisons and for names that are to
     * be filed under their words.
     */
    private void planForMany() throws SQLException {
        execute("set local enable_nestloop = off");
        execute("set local work_mem = '" + MEMORY + "'");
        execute("set local gin_pending_list_limit = '" + MEMORY + "'");
    }

    /** Leaves tables and their statistics as readers need them. */
    private void settle(long changed) throws SQLException {
        if (changed > 0) {
            execute("select settle_names()");
            execute("select learn_words()");
        }
        if (changed >= MANY) {
            execute("analyze " + FACTS);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int newRelease(LocalDate asAt, String fingerprint) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into release (as_at, fingerprint) values (?, ?) returning id")) {
            insert.setObject(1, asAt);
            insert.setString(2, fingerprint);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void newFile(int release, int position, Intake.Dated file) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into release_file (release_id, position, name, kind, as_at) values (?, ?, ?, ?, ?)")) {
            insert.setInt(1, release);
            insert.setInt(2, position);
            insert.setString(3, file.file().name());
            insert.setString(4, file.content().kind().slug());
            insert.setObject(5, file.asAt());
            insert.executeUpdate();
        }
    }
}
