package org.folkmoot.benchmark.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.Report;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;

/** Runs after packaging, since the trial's services are processes. */
class RelayBenchmarkIT {

    private final Path root = Path.of(System.getProperty("folkmoot.root"));

    @Test
    void a_few_changes_of_each_side_give_a_ratio() throws Exception {
        // Given
        var servers = new TestServers(TestStack.current());
        var plan = new RelayBenchmark.Plan(1, 10, 2, 1, 2);
        Path home = root.resolve("deploy/benchmark/target/smoke");

        // When
        Report report = new RelayBenchmark(root, home, servers, plan).measure();

        // Then
        Figure median = report.figures().getFirst();
        assertThat(median.ours().median()).isPositive();
        assertThat(Objects.requireNonNull(median.ratio(), "a ratio").median()).isPositive();
        assertThat(report.profile()).containsKeys("ours, stages", "peer, stages");
        assertThat(report.write(home)).exists();
    }
}
