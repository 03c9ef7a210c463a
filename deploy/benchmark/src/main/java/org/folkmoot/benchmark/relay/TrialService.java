package org.folkmoot.benchmark.relay;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.folkmoot.benchmark.Worker;
import org.jboss.logging.Logger;

/**
 * A service as the platform has them, ordered about by the benchmark: a line in, a line out.
 *
 * <ul>
 *   <li>{@code announce RUN DOMAIN RATE SECONDS FILE} changes surgeries at that rate a second and writes when each was
 *       committed; answers how many
 *   <li>{@code seen RUN} answers of how many changes of that run the projection knows
 *   <li>{@code write RUN FILE} writes when each of them was seen
 * </ul>
 */
@QuarkusMain
public class TrialService implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(TrialService.class);

    private final Changes changes;
    private final Projection projection;

    TrialService(Changes changes, Projection projection) {
        this.changes = changes;
        this.projection = projection;
    }

    /** Starts the service, which then waits for orders. */
    public static void main(String[] args) {
        Quarkus.run(TrialService.class, args);
    }

    @Override
    public int run(String... args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Worker.ANSWER + "ready");
        try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                try {
                    out.println(Worker.ANSWER + obey(order.split(" ")));
                } catch (IOException | RuntimeException e) {
                    LOG.error("an order could not be obeyed", e);
                    out.println(Worker.ANSWER + "failed " + e);
                }
            }
        }
        return 0;
    }

    private String obey(String[] words) throws IOException {
        return switch (words[0]) {
            case "announce" ->
                "announced "
                        + changes.announce(
                                Integer.parseInt(words[1]),
                                words[2],
                                Integer.parseInt(words[3]),
                                Integer.parseInt(words[4]),
                                Path.of(words[5]));
            case "seen" -> "seen " + projection.seen(Integer.parseInt(words[1]));
            case "write" -> "written " + projection.write(Integer.parseInt(words[1]), Path.of(words[2]));
            default -> throw new IllegalArgumentException("no such order: " + words[0]);
        };
    }
}
