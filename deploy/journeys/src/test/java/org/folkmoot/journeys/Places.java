package org.folkmoot.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
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

    /** The address of a page for that person. */
    String address(PortalPage page, Person person) {
        return "/" + person.ics()
                + PLACE.matcher(page.example())
                        .replaceAll(place -> Matcher.quoteReplacement(found.computeIfAbsent(place.group(1), this::of)));
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
            case "link" -> thereOrMade("/links?organisation=" + code(), "/links", """
                        {"kind": "budget-holder", "organisation": "%s", "other": "%s", "from": "2024-04-01",
                         "evidence": "To show it"}
                        """.formatted(code(), board()));
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
            case "item" -> first("executive", "/groups/" + group() + "/agenda-items", Person.MANAGER.in(ics));
            default -> throw new IllegalArgumentException("say here where a {" + place + "} is found");
        };
    }

    private String code() {
        return practice().path("code").asText();
    }

    /** Something that the registry keeps for the ICS: what is there, or else this, made now. */
    private String thereOrMade(String list, String path, String body) {
        JsonNode there = list("registry", list, Person.ADMINISTRATOR.in(ics)).path(0);
        return there.isMissingNode()
                ? make(path, body).path("id").asText()
                : there.path("id").asText();
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

    /** A week on which the first practice has reported who waits. */
    private String reportedWeek() {
        String week = "2026-08-03";
        if (list("registry", "/backlog-returns?from=" + week + "&until=" + week, Person.VOTER)
                .isEmpty()) {
            make("/practices/" + code() + "/backlog-returns", Person.VOTER, "application/json", """
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
                    "/dspt-lists",
                    Person.ADMINISTRATOR.in(ics),
                    "multipart/form-data; boundary=part",
                    part.formatted("asAt", "", "2026-08-01")
                            + part.formatted("file", "; filename=\"list.csv\"\r\nContent-Type: text/csv", list)
                            + "--part--\r\n");
        }
        return code();
    }

    private JsonNode make(String path, String body) {
        return make(path, Person.ADMINISTRATOR.in(ics), "application/json", body);
    }

    private JsonNode make(String path, Person maker, String type, String body) {
        Stack.Answer made = stack.send(stack.request("registry", path, maker.token())
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body))
                .build());
        if (made.status() / 100 != 2) {
            throw new IllegalStateException(path + " cannot be made: " + made.status());
        }
        return made.body();
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
