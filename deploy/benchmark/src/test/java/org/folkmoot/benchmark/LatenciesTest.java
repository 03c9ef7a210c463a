package org.folkmoot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void tells_what_a_share_of_them_did_not_exceed() {
        // Given
        Latencies latencies =
                Latencies.of(LongStream.rangeClosed(1, 100).map(i -> i * 1_000).toArray());

        // Then
        assertThat(latencies.millis(0.5)).isEqualTo(50.0);
        assertThat(latencies.millis(0.99)).isEqualTo(99.0);
        assertThat(latencies.millis(1.0)).isEqualTo(100.0);
        assertThat(latencies.millis(0.0)).isEqualTo(1.0);
    }

    @Test
    void does_not_mind_the_order_in_which_they_came() {
        assertThat(Latencies.of(new long[] {9_000, 1_000, 5_000}).millis(0.5)).isEqualTo(5.0);
    }
}
