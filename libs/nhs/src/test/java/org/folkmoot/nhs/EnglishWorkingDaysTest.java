package org.folkmoot.nhs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWorkingDaysTest {

    /** Years as they were proclaimed, the single ones and every kind of substitute among them. */
    @ParameterizedTest
    @CsvSource({
        "1982, 01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28",
        "1995, 01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26",
        "1999, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31",
        "2002, 01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26",
        "2011, 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
        "2012, 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
        "2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    })
    void bank_holidays_are_those_proclaimed(int year, String days) {
        assertThat(EnglishWorkingDays.bankHolidays(year))
                .containsExactlyElementsOf(Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2038-04-25", "2285-03-22"
            })
    void easter_is_found_at_both_ends_of_its_range(LocalDate sunday) {
        assertThat(EnglishWorkingDays.easterSunday(sunday.getYear())).isEqualTo(sunday);
    }

    @Test
    void weekends_and_bank_holidays_are_no_working_days() {
        assertThat(EnglishWorkingDays.isWorkingDay(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(EnglishWorkingDays.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(EnglishWorkingDays.isWorkingDay(LocalDate.of(2026, 12, 26))).isFalse();
        assertThat(EnglishWorkingDays.isWorkingDay(LocalDate.of(2026, 12, 28))).isFalse();
        assertThat(EnglishWorkingDays.isWorkingDay(LocalDate.of(2026, 12, 29))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-02,  1, 2026-04-07", // over Easter
        "2026-12-24,  1, 2026-12-29", // over Christmas with a substitute
        "2026-12-29, -1, 2026-12-24",
        "2022-09-16,  1, 2022-09-20", // over the state funeral
        "2026-06-06,  1, 2026-06-08", // from a Saturday
        "2026-06-06, -1, 2026-06-05",
        "2026-06-06,  0, 2026-06-06",
        "2026-06-01, 20, 2026-06-29"
    })
    void working_days_are_counted_over_holidays_and_weekends(LocalDate from, int workingDays, LocalDate to) {
        assertThat(EnglishWorkingDays.plus(from, workingDays)).isEqualTo(to);
        assertThat(EnglishWorkingDays.between(from, to)).isEqualTo(workingDays);
    }

    @Test
    void a_date_beyond_the_rules_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnglishWorkingDays.isWorkingDay(LocalDate.of(1977, 12, 30)))
                .withMessage("Bank holidays are known from 1978 to 2199, not for 1977");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnglishWorkingDays.plus(LocalDate.of(2199, 12, 30), 100_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnglishWorkingDays.between(LocalDate.of(2526, 1, 1), LocalDate.of(2026, 1, 1)));
    }

    @Property
    void easter_agrees_with_the_rule_of_gauss(@ForAll @IntRange(min = 1583, max = 4099) int year) {
        // When
        LocalDate easter = EnglishWorkingDays.easterSunday(year);
        // Then
        assertThat(easter).isEqualTo(easterByGauss(year));
        assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    @Property
    void a_year_has_eight_holidays_or_up_to_two_more_and_all_of_them_on_weekdays(
            @ForAll @IntRange(min = EnglishWorkingDays.FIRST_YEAR, max = EnglishWorkingDays.LAST_YEAR) int year) {
        assertThat(EnglishWorkingDays.bankHolidays(year))
                .hasSizeBetween(8, 10)
                .allMatch(day -> day.getYear() == year)
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    @Property
    void counting_undoes_adding(
            @ForAll @Within LocalDate day, @ForAll @IntRange(min = -300, max = 300) int workingDays) {
        // When
        LocalDate reached = EnglishWorkingDays.plus(day, workingDays);
        // Then
        assertThat(EnglishWorkingDays.between(day, reached)).isEqualTo(workingDays);
        assertThat(workingDays == 0 || EnglishWorkingDays.isWorkingDay(reached)).isTrue();
    }

    @Property
    void adding_in_two_steps_is_adding_at_once(
            @ForAll @Within LocalDate day,
            @ForAll @IntRange(max = 100) int first,
            @ForAll @IntRange(max = 100) int second) {
        assertThat(EnglishWorkingDays.plus(EnglishWorkingDays.plus(day, first), second))
                .isEqualTo(EnglishWorkingDays.plus(day, first + second));
        assertThat(EnglishWorkingDays.plus(EnglishWorkingDays.plus(day, -first), -second))
                .isEqualTo(EnglishWorkingDays.plus(day, -first - second));
    }

    private static LocalDate easterByGauss(int year) {
        int k = year / 100;
        int m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30;
        int n = (4 + k - k / 4) % 7;
        int d = (19 * (year % 19) + m) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        boolean tooLate = (d == 29 && e == 6) || (d == 28 && e == 6 && (11 * m + 11) % 30 < 19);
        return LocalDate.of(year, 3, 22).plusDays(d + e - (tooLate ? 7 : 0));
    }

    /** Far enough from both ends that nothing counted in these tests leaves the range. */
    @DateRange(min = "1980-01-01", max = "2197-12-31")
    @Retention(RetentionPolicy.RUNTIME)
    @interface Within {}
}
