package org.folkmoot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {

    @Test
    void a_throughput_is_reached_from_its_share_of_the_peers_upwards() {
        assertThat(Figure.atLeast(0.5, "load", "rows/s", List.of(50.0), List.of(100.0))
                        .reached())
                .isTrue();
        assertThat(Figure.atLeast(0.5, "load", "rows/s", List.of(49.0), List.of(100.0))
                        .reached())
                .isFalse();
    }

    @Test
    void a_time_is_reached_from_its_share_of_the_peers_downwards() {
        assertThat(Figure.atMost(3, "read", "ms", List.of(3.0), List.of(1.0)).reached())
                .isTrue();
        assertThat(Figure.atMost(3, "read", "ms", List.of(3.1), List.of(1.0)).reached())
                .isFalse();
    }

    @Test
    void an_amount_has_no_peer() {
        // When
        Figure figure = Figure.amountAtMost(0, "rows written", "rows", List.of(0.0, 0.0));

        // Then
        assertThat(figure.peer()).isNull();
        assertThat(figure.ratio()).isNull();
        assertThat(figure.reached()).isTrue();
    }

    @Test
    void a_figure_whose_peer_was_not_there_is_neither_reached_nor_missed() {
        // Given
        Figure figure = Figure.notRun("≥ 8", "create", "1/s", List.of(900.0));

        // When
        var report = new Report(
                "P0",
                "a trial",
                "2026-11-21T00:00:00Z",
                Machine.at(Machine.load()),
                Map.of(),
                List.of(figure),
                List.of(),
                Map.of());

        // Then
        assertThat(figure.reached()).isFalse();
        assertThat(report.reached()).isTrue();
        assertThat(report.table()).contains("≥ 8", "not run").doesNotContain("REACHED");
    }

    @Test
    void a_report_tells_every_figure_in_its_table_and_in_its_file(@TempDir Path folder) throws Exception {
        // Given
        var report = new Report(
                "P0",
                "a trial",
                "2026-11-21T00:00:00Z",
                Machine.at(Machine.load()),
                Map.of("rows", 10),
                List.of(
                        Figure.atLeast(0.5, "first load", "rows/s", List.of(10.0, 20.0), List.of(40.0, 50.0)),
                        Figure.amountAtMost(0, "rows written", "rows", List.of(0.0))),
                List.of("to nobody"),
                Map.of("stage", "2 ms"));

        // When
        String table = report.table();
        String json = Files.readString(report.write(folder));

        // Then
        assertThat(table)
                .contains("first load", "0.33 (0.25–0.40)", "NOT REACHED", "rows written", "to nobody", "2 ms");
        assertThat(json).contains("\"number\" : \"P0\"", "\"median\" : 0.325", "\"reached\" : false", "to nobody");
    }
}
