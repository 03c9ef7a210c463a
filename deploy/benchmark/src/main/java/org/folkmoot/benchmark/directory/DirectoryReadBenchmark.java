package org.folkmoot.benchmark.directory;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.folkmoot.benchmark.SpokenSql;
import org.folkmoot.benchmark.Turn;

/** Figure P2. */
public final class DirectoryReadBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: pgbench sends SQL and throws the rows away; ours parses a request, checks a token's signature, issuer,"
                    + " audience, expiry and the ICS's state, maps rows and writes JSON",
            "to us: pgbench is a C program with little of its own to do; our service and what asks it for pages are two Java"
                    + " processes that share the same two cores with PostgreSQL",
            "to us: the values stand in pgbench's statements as constants, so PostgreSQL plans each once and for these"
                    + " values",
            "to pgbench: it keeps a prepared statement for each of the requests, which is more to look up than one with"
                    + " parameters",
            "to readers: no TLS, and everything fits into memory");

    private static final String SEARCH = "/directory/organisations?q=";

    private final LocalPlatform platform;
    private final Plan plan;
    private final FreshToken observer;
    private final Reading reading;
    private final Pgbench pgbench;

    /** The benchmark on that platform, with a folder for pgbench's files. */
    public DirectoryReadBenchmark(LocalPlatform platform, Path home, Plan plan) {
        this.platform = platform;
        this.plan = plan;
        this.observer = new FreshToken(platform, "qkk", "observer");
        this.reading = new Reading(platform, "registry");
        this.pgbench = new Pgbench(platform, "registry", home);
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     * @param connections clients at once, of the registry and of PostgreSQL
     */
    public record Plan(int pairs, int seconds, int connections) {}

    /** What people read, and the SQL that the registry says for each of the paths. */
    private record Pages(String what, List<String> paths, List<List<String>> sql) {}

    /** Measures, on the directory that is loaded. */
    public Report measure() throws IOException, SQLException {
        Pgbench.require();
        Calm.await(platform);
        double loadBefore = Machine.load();
        List<Figure> figures = new ArrayList<>();
        Map<String, Object> profile = new LinkedHashMap<>();
        List<Double> roundTrips = new ArrayList<>();
        for (Pages pages : pages()) {
            pages.sql().forEach(sql -> roundTrips.add((double) sql.size()));
            measure(pages, figures, profile);
        }
        figures.add(Figure.amountAtMost(1, "SQL statements for a read", "statements", roundTrips));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("organisations in the directory", organisations());
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        settings.put("connections", plan.connections());
        return new Report(
                "P2",
                "reading the directory",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                figures,
                UNFAIR,
                profile);
    }

    private void measure(Pages pages, List<Figure> figures, Map<String, Object> profile) throws IOException {
        List<Turn> ours = new ArrayList<>();
        List<Turn> peers = new ArrayList<>();
        ours(pages);
        peer(pages);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                ours.add(ours(pages));
                peers.add(peer(pages));
            } else {
                peers.add(peer(pages));
                ours.add(ours(pages));
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %s, pair %d: %.0f/s, pgbench %.0f/s%n",
                    pages.what(),
                    pair + 1,
                    ours.getLast().perSecond(),
                    peers.getLast().perSecond());
        }
        figures.add(Figure.atLeast(0.5, pages.what(), "1/s", speeds(ours), speeds(peers)));
        figures.add(Figure.atMost(3, pages.what() + ", p99", "ms", millis(ours, 0.99), millis(peers, 0.99)));
        profile.put(
                pages.what() + ", p50 in ms",
                "%.2f, pgbench %.2f"
                        .formatted(
                                millis(ours, 0.5).getLast(), millis(peers, 0.5).getLast()));
    }

    private Turn ours(Pages pages) throws IOException {
        return reading.ask(pages.paths(), observer.get(), plan.connections(), Duration.ofSeconds(plan.seconds()));
    }

    private Turn peer(Pages pages) throws IOException {
        return pgbench.run(pages.sql(), plan.connections(), plan.seconds());
    }

    private static List<Double> speeds(List<Turn> results) {
        return results.stream().map(Turn::perSecond).toList();
    }

    private static List<Double> millis(List<Turn> results, double share) {
        return results.stream().map(result -> result.latencies().millis(share)).toList();
    }

    // ------------------------------------------------------------------------------------------- what is read

    private List<Pages> pages() throws IOException, SQLException {
        List<String> codes = column("select code from organisation where kind = 'practice'"
                + " and valid_to = 'infinity' and status = 'open' order by md5(code) limit " + Pgbench.MOST_SCRIPTS);
        List<String> names = column("select name from organisation order by md5(code) limit " + Pgbench.MOST_SCRIPTS);
        List<String> reads =
                codes.stream().map(code -> "/directory/organisations/" + code).toList();
        var spoken = new SpokenSql(platform, "registry");
        spoken.listen(true);
        try {
            return List.of(
                    heard(spoken, "one practice", reads),
                    heard(
                            spoken,
                            "one practice as at a day",
                            reads.stream()
                                    .map(path -> path + "?asAt=2026-08-15")
                                    .toList()),
                    heard(
                            spoken,
                            "search by words of a name",
                            names.stream()
                                    .map(name -> SEARCH + encoded(words(name)))
                                    .toList()),
                    heard(
                            spoken,
                            "search by a misspelt name",
                            names.stream()
                                    .map(name -> SEARCH + encoded(misspelt(name)))
                                    .toList()));
        } finally {
            spoken.listen(false);
        }
    }

    private Pages heard(SpokenSql spoken, String what, List<String> paths) throws IOException, SQLException {
        long begin = System.nanoTime();
        List<List<String>> sql = new ArrayList<>();
        for (String path : paths) {
            String token = observer.get();
            List<String> first = spoken.during(() -> reading.askOnce(path, token));
            // The registry's own watchers speak now and then; twice the same moment they do not.
            List<String> second = spoken.during(() -> reading.askOnce(path, token));
            sql.add(first.size() <= second.size() ? first : second);
        }
        System.out.printf(
                Locale.ROOT,
                "  %s: the SQL of %d requests was heard in %.0f s%n",
                what,
                paths.size(),
                (System.nanoTime() - begin) / 1e9);
        return new Pages(what, paths, sql);
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var connection = platform.superuser("registry");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private String organisations() throws SQLException {
        return column("select to_char(count(*), 'FM9G999G999') from organisation")
                .getFirst();
    }

    /** The first two words of a name. */
    static String words(String name) {
        String[] words = name.split("[^A-Za-z0-9']+");
        return words.length < 2 ? name : words[0] + " " + words[1];
    }

    /** The name without its fourth letter. */
    static String misspelt(String name) {
        return name.length() < 5 ? name : name.substring(0, 3) + name.substring(4);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
