package org.folkmoot.benchmark.neighbourhood;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.benchmark.Crowd;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.HttpConnection;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.Turn;
import org.jspecify.annotations.Nullable;

/** Figures P5 and P6. */
public final class ReferralBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: HAPI's server asks for no token, knows no ICS, keeps no audit of reads, seals nothing and announces"
                    + " nothing",
            "to HAPI: it takes any resource and any search of FHIR, keeps every version and checks references; ours knows"
                    + " referrals",
            "to HAPI: its answer is the resource in FHIR's form, of twice the bytes; ours to a create is an identifier",
            "to us: the worklist shows names, days left and case managers; HAPI's page shows what was put in");

    private static final int PEOPLE = 1_000;
    private static final int PAGES_OF_READS = 4;

    private final LocalPlatform platform;
    private final @Nullable URI hapi;
    private final Plan plan;

    /** The benchmark on that platform, whose story has been told, and against that server, if there is one. */
    public ReferralBenchmark(LocalPlatform platform, @Nullable URI hapi, Plan plan) {
        this.platform = platform;
        this.hapi = hapi;
        this.plan = plan;
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     * @param connections clients at once, of ours and of HAPI's server
     * @param referrals of the team whose worklist is asked for
     */
    public record Plan(int pairs, int seconds, int connections, int referrals) {}

    /** How a request comes to be, again and again. */
    private interface Requests {
        byte[] next(SplittableRandom random) throws IOException;
    }

    private interface Server {
        HttpConnection connect() throws IOException;
    }

    /**
     * Measures.
     *
     * @param creates whether P5 is asked for
     * @param reads whether P6 is
     */
    public List<Report> measure(boolean creates, boolean reads) throws IOException {
        System.out.println("  patients are being made");
        var desk = new Desk(platform, PEOPLE);
        Hapi peer = hapi == null ? null : new Hapi(hapi);
        var reports = new ArrayList<Report>();
        if (creates) {
            reports.add(report("P5", "referrals that are made", () -> creates(desk, peer)));
        }
        if (reads) {
            reports.add(report("P6", "referrals that are read", () -> reads(desk, peer)));
        }
        return reports;
    }

    private interface Figures {
        List<Figure> measure() throws IOException;
    }

    private Report report(String number, String title, Figures figures) throws IOException {
        double loadBefore = Machine.load();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        settings.put("connections", plan.connections());
        settings.put("referrals", plan.referrals());
        settings.put("hapi", hapi == null ? "none" : hapi.toString());
        List<Figure> measured = figures.measure();
        return new Report(
                number,
                title,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                measured,
                UNFAIR,
                Map.of());
    }

    private List<Figure> creates(Desk desk, @Nullable Hapi peer) throws IOException {
        Requests ours = random -> desk.referral(random.nextInt(PEOPLE));
        Requests theirs = random -> peer == null ? new byte[0] : peer.serviceRequest();
        return figures("create a referral", 8, 0.3, desk, ours, peer, theirs);
    }

    private List<Figure> reads(Desk desk, @Nullable Hapi peer) throws IOException {
        System.out.println("  " + plan.referrals() + " referrals are being made");
        fill(desk);
        List<String> peers = peer == null ? List.of() : peer.fill(plan.referrals());
        List<byte[]> reads = new ArrayList<>();
        for (String id : desk.some(PAGES_OF_READS)) {
            reads.add(get("/referrals/" + id, desk.clinician()));
        }
        var figures = new ArrayList<Figure>();
        figures.addAll(figures(
                "read a referral",
                6,
                null,
                desk,
                random -> reads.get(random.nextInt(reads.size())),
                peer,
                random -> peer == null ? new byte[0] : peer.read(peers.get(random.nextInt(peers.size())))));
        figures.addAll(figures(
                "a page of the worklist",
                40,
                null,
                desk,
                random -> get(desk.worklist(), desk.clinician()),
                peer,
                random -> peer == null ? new byte[0] : peer.worklist()));
        return figures;
    }

    /** @param slowest what the ratio of the slowest hundredth is to reach; null if it is not looked at */
    private List<Figure> figures(
            String what,
            double reach,
            @Nullable Double slowest,
            Desk desk,
            Requests ours,
            @Nullable Hapi peer,
            Requests theirs)
            throws IOException {
        var our = new ArrayList<Turn>();
        var their = new ArrayList<Turn>();
        turn(desk::connect, ours);
        if (peer != null) {
            turn(peer::connect, theirs);
        }
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                our.add(turn(desk::connect, ours));
            }
            if (peer != null) {
                their.add(turn(peer::connect, theirs));
            }
            if (pair % 2 == 1) {
                our.add(turn(desk::connect, ours));
            }
            System.out.printf(
                    Locale.ROOT,
                    "  %s, pair %d: %.0f/s%s%n",
                    what,
                    pair + 1,
                    our.getLast().perSecond(),
                    peer == null ? "" : ", HAPI " + Math.round(their.getLast().perSecond()) + "/s");
        }
        var figures = new ArrayList<Figure>();
        figures.add(
                peer == null
                        ? Figure.notRun("≥ " + Math.round(reach), what, "1/s", speeds(our))
                        : Figure.atLeast(reach, what, "1/s", speeds(our), speeds(their)));
        if (slowest != null) {
            figures.add(
                    peer == null
                            ? Figure.notRun("≤ " + slowest, what + ", p99", "ms", slowest(our))
                            : Figure.atMost(slowest, what + ", p99", "ms", slowest(our), slowest(their)));
        }
        return figures;
    }

    private Turn turn(Server server, Requests requests) {
        return Crowd.during(
                plan.connections(),
                Duration.ofSeconds(plan.seconds()),
                number -> member(server.connect(), requests, new SplittableRandom(System.nanoTime() + number)));
    }

    private static Crowd.Member member(HttpConnection connection, Requests requests, SplittableRandom random) {
        return new Crowd.Member() {
            @Override
            public void act() throws IOException {
                connection.ask(requests.next(random));
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    /** As many referrals as are missing, by as many at once as the measurement has. */
    private void fill(Desk desk) throws IOException {
        int each = plan.referrals() / plan.connections();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int member = 0; member < plan.connections(); member++) {
                int first = member * each;
                all.add(threads.submit(() -> {
                    try (HttpConnection connection = desk.connect()) {
                        for (int number = first; number < first + each; number++) {
                            connection.ask(desk.referral(number));
                        }
                    }
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("a referral could not be made", e);
        }
    }

    private static byte[] get(String path, String token) {
        return HttpConnection.get(path, "Accept: application/json", "Authorization: Bearer " + token);
    }

    private static List<Double> speeds(List<Turn> turns) {
        return turns.stream().map(Turn::perSecond).toList();
    }

    private static List<Double> slowest(List<Turn> turns) {
        return turns.stream().map(turn -> turn.latencies().millis(0.99)).toList();
    }
}
