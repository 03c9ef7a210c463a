package org.folkmoot.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.folkmoot.local.Refusal;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Writes all rows of one ICS into a file, and takes them back from it, beside other ICSs of which no row is touched.
 *
 * <p>The file holds what the databases hold, so it is kept like them. What is sealed in it opens with the installation's keys
 * alone, which are not in it.
 */
public final class TenantBackup {

    /** The services whose databases hold what belongs to ICSs, in the order in which they are restored. */
    public static final List<String> SERVICES = List.of("registry", "mandate", "executive", "neighbourhood");

    static final Pattern ICS = Pattern.compile("[a-z0-9]{3,5}");

    /** Where the databases are. */
    public interface Databases {

        /** The database of a service, opened as its owner. The caller closes it. */
        Connection open(String service) throws SQLException;
    }

    /**
     * What was done.
     *
     * @param ics for whom
     * @param takenAt when the backup was made
     * @param rows how many rows, in all
     */
    public record Done(String ics, String takenAt, long rows) {}

    private final Databases databases;
    private final Clock clock;

    public TenantBackup(Databases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /**
     * Writes what the services hold of an ICS into a file that is not there yet; only its owner may read it.
     *
     * @throws Refusal when there is no such ICS, or the file cannot be written
     */
    public Done backUp(String ics, List<String> services, Path file) throws IOException {
        if (!ICS.matcher(ics).matches()) {
            throw new Refusal("there is no ICS " + ics);
        }
        if (Files.exists(file)) {
            throw new Refusal(file + " is there already");
        }
        String takenAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        // Beside it, so that half a backup never has the name of a whole one.
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest = write(ics, takenAt, services, part);
            move(part, file);
            return new Done(ics, takenAt, rows(manifest));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Takes back what a file holds. Nothing is written unless all of it is whole, fits and reads back as it was. Each database
     * commits by itself: what keeps one from it leaves those before it restored, and the refusal says so.
     *
     * @param replace whether rows that the ICS has are deleted first; otherwise they are a reason to refuse
     * @throws Refusal when the file was cut off or altered, does not fit these databases, or not all of them could commit
     */
    public Done restore(Path file, boolean replace) throws IOException {
        try (Archive archive = Archive.open(file)) {
            Manifest manifest = archive.manifest();
            List<Connection> open = new ArrayList<>();
            try {
                for (Manifest.Database database : manifest.databases()) {
                    Connection connection = databases.open(database.service());
                    open.add(connection);
                    begin(connection, manifest.ics(), Connection.TRANSACTION_READ_COMMITTED);
                    load(connection, archive, database, replace);
                }
                commit(manifest.databases(), open);
            } catch (SQLException e) {
                throw new Refusal("nothing was restored: " + e.getMessage(), e);
            } finally {
                close(open);
            }
            return new Done(manifest.ics(), manifest.takenAt(), rows(manifest));
        }
    }

    private Manifest write(String ics, String takenAt, List<String> services, Path part) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
            var written = new ArrayList<Manifest.Database>();
            for (String service : services) {
                try (Connection connection = databases.open(service)) {
                    begin(connection, ics, Connection.TRANSACTION_REPEATABLE_READ);
                    written.add(write(connection, service, zip));
                    connection.rollback();
                } catch (SQLException e) {
                    throw new Refusal("the database of " + service + " cannot be read: " + e.getMessage(), e);
                }
            }
            var manifest = new Manifest(Manifest.FORMAT, ics, takenAt, written);
            if (rows(manifest) == 0) {
                throw new Refusal("there is nothing of an ICS " + ics);
            }
            byte[] bytes = Archive.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            zip.putNextEntry(new ZipEntry(Archive.MANIFEST));
            zip.write(bytes);
            zip.closeEntry();
            zip.setComment(Archive.Digest.of(bytes));
            return manifest;
        }
    }

    private static Manifest.Database write(Connection connection, String service, ZipOutputStream zip)
            throws SQLException, IOException {
        var tables = new ArrayList<Manifest.Table>();
        for (TenantTable table : Catalogue.tables(connection)) {
            zip.putNextEntry(new ZipEntry(service + "/" + table.name() + ".copy"));
            tables.add(copied(connection, table, zip));
            zip.closeEntry();
        }
        return new Manifest.Database(service, Catalogue.migrations(connection), tables);
    }

    private static Manifest.Table copied(Connection connection, TenantTable table, OutputStream to)
            throws SQLException, IOException {
        var digest = new Archive.Digest(to);
        copies(connection).copyOut("copy (" + table.rows() + ") to stdout", digest);
        return new Manifest.Table(table.name(), table.columns(), digest.lines(), digest.hex());
    }

    private static void load(Connection connection, Archive archive, Manifest.Database database, boolean replace)
            throws SQLException, IOException {
        if (!Catalogue.migrations(connection).equals(database.migrations())) {
            throw new Refusal(
                    "the database of " + database.service()
                            + " has had other migrations than the one that was backed up: take the release that made the backup");
        }
        List<TenantTable> tables = Catalogue.tables(connection);
        for (TenantTable table : tables) {
            if (table.triggered()) {
                change(connection, "alter table " + table.name() + " disable trigger user");
            }
        }
        if (replace) {
            change(connection, "delete from " + TenantTable.STALLED + " where tenant_id = folkmoot.current_tenant()");
            for (TenantTable table : tables.reversed()) {
                if (table.walled()) {
                    change(connection, "delete from " + table.name() + " where tenant_id = folkmoot.current_tenant()");
                }
            }
        }
        for (int place = 0; place < tables.size(); place++) {
            load(
                    connection,
                    archive,
                    database,
                    tables.get(place),
                    database.tables().get(place));
        }
        for (TenantTable table : tables) {
            if (table.triggered()) {
                change(connection, "alter table " + table.name() + " enable trigger user");
            }
        }
    }

    private static void commit(List<Manifest.Database> databases, List<Connection> open) {
        var restored = new ArrayList<String>();
        for (int place = 0; place < open.size(); place++) {
            String service = databases.get(place).service();
            try {
                open.get(place).commit();
            } catch (SQLException e) {
                // Whoever loses the connection while committing does not learn whether it was done.
                throw new Refusal(
                        "restored is " + (restored.isEmpty() ? "no database" : String.join(", ", restored))
                                + ", and perhaps " + service + ", but nothing after it: run it again with --replace. "
                                + e.getMessage(),
                        e);
            }
            restored.add(service);
        }
    }

    private static void load(
            Connection connection, Archive archive, Manifest.Database database, TenantTable table, Manifest.Table kept)
            throws SQLException, IOException {
        if (!table.name().equals(kept.name()) || !table.columns().equals(kept.columns())) {
            throw new Refusal("the backup has another " + kept.name() + " than the database of " + database.service());
        }
        if (table.walled()
                && copied(connection, table, OutputStream.nullOutputStream()).rows() > 0) {
            throw new Refusal("there are rows of this ICS in " + database.service() + "'s " + table.name()
                    + " already; --replace deletes them first");
        }
        change(connection, table.incoming());
        try (InputStream rows = archive.rows(database, kept)) {
            copies(connection).copyIn("copy incoming (" + String.join(", ", table.columns()) + ") from stdin", rows);
        }
        change(connection, table.takeOver());
        change(connection, "drop table incoming");
        for (String counter : table.counters()) {
            countOn(connection, table, counter);
        }
        if (table.walled()
                && !copied(connection, table, OutputStream.nullOutputStream()).equals(kept)) {
            throw new Refusal("nothing was restored: " + database.service() + "'s " + table.name()
                    + " does not read back as it was; does a service still write for this ICS?");
        }
    }

    /** What counts by itself goes on behind what came back, and never backwards. */
    private static void countOn(Connection connection, TenantTable table, String counter) throws SQLException {
        String sequence;
        try (PreparedStatement named = connection.prepareStatement("select pg_get_serial_sequence(?, ?)")) {
            named.setString(1, table.name());
            named.setString(2, counter);
            try (ResultSet row = named.executeQuery()) {
                row.next();
                sequence = row.getString(1);
            }
        }
        try (Statement on = connection.createStatement()) {
            on.execute("select setval('" + sequence + "', greatest((select last_value from " + sequence + "), max(\""
                    + counter + "\"))) from " + table.name() + " having count(*) > 0");
        }
    }

    private static void begin(Connection connection, String ics, int isolation) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
        try (Statement settings = connection.createStatement()) {
            // How values are written must not depend on where.
            settings.execute(
                    "set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';"
                            + " set local extra_float_digits = 1; set local bytea_output = 'hex'; set local lock_timeout = '10s'");
        }
        try (PreparedStatement tenant = connection.prepareStatement("select set_config('folkmoot.tenant', ?, true)")) {
            tenant.setString(1, ics);
            tenant.execute();
        }
    }

    private static void change(Connection connection, String statement) throws SQLException {
        try (Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static long rows(Manifest manifest) {
        return manifest.databases().stream()
                .flatMap(database -> database.tables().stream())
                .mapToLong(Manifest.Table::rows)
                .sum();
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file);
        }
    }

    /** What was not committed is undone by closing. */
    private static void close(List<Connection> open) {
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It is broken, so the server has undone what was not committed.
            }
        }
    }
}
