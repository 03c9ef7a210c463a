package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is shared unless it was decided, with an organisation that may have it. */
@NeighbourhoodTest
class ShareTest {

    private String referral = "";

    @BeforeEach
    void begin() {
        referral = Casework.inCare(Neighbourhood.team(), 5);
    }

    @Test
    void a_share_opens_to_an_organisation_what_was_decided_and_nothing_else_until_it_is_revoked() {
        // Given
        Who trust = new Who("qkk", "int-clinician", "RT1");
        Casework.toolkitSays("RT1", "met", 1);
        Casework.draft(referral, today().plusDays(30)).then().statusCode(201);
        trust.asks().get("/referrals/" + referral).then().statusCode(404);

        // When
        String share = share("RT1", today(), "assessment")
                .then()
                .statusCode(201)
                .body("size()", equalTo(1))
                .extract()
                .path("id");

        // Then
        trust.asks().get("/referrals/" + referral).then().statusCode(200).body("basis", equalTo("share"));
        trust.asks().get("/referrals/" + referral + "/assessments").then().statusCode(200);
        for (String part : List.of("/care-plan", "/gp-updates", "/shares")) {
            trust.asks()
                    .get("/referrals/" + referral + part)
                    .then()
                    .statusCode(403)
                    .body("detail", startsWith("This part"));
        }
        Casework.STRANGER.asks().get("/referrals/" + referral).then().statusCode(404);
        String path = "/referrals/" + referral + "/shares/" + share;
        GP.asks()
                .get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("in-force"))
                .body("why", equalTo("They dress her leg."))
                .body("dspt", equalTo("met"))
                .body("metSince", equalTo("2026-06-30"));
        Neighbourhood.put(NURSE, path + "/revocation", Map.of("reason", "The leg has healed."))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("revoked"))
                .body("revokedWhy", equalTo("The leg has healed."));
        Neighbourhood.put(NURSE, path + "/revocation", Map.of("reason", "Again"))
                .then()
                .statusCode(409)
                .body("type", endsWith("share-not-in-force"));
        trust.asks().get("/referrals/" + referral).then().statusCode(404);
        assertThat(Neighbourhood.rows("select why::text from share where id = '" + share + "'"))
                .singleElement()
                .asString()
                .doesNotContain("6472657373");
    }

    @Test
    void nothing_is_shared_with_whoever_does_not_meet_the_standards() {
        // Given
        Casework.toolkitSays("RT2", "not-met", 1);

        // When, Then
        share("RT2", today(), "assessment")
                .then()
                .statusCode(409)
                .body("type", endsWith("dspt-not-met"))
                .body("dspt", equalTo("not-met"));
        share("RT3", today(), "assessment").then().statusCode(409).body("dspt", equalTo("unknown"));
        Casework.toolkitSays("RT2", "met", 2);
        share("RT2", today()).then().statusCode(201);

        // When: an older state comes again, and then a newer one
        Casework.toolkitSays("RT2", "not-met", 1);
        share("RT2", today()).then().statusCode(201);
        Casework.toolkitSays("RT2", "not-published", 3);

        // Then: what was decided stays, and says what is said now
        NURSE.asks()
                .get("/referrals/" + referral + "/shares")
                .then()
                .statusCode(200)
                .body("items.dspt", contains("not-published", "not-published"))
                .body("items.what", contains(List.of(), List.of()));
        share("RT2", today()).then().statusCode(409);
    }

    @Test
    void a_share_ends_by_itself_at_the_end_of_its_day() {
        // Given
        Who trust = new Who("qkk", "int-clinician", "RT4");
        Casework.toolkitSays("RT4", "met", 1);
        String share = share("RT4", today(), "care-plan").path("id");
        trust.asks().get("/referrals/" + referral).then().statusCode(200);
        assertThat(Neighbourhood.rows(
                        "select (until_at at time zone 'Europe/London')::text from access_grant where id = '" + share
                                + "'"))
                .containsExactly(today().plusDays(1) + " 00:00:00");

        // When
        Neighbourhood.sql("""
                update access_grant set from_at = from_at - interval '2 days', until_at = until_at - interval '2 days'
                where id = '%1$s';
                update share set until_on = until_on - 2 where id = '%1$s'
                """.formatted(share));

        // Then
        trust.asks().get("/referrals/" + referral).then().statusCode(404);
        NURSE.asks().get("/referrals/" + referral + "/shares/" + share).then().body("state", equalTo("ended"));
    }

    @Test
    void the_team_decides_and_nobody_else_and_only_of_its_people() {
        // Given
        Casework.toolkitSays("RT5", "met", 1);
        String share = share("RT5", today().plusDays(9), "gp-updates").path("id");
        String other = Casework.inCare(Neighbourhood.team(), 1);

        // When, Then
        Neighbourhood.create(GP, "/referrals/" + referral + "/shares", request("RT5", today()))
                .then()
                .statusCode(403);
        Neighbourhood.create(Casework.STRANGER, "/referrals/" + referral + "/shares", request("RT5", today()))
                .then()
                .statusCode(404);
        Neighbourhood.put(
                        Casework.STRANGER,
                        "/referrals/" + referral + "/shares/" + share + "/revocation",
                        Map.of("reason", "No"))
                .then()
                .statusCode(404);
        NURSE.asks().get("/referrals/" + other + "/shares/" + share).then().statusCode(404);
        NURSE.asks().get("/referrals/" + other + "/shares").then().body("items", hasSize(0));
        share("RT5", today().minusDays(1)).then().statusCode(400).body("errors[0].pointer", equalTo("#/until"));
        share("RT5", today(), "everything").then().statusCode(400);
        assertThat(NURSE.asks()
                        .get("/referrals/" + referral + "/shares?format=csv")
                        .asString()
                        .lines())
                .hasSize(2);
    }

    @Test
    void a_draft_about_somebody_gives_no_say_about_their_record() {
        // Given: somebody in care with one team, of whom another team writes
        Casework.toolkitSays("RT6", "met", 1);
        Map<String, Object> person = Neighbourhood.person();
        String cared = accepted(Neighbourhood.team(), LEAD, NURSE, person);
        Who finder = new Who("qkk", "int-clinician", "RT7");
        String team = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.PRACTICE));
        Neighbourhood.join(team, finder, "therapists");
        var found = new HashMap<>(Neighbourhood.referral(
                team, Map.of("person", person, "criteria", List.of("frailty"), "submit", false)));
        found.remove("practice");
        String draft = Neighbourhood.create(finder, "/referrals", found)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String share =
                share(NURSE, cared, "RT6").then().statusCode(201).extract().path("id");

        // When, Then
        share(finder, draft, "RT6").then().statusCode(409).body("type", endsWith("referral-not-in-state"));
        revoke(finder, draft, share).then().statusCode(409).body("type", endsWith("referral-not-in-state"));
        for (String path : List.of("/shares", "/shares/" + share)) {
            finder.asks().get("/referrals/" + draft + path).then().statusCode(403);
        }
        assertThat(Neighbourhood.rows("select ended_at is null from access_grant where organisation = 'RT6'"))
                .containsExactly("t");

        // When: it is dropped, and so is no more than it was
        Neighbourhood.put(finder, "/referrals/" + draft + "/closing", Map.of("outcome", "withdrawn"))
                .then()
                .statusCode(200);

        // Then
        share(finder, draft, "RT6").then().statusCode(409);
        finder.asks().get("/referrals/" + draft + "/shares").then().statusCode(403);
    }

    @Test
    void a_team_that_does_not_have_the_person_any_more_decides_nothing_and_can_still_take_back_what_it_gave() {
        // Given
        Who charity = new Who("qkk", "int-clinician", "RT8");
        Casework.toolkitSays("RT8", "met", 1);
        String waiting = Neighbourhood.referred(Neighbourhood.team());
        String returned = Neighbourhood.referred(Neighbourhood.team());
        Neighbourhood.put(
                        LEAD,
                        "/referrals/" + returned + "/return",
                        Map.of("reason", "duplicate", "advice", "See the other one."))
                .then()
                .statusCode(200);
        String redirected = Neighbourhood.referred(Neighbourhood.team());
        Neighbourhood.put(
                        LEAD,
                        "/referrals/" + redirected + "/redirection",
                        Map.of("team", Neighbourhood.team(), "reason", "other-skills", "words", "Theirs."))
                .then()
                .statusCode(200);
        String share = share("RT8", today().plusDays(9)).path("id");
        Casework.close(referral);

        // When, Then
        for (String over : List.of(waiting, returned, redirected, referral)) {
            share(NURSE, over, "RT8").then().statusCode(409).body("type", endsWith("referral-not-in-state"));
        }
        assertThat(Neighbourhood.rows("select id::text from access_grant where organisation = 'RT8'"))
                .containsExactly(share);
        charity.asks().get("/referrals/" + referral).then().statusCode(200);
        NURSE.asks().get("/referrals/" + referral + "/shares").then().body("items.mayAct", contains(List.of("revoke")));
        GP.asks().get("/referrals/" + referral + "/shares").then().body("items[0].mayAct", hasSize(0));

        // When: the person says that it is to stop
        revoke(NURSE, referral, share).then().statusCode(200).body("mayAct", hasSize(0));

        // Then
        charity.asks().get("/referrals/" + referral).then().statusCode(404);
    }

    @Test
    void a_team_that_had_the_person_takes_back_nothing_that_the_team_gave_which_has_them() {
        // Given: somebody whose care with one team is over, and goes on with another
        Casework.toolkitSays("RT9", "met", 1);
        Map<String, Object> person = Neighbourhood.person();
        String first = accepted(Neighbourhood.team(), LEAD, NURSE, person);
        Casework.close(first);
        Who theirs = new Who("qkk", "case-manager", "RTA");
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.PRACTICE));
        Neighbourhood.join(other, theirs, "therapists");
        String second = accepted(other, theirs, theirs, person);
        String share =
                share(theirs, second, "RT9").then().statusCode(201).extract().path("id");

        // When, Then
        NURSE.asks().get("/referrals/" + first + "/shares").then().body("items[0].mayAct", hasSize(0));
        revoke(NURSE, first, share).then().statusCode(409).body("type", endsWith("referral-not-in-state"));

        // When: nobody has them any more
        Neighbourhood.put(theirs, "/referrals/" + second + "/closing", Map.of("outcome", "moved-away"))
                .then()
                .statusCode(200);

        // Then
        revoke(NURSE, first, share).then().statusCode(200);
    }

    private static String accepted(String team, Who by, Who caseManager, Map<String, Object> person) {
        String referral = Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(team, Map.of("person", person)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Neighbourhood.put(by, "/referrals/" + referral + "/acceptance", Map.of("caseManager", caseManager.subject()))
                .then()
                .statusCode(200);
        return referral;
    }

    private static Response share(Who by, String referral, String organisation) {
        return Neighbourhood.create(by, "/referrals/" + referral + "/shares", request(organisation, today()));
    }

    private static Response revoke(Who by, String referral, String share) {
        return Neighbourhood.put(
                by, "/referrals/" + referral + "/shares/" + share + "/revocation", Map.of("reason", "No longer."));
    }

    private Response share(String organisation, LocalDate until, String... what) {
        return Neighbourhood.create(NURSE, "/referrals/" + referral + "/shares", request(organisation, until, what));
    }

    private static Map<String, Object> request(String organisation, LocalDate until, String... what) {
        return Map.of(
                "organisation",
                organisation,
                "what",
                List.of(what),
                "why",
                "They dress her leg.",
                "basis",
                "consent",
                "until",
                until.toString());
    }
}
