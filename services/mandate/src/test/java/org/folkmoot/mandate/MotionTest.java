package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.ballot.BallotVerifier;
import org.folkmoot.ballot.Hash;
import org.folkmoot.ballot.Verdict;
import org.junit.jupiter.api.Test;

/** What becomes of a motion: it is amended, tabled or not, adopted or not. */
@MandateTest
class MotionTest {

    @Test
    void an_amendment_is_proposed_and_accepted_or_refused_and_what_the_motion_said_stays_to_be_read() {
        // Given
        String practice = Mandate.practice(1000, "U70001");
        String group = Mandate.group(List.of(practice));
        String motion = Mandate.motion(group, "ordinary", Map.of());

        // When
        amend(Mandate.voter(practice), motion, "That it be so from May.").then().statusCode(201);
        amend(Mandate.voter(practice), motion, "That it be otherwise.")
                .then()
                .statusCode(201)
                .body("words", equalTo("That it be so."))
                .body("amendments.state", equalTo(List.of("proposed", "proposed")));
        settle(Mandate.voter(practice), motion, 1, "acceptance").then().statusCode(403);
        settle(Mandate.secretary(), motion, 1, "acceptance").then().statusCode(200);
        settle(Mandate.secretary(), motion, 2, "refusal").then().statusCode(200);

        // Then
        Mandate.observer()
                .get("/motions/" + motion)
                .then()
                .body("words", equalTo("That it be so from May."))
                .body("amendments.state", equalTo(List.of("accepted", "refused")))
                .body("amendments[0].wordsBefore", equalTo("That it be so."))
                .body("amendments[1].wordsBefore", nullValue());
        settle(Mandate.secretary(), motion, 2, "acceptance")
                .then()
                .statusCode(409)
                .body("type", endsWith("amendment-not-proposed"));
        settle(Mandate.secretary(), motion, 3, "acceptance").then().statusCode(404);
    }

    @Test
    void a_motion_is_amended_while_it_is_tabled_and_not_as_a_draft_or_when_it_is_put_to_a_ballot() {
        // Given
        String practice = Mandate.practice(1000, "U70002");
        String group = Mandate.group(List.of(practice));
        String draft = draft(group, "ordinary");
        String tabled = Mandate.motion(group, "ordinary", Map.of());
        amend(Mandate.secretary(), tabled, "That it be otherwise.").then().statusCode(201);

        // When
        Mandate.open(tabled);

        // Then
        for (String motion : List.of(draft, tabled)) {
            amend(Mandate.secretary(), motion, "That it be so from May.")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("motion-not-in-state"));
        }
        settle(Mandate.secretary(), tabled, 1, "acceptance")
                .then()
                .statusCode(409)
                .body("type", endsWith("amendment-not-proposed"));
        assertThat(Mandate.get("/motions/" + tabled).getString("words")).isEqualTo("That it be so.");
    }

    @Test
    void a_change_of_operating_model_that_shows_no_alternatives_is_not_tabled() {
        // Given
        String draft = draft(Mandate.group(List.of(Mandate.practice(1000, "U70003"))), "operating-model");

        // When, Then
        Mandate.secretary()
                .header("If-Match", "*")
                .put("/motions/" + draft + "/tabling")
                .then()
                .statusCode(422)
                .body("type", endsWith("alternatives-missing"));
        assertThat(Mandate.lmc().get("/motions/" + draft).jsonPath().getString("state"))
                .isEqualTo("draft");
    }

    @Test
    void the_seats_but_an_observers_adopt_a_purpose_and_one_that_is_lost_is_no_version_of_it() {
        // Given: a chair, and an observer
        String group = Mandate.group(List.of(Mandate.practice(1000, "U70004")));
        Mandate.seat(group, "chair", SpeakingTest.subject("lmc-executive", "QKK"));
        Mandate.seat(group, "watcher", SpeakingTest.subject("practice-voter", "Y70004"));

        // When
        String carried = decided(group, "for", "carried");

        // Then
        JsonPath adopted = Mandate.get("/groups/" + group + "/purposes");
        assertThat(adopted.getList("items.number")).isEqualTo(List.of(1));
        assertThat(adopted.getString("items[0].words")).isEqualTo("That it be so.");
        assertThat(adopted.getString("items[0].ballot")).isEqualTo(carried);

        // When
        decided(group, "against", "lost");

        // Then
        assertThat(Mandate.get("/groups/" + group + "/purposes").getList("items.ballot"))
                .isEqualTo(List.of(carried));
    }

    /** A ballot on the purpose, in which the chair alone can vote. */
    private static String decided(String group, String choice, String outcome) {
        String ballot = Mandate.open(Mandate.motion(group, "purpose", Map.of()));
        assertThat(Mandate.get("/ballots/" + ballot + "/electorate").getList("items.voter"))
                .isEqualTo(List.of("chair"));
        Mandate.cast(Mandate.voter("Y70004"), ballot, "watcher", "against")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-an-elector"));
        Mandate.cast(Mandate.lmc(), ballot, "chair", choice).then().statusCode(200);
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo(outcome));
        return ballot;
    }

    @Test
    void a_tie_is_decided_by_a_lot_whose_seed_was_announced_as_a_hash_and_is_published_afterwards() {
        // Given
        String a = Mandate.practice(1000, "U70005");
        String b = Mandate.practice(1000, "U70005");
        var charter = new HashMap<>(Mandate.charter());
        charter.put(
                "questions",
                List.of(Mandate.question(
                        "ordinary",
                        Mandate.rule(
                                "open-after",
                                List.of(Mandate.classRule(
                                        "practices", "one-per-practice", "1/2", true, "for-and-against")),
                                "lot"))));
        String ballot = Mandate.open(Mandate.motion(Mandate.group(List.of(a, b), charter), "ordinary", Map.of()));
        String announced = Mandate.rows("select payload ->> 'seedHash' from folkmoot.outbox where aggregateid = '"
                        + ballot + "' and type = 'folkmoot.mandate.ballot.opened.v1'")
                .getFirst();
        assertThat(announced)
                .startsWith("sha256:")
                .isEqualTo(Mandate.get("/ballots/" + ballot).getString("seedHash"));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(b), ballot, b, "against").then().statusCode(200);

        // When
        Mandate.letItClose(ballot);
        String outcome =
                Mandate.declare(ballot).then().statusCode(200).extract().path("outcome");

        // Then
        String file = Mandate.observer().get("/ballots/" + ballot + "/file").asString();
        String seed = JsonPath.from(file).getString("seed");
        assertThat(BallotApiTest.sha256(seed)).isEqualTo(announced);
        assertThat(outcome).isEqualTo(JsonPath.from(file).getString("declaration.outcome"));
        Hash electorate = Hash.parse(Mandate.get("/ballots/" + ballot).getString("electorateHash"));
        assertThat(new BallotVerifier(List.of(), electorate).verify(file.getBytes(StandardCharsets.UTF_8), List.of()))
                .isInstanceOf(Verdict.Follows.class);
    }

    private static String draft(String group, String question) {
        return Mandate.create(
                        Mandate.secretary(),
                        "/groups/" + group + "/motions",
                        Map.of(
                                "question",
                                question,
                                "title",
                                "A motion on " + question,
                                "words",
                                "That it be so.",
                                "alternatives",
                                List.of()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response amend(RequestSpecification person, String motion, String words) {
        return Mandate.create(
                person.header("If-Match", "*"),
                "/motions/" + motion + "/amendments",
                Map.of("words", words, "reason", "It is clearer"));
    }

    private static Response settle(RequestSpecification person, String motion, int number, String how) {
        return person.header("If-Match", "*").put("/motions/" + motion + "/amendments/" + number + "/" + how);
    }
}
