package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.folkmoot.local.story.NeighbourhoodScript.Cohort;
import org.folkmoot.local.story.NeighbourhoodScript.Member;
import org.folkmoot.local.story.NeighbourhoodScript.Team;

/**
 * Tells of three neighbourhood teams in Greenwich and the made-up people whom practices referred to them over the last months,
 * from wherever it was left: each person's way is walked by steps of their own, several at a time. Days count from the one on
 * which it was begun.
 */
public final class NeighbourhoodStory {

    private static final String ADMIN = "admin";

    /** Who speaks for the practice that the script names. */
    private static final String VOTER = "voter";

    /** When an action is due: still ahead for whoever goes on with the story long after it was begun. */
    private static final String DUE = "P1Y";

    private final NeighbourhoodScript script = NeighbourhoodScript.greenwich();
    private final Company company;
    private final Desk registry;
    private final Desk desk;
    private final List<Patient> patients;
    private final Path memory;
    private final Clock clock;
    private final Pauses pauses;
    private final Consumer<String> progress;

    /**
     * @param registry the people, as they speak with the registry
     * @param neighbourhood the same people, as they speak with the neighbourhood service
     * @param patients a folder with {@code patients.csv}
     * @param memory a folder in which is kept how far it was told
     * @param progress is told what has happened, a line each
     */
    public NeighbourhoodStory(
            Company registry,
            Company neighbourhood,
            Path patients,
            Path memory,
            Clock clock,
            Consumer<String> progress) {
        this(registry, neighbourhood, patients, memory, clock, Pauses.of(clock), progress);
    }

    NeighbourhoodStory(
            Company registry,
            Company neighbourhood,
            Path patients,
            Path memory,
            Clock clock,
            Pauses pauses,
            Consumer<String> progress) {
        this.company = neighbourhood;
        this.registry = new Desk(registry);
        this.desk = new Desk(neighbourhood);
        this.patients = Patient.in(patients);
        this.memory = memory;
        this.clock = clock;
        this.pauses = pauses;
        this.progress = progress;
    }

    /** Somebody on their way. */
    private record Walker(int number, Patient patient, Cohort cohort, int place, String practice, String voter) {

        String name() {
            return "person-%03d".formatted(number);
        }
    }

    /**
     * Tells it to its end.
     *
     * @return for how many people, in a sentence
     * @throws StoryBroken when something cannot happen as the script has it; another telling goes on from there
     */
    public String tell() {
        Days days = begun();
        script.people().forEach(company::admit);
        Map<String, String> neighbourhoods = neighbourhoods();
        Map<String, String> teams = teams(neighbourhoods);
        var world = new Course.World(script, days, teams, subjects());
        Map<Integer, String> referrals = new ConcurrentHashMap<>();
        List<Walker> walkers = walkers();
        Together.all(walkers.stream()
                .<Runnable>map(walker -> () -> referrals.put(walker.number(), walk(world, walker)))
                .toList());
        meet(world, referrals);
        walkers.stream()
                .filter(walker -> walker.cohort().sharedWith() != null && walker.place() == 0)
                .forEach(walker -> share(world, walker, named(referrals, walker.number())));
        script.teams().forEach(team -> declare(world, team));
        return "%d people were referred to %d neighbourhood teams over nine months; none of them is anybody"
                .formatted(walkers.size(), script.teams().size());
    }

    /** The day on which it was begun: whatever is told later counts from it, too. */
    private Days begun() {
        Path file = memory.resolve("begun");
        try {
            // Empty it is where an earlier version was ended while writing it.
            String known = Files.exists(file) ? Files.readString(file).strip() : "";
            return known.isEmpty() ? begin(file) : new Days(LocalDate.parse(known));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it is this day, or none if this does not come to its end. */
    private Days begin(Path file) throws IOException {
        Days days = Days.from(clock.instant());
        Files.createDirectories(memory);
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beside, days.today().toString());
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        return days;
    }

    /** The ids of the registry's neighbourhoods, by their names. */
    private Map<String, String> neighbourhoods() {
        String place = id(registry.thereOrMade(ADMIN, ADMIN, "/places", "name", script.place()));
        var ids = new HashMap<String, String>();
        for (JsonNode neighbourhood : script.neighbourhoods()) {
            ObjectNode body = neighbourhood.<ObjectNode>deepCopy().put("place", place);
            ids.put(
                    body.path("name").asText(),
                    id(registry.thereOrMade(ADMIN, ADMIN, "/neighbourhoods", "name", body)));
        }
        return ids;
    }

    /** The teams with their members, by their names, once the service has heard of the neighbourhoods. */
    private Map<String, String> teams(Map<String, String> neighbourhoods) {
        var patience = new Patience("neighbourhood", clock, pauses);
        var ids = new HashMap<String, String>();
        for (Team told : script.teams()) {
            ObjectNode body = Desk.body()
                    .put("name", told.name())
                    .put("neighbourhood", named(neighbourhoods, told.neighbourhood()))
                    .put("relation", told.relation())
                    .put("formedOn", told.formedOn());
            told.services().forEach(body.putArray("services")::add);
            patience.await(
                    "the neighbourhood " + told.neighbourhood(),
                    () -> isFormed(told) || desk.madeIfKnown(ADMIN, "/teams", body));
            JsonNode team = team(told);
            for (Member member : told.members()) {
                join(team, member);
            }
            lead(team(told), company.account(told.lead()).subject());
            ids.put(told.name(), id(team));
            progress.accept(told.name() + ": " + told.members().size() + " members");
        }
        return ids;
    }

    private boolean isFormed(Team told) {
        return desk.find(ADMIN, "/teams", each -> each.path("name").asText().equals(told.name()))
                .isPresent();
    }

    private JsonNode team(Team told) {
        return desk.find(ADMIN, "/teams", each -> each.path("name").asText().equals(told.name()))
                .orElseThrow();
    }

    private void join(JsonNode team, Member member) {
        Company.Account account = company.account(member.person());
        if (isMember(team, account.subject())) {
            return;
        }
        ObjectNode body = Desk.body()
                .put("subject", account.subject())
                .put("name", account.name())
                .put("sector", member.sector())
                .put("role", member.role());
        if (member.organisation() != null) {
            body.put("organisation", member.organisation());
        }
        desk.create(ADMIN, "/teams/" + id(team) + "/members", body);
    }

    private static boolean isMember(JsonNode team, String subject) {
        for (JsonNode member : team.path("members")) {
            if (member.path("subject").asText().equals(subject)) {
                return true;
            }
        }
        return false;
    }

    private void lead(JsonNode team, String subject) {
        for (JsonNode member : team.path("members")) {
            if (member.path("subject").asText().equals(subject)
                    && !member.path("lead").asBoolean()) {
                String path = "/teams/" + id(team);
                desk.change(path, ADMIN, path + "/members/" + id(member) + "/leading", null);
            }
        }
    }

    private Map<String, String> subjects() {
        var subjects = new HashMap<String, String>();
        script.teams().stream()
                .flatMap(team -> team.members().stream())
                .map(Member::person)
                .forEach(person -> subjects.put(person, company.account(person).subject()));
        return subjects;
    }

    /** Everybody, in the order of the list of patients, with the practice that refers them. */
    private List<Walker> walkers() {
        Map<String, List<Referrer>> referrers = new HashMap<>();
        var walkers = new ArrayList<Walker>();
        for (Cohort cohort : script.cohorts()) {
            List<Referrer> possible = referrers.computeIfAbsent(cohort.team(), this::referrers);
            for (int place = 0; place < cohort.people(); place++) {
                int number = walkers.size();
                String wanted = cohort.practice();
                Referrer referrer = wanted == null
                        ? possible.get(number % possible.size())
                        : possible.stream()
                                .filter(each -> each.practice().equals(wanted))
                                .findFirst()
                                .orElseThrow(() -> new StoryBroken("no practice " + wanted + " is near its team"));
                String voter = wanted == null ? referrer.voter() : VOTER;
                walkers.add(new Walker(number, patients.get(number), cohort, place, referrer.practice(), voter));
            }
        }
        return walkers;
    }

    /** A practice near a team, and who speaks for it. */
    private record Referrer(String practice, String voter) {}

    private List<Referrer> referrers(String team) {
        String name = script.teams().stream()
                .filter(each -> each.name().equals(team))
                .findFirst()
                .orElseThrow()
                .neighbourhood();
        var referrers = new ArrayList<Referrer>();
        for (JsonNode neighbourhood : script.neighbourhoods()) {
            if (neighbourhood.path("name").asText().equals(name)) {
                for (JsonNode network : neighbourhood.path("members")) {
                    String voter = new Script.Network(network.asText(), "").voterName();
                    company.practicesOf(network.asText()).stream()
                            .sorted()
                            .forEach(code -> referrers.add(new Referrer(code, voter)));
                }
            }
        }
        if (referrers.isEmpty()) {
            throw new StoryBroken("the directory has no practice near the " + team);
        }
        return referrers;
    }

    private String walk(Course.World world, Walker walker) {
        List<History.Step> steps = Course.of(
                world,
                walker.cohort(),
                walker.place(),
                walker.number(),
                walker.patient(),
                walker.practice(),
                walker.voter());
        return named(new Walk(company, walker.name(), memory).go(steps, History.Step::role), Course.REFERRAL);
    }

    /** The first team talks about some of its people: it did last week, and does again. */
    private void meet(Course.World world, Map<Integer, String> referrals) {
        Team team = script.teams().getFirst();
        List<String> discussed = new ArrayList<>();
        for (int number = 0; number < script.cohorts().size() && discussed.size() < 4; number++) {
            Cohort cohort = script.cohorts().get(number);
            // As long as each cohort is one person, the cohort's number is the person's.
            if (cohort.people() == 1
                    && cohort.end().isAccepted()
                    && cohort.end() != NeighbourhoodScript.End.CLOSED
                    && cohort.team().equals(team.name())) {
                discussed.add(Objects.requireNonNull(referrals.get(number)));
            }
        }
        var steps = new ArrayList<History.Step>();
        String lead = team.lead();
        String meetings = "/teams/" + world.id(team.name()) + "/mdt-meetings";
        for (boolean held : new boolean[] {true, false}) {
            String meeting = held ? "held" : "planned";
            String path = "/mdt-meetings/{" + meeting + "}";
            ObjectNode body = Desk.body()
                    .put(
                            "startsAt",
                            (held ? world.days().morning(7) : world.days().morning(-7)).toString())
                    .put("place", "The community hub, room 2");
            steps.add(new History.Step(lead, List.of(), "POST", meetings, body, meeting));
            ObjectNode list = Desk.body();
            ArrayNode people = list.putArray("referrals");
            discussed.forEach(people::add);
            steps.add(new History.Step(lead, List.of(), "PUT", path + "/people", list, null));
            if (held) {
                ObjectNode notes = Desk.body().put("notes", script.words().discussed());
                steps.add(new History.Step(
                        lead, List.of(), "PUT", path + "/people/" + discussed.getFirst() + "/notes", notes, null));
                ObjectNode action = Desk.body()
                        .put("referral", discussed.getFirst())
                        .put("words", script.words().todo())
                        .put("owner", world.subjects().get(team.caseManagers().getFirst()))
                        .put("due", world.days().day(DUE).toString());
                steps.add(new History.Step(lead, List.of(), "POST", path + "/actions", action, null));
                steps.add(new History.Step(lead, List.of(), "PUT", path + "/holding", null, null));
            }
        }
        new Walk(company, "meetings", memory).go(steps, History.Step::role);
    }

    /** The person's record is shared with an organisation, once the toolkit's word of it is known. */
    private void share(Course.World world, Walker walker, String referral) {
        NeighbourhoodScript.Toolkit toolkit = script.toolkit();
        if (registry.list(ADMIN, "/dspt-statuses?organisation=" + toolkit.organisation())
                .isEmpty()) {
            registry.hand(
                    ADMIN, "/dspt-lists", String.join("\n", toolkit.list()) + "\n", Map.of("asAt", toolkit.asAt()));
        }
        String manager = Objects.requireNonNull(walker.cohort().caseManager());
        String organisation = Objects.requireNonNull(walker.cohort().sharedWith());
        String path = "/referrals/" + referral + "/shares";
        ObjectNode body = Desk.body()
                .put("organisation", organisation)
                .put("why", script.words().sharing())
                .put("basis", "consent")
                .put("until", world.days().day(DUE).toString());
        body.putArray("what").add("care-plan").add("gp-updates");
        new Patience("neighbourhood", clock, pauses)
                .await(
                        "what the toolkit says of " + organisation,
                        () -> !desk.list(manager, path).isEmpty()
                                || desk.madeIfAllowed(manager, path, body, "dspt-not-met"));
    }

    /** What the team can take on; last, for one that takes nobody now was referred people before. */
    private void declare(Course.World world, Team team) {
        if (!team(team).has("capacity")) {
            desk.create(
                    team.lead(),
                    "/teams/" + world.id(team.name()) + "/capacities",
                    world.days().in(team.capacity()));
        }
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    private static <K> String named(Map<K, String> ids, K name) {
        return Objects.requireNonNull(ids.get(name), name.toString());
    }
}
