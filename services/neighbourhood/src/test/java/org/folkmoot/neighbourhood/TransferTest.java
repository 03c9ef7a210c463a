package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.ADMIN;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who was taken on goes on with another team, and nobody begins to wait anew. */
@NeighbourhoodTest
class TransferTest {

    /** Of the other team. */
    private static final Who THEIR_NURSE = new Who("qkk", "case-manager", "RT1");

    private static final Who THEIR_GP = new Who("qkk", "int-clinician", "RT2");

    private String team = "";
    private String other = "";

    @BeforeEach
    void begin() {
        team = Neighbourhood.team();
        other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Neighbourhood.join(other, THEIR_NURSE, "community-nursing");
        Neighbourhood.join(other, THEIR_GP, "general-practice");
    }

    @Test
    void a_person_in_care_goes_on_with_another_team_at_one_instant() {
        // Given
        String referral = Casework.inCare(team, 10);
        JsonPath before = get(NURSE, "/referrals/" + referral);
        assertThat(before.getList("mayAct", String.class)).contains("offer-transfer");

        // When
        String transfer = offered(referral, other);

        // Then: they read what they should know, and not the record
        THEIR_NURSE.asks().get("/referrals/" + referral).then().statusCode(404);
        JsonPath theirs = get(THEIR_NURSE, "/transfers?team=" + other);
        assertThat(theirs.getList("items.id", String.class)).containsExactly(transfer);
        assertThat(theirs.getString("items[0].words")).isEqualTo("Likes to be called Minnie.");
        assertThat(theirs.getString("items[0].state")).isEqualTo("in-care");
        assertThat(get(NURSE, "/referrals/" + referral).getList("mayAct", String.class))
                .contains("withdraw-transfer")
                .doesNotContain("offer-transfer");
        assertThat(get(NURSE, "/referrals/" + referral).getString("transfer.id"))
                .isEqualTo(transfer);

        // When
        accepted(THEIR_GP, transfer, THEIR_NURSE).then().statusCode(200).body("answer", equalTo("accepted"));

        // Then: it is theirs, with its state, journey and clock
        JsonPath after = get(THEIR_NURSE, "/referrals/" + referral);
        assertThat(after.getString("team")).isEqualTo(other);
        assertThat(after.getString("state")).isEqualTo("in-care");
        for (String same : List.of("journey", "submittedOn", "dueOn", "days", "clock")) {
            assertThat(after.getString(same)).as(same).isEqualTo(before.getString(same));
        }
        assertThat(after.getString("transfer")).isNull();
        assertThat(after.getString("history.find { it.kind == 'transferred' }.code"))
                .isEqualTo("other-skills");
        assertThat(after.getString("history.find { it.kind == 'transferred' }.words"))
                .isEqualTo("Likes to be called Minnie.");
        NURSE.asks().get("/referrals/" + referral).then().statusCode(404);
        assertThat(get(NURSE, "/transfers/" + transfer).getString("state")).isNull();
        THEIR_NURSE.asks().get("/transfers/" + transfer).then().statusCode(200).body("words", nullValue());
        assertThat(get(NURSE, "/referrals?list=mine&team=" + team).getList("items"))
                .isEmpty();
        assertThat(get(THEIR_NURSE, "/referrals?list=mine&team=" + other).getList("items.id", String.class))
                .containsExactly(referral);

        // Then: somebody owned the care at every moment
        assertThat(after.getList("caseManagers.subject", String.class))
                .containsExactly(NURSE.subject(), THEIR_NURSE.subject());
        assertThat(after.getString("caseManagers[0].until")).isEqualTo(after.getString("caseManagers[1].from"));
        JsonPath told = Neighbourhood.said("casemanager.assigned", referral);
        assertThat(told.getString("by")).isEqualTo("handover");
        assertThat(told.getString("team")).isEqualTo(other);
        Neighbourhood.everyAnnouncementKeepsItsContract();

        // Then: the practices are to be told, by the new team, and the figures are the new team's
        assertThat(get(GP, "/referrals/" + referral).getString("caseManager")).isEqualTo(THEIR_NURSE.subject());
        assertThat(get(THEIR_NURSE, "/gp-update-points?team=" + other).getList("items.occasion", String.class))
                .contains("transferred");
        Neighbourhood.create(
                        THEIR_NURSE, "/referrals/" + referral + "/gp-updates", Map.of("words", "She is with us now."))
                .then()
                .statusCode(201);
        assertThat(get(THEIR_NURSE, "/gp-update-points?team=" + other).getList("items.occasion", String.class))
                .doesNotContain("transferred");
        assertThat(Neighbourhood.rows(
                        "select m.team_id from journey_measure m join referral r on r.journey_id = m.journey_id"
                                + " where r.id = '" + referral + "'"))
                .containsExactly(other);
        assertThat(Neighbourhood.rows(
                        "select distinct team_id from gp_update_measure where referral_id = '" + referral + "'"))
                .containsExactly(other);

        // Then: as FHIR, too
        THEIR_NURSE
                .asks()
                .accept("application/fhir+json")
                .get("/fhir/Task/" + referral)
                .then()
                .statusCode(200)
                .body("status", equalTo("in-progress"))
                .body("owner.display", equalTo(after.getString("teamName")));
        NURSE.asks()
                .accept("application/fhir+json")
                .get("/fhir/Task/" + referral)
                .then()
                .statusCode(404);
        assertThat(get(GP, "/patients/" + after.getString("patient") + "/reads").getList("items.what", String.class))
                .contains("transfer");
    }

    @Test
    void it_is_declined_or_withdrawn_and_nothing_changes() {
        // Given
        String referral = Neighbourhood.accepted(team);

        // When, Then
        String declined = offered(referral, other);
        offer(NURSE, referral, other).then().statusCode(409).body("type", endsWith("transfer-open"));
        put(SOCIAL_WORKER, "/transfers/" + declined + "/declining").then().statusCode(403);
        put(THEIR_NURSE, "/transfers/" + declined + "/withdrawal").then().statusCode(403);
        put(Casework.STRANGER, "/transfers/" + declined + "/declining").then().statusCode(404);
        THEIR_NURSE.asks().put("/transfers/" + declined + "/declining").then().statusCode(428);
        put(THEIR_NURSE, "/transfers/" + declined + "/declining")
                .then()
                .statusCode(200)
                .body("words", nullValue())
                .body("state", nullValue());
        THEIR_NURSE.asks().get("/transfers/" + declined).then().statusCode(404);
        JsonPath ours = get(NURSE, "/transfers/" + declined);
        assertThat(ours.getString("words")).isEqualTo("Likes to be called Minnie.");
        assertThat(ours.getString("state")).isNull();
        accepted(THEIR_NURSE, declined, THEIR_NURSE).then().statusCode(409).body("type", endsWith("transfer-not-open"));
        String withdrawn = offered(referral, other);
        put(SOCIAL_WORKER, "/transfers/" + withdrawn + "/withdrawal").then().statusCode(403);
        put(LEAD, "/transfers/" + withdrawn + "/withdrawal")
                .then()
                .statusCode(200)
                .body("answer", equalTo("withdrawn"));
        JsonPath view = get(GP, "/referrals/" + referral);
        assertThat(view.getString("caseManager")).isEqualTo(NURSE.subject());
        assertThat(view.getString("team")).isEqualTo(team);
    }

    @Test
    void it_is_for_whoever_answers_for_the_person_and_to_a_team_that_takes_people() {
        // Given
        String referral = Neighbourhood.accepted(team);

        // When, Then
        offer(SOCIAL_WORKER, referral, other).then().statusCode(403);
        offer(Casework.STRANGER, referral, other).then().statusCode(404);
        offer(GP, referral, other).then().statusCode(403);
        offer(new Who("qr1", "case-manager", "RYY"), referral, other).then().statusCode(404);
        offer(NURSE, referral, team).then().statusCode(400);
        offer(NURSE, Neighbourhood.referred(team), other).then().statusCode(409).body("type", endsWith("not-in-state"));
        String transfer = offered(referral, other);
        for (Who nobody : List.of(Casework.STRANGER, new Who("qr1", "case-manager", "RT1"))) {
            nobody.asks().get("/transfers/" + transfer).then().statusCode(404);
            accepted(nobody, transfer, THEIR_NURSE).then().statusCode(404);
        }
        GP.asks().get("/transfers").then().statusCode(403);
        accepted(THEIR_GP, transfer, NURSE).then().statusCode(409).body("type", endsWith("case-manager-not-in-team"));
        put(THEIR_NURSE, "/transfers/" + transfer + "/declining").then().statusCode(200);
        Neighbourhood.create(
                        ADMIN,
                        "/teams/" + other + "/capacities",
                        Map.of("perWeek", 0, "noReferralsUntil", "2099-01-01"))
                .then()
                .statusCode(201);
        offer(NURSE, referral, other).then().statusCode(409).body("type", endsWith("takes-no-referrals"));
    }

    @Test
    void what_was_offered_ends_with_the_referral_and_a_handover_with_the_transfer() {
        // Given
        String closed = Neighbourhood.accepted(team);
        String ended = offered(closed, other);
        String moved = Neighbourhood.accepted(team);
        Neighbourhood.create(
                        NURSE,
                        "/referrals/" + moved + "/handovers",
                        Map.of("to", SOCIAL_WORKER.subject(), "words", "x"))
                .then()
                .statusCode(201);
        String transfer = offered(moved, other);

        // When
        put(NURSE, "/referrals/" + closed + "/closing", Map.of("outcome", "moved-away"))
                .then()
                .statusCode(200);
        accepted(THEIR_NURSE, transfer, THEIR_NURSE).then().statusCode(200);

        // Then
        get(THEIR_NURSE, "/transfers?team=" + other);
        accepted(THEIR_NURSE, ended, THEIR_NURSE).then().statusCode(409);
        THEIR_NURSE
                .asks()
                .get("/referrals/" + moved)
                .then()
                .body("handover", nullValue())
                .body("caseManagers.subject", contains(NURSE.subject(), THEIR_NURSE.subject()));
        assertThat(get(SOCIAL_WORKER, "/handovers?limit=500").getList("items.referral", String.class))
                .doesNotContain(moved);
    }

    @Test
    void of_many_who_answer_at_once_one_is_heard() throws Exception {
        // Given
        String referral = Neighbourhood.accepted(team);
        String transfer = offered(referral, other);

        // When
        List<Callable<Integer>> answers = List.of(
                () -> accepted(THEIR_NURSE, transfer, THEIR_NURSE).statusCode(),
                () -> accepted(THEIR_GP, transfer, THEIR_GP).statusCode(),
                () -> put(THEIR_GP, "/transfers/" + transfer + "/declining").statusCode(),
                () -> put(NURSE, "/transfers/" + transfer + "/withdrawal").statusCode());
        var statuses = new ArrayList<Integer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answer : people.invokeAll(answers)) {
                statuses.add(answer.get());
            }
        }

        // Then
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409 || status == 403);
        assertThat(managed(referral)).startsWith("one range without a gap");
    }

    @Test
    void however_often_a_person_goes_to_and_fro_somebody_owns_their_care_at_every_moment() {
        // Given
        long seed = new Random().nextLong();
        var random = new Random(seed);
        String referral = Neighbourhood.accepted(team);
        boolean here = true;

        // When
        for (int step = 0; step < 12; step++) {
            Who owner = here ? NURSE : THEIR_NURSE;
            if (random.nextInt(3) == 0) {
                Who next = here ? SOCIAL_WORKER : THEIR_GP;
                handedOver(referral, owner, next);
                handedOver(referral, next, owner);
            } else {
                String transfer = offer(owner, referral, here ? other : team)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
                Who next = here ? THEIR_NURSE : NURSE;
                if (random.nextBoolean()) {
                    accepted(next, transfer, next).then().statusCode(200);
                    here = !here;
                } else {
                    put(next, "/transfers/" + transfer + "/declining").then().statusCode(200);
                }
            }
        }

        // Then
        assertThat(managed(referral)).as("seed %d", seed).startsWith("one range without a gap");
    }

    private static void handedOver(String referral, Who from, Who to) {
        String handover = Neighbourhood.create(
                        from, "/referrals/" + referral + "/handovers", Map.of("to", to.subject(), "words", "x"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        put(to, "/referrals/" + referral + "/handovers/" + handover + "/acceptance")
                .then()
                .statusCode(200);
    }

    private static String managed(String referral) {
        return Neighbourhood.rows("""
                select case when range_agg(tstzrange(c.from_at, c.until_at)) = tstzmultirange(tstzrange((
                        select e.happened_at from referral_event e where e.referral_id = '%1$s' and e.kind = 'accepted'), null))
                    then 'one range without a gap, of ' || count(*) else 'gaps' end
                from case_manager c where c.referral_id = '%1$s'
                """.formatted(referral)).getFirst();
    }

    private static String offered(String referral, String to) {
        return offer(NURSE, referral, to).then().statusCode(201).extract().path("id");
    }

    private static Response offer(Who by, String referral, String to) {
        return Neighbourhood.create(
                by,
                "/referrals/" + referral + "/transfers",
                Map.of("team", to, "reason", "other-skills", "words", "Likes to be called Minnie."));
    }

    private static Response accepted(Who by, String transfer, Who caseManager) {
        return put(by, "/transfers/" + transfer + "/acceptance", Map.of("caseManager", caseManager.subject()));
    }
}
