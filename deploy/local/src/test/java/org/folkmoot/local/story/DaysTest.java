package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DaysTest {

    @Test
    void the_day_of_the_telling_is_london_s() {
        assertThat(Days.from(Instant.parse("2026-07-01T23:30:00Z")).today()).isEqualTo("2026-07-02");
    }

    @Test
    void five_o_clock_is_five_o_clock_in_summer_and_in_winter() {
        var days = Days.from(Instant.parse("2026-10-20T12:00:00Z"));
        assertThat(days.evening("P1D")).isEqualTo("2026-10-21T16:00:00Z");
        assertThat(days.evening("P21D")).isEqualTo("2026-11-10T17:00:00Z");
    }

    @Test
    void periods_become_days_wherever_they_stand_and_nothing_else_changes() throws Exception {
        var written = new ObjectMapper()
                .readTree(
                        "{\"from\":\"P0D\",\"said\":[\"P of something\",{\"until\":\"P1Y2M\"}],\"number\":7,\"came\":\"P-6D\"}");
        var sent = Days.from(Instant.parse("2026-11-22T06:00:00Z")).in(written);
        assertThat(sent)
                .hasToString("{\"from\":\"2026-11-22\",\"said\":[\"P of something\",{\"until\":\"2028-01-22\"}],"
                        + "\"number\":7,\"came\":\"2026-11-16\"}");
        assertThat(written.path("from").asText()).isEqualTo("P0D");
    }
}
