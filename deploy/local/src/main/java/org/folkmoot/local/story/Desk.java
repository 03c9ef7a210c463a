package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The few ways in which a story speaks with a service. */
final class Desk {

    /** More of anything than a story has, and as much as one page holds. */
    private static final String WHOLE = "limit=500";

    private final Company company;

    Desk(Company company) {
        this.company = company;
    }

    static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** All of a list, as that person sees it. */
    List<JsonNode> list(String person, String path) {
        JsonNode items =
                get(person, path + (path.contains("?") ? "&" : "?") + WHOLE).path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    JsonNode get(String person, String path) {
        return seen(person, path).body();
    }

    Optional<JsonNode> find(String person, String path, Predicate<JsonNode> which) {
        return list(person, path).stream().filter(which).findFirst();
    }

    /**
     * What is there by that name, or else is made now.
     *
     * @param reader who sees all that is there
     * @param name the member by which it is known again
     */
    JsonNode thereOrMade(String reader, String person, String path, String name, JsonNode body) {
        return find(
                        reader,
                        path,
                        each -> each.path(name).asText().equals(body.path(name).asText()))
                .orElseGet(() -> create(person, path, body));
    }

    /** Creates something. */
    JsonNode create(String person, String path, JsonNode body) {
        return expect(person, "POST", path, post(person, path, body, Map.of()), Set.of(201))
                .body();
    }

    /**
     * Creates something, if the service has heard by now of all that it rests on.
     *
     * @return whether it has
     */
    boolean madeIfKnown(String person, String path, JsonNode body) {
        return expect(person, "POST", path, post(person, path, body, Map.of()), Set.of(201, 400))
                        .status()
                == 201;
    }

    /**
     * Creates something, unless the service does not know yet that it may be.
     *
     * @param problem by which it says so
     * @return whether it knows
     */
    boolean madeIfAllowed(String person, String path, JsonNode body, String problem) {
        Company.Answer answer = expect(person, "POST", path, post(person, path, body, Map.of()), Set.of(201, 409));
        if (answer.status() == 409 && !isOf(answer, problem)) {
            throw new StoryBroken(refusedOtherwise(path, person, answer));
        }
        return answer.status() == 201;
    }

    /** Hands in a file, once. */
    void hand(String person, String path, String file, Map<String, String> fields) {
        var headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        expect(person, "POST", path, company.hand(person, path, file, fields, headers), Set.of(200));
    }

    /** Asks for something that the service refuses. */
    void refused(String person, String path, JsonNode body, String problem) {
        Company.Answer answer = expect(person, "POST", path, post(person, path, body, Map.of()), Set.of(409));
        if (!isOf(answer, problem)) {
            throw new StoryBroken(refusedOtherwise(path, person, answer));
        }
    }

    private static boolean isOf(Company.Answer answer, String problem) {
        return answer.body().path("type").asText().endsWith("/" + problem);
    }

    private static String refusedOtherwise(String path, String person, Company.Answer answer) {
        return "POST %s as %s was refused for another reason: %s".formatted(path, person, answer.body());
    }

    /** Creates something that rests on another as it is now. */
    JsonNode createOn(String seen, String person, String path, JsonNode body) {
        return expect(person, "POST", path, onPresent(seen, person, tag -> post(person, path, body, tag)), Set.of(201))
                .body();
    }

    /** Changes something as it is now. */
    JsonNode change(String seen, String person, String path, @Nullable JsonNode body) {
        return expect(
                        person,
                        "PUT",
                        path,
                        onPresent(seen, person, tag -> company.send(person, "PUT", path, body, tag)),
                        Set.of(200))
                .body();
    }

    /** The service itself opens ballots, and notes that they have closed: what it was quicker with is read again. */
    private Company.Answer onPresent(
            String seen, String person, Function<Map<String, String>, Company.Answer> request) {
        Company.Answer answer = request.apply(Map.of("If-Match", tag(person, seen)));
        for (int again = 0; answer.status() == 412 && again < 5; again++) {
            answer = request.apply(Map.of("If-Match", tag(person, seen)));
        }
        return answer;
    }

    private Company.Answer post(String person, String path, JsonNode body, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return company.send(person, "POST", path, body, headers);
    }

    /** Changes something, unless somebody else was quicker. */
    boolean changed(String seen, String person, String path) {
        var answer = company.send(person, "PUT", path, null, Map.of("If-Match", tag(person, seen)));
        return expect(person, "PUT", path, answer, Set.of(200, 409, 412)).status() == 200;
    }

    /** Casts a vote, unless the ballot has closed meanwhile. */
    void vote(String person, String path, List<String> choice) {
        ObjectNode vote = body();
        choice.forEach(vote.putArray("choice")::add);
        var answer = company.send(person, "PUT", path, vote, Map.of("Idempotency-Key", "story"));
        boolean late =
                answer.status() == 409 && answer.body().path("type").asText().endsWith("/ballot-not-in-state");
        if (!late) {
            expect(person, "PUT", path, answer, Set.of(200));
        }
    }

    /** Says what replaces whatever the person said before. */
    void say(String person, String path, @Nullable JsonNode body) {
        expect(person, "PUT", path, company.send(person, "PUT", path, body, Map.of()), Set.of(200));
    }

    private Company.Answer seen(String person, String path) {
        return expect(person, "GET", path, company.send(person, "GET", path, null, Map.of()), Set.of(200));
    }

    private String tag(String person, String path) {
        return seen(person, path)
                .tag()
                .orElseThrow(() -> new StoryBroken(path + " has no version that a change could name"));
    }

    private static Company.Answer expect(
            String person, String method, String path, Company.Answer answer, Set<Integer> expected) {
        if (!expected.contains(answer.status())) {
            throw new StoryBroken("%s %s as %s was answered with %d: %s"
                    .formatted(method, path, person, answer.status(), answer.body()));
        }
        return answer;
    }
}
