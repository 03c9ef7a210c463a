package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.Executive.Delegation;
import org.junit.jupiter.api.Test;

/** Decisions are taken under powers, at a moment, or refused with every reason. */
@ExecutiveTest
class DecisionTest {

    @Test
    void a_decision_that_its_power_covers_is_taken_and_says_what_is_used_of_the_power() {
        // Given
        Delegation under = Executive.delegation(Map.of("money", "50000.00", "months", 12, "number", 2));

        // When
        String decision = Executive.taken(under, Map.of("money", "18000.00", "months", 6));

        // Then
        Executive.observer()
                .get("/decisions/" + decision)
                .then()
                .statusCode(200)
                .body("state", equalTo("taken"))
                .body("stands", equalTo(true))
                .body("powerVersion", equalTo(1))
                .body("powersAsAt", notNullValue())
                .body("money", equalTo("18000.00"))
                .body("unmet", hasSize(0))
                .body("proposedBy", nullValue())
                .body("settledBy", nullValue());
        Executive.lmc().get("/decisions/" + decision).then().body("settledBy", notNullValue());
        assertThat(Executive.told(decision)).containsExactly("folkmoot.executive.decision.taken.v1");
        assertThat(Executive.rows("select payload::text from folkmoot.outbox where aggregateid = '" + decision + "'"))
                .singleElement()
                .asString()
                .contains("\"used\": {\"money\": \"18000.00\", \"decisions\": 1}")
                .contains("\"mandate\": \"" + under.mandate() + "\"");

        // When, Then: the number is used up by the second
        Executive.taken(under, Map.of("money", "1.00", "months", 1));
        Executive.decide(Executive.manager(), under, Map.of("money", "1.00", "months", 1))
                .then()
                .statusCode(409)
                .body("type", endsWith("decision-not-covered"))
                .body("conditions.condition", contains("number-left"));
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void what_no_power_covers_is_refused_with_every_condition_and_put_on_the_groups_next_agenda() {
        // Given
        Delegation under = Executive.delegation(Map.of("money", "50000.00"));
        String meeting = Executive.draft(Executive.series(under.group(), "leadership-group"));

        // When
        Response refusal = Executive.decide(
                Executive.lmc(),
                under,
                Map.of("money", "50000.01", "matters", List.of("Contract variations", "changes of contract")));

        // Then
        refusal.then()
                .statusCode(409)
                .body("type", endsWith("decision-not-covered"))
                .body(
                        "conditions.condition",
                        containsInAnyOrder(
                                "holder", "money-within-limit", "matter-not-reserved", "matter-not-excluded"));
        String decision = refusal.path("decision");
        String item = refusal.path("escalation");
        Executive.manager()
                .get("/decisions/" + decision)
                .then()
                .body("state", equalTo("refused"))
                .body("escalation", equalTo(item))
                .body("unmet.condition", hasItem("holder"));
        Executive.manager()
                .get("/meetings/" + meeting)
                .then()
                .body("agenda.id", contains(item))
                .body("agenda[0].kind", equalTo("escalation"))
                .body("agenda[0].origin", equalTo(decision));
        assertThat(Executive.told(decision))
                .containsExactly("folkmoot.executive.decision.refused.v1", "folkmoot.executive.decision.escalated.v1");
        Executive.everyAnnouncementKeepsItsContract();

        // When, Then: nobody outside general practice reads what was refused
        Executive.observer().get("/decisions/" + decision).then().statusCode(404);
        Executive.observer()
                .get("/groups/" + under.group() + "/decisions?state=refused")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void an_escalated_decision_waits_for_the_next_agenda_where_none_is_being_made() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "leadership-group");
        String called = Executive.draft(series);
        Executive.put(Executive.manager(), "/meetings/" + called + "/calling")
                .then()
                .statusCode(200);

        // When
        String item = Executive.decide(Executive.lmc(), under, Map.of()).path("escalation");

        // Then
        assertThat(Executive.get("/groups/" + under.group() + "/agenda-items").getList("items.id"))
                .containsExactly(item);
        assertThat(Executive.get("/meetings/" + Executive.draft(series)).getList("agenda.id"))
                .containsExactly(item);
    }

    @Test
    void a_refusal_that_is_asked_for_again_with_its_key_is_the_same_one() {
        // Given
        Delegation under = Executive.delegation(Map.of("number", 1));
        String key = Uuid7.next().toString();

        // When
        List<Response> twice = IntStream.range(0, 2)
                .mapToObj(time -> Executive.lmc()
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(Executive.decision(under.power(), Map.of()))
                        .post("/groups/" + under.group() + "/decisions"))
                .toList();

        // Then
        assertThat(twice).extracting(Response::statusCode).containsOnly(409);
        assertThat(twice)
                .extracting(answer -> answer.<String>path("decision"))
                .allMatch(id -> id.equals(twice.getFirst().path("decision")));
        assertThat(Executive.get("/groups/" + under.group() + "/agenda-items").getList("items"))
                .hasSize(1);
    }

    @Test
    void of_decisions_that_together_exceed_a_limit_only_as_many_are_taken_as_there_is_room_for()
            throws InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            // Given
            Delegation under = Executive.delegation(Map.of("number", 3));
            Executive.taken(under, Map.of());

            // When
            List<Callable<Integer>> all = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(each -> () -> Executive.decide(Executive.manager(), under, Map.of())
                            .statusCode())
                    .toList();
            var answers = new ArrayList<Integer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (var answer : threads.invokeAll(all)) {
                    answers.add(answer.get());
                }
            }

            // Then
            assertThat(answers)
                    .containsOnly(201, 409)
                    .filteredOn(status -> status == 201)
                    .hasSize(2);
            assertThat(Executive.rows("select count(*) from decision where state = 'taken' and power_id = '"
                            + under.power() + "'"))
                    .containsExactly("3");
        }
    }

    @Test
    void news_that_was_not_taken_in_yet_makes_a_decision_impossible_and_nobody_guesses() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        Executive.taken(under, Map.of());
        String lag = "update folkmoot.consumed set next_offset = next_offset %s 1"
                + " where consumer like 'power-%%' and topic = 'ics.qkk.mandate.power.v1'";

        // When, Then
        Executive.sql(lag.formatted("-"));
        try {
            Executive.decide(Executive.manager(), under, Map.of())
                    .then()
                    .statusCode(409)
                    .body("conditions.condition", contains("power-data-fresh"));
        } finally {
            Executive.sql(lag.formatted("+"));
        }
        Executive.taken(under, Map.of());
    }

    @Test
    void news_of_the_power_that_could_not_be_taken_in_is_missing() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        Executive.taken(under, Map.of());

        // When
        Executive.announceAnything(
                "power",
                under.power(),
                "amended",
                Instant.now(),
                JsonNodeFactory.instance.objectNode().put("power", under.power()));
        Executive.await(() -> !Executive.rows("select id from folkmoot.dead_letter where aggregate = '" + under.power()
                        + "' and state = 'parked'")
                .isEmpty());

        // Then
        Executive.decide(Executive.manager(), under, Map.of())
                .then()
                .statusCode(409)
                .body("conditions.condition", contains("power-data-fresh"));
        Executive.taken(Executive.delegation(Map.of()), Map.of());
    }

    @Test
    void a_power_nobody_has_heard_of_and_one_of_another_group_cover_nothing() {
        Delegation under = Executive.delegation(Map.of());
        Executive.decide(
                        Executive.manager(),
                        new Delegation(
                                under.group(), under.mandate(), Uuid7.next().toString()),
                        Map.of())
                .then()
                .statusCode(409)
                .body("conditions.condition", contains("power-known"));
        Executive.decide(
                        Executive.manager(),
                        new Delegation(Executive.group(), under.mandate(), under.power()),
                        Map.of())
                .then()
                .statusCode(409)
                .body("conditions.condition", contains("power-of-the-group"));
    }

    @Test
    void a_revocation_that_is_heard_late_voids_what_was_decided_since_its_instant() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String before = Executive.taken(under, Map.of());
        Instant revoked = Instant.now();
        String since = Executive.taken(under, Map.of());

        // When
        Executive.say(under.power(), under.group(), under.mandate(), 2, "revoked", revoked, Map.of());
        Executive.await(() -> !Executive.get("/decisions/" + since).getBoolean("stands"));

        // Then
        Executive.manager()
                .get("/decisions/" + since)
                .then()
                .body("state", equalTo("taken"))
                .body("unmet.condition", contains("power-not-revoked"));
        Executive.manager().get("/decisions/" + before).then().body("stands", equalTo(true));
        Executive.decide(Executive.manager(), under, Map.of())
                .then()
                .statusCode(409)
                .body("conditions.condition", contains("power-not-revoked"));
    }

    @Test
    void a_mandate_that_lapsed_voids_its_powers_from_that_instant_though_the_lapse_was_heard_first() {
        // Given
        String group = Executive.group();
        String mandate = Uuid7.next().toString();
        Executive.lapse(mandate, group, Instant.now().minus(Duration.ofMinutes(5)));
        Executive.grant(
                mandate,
                group,
                Uuid7.next().toString(),
                Executive.today().minusMonths(2),
                Executive.today().plusMonths(12));
        var under = new Delegation(group, mandate, Executive.power(group, mandate, Map.of()));

        // When, Then
        Executive.decide(Executive.manager(), under, Map.of())
                .then()
                .statusCode(409)
                .body("conditions.condition", contains("mandate-not-lapsed"));
    }

    @Test
    void between_meetings_others_agree_before_it_is_checked_and_taken() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String deadline = Instant.now().plus(Duration.ofDays(3)).toString();
        String decision = Executive.decide(Executive.manager(), under, Map.of("deadline", deadline))
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("stands", nullValue())
                .extract()
                .path("id");

        // When, Then
        Executive.lmc().put("/decisions/" + decision + "/agreement").then().statusCode(428);
        for (int time = 0; time < 2; time++) {
            Executive.put(Executive.lmc(), "/decisions/" + decision + "/agreement")
                    .then()
                    .statusCode(200)
                    .body("agreed", hasSize(1));
        }
        Executive.manager()
                .header("If-Match", "\"0\"")
                .put("/decisions/" + decision + "/taking")
                .then()
                .statusCode(412);
        Executive.put(Executive.manager(), "/decisions/" + decision + "/taking")
                .then()
                .statusCode(200)
                .body("state", equalTo("taken"));
        Executive.put(Executive.manager(), "/decisions/" + decision + "/taking")
                .then()
                .statusCode(409)
                .body("type", endsWith("decision-not-in-state"));
    }

    @Test
    void what_was_proposed_lapses_with_its_deadline_or_is_withdrawn_by_its_proposer() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        Map<String, Object> proposal =
                Map.of("deadline", Instant.now().plus(Duration.ofDays(3)).toString());
        String lapsing = Executive.decide(Executive.manager(), under, proposal).path("id");
        String withdrawn =
                Executive.decide(Executive.manager(), under, proposal).path("id");

        // When
        Executive.sql("update decision set deadline = clock_timestamp() where id = '" + lapsing + "'");

        // Then
        Executive.put(Executive.manager(), "/decisions/" + lapsing + "/taking")
                .then()
                .statusCode(409)
                .body("type", endsWith("decision-not-in-state"));
        Executive.manager().get("/decisions/" + lapsing).then().body("state", equalTo("lapsed"));
        var reason = Map.of("reason", "It is not needed");
        Executive.put(Executive.lmc(), "/decisions/" + withdrawn + "/withdrawal", reason)
                .then()
                .statusCode(403);
        Executive.put(Executive.manager(), "/decisions/" + withdrawn + "/withdrawal", reason)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        assertThat(Executive.told(withdrawn)).isEmpty();
    }

    @Test
    void at_a_meeting_a_decision_is_taken_while_it_is_in_session() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "executive");
        String draft = Executive.draft(series);
        String now = Executive.inSession(series);
        String foreign = Executive.inSession(Executive.series(Executive.group(), "executive"));

        // When, Then
        Executive.decide(Executive.manager(), under, Map.of("meeting", draft))
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-in-state"));
        Executive.decide(Executive.manager(), under, Map.of("meeting", foreign))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/meeting"));
        Executive.decide(
                        Executive.manager(),
                        under,
                        Map.of(
                                "meeting",
                                now,
                                "deadline",
                                Instant.now().plusSeconds(60).toString()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/deadline"));
        Executive.taken(under, Map.of("meeting", now));
    }

    @Test
    void what_was_announced_ahead_is_counted_and_decided_once() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        var request = Map.of(
                "title",
                "Premises",
                "words",
                "Where we go.",
                "decideOn",
                Executive.today().plusDays(28).toString());
        Executive.create(Executive.lmc(), "/groups/" + under.group() + "/forward-plan", request)
                .then()
                .statusCode(403);
        List<String> plans = IntStream.range(0, 3)
                .mapToObj(each -> Executive.create(
                                Executive.manager(), "/groups/" + under.group() + "/forward-plan", request)
                        .then()
                        .statusCode(201)
                        .body("inTime", equalTo(true))
                        .extract()
                        .<String>path("id"))
                .toList();
        Executive.sql("update planned_decision set announced_at = announced_at - interval '28 days' where id = '"
                + plans.getFirst() + "'");

        // When
        String decision = Executive.taken(under, Map.of("planned", plans.get(0)));
        Executive.taken(under, Map.of("planned", plans.get(1)));
        Executive.taken(under, Map.of());
        Executive.put(
                        Executive.manager(),
                        "/planned-decisions/" + plans.get(2) + "/withdrawal",
                        Map.of("reason", "Nobody needs it"))
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));

        // Then
        Executive.observer()
                .get("/groups/" + under.group() + "/forward-plan/share")
                .then()
                .body("taken", equalTo(3))
                .body("announced", equalTo(2))
                .body("inTime", equalTo(1));
        Executive.observer()
                .get("/planned-decisions/" + plans.getFirst())
                .then()
                .body("state", equalTo("decided"))
                .body("decision", equalTo(decision));
        for (String ended : List.of(plans.get(0), plans.get(2))) {
            Executive.decide(Executive.manager(), under, Map.of("planned", ended))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/planned"));
        }
        assertThat(Executive.get("/groups/" + under.group() + "/forward-plan").getList("items.state"))
                .containsExactly("withdrawn", "decided", "decided");
    }
}
