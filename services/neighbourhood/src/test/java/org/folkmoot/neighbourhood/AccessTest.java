package org.folkmoot.neighbourhood;

import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is one ICS's is nobody else's, and nobody does what is not theirs. */
@NeighbourhoodTest
class AccessTest {

    @Test
    void another_ics_finds_nothing_where_this_one_has_something() {
        // Given
        String team = Neighbourhood.team();
        String referral = Neighbourhood.accepted(team);
        String patient = get(LEAD, "/referrals/" + referral).getString("patient");
        String handover = Neighbourhood.create(
                        NURSE,
                        "/referrals/" + referral + "/handovers",
                        Map.of("to", SOCIAL_WORKER.subject(), "words", "x"))
                .then()
                .extract()
                .path("id");
        Who elsewhere = new Who("qr1", "int-clinician", "RYX");
        Who admin = new Who("qr1", "ics-admin", "QR1");

        // When, Then
        for (String path : List.of("/teams/" + team, "/referrals/" + referral, "/patients/" + patient)) {
            LEAD.asks().get(path).then().statusCode(200);
            elsewhere.asks().get(path).then().statusCode(404).body("type", endsWith("not-found"));
        }
        elsewhere.asks().get("/patients/" + patient + "/reads").then().statusCode(404);
        put(admin, "/teams/" + team + "/disbanding").then().statusCode(404);
        put(elsewhere, "/referrals/" + referral + "/triage").then().statusCode(404);
        put(elsewhere, "/referrals/" + referral + "/closing", Map.of("outcome", "died"))
                .then()
                .statusCode(404);
        put(elsewhere, "/referrals/" + referral + "/handovers/" + handover + "/acceptance")
                .then()
                .statusCode(404);
        Neighbourhood.create(elsewhere, "/referrals/" + referral + "/handovers", Map.of("to", "x", "words", "x"))
                .then()
                .statusCode(404);
        Neighbourhood.create(elsewhere, "/teams/" + team + "/capacities", Map.of("perWeek", 1))
                .then()
                .statusCode(404);
        Neighbourhood.create(
                        new Who("qr1", "practice-voter", PRACTICE),
                        "/referrals",
                        Neighbourhood.referral(team, Map.of()))
                .then()
                .statusCode(400);
    }

    @TestFactory
    Stream<DynamicTest> nobody_does_what_is_not_theirs() {
        String team = "/teams/00000000-0000-0000-0000-000000000001";
        String referral = "/referrals/00000000-0000-0000-0000-000000000001";
        String patient = "/patients/00000000-0000-0000-0000-000000000001";
        return Stream.of(
                        List.of("int-clinician", "POST", "/teams"),
                        List.of("practice-voter", "POST", "/teams"),
                        List.of("practice-voter", "PUT", team),
                        List.of("int-clinician", "PUT", team + "/disbanding"),
                        List.of("ics-observer", "POST", team + "/members"),
                        List.of("practice-voter", "POST", team + "/capacities"),
                        List.of("ics-observer", "GET", patient),
                        List.of("ics-admin", "GET", patient),
                        List.of("ics-admin", "GET", patient + "/reads"),
                        List.of("ics-admin", "POST", "/patients/search"),
                        List.of("lmc-executive", "POST", "/patients"),
                        List.of("ics-observer", "GET", "/referrals"),
                        List.of("ics-admin", "GET", referral),
                        List.of("executive-manager", "PUT", referral + "/acceptance"),
                        List.of("group-secretary", "GET", "/referrals/counts"),
                        List.of("practice-voter", "GET", "/handovers"),
                        List.of("practice-voter", "POST", referral + "/handovers"))
                .map(each -> DynamicTest.dynamicTest(
                        String.join(" ", each),
                        () -> Neighbourhood.as("qkk", each.get(0), "QKK")
                                .contentType("application/json")
                                .header("Idempotency-Key", "one")
                                .request(each.get(1), each.get(2))
                                .then()
                                .statusCode(403)));
    }

    @Test
    void without_a_token_there_is_nothing() {
        for (String path : List.of("/teams", "/referrals?list=mine", "/referrals/counts", "/handovers")) {
            RestAssured.get(path).then().statusCode(401).body("type", endsWith("unauthenticated"));
        }
    }
}
