package org.folkmoot.registry.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DistanceTest {

    private static final List<YearMonth> CHANGES = List.of(YearMonth.of(2026, 3), YearMonth.of(2025, 1));

    @Test
    void months_count_down_to_a_change_are_nought_in_its_month_and_count_up_after_it() {
        assertThat(Distance.of(YearMonth.of(2024, 12), CHANGES)).isEqualTo(new Distance(null, 1));
        assertThat(Distance.of(YearMonth.of(2025, 1), CHANGES)).isEqualTo(new Distance(0, 14));
        assertThat(Distance.of(YearMonth.of(2026, 2), CHANGES)).isEqualTo(new Distance(13, 1));
        assertThat(Distance.of(YearMonth.of(2026, 3), CHANGES)).isEqualTo(new Distance(0, null));
        assertThat(Distance.of(YearMonth.of(2027, 3), CHANGES)).isEqualTo(new Distance(12, null));
        assertThat(Distance.of(YearMonth.of(2027, 3), List.of())).isEqualTo(new Distance(null, null));
    }

    @Test
    void a_span_sums_what_is_known_and_leaves_empty_what_is_not() {
        assertThat(Span.of(List.of(
                        row("2025-01", null, null, null),
                        row("2025-02", 100, -5L, null),
                        row("2025-03", 110, 7L, 3),
                        row("2025-04", null, null, 4))))
                .isEqualTo(new Span(4, 100, 110, 2, 2L, 2, 7L));
        assertThat(Span.of(List.of())).isEqualTo(new Span(0, null, null, 0, null, 0, null));
    }

    private static PanelRow row(
            String month, @Nullable Integer list, @Nullable Long variance, @Nullable Integer referrals) {
        return new PanelRow(
                "L84003",
                "UNDERWOOD SURGERY",
                month,
                "not-recorded",
                list,
                null,
                null,
                variance,
                referrals,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
