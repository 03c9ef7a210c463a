package org.folkmoot.registry.keepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeFromShelfTest {

    private static final Duration SETTLE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final Hands hands = new Hands();
    private final Watch watch = new Watch();

    @Test
    void a_release_without_sums_is_taken_when_it_was_seen_to_be_the_same_for_a_while_however_old_its_files_are()
            throws Exception {
        // Given: three files of seven, with the times of their origin
        TakeFromShelf take = take(new FolderShelf(folder));
        copied("r", "epraccur.csv");
        take.look();
        assertThat(hands.places).isEmpty();

        // When: another one comes
        watch.goOn(SETTLE.minusSeconds(1));
        copied("r", "release.json");
        take.look();
        watch.goOn(SETTLE.minusSeconds(1));
        take.look();

        // Then
        assertThat(hands.places).isEmpty();

        // When: a longer one is under way, by a name that is passed over
        for (int part = 1; part <= 3; part++) {
            Files.writeString(folder.resolve("r").resolve(".lists.csv.Ab12Cd"), "x".repeat(part));
            take.look();
            watch.goOn(SETTLE.minusSeconds(1));
            take.look();
            assertThat(hands.places).isEmpty();
        }
        Files.delete(folder.resolve("r").resolve(".lists.csv.Ab12Cd"));
        copied("r", "lists.csv");
        take.look();
        assertThat(hands.places).isEmpty();

        // When
        watch.goOn(SETTLE);
        take.look();

        // Then
        assertThat(hands.places).containsExactly("r");
        assertThat(hands.files).containsExactlyInAnyOrder("epraccur.csv", "lists.csv", "release.json");
    }

    @Test
    void a_file_that_says_that_it_is_a_part_keeps_its_release_waiting() throws Exception {
        TakeFromShelf take = take(new FolderShelf(folder));
        copied("r", "epraccur.csv.part");
        take.look();
        watch.goOn(SETTLE.multipliedBy(2));
        take.look();
        assertThat(hands.places).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_read_and_one_that_is_too_large_keep_no_other_waiting() throws Exception {
        // Given
        whole("c-whole");
        whole("d-whole");
        var shelf = new Odd(new FolderShelf(folder));
        TakeFromShelf take = take(shelf);

        // Then: one at a time, and when there is none to take it is told what is wrong
        assertThatCode(take::look).doesNotThrowAnyException();
        assertThat(hands.places).containsExactly("c-whole");
        assertThatCode(take::look).doesNotThrowAnyException();
        assertThat(hands.places).containsExactly("c-whole", "d-whole");
        assertThatThrownBy(take::look).isInstanceOf(SourceFault.class).hasMessage("a-locked cannot be read.");
        shelf.locked = false;
        assertThatThrownBy(take::look).isInstanceOf(SourceFault.class).hasMessageContaining("b-large is larger");
        assertThat(hands.places).hasSize(2);
    }

    @Test
    void what_a_file_system_keeps_for_itself_is_nobodys_release() throws Exception {
        whole("lost+found");
        whole(".snapshot");
        assertThat(new FolderShelf(folder).names()).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_a_fault() {
        assertThatThrownBy(() -> new FolderShelf(folder.resolve("none")).names())
                .isInstanceOf(SourceFault.class);
        assertThatThrownBy(() -> new FolderShelf(folder).bundle("none"))
                .isInstanceOf(SourceFault.class)
                .hasMessageStartingWith("none cannot be read");
    }

    private TakeFromShelf take(Shelf shelf) {
        return new TakeFromShelf(Source.FOLDER, shelf, SETTLE, hands, watch);
    }

    /** As tools do that copy: with the time that the file had where it comes from. */
    private void copied(String release, String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(release)).resolve(name);
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(watch.instant().minus(Duration.ofDays(9))));
    }

    private void whole(String release) throws Exception {
        Path file = Files.createDirectories(folder.resolve(release)).resolve("lists.csv");
        Files.writeString(file, release);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(release.getBytes(StandardCharsets.UTF_8));
        Files.writeString(file.resolveSibling(Shelf.SUMS), HexFormat.of().formatHex(digest) + "  lists.csv\n");
    }

    /** A shelf with two folders more, of which one cannot be read and the other is too large. */
    private static final class Odd implements Shelf {

        private final Shelf shelf;
        private boolean locked = true;

        Odd(Shelf shelf) {
            this.shelf = shelf;
        }

        @Override
        public List<String> names() throws SourceFault {
            var names = new ArrayList<>(List.of("a-locked", "b-large"));
            names.addAll(shelf.names());
            return names;
        }

        @Override
        public Bundle bundle(String name) throws SourceFault {
            if (name.equals("a-locked") && locked) {
                throw new SourceFault("a-locked cannot be read.");
            }
            return switch (name) {
                case "a-locked" -> new Bundle(name, List.of(), "");
                case "b-large" -> new Bundle(name, List.of(new Laid("lists.csv", LARGEST + 1, "")), "");
                default -> shelf.bundle(name);
            };
        }

        @Override
        public void copy(Bundle bundle, Laid file, Path target) throws SourceFault, IOException {
            shelf.copy(bundle, file, target);
        }
    }

    /** Remembers what was handed in. */
    private static final class Hands implements HandsIn {

        private final List<String> places = new ArrayList<>();
        private final Set<String> files = new HashSet<>();
        private final Map<String, String> known = new HashMap<>();

        @Override
        public boolean isKnown(String fingerprint) {
            return known.containsKey(fingerprint);
        }

        @Override
        public void handIn(Source source, String place, String fingerprint, Map<String, Path> handed) {
            known.put(fingerprint, place);
            places.add(place);
            files.addAll(handed.keySet());
        }
    }

    /** A clock that goes on when it is told to. */
    private static final class Watch extends Clock {

        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        void goOn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
