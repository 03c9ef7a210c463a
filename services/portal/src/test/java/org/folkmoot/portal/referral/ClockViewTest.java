package org.folkmoot.portal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.folkmoot.nhsuk.picture.ClockBar;
import org.folkmoot.portal.service.Referrals.ClockDetail;
import org.folkmoot.portal.service.Referrals.Pause;
import org.folkmoot.portal.service.Referrals.Referral;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockViewTest {

    private static final LocalDate SUBMITTED = LocalDate.of(2026, 11, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 29);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void a_draft_has_no_clock() {
        assertThat(ClockView.of(referral(null, null, List.of()), TODAY)).isNull();
    }

    @Test
    void a_clock_that_runs_says_its_day_and_when_the_assessment_is_due() {
        // When
        ClockView clock = shown("on-time", detail(null, 0, 20), List.of());

        // Then
        assertThat(clock.sentence()).isEqualTo("Day 20 of 28. The assessment is due on 29 November 2026.");
        assertThat(clock.picture().stretches()).containsExactly(new ClockBar.Stretch("The clock runs", 20, true));
    }

    @Test
    void a_pause_stands_between_what_counts() {
        // Given
        var pause = new Pause(new UUID(0, 1), "person-unavailable", at("2026-11-05"), at("2026-11-09"));

        // When
        ClockView clock = shown("on-time", detail(null, 4, 16), List.of(pause));

        // Then
        assertThat(clock.pauses())
                .extracting(ClockView.PauseLine::words)
                .containsExactly("The person is not available: from 5 November 2026 to 9 November 2026");
        assertThat(clock.picture().stretches())
                .containsExactly(
                        new ClockBar.Stretch("The clock runs", 4, true),
                        new ClockBar.Stretch("The person is not available", 4, false),
                        new ClockBar.Stretch("The clock runs", 12, true));
    }

    @Test
    void a_clock_that_stands_still_says_since_when() {
        // Given
        var pause = new Pause(new UUID(0, 1), "awaiting-consent", at("2026-11-11"), null);

        // When
        ClockView clock = shown("paused", detail(null, 10, 10), List.of(pause));

        // Then
        assertThat(clock.sentence()).isEqualTo("The clock stands still. 10 days of 28 are used.");
        assertThat(clock.pauses())
                .extracting(ClockView.PauseLine::words)
                .containsExactly("Consent is awaited: since 11 November 2026");
        assertThat(clock.picture().description()).isEqualTo("10 of 28 days used, 18 left; 10 days did not count.");
    }

    @Test
    void the_bar_never_says_other_figures_than_the_service() {
        // Given
        var before = new Pause(new UUID(0, 1), "awaiting-consent", at("2026-10-20"), at("2026-11-09"));

        // When
        ClockBar bar = shown("on-time", detail(null, 8, 12), List.of(before)).picture();

        // Then
        assertThat(bar.used()).isEqualTo(12);
        assertThat(bar.paused()).isEqualTo(8);
    }

    @Test
    void what_is_late_over_or_ended_says_so() {
        assertThat(shown("late", detail(null, 0, 40), List.of()).sentence())
                .isEqualTo("Day 40. The assessment was due on 29 November 2026.");
        assertThat(shown("met", detail(LocalDate.of(2026, 11, 2), 0, 1), List.of())
                        .sentence())
                .isEqualTo("Assessed on 2 November 2026, after 1 day of 28.");
        assertThat(shown("stopped", detail(null, 0, 5), List.of()).sentence())
                .isEqualTo("The referral ended before an assessment, after 5 days.");
    }

    private static ClockView shown(String code, ClockDetail detail, List<Pause> pauses) {
        return Objects.requireNonNull(ClockView.of(referral(code, detail, pauses), TODAY));
    }

    private static ClockDetail detail(@Nullable LocalDate assessed, int paused, int days) {
        return new ClockDetail(SUBMITTED, DUE, assessed, paused, false, days);
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static Referral referral(@Nullable String clock, @Nullable ClockDetail detail, List<Pause> pauses) {
        UUID id = new UUID(0, 7);
        return new Referral(
                id,
                id,
                id,
                "Tait",
                "Leonora",
                null,
                null,
                id,
                "A team",
                null,
                null,
                "practice",
                "routine",
                "submitted",
                null,
                null,
                null,
                clock,
                null,
                null,
                false,
                0,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                detail,
                pauses,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }
}
