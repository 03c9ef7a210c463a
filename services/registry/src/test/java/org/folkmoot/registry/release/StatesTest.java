package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.registry.StateProjection;
import org.folkmoot.registry.announcement.AnnouncedState;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.registry.release.TestDirectory.Heard;
import org.folkmoot.registry.release.TestDirectory.Loaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatesTest {

    private static final List<String> SERVED = List.of("qkk", "qr1", "t6y0w");

    private final TestDirectory directory = TestDirectory.empty().serving("qkk", "qr1", "t6y0w");
    private final List<Heard> topics = new ArrayList<>();

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void whoever_reads_the_topics_from_their_beginning_has_what_the_tables_say() {
        // Given, When
        directory.load(TestDirectory.realFiles());
        listen();

        // Then
        assertThat(topics.stream().map(state -> state.topic() + state.key())).doesNotHaveDuplicates();
        assertThat(topics)
                .filteredOn(state -> state.topic().contains(".practice-state."))
                .hasSize(414);
        everyReaderHasTheTables();
    }

    @Test
    void they_have_it_after_two_releases_and_a_correction_of_an_older_one() {
        // Given
        var files = TestDirectory.realFiles();
        files.remove(Samples.SPELLS);
        files.remove(Samples.LISTS);
        directory.load(files);
        listen();
        everyReaderHasTheTables();

        // When
        Loaded second = directory.load(Map.of("map.csv", september()));
        listen();

        // Then
        assertThat(second.announced()).containsKeys("practice.moved", "practice.closed", "pcn.member.joined");
        everyReaderHasTheTables();

        // When
        directory.announcements();
        Loaded older = directory.load(
                Map.of(Samples.SPELLS, Samples.text(Samples.SPELLS), Samples.LISTS, Samples.text(Samples.LISTS)));
        int before = topics.size();
        listen();

        // Then
        assertThat(older.announced()).isEmpty();
        assertThat(directory.announcements()).isEmpty();
        assertThat(topics).hasSizeGreaterThan(before);
        everyReaderHasTheTables();

        // When
        directory.load(Map.of(Samples.LISTS, Samples.text(Samples.LISTS).replaceFirst("(D82004,.*,)12204", "$112205")));
        listen();

        // Then
        assertThat(topics.getLast().key()).isEqualTo("D82004");
        assertThat(everything()
                        .state("t6y0w", "practice", "D82004")
                        .path("listSize")
                        .asInt())
                .isEqualTo(12205);
        everyReaderHasTheTables();
    }

    @Test
    void who_leaves_an_ics_stays_as_moved_or_closed_and_is_open_again_when_it_comes_back() {
        // Given
        directory.load(TestDirectory.realFiles());

        // When
        directory.load(Map.of("map.csv", september()));
        listen();

        // Then
        StateProjection reader = everything();
        assertThat(reader.status("t6y0w", "practice", "D82003")).isEqualTo("moved");
        assertThat(reader.state("t6y0w", "practice", "D82003").path("icb").asText())
                .isEqualTo("QR1");
        assertThat(reader.status("qr1", "practice", "D82003")).isEqualTo("open");
        assertThat(reader.status("t6y0w", "practice", "D82001")).isEqualTo("closed");
        assertThat(reader.state("t6y0w", "practice", "D82001").path("name").asText())
                .isEqualTo("HOLT MEDICAL PRACTICE");

        // When
        directory.load(Map.of("map.csv", Samples.text(Samples.MAP).replace("01Aug2026", "01Oct2026")));
        listen();

        // Then
        assertThat(everything().status("t6y0w", "practice", "D82003")).isEqualTo("open");
        assertThat(everything().status("qr1", "practice", "D82003")).isEqualTo("moved");
        assertThat(everything().status("t6y0w", "practice", "D82001")).isEqualTo("open");
        everyReaderHasTheTables();
    }

    @Test
    void the_same_state_is_not_told_twice() {
        directory.load(TestDirectory.realFiles());
        directory.states();
        directory.load(TestDirectory.realFiles());
        directory.load(Map.of("epraccur_2026-09.csv", Samples.text(Samples.EPRACCUR_DSE)));
        assertThat(directory.states()).isEmpty();
    }

    @Test
    void a_network_with_another_name_is_a_new_state_of_it_and_of_its_members() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.states();

        // When
        directory.load(Map.of(
                "map.csv",
                Samples.text(Samples.MAP)
                        .replace("01Aug2026", "01Sep2026")
                        .replace("BRECKLAND SURGERIES PCN", "BRECKLAND PCN")));
        List<Heard> told = directory.states();

        // Then
        assertThat(told)
                .filteredOn(state -> state.topic().contains("pcn-state"))
                .singleElement()
                .satisfies(state -> assertThat(state.data()).contains("\"BRECKLAND PCN\""));
        assertThat(told)
                .filteredOn(state -> state.topic().contains("practice-state"))
                .isNotEmpty()
                .allMatch(state -> state.data().contains("\"pcnName\": \"BRECKLAND PCN\""));
    }

    @Test
    void an_ics_is_told_everything_when_it_is_onboarded_and_when_an_operator_asks_and_no_other_hears_of_it() {
        // Given
        try (TestDirectory other = TestDirectory.empty().serving("qkk")) {
            other.load(TestDirectory.realFiles());
            assertThat(other.states())
                    .isNotEmpty()
                    .allMatch(state -> state.tenant().equals("qkk"));

            // When
            other.serving("qr1");
            other.asPlatform(connection -> AnnouncedState.tellAll(connection, "qr1"));
            List<Heard> onboarded = other.states();
            other.asPlatform(connection -> AnnouncedState.tellStatesAnew(connection, "qr1"));
            List<Heard> again = other.states();

            // Then
            assertThat(onboarded)
                    .hasSizeGreaterThan(64)
                    .allMatch(state -> state.tenant().equals("qr1"));
            assertThat(again.stream().map(Heard::key))
                    .containsExactlyElementsOf(
                            onboarded.stream().map(Heard::key).toList());
            assertThat(again).allMatch(state -> state.tenant().equals("qr1"));
            assertThat(version(again.getFirst())).isGreaterThan(version(onboarded.getFirst()));
            assertThat(read(again).practices("qr1"))
                    .hasSize(64)
                    .isEqualTo(other.rows(StateProjection.practicesOf("qr1")));
        }
    }

    @Test
    void before_the_first_release_there_is_nothing_to_tell() {
        directory.asPlatform(connection -> AnnouncedState.tellAll(connection, "qr1"));
        assertThat(directory.states()).isEmpty();
    }

    @Test
    void versions_go_on_growing_though_the_clock_should_stand_behind() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.states();
        directory.asOwner("update announced_state set version = 9000000000000");

        // When
        directory.load(Map.of("map.csv", september()));

        // Then
        assertThat(directory.states()).isNotEmpty().allMatch(state -> version(state) == 9_000_000_000_001L);
    }

    private void listen() {
        topics.addAll(directory.states());
    }

    /** In the order of the topic, from a topic of which compaction has left the newest only, and in any order. */
    private void everyReaderHasTheTables() {
        var compacted = new LinkedHashMap<String, Heard>();
        topics.forEach(state -> compacted.put(state.topic() + state.key(), state));
        List<Heard> shuffled = new ArrayList<>(topics);
        Collections.shuffle(shuffled, new Random(topics.size()));
        for (List<Heard> heard : List.of(topics, new ArrayList<>(compacted.values()), shuffled)) {
            StateProjection reader = read(heard);
            for (String ics : SERVED) {
                assertThat(reader.practices(ics)).isEqualTo(directory.rows(StateProjection.practicesOf(ics)));
                assertThat(reader.networks(ics)).isEqualTo(directory.rows(StateProjection.networksOf(ics)));
            }
        }
    }

    private StateProjection everything() {
        return read(topics);
    }

    private static StateProjection read(List<Heard> heard) {
        var reader = new StateProjection();
        heard.forEach(state -> reader.take(state.topic(), state.key(), state.data()));
        return reader;
    }

    private static long version(Heard state) {
        return Long.parseLong(state.data().replaceAll(".*\"version\": (\\d+).*", "$1"));
    }

    /** The next month's map: one practice has moved to another ICB, one to another network, one has left. */
    private static String september() {
        return Samples.text(Samples.MAP)
                .replace("01Aug2026", "01Sep2026")
                .replaceFirst("(?m)^.*,D82001,.*\r\n", "")
                .replaceFirst("(D82002,.*?),U31420,BRECKLAND SURGERIES PCN,", "$1,U94681,NORTH NORFOLK 1 PCN,")
                .replaceFirst(
                        "(D82003,[^\r]*?),U36042,GORLESTON PCN,E38000239,26A,NHS Norfolk and Suffolk ICB - 26A,E54000068,T6Y0W,"
                                + "NHS Norfolk and Suffolk Integrated Care Board,",
                        "$1,U,Unallocated,E38000062,11M,NHS Gloucestershire ICB - 11M,E54000043,QR1,"
                                + "NHS Gloucestershire Integrated Care Board,");
    }
}
