package org.folkmoot.executive.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void it_keeps_its_hour_on_the_clock_in_london_when_summer_begins() {
        var fortnightly = new Rhythm(2, LocalDate.parse("2027-03-17"), LocalTime.of(13, 0));
        assertThat(fortnightly.after(Instant.parse("2027-03-01T00:00:00Z"), 2))
                .containsExactly(Instant.parse("2027-03-17T13:00:00Z"), Instant.parse("2027-03-31T12:00:00Z"));
    }

    @Test
    void a_bank_holiday_moves_a_meeting_to_the_next_working_day_and_not_the_rhythm() {
        var weekly = new Rhythm(1, LocalDate.parse("2027-03-22"), LocalTime.of(9, 30));
        assertThat(weekly.after(Instant.parse("2027-03-22T12:00:00Z"), 2))
                .as("Easter Monday is 29 March 2027")
                .containsExactly(Instant.parse("2027-03-30T08:30:00Z"), Instant.parse("2027-04-05T08:30:00Z"));
    }

    @Test
    void a_meeting_that_is_over_is_not_next() {
        var monthly = new Rhythm(4, LocalDate.parse("2026-01-07"), LocalTime.of(18, 0));
        Instant first = Instant.parse("2026-01-07T18:00:00Z");
        assertThat(monthly.after(first, 1)).containsExactly(Instant.parse("2026-02-04T18:00:00Z"));
        assertThat(monthly.after(first.minusNanos(1), 1)).containsExactly(first);
        assertThat(monthly.after(Instant.parse("2028-12-31T00:00:00Z"), 1))
                .containsExactly(Instant.parse("2029-01-03T18:00:00Z"));
    }
}
