package org.folkmoot.benchmark.portal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.benchmark.Crowd;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.HttpConnection;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.LogTail;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.Turn;

/** Figure P9. */
public final class FirstPageBenchmark {

    /** Has the services tell which calls they answered; an installation may do so too. */
    public static final Map<String, String> ENVIRONMENT = Map.of("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");

    private static final List<String> UNFAIR = List.of(
            "to us: the peer has the calls alone; ours finds the session, opens its sealed tokens, makes the calls, and"
                    + " writes a page",
            "to us: the portal and what asks it for pages are two more Java processes on the same two cores",
            "to the peer: who asks makes its calls side by side too, and waits for the slowest");

    private static final String ICS = "qkk";
    private static final String PERSON = "director";
    private static final Pattern PART =
            Pattern.compile("(?:href|src)=\"(/[^\"#]+\\.(?:css|js|svg|png|ico|webmanifest|woff2)[^\"#]*)\"");

    /** How the portal says in its log that a service left it without an answer, and its reader without a part of the page. */
    private static final Pattern MISSING = Pattern.compile(" WARN .*The .* (?:does not answer|answers 5)");

    private final LocalPlatform platform;
    private final Plan plan;
    private final Calls calls;

    /** The benchmark on that platform, which was started with {@link #ENVIRONMENT}. */
    public FirstPageBenchmark(LocalPlatform platform, Plan plan) {
        this.platform = platform;
        this.plan = plan;
        this.calls = new Calls(platform);
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     * @param people at once
     */
    public record Plan(int pairs, int seconds, int people) {}

    /** Measures. */
    public Report measure() throws IOException {
        double loadBefore = Machine.load();
        List<String> cookies = new ArrayList<>();
        for (int i = 0; i < plan.people(); i++) {
            cookies.add(SignedIn.at(page(), PERSON, platform.personsPassword()).cookies());
        }
        open(cookies.getFirst());
        List<Calls.Call> made = calls.during(() -> open(cookies.getFirst()));
        if (made.isEmpty()) {
            throw new IllegalStateException("no service tells that it was asked for the first page's parts");
        }
        List<Turn> ours = new ArrayList<>();
        List<Turn> peers = new ArrayList<>();
        // A few at first: what was never run takes its time, and the services refuse who waits too long for it.
        for (int people : new int[] {Math.ceilDiv(plan.people(), 10), plan.people()}) {
            pages(cookies.subList(0, people));
            calls(made, people);
        }
        var portal = new LogTail(platform.log("portal"));
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                ours.add(pages(cookies));
                peers.add(calls(made, plan.people()));
            } else {
                peers.add(calls(made, plan.people()));
                ours.add(pages(cookies));
            }
            System.out.printf(
                    Locale.ROOT,
                    "  pair %d: first page p95 %.0f ms, its calls p95 %.0f ms%n",
                    pair + 1,
                    ours.getLast().latencies().millis(0.95),
                    peers.getLast().latencies().millis(0.95));
        }
        long missing = portal.text().lines().filter(MISSING.asPredicate()).count();
        return report(loadBefore, made, ours, peers, missing, kilobytes(cookies.getFirst()));
    }

    private Report report(
            double loadBefore,
            List<Calls.Call> made,
            List<Turn> ours,
            List<Turn> peers,
            long missing,
            double kilobytes) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("people", plan.people());
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        settings.put("calls", made.stream().map(Calls.Call::path).toList());
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("pages a second", ours.stream().map(Turn::perSecond).toList());
        profile.put("p50 of the page, ms", millis(ours, 0.5));
        profile.put("p50 of its calls, ms", millis(peers, 0.5));
        return new Report(
                "P9",
                "the portal's first page",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                List.of(
                        Figure.atMost(1.5, "first page, p95", "ms", millis(ours, 0.95), millis(peers, 0.95)),
                        Figure.amountAtMost(0, "parts of pages that could not be shown", "", List.of((double) missing)),
                        Figure.amountAtMost(120, "first load, gzip", "kB", List.of(kilobytes))),
                UNFAIR,
                profile);
    }

    private static List<Double> millis(List<Turn> turns, double share) {
        return turns.stream().map(turn -> turn.latencies().millis(share)).toList();
    }

    // ---------------------------------------------------------------------------------------------- the two turns

    private Turn pages(List<String> cookies) {
        return Crowd.during(cookies.size(), time(), number -> {
            HttpConnection connection = connect("portal");
            byte[] request = pageRequest(cookies.get(number));
            return new Crowd.Member() {
                @Override
                public void act() throws IOException {
                    connection.ask(request);
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        });
    }

    /** Each makes a page's calls side by side, and has them when the slowest is answered. */
    private Turn calls(List<Calls.Call> made, int people) throws IOException {
        String token = platform.token(ICS, PERSON);
        return Crowd.during(people, time(), number -> {
            var connections = new ArrayList<HttpConnection>();
            var requests = new ArrayList<byte[]>();
            for (Calls.Call call : made) {
                connections.add(connect(call.service()));
                requests.add(
                        HttpConnection.get(call.path(), "Accept: application/json", "Authorization: Bearer " + token));
            }
            return new Crowd.Member() {
                @Override
                public void act() throws IOException {
                    for (int i = 0; i < connections.size(); i++) {
                        connections.get(i).send(requests.get(i));
                    }
                    for (HttpConnection connection : connections) {
                        connection.receive();
                    }
                }

                @Override
                public void close() throws IOException {
                    for (HttpConnection connection : connections) {
                        connection.close();
                    }
                }
            };
        });
    }

    // ---------------------------------------------------------------------------------------------- one page

    private String open(String cookies) throws IOException {
        try (HttpConnection connection = connect("portal")) {
            connection.ask(HttpConnection.get(page().getPath(), "Cookie: " + cookies));
            return connection.body();
        }
    }

    /** The page and every style sheet, script and picture that it names, as they are transferred to a new visitor. */
    private double kilobytes(String cookies) throws IOException {
        Set<String> parts = new LinkedHashSet<>();
        Matcher part = PART.matcher(open(cookies));
        while (part.find()) {
            parts.add(part.group(1));
        }
        try (HttpConnection connection = connect("portal")) {
            connection.ask(pageRequest(cookies));
            long bytes = connection.length();
            for (String path : parts) {
                connection.ask(HttpConnection.get(path, "Accept-Encoding: gzip"));
                bytes += connection.length();
            }
            return bytes / 1000.0;
        }
    }

    private byte[] pageRequest(String cookies) {
        return HttpConnection.get(page().getPath(), "Accept-Encoding: gzip", "Cookie: " + cookies);
    }

    private URI page() {
        return URI.create(platform.address("portal") + "/" + ICS + "/");
    }

    private HttpConnection connect(String service) throws IOException {
        return new HttpConnection("localhost", platform.port(service));
    }

    private Duration time() {
        return Duration.ofSeconds(plan.seconds());
    }
}
