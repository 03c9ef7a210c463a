package org.folkmoot.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.portal.session.VisitNotes.Past;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitNotesTest {

    private static final Past MORNING = new Past(Instant.parse("2026-11-03T09:00:00Z"), "U12345:D82001");
    private static final Past NOON = new Past(Instant.parse("2026-11-03T12:00:00Z"), "U12345:D82001,D82002");
    private static final Past NEXT_DAY = new Past(Instant.parse("2026-11-04T09:00:00Z"), "U12345:");

    @Test
    void the_first_visit_has_none_before_it() {
        // When
        VisitNotes first = VisitNotes.next(Optional.empty(), "one", MORNING);

        // Then
        assertThat(first.before("one")).isEmpty();
        assertThat(first.before("two")).contains(MORNING);
    }

    @Test
    void within_a_visit_the_one_before_stays_and_the_note_is_replaced() {
        // Given
        VisitNotes first = VisitNotes.next(Optional.empty(), "one", MORNING);

        // When
        VisitNotes second = VisitNotes.next(Optional.of(first), "two", NOON);
        VisitNotes later = VisitNotes.next(Optional.of(second), "two", NEXT_DAY);

        // Then
        assertThat(second.before("two")).contains(MORNING);
        assertThat(later.before("two")).contains(MORNING);
        assertThat(later.before("three")).contains(NEXT_DAY);
    }

    @Test
    void what_is_written_is_read_again() {
        // Given
        VisitNotes first = VisitNotes.next(Optional.empty(), "one", MORNING);
        VisitNotes second = VisitNotes.next(Optional.of(first), "two", NOON);

        // When / Then
        assertThat(VisitNotes.of(first.text())).contains(first);
        assertThat(VisitNotes.of(second.text())).contains(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "one\nnever\nU12345:", "one\n99999999999999999\nU12345:", "one\n1\nx\n2"})
    void what_is_no_note_says_nothing(String text) {
        // When / Then
        assertThat(VisitNotes.of(text)).isEmpty();
    }
}
