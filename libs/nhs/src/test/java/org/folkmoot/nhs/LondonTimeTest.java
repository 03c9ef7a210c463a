package org.folkmoot.nhs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;

class LondonTimeTest {

    @Test
    void a_summer_day_begins_an_hour_before_utc_does() {
        assertThat(LondonTime.startOf(LocalDate.of(2026, 7, 1))).isEqualTo("2026-06-30T23:00:00Z");
        assertThat(LondonTime.endOf(LocalDate.of(2026, 7, 1))).isEqualTo("2026-07-01T23:00:00Z");
        assertThat(LondonTime.startOf(LocalDate.of(2026, 1, 1))).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void the_days_of_the_clock_change_have_23_and_25_hours() {
        assertThat(lengthOf(LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(23));
        assertThat(lengthOf(LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void today_is_the_date_on_the_wall_in_london() {
        // Given
        var lateEvening = Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC);
        // When
        LocalDate today = LondonTime.today(lateEvening);
        // Then
        assertThat(today).isEqualTo("2026-07-01");
    }

    @Property
    void the_end_of_a_day_is_the_first_moment_outside_it(
            @ForAll @DateRange(min = "1978-01-01", max = "2199-12-31") LocalDate day) {
        assertThat(LondonTime.dateOf(LondonTime.startOf(day))).isEqualTo(day);
        assertThat(LondonTime.dateOf(LondonTime.endOf(day).minusNanos(1))).isEqualTo(day);
        assertThat(LondonTime.dateOf(LondonTime.endOf(day))).isEqualTo(day.plusDays(1));
    }

    private static Duration lengthOf(LocalDate day) {
        return Duration.between(LondonTime.startOf(day), LondonTime.endOf(day));
    }
}
