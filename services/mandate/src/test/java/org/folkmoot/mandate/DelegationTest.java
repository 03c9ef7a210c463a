package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;

/** What hangs on a mandate: powers, their use, and what practices say to it all. */
@MandateTest
class DelegationTest {

    private static final LocalDate TODAY = Mandate.today();

    @Test
    void a_power_needs_two_people_cannot_outlive_its_mandate_and_is_void_with_it()
            throws ExecutionException, InterruptedException {
        // Given
        String a = Mandate.practice(1000, "U40001");
        String b = Mandate.practice(1000, "U40001");
        String group = Mandate.group(List.of(a, b));
        String mandate = given(group, List.of(a, b));

        // When, Then: as long as the mandate, and no longer
        propose(group, mandate, TODAY.plusMonths(7))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/terms/until"));
        String power = propose(group, mandate, TODAY.plusMonths(6))
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .path("id");

        // When, Then: two people
        confirm(Mandate.secretary(), power, 1).then().statusCode(409).body("type", endsWith("second-person-needed"));
        confirm(Mandate.lmc(), power, 1).then().statusCode(200).body("state", equalTo("in-force"));

        // When, Then: what goes further is no narrowing
        change(power, "narrowed", terms("60000.00", TODAY.plusMonths(6))).then().statusCode(400);
        change(power, "narrowed", terms("10000.00", TODAY.plusMonths(6))).then().statusCode(201);
        confirm(Mandate.lmc(), power, 2)
                .then()
                .statusCode(200)
                .body("terms.limit.money", equalTo("10000.00"))
                .body("versions.size()", equalTo(2));

        // When, Then: its use is what the executive announces
        var data = JsonNodeFactory.instance.objectNode().put("power", power);
        var taken = Event.of(Tenant.of("qkk"), "executive", "decision", "decision-1", "taken", Instant.EPOCH, data);
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(taken.toRecord()).get();
            producer.send(taken.toRecord()).get();
        }
        Mandate.await(() -> Mandate.get("/powers/" + power).getInt("use.taken") == 1);

        // When, Then: the mandate falls, and the power with it
        for (String practice : List.of(a, b)) {
            Mandate.voter(practice)
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "It no longer speaks for us"))
                    .put("/mandates/" + mandate + "/positions/" + practice + "/withdrawal");
        }
        assertThat(Mandate.get("/powers/" + power).getString("state")).isEqualTo("void");
        assertThat(Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + power + "' order by seq"))
                .containsExactly("folkmoot.mandate.power.granted.v1", "folkmoot.mandate.power.amended.v1");
    }

    @Test
    void a_revoked_power_is_in_force_no_more_and_that_is_announced() {
        // Given
        String a = Mandate.practice(1000, "U40019");
        String group = Mandate.group(List.of(a));
        String power = propose(group, given(group, List.of(a)), TODAY.plusMonths(3))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        confirm(Mandate.lmc(), power, 1).then().statusCode(200);

        // When
        change(power, "revoked").then().statusCode(201);
        confirm(Mandate.lmc(), power, 2).then().statusCode(200).body("state", equalTo("revoked"));

        // Then
        assertThat(Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + power + "' order by seq"))
                .containsExactly("folkmoot.mandate.power.granted.v1", "folkmoot.mandate.power.revoked.v1");
    }

    @Test
    void a_power_names_the_carried_ballot_or_the_meeting_that_decided_it_and_one_of_the_two() {
        // Given
        String a = Mandate.practice(1000, "U40006");
        String group = Mandate.group(List.of(a));
        String mandate = given(group, List.of(a));
        String carried = Mandate.get("/mandates/" + mandate).getString("ballot");
        String undecided = Mandate.openMandate(group);
        String elsewhere = Mandate.practice(1000, "U40006");
        String strangers = Mandate.get("/mandates/" + given(Mandate.group(List.of(elsewhere)), List.of(elsewhere)))
                .getString("ballot");

        // When, Then
        for (String ballot : List.of(undecided, strangers, "0198c0de-0000-7000-8000-000000000001")) {
            propose(group, mandate, Map.of("ballot", ballot))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/ballot"));
        }
        for (Map<String, Object> who :
                List.<Map<String, Object>>of(Map.of(), Map.of("ballot", carried, "grantedBy", "Meeting of May"))) {
            propose(group, mandate, who).then().statusCode(400).body("errors[0].pointer", equalTo("#/grantedBy"));
        }
        propose(group, mandate, Map.of("ballot", carried))
                .then()
                .statusCode(201)
                .body("versions[0].ballot", equalTo(carried))
                .body("versions[0].grantedBy", equalTo("A motion on mandate"));
        propose(group, mandate, Map.of("grantedBy", "Meeting of May"))
                .then()
                .statusCode(201)
                .body("versions[0].ballot", nullValue())
                .body("versions[0].grantedBy", equalTo("Meeting of May"));
    }

    @Test
    void a_power_may_be_limited_in_all_and_its_event_names_the_ballot_that_decided_it() {
        // Given
        String a = Mandate.practice(1000, "U40007");
        String group = Mandate.group(List.of(a));
        String mandate = given(group, List.of(a));
        String carried = Mandate.get("/mandates/" + mandate).getString("ballot");
        String power = propose(
                        group, mandate, Map.of("ballot", carried), inAll(Map.of("money", "500.00", "total", "2000.00")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        confirm(Mandate.lmc(), power, 1).then().statusCode(200).body("terms.limit.total", equalTo("2000.00"));

        // Then
        assertThat(Mandate.rows("select payload ->> 'ballot' || ' ' || (payload -> 'terms' -> 'limit' ->> 'total')"
                        + " from folkmoot.outbox where aggregateid = '" + power + "'"))
                .containsExactly(carried + " 2000.00");
        for (Map<String, Object> further : List.<Map<String, Object>>of(
                Map.of("money", "500.00"), Map.of("money", "500.00", "total", "2000.01"))) {
            change(power, "narrowed", inAll(further))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/terms"));
        }
        change(power, "narrowed", inAll(Map.of("money", "500.00", "total", "1000.00")))
                .then()
                .statusCode(201);
        change(power, "narrowed", inAll(Map.of("total", "much"))).then().statusCode(400);
    }

    private static Map<String, Object> inAll(Map<String, Object> limit) {
        var terms = new HashMap<>(terms("500.00", TODAY.plusMonths(3)));
        terms.put("limit", limit);
        return terms;
    }

    @Test
    void what_would_bring_a_power_back_is_not_confirmed_when_its_mandate_has_lapsed_meanwhile() {
        for (String last : List.of("extended", "resumed")) {
            // Given
            String a = Mandate.practice(1000, "U40005");
            String group = Mandate.group(List.of(a));
            String mandate = given(group, List.of(a));
            String power = propose(group, mandate, TODAY.plusMonths(3))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            confirm(Mandate.lmc(), power, 1).then().statusCode(200);
            int number = 2;
            if (last.equals("resumed")) {
                change(power, "suspended").then().statusCode(201);
                confirm(Mandate.lmc(), power, number++).then().statusCode(200);
                change(power, "resumed").then().statusCode(201);
            } else {
                change(power, "extended", terms("60000.00", TODAY.plusMonths(6)))
                        .then()
                        .statusCode(201);
            }

            // When
            Mandate.asOwnerOfEverything("update mandate set fell_at = clock_timestamp() where id = '" + mandate + "'");

            // Then
            confirm(Mandate.lmc(), power, number).then().statusCode(409).body("type", endsWith("mandate-not-in-force"));
        }
    }

    @Test
    void a_mandate_that_ends_within_sixty_days_is_told_of_once_and_lapses_because_time_passes() {
        // Given
        String a = Mandate.practice(1000, "U40002");
        String group = Mandate.group(List.of(a));
        String mandate = given(group, List.of(a));

        // When
        Mandate.asOwnerOfEverything("update mandate set until_day = current_date + 59, review_day = current_date"
                + " where id = '" + mandate + "'");
        Mandate.await(() -> told(mandate).contains("folkmoot.mandate.mandate.expiry.announced.v1"));
        Mandate.asOwnerOfEverything("update mandate set from_day = current_date - 9, review_day = current_date - 5,"
                + " until_day = current_date - 2 where id = '" + mandate + "'");

        // Then
        Mandate.await(() -> told(mandate).contains("folkmoot.mandate.mandate.lapsed.v1"));
        assertThat(told(mandate))
                .containsExactly(
                        "folkmoot.mandate.mandate.granted.v1",
                        "folkmoot.mandate.mandate.expiry.announced.v1",
                        "folkmoot.mandate.mandate.lapsed.v1");
        assertThat(Mandate.get("/mandates/" + mandate).getString("state")).isEqualTo("expired");
        assertThat(Mandate.get("/groups/" + group + "/standing").getString("standing"))
                .isEqualTo("advisory");
    }

    @Test
    void an_objection_stays_attached_and_is_answered_once() {
        // Given
        String a = Mandate.practice(1000, "U40003");
        String group = Mandate.group(List.of(a));
        String motion = Mandate.motion(group, "ordinary", Map.of());
        var body = Map.of(
                "kind",
                "objection",
                "subject",
                "motion",
                "subjectId",
                motion,
                "organisation",
                a,
                "words",
                "We object.");

        // When, Then
        Mandate.create(Mandate.voter("Y12345"), "/groups/" + group + "/objections", body)
                .then()
                .statusCode(403);
        String objection = Mandate.create(Mandate.voter(a), "/groups/" + group + "/objections", body)
                .then()
                .statusCode(201)
                .body("reply", nullValue())
                .extract()
                .path("id");
        for (int status : List.of(200, 409)) {
            Mandate.secretary()
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(Map.of("words", "We heard you."))
                    .put("/objections/" + objection + "/reply")
                    .then()
                    .statusCode(status);
        }
        Mandate.observer()
                .get("/groups/" + group + "/objections?subject=" + motion)
                .then()
                .body("items[0].reply", notNullValue());
        Mandate.observer()
                .get("/groups/" + group + "/objections?open=true")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void an_objection_is_to_a_mandate_or_a_decision_that_there_is() throws ExecutionException, InterruptedException {
        // Given
        String a = Mandate.practice(1000, "U40008");
        String group = Mandate.group(List.of(a));
        String mandate = given(group, List.of(a));
        String strangers = Mandate.group(List.of(Mandate.practice(1000, "U40008")));
        String decision = UUID.randomUUID().toString();
        object(Mandate.voter(a), group, "decision", decision, a).then().statusCode(404);

        // When
        announce(decision, "taken", group, UUID.randomUUID().toString());

        // Then
        Mandate.await(() -> !Mandate.rows("select decision from power_use where decision = '" + decision + "'")
                .isEmpty());
        object(Mandate.voter(a), group, "decision", decision, a)
                .then()
                .statusCode(201)
                .body("subject", equalTo("decision"));
        object(Mandate.voter(a), strangers, "decision", decision, a)
                .then()
                .statusCode(404)
                .body("detail", containsString("announced"));
        object(Mandate.voter(a), group, "mandate", mandate, a)
                .then()
                .statusCode(201)
                .body("subjectId", equalTo(mandate));
        object(Mandate.voter(a), strangers, "mandate", mandate, a).then().statusCode(404);
        assertThat(Mandate.get("/groups/" + group + "/objections?subject=" + mandate)
                        .getList("items.organisation"))
                .isEqualTo(List.of(a));
    }

    @Test
    void the_lmc_objects_in_its_own_name_and_not_in_the_boards_and_nobody_else_in_the_lmcs() {
        // Given
        String a = Mandate.practice(1000, "U40009");
        String group = Mandate.group(List.of(a));
        String motion = Mandate.motion(group, "ordinary", Map.of());

        // When, Then
        object(Mandate.lmc(), group, "motion", motion, "QKK").then().statusCode(403);
        object(Mandate.voter(a), group, "motion", motion, "LMC").then().statusCode(403);
        object(Mandate.lmc(), group, "motion", motion, "LMC")
                .then()
                .statusCode(201)
                .body("organisation", equalTo("LMC"));
    }

    @Test
    void a_power_shows_what_it_did_not_cover_when_its_review_is_due_and_that_it_was_revoked()
            throws ExecutionException, InterruptedException {
        // Given
        String a = Mandate.practice(1000, "U40010");
        String group = Mandate.group(List.of(a));
        String mandate = given(group, List.of(a));
        String due = granted(group, mandate, TODAY.plusDays(30));
        String later = granted(group, mandate, TODAY.plusDays(31));

        // When
        announce(UUID.randomUUID().toString(), "refused", group, due);
        announce(UUID.randomUUID().toString(), "escalated", group, due);

        // Then
        Mandate.await(() -> Mandate.get("/powers/" + due).getInt("use.escalated") == 1);
        assertThat(Mandate.get("/powers/" + due).getMap("use"))
                .isEqualTo(Map.of("taken", 0, "refused", 1, "escalated", 1));
        assertThat(Mandate.get("/powers/" + due).getBoolean("reviewDue")).isTrue();
        assertThat(Mandate.get("/powers/" + later).getBoolean("reviewDue")).isFalse();

        // When
        change(due, "revoked").then().statusCode(201).body("state", equalTo("in-force"));
        confirm(Mandate.lmc(), due, 2).then().statusCode(200).body("state", equalTo("revoked"));

        // Then
        assertThat(Mandate.get("/powers/" + due).getBoolean("reviewDue")).isFalse();
        assertThat(Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + due + "' order by seq"))
                .containsExactly("folkmoot.mandate.power.granted.v1", "folkmoot.mandate.power.revoked.v1");
        change(due, "resumed").then().statusCode(409);
    }

    private static String granted(String group, String mandate, LocalDate until) {
        String power =
                propose(group, mandate, until).then().statusCode(201).extract().path("id");
        confirm(Mandate.lmc(), power, 1).then().statusCode(200);
        return power;
    }

    private static void announce(String decision, String verb, String group, String power)
            throws ExecutionException, InterruptedException {
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("decision", decision)
                .put("group", group)
                .put("power", power);
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(Event.of(Tenant.of("qkk"), "executive", "decision", decision, verb, Instant.EPOCH, data)
                            .toRecord())
                    .get();
        }
    }

    private static io.restassured.response.Response object(
            io.restassured.specification.RequestSpecification person,
            String group,
            String subject,
            String id,
            String organisation) {
        return Mandate.create(
                person,
                "/groups/" + group + "/objections",
                Map.of(
                        "kind",
                        "objection",
                        "subject",
                        subject,
                        "subjectId",
                        id,
                        "organisation",
                        organisation,
                        "words",
                        "We object."));
    }

    @Test
    void a_rehearsal_says_what_rules_would_make_of_votes_and_keeps_nothing() {
        // Given
        String file = """
                {"format": "folkmoot-ballot/1",
                 "rules": {"quorum": [], "classes": [{"name": "practices", "atLeast": "2/3", "strict": false,
                     "base": "for-and-against"}], "tie": "lost"},
                 "electorate": [{"voter": "D82001", "weights": {"practices": "1"}},
                     {"voter": "D82002", "weights": {"practices": "1"}}, {"voter": "D82003", "weights": {"practices": "1"}}],
                 "votes": [{"voter": "D82001", "choice": "for"}, {"voter": "D82002", "choice": "for"},
                     {"voter": "D82003", "choice": "%s"}]}
                """;

        // When, Then
        rehearse(file.formatted("against")).then().statusCode(200).body("outcome", equalTo("carried"));
        rehearse(file.formatted("against").replace("2/3", "3/4")).then().body("outcome", equalTo("lost"));
        rehearse(file.formatted("perhaps"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/votes/2/choice"));
        rehearse("{\"electorate\": [" + "{},".repeat(5_000) + "{}]}")
                .then()
                .statusCode(422)
                .body("type", endsWith("rehearsal-too-large"));
    }

    private static io.restassured.response.Response rehearse(String file) {
        return Mandate.observer().contentType(ContentType.JSON).body(file).post("/rehearsals");
    }

    private static List<String> told(String mandate) {
        return Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + mandate + "' order by seq");
    }

    /** A mandate of the group, for half a year, from all of these practices. */
    static String given(String group, List<String> practices) {
        String ballot =
                Mandate.open(Mandate.motion(group, "mandate", Mandate.mandateTerms(TODAY, TODAY.plusMonths(6))));
        practices.forEach(practice -> Mandate.cast(Mandate.voter(practice), ballot, practice, "for")
                .then()
                .statusCode(200));
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
        return Mandate.get("/groups/" + group + "/mandates").getString("items[0].id");
    }

    static Map<String, Object> terms(String money, LocalDate until) {
        return Map.of(
                "subject", "Local enhanced services",
                "mayDecide", "Terms below the limit",
                "limit", Map.of("money", money),
                "holder", "executive-manager",
                "from", TODAY.toString(),
                "until", until.toString(),
                "review", until.toString(),
                "reserved", List.of("changes of contract"));
    }

    /** @param who who decided it */
    private static io.restassured.response.Response propose(String group, String mandate, Map<String, Object> who) {
        return propose(group, mandate, who, terms("500.00", TODAY.plusMonths(3)));
    }

    static io.restassured.response.Response propose(
            String group, String mandate, Map<String, Object> who, Map<String, Object> terms) {
        var grant = new HashMap<String, Object>(who);
        grant.put("change", "granted");
        grant.put("terms", terms);
        grant.put("reason", "To act between meetings");
        return Mandate.create(
                Mandate.secretary(), "/groups/" + group + "/powers", Map.of("mandate", mandate, "grant", grant));
    }

    private static io.restassured.response.Response propose(String group, String mandate, LocalDate until) {
        return propose(group, mandate, Map.of("grantedBy", "Meeting of May"), terms("50000.00", until));
    }

    static io.restassured.response.Response change(String power, String change, Map<String, Object> terms) {
        return Mandate.create(
                Mandate.secretary().header("If-Match", "*"),
                "/powers/" + power + "/versions",
                Map.of("change", change, "terms", terms, "grantedBy", "Meeting of June", "reason", "Less is enough"));
    }

    static io.restassured.response.Response change(String power, String change) {
        return Mandate.create(
                Mandate.secretary().header("If-Match", "*"),
                "/powers/" + power + "/versions",
                Map.of("change", change, "grantedBy", "Meeting of June", "reason", "It is due"));
    }

    static io.restassured.response.Response confirm(
            io.restassured.specification.RequestSpecification person, String power, int version) {
        return person.header("If-Match", "*").put("/powers/" + power + "/versions/" + version + "/confirmation");
    }
}
