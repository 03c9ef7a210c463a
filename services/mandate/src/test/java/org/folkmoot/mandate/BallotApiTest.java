package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.folkmoot.ballot.BallotVerifier;
import org.folkmoot.ballot.Hash;
import org.folkmoot.ballot.Verdict;
import org.folkmoot.contracts.Contracts;
import org.junit.jupiter.api.Test;

/** A ballot from its motion to its file, over REST. */
@MandateTest
class BallotApiTest {

    @Test
    void a_mandate_is_voted_on_declared_given_withdrawn_and_the_standing_follows() {
        // Given
        String a = Mandate.practice(5000, "U20001");
        String b = Mandate.practice(4000, "U20001");
        String c = Mandate.practice(3000, "U20002");
        String group = Mandate.group(List.of(a, b, c));
        assertThat(Mandate.get("/groups/" + group + "/standing").getString("standing"))
                .isEqualTo("advisory");
        LocalDate today = Mandate.today();
        String motion = Mandate.motion(group, "mandate", Mandate.mandateTerms(today, today.plusMonths(12)));
        String ballot = Mandate.open(motion);

        // When
        Mandate.cast(Mandate.voter(a), ballot, a, "against")
                .then()
                .statusCode(200)
                .body("number", equalTo(1));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200).body("number", equalTo(2));
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(c), ballot, c, "against").then().statusCode(200);

        // Then: nothing of a choice is seen while it is open
        assertThat(Mandate.get("/ballots/" + ballot + "/log").getList("items.choice"))
                .containsOnlyNulls();
        assertThat(Mandate.get("/ballots/" + ballot + "/turnout").getMap("weights"))
                .isEqualTo(Map.of("practices", "3", "patients", "12000"));
        Mandate.observer().get("/ballots/" + ballot + "/file").then().statusCode(404);
        Mandate.declare(ballot).then().statusCode(409).body("type", endsWith("ballot-not-in-state"));

        // When
        Mandate.letItClose(ballot);
        Mandate.declare(ballot)
                .then()
                .statusCode(200)
                .body("state", equalTo("declared"))
                .body("outcome", equalTo("carried"));

        // Then: anyone can count it again
        String file = Mandate.observer().get("/ballots/" + ballot + "/file").asString();
        String announced = Mandate.rows("select payload ->> 'electorateHash' from folkmoot.outbox where aggregateid = '"
                        + ballot + "' and type = 'folkmoot.mandate.ballot.opened.v1'")
                .getFirst();
        assertThat(new BallotVerifier(List.of(), Hash.parse(announced))
                        .verify(file.getBytes(StandardCharsets.UTF_8), List.of()))
                .isInstanceOf(Verdict.Follows.class);
        assertThat(announced)
                .isEqualTo(sha256(Mandate.observer()
                        .get("/ballots/" + ballot + "/electorate/frozen")
                        .asString()));
        assertThat(Mandate.get("/ballots/" + ballot + "/log").getList("items.choice"))
                .isEqualTo(List.of(List.of("against"), List.of("for"), List.of("for"), List.of("against")));
        assertThat(Mandate.get("/motions/" + motion).getString("state")).isEqualTo("carried");

        // Then: who took part is told, and not how
        JsonPath told = JsonPath.from(Mandate.rows("select payload::text from folkmoot.outbox where aggregateid = '"
                        + ballot + "' and type = 'folkmoot.mandate.ballot.declared.v1'")
                .getFirst());
        assertThat(told.getList("practices.code")).containsExactlyInAnyOrder(a, b, c);
        assertThat(told.getList("practices.voted")).containsOnly(true);

        // Then: it is a mandate, and each practice has its position
        JsonPath mandate = Mandate.get("/groups/" + group + "/mandates");
        String id = mandate.getString("items[0].id");
        assertThat(mandate.getString("items[0].state")).isEqualTo("in-force");
        assertThat(Mandate.get("/mandates/" + id + "/positions").getList("items.position"))
                .containsExactly("given", "given", "withheld");
        JsonPath standing = Mandate.get("/groups/" + group + "/standing");
        assertThat(standing.getString("standing")).isEqualTo("mandated");
        assertThat(standing.getString("support.practicesShare")).isEqualTo("2/3");
        assertThat(standing.getString("support.patientsShare")).isEqualTo("3/4");
        assertThat(standing.getInt("support.pcns")).isEqualTo(1);

        // When: one withdraws, and the rest would not have carried it
        Mandate.withdraw(id, c, c).then().statusCode(409).body("type", endsWith("mandate-not-given"));
        Mandate.withdraw(id, c, b).then().statusCode(403);
        Mandate.withdraw(id, b, b)
                .then()
                .statusCode(200)
                .body("state", equalTo("fallen"))
                .body("withdrawn", equalTo(1));

        // Then
        assertThat(Mandate.get("/groups/" + group + "/standing").getString("standing"))
                .isEqualTo("advisory");
        Mandate.withdraw(id, a, a).then().statusCode(409).body("type", endsWith("mandate-not-in-force"));
        assertThat(Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + id + "' order by seq"))
                .containsExactly(
                        "folkmoot.mandate.mandate.granted.v1",
                        "folkmoot.mandate.mandate.withdrawn.v1",
                        "folkmoot.mandate.mandate.lapsed.v1");
        everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_tabled_motion_that_is_withdrawn_is_announced_with_its_reason_and_a_draft_is_not() {
        // Given
        String a = Mandate.practice(5000, "U20003");
        String group = Mandate.group(List.of(a));
        String tabled = Mandate.motion(group, "ordinary", Map.of());
        String draft = Mandate.create(
                        Mandate.secretary(),
                        "/groups/" + group + "/motions",
                        Map.of(
                                "question",
                                "ordinary",
                                "title",
                                "A draft",
                                "words",
                                "So be it.",
                                "alternatives",
                                List.of()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        for (String motion : List.of(tabled, draft)) {
            Mandate.secretary()
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(Map.of("reason", "The committee was dissolved"))
                    .put("/motions/" + motion + "/withdrawal")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("withdrawn"));
        }

        // Then
        assertThat(Mandate.rows("select payload ->> 'group' || ' ' || (payload ->> 'reason') from folkmoot.outbox"
                        + " where type = 'folkmoot.mandate.motion.withdrawn.v1' and aggregateid = '" + tabled + "'"))
                .containsExactly(group + " The committee was dissolved");
        assertThat(Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + draft + "'"))
                .isEmpty();
        everyAnnouncementKeepsItsContract();
    }

    @Test
    void who_voted_is_seen_in_a_secret_ballot_and_how_never() {
        // Given
        String a = Mandate.practice(5000, "U20004");
        String b = Mandate.practice(4000, "U20004");
        String c = Mandate.practice(3000, "U20004");
        String ballot = Mandate.open(Mandate.motion(Mandate.group(List.of(a, b, c)), "ordinary", Map.of()));

        // When
        String seal = Mandate.cast(Mandate.voter(a), ballot, a, "for")
                .then()
                .statusCode(200)
                .body("seal", notNullValue())
                .extract()
                .path("seal");
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(c), ballot, c, "against").then().statusCode(200);

        // Then
        Mandate.voter(a)
                .get("/ballots/" + ballot + "/votes/" + a)
                .then()
                .statusCode(200)
                .body("seal", equalTo(seal))
                .body("choice", nullValue());
        assertThat(Mandate.rows(
                        "select payload from folkmoot.ledger_entry where stream like 'ballot/" + ballot + "/%'"))
                .allSatisfy(
                        payload -> assertThat(payload).contains("commitment").doesNotContain("choice"));

        // When
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));

        // Then
        JsonPath file = Mandate.get("/ballots/" + ballot + "/file");
        assertThat(file.getList("votes.voter")).containsExactlyInAnyOrder(a, b, c);
        assertThat(file.getList("votes.choice")).containsOnlyNulls();
        assertThat(file.getList("openings.choice")).containsExactlyInAnyOrder("for", "for", "against");
        assertThat(file.getList("openings.voter")).containsOnlyNulls();
        assertThat(Mandate.rows("select count(*) from vote where sealed is not null and ballot_id = '" + ballot + "'"))
                .as("what was sealed is destroyed")
                .containsExactly("0");
        assertThat(Mandate.rows("select payload::text from folkmoot.outbox where aggregateid = '" + ballot + "'"))
                .allSatisfy(payload -> assertThat(payload).doesNotContain(a).doesNotContain(seal));
    }

    @Test
    void a_practice_that_closed_before_it_voted_has_lapsed_and_the_result_says_what_it_could_have_changed() {
        // Given
        String a = Mandate.practice(5000, "U20008");
        String b = Mandate.practice(4000, "U20008");
        String c = Mandate.practice(9000, "U20008");
        String ballot = Mandate.open(Mandate.motion(
                Mandate.group(List.of(a, b, c)),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);

        // When: one that has voted closes, and one that has not
        Mandate.practice(b, "closed", 4000, "U20008");
        Mandate.practice(c, "closed", 9000, "U20008");

        Mandate.observer()
                .get("/ballots/" + ballot + "/electorate")
                .then()
                .body("items.find { it.voter == '" + c + "' }.lapsed", equalTo(true))
                .body("items.find { it.voter == '" + b + "' }.lapsed", equalTo(false));
        Mandate.cast(Mandate.voter(c), ballot, c, "for").then().statusCode(409).body("type", endsWith("voter-lapsed"));
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);
        Mandate.letItClose(ballot);

        // Then: 9000 of 18000 patients is not more than half, and the lapsed vote would have made it so
        Mandate.declare(ballot)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("lost"))
                .body("lapsed.voters", equalTo(List.of(c)))
                .body("lapsed.outcomeIfFor", equalTo("carried"))
                .body("lapsed.outcomeIfAgainst", equalTo("lost"))
                .body("lapsed.decisive", equalTo(true));
    }

    @Test
    void when_practices_merge_while_a_ballot_is_open_votes_stand_and_their_successor_has_none() {
        // Given: one of the two has voted
        String a = Mandate.practice(5000, "U20018");
        String b = Mandate.practice(4000, "U20018");
        String other = Mandate.practice(3000, "U20018");
        String group = Mandate.group(List.of(a, b, other));
        String ballot = Mandate.openMandate(group);
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);

        // When
        Mandate.practice(a, "closed", 5000, "U20018");
        Mandate.practice(b, "closed", 4000, "U20018");
        String successor = Mandate.practice(9000, "U20018");
        Mandate.sql("update leadership_group set footprint = jsonb_set(footprint, '{codes}', '[\"%s\", \"%s\"]')"
                        .formatted(other, successor)
                + " where id = '" + group + "'");

        // Then
        Mandate.cast(Mandate.voter(successor), ballot, successor, "for")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-an-elector"));
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(409).body("type", endsWith("voter-lapsed"));
        Mandate.cast(Mandate.voter(other), ballot, other, "for").then().statusCode(200);
        Mandate.letItClose(ballot);
        Mandate.declare(ballot)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("carried"))
                .body("lapsed.voters", equalTo(List.of(b)))
                .body("lapsed.decisive", equalTo(false));
        assertThat(Mandate.get("/ballots/" + ballot + "/result")
                        .getString("classes.find { it.name == 'patients' }.for"))
                .isEqualTo("8000");
    }

    @Test
    void what_the_registry_says_later_moves_nothing_that_was_frozen() {
        // Given: networks vote, and practices by their patients
        String a = Mandate.practice(5000, "U20013");
        String b = Mandate.practice(4000, "U20014");
        var charter = new HashMap<>(Mandate.charter());
        charter.put(
                "questions",
                List.of(Mandate.question(
                        "ordinary",
                        Mandate.rule(
                                "open-after",
                                List.of(
                                        Mandate.classRule("networks", "one-per-pcn", "1/2", true, "electorate"),
                                        Mandate.classRule(
                                                "patients", "registered-list", "1/2", true, "electorate"))))));
        String group = Mandate.group(List.of(a, b), charter);
        String ballot = Mandate.open(Mandate.motion(group, "ordinary", Map.of()));
        String frozen = Mandate.observer()
                .get("/ballots/" + ballot + "/electorate/frozen")
                .asString();

        // When: one practice moves to the other's network and grows, the other closes after the ballot has
        Mandate.sql("update practice set pcn = 'U20014', list_size = 9999 where code = '" + a + "'");
        for (String network : List.of("U20013", "U20014")) {
            Mandate.cast(Mandate.as("qkk", List.of("pcn-clinical-director"), network), ballot, network, "for")
                    .then()
                    .statusCode(200);
        }
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
        Mandate.letItClose(ballot);
        Mandate.sql("update practice set status = 'closed', closed_on = current_date where code = '" + b + "'");

        // Then
        assertThat(Mandate.observer()
                        .get("/ballots/" + ballot + "/electorate/frozen")
                        .asString())
                .isEqualTo(frozen);
        Mandate.declare(ballot)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("carried"))
                .body("lapsed", nullValue());
        Mandate.observer()
                .get("/ballots/" + ballot + "/result")
                .then()
                .statusCode(200)
                .body("voted", equalTo(3))
                .body("classes.find { it.name == 'patients' }.for", equalTo("5000"))
                .body("classes.find { it.name == 'patients' }.base", equalTo("9000"))
                .body("classes.find { it.name == 'networks' }.for", equalTo("2"));
    }

    @Test
    void one_of_several_options_is_chosen_and_what_a_lapsed_vote_could_have_changed_is_said_too() {
        // Given
        String a = Mandate.practice(5000, "U20015");
        String b = Mandate.practice(4000, "U20015");
        String motion = Mandate.motion(
                Mandate.group(List.of(a, b)),
                "operating-model",
                Map.of("alternatives", List.of(Map.of("title", "Stay", "account", "Nothing changes"))));
        Instant now = Instant.now();
        String ballot = Mandate.create(
                        Mandate.secretary().header("If-Match", "*"),
                        "/motions/" + motion + "/ballots",
                        Map.of(
                                "opensAt",
                                now.toString(),
                                "closesAt",
                                now.plus(Duration.ofDays(1)).toString(),
                                "options",
                                List.of("Federation", "Superpartnership")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Mandate.await(() -> Mandate.state(ballot).equals("open"));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(422);
        Mandate.cast(Mandate.voter(a), ballot, a, "Federation").then().statusCode(200);
        Mandate.observer().get("/ballots/" + ballot + "/result").then().statusCode(404);

        // When
        Mandate.practice(b, "moved", 4000, "U20015");
        Mandate.letItClose(ballot);

        // Then
        Mandate.declare(ballot)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("carried"))
                .body("lapsed.voters", equalTo(List.of(b)))
                .body("lapsed.outcomeIfFor", nullValue())
                .body("lapsed.decisive", equalTo(true));
        Mandate.observer().get("/ballots/" + ballot + "/result").then().body("chosen", equalTo("Federation"));
    }

    @Test
    void seats_are_filled_by_a_ranked_ballot_and_who_was_elected_takes_the_seat() {
        // Given
        String a = Mandate.practice(5000, "U20009");
        String b = Mandate.practice(4000, "U20009");
        String c = Mandate.practice(3000, "U20009");
        String group = Mandate.group(List.of(a, b, c));
        var contest = Map.of(
                "seats", List.of("north"),
                "candidates",
                        List.of(
                                Map.of("name", "Dr Ann", "subject", "ann"),
                                Map.of("name", "Dr Bob", "subject", "bob")));
        String ballot = Mandate.open(Mandate.motion(group, "seat", Map.of("contest", contest)));

        // When
        Mandate.cast(Mandate.voter(a), ballot, a, "Dr Bob", "Dr Ann").then().statusCode(200);
        Mandate.cast(Mandate.voter(b), ballot, b, "Dr Bob").then().statusCode(200);
        Mandate.cast(Mandate.voter(c), ballot, c, "Dr Ann").then().statusCode(200);
        Mandate.cast(Mandate.voter(c), ballot, c, "Dr Nobody").then().statusCode(422);
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));

        // Then
        LocalDate today = Mandate.today();
        for (var taken : List.of(Map.entry("ann", 409), Map.entry("bob", 201))) {
            Mandate.create(
                            Mandate.secretary().header("If-Match", "*"),
                            "/groups/" + group + "/seats/north/terms",
                            Map.of(
                                    "holder",
                                    taken.getKey(),
                                    "holderName",
                                    "Dr",
                                    "cameBy",
                                    "elected",
                                    "ballot",
                                    ballot,
                                    "from",
                                    today.toString(),
                                    "until",
                                    today.plusMonths(12).toString()))
                    .then()
                    .statusCode(taken.getValue());
        }
    }

    @Test
    void a_ballot_is_annulled_before_it_is_declared_by_whom_the_constitution_names_and_then_held_again() {
        // Given
        String a = Mandate.practice(5000, "U20010");
        String motion = Mandate.motion(
                Mandate.group(List.of(a)),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1)));
        String ballot = Mandate.open(motion);

        // When, Then
        annul(Mandate.secretary(), ballot).then().statusCode(403);
        annul(Mandate.lmc(), ballot).then().statusCode(200).body("state", equalTo("annulled"));
        Mandate.cast(Mandate.voter(a), ballot, a, "for")
                .then()
                .statusCode(409)
                .body("type", endsWith("ballot-not-in-state"));
        annul(Mandate.lmc(), ballot).then().statusCode(409);
        String again = Mandate.open(motion);
        Mandate.cast(Mandate.voter(a), again, a, "for").then().statusCode(200);
        Mandate.letItClose(again);
        Mandate.declare(again).then().statusCode(200);
        annul(Mandate.lmc(), again).then().statusCode(409);
    }

    @Test
    void an_outcome_that_nobody_declares_is_declared_a_day_after_closing_and_what_follows_from_it_follows() {
        // Given
        String a = Mandate.practice(5000, "U20030");
        String group = Mandate.group(List.of(a));
        String ballot = Mandate.openMandate(group);
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);

        // When: it has been closed for less than a day, and the watch has seen it
        closedFor(ballot, "23 hours");
        Mandate.await(() -> Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + ballot + "'")
                .contains("folkmoot.mandate.ballot.closed.v1"));

        // Then
        assertThat(Mandate.state(ballot)).isEqualTo("closed");

        // When
        closedFor(ballot, "24 hours");

        // Then
        Mandate.await(() -> Mandate.state(ballot).equals("declared"));
        assertThat(Mandate.get("/ballots/" + ballot + "/result").getString("outcome"))
                .isEqualTo("carried");
        assertThat(Mandate.get("/groups/" + group + "/mandates").getString("items[0].ballot"))
                .isEqualTo(ballot);
        assertThat(Mandate.rows("select actor from folkmoot.ledger_entry where stream = 'audit/ballot/" + ballot
                        + "' and kind = 'ballot.declared'"))
                .containsExactly("mandate");
    }

    private static void closedFor(String ballot, String time) {
        Mandate.asOwnerOfEverything("update ballot set opens_at = clock_timestamp() - interval '3 days',"
                + " opened_at = clock_timestamp() - interval '2 days', closes_at = clock_timestamp() - interval '"
                + time
                + "' where id = '" + ballot + "'");
    }

    @Test
    void it_opens_and_closes_by_its_hours_with_nobody_doing_anything() {
        // Given
        String a = Mandate.practice(5000, "U20011");
        String motion = Mandate.motion(Mandate.group(List.of(a)), "ordinary", Map.of());
        Instant now = Instant.now();
        String ballot = Mandate.schedule(motion, now, now.plus(Duration.ofSeconds(6)));

        // When
        Mandate.await(() -> Mandate.state(ballot).equals("open"));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
        Mandate.await(() -> Mandate.state(ballot).equals("closed"));

        // Then
        Mandate.cast(Mandate.voter(a), ballot, a, "against")
                .then()
                .statusCode(409)
                .body("type", endsWith("ballot-not-in-state"));
        Mandate.await(() -> Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + ballot + "'")
                .contains("folkmoot.mandate.ballot.closed.v1"));
        JsonPath checkpoints = Mandate.get("/ballots/" + ballot + "/checkpoints");
        assertThat(checkpoints.getList("items", String.class).getLast()).contains("\"last\":true");
        assertThat(Mandate.get("/signing-keys").getList("items")).hasSize(1);
        everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_practice_without_a_known_list_holds_the_opening_up_and_is_named() {
        // Given
        String a = Mandate.practice(5000, "U20012");
        String motion = Mandate.motion(
                Mandate.group(List.of(a)),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1)));
        Mandate.sql("update practice set list_size = null where code = '" + a + "'");
        String ballot = Mandate.schedule(
                motion, Instant.now().plus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(2)));

        // When, Then
        Mandate.opening(ballot)
                .then()
                .statusCode(409)
                .body("type", endsWith("weight-unknown"))
                .body("detail", equalTo("No list is known of: " + a + "."));
        for (JsonPath seen : List.of(
                Mandate.get("/ballots/" + ballot),
                Mandate.get("/groups/" + Mandate.get("/ballots/" + ballot).getString("group") + "/ballots"))) {
            assertThat(seen.getString(seen.get("items") == null ? "hindrance" : "items[0].hindrance"))
                    .as("so that who waits for it knows")
                    .isEqualTo("No list is known of: " + a + ".");
        }
        Mandate.sql("update practice set list_size = 7 where code = '" + a + "'");
        Mandate.opening(ballot)
                .then()
                .statusCode(200)
                .body("electors", equalTo(1))
                .body("hindrance", nullValue());
        Mandate.sql("update practice set list_size = 8000 where code = '" + a + "'");
        Mandate.observer()
                .get("/ballots/" + ballot + "/electorate")
                .then()
                .body("items", hasSize(1))
                .body("items[0].weights.patients", equalTo("7"));
    }

    private static Response annul(RequestSpecification person, String ballot) {
        return person.header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "The wrong words were put to the vote"))
                .put("/ballots/" + ballot + "/annulment");
    }

    private static void everyAnnouncementKeepsItsContract() {
        List<String> types = Mandate.rows("select distinct type from folkmoot.outbox");
        for (String type : types) {
            for (String payload :
                    Mandate.rows("select payload::text from folkmoot.outbox where type = '" + type + "'")) {
                assertThat(Contracts.complaints(type, payload)).as(type).isEmpty();
            }
        }
    }

    static String sha256(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
