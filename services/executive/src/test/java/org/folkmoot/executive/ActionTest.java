package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.executive.Executive.Delegation;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.junit.jupiter.api.Test;

/** What one person does by a day, from being assigned to its evidence. */
@ExecutiveTest
class ActionTest {

    @Test
    void an_action_is_taken_in_hand_planned_and_done_with_its_evidence() {
        // Given
        String decision = Executive.taken(Executive.delegation(Map.of()), Map.of());
        String action = assign(Map.of("decision", decision), Map.of("workingDays", 10));
        Executive.manager()
                .get("/actions/" + action)
                .then()
                .body(
                        "due",
                        equalTo(EnglishWorkingDays.plus(Executive.today(), 10).toString()))
                .body("steps.done", contains(false, false))
                .body("overdue", equalTo(false));

        // When, Then
        discharge(Executive.manager(), action).then().statusCode(409).body("type", endsWith("action-not-in-state"));
        Executive.put(Executive.manager(), "/actions/" + action + "/hand")
                .then()
                .statusCode(200)
                .body("state", equalTo("in-hand"));
        Executive.put(
                        Executive.manager(),
                        "/actions/" + action + "/steps",
                        Map.of("steps", List.of(Map.of("words", "Write", "done", true))))
                .then()
                .statusCode(200)
                .body("steps.done", contains(true));
        discharge(Executive.manager(), action)
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("ended", equalTo("Their letter of Monday"));
        Executive.put(Executive.manager(), "/actions/" + action + "/dropping", Map.of("reason", "Too late"))
                .then()
                .statusCode(409);
        assertThat(Executive.told(action))
                .containsExactly("folkmoot.executive.action.assigned.v1", "folkmoot.executive.action.discharged.v1");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void its_owner_works_on_it_and_the_office_on_everybodys() {
        // Given
        String decision = Executive.taken(Executive.delegation(Map.of()), Map.of());
        String action = assign(Map.of("decision", decision), Map.of("workingDays", 10));
        String theirs = assign(
                Map.of("decision", decision), Map.of("workingDays", 10, "owner", Executive.subject("lmc-executive")));

        // When, Then
        Executive.put(Executive.lmc(), "/actions/" + action + "/hand").then().statusCode(403);
        Executive.put(Executive.voter("G83001"), "/actions/" + action + "/dropping", Map.of("reason", "No"))
                .then()
                .statusCode(403);
        Executive.manager().put("/actions/" + action + "/hand").then().statusCode(428);
        Executive.put(Executive.secretary(), "/actions/" + action + "/hand")
                .then()
                .statusCode(200);
        Executive.put(Executive.lmc(), "/actions/" + theirs + "/hand").then().statusCode(200);
        Executive.lmc().get("/actions?mine=true").then().body("items.id", hasItem(theirs));
        Executive.lmc().get("/actions?mine=true").then().body("items.id", not(hasItem(action)));
        Executive.observer().get("/actions/" + action).then().statusCode(403);
    }

    @Test
    void the_office_gives_an_action_to_somebody_else_who_takes_it_in_hand_anew() {
        // Given
        String decision = Executive.taken(Executive.delegation(Map.of()), Map.of());
        String action = assign(Map.of("decision", decision), Map.of("workingDays", 10));
        Executive.put(Executive.manager(), "/actions/" + action + "/hand")
                .then()
                .statusCode(200);
        String before = Executive.get("/actions/" + action).getString("owner");
        var other = Map.of("owner", Executive.subject("lmc-executive"), "ownerName", "Dr Else", "reason", "Left");

        // When, Then
        Executive.put(Executive.lmc(), "/actions/" + action + "/owner", other)
                .then()
                .statusCode(403);
        Executive.manager()
                .contentType("application/json")
                .body(other)
                .put("/actions/" + action + "/owner")
                .then()
                .statusCode(428);
        Executive.put(Executive.secretary(), "/actions/" + action + "/owner", Map.of("owner", "x", "ownerName", "X"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reason"));
        Executive.put(Executive.as("qr1", "executive-manager", "QR1"), "/actions/" + action + "/owner", other)
                .then()
                .statusCode(404);
        Executive.put(Executive.secretary(), "/actions/" + action + "/owner", other)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("ownerName", equalTo("Dr Else"));
        assertThat(Executive.rows(
                        "select payload from folkmoot.ledger_entry where stream like 'audit/action/" + action + "%'"))
                .anyMatch(entry ->
                        entry.contains("from " + before + " to " + Executive.subject("lmc-executive") + ": Left"));
        Executive.put(Executive.secretary(), "/actions/" + action + "/owner", other)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/owner"));
        Executive.lmc().get("/actions?mine=true").then().body("items.id", hasItem(action));
        Executive.put(Executive.lmc(), "/actions/" + action + "/hand").then().statusCode(200);
        Executive.put(Executive.manager(), "/actions/" + action + "/dropping", Map.of("reason", "Needless"))
                .then()
                .statusCode(200);
        Executive.put(
                        Executive.manager(),
                        "/actions/" + action + "/owner",
                        Map.of("owner", "x", "ownerName", "X", "reason", "Late"))
                .then()
                .statusCode(409)
                .body("type", endsWith("action-not-in-state"));
    }

    @Test
    void overdue_is_derived_from_the_day() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String decision = Executive.taken(under, Map.of());
        String late = assign(Map.of("decision", decision), Map.of("workingDays", 3, "owner", "late-" + decision));
        String onTime = assign(Map.of("decision", decision), Map.of("workingDays", 3, "owner", "late-" + decision));

        // When
        Executive.sql("update action set due = due - 30 where id = '" + late + "'");

        // Then
        assertThat(Executive.get("/actions?overdue=true&group=" + under.group()).getList("items.id"))
                .containsExactly(late);
        assertThat(Executive.get("/actions?owner=late-" + decision).getList("items.overdue"))
                .containsExactly(true, false);
        assertThat(Executive.get("/groups/" + under.group() + "/digest").getList("overdue.id"))
                .containsExactly(late);

        assertThat(Executive.manager()
                        .accept("text/csv")
                        .get("/actions?group=" + under.group())
                        .asString()
                        .lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .contains(late)
                        .contains("Write to the trust,Decision: Extend the home visiting service,Dr Somebody,,"));

        // When, Then: put off, with a reason
        Executive.put(
                        Executive.manager(),
                        "/actions/" + late + "/due",
                        Map.of("due", Executive.today().toString(), "reason", "The trust asked for it"))
                .then()
                .statusCode(200)
                .body("overdue", equalTo(false));
        assertThat(Executive.get("/actions?state=open&limit=1&group=" + under.group())
                        .getList("items.id"))
                .containsExactly(late);
        String next = Executive.get("/actions?state=open&limit=1&group=" + under.group())
                .getString("next");
        assertThat(Executive.get("/actions?state=open&limit=1&group=" + under.group() + "&cursor=" + next)
                        .getList("items.id"))
                .containsExactly(onTime);
    }

    @Test
    void an_action_is_not_done_before_the_one_for_which_it_waits_and_none_waits_for_itself() {
        // Given
        String decision = Executive.taken(Executive.delegation(Map.of()), Map.of());
        List<String> chain = List.of(open(decision), open(decision), open(decision));
        waitFor(chain.get(0), chain.get(1)).then().statusCode(200).body("blocked", equalTo(true));
        waitFor(chain.get(1), chain.get(2)).then().statusCode(200);

        // When, Then
        for (String last : chain) {
            waitFor(chain.get(2), last).then().statusCode(400).body("errors[0].pointer", equalTo("#/blockedBy"));
        }
        Executive.put(Executive.manager(), "/actions/" + chain.get(0) + "/hand");
        discharge(Executive.manager(), chain.get(0)).then().statusCode(409).body("type", endsWith("action-blocked"));
        Executive.put(Executive.manager(), "/actions/" + chain.get(1) + "/dropping", Map.of("reason", "Needless"))
                .then()
                .statusCode(200);
        discharge(Executive.manager(), chain.get(0)).then().statusCode(200);
    }

    @Test
    void an_action_comes_from_a_decision_that_was_taken_or_a_meeting_that_has_begun() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String refused = Executive.decide(Executive.lmc(), under, Map.of()).path("decision");
        String draft = Executive.draft(Executive.series(under.group(), "executive"));

        // When, Then
        for (Map<String, Object> source :
                List.<Map<String, Object>>of(Map.of("decision", refused), Map.of("meeting", draft), Map.of())) {
            asked(source, Map.of("workingDays", 1)).then().statusCode(400).body("errors", hasSize(1));
        }
        String decision = Executive.taken(under, Map.of());
        for (Map<String, Object> due : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("due", Executive.today().minusDays(1).toString()),
                Map.of("due", Executive.today().plusYears(9).toString()))) {
            asked(Map.of("decision", decision), due).then().statusCode(400).body("errors[0].pointer", equalTo("#/due"));
        }
    }

    private static String open(String decision) {
        return assign(Map.of("decision", decision), Map.of("workingDays", 5));
    }

    private static Response waitFor(String action, String other) {
        return Executive.put(Executive.manager(), "/actions/" + action + "/blocker", Map.of("blockedBy", other));
    }

    private static Response discharge(RequestSpecification person, String action) {
        return Executive.put(person, "/actions/" + action + "/discharge", Map.of("evidence", "Their letter of Monday"));
    }

    @Test
    void no_action_comes_from_a_decision_that_is_void_and_one_does_from_what_was_decided_before() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String before = Executive.taken(under, Map.of());
        Instant revoked = Instant.now();
        String since = Executive.taken(under, Map.of());
        Executive.say(under.power(), under.group(), under.mandate(), 2, "revoked", revoked, Map.of());
        Executive.await(() -> !Executive.get("/decisions/" + since).getBoolean("stands"));

        // When, Then
        asked(Map.of("decision", since), Map.of("workingDays", 5))
                .then()
                .statusCode(409)
                .body("type", endsWith("decision-not-standing"))
                .body("conditions.condition", contains("power-not-revoked"))
                .body("detail", endsWith("The power has been revoked."));
        assertThat(Executive.rows("select id from action where decision_id = '" + since + "'"))
                .isEmpty();
        assign(Map.of("decision", before), Map.of("workingDays", 5));
    }

    static String assign(Map<String, Object> source, Map<String, Object> more) {
        return asked(source, more).then().statusCode(201).extract().path("id");
    }

    static Response asked(Map<String, Object> source, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "title", "Write to the trust",
                "words", "Tell them what was decided.",
                "owner", "somebody",
                "ownerName", "Dr Somebody",
                "steps", List.of("Write", "Send")));
        body.putAll(source);
        body.putAll(more);
        return Executive.create(Executive.manager(), "/actions", body);
    }
}
