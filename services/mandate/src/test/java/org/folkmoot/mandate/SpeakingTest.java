package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who votes for whom: in the name of a practice, by proxy, with the casting vote, or not at all. */
@MandateTest
class SpeakingTest {

    @Test
    void a_voter_votes_only_for_the_practices_in_their_token_and_a_secretary_for_nobody() {
        // Given
        String mine = Mandate.practice(5000, "U20003");
        String other = Mandate.practice(4000, "U20003");
        String stranger = Mandate.practice(1, "U20003");
        String ballot = Mandate.open(Mandate.motion(
                Mandate.group(List.of(mine, other)),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))));

        // When, Then
        Mandate.cast(Mandate.voter(mine), ballot, mine, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(mine), ballot, other, "for").then().statusCode(403);
        Mandate.cast(Mandate.voter(stranger), ballot, stranger, "for")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-an-elector"));
        Mandate.cast(Mandate.as("qkk", List.of("group-secretary"), mine), ballot, mine, "for")
                .then()
                .statusCode(403);
        Mandate.cast(Mandate.as("qkk", List.of("pcn-clinical-director"), mine), ballot, mine, "for")
                .then()
                .statusCode(403);
        Mandate.cast(Mandate.as("qr1", List.of("practice-voter"), mine), ballot, mine, "for")
                .then()
                .statusCode(404);
        Mandate.cast(Mandate.voter(mine), ballot, mine, "perhaps")
                .then()
                .statusCode(422)
                .body("type", endsWith("choice-unknown"));
        assertThat(Mandate.rows("select count(*) from vote where ballot_id = '" + ballot + "'"))
                .containsExactly("1");
    }

    @Test
    void an_interest_keeps_a_voter_out_of_the_base_visibly_and_before_any_vote() {
        // Given
        String a = Mandate.practice(5000, "U20005");
        String b = Mandate.practice(4000, "U20005");
        String ballot = Mandate.open(Mandate.motion(
                Mandate.group(List.of(a, b)),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);

        // When, Then
        recuse(ballot, a, a).then().statusCode(409).body("type", endsWith("already-voted"));
        recuse(ballot, a, b).then().statusCode(403);
        recuse(ballot, b, b).then().statusCode(200).body("recused", equalTo(true));
        Mandate.cast(Mandate.voter(b), ballot, b, "for")
                .then()
                .statusCode(409)
                .body("type", endsWith("elector-recused"));
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
        Mandate.observer()
                .get("/ballots/" + ballot + "/file")
                .then()
                .body("declaration.classes.find { it.name == 'patients' }.base", equalTo("5000"));
    }

    @Test
    void a_proxy_votes_until_the_giver_votes_itself_and_is_revoked_until_it_is_used() {
        // Given
        String giver = Mandate.practice(5000, "U20006");
        String holder = Mandate.practice(4000, "U20006");
        String group = Mandate.group(List.of(giver, holder));
        String ballot = Mandate.open(Mandate.motion(
                group,
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))));
        castVia(holder, ballot, giver, "for").then().statusCode(409).body("type", endsWith("no-proxy"));

        // When
        String revoked = give(group, ballot, giver, holder);
        revoke(giver, revoked).then().statusCode(200);
        castVia(holder, ballot, giver, "for").then().statusCode(409).body("type", endsWith("no-proxy"));
        String used = give(group, ballot, giver, holder);
        castVia(holder, ballot, giver, "for").then().statusCode(200).body("via", equalTo(holder));

        // Then
        revoke(giver, used).then().statusCode(409).body("type", endsWith("proxy-used"));
        revoke(holder, used).then().statusCode(403);
        Mandate.cast(Mandate.voter(giver), ballot, giver, "against").then().statusCode(200);
        castVia(holder, ballot, giver, "for").then().statusCode(409).body("type", endsWith("already-voted"));
        Mandate.create(
                        Mandate.voter(holder),
                        "/groups/" + group + "/proxies",
                        Map.of("giver", giver, "receiver", holder, "from", "2026-01-01", "until", "2027-01-01"))
                .then()
                .statusCode(403);
    }

    @Test
    void the_chairs_casting_vote_decides_a_tie_and_only_the_chair_gives_it() {
        // Given
        String a = Mandate.practice(5000, "U20007");
        String b = Mandate.practice(4000, "U20007");
        String group = Mandate.group(List.of(a, b));
        Mandate.seat(group, "chair", subject("lmc-executive", "QKK"));
        String ballot = Mandate.open(Mandate.motion(
                group,
                "operating-model",
                Map.of("alternatives", List.of(Map.of("title", "Stay", "account", "Nothing changes")))));
        Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(b), ballot, b, "against").then().statusCode(200);

        // When, Then
        castingVote(Mandate.voter(a), ballot, "for").then().statusCode(403);
        castingVote(Mandate.lmc(), ballot, "abstain").then().statusCode(422);
        castingVote(Mandate.lmc(), ballot, "for").then().statusCode(200);
        assertThat(Mandate.get("/ballots/" + ballot + "/log").getList("items.choice"))
                .as("an open ballot that is seen as the votes come in")
                .isEqualTo(List.of(List.of("for"), List.of("against"), List.of("for")));
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
    }

    @Test
    void a_chair_who_gave_the_casting_vote_declares_no_interest_afterwards() {
        // Given: a chair who is an elector, too
        String a = Mandate.practice(5000, "U20016");
        var charter = new HashMap<>(Mandate.charter());
        charter.put(
                "questions",
                List.of(Mandate.question(
                        "ordinary",
                        Mandate.rule(
                                "open-during",
                                List.of(Mandate.classRule("seats", "seats", "1/2", true, "for-and-against")),
                                "chair"))));
        String group = Mandate.group(List.of(a), charter);
        Mandate.seat(group, "chair", subject("lmc-executive", "QKK"));
        Mandate.seat(group, "north", "somebody");
        String ballot = Mandate.open(Mandate.motion(group, "ordinary", Map.of()));
        assertThat(castingVotes(ballot)).containsExactly(false);
        castingVote(Mandate.lmc(), ballot, "for").then().statusCode(200);

        // When, Then
        Mandate.lmc()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "We own the building"))
                .put("/ballots/" + ballot + "/recusals/chair")
                .then()
                .statusCode(409)
                .body("type", endsWith("already-voted"));
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("lost"));
    }

    @Test
    void the_chair_is_told_of_the_casting_vote_that_was_theirs_when_the_ballot_opened() {
        // Given: a chair whose seat does not vote
        String a = Mandate.practice(5000, "U20017");
        String group = Mandate.group(List.of(a));
        Mandate.seat(group, "chair", subject("lmc-executive", "QKK"));
        String ballot = Mandate.open(Mandate.motion(
                group,
                "operating-model",
                Map.of("alternatives", List.of(Map.of("title", "Stay", "account", "Nothing changes")))));

        // When: somebody else takes the chair
        Mandate.asOwnerOfEverything("update seat_term set holder = 'somebody' where group_id = '" + group + "'");

        // Then
        assertThat(castingVotes(ballot)).containsExactly(false);
        castingVote(Mandate.lmc(), ballot, "for").then().statusCode(200);
        assertThat(castingVotes(ballot)).containsExactly(true);
        Mandate.lmc()
                .get("/my/votes")
                .then()
                .body("items.find { it.ballot == '" + ballot + "' }.voter", equalTo("chair"))
                .body("items.find { it.ballot == '" + ballot + "' }.name", equalTo("Chair"))
                .body("items.find { it.ballot == '" + ballot + "' }.kind", equalTo("seat"));
        Mandate.voter(a)
                .get("/my/votes")
                .then()
                .body("items.findAll { it.ballot == '" + ballot + "' }.casting", equalTo(List.of(false)));
    }

    @Test
    void a_director_gives_and_revokes_proxies_of_networks_and_none_of_practices() {
        // Given: a director whose organisations include a practice, and a proxy that its voter has given
        String practice = Mandate.practice(5000, "U20021");
        String other = Mandate.practice(4000, "U20022");
        String group = Mandate.group(List.of(practice, other));
        String ballot = Mandate.openMandate(group);
        String proxy = give(group, ballot, practice, other);
        String networks = Mandate.group(List.of(practice, other), Mandate.charter());

        // When, Then
        giveProxy(director(practice, "U20021"), group, practice, other).then().statusCode(403);
        director(practice, "U20021")
                .header("If-Match", "*")
                .put("/proxies/" + proxy + "/revocation")
                .then()
                .statusCode(403);
        giveProxy(director(practice, "U20021"), networks, "U20021", "U20022")
                .then()
                .statusCode(201);
        giveProxy(Mandate.voter("U20021"), networks, "U20021", "U20022").then().statusCode(403);
        revoke(practice, proxy).then().statusCode(200);
    }

    @Test
    void votes_by_proxy_wait_for_their_holder_marked_as_such_until_the_giver_votes_or_takes_them_back() {
        // Given
        String giver = Mandate.practice(5000, "U20023");
        String second = Mandate.practice(4000, "U20023");
        String holder = Mandate.practice(3000, "U20023");
        String stranger = Mandate.practice(2000, "U20023");
        String group = Mandate.group(List.of(giver, second, holder));
        String ballot = Mandate.openMandate(group);
        assertThat(waiting(holder, ballot)).containsExactly(holder + " -");

        // When: one for the ballot, one for a term, one that has not begun, one to somebody who is no elector
        String taken = give(group, ballot, giver, holder);
        giveProxy(Mandate.voter(second), group, second, holder).then().statusCode(201);
        Mandate.create(
                        Mandate.voter(giver),
                        "/groups/" + group + "/proxies",
                        Map.of(
                                "giver",
                                giver,
                                "receiver",
                                stranger,
                                "from",
                                Mandate.today().plusDays(5).toString(),
                                "until",
                                Mandate.today().plusDays(9).toString()))
                .then()
                .statusCode(201);

        // Then
        assertThat(waiting(holder, ballot))
                .containsExactly(holder + " -", giver + " via " + holder, second + " via " + holder);
        Mandate.voter(holder)
                .get("/my/votes")
                .then()
                .body(
                        "items.find { it.ballot == '" + ballot + "' && it.voter == '" + giver + "' }.viaName",
                        equalTo("Practice " + holder));
        assertThat(waiting(stranger, ballot)).isEmpty();
        assertThat(waiting(giver, ballot)).containsExactly(giver + " -");
        Mandate.as("qkk", List.of("pcn-clinical-director"), holder)
                .get("/my/votes")
                .then()
                .body("items.findAll { it.ballot == '" + ballot + "' }", equalTo(List.of()));
        assertThat(waiting(Mandate.voter(holder, giver), ballot))
                .as("who speaks for the giver, too, needs no proxy")
                .containsExactly(giver + " -", holder + " -", second + " via " + holder);

        // When, Then: what is listed can be cast, and is gone when it no longer can be
        castVia(holder, ballot, second, "for").then().statusCode(200);
        assertThat(waiting(holder, ballot)).contains(second + " via " + holder);
        Mandate.cast(Mandate.voter(second), ballot, second, "against").then().statusCode(200);
        assertThat(waiting(holder, ballot)).containsExactly(holder + " -", giver + " via " + holder);
        revoke(giver, taken).then().statusCode(200);
        assertThat(waiting(holder, ballot)).containsExactly(holder + " -");
    }

    private static List<String> waiting(String person, String ballot) {
        return waiting(Mandate.voter(person), ballot);
    }

    /** For whom somebody may vote in that ballot, and by whose proxy. */
    private static List<String> waiting(RequestSpecification person, String ballot) {
        List<Map<String, Object>> votes = person.get("/my/votes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return votes.stream()
                .filter(vote -> ballot.equals(vote.get("ballot")))
                .map(vote -> vote.get("voter") + (vote.containsKey("via") ? " via " + vote.get("via") : " -"))
                .toList();
    }

    /** Whether the casting votes that the chair has in the ballot have been given. */
    private static List<Boolean> castingVotes(String ballot) {
        return Mandate.lmc()
                .get("/my/votes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.casting && it.ballot == '" + ballot + "' }.voted");
    }

    private static RequestSpecification director(String... organisations) {
        return Mandate.as("qkk", List.of("pcn-clinical-director"), organisations);
    }

    private static Response giveProxy(RequestSpecification person, String group, String giver, String receiver) {
        return Mandate.create(
                person,
                "/groups/" + group + "/proxies",
                Map.of(
                        "giver",
                        giver,
                        "receiver",
                        receiver,
                        "from",
                        Mandate.today().toString(),
                        "until",
                        Mandate.today().plusDays(9).toString()));
    }

    private static Response recuse(String ballot, String person, String practice) {
        return Mandate.voter(person)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "We own the building"))
                .put("/ballots/" + ballot + "/recusals/" + practice);
    }

    private static Response castVia(String holder, String ballot, String giver, String choice) {
        return Mandate.voter(holder)
                .contentType(ContentType.JSON)
                .body(Map.of("choice", List.of(choice), "via", holder))
                .put("/ballots/" + ballot + "/votes/" + giver);
    }

    private static Response castingVote(RequestSpecification person, String ballot, String choice) {
        return person.contentType(ContentType.JSON)
                .body(Map.of("choice", List.of(choice)))
                .put("/ballots/" + ballot + "/casting-votes/chair");
    }

    private static String give(String group, String ballot, String giver, String receiver) {
        return Mandate.create(
                        Mandate.voter(giver),
                        "/groups/" + group + "/proxies",
                        Map.of(
                                "giver",
                                giver,
                                "receiver",
                                receiver,
                                "ballot",
                                ballot,
                                "from",
                                Mandate.today().toString(),
                                "until",
                                Mandate.today().plusDays(9).toString()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response revoke(String person, String proxy) {
        return Mandate.voter(person).header("If-Match", "*").put("/proxies/" + proxy + "/revocation");
    }

    /** The subject of a person's token. */
    static String subject(String role, String organisation) {
        String token = org.folkmoot.test.TestRealm.of("qkk").token(role, organisation);
        int dot = token.indexOf('.');
        String body = token.substring(dot + 1, token.indexOf('.', dot + 1));
        String claims = new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8);
        return JsonPath.from(claims).getString("sub");
    }
}
