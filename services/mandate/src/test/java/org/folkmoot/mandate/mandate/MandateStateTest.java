package org.folkmoot.mandate.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MandateStateTest {

    private static final LocalDate FROM = LocalDate.parse("2026-06-01");
    private static final LocalDate UNTIL = LocalDate.parse("2027-06-30");

    @Test
    void it_counts_from_the_first_to_the_last_moment_of_its_days_in_london() {
        assertThat(at("2026-05-31T22:59:59Z")).isEqualTo(MandateState.AHEAD);
        assertThat(at("2026-05-31T23:00:00Z"))
                .as("midnight in British summer time")
                .isEqualTo(MandateState.IN_FORCE);
        assertThat(at("2027-06-30T22:59:59Z")).isEqualTo(MandateState.IN_FORCE);
        assertThat(at("2027-06-30T23:00:00Z")).isEqualTo(MandateState.EXPIRED);
    }

    @Test
    void from_the_instant_in_which_it_fell_it_counts_no_more() {
        Instant fell = Instant.parse("2026-09-01T12:00:00Z");
        assertThat(MandateState.at(fell.minusNanos(1000), FROM, UNTIL, fell)).isEqualTo(MandateState.IN_FORCE);
        assertThat(MandateState.at(fell, FROM, UNTIL, fell)).isEqualTo(MandateState.FALLEN);
    }

    private static MandateState at(String moment) {
        return MandateState.at(Instant.parse(moment), FROM, UNTIL, null);
    }
}
