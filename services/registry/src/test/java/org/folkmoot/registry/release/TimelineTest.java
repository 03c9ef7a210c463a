package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.folkmoot.registry.release.Timeline.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files in any order against what a person would write down who had all of them in order. */
class TimelineTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Timeline LISTS = new Timeline(
            "list_size",
            "stage_list",
            List.of("practice"),
            List.of("patients"),
            List.of("sub_icb"),
            ":d",
            Timeline.Since.DATE_OF_FILE,
            Optional.of("true"));

    private final TestDirectory directory = TestDirectory.empty();

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void files_in_any_order_give_the_versions_of_files_in_order() {
        for (int seed = 0; seed < 100; seed++) {
            // Given: files of some dates, each with some of three practices, which have one of three sizes
            var random = new Random(seed);
            var files = new TreeMap<LocalDate, Map<String, Integer>>();
            for (int i = 0; i < 6; i++) {
                var rows = new HashMap<String, Integer>();
                for (String practice : List.of("A00001", "A00002", "A00003")) {
                    // Once gone a practice does not come back: closed ones vanish from later files.
                    if (random.nextInt(8) > 0
                            && (i == 0 || files.lastEntry().getValue().containsKey(practice))) {
                        rows.put(practice, 1 + random.nextInt(3));
                    }
                }
                files.put(FIRST.plusMonths(i), rows);
            }
            List<LocalDate> order = new ArrayList<>(files.keySet());
            Collections.shuffle(order, random);

            // When
            directory.asOwner("truncate list_size");
            var loaded = new TreeSet<LocalDate>();
            for (LocalDate date : order) {
                take(
                        date,
                        Optional.ofNullable(loaded.higher(date)),
                        Objects.requireNonNull(files.get(date)),
                        loaded.add(date));
            }

            // Then
            assertThat(directory.rows(
                            "select practice, patients, valid_from, valid_to, first_seen from list_size order by 1, 3"))
                    .as("seed %d, order %s, files %s", seed, order, files)
                    .isEqualTo(expected(files));
        }
    }

    @Test
    void the_same_file_again_writes_nothing() {
        var rows = Map.of("A00001", 10, "A00002", 20);
        assertThat(take(FIRST, Optional.empty(), rows, true)).isEqualTo(2);
        assertThat(take(FIRST, Optional.empty(), rows, false)).isZero();
        assertThat(take(FIRST.plusMonths(1), Optional.empty(), rows, true)).isZero();
        assertThat(take(FIRST, Optional.of(FIRST.plusMonths(1)), rows, false)).isZero();
    }

    @Test
    void another_file_of_the_same_date_corrects_the_first() {
        take(FIRST, Optional.empty(), Map.of("A00001", 10, "A00002", 20), true);
        take(FIRST, Optional.empty(), Map.of("A00001", 11), false);
        assertThat(directory.rows("select practice, patients, valid_from, valid_to from list_size order by 1"))
                .containsExactly("A00001 11 2026-01-01 infinity", "A00002 20 2026-01-01 infinity");
    }

    @Test
    void an_older_file_does_not_bring_back_what_a_newer_one_no_longer_has() {
        // Given: told in January, gone in March
        take(FIRST, Optional.empty(), Map.of("A00001", 10, "A00002", 20), true);
        take(FIRST.plusMonths(2), Optional.empty(), Map.of("A00002", 20), true);

        // When: February's file comes late, with the last size
        take(FIRST.plusMonths(1), Optional.of(FIRST.plusMonths(2)), Map.of("A00001", 9, "A00002", 21), true);

        // Then
        assertThat(directory.rows("select practice, patients, valid_from, valid_to from list_size order by 1, 3"))
                .containsExactly(
                        "A00001 10 2026-01-01 2026-02-01",
                        "A00001 9 2026-02-01 infinity",
                        "A00002 20 2026-01-01 2026-02-01",
                        "A00002 21 2026-02-01 2026-03-01",
                        "A00002 20 2026-03-01 infinity");
    }

    private long take(LocalDate date, Optional<LocalDate> next, Map<String, Integer> rows, boolean alone) {
        var written = new long[1];
        directory.asPlatform(
                connection -> written[0] = take(connection, new Place(date, Optional.empty(), next, 1, alone), rows));
        return written[0];
    }

    private static long take(Connection connection, Place place, Map<String, Integer> rows) throws SQLException {
        Staging.prepare(connection);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into stage_list (practice, patients) values (?, ?)")) {
            for (var row : rows.entrySet()) {
                insert.setString(1, row.getKey());
                insert.setInt(2, row.getValue());
                insert.executeUpdate();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze stage_list");
        }
        return LISTS.take(connection, place);
    }

    /** Versions as they follow from all files in order: a new one wherever the value differs from the one before. */
    private static List<String> expected(SortedMap<LocalDate, Map<String, Integer>> files) {
        var versions = new ArrayList<String>();
        for (String practice : List.of("A00001", "A00002", "A00003")) {
            var changes = new TreeMap<LocalDate, Integer>();
            files.forEach((date, rows) -> {
                Integer size = rows.get(practice);
                if (size != null
                        && (changes.isEmpty() || !changes.lastEntry().getValue().equals(size))) {
                    changes.put(date, size);
                }
            });
            changes.forEach((date, size) -> {
                LocalDate end = changes.higherKey(date);
                versions.add(practice + " " + size + " " + date + " " + (end == null ? "infinity" : end) + " " + date);
            });
        }
        return versions;
    }
}
