package org.folkmoot.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsAtChoiceTest {

    @Test
    void nothing_entered_is_the_present() {
        // When
        AsAtChoice choice = AsAtChoice.of(null, "", " ", null);

        // Then
        assertThat(choice.date()).isNull();
        assertThat(choice.errors().any()).isFalse();
    }

    @Test
    void three_fields_make_a_day_and_a_link_fills_them() {
        // When
        AsAtChoice entered = AsAtChoice.of(null, "31", "3", "2025");
        AsAtChoice linked = AsAtChoice.of("2025-03-31", null, null, null);

        // Then
        assertThat(entered.date()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(linked).isEqualTo(entered);
        assertThat(entered.query()).isEqualTo("?asAt=2025-03-31");
    }

    @ParameterizedTest
    @CsvSource({"31,2,2025", "x,3,2025", "1,13,2025", "1,,2025", "1,1,99999999999", "1,1,1066"})
    void what_is_no_day_is_told_and_stays_as_it_was_entered(String day, String month, String year) {
        // When
        AsAtChoice choice = AsAtChoice.of(null, day, month, year);

        // Then
        assertThat(choice.date()).isNull();
        assertThat(choice.errors().at("asAt-day")).isNotNull().isEqualTo(choice.mistake());
        assertThat(choice.query()).isEmpty();
        assertThat(choice.day()).isEqualTo(day);
    }
}
