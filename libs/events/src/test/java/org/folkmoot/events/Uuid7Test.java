package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class Uuid7Test {

    private Instant now = Instant.parse("2026-08-01T09:00:00.123Z");

    @Test
    void an_id_is_of_version_7_and_says_when_it_was_made() {
        // Given
        var ids = new Uuid7(() -> now);

        // When
        UUID id = ids.make();

        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void ids_grow_within_a_millisecond_and_when_the_counter_overflows() {
        // Given
        var ids = new Uuid7(() -> now);

        // When
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.make().toString());
        }

        // Then
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_grow_also_when_the_clock_is_set_back() {
        // Given
        var ids = new Uuid7(() -> now);
        UUID before = ids.make();

        // When
        now = now.minusSeconds(3600);
        UUID after = ids.make();

        // Then
        assertThat(after.toString()).isGreaterThan(before.toString());
    }

    @Test
    void many_threads_get_different_ids() throws Exception {
        // Given
        Callable<List<UUID>> work = () -> {
            List<UUID> mine = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                mine.add(Uuid7.next());
            }
            return mine;
        };

        // When
        Set<UUID> all = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(List.of(work, work, work, work, work, work, work, work))) {
                all.addAll(done.get());
            }
        }

        // Then
        assertThat(all).hasSize(40_000);
    }
}
