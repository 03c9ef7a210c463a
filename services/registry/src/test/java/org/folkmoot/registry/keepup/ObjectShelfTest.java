package org.folkmoot.registry.keepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.registry.keepup.KeepUpSettings.ObjectStore;
import org.folkmoot.registry.keepup.Shelf.Bundle;
import org.folkmoot.registry.keepup.Shelf.Laid;
import org.folkmoot.test.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server that speaks S3. */
class ObjectShelfTest {

    private static final String BUCKET = "releases";

    @TempDir
    private static Path home;

    private static ObjectStoreServer store;

    @TempDir
    private Path here;

    @BeforeAll
    static void start() {
        store = new ObjectStoreServer(home);
        store.bucket(BUCKET);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void each_folder_is_a_release_and_what_begins_with_a_point_is_nobodys() throws Exception {
        store.put(BUCKET, "ods/2026-q3/epraccur.csv", "three");
        store.put(BUCKET, "ods/2026-q3/.epraccur.csv.part", "th");
        store.put(BUCKET, "ods/2026-q3/older/epraccur.csv", "two");
        store.put(BUCKET, "ods/2026-q2/epraccur.csv", "two");
        store.put(BUCKET, "ods/.trash/epraccur.csv", "none");
        store.put(BUCKET, "ods/read-me.txt", "no release");
        store.put(BUCKET, "other/epraccur.csv", "of somebody else");

        try (var shelf = shelf("/ods/")) {
            assertThat(shelf.names()).containsExactly("2026-q2", "2026-q3");
            Bundle bundle = shelf.bundle("2026-q3");
            assertThat(bundle.files())
                    .singleElement()
                    .extracting(Laid::name, Laid::size)
                    .containsExactly("epraccur.csv", 5L);

            Path copy = here.resolve("copy");
            shelf.copy(bundle, bundle.files().getFirst(), copy);
            assertThat(copy).hasContent("three");
        }
    }

    @Test
    void a_file_and_one_that_is_passed_over_alter_what_is_seen_of_a_release() throws Exception {
        store.put(BUCKET, "alters/r/lists.csv", "one");
        try (var shelf = shelf("alters")) {
            Bundle first = shelf.bundle("r");
            assertThat(shelf.bundle("r")).isEqualTo(first);

            store.put(BUCKET, "alters/r/lists.csv", "two");
            Bundle second = shelf.bundle("r");
            assertThat(second).isNotEqualTo(first);

            store.put(BUCKET, "alters/r/.map.csv.Ab12", "under way");
            assertThat(shelf.bundle("r")).isNotEqualTo(second);
        }
    }

    @Test
    void a_file_that_becomes_another_one_or_goes_is_not_taken_for_what_was_seen() throws Exception {
        store.put(BUCKET, "moves/r/lists.csv", "one");
        store.put(BUCKET, "moves/r/map.csv", "one");
        try (var shelf = shelf("moves")) {
            Bundle seen = shelf.bundle("r");
            store.put(BUCKET, "moves/r/lists.csv", "two");
            store.delete(BUCKET, "moves/r/map.csv");

            assertThatThrownBy(() -> shelf.copy(seen, seen.files().get(0), here.resolve("copy")))
                    .isInstanceOf(SourceFault.class)
                    .hasMessage("A file became another one while it was read.");
            assertThatThrownBy(() -> shelf.copy(seen, seen.files().get(1), here.resolve("copy")))
                    .isInstanceOf(SourceFault.class)
                    .hasMessage("The file map.csv has gone while it was read.");
        }
    }

    @Test
    void more_than_one_page_of_names_is_read_to_its_end() throws Exception {
        IntStream.range(0, 1_003).forEach(each -> store.put(BUCKET, "many/r%04d/a.csv".formatted(each), "x"));
        try (var shelf = shelf("many")) {
            assertThat(shelf.names())
                    .hasSize(1_003)
                    .startsWith("r0000")
                    .endsWith("r1002")
                    .isSorted();
        }
    }

    @Test
    void an_operator_reads_why_it_cannot_be_looked_at_and_never_the_secret() {
        try (var wrongKey = new ObjectShelf(settings(store.url(), BUCKET, "", "not the secret"));
                var wrongBucket = new ObjectShelf(settings(store.url(), "nobodys", "", ObjectStoreServer.SECRET));
                var nobody = new ObjectShelf(
                        settings("http://127.0.0.1:" + FreePort.find(), BUCKET, "", ObjectStoreServer.SECRET))) {
            assertThatThrownBy(wrongKey::names)
                    .isInstanceOf(SourceFault.class)
                    .hasMessage("The object store cannot be read: the object store answers 403 SignatureDoesNotMatch.");
            assertThatThrownBy(wrongBucket::names)
                    .isInstanceOf(SourceFault.class)
                    .hasMessage("The object store cannot be read: the object store answers 404 NoSuchBucket.");
            assertThatThrownBy(nobody::names)
                    .isInstanceOf(SourceFault.class)
                    .hasMessage("The object store cannot be read: ConnectException.");
        }
    }

    @Test
    void a_store_without_tls_or_without_all_of_its_settings_is_refused_when_the_service_starts() {
        assertThatThrownBy(() -> new ObjectShelf(settings("http://store.nhs.uk", BUCKET, "", "secret")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ObjectShelf(settings(store.url(), "", "", "secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("folkmoot.registry.keep-up.object-store.bucket is wanted too");
    }

    private static ObjectShelf shelf(String prefix) {
        return new ObjectShelf(settings(store.url(), BUCKET, prefix, ObjectStoreServer.SECRET));
    }

    private static ObjectStore settings(String url, String bucket, String prefix, String secret) {
        return new ObjectStore() {
            @Override
            public Optional<URI> url() {
                return Optional.of(URI.create(url));
            }

            @Override
            public Optional<String> bucket() {
                return bucket.isEmpty() ? Optional.empty() : Optional.of(bucket);
            }

            @Override
            public Optional<String> prefix() {
                return Optional.of(prefix);
            }

            @Override
            public String region() {
                return "eu-west-2";
            }

            @Override
            public Optional<String> accessKey() {
                return Optional.of(ObjectStoreServer.KEY);
            }

            @Override
            public Optional<String> secretKey() {
                return Optional.of(secret);
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(15);
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(5);
            }
        };
    }
}
