package org.folkmoot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void tells_the_middle_one_and_both_ends() {
        // When
        Spread spread = Spread.of(List.of(3.0, 9.0, 1.0));

        // Then
        assertThat(spread).isEqualTo(new Spread(3.0, 1.0, 9.0, List.of(3.0, 9.0, 1.0)));
    }

    @Test
    void takes_the_mean_of_the_two_in_the_middle_of_an_even_number() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3.0);
    }

    @Test
    void divides_pair_by_pair_before_it_looks_for_the_middle() {
        // Given: a machine that became four times slower for the second pair
        List<Double> ours = List.of(10.0, 40.0, 10.0);
        List<Double> peers = List.of(20.0, 80.0, 10.0);

        // When
        Spread ratio = Spread.ofRatios(ours, peers);

        // Then
        assertThat(ratio.median()).isEqualTo(0.5);
        assertThat(ratio.greatest()).isEqualTo(1.0);
    }

    @Test
    void refuses_to_pair_what_has_no_partner() {
        assertThatThrownBy(() -> Spread.ofRatios(List.of(1.0, 2.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
