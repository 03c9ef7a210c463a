package org.folkmoot.executive.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.tenancy.Person;
import org.junit.jupiter.api.Test;

class DecisionStateTest {

    private static final Instant DEADLINE = Instant.parse("2027-06-01T10:00:00Z");

    @Test
    void what_is_proposed_lapses_at_its_deadline_and_not_before() {
        assertThat(DecisionState.of("proposed", DEADLINE, DEADLINE.minusNanos(1)))
                .isInstanceOf(DecisionState.Proposed.class);
        assertThat(DecisionState.of("proposed", DEADLINE, DEADLINE)).isInstanceOf(DecisionState.Lapsed.class);
        assertThat(DecisionState.of("proposed", null, DEADLINE)).isInstanceOf(DecisionState.Proposed.class);
    }

    @Test
    void what_was_settled_stays_so_whatever_its_deadline() {
        assertThat(DecisionState.of("taken", DEADLINE, DEADLINE.plusSeconds(1)))
                .isInstanceOf(DecisionState.Taken.class);
        assertThat(DecisionState.of("withdrawn", DEADLINE, DEADLINE.plusSeconds(1)))
                .isInstanceOf(DecisionState.Withdrawn.class);
    }

    @Test
    void a_decision_is_announced_in_time_on_the_twenty_eighth_day_and_not_on_the_twenty_seventh() {
        // Given: half past midnight in London, still the day before in UTC
        var plan = new PlannedDecision(
                new UUID(1, 1),
                new UUID(2, 2),
                new PlanRequest("Premises", "Where we go.", LocalDate.parse("2027-07-29")),
                new Person("somebody", "Dr Somebody"),
                Instant.parse("2027-06-30T23:30:00Z"));

        // Then
        assertThat(plan.isInTimeFor(LocalDate.parse("2027-07-28"))).isFalse();
        assertThat(plan.isInTimeFor(LocalDate.parse("2027-07-29"))).isTrue();
    }
}
