package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/** The clock of the database against one that counts day by day. */
class ClockPropertyTest {

    /** Before the clocks go forward, so that some journeys see 23 and others 25 hours of a day. */
    private static final Instant BEGINNING = Instant.parse("2026-02-20T00:00:00Z");

    private static final int DAYS = 28;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);
    private static final Ground GROUND = Ground.fresh();

    /** @param until null while it lasts */
    record Pause(Instant from, @Nullable Instant until) {}

    /** @param assessed null if nobody was yet */
    record Journey(
            Instant submitted, List<Pause> pauses, @Nullable Instant assessed, LocalDate today) {}

    private record Face(LocalDate due, int pausedDays, int days, boolean paused) {}

    @AfterContainer
    static void end() throws SQLException {
        GROUND.close();
    }

    @Property(tries = 400)
    void the_clock_is_what_counting_day_by_day_gives(@ForAll("journeys") Journey journey) throws SQLException {
        assertThat(shown(kept(journey), journey.today())).isEqualTo(counted(journey));
    }

    @Property(tries = 100)
    void in_which_order_things_are_written_down_changes_nothing(@ForAll("journeys") Journey journey)
            throws SQLException {
        // Given: everything written down backwards, and a second assessment besides
        UUID referral = GROUND.referral();
        if (journey.assessed() != null) {
            GROUND.happened(referral, "assessed", journey.assessed().plus(Duration.ofDays(9)));
            GROUND.happened(referral, "assessed", journey.assessed());
        }
        for (Pause pause : journey.pauses().reversed()) {
            GROUND.paused(referral, pause.from(), pause.until());
        }
        GROUND.happened(referral, "submitted", journey.submitted());

        // When, Then
        assertThat(shown(referral, journey.today())).isEqualTo(counted(journey));
    }

    @Property(tries = 100)
    void a_pause_never_brings_the_last_day_nearer(@ForAll("journeys") Journey journey) throws SQLException {
        // Given
        var unpaused = new Journey(journey.submitted(), List.of(), journey.assessed(), journey.today());

        // When
        Face with = shown(kept(journey), journey.today());
        Face without = shown(kept(unpaused), journey.today());

        // Then
        assertThat(with.due()).isAfterOrEqualTo(without.due());
        assertThat(with.days()).isLessThanOrEqualTo(without.days());
        assertThat(with.days() + with.pausedDays()).isEqualTo(without.days());
    }

    @Property(tries = 100)
    void what_the_measures_keep_is_what_the_clock_says(@ForAll("journeys") Journey journey) throws SQLException {
        // Given
        UUID referral = kept(journey);
        LocalDate today = GROUND.ask(
                row -> row.getObject(1, LocalDate.class), "select (now() at time zone 'Europe/London')::date");

        // When
        Face clock = shown(referral, today);
        Face measured = GROUND.ask(
                row -> new Face(
                        row.getObject("due_on", LocalDate.class),
                        clock.pausedDays(),
                        row.getObject("days", Integer.class) == null ? clock.days() : row.getInt("days"),
                        row.getBoolean("stands")),
                """
                select least(due_on, '9999-12-31') as due_on, days, due_on = 'infinity' as stands from journey_measure
                where tenant_id = 'qkk' and journey_id = ?
                """,
                referral);

        // Then
        boolean stands = clock.paused() && !clock.due().isBefore(today);
        assertThat(measured)
                .isEqualTo(new Face(stands ? NEVER : clock.due(), clock.pausedDays(), clock.days(), stands));
    }

    private static UUID kept(Journey journey) throws SQLException {
        UUID referral = GROUND.referral();
        GROUND.happened(referral, "submitted", journey.submitted());
        for (Pause pause : journey.pauses()) {
            GROUND.paused(referral, pause.from(), pause.until());
        }
        if (journey.assessed() != null) {
            GROUND.happened(referral, "assessed", journey.assessed());
        }
        return referral;
    }

    private static Face shown(UUID journey, LocalDate today) throws SQLException {
        return GROUND.ask(
                row -> new Face(
                        row.getObject("due_on", LocalDate.class),
                        row.getInt("paused_days"),
                        row.getInt("days"),
                        row.getBoolean("paused")),
                "select due_on, paused_days, days, paused from referral_clock(?) where tenant_id = 'qkk' and journey_id = ?",
                today,
                journey);
    }

    private static Face counted(Journey journey) {
        LocalDate submitted = LondonTime.dateOf(journey.submitted());
        LocalDate end = journey.assessed() == null ? journey.today() : LondonTime.dateOf(journey.assessed());
        int paused = 0;
        int run = 0;
        for (LocalDate day = submitted; day.isBefore(end); day = day.plusDays(1)) {
            if (isPaused(journey, day, end)) {
                paused++;
            } else {
                run++;
            }
        }
        LocalDate due = submitted;
        for (int left = DAYS; left > 0 || isPaused(journey, due, end); due = due.plusDays(1)) {
            if (!isPaused(journey, due, end)) {
                left--;
            }
        }
        boolean lasts = journey.pauses().stream().anyMatch(pause -> pause.until() == null);
        return new Face(due, paused, run, lasts && journey.assessed() == null);
    }

    /** Whether the clock stands still from this day to the next. */
    private static boolean isPaused(Journey journey, LocalDate day, LocalDate end) {
        return day.isBefore(end)
                && journey.pauses().stream()
                        .anyMatch(pause -> !day.isBefore(LondonTime.dateOf(pause.from()))
                                && (pause.until() == null || day.isBefore(LondonTime.dateOf(pause.until()))));
    }

    @Provide
    Arbitrary<Journey> journeys() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 24 * 60);
        Arbitrary<List<Integer>> steps =
                Arbitraries.integers().between(1, 24 * 14).list().ofMinSize(0).ofMaxSize(8);
        return Combinators.combine(
                        hours, hours, steps, Arbitraries.integers().between(0, 24 * 90), Arbitraries.of(true, false))
                .as(ClockPropertyTest::journey);
    }

    private static Journey journey(int begin, int first, List<Integer> steps, int wait, boolean assessed) {
        Instant submitted = BEGINNING.plus(Duration.ofHours(begin));
        Instant end = submitted.plus(Duration.ofHours(wait));
        var pauses = new ArrayList<Pause>();
        // The first may begin before anybody was submitted; what lies after the end has not happened yet.
        Instant from = submitted.plus(Duration.ofHours(first - 24 * 30L));
        for (int place = 0; place < steps.size() && !from.isAfter(end); place += 2) {
            Instant until = from.plus(Duration.ofHours(steps.get(place)));
            if (place + 1 == steps.size() && !assessed) {
                pauses.add(new Pause(from, null));
                break;
            }
            pauses.add(new Pause(from, until));
            from = until.plus(Duration.ofHours(place + 1 == steps.size() ? 1 : steps.get(place + 1)));
        }
        return new Journey(submitted, pauses, assessed ? end : null, LondonTime.dateOf(end));
    }
}
