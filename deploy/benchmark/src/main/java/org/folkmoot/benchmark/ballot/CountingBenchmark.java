package org.folkmoot.benchmark.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.ballot.BallotVerifier;
import org.folkmoot.ballot.Method;
import org.folkmoot.ballot.Verdict;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.Latencies;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Report;

/** Figure P10. */
public final class CountingBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: the peer takes the file for bytes; ours reads JSON, hashes the electorate and, one by one, every entry"
                    + " of the log, and counts",
            "to us: the processor hashes a file in one go faster than ten thousand texts of three hundred bytes",
            "to the peer: it works on one processor; ours reads the votes beside the electorate, counts while it checks the"
                    + " log, and checks parts of the log side by side",
            "to the peer: both are warm; the command starts a Java process for each count");

    private static final int VOTERS = 10_000;
    private static final int CANDIDATES = 20;

    private final Path home;
    private final Plan plan;

    /** The benchmark, with a folder for its files. */
    public CountingBenchmark(Path home, Plan plan) {
        this.home = home;
        this.plan = plan;
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param seconds length of a turn, and of the warm-up before the first
     */
    public record Plan(int pairs, int seconds) {}

    private interface Work {
        void once() throws IOException;
    }

    /** Measures. */
    public Report measure() throws IOException {
        double loadBefore = Machine.load();
        List<Figure> figures = new ArrayList<>();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("voters", VOTERS);
        settings.put("candidates", CANDIDATES);
        settings.put("pairs", plan.pairs());
        settings.put("seconds", plan.seconds());
        figures.add(figure(3, "motion, two classes", LargeBallots.motion(VOTERS), settings));
        for (Method.Transfer transfer : Method.Transfer.values()) {
            byte[] election = LargeBallots.election(VOTERS, CANDIDATES, transfer);
            figures.add(figure(20, "election, " + transfer.word(), election, settings));
        }
        return new Report(
                "P10",
                "counting and checking ballot files",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings,
                figures,
                UNFAIR,
                Map.of());
    }

    private Figure figure(double reach, String what, byte[] published, Map<String, Object> settings)
            throws IOException {
        Path file = Files.write(Files.createTempFile(Files.createDirectories(home), "ballot", ".json"), published);
        settings.put("bytes, " + what, published.length);
        Work check = () -> check(file);
        Work hash = () -> hash(file);
        List<Double> ours = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        turn(check);
        turn(hash);
        for (int pair = 0; pair < plan.pairs(); pair++) {
            if (pair % 2 == 0) {
                ours.add(turn(check));
                peers.add(turn(hash));
            } else {
                peers.add(turn(hash));
                ours.add(turn(check));
            }
        }
        return Figure.atMost(reach, what, "ms", ours, peers);
    }

    private static void check(Path file) throws IOException {
        Verdict verdict = new BallotVerifier().verify(Files.readAllBytes(file), List.of());
        if (!(verdict instanceof Verdict.Follows)) {
            throw new IllegalStateException("the file does not follow: " + verdict);
        }
    }

    private static void hash(Path file) throws IOException {
        try {
            if (MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)).length != 32) {
                throw new IllegalStateException("that is no SHA-256");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The median of as many as fit into a turn, in milliseconds. */
    private double turn(Work work) throws IOException {
        List<Long> micros = new ArrayList<>();
        long end = System.nanoTime() + plan.seconds() * 1_000_000_000L;
        for (long now = System.nanoTime(); now < end; ) {
            work.once();
            long done = System.nanoTime();
            micros.add((done - now) / 1_000);
            now = done;
        }
        return Latencies.of(micros.stream().mapToLong(Long::longValue).toArray())
                .millis(0.5);
    }
}
