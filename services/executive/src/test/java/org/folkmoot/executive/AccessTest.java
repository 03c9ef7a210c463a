package org.folkmoot.executive;

import static org.hamcrest.Matchers.endsWith;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.executive.Executive.Delegation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is one ICS's is nobody else's, and nobody does what is not theirs. */
@ExecutiveTest
class AccessTest {

    @Test
    void another_ics_finds_nothing_where_this_one_has_something() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "executive");
        String meeting = Executive.draft(series);
        String decision = Executive.taken(under, Map.of());
        String action = ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 5));

        // When, Then
        for (String path : List.of(
                "/meetings/" + meeting,
                "/meetings/" + meeting + "/agendas",
                "/decisions/" + decision,
                "/actions/" + action,
                "/groups/" + under.group() + "/decisions",
                "/groups/" + under.group() + "/meetings",
                "/groups/" + under.group() + "/series",
                "/groups/" + under.group() + "/agenda-items",
                "/groups/" + under.group() + "/digest",
                "/authority/decision/" + decision,
                "/authority/power/" + under.power())) {
            Executive.manager().get(path).then().statusCode(200);
            Executive.as("qr1", "executive-manager", "QR1")
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("not-found"));
        }
        Executive.decide(Executive.as("qr1", "executive-manager", "QR1"), under, Map.of())
                .then()
                .statusCode(404);
        Executive.create(Executive.as("qr1", "executive-manager", "QR1"), "/series/" + series + "/meetings", Map.of())
                .then()
                .statusCode(404);
        for (String path : List.of(
                "/meetings/" + meeting + "/calling",
                "/decisions/" + decision + "/taking",
                "/actions/" + action + "/hand")) {
            Executive.put(Executive.as("qr1", "executive-manager", "QR1"), path)
                    .then()
                    .statusCode(404);
        }
    }

    @TestFactory
    Stream<DynamicTest> nobody_does_what_is_not_theirs() {
        String any = "/groups/00000000-0000-0000-0000-000000000001";
        return Stream.of(
                        List.of("practice-voter", "POST", any + "/decisions"),
                        List.of("ics-observer", "POST", any + "/decisions"),
                        List.of("ics-admin", "POST", any + "/decisions"),
                        List.of("practice-voter", "POST", any + "/series"),
                        List.of("lmc-executive", "POST", any + "/series"),
                        List.of("lmc-executive", "PUT", "/meetings/00000000-0000-0000-0000-000000000001/cancellation"),
                        List.of("ics-observer", "POST", any + "/agenda-items"),
                        List.of("practice-voter", "POST", "/actions"),
                        List.of("ics-observer", "GET", "/actions"),
                        List.of("ics-observer", "GET", "/digest"),
                        List.of("practice-voter", "GET", any + "/digest"),
                        List.of("int-clinician", "GET", any + "/decisions"),
                        List.of("ics-observer", "GET", "/asks"),
                        List.of("int-clinician", "GET", "/asks"),
                        List.of("case-manager", "GET", "/authority/decision/1"))
                .map(each -> DynamicTest.dynamicTest(
                        String.join(" ", each),
                        () -> Executive.as("qkk", each.get(0), "QKK")
                                .contentType("application/json")
                                .header("Idempotency-Key", "one")
                                .request(each.get(1), each.get(2))
                                .then()
                                .statusCode(403)));
    }

    @Test
    void without_a_token_there_is_nothing() {
        for (String path : List.of("/actions", "/digest", "/enquiries", "/asks", "/authority/decision/1")) {
            RestAssured.get(path).then().statusCode(401).body("type", endsWith("unauthenticated"));
        }
    }
}
