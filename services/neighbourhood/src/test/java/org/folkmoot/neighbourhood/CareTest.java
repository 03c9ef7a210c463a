package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.nhs.LondonTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is assessed, and agrees to a care plan. */
@NeighbourhoodTest
class CareTest {

    private String team = "";

    @BeforeEach
    void begin() {
        team = Neighbourhood.team();
    }

    @Test
    void an_assessment_is_a_dated_fact_that_ends_the_wait_and_only_its_readers_learn_what_was_found() {
        // Given
        String referral = Casework.accepted(team, 10);

        // When
        var made = Casework.assess(referral, today().minusDays(1));

        // Then
        made.then().statusCode(201).body("size()", equalTo(1)).header("Location", endsWith("/assessments"));
        assertThat(Neighbourhood.get(NURSE, "/referrals/" + referral).getString("state"))
                .isEqualTo("in-care");
        for (Who who : List.of(NURSE, GP)) {
            who.asks()
                    .get("/referrals/" + referral + "/assessments")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].on", equalTo(today().minusDays(1).toString()))
                    .body("items[0].findings", equalTo("Breathless on the stairs."));
        }
        assertThat(GP.asks()
                        .get("/referrals/" + referral + "/assessments?format=csv")
                        .asString()
                        .lines())
                .hasSize(2);
        JsonPath said = Neighbourhood.said("assessment.recorded", made.path("id"));
        assertThat(said.getString("referral")).isEqualTo(referral);
        assertThat(said.getInt("days")).isEqualTo(9);
        assertThat(said.getBoolean("inTime")).isTrue();
        assertThat(Neighbourhood.rows("select findings::text from assessment where referral_id = '" + referral + "'"))
                .singleElement()
                .asString()
                .doesNotContain(hex("Breathless"));
        assertThat(Neighbourhood.rows("select payload from folkmoot.ledger_entry where kind = 'patient.read'"))
                .anyMatch(payload -> payload.contains("\"assessment\""));
    }

    @Test
    void one_that_is_written_down_late_corrects_the_figure_of_its_journey() {
        // Given
        String referral = Casework.accepted(team, 40);
        String first = Casework.assess(referral, today().minusDays(2)).path("id");
        assertThat(Neighbourhood.said("assessment.recorded", first).getBoolean("inTime"))
                .isFalse();

        // When
        String late = Casework.assess(referral, today().minusDays(30)).path("id");

        // Then
        JsonPath said = Neighbourhood.said("assessment.recorded", late);
        assertThat(said.getInt("days")).isEqualTo(10);
        assertThat(said.getBoolean("inTime")).isTrue();
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_pause_that_is_written_down_after_the_assessment_corrects_what_was_told_of_it() {
        // Given: somebody who was assessed too late, and once more
        String referral = Casework.accepted(team, 40);
        String first = Casework.assess(referral, today().minusDays(5)).path("id");
        String second = Casework.assess(referral, today().minusDays(2)).path("id");
        assertThat(Neighbourhood.said("assessment.recorded", first).getBoolean("inTime"))
                .isFalse();

        // When: they had been in hospital, as is known since
        Neighbourhood.create(
                        LEAD,
                        "/referrals/" + referral + "/pauses",
                        Map.of("reason", "person-unavailable", "from", noon(30).toString()))
                .then()
                .statusCode(201);
        JsonPath paused = Neighbourhood.said("assessment.recorded", first);
        String pause = Neighbourhood.get(LEAD, "/referrals/" + referral).getString("pauses[0].id");
        Neighbourhood.put(
                        LEAD,
                        "/referrals/" + referral + "/pauses/" + pause + "/ending",
                        Map.of("at", noon(28).toString()))
                .then()
                .statusCode(200);

        // Then: of the one that ended the wait it is told anew, each time
        assertThat(paused.getInt("days")).isEqualTo(10);
        assertThat(paused.getBoolean("inTime")).isTrue();
        JsonPath resumed = Neighbourhood.said("assessment.recorded", first);
        assertThat(resumed.getInt("days")).isEqualTo(33);
        assertThat(resumed.getBoolean("inTime")).isFalse();
        assertThat(resumed.getString("on")).isEqualTo(today().minusDays(5).toString());
        assertThat(Neighbourhood.told(first)).hasSize(3);
        assertThat(Neighbourhood.told(second)).hasSize(1);
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void of_whom_nobody_has_assessed_a_pause_tells_nothing() {
        // Given
        String referral = Casework.accepted(team, 40);
        String question = "select count(*) from folkmoot.outbox where type like '%assessment.recorded%'";
        List<String> before = Neighbourhood.rows(question);

        // When
        Neighbourhood.create(
                        LEAD,
                        "/referrals/" + referral + "/pauses",
                        Map.of("reason", "person-unavailable", "from", noon(30).toString()))
                .then()
                .statusCode(201);

        // Then
        assertThat(Neighbourhood.rows(question)).isEqualTo(before);
    }

    /** In London so many days ago. */
    private static Instant noon(int daysAgo) {
        return LondonTime.startOf(today().minusDays(daysAgo)).plusSeconds(12 * 3600);
    }

    @Test
    void what_cannot_have_taken_place_is_refused() {
        // Given
        String accepted = Casework.accepted(team, 10);
        String referred = Neighbourhood.referred(team);

        // When, Then
        for (LocalDate day : List.of(today().plusDays(1), today().minusDays(11))) {
            Casework.assess(accepted, day).then().statusCode(400).body("errors[0].pointer", equalTo("#/on"));
        }
        Casework.assess(referred, today()).then().statusCode(409).body("type", endsWith("referral-not-in-state"));
        Casework.draft(referred, today().plusDays(90)).then().statusCode(409);
        Casework.draft(accepted, today().plusYears(3))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/review"));
        Casework.draft(accepted, today().plusDays(90)).then().statusCode(201);
        Casework.agree(accepted, 1, today()).then().statusCode(409).body("type", endsWith("referral-not-in-state"));
    }

    @Test
    void the_person_agrees_to_the_newest_version_once_and_a_new_draft_leaves_it_in_force() {
        // Given
        String referral = Casework.inCare(team, 5);
        String plan = "/referrals/" + referral + "/care-plan";
        NURSE.asks().get(plan).then().statusCode(404);
        var drafted = Casework.draft(referral, today().plusDays(90));
        drafted.then().statusCode(201).body("number", equalTo(1)).header("ETag", "\"0\"");
        GP.asks()
                .get(plan)
                .then()
                .statusCode(200)
                .body("standing", equalTo("drafted"))
                .body("agreed", nullValue())
                .body("draft.goals", contains("Walk to the shop again"))
                .body("draft.activities[1].by", equalTo("2027-01-15"))
                .body("reviewDue", nullValue());

        // When, Then
        var agreement = Map.of("on", today().toString(), "how", "by-phone");
        NURSE.asks()
                .contentType("application/json")
                .body(agreement)
                .put(plan + "/versions/1/agreement")
                .then()
                .statusCode(428);
        NURSE.asks()
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body(agreement)
                .put(plan + "/versions/1/agreement")
                .then()
                .statusCode(412);
        Casework.agree(referral, 1, today().minusDays(2))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("standing", equalTo("agreed"))
                .body("agreed.agreement.how", equalTo("in-person"))
                .body("draft", nullValue())
                .body("review", equalTo("ahead"));
        Casework.agree(referral, 1, today()).then().statusCode(409).body("type", endsWith("care-plan-not-in-state"));
        Casework.agree(referral, 2, today()).then().statusCode(404);
        Casework.draft(referral, today().plusDays(60)).then().statusCode(201).body("number", equalTo(2));
        Casework.agree(referral, 1, today()).then().statusCode(409);
        NURSE.asks()
                .get(plan)
                .then()
                .body("agreed.number", equalTo(1))
                .body("draft.number", equalTo(2))
                .body("versions.number", contains(2, 1))
                .body("reviewDue", equalTo(today().plusDays(90).toString()));
        NURSE.asks().get(plan + "/versions/1").then().statusCode(200).body("number", equalTo(1));
        NURSE.asks().get(plan + "/versions/3").then().statusCode(404);
        String id = drafted.path("id");
        assertThat(Neighbourhood.told(id)).containsExactly("folkmoot.neighbourhood.careplan.agreed.v1");
        assertThat(Neighbourhood.said("careplan.agreed", id).getString("on"))
                .isEqualTo(today().minusDays(2).toString());
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void reviews_are_due_and_overdue_by_the_day_and_listed_for_the_team() {
        // Given
        String overdue = agreed(today().plusDays(90));
        Casework.review(overdue, today().minusDays(20), today().minusDays(1))
                .then()
                .statusCode(201);
        String due = agreed(today().plusDays(7));
        String ahead = agreed(today().plusDays(8));
        String closed = agreed(today().plusDays(3));
        Casework.close(closed);

        // When, Then
        String list = "/care-plans?team=" + team;
        LEAD.asks()
                .get(list)
                .then()
                .statusCode(200)
                .body("items.referral", contains(overdue, due, ahead))
                .body("items.review", contains("overdue", "due", "ahead"));
        LEAD.asks().get(list + "&review=due").then().body("items.referral", contains(due));
        String next = LEAD.asks().get(list + "&limit=2").path("next");
        LEAD.asks().get(list + "&limit=2&cursor=" + next).then().body("items.referral", contains(ahead));
        assertThat(LEAD.asks().get(list + "&format=csv").asString().lines()).hasSize(4);
        Casework.STRANGER.asks().get(list).then().statusCode(200).body("items", hasSize(0));
        GP.asks().get(list).then().statusCode(403);
        NURSE.asks()
                .get("/referrals/" + overdue + "/care-plan")
                .then()
                .body("review", equalTo("overdue"))
                .body("reviews[0].notes", equalTo("She is steadier."))
                .body("reviews[0].next", equalTo(today().minusDays(1).toString()));
        Casework.review(overdue, today(), today()).then().statusCode(400).body("errors[0].pointer", equalTo("#/next"));
        Casework.review(Casework.inCare(team, 1), today(), today().plusDays(9))
                .then()
                .statusCode(404);
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void coverage_is_of_those_in_care_the_share_who_agreed() {
        // Given
        agreed(today().plusDays(30));
        agreed(today().plusDays(30));
        Casework.inCare(team, 5);
        Casework.draft(Casework.inCare(team, 5), today().plusDays(30)).then().statusCode(201);
        Casework.accepted(team, 5);
        Casework.close(agreed(today().plusDays(30)));

        // When, Then
        NURSE.asks()
                .get("/care-plan-coverage?team=" + team)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].inCare", equalTo(4))
                .body("items[0].withPlan", equalTo(2))
                .body("items[0].percent", equalTo(50.0f));
        Casework.STRANGER.asks().get("/care-plan-coverage?team=" + team).then().body("items", hasSize(0));
    }

    @Test
    void nobody_reads_or_writes_what_is_not_theirs_and_nobody_what_was_erased() {
        // Given
        String referral = agreed(today().plusDays(30));
        List<String> paths = List.of(
                "/referrals/" + referral + "/assessments",
                "/referrals/" + referral + "/care-plan",
                "/referrals/" + referral + "/care-plan/versions/1");

        // When, Then
        for (String path : paths) {
            NURSE.asks().get(path).then().statusCode(200);
            for (Who who : List.of(OTHER_GP, Casework.STRANGER, new Who("qr1", "int-clinician", "QR1"))) {
                who.asks().get(path).then().statusCode(404).body("type", endsWith("not-found"));
            }
            new Who("qkk", "ics-admin", "QKK").asks().get(path).then().statusCode(403);
        }
        var findings = Map.of("on", today().toString(), "findings", "Ours");
        Neighbourhood.create(GP, paths.getFirst(), findings).then().statusCode(403);
        Neighbourhood.create(Casework.STRANGER, paths.getFirst(), findings)
                .then()
                .statusCode(404);
        NURSE.asks()
                .get("/patients/"
                        + Neighbourhood.get(NURSE, "/referrals/" + referral).getString("patient") + "/reads")
                .then()
                .body("items.what", hasItem("care-plan"))
                .body("items.what", not(hasItem("gp-updates")));
        Casework.erase(referral);
        for (String path : paths) {
            NURSE.asks().get(path).then().statusCode(410).body("type", endsWith("patient-erased"));
        }
    }

    private String agreed(LocalDate review) {
        String referral = Casework.inCare(team, 60);
        Casework.draft(referral, review).then().statusCode(201);
        Casework.agree(referral, 1, today().minusDays(50)).then().statusCode(200);
        return referral;
    }

    private static String hex(String text) {
        var hex = new StringBuilder();
        text.chars().forEach(each -> hex.append(Integer.toHexString(each)));
        return hex.toString();
    }
}
