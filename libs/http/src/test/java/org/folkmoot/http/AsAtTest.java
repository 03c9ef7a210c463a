package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsAtTest {

    private static final Clock SUMMER_NIGHT = Clock.fixed(Instant.parse("2026-06-30T23:30:00Z"), ZoneOffset.UTC);

    @Test
    void today_is_the_date_in_london() {
        assertThat(AsAt.parse("today", SUMMER_NIGHT).date()).isEqualTo("2026-07-01");
    }

    @Test
    void a_date_is_that_date() {
        assertThat(AsAt.parse("2024-02-29", SUMMER_NIGHT).date()).isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "Today",
                "2026-02-30",
                "2026-13-01",
                "29/05/2026",
                "2026-5-29",
                "20260529",
                "2026-05-29T00:00",
                "+999999999-12-31",
                "-2026-05-29",
                "0000-01-01",
                "1899-12-31",
                "2026-05-29 ",
                "２０２６-05-29"
            })
    void what_is_no_date_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> AsAt.parse(text, SUMMER_NIGHT))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("#query/asAt"));
    }
}
