package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.events.Uuid7;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;

/** Practices are told something, and it is known how far it came. */
@ExecutiveTest
class BulletinTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger CODES = new AtomicInteger();

    private final int number = CODES.incrementAndGet();
    private final String group = Executive.group();
    private final String pcn = "U%05d".formatted(number);
    private final String subIcb = "S%02d".formatted(number);

    @Test
    void a_bulletin_is_delivered_read_acknowledged_and_answered_practice_by_practice() {
        // Given
        String first = practice(1, pcn);
        String second = practice(2, pcn);
        String elsewhere = practice(3, "U9%04d".formatted(number));
        String bulletin = draft(Map.of("audience", audience("pcns", pcn), "question", question()));
        Executive.voter(first).get("/bulletins/" + bulletin).then().statusCode(404);

        // When
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(200)
                .body("state", equalTo("published"))
                .body("reach.practices", equalTo(2))
                .body("reach.delivered", equalTo(0));

        // Then: it stays as it is
        Executive.put(Executive.manager(), "/bulletins/" + bulletin, request(Map.of("audience", audience("ics"))))
                .then()
                .statusCode(409)
                .body("type", endsWith("bulletin-not-in-state"));
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(409);

        // When, Then: delivered by being listed
        Executive.voter(first)
                .get("/my/bulletins")
                .then()
                .statusCode(200)
                .body("items.bulletin", contains(bulletin))
                .body("items[0].practice", equalTo(first))
                .body("items[0].state", equalTo("delivered"))
                .body("items[0].canAnswer", equalTo(true));
        Executive.voter(elsewhere).get("/my/bulletins").then().body("items", hasSize(0));

        // When, Then: read, acknowledged, answered
        Executive.voter(second)
                .put("/bulletins/" + bulletin + "/readings/" + first)
                .then()
                .statusCode(403);
        Executive.voter(elsewhere)
                .put("/bulletins/" + bulletin + "/readings/" + elsewhere)
                .then()
                .statusCode(404);
        Executive.voter(second)
                .put("/bulletins/" + bulletin + "/readings/" + second)
                .then()
                .statusCode(200)
                .body("state", equalTo("read"))
                .body("deliveredAt", notNullValue());
        for (int time = 0; time < 2; time++) {
            Executive.voter(first)
                    .put("/bulletins/" + bulletin + "/acknowledgements/" + first)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("acknowledged"));
        }
        answer(first, bulletin, "Perhaps").then().statusCode(400).body("errors[0].pointer", equalTo("#/answer"));
        answer(first, bulletin, "Yes").then().statusCode(200).body("answer", equalTo("Yes"));
        answer(first, bulletin, "No").then().statusCode(200).body("answer", equalTo("No"));

        // Then
        Executive.lmc()
                .get("/bulletins/" + bulletin + "/reach")
                .then()
                .statusCode(200)
                .body("total.practices", equalTo(2))
                .body("total.delivered", equalTo(2))
                .body("total.read", equalTo(2))
                .body("total.acknowledged", equalTo(1))
                .body("total.answered", equalTo(1))
                .body("networks.pcn", contains(pcn))
                .body("answers.answer", contains("Yes", "No"))
                .body("answers.practices", contains(0, 1));
        Executive.lmc()
                .get("/bulletins/" + bulletin + "/recipients?limit=1")
                .then()
                .body("items.practice", contains(first))
                .body("next", notNullValue());
        assertThat(csv("/bulletins/" + bulletin + "/recipients"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).startsWith(second).contains(",read,"));
        assertThat(csv("/bulletins/" + bulletin + "/reach")).hasSize(3).last().isEqualTo("All,,2,2,2,1,1");
        assertThat(Executive.told(bulletin))
                .containsExactly(
                        "folkmoot.executive.bulletin.published.v1", "folkmoot.executive.bulletin.acknowledged.v1");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void the_audience_is_frozen_as_it_is_when_the_bulletin_is_published() {
        // Given
        String stays = practice(1, pcn);
        String leaves = practice(2, pcn);
        String draft = draft(Map.of("audience", audience("sub-icbs", subIcb)));
        tell("practice-state", leaves, state(leaves, pcn, "closed", 2));
        await(leaves, "closed");

        // When
        Executive.put(Executive.manager(), "/bulletins/" + draft + "/publication")
                .then()
                .statusCode(200)
                .body("reach.practices", equalTo(1));
        String comes = practice(3, pcn);
        tell("practice-state", stays, state(stays, "U99999", "open", 2));
        Executive.await(() -> Executive.rows("select pcn from practice where code = '" + stays + "'")
                .contains("U99999"));

        // Then
        Executive.lmc()
                .get("/bulletins/" + draft + "/recipients")
                .then()
                .body("items.practice", contains(stays))
                .body("items[0].pcn", equalTo(pcn));
        Executive.voter(comes).get("/my/bulletins").then().body("items", hasSize(0));
    }

    @Test
    void a_place_is_the_practices_and_networks_of_its_neighbourhoods() {
        // Given
        String byNetwork = practice(1, pcn);
        String byItself = practice(2, "U8%04d".formatted(number));
        practice(3, "U8%04d".formatted(number));
        String place = Uuid7.next().toString();
        String neighbourhood = Uuid7.next().toString();
        tell(
                "neighbourhood-state",
                neighbourhood,
                JSON.valueToTree(Map.of(
                        "neighbourhood",
                        neighbourhood,
                        "name",
                        "Riverside",
                        "place",
                        place,
                        "members",
                        List.of(byItself, pcn),
                        "asAt",
                        "2026-04-01",
                        "version",
                        1)));
        Executive.await(() -> !Executive.rows("select id from neighbourhood where id = '" + neighbourhood + "'")
                .isEmpty());

        // When
        String bulletin = draft(Map.of("audience", audience("places", place)));
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(200);

        // Then
        Executive.lmc()
                .get("/bulletins/" + bulletin + "/recipients")
                .then()
                .body("items.practice", contains(byNetwork, byItself));
    }

    @Test
    void an_older_state_of_a_practice_does_not_replace_a_newer_one() {
        // Given
        String practice = practice(1, pcn);
        tell("practice-state", practice, state(practice, pcn, "closed", 5));
        await(practice, "closed");

        // When
        tell("practice-state", practice, state(practice, pcn, "open", 4));
        String after = practice(2, pcn);

        // Then
        await(after, "open");
        assertThat(Executive.rows("select status from practice where code = '" + practice + "'"))
                .containsExactly("closed");
    }

    @Test
    void a_bulletin_that_would_reach_nobody_or_asks_wrongly_is_refused() {
        String nobody = draft(Map.of("audience", audience("pcns", "U00999")));
        Executive.put(Executive.manager(), "/bulletins/" + nobody + "/publication")
                .then()
                .statusCode(409)
                .body("type", endsWith("audience-empty"));
        for (Map<String, Object> wrong : List.of(
                Map.<String, Object>of("audience", audience("pcns")),
                Map.<String, Object>of("audience", audience("ics", pcn)),
                Map.<String, Object>of(
                        "audience",
                        audience("ics"),
                        "question",
                        Map.of("words", "Well?", "options", List.of("Yes"), "until", until())),
                Map.<String, Object>of(
                        "audience",
                        audience("ics"),
                        "question",
                        Map.of(
                                "words",
                                "Well?",
                                "options",
                                List.of(),
                                "until",
                                Executive.today().minusDays(1).toString())))) {
            Executive.create(Executive.manager(), "/groups/" + group + "/bulletins", request(wrong))
                    .then()
                    .statusCode(400)
                    .body("errors", hasSize(1));
        }
    }

    @Test
    void a_question_is_answered_until_its_last_day() {
        // Given
        String practice = practice(1, pcn);
        String bulletin = draft(Map.of("audience", audience("practices", practice), "question", question()));
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(200);
        answer(practice, bulletin, "Yes").then().statusCode(200);

        // When
        Executive.sql("update bulletin set answers_until = current_date - 2 where id = '" + bulletin + "'");

        // Then
        answer(practice, bulletin, "No").then().statusCode(409).body("type", endsWith("bulletin-not-in-state"));
        Executive.voter(practice)
                .get("/my/bulletins")
                .then()
                .body("items[0].canAnswer", equalTo(false))
                .body("items[0].answer", equalTo("Yes"));
    }

    @Test
    void drafts_are_the_offices_and_bulletins_general_practices() {
        // Given
        String practice = practice(1, pcn);
        String bulletin = draft(Map.of("audience", audience("practices", practice)));
        String draft = draft(Map.of("audience", audience("ics")));
        Executive.put(Executive.manager(), "/bulletins/" + bulletin + "/publication")
                .then()
                .statusCode(200);

        // When, Then
        Executive.lmc().get("/groups/" + group + "/bulletins").then().body("items.id", contains(bulletin));
        Executive.secretary().get("/groups/" + group + "/bulletins").then().body("items.id", contains(draft, bulletin));
        Executive.lmc().get("/bulletins/" + draft).then().statusCode(404);
        Executive.lmc().get("/bulletins/" + draft + "/reach").then().statusCode(404);
        Executive.lmc().get("/bulletins/" + bulletin).then().statusCode(200);
        Executive.observer().get("/bulletins/" + bulletin).then().statusCode(403);
        Executive.lmc().get("/my/bulletins").then().statusCode(403);
        Executive.create(
                        Executive.lmc(),
                        "/groups/" + group + "/bulletins",
                        request(Map.of("audience", audience("ics"))))
                .then()
                .statusCode(403);
        for (String path : List.of(
                "/bulletins/" + bulletin,
                "/bulletins/" + bulletin + "/reach",
                "/bulletins/" + bulletin + "/recipients",
                "/groups/" + group + "/bulletins")) {
            Executive.as("qr1", "executive-manager", "QR1").get(path).then().statusCode(404);
        }
        Executive.as("qr1", "practice-voter", practice)
                .put("/bulletins/" + bulletin + "/acknowledgements/" + practice)
                .then()
                .statusCode(404);
        Executive.as("qr1", "practice-voter", practice)
                .get("/my/bulletins")
                .then()
                .body("items", hasSize(0));
        Executive.manager()
                .contentType("application/json")
                .body(request(Map.of("audience", audience("ics"))))
                .put("/bulletins/" + draft)
                .then()
                .statusCode(428);
        Executive.put(
                        Executive.manager(),
                        "/bulletins/" + draft,
                        request(Map.of("audience", audience("ics"), "title", "Second thoughts")))
                .then()
                .statusCode(200)
                .body("title", equalTo("Second thoughts"))
                .body("question", nullValue());
    }

    // ------------------------------------------------------------------------------------------------ what is done

    private String draft(Map<String, Object> more) {
        return Executive.create(Executive.manager(), "/groups/" + group + "/bulletins", request(more))
                .then()
                .statusCode(201)
                .body("state", equalTo("draft"))
                .extract()
                .path("id");
    }

    private static Map<String, Object> request(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("title", "Winter access", "words", "What was agreed."));
        body.putAll(more);
        return body;
    }

    private static Map<String, Object> audience(String kind, String... codes) {
        return Map.of("kind", kind, "codes", List.of(codes));
    }

    private static Map<String, Object> question() {
        return Map.of("words", "Do you open on Saturdays?", "options", List.of("Yes", "No"), "until", until());
    }

    private static String until() {
        return Executive.today().plusDays(7).toString();
    }

    private static Response answer(String practice, String bulletin, String answer) {
        return Executive.voter(practice)
                .contentType("application/json")
                .body(Map.of("answer", answer))
                .put("/bulletins/" + bulletin + "/answers/" + practice);
    }

    private static List<String> csv(String path) {
        return Executive.lmc()
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    /** An open practice of this test that the service has heard of. */
    private String practice(int which, String network) {
        String code = "Y%03d%02d".formatted(number, which);
        tell("practice-state", code, state(code, network, "open", 1));
        await(code, "open");
        return code;
    }

    private static void await(String practice, String status) {
        Executive.await(() -> Executive.rows("select status from practice where code = '" + practice + "'")
                .equals(List.of(status)));
    }

    private JsonNode state(String code, String network, String status, int version) {
        var state = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "name",
                "PRACTICE " + code,
                "status",
                status,
                "icb",
                "QKK",
                "asAt",
                "2026-08-01",
                "release",
                "2026-08-01",
                "version",
                version));
        if (status.equals("open")) {
            state.putAll(Map.of("subIcb", subIcb, "pcn", network, "pcnName", "NETWORK " + network));
        }
        return JSON.valueToTree(state);
    }

    /** What {@code registry} announces, after having kept its contract. */
    private static void tell(String entity, String key, JsonNode state) {
        assertThat(Contracts.complaints("folkmoot.registry." + entity.replace("-", "") + ".recorded.v1", state))
                .isEmpty();
        Executive.observer();
        var event = Event.of(Tenant.of("qkk"), "registry", entity, key, "recorded", Instant.now(), state);
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event.toRecord()).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
