package org.folkmoot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.benchmark.ballot.CastingBenchmark;
import org.folkmoot.benchmark.ballot.CountingBenchmark;
import org.folkmoot.benchmark.directory.DirectoryLoadBenchmark;
import org.folkmoot.benchmark.directory.DirectoryReadBenchmark;
import org.folkmoot.benchmark.executive.ExecutiveBenchmark;
import org.folkmoot.benchmark.neighbourhood.MeasureBenchmark;
import org.folkmoot.benchmark.neighbourhood.ReferralBenchmark;
import org.folkmoot.benchmark.portal.FirstPageBenchmark;
import org.folkmoot.benchmark.relay.RelayBenchmark;
import org.folkmoot.local.Refusal;
import org.folkmoot.local.Settings;

/** The command {@code ./folkmoot bench [NAME…]}. */
public final class Bench {

    /** Added to the local stack's ports, so that both can run. */
    private static final int PORTS_ABOVE = 20_000;

    private final Path root;
    private final Options options;
    private final List<Report> reports = new ArrayList<>();

    private Bench(Path root, Options options) {
        this.root = root;
        this.options = options;
    }

    /**
     * Runs the benchmarks that are named, or all; exit code 3 when a figure is not reached, 1 when one could not be run.
     *
     * @param args names and options, see {@link Options}
     */
    public static void main(String[] args) {
        try {
            Path root = Path.of(System.getProperty("folkmoot.root", "")).toAbsolutePath();
            boolean reached = new Bench(root, Options.of(List.of(args))).run();
            System.exit(reached ? 0 : 3);
        } catch (Refusal | IllegalArgumentException | IllegalStateException | IOException | SQLException e) {
            System.err.println("folkmoot bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private boolean run() throws IOException, SQLException {
        if (options.asks("p1") || options.asks("p2")) {
            directory();
        }
        if (options.asks("p3")) {
            casting();
        }
        if (options.asks("p4")) {
            relay();
        }
        if (options.asks("p5") || options.asks("p6") || options.asks("p12")) {
            neighbourhood();
        }
        if (options.asks("p9")) {
            portal();
        }
        if (options.asks("p10")) {
            tell(new CountingBenchmark(
                            root.resolve(".folkmoot/bench/ballots"),
                            new CountingBenchmark.Plan(options.pairs(), options.seconds()))
                    .measure());
        }
        if (options.asks("p11")) {
            executive();
        }
        return reports.stream().allMatch(Report::reached);
    }

    private void executive() throws IOException, SQLException {
        Path home = root.resolve(".folkmoot/bench/executive");
        Map<String, String> environment = fresh(home);
        System.out.println("  the platform is starting, its logs are in " + home);
        try (LocalPlatform platform = LocalPlatform.start(root, environment)) {
            tell(new ExecutiveBenchmark(
                            platform,
                            Files.createDirectories(home.resolve("files")),
                            new ExecutiveBenchmark.Plan(options.pairs(), options.seconds(), options.connections()))
                    .measure());
        }
    }

    private void neighbourhood() throws IOException, SQLException {
        Path home = root.resolve(".folkmoot/bench/neighbourhood");
        Map<String, String> environment = fresh(home);
        System.out.println("  the platform is starting, its logs are in " + home);
        try (LocalPlatform platform = LocalPlatform.start(root, environment)) {
            if (options.asks("p5") || options.asks("p6")) {
                var referrals = new ReferralBenchmark(
                        platform,
                        options.hapi(),
                        new ReferralBenchmark.Plan(
                                options.pairs(), options.seconds(), options.connections(), options.referrals()));
                for (Report report : referrals.measure(options.asks("p5"), options.asks("p6"))) {
                    tell(report);
                }
            }
            if (options.asks("p12")) {
                tell(new MeasureBenchmark(
                                platform,
                                Files.createDirectories(home.resolve("files")),
                                new MeasureBenchmark.Plan(options.pairs(), options.seconds()))
                        .measure());
            }
        }
    }

    private void casting() throws IOException, SQLException {
        Path home = root.resolve(".folkmoot/bench/casting");
        Map<String, String> environment = fresh(home);
        environment.putAll(CastingBenchmark.ENVIRONMENT);
        System.out.println("  the platform is starting, its logs are in " + home);
        try (LocalPlatform platform = LocalPlatform.start(root, environment)) {
            tell(new CastingBenchmark(
                            platform,
                            Files.createDirectories(home.resolve("files")),
                            new CastingBenchmark.Plan(
                                    options.pairs(), options.seconds(), options.connections(), options.ballots()))
                    .measure());
        }
    }

    private void portal() throws IOException {
        Path home = root.resolve(".folkmoot/bench/portal");
        Map<String, String> environment = fresh(home);
        environment.putAll(FirstPageBenchmark.ENVIRONMENT);
        System.out.println("  the platform is starting, its logs are in " + home);
        try (LocalPlatform platform = LocalPlatform.start(root, environment)) {
            tell(new FirstPageBenchmark(
                            platform, new FirstPageBenchmark.Plan(options.pairs(), options.seconds(), options.people()))
                    .measure());
        }
    }

    private void directory() throws IOException, SQLException {
        Path home = root.resolve(".folkmoot/bench/directory");
        Map<String, String> environment = fresh(home);
        Path files = Files.createDirectories(home.resolve("files"));
        System.out.println("  the platform is starting, its logs are in " + home);
        try (LocalPlatform platform = LocalPlatform.start(root, environment)) {
            var load = new DirectoryLoadBenchmark(
                    platform, files, new DirectoryLoadBenchmark.Plan(options.rows(), options.pairs()));
            if (options.asks("p1")) {
                tell(load.measure());
            } else {
                load.prepare();
            }
            if (options.asks("p2")) {
                tell(new DirectoryReadBenchmark(
                                platform,
                                files,
                                new DirectoryReadBenchmark.Plan(
                                        options.pairs(), options.seconds(), options.connections()))
                        .measure());
            }
        }
    }

    private void relay() throws IOException, SQLException {
        Path home = root.resolve(".folkmoot/bench/relay");
        Map<String, String> environment = fresh(home);
        tell(RelayBenchmark.run(
                root,
                home.resolve("trial"),
                environment,
                new RelayBenchmark.Plan(
                        options.pairs(), options.rate(), options.seconds(), options.seconds(), options.partitions())));
    }

    private void tell(Report report) throws IOException {
        reports.add(report);
        System.out.println(report.table());
        System.out.println("    written to " + report.write(root.resolve("deploy/benchmark/target")));
    }

    /** Empties the folder, in which an earlier run may still have servers running, and tells how to run some there. */
    private Map<String, String> fresh(Path home) throws IOException {
        Map<String, String> environment = environment(home);
        if (Files.exists(home)) {
            LocalPlatform.endLeftovers(root, environment);
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(home);
        return environment;
    }

    /** Ports beside those of the local stack, so that both can run; {@code FOLKMOOT_PORT_…} overrides here too. */
    private static Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FOLKMOOT_OPTIMISE", "true");
        Settings.DEFAULT_PORTS.forEach(
                (name, port) -> environment.put(Settings.variable(name), Integer.toString(port + PORTS_ABOVE)));
        environment.putAll(System.getenv());
        environment.put("FOLKMOOT_HOME", home.toString());
        return environment;
    }
}
