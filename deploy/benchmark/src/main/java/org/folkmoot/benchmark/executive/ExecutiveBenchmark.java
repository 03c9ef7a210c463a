package org.folkmoot.benchmark.executive;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.FreshToken;
import org.folkmoot.benchmark.HttpConnection;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Pgbench;
import org.folkmoot.benchmark.Reading;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.SpokenSql;
import org.folkmoot.benchmark.Turn;

/** Figure P11. */
public final class ExecutiveBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: pgbench sends SQL and throws the rows away; ours checks a token and the ICS's state, maps rows and writes"
                    + " JSON",
            "to us: the bare table has two numbers a row, no tenant, no row-level security and nothing to say of its ends;"
                    + " ours walks both ways and tells what each thing is",
            "to us: the service and what asks it are two Java processes on the same two cores as PostgreSQL",
            "to nobody: forty requests are made on either side, since thirty-nine that set nothing go with the one for the"
                    + " pack",
            "to readers: every chain is a line; a real one has branches");

    private static final int PAGES_FOR_A_PACK = 40;
    private static final String PDF = "application/pdf";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalPlatform platform;
    private final Plan plan;
    private final FreshToken manager;
    private final Reading reading;
    private final Pgbench pgbench;

    /** The benchmark on that platform, with a folder for pgbench's files. */
    public ExecutiveBenchmark(LocalPlatform platform, Path home, Plan plan) {
        this.platform = platform;
        this.plan = plan;
        this.manager = new FreshToken(platform, "qkk", "manager");
        this.reading = new Reading(platform, "executive");
        this.pgbench = new Pgbench(platform, "executive", home);
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     * @param connections clients at once, of the executive and of PostgreSQL
     */
    public record Plan(int pairs, int seconds, int connections) {}

    /** Measures. */
    public Report measure() throws IOException, SQLException {
        Pgbench.require();
        System.out.println("  rows are being made");
        ManyActions.make(platform);
        double loadBefore = Machine.load();
        List<Figure> figures = new ArrayList<>();
        List<String> pages = hundred(ManyActions::page);
        makeSure(pages.getFirst());
        measure("a page out of 100,000 actions", pages, spoken(pages), 0.5, figures);
        measure(
                "a walk of 8 steps in 1,000,000 links",
                hundred(ManyActions::walk),
                hundred(number -> List.of(ManyActions.bareWalk(number))),
                0.25,
                figures);
        papers(figures);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        settings.put("connections", plan.connections());
        return new Report(
                "P11",
                "the executive",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                figures,
                UNFAIR,
                Map.of());
    }

    private void measure(String what, List<String> paths, List<List<String>> sql, double reach, List<Figure> figures)
            throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        ask(paths);
        peer(sql);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                ours.add(ask(paths).perSecond());
                peers.add(peer(sql).perSecond());
            } else {
                peers.add(peer(sql).perSecond());
                ours.add(ask(paths).perSecond());
            }
            tell(what, pair, ours, peers);
        }
        figures.add(Figure.atLeast(reach, what, "1/s", ours, peers));
    }

    private Turn ask(List<String> paths) throws IOException {
        return reading.ask(paths, manager.get(), plan.connections(), Duration.ofSeconds(plan.seconds()));
    }

    private Turn peer(List<List<String>> sql) throws IOException {
        return pgbench.run(sql, plan.connections(), plan.seconds());
    }

    /** What is measured answers with what it is said to: a page with actions on it, and a walk to the chain's beginning. */
    private void makeSure(String page) throws IOException {
        int actions = JSON.readTree(answer(page)).path("items").size();
        int steps = JSON.readTree(answer(ManyActions.walk(0))).path("nodes").size() - 1;
        if (actions < ManyActions.ACTIONS_ON_A_PAGE || steps != ManyActions.DEPTH) {
            throw new IllegalStateException(
                    "a page has " + actions + " actions and a walk " + steps + " steps: nothing to measure");
        }
    }

    private String answer(String path) throws IOException {
        try (HttpConnection connection = connect()) {
            connection.ask(request(path, "application/json"));
            return connection.body();
        }
    }

    /** One pack against as many empty pages as it has items. */
    private void papers(List<Figure> figures) throws IOException {
        List<Double> packs = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        for (int time = 0; time < PAGES_FOR_A_PACK; time++) {
            pack();
        }
        emptyPages();
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                packs.add(pack());
                pages.add(emptyPages());
            } else {
                pages.add(emptyPages());
                packs.add(pack());
            }
            tell("a pack of 40 items, ms", pair, packs, pages);
        }
        figures.add(Figure.atMost(1, "a pack of 40 items, 40 empty pages", "ms", packs, pages));
    }

    /** A request costs something whatever it asks for: as many go with the pack as there are for the empty pages. */
    private double pack() throws IOException {
        return millis(
                request(paper(ManyActions.FULL), PDF),
                request("/meetings/" + ManyActions.EMPTY, "application/json"),
                PAGES_FOR_A_PACK - 1);
    }

    private double emptyPages() throws IOException {
        byte[] page = request(paper(ManyActions.EMPTY), PDF);
        return millis(page, page, PAGES_FOR_A_PACK - 1);
    }

    private static String paper(String meeting) {
        return "/meetings/" + meeting + "/pack";
    }

    private double millis(byte[] first, byte[] then, int times) throws IOException {
        long begin = System.nanoTime();
        try (HttpConnection connection = connect()) {
            connection.ask(first);
            for (int time = 0; time < times; time++) {
                connection.ask(then);
            }
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private HttpConnection connect() throws IOException {
        return new HttpConnection("localhost", platform.port("executive"));
    }

    private byte[] request(String path, String type) throws IOException {
        return HttpConnection.get(path, "Accept: " + type, "Authorization: Bearer " + manager.get());
    }

    /** The SQL that the executive says for each of the paths. */
    private List<List<String>> spoken(List<String> paths) throws IOException, SQLException {
        var spoken = new SpokenSql(platform, "executive");
        spoken.listen(true);
        try {
            List<List<String>> sql = new ArrayList<>();
            for (String path : paths) {
                String token = manager.get();
                List<String> first = spoken.during(() -> reading.askOnce(path, token));
                // The service's own watchers speak now and then; twice the same moment they do not.
                List<String> second = spoken.during(() -> reading.askOnce(path, token));
                sql.add(first.size() <= second.size() ? first : second);
            }
            return sql;
        } finally {
            spoken.listen(false);
        }
    }

    private static <T> List<T> hundred(IntFunction<T> each) {
        return IntStream.range(0, Pgbench.MOST_SCRIPTS).mapToObj(each).toList();
    }

    private static void tell(String what, int pair, List<Double> ours, List<Double> peers) {
        System.out.printf(
                Locale.ROOT, "  %s, pair %d: %.1f, peer %.1f%n", what, pair + 1, ours.getLast(), peers.getLast());
    }
}
