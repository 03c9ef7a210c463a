package org.folkmoot.tenants.succession;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.problem.FieldError;
import org.junit.jupiter.api.Test;

class MovesRuleTest {

    @Test
    void one_predecessor_can_have_several_successors_and_one_successor_several_predecessors() {
        assertThat(MovesRule.complaints(
                        List.of(move("qnx", "s9b9j", "A1B"), move("qnx", "qrl", "A2B"), move("qxu", "s9b9j", "A3B"))))
                .isEmpty();
    }

    @Test
    void nothing_goes_to_where_it_is() {
        assertThat(MovesRule.complaints(List.of(move("qkk", "qkk", "A1B"))))
                .extracting(FieldError::pointer)
                .containsExactly("#/moves/0/successor");
    }

    @Test
    void no_ics_gives_and_takes_in_one_plan() {
        assertThat(MovesRule.complaints(List.of(move("qkk", "qwe", "A1B"), move("qwe", "qr1", "A2B"))))
                .extracting(FieldError::pointer)
                .containsExactly("#/moves/0/successor");
    }

    @Test
    void a_practice_goes_one_way() {
        assertThat(MovesRule.complaints(List.of(move("qkk", "qwe", "A1B"), move("qkk", "qr1", "A1B"))))
                .containsExactly(new FieldError("#/moves/1/practices", "must not name A1B a second time"));
    }

    @Test
    void a_practice_stands_once_in_its_move() {
        assertThat(MovesRule.complaints(List.of(move("qkk", "qwe", "A1B", "A1B"))))
                .hasSize(1);
    }

    @Test
    void two_moves_of_one_way_are_one() {
        assertThat(MovesRule.complaints(List.of(move("qkk", "qwe", "A1B"), move("qkk", "qwe", "A2B"))))
                .extracting(FieldError::pointer)
                .containsExactly("#/moves/1");
    }

    @Test
    void a_plan_can_be_told_in_one_event() {
        // Given
        List<String> practices = IntStream.rangeClosed(0, MovesRule.MOST_PRACTICES)
                .mapToObj("A%08d"::formatted)
                .toList();
        // Then
        assertThat(MovesRule.complaints(List.of(new Move("qkk", "qwe", practices))))
                .extracting(FieldError::pointer)
                .containsExactly("#/moves");
    }

    private static Move move(String predecessor, String successor, String... practices) {
        return new Move(predecessor, successor, List.of(practices));
    }
}
