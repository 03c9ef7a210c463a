package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Tells the story of the practices of Greenwich, from wherever it was left. */
public final class Storyteller {

    /** The ICS that it is about. */
    public static final String ICS = "qkk";

    private static final String ADMIN = "admin";
    private static final String SECRETARY = "secretary";
    private static final String LMC = "lmc";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Script script = Script.greenwich();
    private final Company company;
    private final Desk desk;
    private final Clock clock;
    private final Pauses pauses;
    private final Consumer<String> progress;

    /** @param progress is told what has happened, a line each */
    public Storyteller(Company company, Clock clock, Consumer<String> progress) {
        this(company, clock, Pauses.of(clock), progress);
    }

    Storyteller(Company company, Clock clock, Pauses pauses, Consumer<String> progress) {
        this.company = company;
        this.desk = new Desk(company);
        this.clock = clock;
        this.pauses = pauses;
        this.progress = progress;
    }

    /**
     * Tells it to its end.
     *
     * @return how the group stands then, in a sentence
     * @throws StoryBroken when something cannot happen as the script has it; another telling goes on from there
     */
    public String tell() {
        Days days = Days.from(clock.instant());
        List<Practice> practices = practices();
        script.people().forEach(company::admit);
        for (Script.Network network : script.networks()) {
            company.admit(network.voter(practices.stream()
                    .filter(practice -> practice.network().equals(network.code()))
                    .map(Practice::code)
                    .toList()));
        }
        String group = group(days);
        Map<String, String> motions = motions(group, days);
        var polls = new Polls(desk, script, group, practices, clock, pauses, progress);
        terms(group, days, motions, polls, false);
        for (Script.Motion motion : script.motions()) {
            String closes = motion.closes();
            if (closes != null) {
                polls.open(motion, id(motions, motion.title()), days.evening(closes));
            }
            motion.objections().forEach(objection -> object(group, id(motions, motion.title()), objection, practices));
        }
        polls.decide(
                script.motions().stream()
                        .filter(motion -> motion.outcome() != null)
                        .toList(),
                motions);
        terms(group, days, motions, polls, true);
        withdraw(group, practices);
        powers(group, days);
        reading(group, days, practices);
        return standing(group);
    }

    /** Who votes for a practice: the voter of its network. */
    static String voterOf(Script script, List<Practice> practices, String code) {
        Practice practice = practices.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        return script.networks().stream()
                .filter(network -> network.code().equals(practice.network()))
                .findFirst()
                .orElseThrow()
                .voterName();
    }

    /** The networks' practices, once the mandate service has heard of all that the registry knows. */
    private List<Practice> practices() {
        Instant deadline = clock.instant().plus(PATIENCE);
        var practices = new ArrayList<Practice>();
        for (Script.Network network : script.networks()) {
            Set<String> registered = new HashSet<>(company.practicesOf(network.code()));
            if (registered.isEmpty()) {
                throw new StoryBroken("the directory has no practice in the network " + network.code());
            }
            List<JsonNode> heard = heard(network);
            while (!codes(heard).containsAll(registered)) {
                if (clock.instant().isAfter(deadline)) {
                    throw new StoryBroken("the mandate service has heard of " + heard.size() + " practices of "
                            + network.code() + ", the registry has " + registered.size());
                }
                pauses.until(clock.instant());
                heard = heard(network);
            }
            heard.forEach(practice -> practices.add(new Practice(
                    practice.path("code").asText(),
                    network.code(),
                    practice.path("patients").asInt())));
        }
        practices.sort(Comparator.comparing(Practice::code));
        return practices;
    }

    private List<JsonNode> heard(Script.Network network) {
        return desk.list(SECRETARY, "/electorate/practices?status=open&pcn=" + network.code());
    }

    private static Set<String> codes(List<JsonNode> practices) {
        var codes = new HashSet<String>();
        practices.forEach(practice -> codes.add(practice.path("code").asText()));
        return codes;
    }

    /** The group with a constitution in force: founded by one person, confirmed by another. */
    private String group(Days days) {
        String id = desk.find(
                        SECRETARY,
                        "/groups",
                        group -> group.path("name").asText().equals(script.group()))
                .orElseGet(() -> {
                    ObjectNode founding = Desk.body().put("name", script.group());
                    ArrayNode codes =
                            founding.putObject("footprint").put("kind", "pcns").putArray("codes");
                    script.networks().forEach(network -> codes.add(network.code()));
                    founding.set("constitution", days.in(script.constitution()));
                    progress.accept(script.group() + " is founded");
                    return desk.create(ADMIN, "/groups", founding);
                })
                .path("id")
                .asText();
        String first = "/groups/" + id + "/constitutions/1";
        if (desk.get(SECRETARY, first).path("state").asText().equals("proposed")) {
            desk.change(first, SECRETARY, first + "/confirmation", null);
        }
        return id;
    }

    private void terms(String group, Days days, Map<String, String> motions, Polls polls, boolean elected) {
        String path = "/groups/" + group;
        Set<String> held = new HashSet<>();
        desk.list(SECRETARY, path + "/terms")
                .forEach(term -> held.add(term.path("seat").asText()));
        for (Script.Term term : script.terms()) {
            String motion = term.motion();
            if (held.contains(term.seat()) || elected != (motion != null)) {
                continue;
            }
            Company.Account holder = company.account(term.person());
            ObjectNode body = Desk.body()
                    .put("holder", holder.subject())
                    .put("holderName", holder.name())
                    .put("cameBy", term.cameBy())
                    .put("from", days.today().toString())
                    .put("until", days.day(term.until()).toString());
            if (term.organisation() != null) {
                body.put("organisation", term.organisation());
            }
            if (motion != null) {
                body.set(
                        "ballot",
                        polls.ballot(id(motions, motion)).orElseThrow().path("id"));
            }
            desk.createOn(path, SECRETARY, path + "/seats/" + term.seat() + "/terms", body);
        }
    }

    /** Every motion, tabled; their ids by title. */
    private Map<String, String> motions(String group, Days days) {
        String path = "/groups/" + group + "/motions";
        Map<String, JsonNode> there = new HashMap<>();
        desk.list(SECRETARY, path)
                .forEach(motion -> there.put(motion.path("title").asText(), motion));
        var ids = new HashMap<String, String>();
        for (Script.Motion motion : script.motions()) {
            JsonNode known = there.get(motion.title());
            if (known == null) {
                known = desk.create(motion.proposer(), path, withSubjects(days.in(motion.motion())));
            }
            String id = known.path("id").asText();
            if (known.path("state").asText().equals("draft")) {
                desk.change("/motions/" + id, SECRETARY, "/motions/" + id + "/tabling", null);
            }
            ids.put(motion.title(), id);
        }
        return ids;
    }

    private JsonNode withSubjects(JsonNode motion) {
        for (JsonNode candidate : motion.at("/contest/candidates")) {
            ((ObjectNode) candidate)
                    .put(
                            "subject",
                            company.account(candidate.path("subject").asText()).subject());
        }
        return motion;
    }

    private void object(String group, String motion, Script.Objection objection, List<Practice> practices) {
        String path = "/groups/" + group + "/objections";
        JsonNode raised = desk.find(
                        SECRETARY,
                        path + "?subject=" + motion,
                        each -> each.path("words").asText().equals(objection.words()))
                .orElseGet(() -> {
                    String practice = first(objection.network(), practices);
                    return desk.create(
                            voterOf(script, practices, practice),
                            path,
                            Desk.body()
                                    .put("kind", "objection")
                                    .put("subject", "motion")
                                    .put("subjectId", motion)
                                    .put("organisation", practice)
                                    .put("words", objection.words()));
                });
        if (!raised.has("reply")) {
            String one = "/objections/" + raised.path("id").asText();
            desk.change(one, objection.answeredBy(), one + "/reply", Desk.body().put("words", objection.reply()));
        }
    }

    private static String first(String network, List<Practice> practices) {
        return practices.stream()
                .filter(practice -> practice.network().equals(network))
                .map(Practice::code)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode mandate(String group, String title) {
        return desk.find(
                        SECRETARY,
                        "/groups/" + group + "/mandates",
                        mandate -> mandate.path("title").asText().equals(title))
                .orElseThrow(() -> new StoryBroken("there is no mandate called \"" + title + "\""));
    }

    /** The last practice of the network that has given the mandate takes it back. */
    private void withdraw(String group, List<Practice> practices) {
        JsonNode mandate = mandate(group, script.withdrawal().motion());
        if (mandate.path("withdrawn").asInt() > 0) {
            return;
        }
        String path = "/mandates/" + mandate.path("id").asText();
        Set<String> givers = new HashSet<>();
        desk.list(SECRETARY, path + "/positions").stream()
                .filter(position -> position.path("position").asText().equals("given"))
                .forEach(position -> givers.add(position.path("practice").asText()));
        String practice = practices.reversed().stream()
                .filter(each -> each.network().equals(script.withdrawal().network()))
                .map(Practice::code)
                .filter(givers::contains)
                .findFirst()
                .orElseThrow(() -> new StoryBroken("no practice is left that could withdraw the mandate"));
        desk.change(
                path,
                voterOf(script, practices, practice),
                path + "/positions/" + practice + "/withdrawal",
                Desk.body().put("reason", script.withdrawal().reason()));
        progress.accept(practice + " has withdrawn from the mandate");
    }

    /** Powers: the secretary proposes, the local medical committee confirms. */
    private void powers(String group, Days days) {
        JsonNode mandate = mandate(group, script.powers().motion());
        String path = "/groups/" + group + "/powers";
        for (JsonNode terms : script.powers().grants()) {
            JsonNode power = desk.find(
                            SECRETARY,
                            path,
                            known -> known.at("/versions/0/terms/subject").equals(terms.path("subject")))
                    .orElseGet(() -> {
                        ObjectNode body = Desk.body();
                        body.set("mandate", mandate.path("id"));
                        body.putObject("grant")
                                .put("change", "granted")
                                .put("ballot", mandate.path("ballot").asText())
                                .put("reason", "The mandate is in force, and the executive begins its work.")
                                .set("terms", days.in(terms));
                        return desk.create(SECRETARY, path, body);
                    });
            if (power.path("state").asText().equals("proposed")) {
                String one = "/powers/" + power.path("id").asText();
                desk.change(one, LMC, one + "/versions/1/confirmation", null);
            }
        }
    }

    /** Practices are asked how confident they are, and some have answered. */
    private void reading(String group, Days days, List<Practice> practices) {
        String path = "/groups/" + group + "/readings";
        Script.Reading asked = script.reading();
        JsonNode reading = desk.find(
                        SECRETARY,
                        path,
                        known -> known.path("statement").asText().equals(asked.statement()))
                .orElseGet(() -> desk.create(
                        SECRETARY,
                        path,
                        Desk.body()
                                .put("statement", asked.statement())
                                .put("opensOn", days.today().toString())
                                .put("closesOn", days.day(asked.closes()).toString())));
        int answers =
                asked.answers().stream().mapToInt(Script.Answers::practices).sum();
        if (!reading.path("state").asText().equals("open")
                || reading.path("answered").asInt() >= answers) {
            return;
        }
        Iterator<Practice> next = practices.iterator();
        for (Script.Answers some : asked.answers()) {
            for (int practice = 0; practice < some.practices(); practice++) {
                String code = next.next().code();
                desk.say(
                        voterOf(script, practices, code),
                        "/readings/" + reading.path("id").asText() + "/answers/" + code,
                        Desk.body().put("answer", some.answer()));
            }
        }
        progress.accept("practices are asked how confident they are");
    }

    private String standing(String group) {
        JsonNode standing = desk.get(SECRETARY, "/groups/" + group + "/standing");
        return "%s: %s, by %d of %d practices"
                .formatted(
                        script.group(),
                        standing.path("standing").asText(),
                        standing.at("/support/practices").asInt(),
                        standing.at("/support/ofPractices").asInt());
    }

    private static String id(Map<String, String> ids, String title) {
        return Objects.requireNonNull(ids.get(title), title);
    }
}
