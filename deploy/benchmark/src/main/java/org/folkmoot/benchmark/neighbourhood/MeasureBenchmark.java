package org.folkmoot.benchmark.neighbourhood;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.FreshToken;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Pgbench;
import org.folkmoot.benchmark.Reading;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.Turn;

/** Figure P12. */
public final class MeasureBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: the bare tables have no tenant, no row-level security and no index to be kept; ours also withholds small"
                    + " numbers, names teams, fills months with nothing in them and writes JSON",
            "to the bare tables: they are read from their beginning to their end, ours along an index",
            "to readers: one is asked after the other, by one who waits; nobody else is served meanwhile");

    private static final String PAGE = "/measures?by=team&limit=500";

    private final FreshToken observer;
    private final LocalPlatform platform;
    private final Reading reading;
    private final Pgbench pgbench;
    private final Plan plan;

    /** The benchmark on that platform, with a folder for pgbench's files. */
    public MeasureBenchmark(LocalPlatform platform, Path home, Plan plan) {
        this.platform = platform;
        this.observer = new FreshToken(platform, "qkk", "observer");
        this.reading = new Reading(platform, "neighbourhood");
        this.pgbench = new Pgbench(platform, "neighbourhood", home);
        this.plan = plan;
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     */
    public record Plan(int pairs, int seconds) {}

    /** Measures. */
    public Report measure() throws IOException, SQLException {
        Pgbench.require();
        System.out.println("  a million journeys are being made");
        ManyJourneys.make(platform);
        double loadBefore = Machine.load();
        var ours = new ArrayList<Double>();
        var peers = new ArrayList<Double>();
        ask();
        peer();
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                ours.add(ask());
                peers.add(peer());
            } else {
                peers.add(peer());
                ours.add(ask());
            }
            System.out.printf(
                    Locale.ROOT,
                    "  measures of a million journeys, pair %d: %.0f ms, bare tables %.0f ms%n",
                    pair + 1,
                    ours.getLast(),
                    peers.getLast());
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        return new Report(
                "P12",
                "measures",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                List.of(Figure.atMost(2, "24 months by team of 1,000,000 journeys", "ms", ours, peers)),
                UNFAIR,
                Map.of());
    }

    /** The median, in milliseconds. */
    private double ask() throws IOException {
        Turn turn = reading.ask(List.of(PAGE), observer.get(), 1, Duration.ofSeconds(plan.seconds()));
        return turn.latencies().millis(0.5);
    }

    private double peer() throws IOException {
        return pgbench.run(List.of(ManyJourneys.bare()), 1, plan.seconds())
                .latencies()
                .millis(0.5);
    }
}
