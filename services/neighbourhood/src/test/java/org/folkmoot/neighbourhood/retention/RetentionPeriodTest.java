package org.folkmoot.neighbourhood.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetentionPeriodTest {

    private static final LocalDate ENDED = LocalDate.of(2018, 6, 15);

    @Test
    void an_adults_record_is_kept_for_eight_years_or_for_as_long_as_the_ics_says() {
        assertThat(RetentionPeriod.USUAL.lastDay(ENDED, LocalDate.of(1950, 1, 1)))
                .isEqualTo("2026-06-15");
        assertThat(new RetentionPeriod(20).lastDay(ENDED, LocalDate.of(1950, 1, 1)))
                .isEqualTo("2038-06-15");
        assertThat(RetentionPeriod.USUAL.lastDay(ENDED, LocalDate.of(2000, 6, 15)))
                .isEqualTo("2026-06-15");
    }

    @Test
    void a_childs_record_is_kept_until_they_are_25() {
        assertThat(RetentionPeriod.USUAL.lastDay(ENDED, LocalDate.of(2010, 3, 1)))
                .isEqualTo("2035-03-01");
        assertThat(RetentionPeriod.USUAL.lastDay(ENDED, LocalDate.of(2001, 6, 16)))
                .isEqualTo("2026-06-16");
    }

    @Test
    void whoever_was_17_when_it_ended_until_they_are_26() {
        assertThat(RetentionPeriod.USUAL.lastDay(ENDED, LocalDate.of(2000, 6, 16)))
                .isEqualTo("2026-06-16");
        assertThat(RetentionPeriod.USUAL.lastDay(ENDED, LocalDate.of(2001, 6, 15)))
                .isEqualTo("2027-06-15");
    }

    @Test
    void a_longer_period_of_the_ics_holds_for_children_too() {
        assertThat(new RetentionPeriod(30).lastDay(ENDED, LocalDate.of(2010, 3, 1)))
                .isEqualTo("2048-06-15");
    }

    @Property
    void nobodys_record_ends_before_eight_years_nor_before_they_are_grown_up(
            @ForAll @IntRange(min = 0, max = 40_000) int daysOld, @ForAll @IntRange(min = 8, max = 30) int years) {
        // Given
        LocalDate born = ENDED.minusDays(daysOld);

        // When
        LocalDate last = new RetentionPeriod(years).lastDay(ENDED, born);

        // Then
        assertThat(last).isAfterOrEqualTo(ENDED.plusYears(8));
        assertThat(last)
                .isAfterOrEqualTo(
                        born.plusYears(25).isAfter(ENDED.plusYears(8)) && daysOld < 18 * 365
                                ? born.plusYears(25)
                                : ENDED.plusYears(8));
    }
}
