package org.folkmoot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_a_name_every_benchmark_runs_in_full_size() {
        // When
        Options options = Options.of(List.of());

        // Then
        assertThat(options.names()).containsExactly("p1", "p2", "p3", "p4", "p5", "p6", "p9", "p10", "p11", "p12");
        assertThat(options.rows()).isEqualTo(1_000_000);
        assertThat(options.pairs()).isEqualTo(5);
        assertThat(options.rate()).isEqualTo(500);
        assertThat(options.hapi()).isNull();
    }

    @Test
    void the_peer_of_p5_and_p6_is_where_it_is_said_to_be() {
        assertThat(Options.of(List.of("p5", "--hapi", "http://localhost:8090/fhir"))
                        .hapi())
                .hasPort(8090);
        assertThatThrownBy(() -> Options.of(List.of("p5", "--hapi", "localhost")))
                .hasMessageContaining("--hapi");
        assertThatThrownBy(() -> Options.of(List.of("p5", "--hapi"))).hasMessageContaining("--hapi");
    }

    @Test
    void names_and_sizes_can_be_asked_for() {
        // When
        Options options = Options.of(List.of("P4", "--seconds", "3", "--rows", "20_000"));

        // Then
        assertThat(options.asks("p4")).isTrue();
        assertThat(options.asks("p1")).isFalse();
        assertThat(options.seconds()).isEqualTo(3);
        assertThat(options.rows()).isEqualTo(20_000);
    }

    @Test
    void what_is_not_understood_is_named() {
        assertThatThrownBy(() -> Options.of(List.of("p7"))).hasMessageContaining("p7");
        assertThatThrownBy(() -> Options.of(List.of("--speed", "9"))).hasMessageContaining("--speed");
        assertThatThrownBy(() -> Options.of(List.of("--pairs", "many"))).hasMessageContaining("many");
        assertThatThrownBy(() -> Options.of(List.of("--pairs", "0"))).hasMessageContaining("--pairs");
    }
}
