package org.folkmoot.portal.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Mistake;
import org.folkmoot.portal.service.Priorities.Measure;
import org.junit.jupiter.api.Test;

class MeasureRowsTest {

    private static final LocalDate BY = LocalDate.of(2027, 3, 31);

    @Test
    void measures_come_out_as_they_went_in_and_empty_rows_do_not_count() {
        // Given
        var measures = List.of(measure("Calls"), measure("Visits"));

        // When
        Entered entered = MeasureRows.with(Entered.NOTHING.with("measure-7-name", " "), measures);

        // Then
        assertThat(MeasureRows.measures(entered)).isEqualTo(measures);
        assertThat(MeasureRows.mistakes(FormErrors.NONE, entered).any()).isFalse();
    }

    @Test
    void there_is_always_room_for_one_more_until_there_are_twenty() {
        assertThat(MeasureRows.of(Entered.NOTHING)).hasSize(2);
        assertThat(MeasureRows.of(MeasureRows.with(Entered.NOTHING, many(2)))).hasSize(3);
        assertThat(MeasureRows.of(MeasureRows.with(Entered.NOTHING, many(20)))).hasSize(20);
    }

    @Test
    void a_row_that_is_begun_is_filled_in_whole() {
        // Given
        Entered entered = Entered.NOTHING.with("measure-1-target", "90%").with("measure-2-by-day", "31");

        // When
        FormErrors mistakes = MeasureRows.mistakes(FormErrors.of("aim", "Choose what it is for"), entered);

        // Then
        assertThat(mistakes.all())
                .extracting(Mistake::field)
                .containsExactly(
                        "aim",
                        "measure-1-name",
                        "measure-1-baseline",
                        "measure-1-by-day",
                        "measure-2-name",
                        "measure-2-baseline",
                        "measure-2-target",
                        "measure-2-by-day");
    }

    private static List<Measure> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(place -> measure("Measure " + place))
                .toList();
    }

    private static Measure measure(String name) {
        return new Measure(name, "50%", "90%", BY, null);
    }
}
