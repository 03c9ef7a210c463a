package org.folkmoot.neighbourhood.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.folkmoot.neighbourhood.measure.Suppression.Cell;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    @Test
    void where_everybody_is_one_of_many_all_is_told() {
        assertThat(withheld(Cell.of(5), Cell.of(80), Cell.of(0))).isEmpty();
        assertThat(withheld(new Cell(10, 15, false), new Cell(7, 7, false), new Cell(0, 9, false)))
                .isEmpty();
        assertThat(withheld()).isEmpty();
    }

    @Test
    void a_small_number_takes_the_next_smallest_with_it() {
        assertThat(withheld(Cell.of(80), Cell.of(3), Cell.of(9), Cell.of(0))).containsOnly(1, 2);
    }

    @Test
    void two_small_numbers_that_are_small_together_take_a_third_with_them() {
        assertThat(withheld(Cell.of(80), Cell.of(3), Cell.of(1), Cell.of(9))).containsOnly(1, 2, 3);
        assertThat(withheld(Cell.of(80), Cell.of(3), Cell.of(2), Cell.of(9))).containsOnly(1, 2);
    }

    @Test
    void of_whom_something_is_not_so_may_be_few_as_well() {
        assertThat(withheld(new Cell(17, 20, false), new Cell(10, 20, false), new Cell(20, 20, false)))
                .containsOnly(0, 2);
        assertThat(withheld(new Cell(3, 20, false), new Cell(10, 20, false), new Cell(9, 20, false)))
                .containsOnly(0, 2);
    }

    @Test
    void what_is_withheld_already_counts() {
        assertThat(withheld(new Cell(10, 20, true), new Cell(10, 21, false), new Cell(12, 24, false)))
                .containsOnly(0, 1);
    }

    @Test
    void where_there_is_nothing_else_the_small_number_alone_is_withheld_and_so_is_the_total() {
        assertThat(withheld(Cell.of(0), Cell.of(3), Cell.of(0))).containsOnly(1);
    }

    @Property
    void no_small_number_is_told_or_can_be_worked_out(@ForAll("tables") List<Cell> table) {
        // When
        Set<Integer> withheld = Suppression.withheld(table);

        // Then
        for (int place = 0; place < table.size(); place++) {
            Cell cell = table.get(place);
            if (!withheld.contains(place)) {
                assertThat(IntStream.of(cell.whole(), cell.part(), cell.whole() - cell.part()))
                        .noneMatch(Suppression::isSmall);
            }
        }
        boolean all = IntStream.range(0, table.size())
                .allMatch(place -> withheld.contains(place) || table.get(place).whole() == 0);
        if (!withheld.isEmpty() && !all) {
            assertThat(withheld).hasSizeGreaterThan(1);
            assertThat(withheld.stream()
                            .mapToInt(place -> table.get(place).whole())
                            .sum())
                    .isGreaterThanOrEqualTo(Suppression.LEAST);
        }
    }

    @Property
    void nothing_is_withheld_for_nothing(@ForAll("tables") List<Cell> table) {
        // Given
        boolean telling = table.stream()
                .anyMatch(cell -> IntStream.of(cell.whole(), cell.part(), cell.whole() - cell.part())
                        .anyMatch(Suppression::isSmall));

        // When, Then
        assertThat(Suppression.withheld(table).isEmpty()).isEqualTo(!telling);
    }

    @Provide
    Arbitrary<List<Cell>> tables() {
        Arbitrary<Integer> wholes = Arbitraries.integers().between(0, 30);
        return Combinators.combine(wholes, Arbitraries.doubles().between(0, 1))
                .as((whole, share) -> new Cell((int) Math.round(whole * share), whole, false))
                .list()
                .ofMaxSize(8);
    }

    private static Set<Integer> withheld(Cell... cells) {
        return Suppression.withheld(List.of(cells));
    }
}
