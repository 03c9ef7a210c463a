package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTellerTest {

    private static final Path FOLDER = Path.of("data/histories");
    private static final List<String> ICSS = List.of("qkk", "qr1");

    @TempDir
    Path memory;

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());

    @Test
    void every_history_is_told_once_however_often_it_is_begun() {
        // Given
        var registry = new FakeRegistry();
        int steps = tell(registry);
        int asked = registry.asked;

        // When
        int again = tell(registry);

        // Then
        assertThat(steps)
                .isEqualTo(History.in(FOLDER).stream()
                        .mapToInt(history -> history.steps().size())
                        .sum());
        assertThat(again).isZero();
        assertThat(registry.asked).isEqualTo(asked);
        assertThat(progress)
                .hasSize(9)
                .contains("A company wholly owned by a foundation trust runs five practices (qr1)");
        assertThat(told(registry))
                .containsEntry("qr1 lmc statements", 10L)
                .containsEntry("qkk admin fair-shares", 1L)
                .containsEntry("qkk admin ending", 2L)
                .containsEntry("qr1 voter-l84063 decisions", 7L);
    }

    @Test
    void wherever_it_is_cut_short_the_next_telling_goes_on_from_there_and_ends_alike(@TempDir Path others) {
        // Given
        var whole = new FakeRegistry();
        tell(whole);

        for (int cut = 1; cut < whole.asked; cut += 31) {
            // When
            var registry = new FakeRegistry();
            registry.askedUntilGone = cut;
            Path itsMemory = others.resolve("cut" + cut);
            assertThatExceptionOfType(StoryBroken.class).isThrownBy(() -> tell(registry, itsMemory));
            registry.askedUntilGone = Integer.MAX_VALUE;
            tell(registry, itsMemory);

            // Then
            assertThat(told(registry)).as("cut after %d requests", cut).isEqualTo(told(whole));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bodies", "links", "decisions", "budgets", "ending"})
    void a_step_that_was_taken_and_whose_answer_was_lost_is_not_taken_twice(String unheard) {
        // Given
        var whole = new FakeRegistry();
        tell(whole, memory.resolve("whole"));
        var registry = new FakeRegistry();
        registry.unheard = unheard;
        assertThatExceptionOfType(StoryBroken.class).isThrownBy(() -> tell(registry));

        // When
        tell(registry);

        // Then
        assertThat(told(registry)).isEqualTo(told(whole));
    }

    @Test
    void only_what_happened_in_an_ics_that_is_there_is_told() {
        var registry = new FakeRegistry();
        new HistoryTeller(FOLDER, memory, registry::companyOf, progress::add).tell(List.of("qr1", "t6y0w"));
        assertThat(registry.writes).isNotEmpty().allMatch(write -> write.ics().equals("qr1"));
    }

    @Test
    void what_the_service_refuses_is_said_and_the_other_histories_are_told() {
        // Given
        var registry = new FakeRegistry();
        registry.refused = "fair-shares";

        // When, Then
        assertThatExceptionOfType(StoryBroken.class)
                .isThrownBy(() -> tell(registry))
                .withMessageContaining("3-seven-to-twelve/87, POST /fair-shares as admin, was answered with 409")
                .withMessageContaining("status 409");
        assertThat(progress).hasSize(8);
    }

    private int tell(FakeRegistry registry) {
        return tell(registry, memory);
    }

    private int tell(FakeRegistry registry, Path itsMemory) {
        return new HistoryTeller(FOLDER, itsMemory, registry::companyOf, progress::add).tell(ICSS);
    }

    /** How many of everything there are, by whom. */
    private static Map<String, Long> told(FakeRegistry registry) {
        return registry.writes.stream()
                .collect(Collectors.groupingBy(
                        write -> write.ics() + " " + write.person() + " " + write.kind(),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
