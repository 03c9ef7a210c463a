package org.folkmoot.registry.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.folkmoot.registry.share.Division.Divided;
import org.folkmoot.registry.share.Division.Reason;
import org.folkmoot.registry.share.Division.Refused;
import org.junit.jupiter.api.Test;

class DivisionTest {

    private static Claim claim(String practice, String weight) {
        return new Claim(practice, new BigDecimal(weight));
    }

    @Test
    void an_amount_goes_out_in_proportion_and_says_why() {
        // When
        Division division = Division.of(
                1_000_000, List.of(claim("L84004", "7871"), claim("L84003", "11363"), claim("L84005", "8111")));

        // Then: one penny is left, and L84004 has the largest fraction of one
        assertThat(division)
                .isEqualTo(new Divided(
                        new BigDecimal("27345"),
                        List.of(
                                new Portion("L84003", new BigDecimal("11363"), 415_542, "802/5469", false),
                                new Portion("L84004", new BigDecimal("7871"), 287_841, "3040/5469", true),
                                new Portion("L84005", new BigDecimal("8111"), 296_617, "1627/5469", false))));
    }

    @Test
    void where_fractions_are_equal_the_pennies_go_to_the_first_codes() {
        assertThat(pence(Division.of(100, List.of(claim("C", "1"), claim("A", "1"), claim("B", "1")))))
                .containsExactly(34L, 33L, 33L);
        assertThat(pence(Division.of(101, List.of(claim("C", "1"), claim("A", "1"), claim("B", "1")))))
                .containsExactly(34L, 34L, 33L);
    }

    @Test
    void weights_with_decimals_are_exact() {
        assertThat(pence(Division.of(
                        10, List.of(claim("A", "0.1"), claim("B", "0.2"), claim("C", "0.700000"), claim("D", "0")))))
                .containsExactly(1L, 2L, 7L, 0L);
        assertThat(pence(Division.of(7, List.of(claim("A", "1E+3"), claim("B", "2500")))))
                .containsExactly(2L, 5L);
    }

    @Test
    void what_cannot_be_divided_is_refused() {
        assertThat(Division.of(0, List.of(claim("A", "1")))).isEqualTo(new Refused(Reason.NO_MONEY));
        assertThat(Division.of(-1, List.of(claim("A", "1")))).isEqualTo(new Refused(Reason.NO_MONEY));
        assertThat(Division.of(1, List.of())).isEqualTo(new Refused(Reason.NOBODY));
        assertThat(Division.of(1, List.of(claim("A", "1"), claim("A", "2")))).isEqualTo(new Refused(Reason.TWICE));
        assertThat(Division.of(1, List.of(claim("A", "2"), claim("B", "-1"))))
                .isEqualTo(new Refused(Reason.NEGATIVE_WEIGHT));
        assertThat(Division.of(1, List.of(claim("A", "0"), claim("B", "0.00"))))
                .isEqualTo(new Refused(Reason.NO_WEIGHT));
    }

    @Test
    void the_order_in_which_practices_are_written_changes_nothing() {
        var claims = new ArrayList<>(List.of(claim("A", "3"), claim("B", "3"), claim("C", "5"), claim("D", "7")));
        Division once = Division.of(1003, claims);
        Collections.reverse(claims);
        assertThat(Division.of(1003, claims)).isEqualTo(once);
    }

    private static List<Long> pence(Division division) {
        return ((Divided) division).portions().stream().map(Portion::pence).toList();
    }
}
