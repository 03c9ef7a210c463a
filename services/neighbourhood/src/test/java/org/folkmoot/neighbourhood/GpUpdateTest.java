package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's practices are told in time, by what follows from dated facts. */
@NeighbourhoodTest
class GpUpdateTest {

    private String team = "";

    @BeforeEach
    void begin() {
        team = Neighbourhood.team();
    }

    @Test
    void whoever_refers_and_whoever_has_the_person_registered_is_told_and_each_acknowledges() {
        // Given
        String referral = Neighbourhood.create(
                        GP,
                        "/referrals",
                        Neighbourhood.referral(
                                team,
                                Map.of("person", Neighbourhood.person(Neighbourhood.nhsNumber(), OTHER_PRACTICE))))
                .path("id");
        Casework.update(referral).then().statusCode(409).body("type", endsWith("referral-not-in-state"));
        Neighbourhood.put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200);

        // When
        String update =
                Casework.update(referral).then().statusCode(201).extract().path("id");

        // Then
        String path = "/gp-updates/" + update;
        for (Who who : List.of(NURSE, GP, OTHER_GP)) {
            who.asks()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("words", equalTo("She is settling in."))
                    .body("state", equalTo("sent"))
                    .body("recipients.practice", contains(PRACTICE, OTHER_PRACTICE));
        }
        OTHER_GP.asks()
                .get("/gp-updates?unacknowledged=true&practice=" + OTHER_PRACTICE)
                .then()
                .body("items.id", hasItem(update))
                .body("items.words", not(hasItem("She is settling in.")));
        OTHER_GP.asks().put(path + "/acknowledgement").then().statusCode(428);
        Neighbourhood.put(OTHER_GP, path + "/acknowledgement")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("sent"))
                .body("recipients[0].acknowledgedAt", nullValue())
                .body("recipients[1].acknowledgedAt", notNullValue());
        OTHER_GP.asks().get("/gp-updates?unacknowledged=true").then().body("items.id", not(hasItem(update)));
        Neighbourhood.put(GP, path + "/acknowledgement").then().body("state", equalTo("acknowledged"));
        Neighbourhood.put(GP, path + "/acknowledgement").then().statusCode(200).header("ETag", "\"2\"");
        assertThat(Neighbourhood.told(update))
                .containsExactly(
                        "folkmoot.neighbourhood.gpupdate.sent.v1",
                        "folkmoot.neighbourhood.gpupdate.acknowledged.v1",
                        "folkmoot.neighbourhood.gpupdate.acknowledged.v1");
        assertThat(Neighbourhood.said("gpupdate.acknowledged", update).getInt("awaited"))
                .isZero();
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void an_update_tells_of_every_point_before_it_and_the_next_is_due_twelve_weeks_later() {
        // Given
        String referral = Casework.accepted(team, 3);
        Casework.assess(referral, today().minusDays(1)).then().statusCode(201);
        assertThat(points(referral))
                .containsExactly(
                        "accepted " + today().plusDays(4) + " due",
                        "assessed " + today().plusDays(6) + " due",
                        "twelve-weeks " + today().plusDays(81) + " ahead");

        // When
        Casework.update(referral).then().statusCode(201);

        // Then
        assertThat(points(referral))
                .containsExactly(
                        "accepted " + today().plusDays(4) + " sent",
                        "assessed " + today().plusDays(6) + " sent",
                        "twelve-weeks " + today().plusDays(84) + " ahead");
    }

    @Test
    void what_was_not_told_by_its_day_is_overdue_and_then_late() {
        // Given
        String referral = Casework.accepted(team, 100);
        assertThat(points(referral))
                .containsExactly(
                        "accepted " + today().minusDays(93) + " overdue",
                        "twelve-weeks " + today().minusDays(16) + " overdue");
        LEAD.asks()
                .get("/gp-update-points?team=" + team)
                .then()
                .statusCode(200)
                .body("items.occasion", contains("accepted", "twelve-weeks"))
                .body("items.state", contains("overdue", "overdue"));

        // When
        Casework.update(referral).then().statusCode(201);

        // Then
        assertThat(points(referral))
                .containsExactly(
                        "accepted " + today().minusDays(93) + " late",
                        "twelve-weeks " + today().minusDays(16) + " late",
                        "twelve-weeks " + today().plusDays(84) + " ahead");
        LEAD.asks().get("/gp-update-points?team=" + team).then().body("items", hasSize(0));
        LEAD.asks()
                .get("/gp-update-points?state=ahead&team=" + team)
                .then()
                .body("items.occasion", contains("twelve-weeks"));
    }

    @Test
    void the_last_day_itself_is_in_time_and_twelve_weeks_without_a_word_are_not() {
        // Given: told on the last day of the week after acceptance, and on the last day of twelve weeks
        String referral = Casework.accepted(team, 120);
        Casework.update(referral, today().minusDays(113)).then().statusCode(201);
        Casework.update(referral, today().minusDays(29)).then().statusCode(201);

        // Then
        assertThat(points(referral))
                .containsExactly(
                        "accepted " + today().minusDays(113) + " sent",
                        "twelve-weeks " + today().plusDays(55) + " ahead");

        // Given: a day later each
        String slow = Casework.accepted(team, 120);
        Casework.update(slow, today().minusDays(112)).then().statusCode(201);
        Casework.update(slow, today().minusDays(27)).then().statusCode(201);

        // Then
        assertThat(points(slow))
                .containsExactly(
                        "accepted " + today().minusDays(113) + " late",
                        "twelve-weeks " + today().minusDays(28) + " late",
                        "twelve-weeks " + today().plusDays(57) + " ahead");
    }

    @Test
    void what_is_written_down_late_was_not_told_before() {
        // Given
        String referral = Casework.accepted(team, 20);
        Casework.update(referral).then().statusCode(201);

        // When
        Casework.assess(referral, today().minusDays(10)).then().statusCode(201);

        // Then
        assertThat(points(referral)).contains("assessed " + today().minusDays(3) + " overdue");
    }

    @Test
    void every_occasion_is_a_point_and_after_closure_there_are_no_twelve_weeks() {
        // Given
        String referral = Casework.inCare(team, 30);
        Casework.draft(referral, today().plusDays(30)).then().statusCode(201);
        Casework.agree(referral, 1, today().minusDays(20)).then().statusCode(200);
        Casework.review(referral, today().minusDays(4), today().plusDays(30))
                .then()
                .statusCode(201);

        // When
        Casework.close(referral);

        // Then
        assertThat(points(referral))
                .containsExactly(
                        "accepted " + today().minusDays(23) + " overdue",
                        "assessed " + today().minusDays(23) + " overdue",
                        "plan-agreed " + today().minusDays(13) + " overdue",
                        "reviewed " + today().plusDays(3) + " due",
                        "closed " + today().plusDays(7) + " due");
        Casework.update(referral).then().statusCode(201);
        assertThat(points(referral)).hasSize(5).last().isEqualTo("closed " + today().plusDays(7) + " sent");
    }

    @Test
    void what_is_to_be_written_and_acknowledged_is_counted_for_whoever_has_to() {
        // Given: people whom no other test knows
        Who clinician = new Who("qkk", "int-clinician", "RZ1");
        Who reader = new Who("qkk", "practice-voter", "G83777");
        Neighbourhood.join(team, clinician, "therapists");
        Casework.accepted(team, 3);
        String late = Casework.accepted(team, 20);

        // When, Then
        clinician
                .asks()
                .get("/gp-update-counts")
                .then()
                .statusCode(200)
                .body("toWrite", equalTo(2))
                .body("overdue", equalTo(1))
                .body("toAcknowledge", equalTo(0));
        Neighbourhood.sql("update patient set registered_practice = 'G83777' where id ="
                + " (select patient_id from referral where id = '" + late + "')");
        String update = Casework.update(late).path("id");
        clinician
                .asks()
                .get("/gp-update-counts")
                .then()
                .body("toWrite", equalTo(1))
                .body("overdue", equalTo(0));
        reader.asks()
                .get("/gp-update-counts")
                .then()
                .body("toWrite", equalTo(0))
                .body("toAcknowledge", equalTo(1));
        Neighbourhood.put(reader, "/gp-updates/" + update + "/acknowledgement")
                .then()
                .statusCode(200);
        reader.asks().get("/gp-update-counts").then().body("toAcknowledge", equalTo(0));
    }

    @Test
    void nobody_sees_or_does_what_is_not_theirs() {
        // Given
        String referral = Casework.accepted(team, 3);
        String update = Casework.update(referral).path("id");

        // When, Then
        for (Who who : List.of(OTHER_GP, Casework.STRANGER, new Who("qr1", "practice-voter", PRACTICE))) {
            who.asks().get("/gp-updates/" + update).then().statusCode(404);
            who.asks().get("/referrals/" + referral + "/gp-updates").then().statusCode(404);
        }
        Neighbourhood.put(OTHER_GP, "/gp-updates/" + update + "/acknowledgement")
                .then()
                .statusCode(404);
        Neighbourhood.put(NURSE, "/gp-updates/" + update + "/acknowledgement")
                .then()
                .statusCode(403);
        Neighbourhood.create(GP, "/referrals/" + referral + "/gp-updates", Map.of("words", "Ours"))
                .then()
                .statusCode(403);
        Casework.update(referral, today().plusDays(1))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/on"));
        Casework.STRANGER
                .asks()
                .get("/gp-update-points?team=" + team)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        assertThat(GP.asks().get("/gp-updates?format=csv").asString()).contains(update);
    }

    @Test
    void a_person_without_any_practice_can_be_updated_to_nobody() {
        // Given
        Map<String, Object> person = Neighbourhood.person(Neighbourhood.nhsNumber(), PRACTICE);
        person.remove("registeredPractice");
        var found = Neighbourhood.referral(
                team,
                Map.of(
                        "person",
                        person,
                        "criteria",
                        List.of("frailty"),
                        "consent",
                        Map.of("given", true, "on", today().toString())));
        found.remove("practice");
        String referral = Neighbourhood.create(LEAD, "/referrals", found)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Neighbourhood.put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200);

        // When, Then
        Casework.update(referral).then().statusCode(409).body("type", endsWith("no-practice-to-update"));
    }

    private static List<String> points(String referral) {
        return Neighbourhood.get(NURSE, "/referrals/" + referral + "/gp-updates")
                .getList("points.collect { it.occasion + ' ' + it.due + ' ' + it.state }");
    }
}
