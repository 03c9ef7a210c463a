package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDatesTest {

    @Test
    void dates_are_read_in_each_way_of_writing() {
        assertThat(FileDates.compact("20240229")).contains(LocalDate.of(2024, 2, 29));
        assertThat(FileDates.extract("2025-04-01")).contains(LocalDate.of(2025, 4, 1));
        assertThat(FileDates.extract("01Aug2026")).contains(LocalDate.of(2026, 8, 1));
        assertThat(FileDates.extract("01AUG2026")).contains(LocalDate.of(2026, 8, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"20230229", "20241301", "20240100", "2024010", "202401011", "2024-1-1", "+2024011", "00000101"})
    void what_is_no_day_of_the_calendar_is_no_date(String text) {
        assertThat(FileDates.compact(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "30Feb2026", "01Xxx2026", "01ugS2026", "2025/04/01", "1Aug2026", ""})
    void what_is_no_extract_date_is_none(String text) {
        assertThat(FileDates.extract(text)).isEmpty();
    }

    @Test
    void a_name_may_hint_at_a_date() {
        assertThat(FileDates.inName("epraccur_dse_2026-06_subset.csv")).contains(LocalDate.of(2026, 6, 1));
        assertThat(FileDates.inName("epraccur 2026-06-26.csv")).contains(LocalDate.of(2026, 6, 26));
        assertThat(FileDates.inName("epraccur.csv")).isEmpty();
        assertThat(FileDates.inName("x12026-06.csv")).isEmpty();
        assertThat(FileDates.inName("2026-13.csv")).isEmpty();
    }
}
