package org.folkmoot.portal.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Spell;
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
                        new Spell("D82001", "U12345", BEGINNING, null, null),
                        new Spell("D82002", "U12345", LATER, null, null),
                        new Spell("D82009", "U12345", BEGINNING, LocalDate.of(2023, 4, 1), LocalDate.of(2023, 3, 31))),
                List.of());

        // When
        List<Change> changes =
                Change.of(history, pcn(new Member("D82002", "New Surgery", "QKK", LATER, 1, null, true)));

        // Then
        assertThat(changes)
                .containsExactly(
                        new Change(LocalDate.of(2023, 3, 31), "D82009", null, false),
                        new Change(LATER, "D82002", "New Surgery", true));
        assertThat(changes.getFirst().who()).isEqualTo("D82009");
    }

    @Test
    void a_network_that_nobody_joined_or_left_has_no_changes() {
        // When / Then
        assertThat(Change.of(new History("U12345", List.of(), List.of(), List.of()), pcn()))
                .isEmpty();
    }

    private static Pcn pcn(Member... members) {
        return new Pcn(
                "U12345",
                "PCN",
                "open",
                BEGINNING,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(members),
                0,
                null,
                LATER);
    }
}
