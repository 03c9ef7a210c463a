package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells how the executive of Greenwich works under the powers that its group delegated, from wherever it was left: a meeting
 * is held, decisions are taken, one is refused and comes onto the group's next agenda, actions are at every stage. It begins
 * where {@link Storyteller} ends.
 */
public final class ExecutiveStory {

    private static final String MANAGER = "manager";
    private static final String SECRETARY = "secretary";
    private static final String LMC = "lmc";

    /** A meeting is called before its hour, so there is a little time until it. */
    private static final Duration BEFORE_A_MEETING = Duration.ofMinutes(2);

    private final ExecutiveScript script = ExecutiveScript.greenwich();
    private final Company company;
    private final Desk mandate;
    private final Desk desk;
    private final Clock clock;
    private final Pauses pauses;
    private final Consumer<String> progress;

    /**
     * @param mandate the people, as they speak with the mandate service
     * @param executive the same people, as they speak with the executive service
     * @param progress is told what has happened, a line each
     */
    public ExecutiveStory(Company mandate, Company executive, Clock clock, Consumer<String> progress) {
        this(mandate, executive, clock, Pauses.of(clock), progress);
    }

    ExecutiveStory(Company mandate, Company executive, Clock clock, Pauses pauses, Consumer<String> progress) {
        this.company = executive;
        this.mandate = new Desk(mandate);
        this.desk = new Desk(executive);
        this.clock = clock;
        this.pauses = pauses;
        this.progress = progress;
    }

    /**
     * Tells it to its end.
     *
     * @return how much was decided and is to be done, in a sentence
     * @throws StoryBroken when something cannot happen as the script has it; another telling goes on from there
     */
    public String tell() {
        Days days = Days.from(clock.instant());
        String group = group(mandate);
        Map<String, String> powers = powers(group);
        Map<String, String> series = new HashMap<>();
        for (JsonNode one : script.series()) {
            series.put(
                    one.path("name").asText(), id(made(MANAGER, "/groups/" + group + "/series", "name", days.in(one))));
        }
        Map<String, String> plans = new HashMap<>();
        for (JsonNode plan : script.plans()) {
            plans.put(
                    plan.path("title").asText(),
                    id(made(MANAGER, "/groups/" + group + "/forward-plan", "title", days.in(plan))));
        }
        String next = next(group, named(series, script.agenda().series()));
        JsonNode held = held(group, named(series, script.meeting().series()));
        Map<String, String> decisions = new HashMap<>();
        for (ExecutiveScript.Decision decision : script.decisions()) {
            decisions.put(decision.title(), decide(group, decision, powers, plans, id(held), days));
        }
        actions(group, decisions, id(held), days);
        end("/meetings/" + id(held));
        call(group, "/meetings/" + next);
        next(group, named(series, script.meeting().series()));
        return "%s: %d decisions, %d actions"
                .formatted(
                        script.meeting().series(),
                        script.decisions().size(),
                        script.actions().size());
    }

    /** The group whose executive it is. */
    static String group(Desk mandate) {
        String name = Script.greenwich().group();
        return id(mandate.find(
                        SECRETARY, "/groups", each -> each.path("name").asText().equals(name))
                .orElseThrow(() -> new StoryBroken("there is no group called " + name)));
    }

    /** The powers by what they are about, once the executive has heard of them and of the ballot behind them. */
    private Map<String, String> powers(String group) {
        var powers = new HashMap<String, String>();
        for (JsonNode power : mandate.list(SECRETARY, "/groups/" + group + "/powers")) {
            powers.put(power.at("/versions/0/terms/subject").asText(), id(power));
        }
        var patience = new Patience("executive", clock, pauses);
        patience.await("the group", () -> ask("/groups/" + group + "/series").status() == 200);
        for (ExecutiveScript.Decision decision : script.decisions()) {
            String path = "/authority/power/" + named(powers, decision.power());
            patience.await("the power " + decision.power(), () -> isHeardOf(path));
        }
        return powers;
    }

    private Company.Answer ask(String path) {
        return company.send(MANAGER, "GET", path, null, Map.of());
    }

    private boolean isHeardOf(String path) {
        Company.Answer answer = ask(path);
        for (JsonNode node : answer.body().path("nodes")) {
            if (answer.status() == 200 && node.path("kind").asText().equals("ballot") && node.has("title")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode made(String person, String path, String name, JsonNode body) {
        return desk.thereOrMade(MANAGER, person, path, name, body);
    }

    /** What the person proposed, wherever it is by now. */
    private void propose(String group, ExecutiveScript.Item item) {
        String path = "/groups/" + group + "/agenda-items";
        String title = item.item().path("title").asText();
        boolean onAnAgenda = desk.list(MANAGER, "/groups/" + group + "/meetings").stream()
                .anyMatch(meeting -> has(meeting.path("agenda"), "title", title));
        if (!onAnAgenda) {
            made(item.person(), path, "title", item.item());
        }
    }

    /** The next meeting of a series, which is drafted if there is none. */
    private String next(String group, String series) {
        return desk.find(
                        MANAGER,
                        "/groups/" + group + "/meetings",
                        meeting -> meeting.path("series").asText().equals(series)
                                && Set.of("draft", "called")
                                        .contains(meeting.path("state").asText())
                                && !isOfTheStory(meeting))
                .map(ExecutiveStory::id)
                .orElseGet(() -> id(desk.create(MANAGER, "/series/" + series + "/meetings", Desk.body())));
    }

    private boolean isOfTheStory(JsonNode meeting) {
        return meeting.path("place").asText().equals(script.meeting().place());
    }

    /** The meeting that is held: drafted, called and opened, one after the other, if it has not been. */
    private JsonNode held(String group, String series) {
        script.items().forEach(item -> propose(group, item));
        JsonNode meeting = desk.find(
                        MANAGER, "/groups/" + group + "/meetings", each -> isOfTheStory(each) && !isTooLate(each))
                .orElseGet(() -> desk.create(
                        MANAGER,
                        "/series/" + series + "/meetings",
                        Desk.body()
                                .put("startsAt", soon().toString())
                                .put("place", script.meeting().place())));
        String path = "/meetings/" + id(meeting);
        if (meeting.path("state").asText().equals("draft")) {
            arrange(group, path, "executive", List.of("topic"));
            meeting = desk.change(path, MANAGER, path + "/calling", null);
        }
        if (meeting.path("state").asText().equals("called")) {
            meeting = desk.change(path, LMC, path + "/opening", null);
            progress.accept(meeting.path("name").asText() + " meets");
        }
        return meeting;
    }

    private Instant soon() {
        return clock.instant().plus(BEFORE_A_MEETING).truncatedTo(ChronoUnit.MINUTES);
    }

    /** A draft whose hour has come while nobody told on cannot be called any more. */
    private boolean isTooLate(JsonNode meeting) {
        return meeting.path("state").asText().equals("draft")
                && !Instant.parse(meeting.path("startsAt").asText())
                        .isAfter(clock.instant().plusSeconds(10));
    }

    /** All that stands on the agenda or waits for it and is of these kinds. */
    private void arrange(String group, String path, String body, List<String> kinds) {
        JsonNode meeting = desk.get(MANAGER, path);
        ObjectNode agenda = Desk.body();
        ArrayNode items = agenda.putArray("items");
        for (String kind : kinds) {
            meeting.path("agenda").forEach(item -> addIf(items, item, body, kind));
            desk.list(MANAGER, "/groups/" + group + "/agenda-items").forEach(item -> addIf(items, item, body, kind));
        }
        if (items.size() > meeting.path("agenda").size()) {
            desk.change(path, MANAGER, path + "/agenda", agenda);
        }
    }

    private void addIf(ArrayNode items, JsonNode item, String body, String kind) {
        boolean fits = item.path("body").asText().equals(body)
                && item.path("kind").asText().equals(kind);
        if (fits && !isDecided(item)) {
            items.add(id(item));
        }
    }

    /** Of the motions only those are talked about that were not put to a ballot. */
    private boolean isDecided(JsonNode item) {
        return item.path("kind").asText().equals("motion")
                && !mandate.get(SECRETARY, "/motions/" + item.path("origin").asText())
                        .path("state")
                        .asText()
                        .equals("tabled");
    }

    private String decide(
            String group,
            ExecutiveScript.Decision told,
            Map<String, String> powers,
            Map<String, String> plans,
            String meeting,
            Days days) {
        String path = "/groups/" + group + "/decisions";
        Optional<JsonNode> known =
                desk.find(MANAGER, path, each -> each.path("title").asText().equals(told.title()));
        if (known.isEmpty()) {
            ObjectNode decision = told.decision().deepCopy();
            decision.put("power", named(powers, told.power())).put("subject", told.power());
            if (told.atTheMeeting()) {
                decision.put("meeting", meeting);
            }
            if (told.planned() != null) {
                decision.put("planned", named(plans, told.planned()));
            }
            if (told.deadline() != null) {
                decision.put("deadline", Days.text(days.evening(told.deadline())));
            }
            if (told.becomes().equals("refused")) {
                desk.refused(told.person(), path, decision, "decision-not-covered");
                progress.accept("\"" + told.title() + "\" is refused: no power covers it");
            } else {
                desk.create(told.person(), path, decision);
            }
            known = desk.find(MANAGER, path, each -> each.path("title").asText().equals(told.title()));
        }
        JsonNode made = known.orElseThrow(() -> new StoryBroken("what was decided is not there: " + told.title()));
        String one = "/decisions/" + id(made);
        for (String person : told.agreedBy()) {
            if (!has(made.path("agreed"), "name", company.account(person).name())) {
                desk.change(one, person, one + "/agreement", null);
            }
        }
        return id(made);
    }

    private void actions(String group, Map<String, String> decisions, String meeting, Days days) {
        var ids = new HashMap<String, String>();
        for (ExecutiveScript.Action told : script.actions()) {
            JsonNode action = desk.find(
                            MANAGER,
                            "/actions?group=" + group,
                            each -> each.path("title").asText().equals(told.title()))
                    .orElseGet(() -> assign(told, decisions, meeting, days));
            ids.put(told.title(), id(action));
            String path = "/actions/" + id(action);
            if (told.waitsFor() != null && !action.has("blockedBy")) {
                desk.change(
                        path, MANAGER, path + "/blocker", Desk.body().put("blockedBy", named(ids, told.waitsFor())));
            }
            advance(told, action, path);
        }
    }

    private JsonNode assign(ExecutiveScript.Action told, Map<String, String> decisions, String meeting, Days days) {
        Company.Account owner = company.account(told.owner());
        ObjectNode action = days.in(told.action().<ObjectNode>deepCopy());
        action.put("owner", owner.subject()).put("ownerName", owner.name());
        if (told.decision() == null) {
            action.put("meeting", meeting);
        } else {
            action.put("decision", named(decisions, told.decision()));
        }
        return desk.create(MANAGER, "/actions", action);
    }

    /** What has been done about it, by its owner; the manager drops it. */
    private void advance(ExecutiveScript.Action told, JsonNode action, String path) {
        String state = action.path("state").asText();
        if (told.becomes().equals("dropped")) {
            if (state.equals("open")) {
                desk.change(path, MANAGER, path + "/dropping", Desk.body().put("reason", told.how()));
            }
            return;
        }
        if (told.becomes().equals("open")) {
            return;
        }
        if (state.equals("open")) {
            desk.change(path, told.owner(), path + "/hand", null);
        }
        if (told.made() > 0 && !has(action.path("steps"), "done", "true")) {
            ObjectNode plan = Desk.body();
            ArrayNode steps = plan.putArray("steps");
            for (JsonNode step : action.path("steps")) {
                steps.addObject().put("words", step.path("words").asText()).put("done", steps.size() <= told.made());
            }
            desk.change(path, told.owner(), path + "/steps", plan);
        }
        if (told.becomes().equals("done") && !state.equals("done")) {
            desk.change(path, told.owner(), path + "/discharge", Desk.body().put("evidence", told.how()));
        }
    }

    /** The meeting is over, and its minutes stand. */
    private void end(String path) {
        JsonNode meeting = desk.get(MANAGER, path);
        if (meeting.path("state").asText().equals("in-session")) {
            ObjectNode closing = Desk.body().put("minutes", script.meeting().minutes());
            ArrayNode dealtWith = closing.putArray("dealtWith");
            meeting.path("agenda")
                    .forEach(item -> dealtWith
                            .addObject()
                            .put("item", id(item))
                            .put("note", script.meeting().note()));
            meeting = desk.change(path, MANAGER, path + "/closing", closing);
        }
        if (meeting.path("state").asText().equals("closed")) {
            desk.change(path, LMC, path + "/minutes-approval", null);
        }
    }

    /** The group's next meeting is called, with all that waits for it. */
    private void call(String group, String path) {
        if (desk.get(MANAGER, path).path("state").asText().equals("draft")) {
            arrange(group, path, "leadership-group", script.agenda().kinds());
            desk.change(path, SECRETARY, path + "/calling", null);
            progress.accept("the next meeting of the group is called");
        }
    }

    private static boolean has(JsonNode list, String field, String value) {
        for (JsonNode one : list) {
            if (one.path(field).asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static String named(Map<String, String> ids, String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }
}
