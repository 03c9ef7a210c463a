package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnteredTest {

    @Test
    void a_day_and_a_time_are_of_the_clocks_of_london() {
        // Given
        Entered summer =
                Entered.NOTHING.withDay("closes", LocalDate.of(2027, 6, 30)).with("closes-time", "9:00");

        // When / Then
        assertThat(summer.moment("closes")).contains(Instant.parse("2027-06-30T08:00:00Z"));
        assertThat(summer.with("closes-time", "25:00").moment("closes")).isEmpty();
        assertThat(summer.with("closes-time", "").moment("closes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"31,2,2027", "1,,2027", "x,1,2027"})
    void what_is_no_day_is_none(String day, String month, String year) {
        // Given
        Entered entered =
                Entered.NOTHING.with("on-day", day).with("on-month", month).with("on-year", year);

        // When / Then
        assertThat(entered.day("on")).isEmpty();
    }

    @Test
    void blanks_around_a_text_and_empty_lines_do_not_count() {
        // Given
        var entered = new Entered(Map.of("lines", List.of(" one \r\n\r\n two "), "blank", List.of("  ")));

        // When / Then
        assertThat(entered.lines("lines")).containsExactly("one", "two");
        assertThat(entered.orNull("blank")).isNull();
        assertThat(entered.ticked("blank")).isFalse();
        assertThat(entered.text("absent")).isEmpty();
    }
}
