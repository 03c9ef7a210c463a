package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.neighbourhood.Neighbourhood.ADMIN;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.accepted;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.Test;

/** From acceptance to closure exactly one case manager, at every moment. */
@NeighbourhoodTest
class CaseManagerTest {

    @Test
    void a_handover_is_offered_accepted_and_takes_effect_at_one_instant() {
        // Given
        String referral = accepted(Neighbourhood.team());

        // When
        String handover = offer(NURSE, referral, SOCIAL_WORKER);

        // Then
        JsonPath offered = get(SOCIAL_WORKER, "/handovers?limit=500");
        assertThat(offered.getList("items.id", String.class)).contains(handover);
        assertThat(offered.getString("items.find { it.id == '" + handover + "' }.words"))
                .isEqualTo("Likes to be called Minnie.");
        assertThat(get(SOCIAL_WORKER, "/referrals/" + referral).getList("mayAct", String.class))
                .contains("answer-handover");
        assertThat(get(NURSE, "/referrals/" + referral).getList("mayAct", String.class))
                .contains("withdraw-handover")
                .doesNotContain("answer-handover", "offer-handover");
        assertThat(get(NURSE, "/referrals/" + referral).getString("caseManager"))
                .isEqualTo(NURSE.subject());

        // When
        put(NURSE, path(referral, handover, "acceptance")).then().statusCode(403);
        put(SOCIAL_WORKER, path(referral, handover, "acceptance"))
                .then()
                .statusCode(200)
                .body("answer", equalTo("accepted"));

        // Then
        JsonPath view = get(GP, "/referrals/" + referral);
        assertThat(view.getString("caseManager")).isEqualTo(SOCIAL_WORKER.subject());
        assertThat(view.getList("caseManagers.subject", String.class))
                .containsExactly(NURSE.subject(), SOCIAL_WORKER.subject());
        assertThat(view.getString("caseManagers[0].until")).isEqualTo(view.getString("caseManagers[1].from"));
        assertThat(Neighbourhood.said("casemanager.assigned", referral).getString("by"))
                .isEqualTo("handover");
        put(SOCIAL_WORKER, path(referral, handover, "acceptance"))
                .then()
                .statusCode(409)
                .body("type", endsWith("handover-not-open"));
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void whoever_answers_says_which_version_of_the_referral_they_saw() {
        // Given
        String referral = accepted(Neighbourhood.team());
        String before = SOCIAL_WORKER.asks().get("/referrals/" + referral).header("ETag");
        String acceptance = path(referral, offer(NURSE, referral, SOCIAL_WORKER), "acceptance");
        String seen = SOCIAL_WORKER.asks().get("/referrals/" + referral).header("ETag");

        // When, Then
        SOCIAL_WORKER.asks().put(acceptance).then().statusCode(428);
        SOCIAL_WORKER.asks().header("If-Match", before).put(acceptance).then().statusCode(412);
        String after = SOCIAL_WORKER
                .asks()
                .header("If-Match", seen)
                .put(acceptance)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(SOCIAL_WORKER.asks().get("/referrals/" + referral).header("ETag"))
                .isEqualTo(after);
    }

    @Test
    void a_handover_is_declined_or_withdrawn_and_nothing_changes() {
        // Given
        String referral = accepted(Neighbourhood.team());

        // When, Then
        String declined = offer(NURSE, referral, SOCIAL_WORKER);
        Neighbourhood.create(
                        NURSE,
                        "/referrals/" + referral + "/handovers",
                        Map.of("to", LEAD.subject(), "words", "Or you?"))
                .then()
                .statusCode(409)
                .body("type", endsWith("handover-open"));
        put(SOCIAL_WORKER, path(referral, declined, "declining")).then().statusCode(200);
        String withdrawn = offer(LEAD, referral, SOCIAL_WORKER);
        put(SOCIAL_WORKER, path(referral, withdrawn, "withdrawal")).then().statusCode(403);
        put(NURSE, path(referral, withdrawn, "withdrawal"))
                .then()
                .statusCode(200)
                .body("answer", equalTo("withdrawn"));
        assertThat(get(GP, "/referrals/" + referral).getString("caseManager")).isEqualTo(NURSE.subject());
    }

    @Test
    void only_the_case_manager_and_the_lead_offer_and_only_to_another_member() {
        // Given
        String referral = accepted(Neighbourhood.team());
        Who outsider = new Who("qkk", "case-manager", "RZZ");
        String path = "/referrals/" + referral + "/handovers";

        // When, Then
        Neighbourhood.create(SOCIAL_WORKER, path, Map.of("to", LEAD.subject(), "words", "x"))
                .then()
                .statusCode(403);
        Neighbourhood.create(outsider, path, Map.of("to", LEAD.subject(), "words", "x"))
                .then()
                .statusCode(404);
        Neighbourhood.create(GP, path, Map.of("to", LEAD.subject(), "words", "x"))
                .then()
                .statusCode(403);
        Neighbourhood.create(NURSE, path, Map.of("to", outsider.subject(), "words", "x"))
                .then()
                .statusCode(409)
                .body("type", endsWith("case-manager-not-in-team"));
        Neighbourhood.create(NURSE, path, Map.of("to", NURSE.subject(), "words", "x"))
                .then()
                .statusCode(409);
        String waiting =
                Neighbourhood.referred(get(GP, "/referrals/" + referral).getString("team"));
        Neighbourhood.create(LEAD, "/referrals/" + waiting + "/handovers", Map.of("to", NURSE.subject(), "words", "x"))
                .then()
                .statusCode(409)
                .body("type", endsWith("referral-not-in-state"));
    }

    @Test
    void whoever_owns_somebodys_care_hands_it_over_before_they_leave() {
        // Given
        String team = Neighbourhood.team();
        String referral = accepted(team);
        String nurse = member(team, NURSE);

        // When, Then
        put(ADMIN, "/teams/" + team + "/members/" + nurse + "/leaving")
                .then()
                .statusCode(409)
                .body("type", endsWith("member-is-case-manager"));
        String handover = offer(LEAD, referral, SOCIAL_WORKER);
        put(SOCIAL_WORKER, path(referral, handover, "acceptance")).then().statusCode(200);
        put(ADMIN, "/teams/" + team + "/members/" + nurse + "/leaving").then().statusCode(200);
        NURSE.asks().get("/referrals/" + referral).then().statusCode(404);
    }

    @Test
    void whoever_leaves_the_team_is_offered_nobody_any_more() {
        // Given
        String team = Neighbourhood.team();
        String referral = accepted(team);
        String handover = offer(NURSE, referral, SOCIAL_WORKER);
        String elsewhere = offer(NURSE, accepted(Neighbourhood.team()), SOCIAL_WORKER);
        String version = GP.asks().get("/referrals/" + referral).header("ETag");

        // When
        put(ADMIN, "/teams/" + team + "/members/" + member(team, SOCIAL_WORKER) + "/leaving")
                .then()
                .statusCode(200);

        // Then
        assertThat(get(SOCIAL_WORKER, "/handovers?limit=500").getList("items.id", String.class))
                .doesNotContain(handover)
                .contains(elsewhere);
        assertThat(get(SOCIAL_WORKER, "/referrals?list=mine&team=" + team).getList("items"))
                .isEmpty();
        assertThat(Neighbourhood.rows(
                        "select answer || ' by ' || answered_by from handover where id = '" + handover + "'"))
                .containsExactly("withdrawn by " + ADMIN.subject());
        GP.asks()
                .get("/referrals/" + referral)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(version)))
                .body("caseManager", equalTo(NURSE.subject()))
                .body("handover", nullValue());
        offer(NURSE, referral, LEAD);
    }

    @Test
    void what_is_offered_to_somebody_who_is_not_in_the_team_is_not_there_for_them() {
        // Given
        String team = Neighbourhood.team();
        String referral = accepted(team);
        String handover = offer(NURSE, referral, SOCIAL_WORKER);
        int offered = get(SOCIAL_WORKER, "/referrals/counts").getInt("mine.offered");

        // When: their membership alone has ended
        Neighbourhood.sql("update team_member set left_at = now() where id = '" + member(team, SOCIAL_WORKER) + "'");

        // Then
        assertThat(get(SOCIAL_WORKER, "/handovers?limit=500").getList("items.id", String.class))
                .doesNotContain(handover);
        assertThat(get(SOCIAL_WORKER, "/referrals?list=mine&team=" + team).getList("items"))
                .isEmpty();
        assertThat(get(SOCIAL_WORKER, "/referrals/counts").getInt("mine.offered"))
                .isEqualTo(offered - 1);
    }

    private static String member(String team, Who who) {
        return get(ADMIN, "/teams/" + team).getString("members.find { it.subject == '" + who.subject() + "' }.id");
    }

    @Test
    void an_offer_ends_with_the_referral() {
        // Given
        String referral = accepted(Neighbourhood.team());
        String handover = offer(NURSE, referral, SOCIAL_WORKER);

        // When
        put(NURSE, "/referrals/" + referral + "/closing", Map.of("outcome", "moved-away"))
                .then()
                .statusCode(200);

        // Then
        SOCIAL_WORKER
                .asks()
                .get("/handovers?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(handover)));
        put(SOCIAL_WORKER, path(referral, handover, "acceptance")).then().statusCode(409);
    }

    @Test
    void of_many_who_answer_at_once_one_is_heard_and_there_is_no_gap_and_no_overlap() throws Exception {
        // Given
        String referral = accepted(Neighbourhood.team());
        for (int round = 0; round < 4; round++) {
            Who from = round % 2 == 0 ? NURSE : SOCIAL_WORKER;
            Who to = round % 2 == 0 ? SOCIAL_WORKER : NURSE;
            String handover = offer(from, referral, to);

            // When
            List<Integer> answers = atOnce(
                    () -> put(to, path(referral, handover, "acceptance")).statusCode(),
                    () -> put(to, path(referral, handover, "acceptance")).statusCode(),
                    () -> put(to, path(referral, handover, "declining")).statusCode(),
                    () -> put(from, path(referral, handover, "withdrawal")).statusCode());

            // Then
            assertThat(answers)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 409 || status == 403);
            if (!get(GP, "/referrals/" + referral).getString("caseManager").equals(to.subject())) {
                put(to, path(referral, offer(from, referral, to), "acceptance"))
                        .then()
                        .statusCode(200);
            }
        }
        assertThat(ownership(referral)).containsExactly("one range without a gap, of 5");
    }

    @Test
    void of_two_who_accept_a_referral_at_once_one_does() throws Exception {
        // Given
        String referral = Neighbourhood.referred(Neighbourhood.team());

        // When
        List<Integer> answers = atOnce(
                () -> put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                        .statusCode(),
                () -> put(NURSE, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                        .statusCode(),
                () -> put(LEAD, "/referrals/" + referral + "/return", Map.of("reason", "duplicate", "advice", "x"))
                        .statusCode());

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    void the_database_refuses_two_case_managers_and_none() {
        // Given
        String referral = accepted(Neighbourhood.team());

        // When, Then
        assertThatThrownBy(() -> Neighbourhood.sql("""
                        insert into case_manager (tenant_id, id, referral_id, subject, name, from_at)
                        values ('qkk', gen_random_uuid(), '%s', 'somebody', 'Somebody', now() + interval '1 hour')
                        """.formatted(referral)))
                .hasMessageContaining("ex_case_manager_one");
        assertThatThrownBy(() -> Neighbourhood.sql(
                        "update case_manager set until_at = now() + interval '1 second' where referral_id = '"
                                + referral + "'"))
                .hasMessageContaining("exactly one case manager");
        assertThatThrownBy(() -> Neighbourhood.sql("""
                        with left_alone as (
                            update case_manager set until_at = now() + interval '1 hour' where referral_id = '%1$s')
                        insert into case_manager (tenant_id, id, referral_id, subject, name, from_at)
                        values ('qkk', gen_random_uuid(), '%1$s', 'somebody', 'Somebody', now() + interval '2 hours')
                        """.formatted(referral))).hasMessageContaining("case_manager");
        assertThatThrownBy(() -> Neighbourhood.sql("""
                        insert into referral_event
                            (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                        select tenant_id, gen_random_uuid(), id, journey_id, 'closed', now(), now(), 'x', 'X'
                        from referral where id = '%s'
                        """.formatted(referral)))
                .hasMessageContaining("exactly one case manager");
        assertThat(ownership(referral)).containsExactly("one range without a gap, of 1");
    }

    private static List<String> ownership(String referral) {
        return Neighbourhood.rows("""
                select case when range_agg(tstzrange(c.from_at, c.until_at)) = tstzmultirange(tstzrange((
                        select e.happened_at from referral_event e where e.referral_id = '%1$s' and e.kind = 'accepted'), null))
                    then 'one range without a gap, of ' || count(*) else 'gaps' end
                from case_manager c where c.referral_id = '%1$s'
                """.formatted(referral));
    }

    private static String offer(Who from, String referral, Who to) {
        return Neighbourhood.create(
                        from,
                        "/referrals/" + referral + "/handovers",
                        Map.of("to", to.subject(), "words", "Likes to be called Minnie."))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String path(String referral, String handover, String answer) {
        return "/referrals/" + referral + "/handovers/" + handover + "/" + answer;
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Integer>... requests) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Integer>>();
            for (Callable<Integer> request : requests) {
                answers.add(people.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
