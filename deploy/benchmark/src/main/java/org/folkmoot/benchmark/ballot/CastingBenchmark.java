package org.folkmoot.benchmark.ballot;

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
import java.util.SplittableRandom;
import org.folkmoot.benchmark.Crowd;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.HttpConnection;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Pgbench;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.Turn;

/** Figure P3. */
public final class CastingBenchmark {

    /** How the platform is started: one practice votes as often as thousands would. */
    public static final Map<String, String> ENVIRONMENT =
            Map.of("FOLKMOOT_MANDATE_REPLACEMENTS_PER_MINUTE", Integer.toString(Integer.MAX_VALUE - 1));

    private static final List<String> UNFAIR = List.of(
            "to us: pgbench writes a row; ours checks a token, the electorate, the clock and the current vote, appends to a"
                    + " hash chain, writes the current vote and answers with a receipt",
            "to us: what casts the votes and the service are two Java processes on the same two cores as PostgreSQL",
            "to us: votes on one ballot wait for each other by design, the rows of pgbench do not",
            "to readers: one practice votes again and again, each time anew; so the current vote is replaced, never added,"
                    + " and how often that may be within a minute is counted but set out of reach");

    /** The length of a vote's entry in the log, roughly. */
    private static final String PEER = "insert into trial.note (words) values (repeat('x', 300))";

    private static final String VOTE = "{\"choice\":[\"for\"]}";
    private static final String ICS = "qkk";

    private final LocalPlatform platform;
    private final Path home;
    private final Plan plan;

    /** The benchmark on that platform, which was started with {@link #ENVIRONMENT} and whose story has been told. */
    public CastingBenchmark(LocalPlatform platform, Path home, Plan plan) {
        this.platform = platform;
        this.home = home;
        this.plan = plan;
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     * @param connections votes that are being cast at once
     * @param ballots how many are open
     */
    public record Plan(int pairs, int seconds, int connections, int ballots) {}

    /** Measures. */
    public Report measure() throws IOException, SQLException {
        Pgbench.require();
        double loadBefore = Machine.load();
        List<String> paths = new OpenBallots(platform, ICS).paths(plan.ballots());
        var pgbench = peer();
        List<Figure> figures = new ArrayList<>();
        measure("many ballots", paths, 0.35, pgbench, figures);
        measure("one hot ballot", paths.subList(0, 1), 0.12, pgbench, figures);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("ballots", paths.size());
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        settings.put("connections", plan.connections());
        return new Report(
                "P3",
                "casting votes",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                figures,
                UNFAIR,
                Map.of());
    }

    private void measure(String what, List<String> paths, double reach, Pgbench pgbench, List<Figure> figures)
            throws IOException {
        List<Turn> ours = new ArrayList<>();
        List<Turn> peers = new ArrayList<>();
        cast(paths);
        peer(pgbench);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                ours.add(cast(paths));
                peers.add(peer(pgbench));
            } else {
                peers.add(peer(pgbench));
                ours.add(cast(paths));
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %s, pair %d: %.0f/s, pgbench %.0f/s%n",
                    what,
                    pair + 1,
                    ours.getLast().perSecond(),
                    peers.getLast().perSecond());
        }
        figures.add(Figure.atLeast(reach, what, "votes/s", speeds(ours), speeds(peers)));
        figures.add(Figure.atMost(4, what + ", p99", "ms", slowest(ours), slowest(peers)));
    }

    private Turn cast(List<String> paths) throws IOException {
        String token = "Authorization: Bearer " + platform.token(ICS, OpenBallots.VOTER);
        List<byte[]> votes = paths.stream()
                .map(path -> HttpConnection.put(path, VOTE, token))
                .toList();
        return Crowd.during(plan.connections(), Duration.ofSeconds(plan.seconds()), number -> {
            var connection = new HttpConnection("localhost", platform.port("mandate"));
            var random = new SplittableRandom(number);
            return new Crowd.Member() {
                @Override
                public void act() throws IOException {
                    connection.ask(votes.get(random.nextInt(votes.size())));
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        });
    }

    private Pgbench peer() throws SQLException {
        try (var connection = platform.superuser("mandate");
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists trial");
            statement.execute("create table if not exists trial.note ("
                    + "id bigint generated always as identity primary key, at timestamptz not null default now(),"
                    + " words text not null)");
            statement.execute("grant usage on schema trial to mandate_app");
            statement.execute("grant insert on trial.note to mandate_app");
        }
        return new Pgbench(platform, "mandate", home);
    }

    private Turn peer(Pgbench pgbench) throws IOException {
        return pgbench.run(List.of(List.of(PEER)), plan.connections(), plan.seconds());
    }

    private static List<Double> speeds(List<Turn> turns) {
        return turns.stream().map(Turn::perSecond).toList();
    }

    private static List<Double> slowest(List<Turn> turns) {
        return turns.stream().map(turn -> turn.latencies().millis(0.99)).toList();
    }
}
