package org.folkmoot.neighbourhood.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.folkmoot.neighbourhood.measure.Suppression.Cell;
import org.junit.jupiter.api.Test;

class NestingTest {

    /** Networks, as the cells of their practices. */
    record Table(List<List<Cell>> groups) {

        List<Cell> parts() {
            return groups.stream().flatMap(List::stream).toList();
        }

        List<Integer> groupOf() {
            return IntStream.range(0, groups.size())
                    .flatMap(group -> groups.get(group).stream().mapToInt(_ -> group))
                    .boxed()
                    .toList();
        }

        Cell sum(int group) {
            return new Cell(
                    groups.get(group).stream().mapToInt(Cell::part).sum(),
                    groups.get(group).stream().mapToInt(Cell::whole).sum(),
                    false);
        }

        List<Integer> places(IntPredicate which) {
            return IntStream.range(0, parts().size()).filter(which).boxed().toList();
        }

        Nesting.Withheld withheld() {
            return Nesting.withheld(parts(), groupOf(), groups.size(), Set.of());
        }
    }

    @Test
    void a_small_practice_is_not_what_is_left_of_its_network() {
        // Given
        Table table = people(List.of(2, 10, 15), List.of(5, 30));

        // When
        Nesting.Withheld withheld = table.withheld();

        // Then: 27 less 15 less 10 would be 2
        assertThat(withheld.parts()).containsOnly(0, 1);
        assertThat(withheld.groups()).isEmpty();
    }

    @Test
    void the_only_practice_of_a_network_takes_the_network_along() {
        // Given: the second is withheld for the first one's sake
        Table table = people(List.of(2), List.of(6), List.of(30, 40));

        // When
        Nesting.Withheld withheld = table.withheld();

        // Then
        assertThat(withheld.parts()).containsOnly(0, 1);
        assertThat(withheld.groups()).containsOnly(0, 1);
    }

    @Test
    void a_network_that_is_withheld_for_anothers_sake_is_not_the_sum_of_its_practices() {
        // Given
        Table table = people(List.of(2), List.of(9, 8), List.of(30, 40));

        // When
        Nesting.Withheld withheld = table.withheld();

        // Then
        assertThat(withheld.groups()).containsOnly(0, 1);
        assertThat(withheld.parts()).contains(0).containsAnyOf(1, 2);
    }

    @Test
    void where_all_are_many_nothing_is_withheld() {
        assertThat(people(List.of(5, 6), List.of(0), List.of(70)).withheld())
                .isEqualTo(new Nesting.Withheld(Set.of(), Set.of()));
        assertThat(people().withheld()).isEqualTo(new Nesting.Withheld(Set.of(), Set.of()));
    }

    @Property
    void no_small_number_is_told_by_either_table_or_by_both(@ForAll("tables") Table table) {
        // When
        Nesting.Withheld withheld = table.withheld();

        // Then: neither table tells it
        List<Cell> parts = table.parts();
        List<Integer> groupOf = table.groupOf();
        for (int place = 0; place < parts.size(); place++) {
            assertThat(withheld.parts().contains(place) || !isTelling(parts.get(place)))
                    .isTrue();
        }
        for (int group = 0; group < table.groups().size(); group++) {
            int each = group;
            List<Integer> hidden = table.places(
                    place -> groupOf.get(place) == each && withheld.parts().contains(place));
            if (!withheld.groups().contains(group)) {
                assertThat(isTelling(table.sum(group))).isFalse();
                // Then: what is left of a network that is told are several practices, or none
                assertThat(hidden.isEmpty() || isEnough(table, hidden)).isTrue();
            } else if (table.sum(group).whole() > 0) {
                // Then: nor do its practices make up a network that is not told
                assertThat(hidden).isNotEmpty();
            }
        }
        // Then: nor is it what is left of all, or of all networks that are not told
        List<Integer> hidden = table.places(withheld.parts()::contains);
        List<Integer> people = table.places(place -> parts.get(place).whole() > 0);
        if (!hidden.isEmpty() && !hidden.containsAll(people)) {
            assertThat(isEnough(table, hidden)).isTrue();
            List<Integer> beyond =
                    table.places(place -> withheld.groups().contains(groupOf.get(place)) && hidden.contains(place));
            assertThat(beyond.isEmpty() || isEnough(table, beyond)).isTrue();
        }
    }

    @Property
    void what_is_left_of_a_network_is_never_one_small_practice(@ForAll("tables") Table table) {
        // When
        Nesting.Withheld withheld = table.withheld();

        // Then
        for (int group = 0; group < table.groups().size(); group++) {
            if (withheld.groups().contains(group)) {
                continue;
            }
            int each = group;
            List<Integer> groupOf = table.groupOf();
            List<Cell> left =
                    table
                            .places(place -> groupOf.get(place) == each
                                    && withheld.parts().contains(place))
                            .stream()
                            .map(table.parts()::get)
                            .toList();
            int shown = table.sum(group).whole()
                    - left.stream().mapToInt(Cell::whole).sum();
            assertThat(left)
                    .noneMatch(cell -> Suppression.isSmall(cell.whole())
                            && cell.whole() == table.sum(each).whole() - shown);
        }
    }

    @Property
    void nothing_is_withheld_for_nothing(@ForAll("tables") Table table) {
        // Given
        boolean telling = table.parts().stream().anyMatch(NestingTest::isTelling);

        // When
        Nesting.Withheld withheld = table.withheld();

        // Then
        assertThat(withheld.parts().isEmpty()).isEqualTo(!telling);
        assertThat(telling || withheld.groups().isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<Integer> wholes = Arbitraries.integers().between(0, 30);
        return Combinators.combine(wholes, Arbitraries.doubles().between(0, 1))
                .as((whole, share) -> new Cell((int) Math.round(whole * share), whole, false))
                .list()
                .ofMaxSize(5)
                .list()
                .ofMaxSize(5)
                .map(Table::new);
    }

    private static boolean isTelling(Cell cell) {
        return IntStream.of(cell.whole(), cell.part(), cell.whole() - cell.part())
                .anyMatch(Suppression::isSmall);
    }

    private static boolean isEnough(Table table, List<Integer> places) {
        return places.size() > 1
                && places.stream()
                                .mapToInt(place -> table.parts().get(place).whole())
                                .sum()
                        >= Suppression.LEAST;
    }

    @SafeVarargs
    private static Table people(List<Integer>... groups) {
        var table = new ArrayList<List<Cell>>();
        for (List<Integer> group : groups) {
            table.add(group.stream().map(Cell::of).toList());
        }
        return new Table(table);
    }
}
