package org.folkmoot.benchmark.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.folkmoot.benchmark.FreshToken;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Pause;
import org.folkmoot.benchmark.ServiceClient;

/** Ballots of the local stack's leadership group that one voter may vote in, opened by its secretary as people do it. */
final class OpenBallots {

    /** Who votes. */
    static final String VOTER = "voter";

    private static final String SECRETARY = "secretary";
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ServiceClient mandate;
    private final FreshToken secretary;
    private final FreshToken voter;

    OpenBallots(LocalPlatform platform, String ics) {
        this.mandate = new ServiceClient(platform, "mandate");
        this.secretary = new FreshToken(platform, ics, SECRETARY);
        this.voter = new FreshToken(platform, ics, VOTER);
    }

    /** Where the voter's vote in each of that many ballots belongs. */
    List<String> paths(int count) throws IOException {
        String group = group();
        for (int i = 0; i < count; i++) {
            open(group, i);
        }
        List<String> paths = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (paths.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + paths.size() + " ballots are open for the voter");
            }
            Pause.of(LOOK);
            paths.clear();
            mandate.get("/my/votes", voter.get())
                    .path("items")
                    .forEach(vote -> paths.add("/ballots/" + vote.path("ballot").asText() + "/votes/"
                            + vote.path("voter").asText()));
        }
        return paths;
    }

    /** The group of the story, when it is told so far that the group has a mandate. */
    private String group() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode group =
                    mandate.get("/groups", secretary.get()).path("items").path(0);
            if (group.has("id")
                    && mandate.get("/groups/" + group.path("id").asText() + "/mandates", secretary.get())
                            .path("items")
                            .has(0)) {
                return group.path("id").asText();
            }
            Pause.of(LOOK);
        }
        throw new IllegalStateException("the story of the local stack is not told");
    }

    private void open(String group, int number) throws IOException {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        words.put("question", "ordinary").put("title", "Trial " + number).put("words", "A trial of figure P3.");
        words.putArray("alternatives");
        String motion = "/motions/"
                + create("/groups/" + group + "/motions", words).path("id").asText();
        change(motion, motion + "/tabling");
        ObjectNode hours = JsonNodeFactory.instance
                .objectNode()
                .put("opensAt", text(Instant.now()))
                .put("closesAt", text(Instant.now().plus(Duration.ofDays(2))));
        mandate.send(posting(motion + "/ballots", hours).header("If-Match", tag(motion)));
    }

    private JsonNode create(String path, JsonNode body) throws IOException {
        return ServiceClient.json(mandate.send(posting(path, body)));
    }

    private HttpRequest.Builder posting(String path, JsonNode body) throws IOException {
        return mandate.request(path, secretary.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private void change(String seen, String path) throws IOException {
        mandate.send(mandate.request(path, secretary.get())
                .header("If-Match", tag(seen))
                .PUT(BodyPublishers.noBody()));
    }

    private String tag(String path) throws IOException {
        return mandate.send(mandate.request(path, secretary.get()).GET())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
