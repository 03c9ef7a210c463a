package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs the ballots of a story. What lies in the past of the story was open for half a minute, since only the clock closes a
 * ballot; if not everybody had voted by then (a busy machine, a telling that was cut short), the ballot is annulled with
 * that reason and held again for twice as long.
 */
final class Polls {

    private static final String SECRETARY = "secretary";
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Desk desk;
    private final Script script;
    private final String group;
    private final List<Practice> practices;
    private final Clock clock;
    private final Pauses pauses;
    private final Consumer<String> progress;

    Polls(
            Desk desk,
            Script script,
            String group,
            List<Practice> practices,
            Clock clock,
            Pauses pauses,
            Consumer<String> progress) {
        this.desk = desk;
        this.script = script;
        this.group = group;
        this.practices = practices;
        this.clock = clock;
        this.pauses = pauses;
        this.progress = progress;
    }

    /** How long a ballot is open that follows on so many annulled ones. */
    static Duration window(int annulled) {
        return WINDOW.multipliedBy(1L << Math.min(annulled, 6));
    }

    /**
     * Brings these motions to the ends that the script has for them.
     *
     * @param ids the motions' ids by title
     */
    void decide(List<Script.Motion> motions, Map<String, String> ids) {
        boolean decided = false;
        while (!decided) {
            List<JsonNode> open = new ArrayList<>();
            decided = true;
            for (Script.Motion motion : motions) {
                String id = Objects.requireNonNull(ids.get(motion.title()), motion.title());
                JsonNode ballot = ballot(id).orElseGet(() -> schedule(id, window(annulled(id))));
                switch (state(ballot)) {
                    case "declared" -> {}
                    case "closed" -> {
                        decided = false;
                        end(motion, ballot);
                    }
                    default -> {
                        decided = false;
                        Optional<JsonNode> opened = opened(ballot);
                        opened.ifPresent(open::add);
                    }
                }
            }
            vote(motions, open);
            open.stream().map(Polls::closesAt).max(Comparator.naturalOrder()).ifPresent(pauses::until);
        }
    }

    /** Opens a ballot that stays open; what a person has done with it since is theirs. */
    void open(Script.Motion motion, String id, Instant closesAt) {
        JsonNode ballot = ballot(id).orElseGet(() -> schedule(id, closesAt));
        if (state(ballot).equals("scheduled") || state(ballot).equals("open")) {
            opened(ballot).ifPresent(open -> vote(List.of(motion), List.of(open)));
        }
    }

    /** The ballot on a motion that was not annulled. */
    Optional<JsonNode> ballot(String motion) {
        return of(motion).stream()
                .filter(ballot -> !state(ballot).equals("annulled"))
                .findFirst();
    }

    private int annulled(String motion) {
        return (int) of(motion).stream()
                .filter(ballot -> state(ballot).equals("annulled"))
                .count();
    }

    private List<JsonNode> of(String motion) {
        return desk.list(SECRETARY, "/groups/" + group + "/ballots").stream()
                .filter(ballot -> ballot.path("motion").asText().equals(motion))
                .toList();
    }

    private JsonNode schedule(String motion, Duration window) {
        return schedule(motion, clock.instant().plus(window));
    }

    private JsonNode schedule(String motion, Instant closesAt) {
        var hours = Desk.body().put("opensAt", Days.text(clock.instant())).put("closesAt", Days.text(closesAt));
        return desk.createOn("/motions/" + motion, SECRETARY, "/motions/" + motion + "/ballots", hours);
    }

    /** The ballot, open; empty, and the ballot annulled, if its time was over before anybody opened it. */
    private Optional<JsonNode> opened(JsonNode ballot) {
        String path = path(ballot);
        if (state(ballot).equals("scheduled")) {
            // The service opens what is due by itself: then this comes second.
            boolean openedHere = desk.changed(path, SECRETARY, path + "/opening");
            if (!openedHere && state(desk.get(SECRETARY, path)).equals("scheduled")) {
                annul(ballot, "Nobody opened it before its closing hour.");
                return Optional.empty();
            }
        }
        return Optional.of(desk.get(SECRETARY, path));
    }

    private void end(Script.Motion motion, JsonNode ballot) {
        if (!silent(motion, ballot).isEmpty()) {
            annul(ballot, "It closed before every practice that wanted to had voted.");
            return;
        }
        String path = path(ballot);
        String outcome = desk.change(path, SECRETARY, path + "/declaration", null)
                .path("outcome")
                .asText();
        progress.accept(motion.title() + ": " + outcome);
        if (!outcome.equals(motion.outcome())) {
            throw new StoryBroken("the ballot on \"" + motion.title() + "\" ended with " + outcome
                    + ", which is not how the story goes");
        }
    }

    private void annul(JsonNode ballot, String reason) {
        String path = path(ballot);
        desk.change(path, SECRETARY, path + "/annulment", Desk.body().put("reason", reason));
        progress.accept(ballot.path("title").asText() + ": annulled and held again. " + reason);
    }

    private void vote(List<Script.Motion> motions, List<JsonNode> open) {
        List<Runnable> casting = new ArrayList<>();
        for (JsonNode ballot : open) {
            Script.Motion motion = motions.stream()
                    .filter(each -> each.title().equals(ballot.path("title").asText()))
                    .findFirst()
                    .orElseThrow();
            Map<String, List<String>> choices = Choices.of(motion, practices);
            for (String practice : silent(motion, ballot)) {
                String voter = Storyteller.voterOf(script, practices, practice);
                List<String> choice = choices.getOrDefault(practice, List.of());
                casting.add(() -> desk.vote(voter, path(ballot) + "/votes/" + practice, choice));
            }
        }
        Together.all(casting);
    }

    /** The practices that vote in the script and have not yet. */
    private Set<String> silent(Script.Motion motion, JsonNode ballot) {
        Set<String> silent = new HashSet<>(Choices.of(motion, practices).keySet());
        desk.list(SECRETARY, path(ballot) + "/electorate").stream()
                .filter(elector -> elector.path("voted").asBoolean())
                .forEach(elector -> silent.remove(elector.path("voter").asText()));
        return silent;
    }

    private static String path(JsonNode ballot) {
        return "/ballots/" + ballot.path("id").asText();
    }

    private static String state(JsonNode ballot) {
        return ballot.path("state").asText();
    }

    private static Instant closesAt(JsonNode ballot) {
        return Instant.parse(ballot.path("closesAt").asText());
    }
}
