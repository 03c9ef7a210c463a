package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An executive service in memory, and what the mandate service says of one group: it lets a meeting go one step after the
 * other, and refuses what costs more than its power allows. It can hear of powers late.
 */
final class FakeExecutive extends FakeService {

    static final String GROUP = "group1";

    /** After how many questions it has heard of powers. */
    int hearsAfter = 3;

    private int asked;

    FakeExecutive() {
        for (String state : List.of("carried", "tabled")) {
            ObjectNode motion = thing("agenda-items", Desk.body().put("title", "A motion that is " + state));
            motion.put("kind", "motion").put("body", "leadership-group").put("origin", state);
        }
    }

    /** The mandate service, which is only asked. */
    Company mandate() {
        return people((username, method, path, body, headers) -> {
            if (path.equals("/groups")) {
                return items(List.of(Desk.body()
                        .put("id", GROUP)
                        .put("name", Script.greenwich().group())));
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

    @Override
    Company.Answer get(String username, String path) {
        if (path.startsWith("/authority/")) {
            ObjectNode chain = Desk.body();
            chain.putArray("nodes").addObject().put("kind", "ballot");
            if (++asked > hearsAfter) {
                ((ObjectNode) chain.path("nodes").path(0)).put("title", "A mandate");
            }
            return new Company.Answer(200, chain, Optional.empty());
        }
        if (path.endsWith("/agenda-items")) {
            return items(all("agenda-items").stream()
                    .filter(thing -> !thing.has("meeting"))
                    .toList());
        }
        return found(path);
    }

    @Override
    Company.Answer create(String username, String[] steps, ObjectNode body) {
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
        return made(thing(kind, body));
    }

    @Override
    Company.Answer change(String username, String[] steps, ObjectNode thing, @Nullable JsonNode body) {
        String state = thing.path("state").asText();
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
        return changed(steps);
    }

    private static void owned(String username, ObjectNode action, String from, String to) {
        if (!action.path("owner").asText().equals("subject of " + username)) {
            throw new AssertionError(username + " does what is another's");
        }
        step(action, from, to);
    }

    /** A meeting shows its agenda. */
    @Override
    ObjectNode presented(String path) {
        ObjectNode thing = super.presented(path);
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
}
