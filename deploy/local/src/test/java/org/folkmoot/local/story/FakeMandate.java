package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mandate service in memory, as far as a story needs one: it keeps what is created, asks for versions, lets ballots close
 * by its own clock, and lets nobody vote for a practice that is not theirs. It can fail after so many writes.
 */
class FakeMandate implements Company {

    private static final Duration A_WRITE = Duration.ofMillis(20);

    final Map<String, ObjectNode> things = new LinkedHashMap<>();
    final Map<String, Person> people = new HashMap<>();
    final Map<String, Map<String, JsonNode>> votes = new TreeMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final List<Practice> practices;
    private Instant now = Instant.parse("2026-11-22T06:00:00Z");
    private int ids;

    /** How many writes there have been. */
    int writes;

    /** After so many writes the caller is gone. */
    int writesUntilCut = Integer.MAX_VALUE;

    /** How long a vote takes. */
    Duration aVote = A_WRITE;

    FakeMandate(List<Practice> practices) {
        this.practices = practices;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Override
    public Answer hand(
            String username, String path, String file, Map<String, String> fields, Map<String, String> headers) {
        throw new AssertionError("nobody hands in " + path);
    }

    void passUntil(Instant moment) {
        now = now.isAfter(moment) ? now : moment;
    }

    /** What was created below such a path, {@code motions} for instance. */
    List<ObjectNode> all(String kind) {
        return things.entrySet().stream()
                .filter(thing -> thing.getKey().startsWith("/" + kind + "/"))
                .map(thing -> presented(thing.getKey()))
                .toList();
    }

    @Override
    public void admit(Person person) {
        people.put(person.username(), person);
    }

    @Override
    public Account account(String username) {
        return new Account("subject of " + username, username);
    }

    @Override
    public List<String> practicesOf(String network) {
        return practices.stream()
                .filter(practice -> practice.network().equals(network))
                .map(Practice::code)
                .toList();
    }

    @Override
    public synchronized Answer send(
            String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        if (method.equals("GET")) {
            return get(path.replaceAll("[?&]limit=500", ""));
        }
        if (writes >= writesUntilCut) {
            throw new StoryBroken("cut");
        }
        writes++;
        String[] steps = path.split("/");
        if (steps.length == 5 && steps[3].equals("votes")) {
            now = now.plus(aVote);
            return vote(username, "/ballots/" + steps[2], steps[4], Objects.requireNonNull(body));
        }
        now = now.plus(A_WRITE);
        if (steps.length == 5 && steps[3].equals("answers")) {
            ObjectNode reading = thing("/readings/" + steps[2]);
            reading.put("answered", reading.path("answered").asInt() + 1);
            return isOf(username, steps[4]) ? status(200) : status(403);
        }
        return method.equals("POST")
                ? create(steps, Objects.requireNonNull(body), headers)
                : change(steps, body, headers);
    }

    private Answer get(String path) {
        if (path.startsWith("/electorate/")) {
            String network = path.substring(path.lastIndexOf('=') + 1);
            return items(practices.stream()
                    .filter(practice -> practice.network().equals(network))
                    .map(practice ->
                            (JsonNode) Desk.body().put("code", practice.code()).put("patients", practice.patients()))
                    .toList());
        }
        if (path.endsWith("/standing")) {
            return new Answer(200, Desk.body().put("standing", "mandated"), Optional.empty());
        }
        if (path.endsWith("/electorate")) {
            Map<String, JsonNode> cast = votes.getOrDefault(path.replace("/electorate", ""), Map.of());
            return items(practices.stream()
                    .map(practice -> (JsonNode)
                            Desk.body().put("voter", practice.code()).put("voted", cast.containsKey(practice.code())))
                    .toList());
        }
        if (path.endsWith("/positions")) {
            return items(listed(thing(path.replace("/positions", "")).path("positions")));
        }
        String[] steps = path.split("[/?]");
        if (things.containsKey(path)) {
            return new Answer(200, presented(path), Optional.of(tag(path)));
        }
        if (path.contains("/constitutions/")) {
            return new Answer(200, thing("/groups/" + steps[2]).withObject("/made"), Optional.of("\"1\""));
        }
        return items(List.copyOf(all(steps[steps.length == 2 ? 1 : 3])));
    }

    private Answer create(String[] steps, JsonNode body, Map<String, String> headers) {
        String kind = steps[steps.length - 1];
        // A seat is filled in the group as it was seen, a ballot is scheduled on a motion as it was seen.
        String seen = "/" + steps[1] + "/" + (steps.length > 2 ? steps[2] : "");
        if ((kind.equals("terms") || kind.equals("ballots")) && isStale(seen, headers)) {
            return status(412);
        }
        ObjectNode made = body.deepCopy();
        made.put("id", kind + ++ids);
        switch (kind) {
            case "groups" -> made.putObject("made").put("state", "proposed");
            case "motions" -> made.put("state", "draft");
            case "readings" -> made.put("state", "open");
            case "terms" -> made.put("seat", steps[4]);
            case "powers" -> {
                made.put("state", "proposed");
                made.putArray("versions").addObject().set("terms", body.at("/grant/terms"));
            }
            case "ballots" -> {
                ObjectNode motion = thing(seen);
                if (!motion.path("state").asText().equals("tabled")) {
                    return status(409);
                }
                motion.put("state", "put-to-ballot");
                made.put("motion", steps[2]).put("state", "scheduled").set("title", motion.path("title"));
            }
            default -> {}
        }
        things.put("/" + kind + "/" + made.path("id").asText(), made);
        return new Answer(201, made, Optional.empty());
    }

    private Answer change(String[] steps, @Nullable JsonNode body, Map<String, String> headers) {
        String path = "/" + steps[1] + "/" + steps[2];
        String deed = steps[steps.length - 1];
        ObjectNode thing = thing(path);
        if (!steps[3].equals("constitutions") && isStale(path, headers)) {
            return status(412);
        }
        String state = presented(path).path("state").asText();
        versions.merge(path, 1, Integer::sum);
        switch (deed) {
            case "confirmation" ->
                (steps[1].equals("groups") ? thing.withObject("/made") : thing).put("state", "confirmed");
            case "tabling" -> thing.put("state", "tabled");
            case "reply" -> thing.set("reply", Objects.requireNonNull(body).path("words"));
            case "withdrawal" -> thing.put("withdrawn", thing.path("withdrawn").asInt() + 1);
            case "opening" -> {
                if (!state.equals("scheduled") || !now.isBefore(closing(thing))) {
                    return status(409);
                }
                thing.put("state", "open");
            }
            case "annulment" -> {
                thing.put("state", "annulled");
                thing("/motions/" + thing.path("motion").asText()).put("state", "tabled");
            }
            case "declaration" -> {
                if (!state.equals("closed")) {
                    return status(409);
                }
                declare(path, thing);
            }
            default -> throw new AssertionError("nobody asks for " + deed);
        }
        return new Answer(200, presented(path), Optional.empty());
    }

    /** The outcome is the script's where all have voted; that these votes lead there another test shows. */
    private void declare(String path, ObjectNode ballot) {
        Script.Motion motion = Script.greenwich().motions().stream()
                .filter(each -> each.title().equals(ballot.path("title").asText()))
                .findFirst()
                .orElseThrow();
        Map<String, JsonNode> cast = votes.getOrDefault(path, Map.of());
        boolean whole = cast.keySet().containsAll(Choices.of(motion, practices).keySet());
        ballot.put("state", "declared").put("outcome", whole ? motion.outcome() : "no-quorum");
        if (motion.motion().path("question").asText().equals("mandate")) {
            ObjectNode mandate = Desk.body().put("id", "mandates" + ++ids).put("withdrawn", 0);
            mandate.set("title", ballot.path("title"));
            ArrayNode positions = mandate.putArray("positions");
            cast.forEach((practice, choice) -> positions
                    .addObject()
                    .put("practice", practice)
                    .put("position", choice.path(0).asText().equals("for") ? "given" : "withheld"));
            things.put("/mandates/" + mandate.path("id").asText(), mandate);
        }
    }

    private Answer vote(String username, String ballot, String practice, JsonNode body) {
        if (!isOf(username, practice)) {
            return status(403);
        }
        if (!presented(ballot).path("state").asText().equals("open")) {
            return new Answer(409, Desk.body().put("type", "/problems/ballot-not-in-state"), Optional.empty());
        }
        votes.computeIfAbsent(ballot, ignored -> new TreeMap<>()).put(practice, body.path("choice"));
        return status(200);
    }

    private boolean isOf(String username, String practice) {
        Person voter = people.get(username);
        return voter != null
                && voter.role().equals("practice-voter")
                && voter.organisations().contains(practice);
    }

    /** As it stands at this moment: an open ballot is closed when its hour has come. */
    private ObjectNode presented(String path) {
        ObjectNode thing = thing(path).deepCopy();
        if (path.startsWith("/ballots/")
                && thing.path("state").asText().equals("open")
                && !now.isBefore(closing(thing))) {
            thing.put("state", "closed");
        }
        return thing;
    }

    private ObjectNode thing(String path) {
        return Objects.requireNonNull(things.get(path), path);
    }

    private boolean isStale(String path, Map<String, String> headers) {
        return !tag(path).equals(headers.get("If-Match"));
    }

    private String tag(String path) {
        // That a ballot has closed the service notes, and counts as a change.
        boolean noted = path.startsWith("/ballots/")
                && presented(path).path("state").asText().equals("closed");
        return "\"" + (versions.getOrDefault(path, 0) + (noted ? 1000 : 0)) + "\"";
    }

    private static Instant closing(JsonNode ballot) {
        return Instant.parse(ballot.path("closesAt").asText());
    }

    private static List<JsonNode> listed(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }

    private static Answer items(List<JsonNode> items) {
        ObjectNode page = Desk.body();
        page.putArray("items").addAll(items);
        return new Answer(200, page, Optional.empty());
    }

    private static Answer status(int status) {
        return new Answer(status, Desk.body(), Optional.empty());
    }
}
