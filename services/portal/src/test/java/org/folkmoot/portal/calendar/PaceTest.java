package org.folkmoot.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @Test
    void one_address_is_fetched_so_often_a_minute_and_others_are_not_touched_by_that() {
        // Given
        Pace pace = new Pace(clock);
        IntStream.range(0, Pace.OF_ONE)
                .forEach(time -> assertThat(pace.pause("one")).isEmpty());

        // When
        now.updateAndGet(instant -> instant.plusSeconds(20));

        // Then
        assertThat(pace.pause("one")).contains(Duration.ofSeconds(40));
        assertThat(pace.pause("another")).isEmpty();
        now.updateAndGet(instant -> instant.plusSeconds(40));
        assertThat(pace.pause("one")).isEmpty();
    }

    @Test
    void whoever_tries_addresses_gets_none_until_the_minute_is_over() {
        // Given
        Pace pace = new Pace(clock);
        for (int tried = 0; tried < Pace.OF_WRONG_ONES; tried++) {
            assertThat(pace.pause("wrong " + tried)).isEmpty();
            pace.missed("wrong " + tried);
        }

        // Then
        assertThat(pace.pause("right")).contains(Duration.ofMinutes(1));
        now.updateAndGet(instant -> instant.plusSeconds(60));
        assertThat(pace.pause("right")).isEmpty();
    }

    @Test
    void an_address_that_was_found_lately_answers_whatever_others_try() {
        // Given
        Pace pace = new Pace(clock);
        assertThat(pace.pause("real")).isEmpty();
        pace.found("real");

        // When
        for (int tried = 0; tried <= Pace.OF_WRONG_ONES; tried++) {
            if (pace.pause("wrong " + tried).isEmpty()) {
                pace.missed("wrong " + tried);
            }
        }

        // Then
        assertThat(pace.pause("wrong again")).isPresent();
        assertThat(pace.pause("real")).isEmpty();
        IntStream.range(2, Pace.OF_ONE)
                .forEach(time -> assertThat(pace.pause("real")).isEmpty());
        assertThat(pace.pause("real")).as("too often for any address").isPresent();
    }

    @Test
    void an_address_that_was_revoked_is_known_no_more() {
        // Given
        Pace pace = new Pace(clock);
        assertThat(pace.pause("revoked")).isEmpty();
        pace.found("revoked");

        // When
        pace.missed("revoked");
        IntStream.range(1, Pace.OF_WRONG_ONES).forEach(tried -> pace.missed("wrong " + tried));

        // Then
        assertThat(pace.pause("revoked")).isPresent();
    }

    @Test
    void no_more_addresses_are_remembered_than_fit_and_those_fetched_least_lately_go_first() {
        // Given
        Pace pace = new Pace(clock);
        assertThat(pace.pause("first")).isEmpty();
        pace.found("first");
        pace.found("second");
        pace.found("first");

        // When
        IntStream.range(1, Pace.REMEMBERED).forEach(other -> pace.found("other " + other));
        IntStream.range(0, Pace.OF_WRONG_ONES).forEach(tried -> pace.missed("wrong " + tried));

        // Then
        assertThat(pace.pause("first")).isEmpty();
        assertThat(pace.pause("second")).isPresent();
    }

    @Test
    void new_addresses_are_bounded_where_nothing_comes_back_that_says_whether_they_are_wrong() {
        // Given
        Pace pace = new Pace(clock);
        pace.found("real");

        // When
        IntStream.range(0, Pace.OF_NEW_ONES)
                .forEach(time -> assertThat(pace.pause("new " + time)).isEmpty());

        // Then
        assertThat(pace.pause("one too many")).contains(Duration.ofMinutes(1));
        assertThat(pace.pause("new 0")).as("one of them again").isEmpty();
        assertThat(pace.pause("real")).isEmpty();
    }
}
