package org.folkmoot.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.portal.frame.PortalPage;

/** Things that are there, for the addresses of pages: {@code {practice}} and the like. */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Stack stack = Stack.up();
    private final String ics;
    private final Map<String, String> found = new HashMap<>();

    /** What is there in that ICS. */
    Places(String ics) {
        this.ics = ics;
    }

    /** The address of a page for that person. What has to be there for it is there then: one at a time makes it. */
    synchronized String address(PortalPage page, Person person) {
        return "/" + person.ics()
                + PLACE.matcher(page.example()).replaceAll(place -> Matcher.quoteReplacement(found(place.group(1))));
    }

    /** The ICS's first practice in a PCN: for that PCN the director acts. */
    JsonNode practice() {
        for (JsonNode practice : list("registry", "/directory/practices?icb=" + board(), Person.OPERATOR)) {
            if (practice.hasNonNull("pcn")) {
                return practice;
            }
        }
        throw new IllegalStateException("no practice of " + ics + " is in a PCN");
    }

    /** Somebody who has an account there. */
    String person() {
        return first("tenants", "/people", Person.ADMINISTRATOR.in(ics));
    }

    private String of(String place) {
        return switch (place) {
            case "practice" -> practice().path("code").asText();
            case "pcn" -> practice().path("pcn").asText();
            case "board" -> board();
            case "person" -> person();
            case "outside" -> outside();
            case "finding" -> first("registry", "/directory/findings", Person.ADMINISTRATOR.in(ics));
            case "job" -> first("registry", "/directory/jobs", Person.OPERATOR);
            case "ics" -> ics;
            case "group" -> group();
            case "seat" -> vacantSeat();
            case "term" -> ofTheGroup("terms", "");
            case "motion" -> ofTheGroup("motions", "tabled");
            case "ballot" -> ofTheGroup("ballots", "open");
            case "voter" -> voted(ofTheGroup("ballots", "open"));
            case "declared" -> ofTheGroup("ballots", "declared");
            case "mandate" -> ofTheGroup("mandates", "in-force");
            case "power" -> ofTheGroup("powers", "in-force");
            case "objection" -> ofTheGroup("objections", "");
            case "case" ->
                thereOrMade("/integration-cases?practice=" + code(), "/integration-cases", """
                        {"practice": "%s", "options": [{"title": "Stay as we are", "account": "For: it works. Against: it costs.",
                         "proposedBy": "The partners"}]}
                        """.formatted(code()));
            case "share" -> thereOrMade("/fair-shares", "/fair-shares", """
                        {"title": "A thousand pounds", "amountPence": 100000, "rule": "custom-weight", "asAt": "2026-08-01",
                         "source": "Nobody", "reason": "To show it", "practices": [{"practice": "%s", "weight": 1}]}
                        """.formatted(code()));
            case "year" -> budgetedYear();
            case "month" -> spentMonth();
            case "link" -> thereOrMade("/links?organisation=" + code(), "/links", """
                        {"kind": "budget-holder", "organisation": "%s", "other": "%s", "from": "2024-04-01",
                         "evidence": "To show it"}
                        """.formatted(code(), board()));
            case "body" -> thereOrMade("/bodies", "/bodies", """
                        {"kind": "company", "name": "A company of the practices"}
                        """);
            case "place" -> thereOrMade("/places", "/places", """
                        {"name": "A place", "members": ["%s"], "from": "2026-04-01"}
                        """.formatted(code()));
            case "neighbourhood" -> thereOrMade("/neighbourhoods", "/neighbourhoods", """
                        {"name": "A neighbourhood", "members": ["%s"], "from": "2026-04-01"}
                        """.formatted(code()));
            case "contact" -> thereOrMade("/contacts", "/contacts", """
                        {"specialty": "Cardiology", "organisation": "%s", "name": "Dr Bea Beat", "post": "Consultant",
                         "phone": "01603 123456"}
                        """.formatted(code()));
            case "capability" -> thereOrMade("/shared-capabilities", "/shared-capabilities", """
                        {"kind": "it", "title": "One telephone system", "account": "One number for all.", "practices": ["%s"],
                         "from": "2026-04-01"}
                        """.formatted(code()));
            case "week" -> reportedWeek();
            case "assessed" -> assessed();
            case "reading" -> ofTheGroup("readings", "open");
            case "decision" -> ofTheGroup("executive", "decisions", "taken");
            case "plan" -> ofTheGroup("executive", "forward-plan", "ahead");
            case "meeting" -> ofTheGroup("executive", "meetings", "called");
            case "action" -> first("executive", "/actions?state=in-hand", Person.MANAGER.in(ics));
            case "enquiry" -> enquiry();
            case "ask" -> ask();
            case "bulletin" -> bulletin();
            case "draft" -> draft();
            case "item" -> first("executive", "/groups/" + group() + "/agenda-items", Person.MANAGER.in(ics));
            case "priority" -> executives("priorities", """
                        {"proposedFor": "%s", "aim": "access", "title": "Answer the telephone", "words": "Within five minutes.",
                         "measures": [{"name": "Calls answered", "baseline": "50%%", "target": "90%%", "by": "2027-03-31"}]}
                        """.formatted(code()));
            case "system" -> systemMeeting();
            case "sitting" ->
                executives(
                        "/groups/" + group() + "/sittings",
                        "/system-meetings/" + systemMeeting() + "/sittings",
                        """
                        {"startsAt": "%s"}
                        """.formatted(Instant.now().plus(Duration.ofDays(30))));
            case "representative" ->
                executives(
                        "/system-meetings/" + systemMeeting() + "/representatives",
                        "/system-meetings/" + systemMeeting() + "/representatives",
                        """
                        {"seat": 1, "person": "%s", "personName": "Mona Manager", "mandate": "%s", "from": "%s", "until": "%s"}
                        """.formatted(person(), ofTheGroup("mandates", "in-force"), today(), today().plusDays(7)));
            case "recommendation" -> executives("recommendations", """
                        {"title": "Share records", "words": "Between practices.", "source": "Care Quality Commission",
                         "respondBy": "%s"}
                        """.formatted(today().plusDays(30)));
            case "team" -> first("neighbourhood", "/teams?mine=true", Person.CLINICIAN);
            case "member" ->
                get("/teams/" + found("team"), Person.CLINICIAN)
                        .at("/members/1/id")
                        .asText();
            case "referral" -> referred("in-care").path("id").asText();
            case "planned" -> planned();
            case "patient" -> referred("in-care").path("patient").asText();
            case "unsent" -> drafted();
            case "update" -> first("neighbourhood", "/gp-updates", Person.VOTER);
            case "sharing" -> shared();
            case "mdt" -> first("neighbourhood", "/teams/" + found("team") + "/mdt-meetings", Person.CLINICIAN);
            case "glass" -> broken();
            case "transfer" -> offered();
            case "moved" -> moved();
            default -> throw new IllegalArgumentException("say here where a {" + place + "} is found");
        };
    }

    private String code() {
        return practice().path("code").asText();
    }

    /** A system outside the platform with a credential: what is there, or else one that is let in now. */
    private String outside() {
        Person administrator = Person.ADMINISTRATOR.in(ics);
        for (JsonNode there : list("tenants", "/external-systems", administrator)) {
            if (there.at("/credentials/0/state").asText().equals("in-force")) {
                return there.path("id").asText();
            }
        }
        String id = make("tenants", "/external-systems", administrator, "application/json", """
                        {"name": "A dashboard", "organisation": "%s", "contact": "integration@example.org",
                         "reads": ["registry"], "writes": [], "reason": "To show it"}
                        """.formatted(board()))
                .path("id")
                .asText();
        String path = "/external-systems/" + id + "/credentials";
        made(
                path,
                stack.send(stack.request("tenants", path, administrator.token())
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .POST(BodyPublishers.ofString("{\"reason\": \"To show it\"}"))
                        .build()));
        return id;
    }

    /** Something that the registry keeps for the ICS: what is there, or else this, made now. */
    private String thereOrMade(String list, String path, String body) {
        JsonNode there = list("registry", list, Person.ADMINISTRATOR.in(ics)).path(0);
        return there.isMissingNode()
                ? make(path, body).path("id").asText()
                : there.path("id").asText();
    }

    /** Something of the group that the executive service keeps: what is there, or else this, made now. */
    private String executives(String what, String body) {
        return executives("/groups/" + group() + "/" + what, "/groups/" + group() + "/" + what, body);
    }

    private String executives(String list, String path, String body) {
        Person manager = Person.MANAGER.in(ics);
        JsonNode there = list("executive", list, manager).path(0);
        return (there.isMissingNode() ? make("executive", path, manager, "application/json", body) : there)
                .path("id")
                .asText();
    }

    /** A meeting of others, at which somebody sits. */
    private String systemMeeting() {
        return executives("system-meetings", """
                {"body": "Integrated Care Partnership", "purpose": "Agrees the plan of the ICS.", "ledBy": "The board",
                 "place": "County Hall", "seats": ["GP member", "Deputy"]}
                """);
    }

    /** A year for which the first practice has a budget. */
    private String budgetedYear() {
        if (list("registry", "/budgets?year=2026&practice=" + code(), Person.ADMINISTRATOR.in(ics))
                .isEmpty()) {
            make("/practices/" + code() + "/budgets", """
                    {"year": 2026, "budget": {"pastIncomePence": 100, "pastIncomeSource": "Accounts", "adjustmentPence": 0,
                     "heads": {"locumsPence": 10, "substantiveStaffPence": 60, "premisesPence": 20, "otherPence": 10},
                     "reason": "To show it"}}
                    """);
        }
        return "2026";
    }

    /** A month of which it is recorded what the first practice spent. */
    private String spentMonth() {
        String month = "2026-04";
        if (list(
                        "registry",
                        "/spends?practice=" + code() + "&from=" + month + "&until=" + month,
                        Person.ADMINISTRATOR.in(ics))
                .isEmpty()) {
            make("/practices/" + code() + "/spends", """
                    {"month": "%s", "spend": {"heads": {"locumsPence": 1, "substantiveStaffPence": 5, "premisesPence": 2,
                     "otherPence": 1}, "source": "To show it"}}
                    """.formatted(month));
        }
        return month;
    }

    /** A week on which the first practice has reported who waits. */
    private String reportedWeek() {
        String week = "2026-08-03";
        if (list("registry", "/backlog-returns?from=" + week + "&until=" + week, Person.VOTER)
                .isEmpty()) {
            make(
                    "registry",
                    "/practices/" + code() + "/backlog-returns",
                    Person.VOTER,
                    "application/json",
                    """
                    {"week": "%s", "report": {"waiting": 14, "longestWaitDays": 6, "capacity": 310}}
                    """.formatted(week));
        }
        return week;
    }

    /** The first practice, of which the toolkit's list says something. */
    private String assessed() {
        if (list("registry", "/dspt-statuses?organisation=" + code(), Person.ADMINISTRATOR.in(ics))
                .isEmpty()) {
            String part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
            String list = "Code,Status,Date Of Publication\n" + code() + ",25/26 Standards Met,26/06/2026\n";
            make(
                    "registry",
                    "/dspt-lists",
                    Person.ADMINISTRATOR.in(ics),
                    "multipart/form-data; boundary=part",
                    part.formatted("asAt", "", "2026-08-01")
                            + part.formatted("file", "; filename=\"list.csv\"\r\nContent-Type: text/csv", list)
                            + "--part--\r\n");
        }
        return code();
    }

    /** An enquiry of the first practice, which those who deal with enquiries see as well as its own people. */
    private String enquiry() {
        String there = first("executive", "/enquiries?organisation=" + code(), Person.VOTER);
        return there.isEmpty() ? enquire(Person.VOTER, code()) : there;
    }

    /** What the first practice is asked because of an enquiry. */
    private String ask() {
        String there = first("executive", "/asks", Person.VOTER);
        if (!there.isEmpty()) {
            return there;
        }
        Person manager = Person.MANAGER.in(ics);
        String path = "/enquiries/" + enquire(manager, board());
        change(path + "/acknowledgement", manager, 0, "{}");
        String subject = first("tenants", "/people?q=mona", Person.ADMINISTRATOR.in(ics));
        change(path + "/assignment", manager, 1, """
                {"group": "%s", "assignee": "%s", "assigneeName": "Mona Manager"}
                """.formatted(group(), subject));
        make("executive", path + "/asks", manager, "application/json", """
                {"practices": ["%s"], "words": "How many visits were made at weekends?", "workingDays": 5}
                """.formatted(code()));
        return first("executive", "/asks", Person.VOTER);
    }

    /** A bulletin that was published to the first practice, and asks it something if it was made for this. */
    private String bulletin() {
        JsonNode there = list("executive", "/my/bulletins", Person.VOTER).path(0);
        if (!there.isMissingNode()) {
            return there.path("bulletin").asText();
        }
        String made = write("Visits at weekends");
        change("/bulletins/" + made + "/publication", Person.MANAGER.in(ics), 0, "{}");
        return made;
    }

    /** A bulletin that nobody has published. */
    private String draft() {
        for (JsonNode one : list("executive", "/groups/" + group() + "/bulletins", Person.MANAGER.in(ics))) {
            if (one.path("state").asText().equals("draft")) {
                return one.path("id").asText();
            }
        }
        return write("Visits in spring");
    }

    private String write(String title) {
        return make(
                        "executive",
                        "/groups/" + group() + "/bulletins",
                        Person.MANAGER.in(ics),
                        "application/json",
                        """
                        {"title": "%s", "words": "The shared car is there at weekends, too.",
                         "audience": {"kind": "practices", "codes": ["%s"]},
                         "question": {"words": "Will you use it?", "options": ["Yes", "No"], "until": "%s"}}
                        """.formatted(
                                title,
                                code(),
                                LocalDate.now(ZoneId.of("Europe/London")).plusMonths(1)))
                .path("id")
                .asText();
    }

    private String enquire(Person by, String organisation) {
        return make("executive", "/enquiries", by, "application/json", """
                        {"organisation": "%s", "subject": "Visits at weekends", "words": "How many visits are made at weekends?"}
                        """.formatted(organisation))
                .path("id")
                .asText();
    }

    /** Changes something of which that version was seen. */
    private void change(String path, Person by, int version, String body) {
        int status = stack.send(stack.request("executive", path, by.token())
                        .header("Content-Type", "application/json")
                        .header("If-Match", "\"" + version + "\"")
                        .PUT(BodyPublishers.ofString(body))
                        .build())
                .status();
        if (status != 200) {
            throw new IllegalStateException(path + " cannot be changed: " + status);
        }
    }

    /** A referral of the first practice's to the clinician's team, so that both see it. */
    private JsonNode referred(String state) {
        String path = "/referrals?list=team&limit=100&team=" + found("team") + "&state=" + state;
        for (JsonNode referral : list("neighbourhood", path, Person.CLINICIAN)) {
            if (referral.path("practice").asText().equals(code())) {
                return referral;
            }
        }
        throw new IllegalStateException("no referral of " + code() + " is " + state);
    }

    /** One of them that has a care plan of which a version is agreed. */
    private String planned() {
        for (JsonNode plan : list("neighbourhood", "/care-plans", Person.CLINICIAN)) {
            String referral = plan.path("referral").asText();
            if (get("/referrals/" + referral, Person.VOTER).hasNonNull("id")) {
                return referral;
            }
        }
        throw new IllegalStateException("no plan is agreed of somebody whom " + code() + " referred");
    }

    /** A referral that the first practice has not sent. */
    private String drafted() {
        JsonNode there = list("neighbourhood", "/referrals?list=practice&state=draft", Person.VOTER)
                .path(0);
        return there.isMissingNode()
                ? make("neighbourhood", "/referrals", Person.VOTER, "application/json", """
                        {"patient": "%s", "team": "%s", "practice": "%s", "priority": "routine", "reason": "To show it",
                         "submit": false}
                        """.formatted(
                                        found("patient"), found("team"), code()))
                        .path("id")
                        .asText()
                : there.path("id").asText();
    }

    /** A decision to share: with the first practice itself, of which a list of the toolkit says that it meets the standards. */
    private String shared() {
        String path = "/referrals/" + found("planned") + "/shares";
        JsonNode there = list("neighbourhood", path, Person.CLINICIAN).path(0);
        if (!there.isMissingNode()) {
            return there.path("id").asText();
        }
        String body = """
                {"organisation": "%s", "what": ["care-plan"], "why": "To show it", "basis": "consent", "until": "%s"}
                """.formatted(assessed(), today().plusMonths(1));
        return makeOnceHeard("neighbourhood", path, Person.CLINICIAN, body)
                .path("id")
                .asText();
    }

    /** Somebody of the clinician's team is offered to another. */
    private String offered() {
        String referral = "/referrals/" + found("referral");
        JsonNode there = get(referral, Person.CLINICIAN).path("transfer");
        if (there.isObject()) {
            return there.path("id").asText();
        }
        for (JsonNode team : list("neighbourhood", "/teams", Person.CLINICIAN)) {
            Stack.Answer answer =
                    send("neighbourhood", referral + "/transfers", Person.CLINICIAN, "application/json", """
                    {"team": "%s", "reason": "other-skills", "words": "To show it"}
                    """.formatted(
                                    team.path("id").asText()));
            // Its own team is no other, and one of them takes nobody for a time.
            if (answer.status() == 201) {
                return answer.body().path("id").asText();
            }
        }
        throw new IllegalStateException("no team takes anybody");
    }

    /** Somebody whom the clinician's team was sent, and who is registered with another practice since. */
    private String moved() {
        String path = "/practice-changes?open=true&team=" + found("team");
        JsonNode there = list("neighbourhood", path, Person.CLINICIAN).path(0);
        if (there.isMissingNode()) {
            String number = Nhs.freshNumber();
            make("neighbourhood", "/referrals", Person.VOTER, "application/json", """
                    {"person": {"nhsNumber": "%s", "familyName": "Mover", "givenName": "Mo", "birthDate": "1941-05-04",
                                "registeredPractice": "%s"},
                     "team": "%s", "practice": "%2$s", "priority": "routine", "reason": "To show it", "submit": true}
                    """.formatted(
                            number, code(), found("team")));
            stack.nhs().registers(number, anotherPractice(), ics, stack.kafkaCredential(ics, "--nhs"));
        }
        for (int left = 60; left > 0 && there.isMissingNode(); left--) {
            Stack.pause();
            there = list("neighbourhood", path, Person.CLINICIAN).path(0);
        }
        return there.path("id").asText();
    }

    /** A practice of the ICS that is not its first. */
    private String anotherPractice() {
        for (JsonNode practice : list("registry", "/directory/practices?icb=" + board(), Person.OPERATOR)) {
            if (!practice.path("code").asText().equals(code())) {
                return practice.path("code").asText();
            }
        }
        throw new IllegalStateException(ics + " has one practice");
    }

    /** Somebody of another team has broken the glass to a referral of the clinician's. */
    private String broken() {
        JsonNode there = list("neighbourhood", "/break-glass", Person.CLINICIAN).path(0);
        return there.isMissingNode()
                ? make("neighbourhood", "/break-glass", Person.OF_ANOTHER_TEAM, "application/json", """
                        {"referral": "%s", "reason": "To show that it can be done"}
                        """.formatted(
                                        found("referral")))
                        .path("id")
                        .asText()
                : there.path("id").asText();
    }

    private String found(String place) {
        String known = found.get(place);
        if (known == null) {
            known = of(place);
            found.put(place, known);
        }
        return known;
    }

    private JsonNode get(String path, Person person) {
        return stack.get("neighbourhood", path, person.token()).body();
    }

    private JsonNode make(String path, String body) {
        return make("registry", path, Person.ADMINISTRATOR.in(ics), "application/json", body);
    }

    private JsonNode make(String service, String path, Person maker, String type, String body) {
        return made(path, send(service, path, maker, type, body));
    }

    /** Makes what a service refuses until it has heard from another what was just said there. */
    private JsonNode makeOnceHeard(String service, String path, Person maker, String body) {
        Stack.Answer answer = send(service, path, maker, "application/json", body);
        for (int left = 60; left > 0 && answer.status() == 409; left--) {
            Stack.pause();
            answer = send(service, path, maker, "application/json", body);
        }
        return made(path, answer);
    }

    private static JsonNode made(String path, Stack.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(path + " cannot be made: " + answer.status());
        }
        return answer.body();
    }

    private Stack.Answer send(String service, String path, Person maker, String type, String body) {
        return stack.send(stack.request(service, path, maker.token())
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private String board() {
        return ics.toUpperCase(Locale.ROOT);
    }

    private String group() {
        return first("mandate", "/groups", Person.OBSERVER.in(ics));
    }

    private String vacantSeat() {
        for (JsonNode seat : list("mandate", "/groups/" + group() + "/seats", Person.OBSERVER.in(ics))) {
            if (!seat.hasNonNull("term")) {
                return seat.path("seat").asText();
            }
        }
        throw new IllegalStateException("every seat is filled");
    }

    /** Something of the group whose story {@code up} tells: in that state if there is one. */
    private String ofTheGroup(String what, String state) {
        return ofTheGroup("mandate", what, state);
    }

    private String ofTheGroup(String service, String what, String state) {
        JsonNode all = list(service, "/groups/" + group() + "/" + what, Person.OBSERVER.in(ics));
        for (JsonNode one : all) {
            if (one.path("state").asText().equals(state)) {
                return one.path("id").asText();
            }
        }
        return all.path(0).path("id").asText();
    }

    /** A practice that has voted, and so has a receipt. */
    private String voted(String ballot) {
        String practice = practice().path("code").asText();
        String path = "/ballots/" + ballot + "/votes/" + practice;
        int status = stack.send(stack.request("mandate", path, Person.VOTER.token())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"choice\": [\"for\"]}"))
                        .build())
                .status();
        if (status != 200 && status != 201) {
            throw new IllegalStateException(practice + " could not vote: " + status);
        }
        return practice;
    }

    private String first(String service, String path, Person person) {
        return list(service, path, person).path(0).path("id").asText();
    }

    private JsonNode list(String service, String path, Person person) {
        return stack.get(service, path, person.token()).body().path("items");
    }
}
