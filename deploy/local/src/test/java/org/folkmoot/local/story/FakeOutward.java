package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An executive service in memory as others see it, and what the mandate service says of one group: enquiries, priorities,
 * representation, bulletins and recommendations each go their way and no other. What a partner's system writes it hears late.
 */
final class FakeOutward extends FakeService {

    static final String GROUP = "group1";

    private static final Set<String> WITHOUT_VERSION = Set.of("dates", "readings", "acknowledgements", "answers");

    /** Events that were written and not heard yet, by their ids. */
    private final Map<UUID, ObjectNode> written = new HashMap<>();

    /** All events that were ever heard. */
    private final List<UUID> heard = new ArrayList<>();

    /** After how many questions for enquiries it hears what was written. */
    int hearsAfter = 3;

    private int asked;

    PartnerSystem partner() {
        return (event, enquiry) -> {
            if (!heard.contains(event)) {
                written.put(event, enquiry.deepCopy());
                asked = 0;
            }
        };
    }

    /** The mandate service, which is only asked. */
    Company mandate() {
        return people((username, method, path, body, headers) -> switch (path) {
            case "/groups" ->
                items(List.of(Desk.body()
                        .put("id", GROUP)
                        .put("name", Script.greenwich().group())));
            case "/groups/" + GROUP + "/motions" ->
                items(Script.greenwich().motions().stream()
                        .map(motion -> Desk.body().put("id", motion.title()).put("title", motion.title()))
                        .toList());
            case "/groups/" + GROUP + "/mandates" ->
                items(List.of(Desk.body()
                        .put("id", "mandate1")
                        .put("title", Script.greenwich().powers().motion())));
            case String other -> throw new AssertionError("nobody asks for " + other);
        });
    }

    @Override
    boolean asksForVersions(String[] steps) {
        return !WITHOUT_VERSION.contains(steps[3]);
    }

    @Override
    Company.Answer get(String username, String path) {
        if (path.startsWith("/enquiries?") && ++asked > hearsAfter) {
            written.forEach((event, enquiry) -> {
                heard.add(event);
                thing("enquiries", enquiry).put("state", "received");
            });
            written.clear();
        }
        String[] steps = path.split("/");
        if (path.equals("/my/bulletins")) {
            deliver(username);
            return items(List.of());
        }
        return switch (steps[steps.length - 1]) {
            case "recipients" ->
                items(listed(Objects.requireNonNull(things.get("/bulletins/" + steps[2]))
                        .path("recipients")));
            case "representatives" ->
                items(all("representatives").stream()
                        .filter(each -> each.path("meeting").asText().equals(steps[2]))
                        .toList());
            case "representation" -> coverage();
            default -> found(path);
        };
    }

    private void deliver(String voter) {
        for (ObjectNode bulletin : things.values()) {
            for (JsonNode recipient : bulletin.path("recipients")) {
                if (isOf(voter, recipient) && recipient.path("state").asText().equals("published")) {
                    ((ObjectNode) recipient).put("state", "delivered");
                }
            }
        }
    }

    private static boolean isOf(String voter, JsonNode recipient) {
        return voter.equals("voter-" + recipient.path("pcn").asText().toLowerCase(Locale.ROOT));
    }

    private Company.Answer coverage() {
        List<ObjectNode> begun = all("sittings").stream()
                .filter(sitting ->
                        !Instant.parse(sitting.path("startsAt").asText()).isAfter(now))
                .toList();
        long covered = begun.stream().filter(this::isAttended).count();
        ObjectNode coverage = Desk.body();
        coverage.putObject("total").put("sittings", begun.size()).put("covered", covered);
        return new Company.Answer(200, coverage, Optional.empty());
    }

    private boolean isAttended(JsonNode sitting) {
        LocalDate day =
                LocalDate.ofInstant(Instant.parse(sitting.path("startsAt").asText()), Days.LONDON);
        return all("representatives").stream()
                .anyMatch(each -> each.path("meeting").equals(sitting.path("meeting"))
                        && !LocalDate.parse(each.path("from").asText()).isAfter(day));
    }

    @Override
    Company.Answer create(String username, String[] steps, ObjectNode body) {
        String kind = steps[steps.length - 1];
        switch (kind) {
            case "enquiries" -> {
                if (!username.equals("manager")) {
                    mustBe(username, "trust");
                    mustBe(body.path("organisation").asText(), "RJ2");
                }
                body.put("state", "received");
            }
            case "asks" -> {
                ObjectNode enquiry = Objects.requireNonNull(things.get("/enquiries/" + steps[2]));
                enquiry.put("asked", body.path("practices").size());
                body.path("practices")
                        .forEach(practice -> thing("asks", Desk.body())
                                .put("enquiry", steps[2])
                                .put("practice", practice.asText()));
                return made(enquiry);
            }
            case "priorities" -> body.put("position", "proposed");
            case "representatives" -> body.put("meeting", steps[2]);
            case "sittings" -> {
                body.put("meeting", steps[2]).put("briefs", 0);
                body.set(
                        "body",
                        Objects.requireNonNull(things.get("/system-meetings/" + steps[2]))
                                .path("body"));
            }
            case "bulletins" -> body.put("state", "draft");
            case "system-meetings", "recommendations" -> mustBe(username, "manager");
            default -> throw new AssertionError("nobody makes " + kind);
        }
        return made(thing(kind, body));
    }

    @Override
    Company.Answer change(String username, String[] steps, ObjectNode thing, @Nullable JsonNode body) {
        return switch (steps[1]) {
            case "enquiries" -> enquiry(steps, thing);
            case "asks" -> {
                thing.set("answer", body(body).path("answer"));
                yield changed(steps);
            }
            case "priorities" -> priority(steps, thing, body);
            case "system-meetings" -> dates(steps, body(body));
            case "sittings" -> sitting(username, steps, thing, body(body));
            case "bulletins" -> bulletin(username, steps, thing, body);
            case "recommendations" -> recommendation(username, steps, thing, body(body));
            case String other -> throw new AssertionError("nobody changes " + other);
        };
    }

    private Company.Answer enquiry(String[] steps, ObjectNode enquiry) {
        switch (steps[3]) {
            case "acknowledgement" -> step(enquiry, "received", "acknowledged");
            case "assignment" -> step(enquiry, "acknowledged", "assigned");
            case "pause" -> step(enquiry, "assigned", "awaiting-enquirer");
            case "answer" -> step(enquiry, "assigned", "answered");
            case "closing" -> step(enquiry, "acknowledged", "closed");
            default -> throw new AssertionError("nobody asks for " + steps[3]);
        }
        return changed(steps);
    }

    private Company.Answer priority(String[] steps, ObjectNode priority, @Nullable JsonNode body) {
        switch (steps[3]) {
            case "shape" -> step(priority, "position", "proposed", "shaped");
            case "motion" -> {
                String title = body(body).path("motion").asText();
                priority.put("motion", title);
                boolean carried = Script.greenwich().motions().stream()
                        .anyMatch(motion -> motion.title().equals(title) && "carried".equals(motion.outcome()));
                if (carried) {
                    step(priority, "position", "shaped", "adopted");
                }
            }
            case "beginning" -> step(priority, "position", "adopted", "in-progress");
            case "measures" -> {
                for (int place = 0; place < priority.path("measures").size(); place++) {
                    ((ObjectNode) priority.path("measures").path(place))
                            .set(
                                    "reached",
                                    Objects.requireNonNull(
                                            body(body).path("reached").get(place)));
                }
            }
            case "retirement" -> step(priority, "position", "proposed", "retired");
            default -> throw new AssertionError("nobody asks for " + steps[3]);
        }
        return changed(steps);
    }

    private Company.Answer dates(String[] steps, JsonNode body) {
        JsonNode rhythm = Objects.requireNonNull(things.get("/system-meetings/" + steps[2]))
                .path("recurrence");
        LocalDate until = LocalDate.parse(body.path("until").asText());
        for (LocalDate day = LocalDate.parse(rhythm.path("firstDay").asText());
                !day.isAfter(until);
                day = day.plusWeeks(rhythm.path("weeks").asInt())) {
            thing("sittings", Desk.body())
                    .put("meeting", steps[2])
                    .put("briefs", 0)
                    .put("startsAt", day + "T" + rhythm.path("time").asText() + ":00Z");
        }
        return changed(steps);
    }

    private Company.Answer sitting(String username, String[] steps, ObjectNode sitting, JsonNode body) {
        boolean ahead = Instant.parse(sitting.path("startsAt").asText()).isAfter(now);
        switch (steps[3]) {
            case "brief" -> {
                if (!ahead) {
                    return status(409, "sitting-not-in-state");
                }
                sitting.put("briefs", sitting.path("briefs").asInt() + 1);
            }
            case "report" -> {
                if (ahead || sitting.has("reportBack") || !isAttended(sitting)) {
                    return status(409, "sitting-not-in-state");
                }
                sitting.set("reportBack", body);
                sitting.put("reportedBy", username);
            }
            default -> throw new AssertionError("nobody asks for " + steps[3]);
        }
        return changed(steps);
    }

    private Company.Answer bulletin(String username, String[] steps, ObjectNode bulletin, @Nullable JsonNode body) {
        if (steps[3].equals("publication")) {
            step(bulletin, "draft", "published");
            ArrayNode recipients = bulletin.putArray("recipients");
            List<String> networks = listed(bulletin.at("/audience/codes")).stream()
                    .map(JsonNode::asText)
                    .toList();
            PRACTICES.stream()
                    .filter(practice -> networks.contains(practice.network()))
                    .forEach(practice -> recipients
                            .addObject()
                            .put("practice", practice.code())
                            .put("pcn", practice.network())
                            .put("state", "published"));
            return changed(steps);
        }
        for (JsonNode recipient : bulletin.path("recipients")) {
            if (recipient.path("practice").asText().equals(steps[4])) {
                if (!isOf(username, recipient)) {
                    return status(403, "forbidden");
                }
                notice(steps[3], (ObjectNode) recipient, body);
            }
        }
        return changed(steps);
    }

    private static void notice(String how, ObjectNode recipient, @Nullable JsonNode body) {
        recipient.put("readAt", "now");
        switch (how) {
            case "readings" -> recipient.put("state", "read");
            case "acknowledgements" -> recipient.put("state", "acknowledged").put("acknowledgedAt", "now");
            case "answers" -> recipient.set("answer", body(body).path("answer"));
            default -> throw new AssertionError("nobody asks for " + how);
        }
    }

    private Company.Answer recommendation(String username, String[] steps, ObjectNode recommendation, JsonNode body) {
        switch (steps[3]) {
            case "responder" -> recommendation.set("responder", body.path("person"));
            case "response" -> {
                mustBe(
                        "subject of " + username,
                        recommendation.path("responder").asText());
                recommendation.set("response", body.path("response"));
            }
            default -> throw new AssertionError("nobody asks for " + steps[3]);
        }
        return changed(steps);
    }

    /** A bulletin shows how far it came. */
    @Override
    ObjectNode presented(String path) {
        ObjectNode thing = super.presented(path);
        if (thing.has("recipients")) {
            List<JsonNode> recipients = listed(thing.path("recipients"));
            thing.putObject("reach")
                    .put("practices", recipients.size())
                    .put(
                            "acknowledged",
                            recipients.stream()
                                    .filter(each -> each.has("acknowledgedAt"))
                                    .count());
        }
        return thing;
    }

    static List<JsonNode> listed(JsonNode array) {
        var list = new ArrayList<JsonNode>();
        array.forEach(list::add);
        return list;
    }
}
