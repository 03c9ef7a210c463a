package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.registry.odsfile.Examination;
import org.folkmoot.registry.odsfile.FileRow;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.test.Announced;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;

/** A directory in a database of its own, into which tests load releases without the queue and the service around it. */
public final class TestDirectory implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String[] FACTS = {
        "organisation", "registration", "list_size", "list_total", "pcn_spell", "membership"
    };
    private static @Nullable TestDatabase database;

    private final Connection connection;
    private final Connection owner;
    private final List<Heard> heard = new ArrayList<>();
    private Runnable whileLoading = () -> {};

    private TestDirectory(Connection connection, Connection owner) {
        this.connection = connection;
        this.owner = owner;
    }

    /** What a load did. */
    public record Loaded(
            Outcome outcome,
            Map<String, Long> announced,
            long changed,
            List<TakeIn.TakenFile> files,
            List<FileRow.Quarantined> quarantine) {}

    /** An event as it stood in the outbox. */
    record Heard(String tenant, String type, String topic, String key, String data) {

        private boolean isState() {
            return topic.endsWith("-state.v1");
        }
    }

    /** An empty directory. */
    public static TestDirectory empty() {
        try {
            TestDatabase made = database();
            Connection connection = made.connect("app");
            connection.setAutoCommit(false);
            var directory = new TestDirectory(connection, made.connect("owner"));
            directory.asOwner("truncate release, release_file, load_job, load_file, load_chunk, quarantined_row, "
                    + String.join(", ", FACTS)
                    + ", announced_practice, announced_pcn, announced_state, finding restart identity cascade");
            directory.asOwner("truncate folkmoot.outbox, folkmoot.ics");
            return directory;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized TestDatabase database() {
        TestDatabase made = database;
        if (made == null) {
            made = TestStack.current()
                    .database("registry_facts")
                    .migrate("classpath:db/foundation", "classpath:db/migration");
            database = made;
        }
        return made;
    }

    /** These ICSs are served. */
    TestDirectory serving(String... tenants) {
        for (String tenant : tenants) {
            asOwner(
                    "insert into folkmoot.ics (tenant_id, name, issuer, state) values ('%1$s', '%1$s', 'http://%1$s', 'ACTIVE')"
                            .formatted(tenant));
        }
        return this;
    }

    /** The real files by their names, to be altered and loaded. */
    public static Map<String, String> realFiles() {
        try (Stream<Path> files = Files.list(Samples.FOLDER)) {
            var texts = new LinkedHashMap<String, String>();
            files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .forEach(file -> texts.put(
                            file.getFileName().toString(),
                            Samples.text(file.getFileName().toString())));
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the files in as one release. */
    public Loaded load(Map<String, String> files) {
        try {
            return load(files, false);
        } catch (ReleaseRefused e) {
            throw new AssertionError(e.refusal().detail(), e);
        }
    }

    Loaded load(Map<String, String> files, boolean acceptShrink) throws ReleaseRefused {
        Intake intake = intake(files);
        var quarantine = new ArrayList<FileRow.Quarantined>();
        var progress = new Counting();
        try {
            asPlatform();
            TakeIn.Taken taken = new TakeIn(
                            connection,
                            file -> {
                                whileLoading.run();
                                return new ByteArrayInputStream(bytes(files, file.name()));
                            },
                            (file, rows) -> quarantine.addAll(rows),
                            progress,
                            acceptShrink)
                    .take(intake, UUID.randomUUID().toString());
            connection.commit();
            return new Loaded(taken.outcome(), taken.announced(), progress.changed, taken.files(), quarantine);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback();
        }
    }

    /** Does that in the midst of each load that follows, once for each file. */
    void whileLoading(Runnable work) {
        whileLoading = work;
    }

    /** How often the tables of facts have been read from one end to the other. */
    long wholeReadings() {
        // What a session has counted it tells when it feels like it, or when it is asked.
        rows("select pg_stat_force_next_flush()", List.of());
        return Long.parseLong(one("select sum(seq_scan) from pg_stat_user_tables where relname in ('"
                + String.join("', '", FACTS) + "')"));
    }

    static Intake intake(Map<String, String> files) {
        return intake(files, Map.of(), null);
    }

    static Intake intake(Map<String, String> files, Map<String, LocalDate> dates, @Nullable LocalDate declared) {
        var looked = new ArrayList<Intake.Looked>();
        try {
            for (String name : files.keySet()) {
                byte[] bytes = bytes(files, name);
                var file = new KeptFile(
                        new UUID(0, 0),
                        looked.size(),
                        name,
                        bytes.length,
                        HexFormat.of().formatHex(KeptFiles.sha256().digest(bytes)),
                        dates.get(name));
                looked.add(new Intake.Looked(file, new Examination(TODAY).examine(new ByteArrayInputStream(bytes))));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Intake(looked, declared, TODAY);
    }

    /** Work on the connection of the application, as the platform, and committed. */
    void asPlatform(Work work) {
        try {
            asPlatform();
            work.on(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback();
        }
    }

    interface Work {
        void on(Connection connection) throws SQLException;
    }

    /** The rows that the statement gives, each as one text. */
    List<String> rows(String sql) {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                found.add(String.join(" ", row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@link #rows(String)} of a statement with parameters, asked by the application. */
    public List<String> rows(String sql, List<Object> parameters) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            var found = new ArrayList<String>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            rollback();
        }
    }

    String one(String sql) {
        return rows(sql).getFirst();
    }

    /** All facts, without the releases that told them. */
    Map<String, List<String>> facts() {
        var facts = new HashMap<String, List<String>>();
        for (String table : FACTS) {
            facts.put(table, rows("select to_jsonb(t) - 'told_by' - 'absent_from' from " + table + " t order by 1"));
        }
        return facts;
    }

    /** The news in the outbox since the last look, as {@code tenant type payload}; each keeps to its contract. */
    List<String> announcements() {
        return take(false).stream()
                .map(event -> event.tenant() + " " + event.type() + " " + event.data())
                .toList();
    }

    /** The states in the outbox since the last look, in their order; each keeps to its contract. */
    List<Heard> states() {
        return take(true);
    }

    private List<Heard> take(boolean states) {
        listen();
        List<Heard> taken =
                heard.stream().filter(event -> event.isState() == states).toList();
        heard.removeAll(taken);
        return taken;
    }

    /** The relay's role sees them all. */
    private void listen() {
        try (Connection relay = database().connect("relay")) {
            Announced.note(relay);
            hear(relay);
            asOwner("truncate folkmoot.outbox");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(Connection relay) throws SQLException {
        try (Statement statement = relay.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select tenant_id, type, topic, aggregateid, payload from folkmoot.outbox order by seq")) {
            while (rows.next()) {
                var event = new Heard(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5));
                assertThat(Contracts.complaints(event.type(), event.data()))
                        .as("%s", event)
                        .isEmpty();
                heard.add(event);
            }
        }
    }

    /** Work that only the owner of the tables may do. */
    public void asOwner(String sql) {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void asPlatform() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('folkmoot.tenant', 'platform', true)");
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Map<String, String> files, String name) {
        return files.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
    }

    private static final class Counting implements Progress {

        private long changed;

        @Override
        public void enter(Phase phase) {
            // Nobody watches.
        }

        @Override
        public void row(boolean good) {
            // The files say how many.
        }

        @Override
        public void changed(long versions) {
            changed += versions;
        }

        @Override
        public long changed() {
            return changed;
        }
    }
}
