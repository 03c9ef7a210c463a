package org.folkmoot.neighbourhood.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CarePlansTest {

    private static final LocalDate DAY = LocalDate.parse("2027-03-28");

    @Test
    void a_review_is_due_from_a_week_before_its_day_and_overdue_after_it() {
        assertThat(CarePlans.state(DAY.plusDays(8), DAY)).isEqualTo("ahead");
        assertThat(CarePlans.state(DAY.plusDays(7), DAY)).isEqualTo("due");
        assertThat(CarePlans.state(DAY, DAY)).isEqualTo("due");
        assertThat(CarePlans.state(DAY.minusDays(1), DAY)).isEqualTo("overdue");
    }

    @Test
    void coverage_has_one_decimal_and_there_is_none_of_nobody() {
        UUID team = new UUID(0, 1);
        assertThat(CarePlans.coverage(team, 3, 2).percent()).isEqualTo(new BigDecimal("66.7"));
        assertThat(CarePlans.coverage(team, 8, 8).percent()).isEqualTo(new BigDecimal("100.0"));
        assertThat(CarePlans.coverage(team, 0, 0).percent()).isNull();
    }

    @Test
    void what_took_place_on_a_day_is_at_its_end_in_london_and_what_takes_place_today_is_now() {
        Instant now = Instant.parse("2027-03-29T10:00:00Z");
        assertThat(CareDays.moment(DAY, now)).as("summer time begins").isEqualTo(Instant.parse("2027-03-28T22:59:59Z"));
        assertThat(CareDays.moment(DAY.plusDays(1), now)).isEqualTo(now);
    }

    @Test
    void what_a_plan_says_comes_back_as_it_was() {
        var content = new PlanContent(
                List.of("Walk \"again\"", "Sleep\nwell"),
                List.of(new Activity("Classes", "Physiotherapist", null), new Activity("Rail", "Council", DAY)),
                "Call the team.");
        assertThat(PlanContent.of(content.toJson())).isEqualTo(content);
    }
}
