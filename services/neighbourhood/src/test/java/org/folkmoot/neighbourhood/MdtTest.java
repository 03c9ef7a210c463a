package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A team meets about people. */
@NeighbourhoodTest
class MdtTest {

    private String team = "";

    @BeforeEach
    void begin() {
        team = Neighbourhood.team();
    }

    @Test
    void people_are_discussed_in_their_order_with_notes_and_actions_until_the_meeting_was_held() {
        // Given
        String first = Neighbourhood.referred(team);
        String second = Neighbourhood.accepted(team);
        String meeting = called();
        people(meeting, second, first)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("people.referral", contains(second, first))
                .body("people[0].notes", nullValue());

        // When
        note(meeting, second).then().statusCode(200);
        String action = assign(meeting, second, SOCIAL_WORKER, today().plusDays(3))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Neighbourhood.put(LEAD, "/mdt-meetings/" + meeting + "/holding")
                .then()
                .statusCode(200)
                .body("state", equalTo("held"));

        // Then
        SOCIAL_WORKER
                .asks()
                .get("/mdt-meetings/" + meeting)
                .then()
                .statusCode(200)
                .body("people[0].notes", equalTo("Her son can help on Sundays."))
                .body("people[0].actions[0].id", equalTo(action))
                .body("people[0].actions[0].words", equalTo("Ask about the stair rail."))
                .body("people[0].actions[0].ownerName", equalTo("Member of adult-social-care"))
                .body("people[1].actions", hasSize(0));
        people(meeting, second).then().statusCode(409).body("type", endsWith("mdt-not-in-state"));
        note(meeting, second).then().statusCode(409);
        assign(meeting, second, NURSE, today()).then().statusCode(409);
        assertThat(Neighbourhood.rows("select notes::text || words::text from mdt_person p join mdt_action a"
                        + " on a.meeting_id = p.meeting_id and a.referral_id = p.referral_id where p.meeting_id = '"
                        + meeting
                        + "'"))
                .singleElement()
                .asString()
                .doesNotContain("53756e64617973");
        LEAD.asks()
                .get("/teams/" + team + "/mdt-meetings")
                .then()
                .statusCode(200)
                .body("items.id", contains(meeting))
                .body("items[0].people", equalTo(2))
                .body("items[0].openActions", equalTo(1));
    }

    @Test
    void whoever_was_spoken_of_stays_on_the_list_and_only_open_referrals_of_the_team_come_onto_it() {
        // Given
        String noted = Neighbourhood.accepted(team);
        String toDo = Neighbourhood.accepted(team);
        String free = Neighbourhood.accepted(team);
        String elsewhere = Neighbourhood.accepted(Neighbourhood.team());
        String meeting = called();
        people(meeting, noted, toDo, free).then().statusCode(200);
        note(meeting, noted).then().statusCode(200);
        assign(meeting, toDo, NURSE, today()).then().statusCode(201);

        // When, Then
        people(meeting, noted, toDo, elsewhere)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/referrals"));
        people(meeting, toDo).then().statusCode(409).body("type", endsWith("mdt-not-in-state"));
        people(meeting, noted).then().statusCode(409);
        Casework.close(noted);
        people(meeting, toDo, noted).then().statusCode(200).body("people.referral", contains(toDo, noted));
        assign(meeting, free, NURSE, today()).then().statusCode(400).body("errors[0].pointer", equalTo("#/referral"));
        assign(meeting, toDo, Casework.STRANGER, today())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/owner"));
        assign(meeting, toDo, NURSE, today().minusDays(1))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/due"));
        LEAD.asks()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Map.of("referrals", List.of()))
                .put("/mdt-meetings/" + meeting + "/people")
                .then()
                .statusCode(412);
    }

    @Test
    void actions_are_listed_by_their_day_and_done_once() {
        // Given
        String referral = Neighbourhood.accepted(team);
        String meeting = called();
        people(meeting, referral).then().statusCode(200);
        String later = assign(meeting, referral, NURSE, today().plusDays(9)).path("id");
        String late = assign(meeting, referral, SOCIAL_WORKER, today()).path("id");
        Neighbourhood.sql("update mdt_action set due = due - 5 where id = '" + late + "'");

        // When, Then
        String list = "/mdt-actions?team=" + team;
        LEAD.asks()
                .get(list + "&open=true")
                .then()
                .statusCode(200)
                .body("items.id", contains(late, later))
                .body("items.overdue", contains(true, false));
        LEAD.asks().get(list + "&overdue=true").then().body("items.id", contains(late));
        NURSE.asks().get(list + "&mine=true").then().body("items.id", contains(later));
        Neighbourhood.put(LEAD, "/mdt-actions/" + late + "/completion")
                .then()
                .statusCode(200)
                .body("doneAt", notNullValue())
                .body("overdue", equalTo(false));
        Neighbourhood.put(LEAD, "/mdt-actions/" + late + "/completion").then().statusCode(409);
        LEAD.asks().get(list + "&open=true").then().body("items.id", contains(later));
        assertThat(LEAD.asks().get(list + "&format=csv").asString().lines()).hasSize(3);
        Casework.erase(referral);
        LEAD.asks().get("/mdt-actions/" + later).then().statusCode(200).body("words", nullValue());
    }

    @Test
    void a_meeting_is_its_teams_and_nobody_elses() {
        // Given
        String referral = Neighbourhood.accepted(team);
        String meeting = called();
        people(meeting, referral).then().statusCode(200);
        String action = assign(meeting, referral, NURSE, today()).path("id");

        // When, Then
        for (Who who : List.of(Casework.STRANGER, new Who("qr1", "int-clinician", "QR1"))) {
            for (String path :
                    List.of("/mdt-meetings/" + meeting, "/teams/" + team + "/mdt-meetings", "/mdt-actions/" + action)) {
                who.asks().get(path).then().statusCode(404).body("type", endsWith("not-found"));
            }
            Neighbourhood.create(who, "/teams/" + team + "/mdt-meetings", meeting())
                    .then()
                    .statusCode(404);
            Neighbourhood.put(who, "/mdt-meetings/" + meeting + "/holding")
                    .then()
                    .statusCode(404);
            Neighbourhood.put(who, "/mdt-actions/" + action + "/completion")
                    .then()
                    .statusCode(404);
            who.asks().get("/mdt-actions?team=" + team).then().body("items", hasSize(0));
        }
        GP.asks().get("/mdt-meetings/" + meeting).then().statusCode(403);
        Neighbourhood.create(
                        LEAD,
                        "/teams/" + team + "/mdt-meetings",
                        Map.of("startsAt", "2050-01-01T09:00:00Z", "place", "Hall"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/startsAt"));
    }

    @Test
    void whom_another_team_took_over_is_its_own_with_what_is_to_be_done_for_them() {
        // Given
        String referral = Neighbourhood.accepted(team);
        String meeting = called();
        people(meeting, referral).then().statusCode(200);
        String action = assign(meeting, referral, NURSE, today().plusDays(3)).path("id");
        Who theirs = new Who("qkk", "case-manager", "RM8");
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.PRACTICE));
        Neighbourhood.join(other, theirs, "therapists");
        theirs.asks().get("/mdt-actions/" + action).then().statusCode(404);

        // When
        String transfer = Neighbourhood.create(
                        NURSE,
                        "/referrals/" + referral + "/transfers",
                        Map.of("team", other, "reason", "other-skills", "words", "Theirs."))
                .path("id");
        Neighbourhood.put(theirs, "/transfers/" + transfer + "/acceptance", Map.of("caseManager", theirs.subject()))
                .then()
                .statusCode(200);

        // Then
        note(meeting, referral).then().statusCode(409).body("type", endsWith("mdt-not-in-state"));
        assign(meeting, referral, NURSE, today()).then().statusCode(409).body("type", endsWith("mdt-not-in-state"));
        theirs.asks().get("/mdt-actions?open=true&team=" + other).then().body("items.id", contains(action));
        Neighbourhood.put(theirs, "/mdt-actions/" + action + "/completion")
                .then()
                .statusCode(200)
                .body("doneAt", notNullValue());
    }

    private String called() {
        return Neighbourhood.create(LEAD, "/teams/" + team + "/mdt-meetings", meeting())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> meeting() {
        return Map.of("startsAt", Instant.now().plusSeconds(3600).toString(), "place", "Riverside Hall");
    }

    private static Response people(String meeting, String... referrals) {
        return Neighbourhood.put(LEAD, "/mdt-meetings/" + meeting + "/people", Map.of("referrals", List.of(referrals)));
    }

    private static Response note(String meeting, String referral) {
        return Neighbourhood.put(
                NURSE,
                "/mdt-meetings/" + meeting + "/people/" + referral + "/notes",
                Map.of("notes", "Her son can help on Sundays."));
    }

    private static Response assign(String meeting, String referral, Who owner, LocalDate due) {
        return Neighbourhood.create(
                LEAD,
                "/mdt-meetings/" + meeting + "/actions",
                Map.of(
                        "referral",
                        referral,
                        "words",
                        "Ask about the stair rail.",
                        "owner",
                        owner.subject(),
                        "due",
                        due.toString()));
    }
}
