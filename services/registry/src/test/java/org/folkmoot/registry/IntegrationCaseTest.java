package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice considers joining a trust, over HTTP. */
@RegistryTest
class IntegrationCaseTest {

    private static final String PRACTICE = "L84080";
    private static final Map<String, Object> OBJECTION =
            Map.of("kind", "objection", "words", "The list would lose its independent voice.");

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    private static Map<String, Object> opening(String practice) {
        return Map.of(
                "practice",
                practice,
                "options",
                List.of(
                        Map.of(
                                "title", "Join the acute trust",
                                "account", "For: salaried cover. Against: the contract is given up.",
                                "proposedBy", "Chief executive of the trust",
                                "partner", "RTE"),
                        Map.of(
                                "title", "Stay as we are",
                                "account", "For: the list knows us. Against: two partners retire.",
                                "proposedBy", "The partners")));
    }

    private static String open(String practice) {
        return "/integration-cases/"
                + Gloucestershire.post(Gloucestershire.voter(practice), "/integration-cases", opening(practice))
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("open"))
                        .body("practiceName", notNullValue())
                        .body("options.number", equalTo(List.of(1, 2)))
                        .body("options[0].partnerName", equalTo("GLOUCESTERSHIRE HOSPITALS NHS FOUNDATION TRUST"))
                        .extract()
                        .path("id");
    }

    private static Map<String, Object> decline(String reason) {
        return Map.of("outcome", "declined", "reason", reason, "decidedOn", "2026-05-12");
    }

    @Test
    void a_decline_is_recorded_with_its_reason_beside_the_objection_and_announced() {
        // Given
        String one = open(PRACTICE);
        Gloucestershire.post(
                        Gloucestershire.voter(PRACTICE),
                        one + "/due-diligence",
                        Map.of(
                                "area", "future-strains",
                                "item", "Partners who retire",
                                "finding", "Two of five within three years",
                                "evidence", "Partnership deed of 2019"))
                .then()
                .statusCode(201)
                .body("dueDiligence[0].area", equalTo("future-strains"));
        Gloucestershire.post(Gloucestershire.lmc(), one + "/statements", OBJECTION)
                .then()
                .statusCode(201);

        // When
        Gloucestershire.post(
                        Gloucestershire.voter(PRACTICE), one + "/decisions", decline("We can recruit by ourselves."))
                .then()
                .statusCode(201)
                .body("state", equalTo("declined"))
                .body("decidedOn", equalTo("2026-05-12"))
                .body("statements[0].kind", equalTo("objection"))
                .body("steps[0].reason", equalTo("We can recruit by ourselves."));

        // Then
        String id = one.substring(one.lastIndexOf('/') + 1);
        List<String> told = Registry.rows(
                "select type || ' ' || topic from folkmoot.outbox where aggregateid = '" + id + "' order by seq");
        assertThat(told)
                .containsExactly(
                        "folkmoot.registry.integrationcase.decided.v1 ics.qr1.registry.integration-case.v1",
                        "folkmoot.registry.integrationcasestate.recorded.v1 ics.qr1.registry.integration-case-state.v1");
        String payload = Registry.rows(
                        "select payload::text from folkmoot.outbox where aggregateid = '" + id + "' order by seq")
                .getFirst();
        assertThat(Contracts.complaints("folkmoot.registry.integrationcase.decided.v1", payload))
                .isEmpty();
        assertThat(JsonPath.from(payload).getMap(""))
                .containsEntry("outcome", "declined")
                .containsEntry("practice", PRACTICE)
                .containsEntry("objections", 1)
                .doesNotContainKey("reason");
        assertThat(Registry.rows("select kind from folkmoot.ledger_entry where tenant_id = 'qr1' and stream ="
                        + " 'audit/integration-case/" + id + "' order by number"))
                .containsExactly(
                        "integration-case.opened",
                        "integration-case.diligence.added",
                        "integration-case.objection.added",
                        "integration-case.declined");
        assertThat(Gloucestershire.observer()
                        .get("/integration-cases?state=declined&practice=" + PRACTICE + "&format=csv")
                        .asString())
                .contains("We can recruit by ourselves.,2,1,");
    }

    @Test
    void a_case_that_is_reopened_keeps_its_earlier_decision_and_is_decided_again() {
        // Given
        String one = open("L84081");
        Gloucestershire.post(Gloucestershire.voter("L84081"), one + "/decisions", decline("Not now."))
                .then()
                .statusCode(201);

        // When
        Gloucestershire.post(
                        Gloucestershire.administrator(), one + "/reopenings", Map.of("reason", "A partner has left."))
                .then()
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("decidedOn", nullValue());
        Gloucestershire.post(
                        Gloucestershire.voter("L84081"),
                        one + "/decisions",
                        Map.of(
                                "outcome", "joined",
                                "option", 1,
                                "reason", "We cannot fill the post.",
                                "decidedOn", "2026-09-01"))
                .then()
                .statusCode(201);

        // Then
        Gloucestershire.lmc()
                .get(one)
                .then()
                .statusCode(200)
                .body("state", equalTo("joined"))
                .body("steps.step", equalTo(List.of("declined", "reopened", "joined")))
                .body("steps.reason", equalTo(List.of("Not now.", "A partner has left.", "We cannot fill the post.")))
                .body("steps[2].option", equalTo(1));
        assertThat(Registry.rows("select payload ->> 'decision' from folkmoot.outbox"
                        + " where aggregatetype = 'integration-case' and aggregateid = '"
                        + one.substring(one.lastIndexOf('/') + 1) + "' order by seq"))
                .containsExactly("1", "3");
    }

    @Test
    void only_the_practice_decides_and_only_the_committee_speaks_for_itself() {
        // Given
        String one = open("L84084");
        var joined = Map.of("outcome", "joined", "option", 1, "reason", "So be it.", "decidedOn", "2026-05-12");
        var words = Map.of("kind", "comment", "words", "Noted.");

        // When, Then
        Gloucestershire.post(Gloucestershire.administrator(), one + "/decisions", joined)
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.lmc(), one + "/decisions", joined)
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.administrator(), one + "/statements", words)
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.voter("L84084"), one + "/statements", words)
                .then()
                .statusCode(403);
        Gloucestershire.post(
                        Gloucestershire.lmc(),
                        one + "/options",
                        Map.of("title", "Merge", "account", "For and against", "proposedBy", "The committee"))
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.voter("L84085"), "/integration-cases", opening("L84084"))
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.lmc(), one + "/statements", words)
                .then()
                .statusCode(201);
        Gloucestershire.lmc().get(one).then().body("steps", equalTo(List.of()));
    }

    @Test
    void others_see_a_case_once_it_is_decided_and_never_its_due_diligence() {
        // Given
        String one = open("L84613");

        // When, Then
        Gloucestershire.observer().get(one).then().statusCode(404);
        Gloucestershire.voter("L84085").get(one).then().statusCode(404);
        Gloucestershire.post(Gloucestershire.voter("L84085"), one + "/decisions", decline("Not ours to decide."))
                .then()
                .statusCode(404);
        assertThat(Gloucestershire.observer()
                        .get("/integration-cases?practice=L84613")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        Gloucestershire.post(Gloucestershire.voter("L84613"), one + "/decisions", decline("We stay."))
                .then()
                .statusCode(201);
        Gloucestershire.observer()
                .get(one)
                .then()
                .statusCode(200)
                .body("dueDiligence", nullValue())
                .body("steps[0].reason", equalTo("We stay."));
        Gloucestershire.post(Gloucestershire.voter("L84085"), one + "/reopenings", Map.of("reason", "Once more."))
                .then()
                .statusCode(403);
        Gloucestershire.lmc().get(one).then().body("dueDiligence", equalTo(List.of()));
        Gloucestershire.observer().get("/integration-cases?limit=500").then().body("items.practice", hasItem("L84613"));
    }

    @Test
    void a_case_of_another_ics_is_not_there() {
        String one = open("L84617");
        Gloucestershire.stranger().get(one).then().statusCode(404);
        Gloucestershire.stranger()
                .get("/integration-cases/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        Gloucestershire.post(Gloucestershire.stranger(), one + "/reopenings", Map.of("reason", "Ours?"))
                .then()
                .statusCode(404);
        assertThat(Gloucestershire.stranger()
                        .get("/integration-cases?practice=L84617")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void what_cannot_be_meant_is_refused_with_the_place() {
        String one = open("Y02519");
        Gloucestershire.post(Gloucestershire.voter("Y02519"), one + "/decisions", decline(" "))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reason"));
        Gloucestershire.post(
                        Gloucestershire.voter("Y02519"),
                        one + "/decisions",
                        Map.of("outcome", "declined", "decidedOn", "2026-05-12"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reason"));
        for (Object option : List.of(3, 0)) {
            Gloucestershire.post(
                            Gloucestershire.voter("Y02519"),
                            one + "/decisions",
                            Map.of("outcome", "joined", "option", option, "reason", "So", "decidedOn", "2026-05-12"))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/option"));
        }
        Gloucestershire.post(
                        Gloucestershire.voter("Y02519"),
                        one + "/decisions",
                        Map.of("outcome", "joined", "reason", "So", "decidedOn", "2026-05-12"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/option"));
        Gloucestershire.post(
                        Gloucestershire.voter("Y02519"),
                        one + "/decisions",
                        Map.of("outcome", "declined", "reason", "So", "decidedOn", "2199-05-12"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/decidedOn"));
        Gloucestershire.post(Gloucestershire.administrator(), "/integration-cases", opening("G83001"))
                .then()
                .statusCode(422)
                .body("type", endsWith("practice-of-another-ics"));
        Gloucestershire.post(
                        Gloucestershire.administrator(),
                        "/integration-cases",
                        Map.of(
                                "practice",
                                "Y02519",
                                "options",
                                List.of(Map.of(
                                        "title", "Join", "account", "It", "proposedBy", "Them", "partner", "ZZZ99"))))
                .then()
                .statusCode(422)
                .body("type", endsWith("organisation-unknown"))
                .body("errors[0].pointer", equalTo("#/options/0/partner"));
        Gloucestershire.post(Gloucestershire.voter("Y02519"), one + "/reopenings", Map.of("reason", "It is open."))
                .then()
                .statusCode(409)
                .body("type", endsWith("case-not-in-state"));
        assertThat(Registry.rows("select number from case_step where case_id = '"
                        + one.substring(one.lastIndexOf('/') + 1) + "'"))
                .isEmpty();
    }

    @Test
    void a_change_asks_for_the_version_that_was_seen() {
        // Given
        String one = open("Y05212");
        String tag = Gloucestershire.voter("Y05212").get(one).header("ETag");
        var item = Map.of("area", "cqc", "item", "Rating", "finding", "Good", "evidence", "Report of March 2026");

        // When, Then
        Gloucestershire.voter("Y05212")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(item)
                .post(one + "/due-diligence")
                .then()
                .statusCode(428);
        for (int status : List.of(201, 412)) {
            Gloucestershire.voter("Y05212")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", tag)
                    .contentType("application/json")
                    .body(item)
                    .post(one + "/due-diligence")
                    .then()
                    .statusCode(status);
        }
        Gloucestershire.voter("Y05212")
                .header("If-None-Match", tag)
                .get(one)
                .then()
                .statusCode(200);
    }

    @Test
    void where_a_decided_case_stands_can_be_read_again_from_the_beginning() {
        // Given one that was decided, reopened and objected to, and one that never was decided
        String one = open("L84003");
        String considered = open("L84004");
        Gloucestershire.post(Gloucestershire.lmc(), considered + "/statements", OBJECTION)
                .then()
                .statusCode(201);
        Gloucestershire.post(Gloucestershire.voter("L84003"), one + "/decisions", decline("Not now."))
                .then()
                .statusCode(201);
        Gloucestershire.post(
                        Gloucestershire.administrator(), one + "/reopenings", Map.of("reason", "A partner has left."))
                .then()
                .statusCode(201);
        Gloucestershire.post(Gloucestershire.lmc(), one + "/statements", OBJECTION)
                .then()
                .statusCode(201);

        // Then
        List<String> states = states(one);
        assertThat(states)
                .extracting(state -> JsonPath.from(state).getString("status"))
                .containsExactly("declined", "open", "open");
        assertThat(states)
                .extracting(state -> JsonPath.from(state).getInt("objections"))
                .containsExactly(0, 0, 1);
        assertThat(states)
                .extracting(state -> JsonPath.from(state).getLong("version"))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(states)
                .allSatisfy(state -> assertThat(
                                Contracts.complaints("folkmoot.registry.integrationcasestate.recorded.v1", state))
                        .isEmpty());
        assertThat(states(considered)).isEmpty();

        // When
        Knowledge.tellAnew("qr1").then().statusCode(202);

        // Then
        assertThat(states(one)).hasSize(4).last().isEqualTo(states.getLast());
        assertThat(states(considered)).isEmpty();
    }

    private static List<String> states(String one) {
        return Registry.rows("select payload::text from folkmoot.outbox where aggregatetype = 'integration-case-state'"
                + " and aggregateid = '" + one.substring(one.lastIndexOf('/') + 1) + "' order by seq");
    }
}
