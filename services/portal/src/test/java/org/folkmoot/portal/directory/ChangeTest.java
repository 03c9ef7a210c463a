package org.folkmoot.portal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Spell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final LocalDate BEGINNING = LocalDate.of(2019, 7, 1);
    private static final LocalDate LATER = LocalDate.of(2021, 4, 1);

    @Test
    void founders_did_not_join_and_whoever_left_is_told_with_the_last_day() {
        // Given
        var history = new History(
                "U12345",
                List.of(),
                List.of(
                        spell("D82001", null, BEGINNING, null, null),
                        spell("D82002", "New Surgery", LATER, null, null),
                        spell("D82009", null, BEGINNING, LocalDate.of(2023, 4, 1), LocalDate.of(2023, 3, 31))),
                List.of());

        // When
        List<Change> changes = Change.of(history, pcn(LocalDate.of(2026, 8, 1)));

        // Then
        assertThat(changes)
                .containsExactly(
                        new Change(LocalDate.of(2023, 3, 31), "D82009", null, false),
                        new Change(LATER, "D82002", "New Surgery", true));
        assertThat(changes.getFirst().who()).isEqualTo("D82009");
        assertThat(changes.getFirst().words()).isEqualTo("left; its last day was 31 March 2023");
        assertThat(changes.getLast().words()).isEqualTo("joined on 1 April 2021");
    }

    @Test
    void the_last_day_of_one_that_was_seen_to_have_left_is_the_day_before() {
        // Given
        var history = new History(
                "U12345",
                List.of(),
                List.of(spell("D82009", null, BEGINNING, LocalDate.of(2023, 4, 1), null)),
                List.of());

        // When / Then
        assertThat(Change.of(history, pcn(LocalDate.of(2026, 8, 1))))
                .containsExactly(new Change(LocalDate.of(2023, 3, 31), "D82009", null, false));
    }

    @Test
    void what_was_still_to_come_on_the_day_that_is_looked_at_had_not_happened() {
        // Given
        var history = new History(
                "U12345",
                List.of(),
                List.of(
                        spell("D82001", null, BEGINNING, LocalDate.of(2023, 4, 1), LocalDate.of(2023, 3, 31)),
                        spell("D82002", null, LATER, null, null)),
                List.of());

        // When / Then
        assertThat(Change.of(history, pcn(LATER))).containsExactly(new Change(LATER, "D82002", null, true));
        assertThat(Change.of(history, pcn(LATER.minusDays(1)))).isEmpty();
    }

    @Test
    void a_network_that_nobody_joined_or_left_has_no_changes() {
        // When / Then
        assertThat(Change.of(new History("U12345", List.of(), List.of(), List.of()), pcn(LATER)))
                .isEmpty();
    }

    private static Spell spell(
            String practice,
            @Nullable String name,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate lastDay) {
        return new Spell(practice, name, "U12345", "PCN", from, to, lastDay);
    }

    private static Pcn pcn(LocalDate asAt) {
        return new Pcn("U12345", "PCN", "open", BEGINNING, null, null, null, List.of(), null, List.of(), 0, null, asAt);
    }
}
