package org.folkmoot.benchmark.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.folkmoot.benchmark.LocalPlatform;

/** Ballots of the local stack's leadership group that one voter may vote in, opened by its secretary as people do it. */
final class OpenBallots {

    /** Who votes. */
    static final String VOTER = "voter";

    private static final String SECRETARY = "secretary";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalPlatform platform;
    private final String ics;
    private final String secretary;

    OpenBallots(LocalPlatform platform, String ics) throws IOException {
        this.platform = platform;
        this.ics = ics;
        this.secretary = platform.token(ics, SECRETARY);
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
            pause();
            paths.clear();
            get("/my/votes", platform.token(ics, VOTER))
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
            JsonNode group = get("/groups", secretary).path("items").path(0);
            if (group.has("id")
                    && get("/groups/" + group.path("id").asText() + "/mandates", secretary)
                            .path("items")
                            .has(0)) {
                return group.path("id").asText();
            }
            pause();
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
        send(request(motion + "/ballots", secretary)
                .header("If-Match", tag(motion))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(hours.toString())));
    }

    private JsonNode create(String path, JsonNode body) throws IOException {
        return JSON.readTree(send(request(path, secretary)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body.toString())))
                .body());
    }

    private void change(String seen, String path) throws IOException {
        send(request(path, secretary).header("If-Match", tag(seen)).PUT(BodyPublishers.noBody()));
    }

    private String tag(String path) throws IOException {
        return send(request(path, secretary).GET()).headers().firstValue("ETag").orElseThrow();
    }

    private JsonNode get(String path, String token) throws IOException {
        return JSON.readTree(send(request(path, token).GET()).body());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(platform.address("mandate") + path))
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
