package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), 10);

    @Test
    void the_pause_doubles_with_each_failure() {
        assertThat(backoff.afterFailure(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.afterFailure(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.afterFailure(6)).isEqualTo(Duration.ofSeconds(32));
    }

    @Test
    void no_pause_is_longer_than_the_longest() {
        assertThat(backoff.afterFailure(7)).isEqualTo(Duration.ofMinutes(1));
        assertThat(backoff.afterFailure(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void it_is_given_up_after_the_last_attempt() {
        assertThat(backoff.isExhaustedAfter(9)).isFalse();
        assertThat(backoff.isExhaustedAfter(10)).isTrue();
    }
}
