package org.folkmoot.portal.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.portal.service.CarePlans.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityLinesTest {

    @Test
    void a_line_says_what_who_and_perhaps_by_which_day() {
        assertThat(ActivityLines.read(List.of("Visit ; Sam; 1/4/2027", "Rails; Council", "Call; Nora;")))
                .contains(List.of(
                        new Activity("Visit", "Sam", LocalDate.of(2027, 4, 1)),
                        new Activity("Rails", "Council", null),
                        new Activity("Call", "Nora", null)));
        assertThat(ActivityLines.read(List.of())).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Visit", "; Sam", "Visit; ", "Visit; Sam; soon", "Visit; Sam; 31/2/2027", "a; b; 1/4/2027; c"})
    void a_line_that_says_less_or_more_is_none(String line) {
        assertThat(ActivityLines.read(List.of("Rails; Council", line))).isEmpty();
    }

    @Test
    void what_is_written_is_read_again() {
        // Given
        List<Activity> activities =
                List.of(new Activity("Visit", "Sam", LocalDate.of(2027, 4, 1)), new Activity("Rails", "Council", null));

        // When / Then
        assertThat(ActivityLines.read(ActivityLines.text(activities).lines().toList()))
                .contains(activities);
    }
}
