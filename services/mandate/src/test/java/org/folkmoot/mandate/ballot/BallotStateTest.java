package org.folkmoot.mandate.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BallotStateTest {

    private static final Instant FIVE = Instant.parse("2026-12-11T17:00:00Z");
    private static final Instant OPENED = Instant.parse("2026-12-01T09:00:00Z");

    @Test
    void a_ballot_that_closes_at_five_is_open_until_then_and_closed_at_the_very_instant() {
        assertThat(at(FIVE.minusNanos(1000))).isInstanceOf(BallotState.Open.class);
        assertThat(at(FIVE)).isInstanceOf(BallotState.Closed.class);
        assertThat(at(FIVE.plusSeconds(1))).isInstanceOf(BallotState.Closed.class);
    }

    @Test
    void a_ballot_whose_hours_passed_before_it_could_open_can_only_be_annulled() {
        // Given
        BallotState state = BallotState.at(FIVE, FIVE, null, null, null);

        // Then
        assertThat(state).isEqualTo(new BallotState.Scheduled(FIVE));
        assertThat(new BallotState.Scheduled(FIVE).open(FIVE)).isEmpty();
        assertThat(new BallotState.Scheduled(FIVE).open(FIVE.minusNanos(1000))).contains(new BallotState.Open(FIVE));
        assertThat(new BallotState.Scheduled(FIVE).annul()).isEqualTo(new BallotState.Annulled());
    }

    @Test
    void what_was_declared_or_annulled_stays_so_whatever_the_hour() {
        assertThat(BallotState.at(OPENED, FIVE, OPENED, null, OPENED)).isInstanceOf(BallotState.Annulled.class);
        assertThat(BallotState.at(FIVE, FIVE, OPENED, FIVE, null)).isInstanceOf(BallotState.Declared.class);
    }

    private static BallotState at(Instant now) {
        return BallotState.at(now, FIVE, OPENED, null, null);
    }
}
