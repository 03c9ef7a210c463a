package org.folkmoot.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.folkmoot.contracts.Contracts;

/**
 * What was announced in the tests of a module, whichever of them had it announced: types of events with their topics, and
 * each breach of a contract. Kept in {@code target/announced} for {@link EveryDocumentedEventOccurs}, which looks when all
 * tests are over.
 */
public final class Announced {

    private static final Path FOLDER = Path.of("target", "announced");
    private static final Path EVENTS = FOLDER.resolve("events");
    private static final Path COMPLAINTS = FOLDER.resolve("complaints");

    /** Quarkus loads the tests' classes anew: what must happen once for the JVM is noted where all of them see it. */
    private static final String BEGUN = "folkmoot.test.announced";

    private static final Pattern OF_AN_ICS = Pattern.compile("^ics\\.[a-z0-9]+\\.");

    private Announced() {}

    /**
     * Notes all that stands in an outbox. Whoever empties one in a test calls this before; for the database of a
     * {@link FolkmootStack} it is called at the end.
     *
     * @param reader a connection that sees the rows of every tenant
     */
    public static void note(Connection reader) throws SQLException {
        Set<String> events = new TreeSet<>();
        Set<String> complaints = new TreeSet<>();
        try (Statement statement = reader.createStatement();
                ResultSet there = statement.executeQuery("select to_regclass('folkmoot.outbox') is not null")) {
            there.next();
            if (!there.getBoolean(1)) {
                return;
            }
        }
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery("select type, topic, payload::text from folkmoot.outbox")) {
            while (rows.next()) {
                String type = rows.getString(1);
                events.add(line(type, rows.getString(2)));
                complaints(type, rows.getString(3)).forEach(complaint -> complaints.add(type + " " + complaint));
            }
        }
        append(EVENTS, events);
        append(COMPLAINTS, complaints);
    }

    /** Notes what a test told in the name of a system outside the platform, if it kept its contract. */
    public static void outside(String type, String topic, String data) {
        if (complaints(type, data).isEmpty()) {
            append(EVENTS, Set.of(line(type, topic)));
        }
    }

    /** {@code type topic}, with {@code {tenant}} for the ICS as the AsyncAPI documents have it. */
    static String line(String type, String topic) {
        return type + " " + OF_AN_ICS.matcher(topic).replaceFirst("ics.{tenant}.");
    }

    /** Every line that this module's tests have noted. */
    static Set<String> events() {
        return read(EVENTS);
    }

    /** Every breach that they have noted. */
    static Set<String> complaints() {
        return read(COMPLAINTS);
    }

    private static List<String> complaints(String type, String data) {
        return Contracts.exist(type) ? Contracts.complaints(type, data) : List.of("has no contract");
    }

    private static void append(Path file, Set<String> lines) {
        try {
            if (System.setProperty(BEGUN, "true") == null) {
                Files.deleteIfExists(EVENTS);
                Files.deleteIfExists(COMPLAINTS);
            }
            Files.createDirectories(FOLDER);
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> read(Path file) {
        try {
            return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
