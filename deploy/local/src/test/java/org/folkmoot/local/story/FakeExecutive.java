package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An executive service in memory, as far as a story needs one, and what the mandate service says of one group: it keeps what is
 * created, asks for versions, lets a meeting go one step after the other, and refuses what costs more than its power allows.
 * It can be gone after so many writes, and hear of powers late.
 */
final class FakeExecutive {

    static final String GROUP = "group1";

    private static final Duration A_REQUEST = Duration.ofMillis(20);

    final Map<String, ObjectNode> things = new LinkedHashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    /** How many writes there have been. */
    int writes;

    /** After so many writes the caller is gone. */
    int writesUntilCut = Integer.MAX_VALUE;

    /** After how many questions it has heard of powers. */
    int hearsAfter = 3;

    private int asked;
    private int ids;

    FakeExecutive() {
        for (String state : List.of("carried", "tabled")) {
            ObjectNode motion = thing("agenda-items", Desk.body().put("title", "A motion that is " + state));
            motion.put("kind", "motion").put("body", "leadership-group").put("origin", state);
        }
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

    void passUntil(Instant moment) {
        now = now.isAfter(moment) ? now : moment;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** All of a kind, {@code actions} for instance. */
    List<ObjectNode> all(String kind) {
        return things.entrySet().stream()
                .filter(thing -> thing.getKey().startsWith("/" + kind + "/"))
                .map(thing -> presented(thing.getKey()))
                .toList();
    }

    /** The mandate service, which is only asked. */
    Company mandate() {
        return people((username, method, path, body, headers) -> {
            if (path.startsWith("/groups?")) {
                return items(List.of(Desk.body()
                        .put("id", GROUP)
                        .put("name", ExecutiveScript.greenwich().group())));
            }
            if (path.startsWith("/motions/")) {
                return new Company.Answer(
                        200, Desk.body().put("state", path.substring("/motions/".length())), Optional.empty());
            }
            var powers = new ArrayList<ObjectNode>();
            for (JsonNode grant : Script.greenwich().powers().grants()) {
                ObjectNode power = Desk.body()
                        .put("id", "power of " + grant.path("subject").asText())
                        .put("state", "in-force");
                power.putArray("versions").addObject().set("terms", grant);
                powers.add(power);
            }
            return items(powers);
        });
    }

    /** The executive service. */
    Company executive() {
        return people(this::answer);
    }

    private interface Service {
        Company.Answer answer(
                String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers);
    }

    private static Company people(Service service) {
        return new Company() {
            @Override
            public void admit(Person person) {
                throw new AssertionError("everybody is there");
            }

            @Override
            public Account account(String username) {
                return new Account("subject of " + username, "Name of " + username);
            }

            @Override
            public List<String> practicesOf(String network) {
                throw new AssertionError("nobody asks for a network");
            }

            @Override
            public Answer send(
                    String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
                return service.answer(username, method, path, body, headers);
            }
        };
    }

    private Company.Answer answer(
            String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
        now = now.plus(A_REQUEST);
        if (method.equals("GET")) {
            return get(path.replaceAll("[?&]limit=500", ""));
        }
        if (writes >= writesUntilCut) {
            throw new StoryBroken("cut");
        }
        writes++;
        String[] steps = path.split("/");
        return method.equals("POST")
                ? create(username, steps, Objects.requireNonNull(body).deepCopy())
                : change(username, steps, body, headers);
    }

    private Company.Answer get(String path) {
        if (path.startsWith("/authority/")) {
            ObjectNode chain = Desk.body();
            chain.putArray("nodes").addObject().put("kind", "ballot");
            if (++asked > hearsAfter) {
                ((ObjectNode) chain.path("nodes").path(0)).put("title", "A mandate");
            }
            return new Company.Answer(200, chain, Optional.empty());
        }
        if (things.containsKey(path)) {
            return new Company.Answer(200, presented(path), Optional.of(tag(path)));
        }
        String[] steps = path.split("[/?]");
        String kind = steps[1].equals("groups") ? steps[3] : steps[1];
        return items(all(kind).stream()
                .filter(thing -> !kind.equals("agenda-items") || !thing.has("meeting"))
                .toList());
    }

    private Company.Answer create(String username, String[] steps, ObjectNode body) {
        String kind = steps[steps.length - 1];
        switch (kind) {
            case "series", "forward-plan" -> mustBe(username, "manager");
            case "agenda-items" -> body.put("kind", body.has("proposedFor") ? "proposal" : "topic");
            case "meetings" -> {
                JsonNode series = Objects.requireNonNull(things.get("/series/" + steps[2]));
                body.put("series", steps[2]).put("state", "draft").set("name", series.path("name"));
                body.set("body", series.path("body"));
                if (!body.has("startsAt")) {
                    body.put("startsAt", now.plus(Duration.ofDays(14)).toString());
                    body.set("place", series.path("place"));
                }
            }
            case "decisions" -> {
                if (body.has("meeting")
                        && !state("/meetings/" + body.path("meeting").asText()).equals("in-session")) {
                    return status(409, "meeting-not-in-state");
                }
                if (asked <= hearsAfter) {
                    body.put("money", "1000000.00");
                }
                boolean covered = Double.parseDouble(body.path("money").asText("0")) <= 50_000;
                body.put("state", !covered ? "refused" : body.has("deadline") ? "proposed" : "taken");
                body.putArray("agreed");
                if (!covered) {
                    ObjectNode item = thing("agenda-items", Desk.body());
                    item.put("kind", "escalation").put("body", "leadership-group");
                    item.set("title", body.path("title"));
                    thing(kind, body);
                    return status(409, "decision-not-covered");
                }
            }
            case "actions" -> {
                mustBe(username, "manager");
                body.put("state", "open");
                var words = new ArrayList<String>();
                body.path("steps").forEach(step -> words.add(step.asText()));
                var list = body.putArray("steps");
                words.forEach(step -> list.addObject().put("words", step).put("done", false));
            }
            default -> throw new AssertionError("nobody makes " + kind);
        }
        return new Company.Answer(201, thing(kind, body), Optional.empty());
    }

    private Company.Answer change(
            String username, String[] steps, @Nullable JsonNode body, Map<String, String> headers) {
        String path = "/" + steps[1] + "/" + steps[2];
        if (!tag(path).equals(headers.get("If-Match"))) {
            return status(412, "precondition-failed");
        }
        ObjectNode thing = Objects.requireNonNull(things.get(path));
        String state = thing.path("state").asText();
        versions.merge(path, 1, Integer::sum);
        switch (steps[3]) {
            case "agenda" ->
                body(body)
                        .path("items")
                        .forEach(item -> Objects.requireNonNull(things.get("/agenda-items/" + item.asText()))
                                .put("meeting", steps[2]));
            case "calling" -> {
                if (!state.equals("draft")
                        || !Instant.parse(thing.path("startsAt").asText()).isAfter(now)) {
                    return status(409, "meeting-not-in-state");
                }
                thing.put("state", "called");
            }
            case "opening" -> step(thing, "called", "in-session");
            case "closing" -> step(thing, "in-session", "closed");
            case "minutes-approval" -> step(thing, "closed", "minutes-approved");
            case "agreement" -> thing.withArray("agreed").addObject().put("name", "Name of " + username);
            case "blocker" -> thing.set("blockedBy", body(body).path("blockedBy"));
            case "hand" -> owned(username, thing, "open", "in-hand");
            case "steps" -> thing.set("steps", body(body).path("steps"));
            case "discharge" -> owned(username, thing, "in-hand", "done");
            case "dropping" -> {
                mustBe(username, "manager");
                thing.put("state", "dropped");
            }
            default -> throw new AssertionError("nobody asks for " + steps[3]);
        }
        return new Company.Answer(200, presented(path), Optional.empty());
    }

    private static JsonNode body(@Nullable JsonNode body) {
        return Objects.requireNonNull(body);
    }

    private static void owned(String username, ObjectNode action, String from, String to) {
        if (!action.path("owner").asText().equals("subject of " + username)) {
            throw new AssertionError(username + " does what is another's");
        }
        step(action, from, to);
    }

    private static void step(ObjectNode thing, String from, String to) {
        if (!thing.path("state").asText().equals(from)) {
            throw new AssertionError(thing + " is not " + from);
        }
        thing.put("state", to);
    }

    private static void mustBe(String username, String who) {
        if (!username.equals(who)) {
            throw new AssertionError(username + " does what is for " + who);
        }
    }

    private ObjectNode thing(String kind, ObjectNode body) {
        body.put("id", kind + ++ids);
        things.put("/" + kind + "/" + body.path("id").asText(), body);
        return body;
    }

    private String state(String path) {
        return Objects.requireNonNull(things.get(path)).path("state").asText();
    }

    /** A meeting shows its agenda. */
    private ObjectNode presented(String path) {
        ObjectNode thing = Objects.requireNonNull(things.get(path)).deepCopy();
        if (path.startsWith("/meetings/")) {
            var agenda = thing.putArray("agenda");
            things.values().stream()
                    .filter(each -> each.path("meeting")
                                    .asText()
                                    .equals(thing.path("id").asText())
                            && Set.of("topic", "proposal", "motion", "escalation")
                                    .contains(each.path("kind").asText()))
                    .forEach(agenda::add);
        }
        return thing;
    }

    private String tag(String path) {
        return "\"" + versions.getOrDefault(path, 0) + "\"";
    }

    private static Company.Answer items(List<ObjectNode> items) {
        ObjectNode page = Desk.body();
        page.putArray("items").addAll(items);
        return new Company.Answer(200, page, Optional.empty());
    }

    private static Company.Answer status(int status, String problem) {
        return new Company.Answer(status, Desk.body().put("type", "/problems/" + problem), Optional.empty());
    }
}
