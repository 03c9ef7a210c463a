package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void dates_and_numbers_are_written_as_in_england() {
        // When / Then
        assertThat(Words.words(LocalDate.of(2027, 3, 31))).isEqualTo("31 March 2027");
        assertThat(Words.words(Instant.parse("2027-06-30T23:30:00Z"))).isEqualTo("1 July 2027 at 00:30");
        assertThat(Words.words(54_120)).isEqualTo("54,120");
        assertThat(Words.counted(1, "practice", "practices")).isEqualTo("1 practice");
        assertThat(Words.counted(1_200, "practice", "practices")).isEqualTo("1,200 practices");
    }

    @Test
    void money_has_pence_only_where_there_are_some() {
        assertThat(Words.pounds(new BigDecimal("50000.00"))).isEqualTo("£50,000");
        assertThat(Words.pounds(new BigDecimal("1234.5"))).isEqualTo("£1,234.50");
    }
}
