package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.local.story.NeighbourhoodScript.Cohort;
import org.folkmoot.local.story.NeighbourhoodScript.End;
import org.folkmoot.local.story.NeighbourhoodScript.Team;
import org.folkmoot.local.story.NeighbourhoodScript.Words;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one person, as steps: they are referred, and it goes on as far as with the others of their cohort. Days lie
 * back; nothing happens today but what has no day of its own.
 */
final class Course {

    /** The name under which the referral's id is kept. */
    static final String REFERRAL = "referral";

    private static final String TRANSFER = "transfer";

    private static final String PATH = "/referrals/{" + REFERRAL + "}";

    private final World world;
    private final Cohort cohort;
    private final Team team;
    private final int place;
    private final int number;
    private final List<History.Step> steps = new ArrayList<>();

    /**
     * Where it happens.
     *
     * @param teams the ids of the teams, by their names
     * @param subjects the accounts of the case managers, by their usernames
     */
    record World(NeighbourhoodScript script, Days days, Map<String, String> teams, Map<String, String> subjects) {

        Team team(String name) {
            return script.teams().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        String id(String team) {
            return Objects.requireNonNull(teams.get(team), team);
        }
    }

    private Course(World world, Cohort cohort, int place, int number) {
        this.world = world;
        this.cohort = cohort;
        this.team = world.team(cohort.team());
        this.place = place;
        this.number = number;
    }

    /**
     * The steps.
     *
     * @param place of the person in the cohort
     * @param number of the person among all
     * @param practice that refers them
     * @param voter who speaks for it
     */
    static List<History.Step> of(
            World world, Cohort cohort, int place, int number, Patient patient, String practice, String voter) {
        var course = new Course(world, cohort, place, number);
        course.refer(patient, practice, voter);
        course.goOn(voter);
        return List.copyOf(course.steps);
    }

    private void refer(Patient patient, String practice, String voter) {
        Words words = world.script().words();
        ObjectNode referral = Desk.body()
                .put("team", world.id(team.name()))
                .put("practice", practice)
                .put("priority", number % 9 == 0 ? "urgent" : "routine")
                .put("service", Words.turn(team.services(), number))
                .put("reason", Words.turn(words.reasons(), number))
                .put("submit", false);
        referral.set("person", patient.describedBy(practice));
        steps.add(new History.Step(voter, List.of(), "POST", "/referrals", referral, REFERRAL));
    }

    private void goOn(String voter) {
        End end = cohort.end();
        if (end == End.DRAFT) {
            return;
        }
        int submitted = cohort.submitted(place);
        put(voter, "/submission", Desk.body().put("on", at(submitted)));
        switch (end) {
            case DRAFT, SUBMITTED -> {}
            case IN_TRIAGE -> put(team.lead(), "/triage", null);
            case RETURNED -> giveBack(submitted);
            case REDIRECTED ->
                put(
                        team.lead(),
                        "/redirection",
                        Desk.body()
                                .put("team", world.id(Objects.requireNonNull(cohort.onTo())))
                                .put("reason", "other-skills")
                                .put("words", world.script().words().redirection())
                                .put("on", at(submitted - 2)));
            case ACCEPTED, PAUSED, ASSESSMENT, IN_CARE, PLANNED, CLOSED -> own(submitted, voter);
        }
    }

    private void giveBack(int submitted) {
        List<String> reasons = List.of("more-information-needed", "other-service-fits", "person-declined");
        put(
                team.lead(),
                "/return",
                Desk.body()
                        .put("reason", Words.turn(reasons, place))
                        .put("advice", Words.turn(world.script().words().advice(), place))
                        .put("on", at(submitted - 2)));
    }

    /** Somebody owns the person's care, until it ends. */
    private void own(int submitted, String voter) {
        End end = cohort.end();
        String manager = cohort.caseManager() == null ? Words.turn(team.caseManagers(), number) : cohort.caseManager();
        put(
                team.lead(),
                "/acceptance",
                Desk.body().put("caseManager", world.subjects().get(manager)).put("on", at(submitted - 2)));
        update(manager, 0, submitted - 3, voter);
        if (end == End.PAUSED) {
            post(
                    manager,
                    "/pauses",
                    Desk.body().put("reason", "awaiting-consent").put("from", at(submitted - 5)));
        }
        if (end == End.ASSESSMENT) {
            put(manager, "/assessing", Desk.body().put("on", at(submitted - 6)));
        }
        if (end.isAssessed()) {
            int assessed = submitted - cohort.assessedAfter(place);
            assess(manager, assessed, voter);
            plan(manager, assessed, voter);
        }
        if (cohort.handedTo() != null) {
            post(
                    manager,
                    "/handovers",
                    Desk.body()
                            .put("to", world.subjects().get(cohort.handedTo()))
                            .put("words", world.script().words().handover()));
        }
        NeighbourhoodScript.Transfer transfer = cohort.transfer();
        if (transfer != null && place == 0) {
            transfer(manager, transfer);
        }
    }

    /** Last, for whoever owned the care until then does no more. */
    private void transfer(String manager, NeighbourhoodScript.Transfer told) {
        Team other = world.team(told.to());
        ObjectNode offer = Desk.body()
                .put("team", world.id(told.to()))
                .put("reason", "other-neighbourhood")
                .put("words", world.script().words().transfer());
        steps.add(new History.Step(manager, List.of(), "POST", PATH + "/transfers", offer, TRANSFER));
        String answer = told.answer();
        if (answer != null) {
            String next = other.caseManagers().getFirst();
            ObjectNode body = answer.equals("acceptance")
                    ? Desk.body().put("caseManager", world.subjects().get(next))
                    : null;
            steps.add(new History.Step(
                    other.lead(), List.of(), "PUT", "/transfers/{" + TRANSFER + "}/" + answer, body, null));
        }
    }

    private void assess(String manager, int assessed, String voter) {
        post(
                manager,
                "/assessments",
                Desk.body()
                        .put("on", day(assessed))
                        .put("findings", Words.turn(world.script().words().findings(), number)));
        // Of most people the practice hears of the assessment together with the plan, in the same week.
        if (number % 4 == 0) {
            update(manager, 1, assessed - 2, voter);
        }
    }

    private void plan(String manager, int assessed, String voter) {
        Words words = world.script().words();
        int agreed = assessed - 4;
        boolean planned = cohort.end() != End.IN_CARE;
        ObjectNode version = Desk.body().put("contingency", words.contingency());
        ArrayNode goals = version.putArray("goals");
        goals.add(Words.turn(words.goals(), number)).add(Words.turn(words.goals(), number + 2));
        ArrayNode activities = version.putArray("activities");
        for (int activity = 0; activity < 2; activity++) {
            activities
                    .addObject()
                    .put("what", Words.turn(words.activities(), number + activity))
                    .put("who", activity == 0 ? "Case manager" : "The team");
        }
        version.put("review", ahead());
        if (planned || number % 2 == 0) {
            post(manager, "/care-plan/versions", version);
        }
        if (!planned) {
            return;
        }
        put(
                manager,
                "/care-plan/versions/1/agreement",
                Desk.body().put("on", day(agreed)).put("how", "in-person"));
        update(manager, 2, agreed - 2, voter);
        if (agreed > 50) {
            review(manager, agreed - 40, voter);
        }
        if (cohort.end() == End.CLOSED) {
            put(
                    manager,
                    "/closing",
                    Desk.body()
                            .put(
                                    "outcome",
                                    Words.turn(
                                            List.of("goals-met", "care-passed-on", "goals-met", "moved-away"), place))
                            .put("words", words.closing())
                            .put("on", at(Math.max(2, agreed - 50))));
        }
    }

    private void review(String manager, int reviewed, String voter) {
        post(
                manager,
                "/care-plan/reviews",
                Desk.body()
                        .put("on", day(reviewed))
                        .put("outcome", "continues")
                        .put("notes", world.script().words().reviewed())
                        // One plan in five was to be looked at again by now, and nobody has.
                        .put("next", number % 5 == 0 ? day(3) : ahead()));
        update(manager, 3, reviewed - 2, voter);
    }

    private String ahead() {
        return day(-10 - number % 70);
    }

    /** The practice is told; it has acknowledged every other update. */
    private void update(String manager, int occasion, int daysAgo, String voter) {
        if (daysAgo < 1 || (cohort.end() == End.IN_CARE && occasion > 0)) {
            return;
        }
        String update = "update-" + occasion;
        steps.add(new History.Step(
                manager,
                List.of(),
                "POST",
                PATH + "/gp-updates",
                Desk.body()
                        .put("words", world.script().words().updates().get(occasion))
                        .put("on", day(daysAgo)),
                update));
        if ((number + occasion) % 2 == 0) {
            steps.add(new History.Step(
                    voter, List.of(), "PUT", "/gp-updates/{" + update + "}/acknowledgement", null, null));
        }
    }

    private void post(String person, String path, ObjectNode body) {
        steps.add(new History.Step(person, List.of(), "POST", PATH + path, body, null));
    }

    private void put(String person, String path, @Nullable ObjectNode body) {
        steps.add(new History.Step(person, List.of(), "PUT", PATH + path, body, null));
    }

    private String at(int daysAgo) {
        return world.days().morning(daysAgo).toString();
    }

    private String day(int daysAgo) {
        return world.days().today().minusDays(daysAgo).toString();
    }
}
