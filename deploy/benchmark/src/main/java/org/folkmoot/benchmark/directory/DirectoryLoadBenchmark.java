package org.folkmoot.benchmark.directory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.Spread;
import org.folkmoot.benchmark.directory.RegistryClient.Load;

/** Figure P1. */
public final class DirectoryLoadBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: COPY is given clean rows in PostgreSQL's own form; ours reads the published files, checks every cell,"
                    + " finds out what changed and keeps history",
            "to us: the time is from the first byte of the upload until the job is seen to have ended, and the files are"
                    + " kept in the database first, so that a load that was cut short can be run again",
            "to us: the announcements, the findings and what was last announced are written too; COPY writes the facts"
                    + " alone",
            "to COPY: it writes the rows over the same connection protocol, but it could be run with indexes dropped and"
                    + " made again afterwards; a table in use cannot do that",
            "to readers: the organisations are the real ones again and again, so names are less various than a million real"
                    + " ones would be; both write the same rows");

    private final LocalPlatform platform;
    private final Path home;
    private final Plan plan;
    private final DirectoryTables tables;
    private final RegistryClient registry;

    /** The benchmark on that platform, with a folder for the files to load. */
    public DirectoryLoadBenchmark(LocalPlatform platform, Path home, Plan plan) {
        this.platform = platform;
        this.home = home;
        this.plan = plan;
        this.tables = new DirectoryTables(platform, home.resolve("rows"));
        this.registry = new RegistryClient(platform);
    }

    /**
     * How much is measured.
     *
     * @param rows organisations in the file of cost centres
     * @param pairs how many pairs of a first load and a COPY, each followed by an unchanged load
     */
    public record Plan(int rows, int pairs) {}

    /** Measures; the directory then holds the enlarged release. */
    public Report measure() throws IOException, SQLException {
        double loadBefore = Machine.load();
        Path release = home.resolve("release");
        Path backwards = home.resolve("backwards");
        long lines = EnlargedDirectory.write(platform.realDirectory(), release, plan.rows(), false);
        EnlargedDirectory.write(platform.realDirectory(), backwards, plan.rows(), true);
        tables.empty();
        Load first = registry.load(release);
        expect("loaded", first);
        long rows = tables.prepareThePeer();
        var measured = new Measured(rows);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                measured.first(loadAnew(release));
                measured.peer(tables.copy());
            } else {
                measured.peer(tables.copy());
                measured.first(loadAnew(release));
            }
            tables.awaitRelay();
            var before = tables.written();
            Load again = registry.load(backwards);
            var after = tables.written();
            measured.reload(again);
            measured.written.add((double) (after.written() - before.written()));
            measured.announced.add((double) (after.announcements() - before.announcements()));
            System.out.printf(
                    Locale.ROOT,
                    "  pair %d: first load %.1f s, COPY %.1f s, unchanged load %.1f s%n",
                    pair + 1,
                    measured.firstSeconds.getLast(),
                    measured.peerSeconds.getLast(),
                    measured.reloadSeconds.getLast());
        }
        return measured.report(loadBefore, lines, first);
    }

    /** Loads the enlarged release once, and measures nothing. */
    public void prepare() throws IOException {
        Path release = home.resolve("release");
        EnlargedDirectory.write(platform.realDirectory(), release, plan.rows(), false);
        expect("loaded", registry.load(release));
    }

    private Load loadAnew(Path release) throws IOException, SQLException {
        tables.empty();
        Load load = registry.load(release);
        expect("loaded", load);
        return load;
    }

    private static void expect(String outcome, Load load) {
        if (!load.outcome().equals(outcome)) {
            throw new IllegalStateException("the release was to be " + outcome + ": " + load.report());
        }
    }

    private final class Measured {

        private final long rows;
        private final List<Double> firstSeconds = new ArrayList<>();
        private final List<Double> peerSeconds = new ArrayList<>();
        private final List<Double> reloadSeconds = new ArrayList<>();
        private final List<Double> written = new ArrayList<>();
        private final List<Double> announced = new ArrayList<>();
        private final List<Map<String, Double>> firstPhases = new ArrayList<>();
        private final List<Map<String, Double>> reloadPhases = new ArrayList<>();

        Measured(long rows) {
            this.rows = rows;
        }

        void first(Load load) {
            firstSeconds.add(load.seconds());
            firstPhases.add(load.phases());
        }

        void peer(double seconds) {
            peerSeconds.add(seconds);
        }

        void reload(Load load) {
            reloadSeconds.add(load.seconds());
            reloadPhases.add(load.phases());
        }

        Report report(double loadBefore, long lines, Load first) {
            List<Figure> figures = List.of(
                    Figure.atLeast(0.5, "first load", "rows/s", speeds(firstSeconds), speeds(peerSeconds)),
                    Figure.atLeast(0.6, "unchanged load", "rows/s", speeds(reloadSeconds), speeds(peerSeconds)),
                    Figure.amountAtMost(0, "rows written by an unchanged load", "rows", written),
                    Figure.amountAtMost(0, "events of an unchanged load", "events", announced));
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("organisations", plan.rows());
            settings.put("lines of all files", lines);
            settings.put("rows of facts", rows);
            settings.put("pairs", plan.pairs());
            settings.put(
                    "announced by a first load",
                    first.report().path("announced").toString());
            Map<String, Object> profile = new LinkedHashMap<>();
            profile.put("first load, seconds by phase", medians(firstPhases));
            profile.put("unchanged load, seconds by phase", medians(reloadPhases));
            return new Report(
                    "P1",
                    "directory load",
                    Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    Machine.at(loadBefore),
                    settings,
                    figures,
                    UNFAIR,
                    profile);
        }

        private List<Double> speeds(List<Double> seconds) {
            return seconds.stream().map(each -> rows / each).toList();
        }

        private Map<String, Double> medians(List<Map<String, Double>> loads) {
            Map<String, List<Double>> byPhase = new LinkedHashMap<>();
            loads.forEach(load -> load.forEach((phase, seconds) ->
                    byPhase.computeIfAbsent(phase, p -> new ArrayList<>()).add(seconds)));
            Map<String, Double> medians = new LinkedHashMap<>();
            byPhase.forEach((phase, seconds) ->
                    medians.put(phase, Math.round(Spread.of(seconds).median() * 10) / 10.0));
            return medians;
        }
    }
}
