package org.folkmoot.executive.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.folkmoot.nhs.LondonTime;
import org.junit.jupiter.api.Test;

class SittingStateTest {

    private static final Instant TUESDAY = Instant.parse("2027-01-12T14:00:00Z");

    @Test
    void the_report_is_due_on_the_fifth_working_day_after_it_and_overdue_the_day_after_that() {
        LocalDate due = LocalDate.parse("2027-01-19");
        assertThat(SittingState.reportDue(TUESDAY)).isEqualTo(due);
        assertThat(at(TUESDAY)).isEqualTo(SittingState.REPORT_DUE);
        assertThat(at(LondonTime.endOf(due).minusNanos(1))).isEqualTo(SittingState.REPORT_DUE);
        assertThat(at(LondonTime.endOf(due))).isEqualTo(SittingState.REPORT_OVERDUE);
        assertThat(SittingState.reportDue(Instant.parse("2027-12-23T10:00:00Z")))
                .as("over Christmas and the New Year")
                .isEqualTo(LocalDate.parse("2028-01-04"));
    }

    @Test
    void an_hour_before_midnight_in_utc_is_the_next_day_in_a_london_summer() {
        assertThat(SittingState.reportDue(Instant.parse("2027-06-06T23:30:00Z")))
                .isEqualTo(LocalDate.parse("2027-06-14"));
    }

    @Test
    void before_it_begins_it_is_ahead_and_where_nobody_was_named_nobody_has_to_report() {
        assertThat(at(TUESDAY.minusNanos(1))).isEqualTo(SittingState.AHEAD);
        Instant later = TUESDAY.plus(Duration.ofDays(30));
        assertThat(SittingState.of(TUESDAY, false, false, false, later)).isEqualTo(SittingState.UNATTENDED);
        assertThat(SittingState.of(TUESDAY, false, true, true, later)).isEqualTo(SittingState.REPORTED);
        assertThat(SittingState.of(TUESDAY, true, true, false, later)).isEqualTo(SittingState.CANCELLED);
    }

    @Test
    void the_last_day_whose_reports_are_overdue_is_the_one_that_the_state_says_on_every_day_of_a_year() {
        LocalDate first = LocalDate.parse("2027-01-01");
        for (LocalDate today = first; today.getYear() == first.getYear(); today = today.plusDays(1)) {
            // Given
            Instant noon = LondonTime.startOf(today).plus(Duration.ofHours(12));
            LocalDate last = SittingState.lastOverdue(today);

            // Then
            assertThat(SittingState.of(noonOf(last), false, true, false, noon)).isEqualTo(SittingState.REPORT_OVERDUE);
            assertThat(SittingState.of(noonOf(last.plusDays(1)), false, true, false, noon))
                    .isIn(SittingState.REPORT_DUE, SittingState.AHEAD);
        }
    }

    private static Instant noonOf(LocalDate day) {
        return LondonTime.startOf(day).plus(Duration.ofHours(12));
    }

    private static SittingState at(Instant moment) {
        return SittingState.of(TUESDAY, false, true, false, moment);
    }
}
