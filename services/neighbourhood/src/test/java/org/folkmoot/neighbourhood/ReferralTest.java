package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.person;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.folkmoot.neighbourhood.Neighbourhood.referral;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.nhs.LondonTime;
import org.junit.jupiter.api.Test;

@NeighbourhoodTest
class ReferralTest {

    @Test
    void a_practice_refers_the_team_triages_accepts_and_closes_and_each_step_is_told() {
        // Given
        String team = Neighbourhood.team();

        // When
        String referral = Neighbourhood.referred(team);

        // Then
        GP.asks()
                .get("/referrals/" + referral)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("submitted"))
                .body("familyName", equalTo("Featherstonehaugh"))
                .body("practiceName", equalTo("SURGERY " + PRACTICE))
                .body("reason", equalTo("Falls twice a week since Quentin died."))
                .body("basis", equalTo("referring-practice"))
                .body("clock", equalTo("on-time"))
                .body("submittedOn", equalTo(today().toString()))
                .body("dueOn", equalTo(today().plusDays(28).toString()))
                .body("mayAct", contains("amend", "close"))
                .body("journeySoFar", hasSize(1));

        // When
        put(LEAD, "/referrals/" + referral + "/triage")
                .then()
                .statusCode(200)
                .body("state", equalTo("in-triage"))
                .body("mayAct", hasItems("accept", "return", "redirect", "pause", "close"));
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200)
                .body("state", equalTo("accepted"))
                .body("caseManager", equalTo(NURSE.subject()));
        put(NURSE, "/referrals/" + referral + "/assessing", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("assessment"));
        put(NURSE, "/referrals/" + referral + "/closing", Map.of("outcome", "goals-met", "words", "Walks again."))
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("clock", equalTo("stopped"))
                .body("caseManager", nullValue())
                .body("mayAct", hasSize(0))
                .body("history.kind", contains("submitted", "triage-begun", "accepted", "assessment-begun", "closed"))
                .body("history[4].words", equalTo("Walks again."))
                .body("history[4].code", equalTo("goals-met"));

        // Then
        assertThat(Neighbourhood.told(referral))
                .containsExactly(
                        "folkmoot.neighbourhood.referral.submitted.v1",
                        "folkmoot.neighbourhood.referral.accepted.v1",
                        "folkmoot.neighbourhood.casemanager.assigned.v1",
                        "folkmoot.neighbourhood.referral.closed.v1");
        assertThat(Neighbourhood.said("referral.closed", referral).getString("outcome"))
                .isEqualTo("goals-met");
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_draft_is_its_writers_until_the_team_looks_at_what_was_submitted() {
        // Given
        String team = Neighbourhood.team();
        String draft = Neighbourhood.create(GP, "/referrals", referral(team, Map.of("submit", false)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        LEAD.asks().get("/referrals/" + draft).then().statusCode(404);
        assertThat(get(LEAD, "/referrals?list=team&limit=500&team=" + team).getList("items"))
                .isEmpty();
        assertThat(Neighbourhood.told(draft)).isEmpty();

        // When
        put(
                        GP,
                        "/referrals/" + draft,
                        Map.of("team", team, "priority", "urgent", "service", "Falls", "reason", "Fell again."))
                .then()
                .statusCode(200)
                .body("priority", equalTo("urgent"))
                .body("reason", equalTo("Fell again."));
        put(OTHER_GP, "/referrals/" + draft + "/submission", Map.of()).then().statusCode(404);
        put(GP, "/referrals/" + draft + "/submission", Map.of())
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"));

        // Then: said anew until the team looks, and to no other team
        Map<String, Object> changed = Map.of("team", team, "priority", "routine", "reason", "Changed my mind.");
        put(GP, "/referrals/" + draft, changed)
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("reason", equalTo("Changed my mind."));
        put(
                        GP,
                        "/referrals/" + draft,
                        Map.of("team", Neighbourhood.team(), "priority", "routine", "reason", "Changed my mind."))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/team"));
        put(LEAD, "/referrals/" + draft + "/triage").then().statusCode(200);
        put(GP, "/referrals/" + draft, changed).then().statusCode(409).body("type", endsWith("referral-not-in-state"));
        assertThat(get(LEAD, "/referrals/" + draft).getString("basis")).isEqualTo("team");
    }

    @Test
    void a_draft_that_is_dropped_was_never_told_and_stays_its_writers() {
        // Given: about a patient of another practice
        String team = Neighbourhood.team();
        String draft = Neighbourhood.create(
                        OTHER_GP, "/referrals", referral(team, Map.of("practice", OTHER_PRACTICE, "submit", false)))
                .then()
                .extract()
                .path("id");
        String patient = get(OTHER_GP, "/referrals/" + draft).getString("patient");

        // When
        put(OTHER_GP, "/referrals/" + draft + "/closing", Map.of("outcome", "withdrawn"))
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("history", hasSize(0))
                .body("journeySoFar", hasSize(0));

        // Then
        assertThat(Neighbourhood.told(draft)).isEmpty();
        for (Who other : List.of(LEAD, GP)) {
            other.asks().get("/referrals/" + draft).then().statusCode(404);
        }
        assertThat(get(LEAD, "/referrals?list=team&limit=500&team=" + team).getList("items"))
                .isEmpty();
        assertThat(get(GP, "/referrals?list=practice&patient=" + patient).getList("items"))
                .isEmpty();
        assertThat(get(OTHER_GP, "/referrals?list=practice&patient=" + patient).getList("items.id", String.class))
                .containsExactly(draft);
        OTHER_GP.asks().get("/patients/" + patient).then().statusCode(404);
        for (String table : List.of("referral_event", "gp_update_measure", "gp_update_point(current_date)")) {
            assertThat(Neighbourhood.rows("select count(*) from " + table + " where referral_id = '" + draft + "'"))
                    .as(table)
                    .containsExactly("0");
        }
    }

    @Test
    void what_is_returned_goes_back_with_a_reason_and_advice_and_stays_returned() {
        // Given
        String referral = Neighbourhood.referred(Neighbourhood.team());

        // When
        put(
                        LEAD,
                        "/referrals/" + referral + "/return",
                        Map.of("reason", "more-information-needed", "advice", "Say which medicines."))
                .then()
                .statusCode(200)
                .body("state", equalTo("returned"));

        // Then
        GP.asks()
                .get("/referrals/" + referral)
                .then()
                .body("history[-1].code", equalTo("more-information-needed"))
                .body("history[-1].words", equalTo("Say which medicines."));
        assertThat(Neighbourhood.said("referral.returned", referral).getString("reason"))
                .isEqualTo("more-information-needed");
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(409)
                .body("type", endsWith("referral-not-in-state"));
    }

    @Test
    void a_reason_that_is_no_code_is_refused() {
        String referral = Neighbourhood.referred(Neighbourhood.team());
        put(LEAD, "/referrals/" + referral + "/return", Map.of("reason", "no-mood", "advice", "None."))
                .then()
                .statusCode(400);
        put(LEAD, "/referrals/" + referral + "/return", Map.of("reason", "duplicate"))
                .then()
                .statusCode(400);
        put(LEAD, "/referrals/" + referral + "/closing", Map.of("outcome", "lost"))
                .then()
                .statusCode(400);
    }

    @Test
    void who_was_found_is_referred_once_they_agreed() {
        // Given
        String team = Neighbourhood.team();
        var found = new HashMap<>(
                referral(team, Map.of("criteria", List.of("frailty", "repeat-attendance"), "submit", false)));
        found.remove("practice");
        String draft = Neighbourhood.create(NURSE, "/referrals", found)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When, Then
        put(NURSE, "/referrals/" + draft + "/submission", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-missing"));
        put(NURSE, "/referrals/" + draft + "/consent", Map.of("given", false, "on", today().toString()))
                .then()
                .statusCode(200)
                .body("consent.given", equalTo(false));
        put(NURSE, "/referrals/" + draft + "/submission", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-missing"));
        put(NURSE, "/referrals/" + draft + "/consent", Map.of("given", true, "on", today().toString()))
                .then()
                .statusCode(200);
        put(NURSE, "/referrals/" + draft + "/submission", Map.of())
                .then()
                .statusCode(200)
                .body("cameBy", equalTo("case-finding"))
                .body("criteria", contains("frailty", "repeat-attendance"))
                .body("practice", nullValue());
        assertThat(Neighbourhood.said("referral.submitted", draft).getString("practice"))
                .isNull();
        // The practice where the person is registered sees it, too.
        assertThat(get(GP, "/referrals/" + draft).getString("basis")).isEqualTo("registered-practice");
    }

    @Test
    void a_draft_without_consent_that_is_to_be_submitted_at_once_leaves_nothing_behind() {
        // Given
        Map<String, Object> person = person();
        var found =
                new HashMap<>(referral(Neighbourhood.team(), Map.of("criteria", List.of("frailty"), "person", person)));
        found.remove("practice");
        String before = Neighbourhood.rows("select count(*) from patient").getFirst();

        // When
        Neighbourhood.create(NURSE, "/referrals", found)
                .then()
                .statusCode(409)
                .body("type", endsWith("consent-missing"));

        // Then
        assertThat(Neighbourhood.rows("select count(*) from patient")).containsExactly(before);
    }

    @Test
    void one_refers_for_a_practice_for_which_one_speaks_or_for_ones_own_team() {
        // Given
        String team = Neighbourhood.team();
        var found = new HashMap<>(referral(
                team,
                Map.of("criteria", List.of("frailty"), "consent", Map.of("given", true, "on", today().toString()))));
        found.remove("practice");
        var forNobody = new HashMap<>(referral(team, Map.of()));
        forNobody.remove("practice");

        // When, Then
        Neighbourhood.create(OTHER_GP, "/referrals", referral(team, Map.of()))
                .then()
                .statusCode(403);
        Neighbourhood.create(new Who("qkk", "int-clinician", "RZZ"), "/referrals", found)
                .then()
                .statusCode(403);
        Neighbourhood.create(NURSE, "/referrals", forNobody)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/practice"));
        Neighbourhood.create(GP, "/referrals", referral(team, Map.of("criteria", List.of("hunch"))))
                .then()
                .statusCode(400);
        Neighbourhood.create(GP, "/referrals", referral(UUID.randomUUID().toString(), Map.of()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/team"));
        Neighbourhood.create(NURSE, "/referrals", found).then().statusCode(201);
    }

    @Test
    void a_patient_whom_one_may_not_see_is_described_and_not_pointed_to() {
        // Given
        String team = Neighbourhood.team();
        String patient = get(GP, "/referrals/" + Neighbourhood.referred(team)).getString("patient");
        var pointed = new HashMap<>(referral(team, Map.of("practice", OTHER_PRACTICE, "patient", patient)));
        pointed.remove("person");

        // When, Then
        Neighbourhood.create(OTHER_GP, "/referrals", pointed)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/patient"));
        pointed.put("practice", PRACTICE);
        Neighbourhood.create(GP, "/referrals", pointed).then().statusCode(201);
        pointed.put("person", person());
        Neighbourhood.create(GP, "/referrals", pointed).then().statusCode(400);
    }

    @Test
    void what_was_submitted_on_paper_is_written_down_late_but_never_ahead() {
        // Given
        String draft = Neighbourhood.create(GP, "/referrals", referral(Neighbourhood.team(), Map.of("submit", false)))
                .then()
                .extract()
                .path("id");

        // When, Then
        put(
                        GP,
                        "/referrals/" + draft + "/submission",
                        Map.of("on", Instant.now().plusSeconds(600).toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/on"));
        put(GP, "/referrals/" + draft + "/submission", Map.of("on", "2020-01-01T10:00:00Z"))
                .then()
                .statusCode(400);
        put(
                        GP,
                        "/referrals/" + draft + "/submission",
                        Map.of(
                                "on",
                                ZonedDateTime.now(LondonTime.ZONE)
                                        .minusDays(30)
                                        .toInstant()
                                        .toString()))
                .then()
                .statusCode(200)
                .body("clock", equalTo("late"))
                .body("days", equalTo(30));
    }

    @Test
    void who_sees_a_referral_and_may_not_do_something_is_told_so_and_who_may_not_see_it_is_not() {
        // Given
        String referral = Neighbourhood.referred(Neighbourhood.team());
        Who outsider = new Who("qkk", "int-clinician", "RZZ");
        Map<String, Object> acceptance = Map.of("caseManager", NURSE.subject());

        // When, Then
        put(GP, "/referrals/" + referral + "/acceptance", acceptance).then().statusCode(403);
        put(outsider, "/referrals/" + referral + "/acceptance", acceptance)
                .then()
                .statusCode(404);
        outsider.asks().get("/referrals/" + referral).then().statusCode(404);
        OTHER_GP.asks().get("/referrals/" + referral).then().statusCode(404);
        LEAD.asks()
                .header("If-Match", "\"77\"")
                .put("/referrals/" + referral + "/triage")
                .then()
                .statusCode(412);
        LEAD.asks().put("/referrals/" + referral + "/triage").then().statusCode(428);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", outsider.subject()))
                .then()
                .statusCode(409)
                .body("type", endsWith("case-manager-not-in-team"));
    }

    @Test
    void a_practice_takes_back_what_no_team_has_taken_on() {
        // Given
        String team = Neighbourhood.team();
        String waiting = Neighbourhood.referred(team);
        String accepted = Neighbourhood.accepted(team);

        // When, Then
        put(GP, "/referrals/" + waiting + "/closing", Map.of("outcome", "withdrawn"))
                .then()
                .statusCode(200);
        // Whom no team took on, of them there is nothing to tell a practice.
        assertThat(Neighbourhood.rows("select occasion from gp_update_measure where referral_id = '" + waiting + "'"))
                .isEmpty();
        put(GP, "/referrals/" + accepted + "/closing", Map.of("outcome", "withdrawn"))
                .then()
                .statusCode(409)
                .body("type", endsWith("referral-not-in-state"));
    }

    @Test
    void a_share_opens_what_belongs_to_the_patient_and_lasts_as_long_as_it_says() {
        // Given
        String referral = Neighbourhood.referred(Neighbourhood.team());
        String patient = get(GP, "/referrals/" + referral).getString("patient");
        String grant = UUID.randomUUID().toString();

        // When
        Neighbourhood.sql("""
                insert into access_grant (tenant_id, id, patient_id, kind, organisation, from_at, given_by)
                values ('qkk', '%s', '%s', 'share', '%s', now() - interval '1 hour', 'x')
                """.formatted(grant, patient, OTHER_PRACTICE));

        // Then
        assertThat(get(OTHER_GP, "/referrals/" + referral).getString("basis")).isEqualTo("share");
        assertThat(get(OTHER_GP, "/patients/" + patient).getString("basis")).isEqualTo("share");
        assertThat(get(OTHER_GP, "/referrals?list=shared&patient=" + patient).getList("items.id", String.class))
                .containsExactly(referral);
        put(OTHER_GP, "/patients/" + patient, Map.of("familyName", "A", "givenName", "B"))
                .then()
                .statusCode(403);

        // When
        Neighbourhood.sql("update access_grant set until_at = now() - interval '1 minute' where id = '" + grant + "'");

        // Then
        OTHER_GP.asks().get("/referrals/" + referral).then().statusCode(404);
    }

    @Test
    void a_redirect_chain_keeps_the_journey_and_the_clock() {
        // Given
        String first = Neighbourhood.team();
        String second = Neighbourhood.team();
        String third = Neighbourhood.team();
        String one = Neighbourhood.referred(first);
        Neighbourhood.backdate(one, 20);
        JsonPath before = get(GP, "/referrals/" + one);

        // When
        String two = redirect(one, second);
        String three = redirect(two, third);

        // Then
        JsonPath now = get(GP, "/referrals/" + three);
        assertThat(now.getString("journey")).isEqualTo(before.getString("journey"));
        assertThat(now.getString("submittedOn")).isEqualTo(today().minusDays(20).toString());
        assertThat(now.getString("dueOn")).isEqualTo(before.getString("dueOn"));
        assertThat(now.getInt("days")).isEqualTo(20);
        assertThat(now.getInt("redirects")).isEqualTo(2);
        assertThat(now.getString("redirectedFrom")).isEqualTo(two);
        assertThat(now.getString("reason")).isEqualTo(before.getString("reason"));
        assertThat(now.getList("journeySoFar.state", String.class))
                .containsExactly("redirected", "redirected", "submitted");
        assertThat(now.getList("journeySoFar.team", String.class)).containsExactly(first, second, third);
        assertThat(get(GP, "/referrals/" + one).getString("successor.team")).isEqualTo(second);
        assertThat(Neighbourhood.said("referral.redirected", one).getString("successor"))
                .isEqualTo(two);
        assertThat(Neighbourhood.told(two)).containsExactly("folkmoot.neighbourhood.referral.redirected.v1");
        // Nothing of it is open twice.
        assertThat(Neighbourhood.rows("select count(*) from referral where journey_id = '" + now.getString("journey")
                        + "' and state not in ('redirected', 'returned', 'closed')"))
                .containsExactly("1");
        put(
                        LEAD,
                        "/referrals/" + one + "/redirection",
                        Map.of("team", third, "reason", "other-skills", "words", "Again"))
                .then()
                .statusCode(409);
    }

    @Test
    void a_referral_goes_to_another_team_that_takes_it_or_stays() {
        // Given
        String team = Neighbourhood.team();
        String full = Neighbourhood.team();
        Neighbourhood.create(
                        LEAD,
                        "/teams/" + full + "/capacities",
                        Map.of(
                                "perWeek",
                                0,
                                "noReferralsUntil",
                                today().plusDays(3).toString()))
                .then()
                .statusCode(201);
        String referral = Neighbourhood.referred(team);

        // When, Then
        put(
                        LEAD,
                        "/referrals/" + referral + "/redirection",
                        Map.of("team", team, "reason", "other-skills", "words", "x"))
                .then()
                .statusCode(400);
        put(
                        LEAD,
                        "/referrals/" + referral + "/redirection",
                        Map.of("team", full, "reason", "other-skills", "words", "x"))
                .then()
                .statusCode(409)
                .body("type", endsWith("team-takes-no-referrals"));
        assertThat(get(LEAD, "/referrals/" + referral).getString("state")).isEqualTo("submitted");
    }

    private static String redirect(String referral, String team) {
        put(
                        LEAD,
                        "/referrals/" + referral + "/redirection",
                        Map.of("team", team, "reason", "other-neighbourhood", "words", "Lives beyond the river."))
                .then()
                .statusCode(200)
                .body("state", equalTo("redirected"));
        return get(LEAD, "/referrals/" + referral).getString("successor.id");
    }

    @Test
    void a_repeated_request_refers_once() {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = referral(Neighbourhood.team(), Map.of());

        // When
        List<String> made = List.of(1, 2).stream()
                .map(each -> GP.asks()
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .body(body)
                        .post("/referrals")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        // Then
        assertThat(made.get(0)).isEqualTo(made.get(1));
    }
}
