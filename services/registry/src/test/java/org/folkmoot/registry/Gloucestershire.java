package org.folkmoot.registry;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.test.TestRealm;

/** The people of one ICS, and one of another. */
final class Gloucestershire {

    static final String ICS = "qr1";

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Gloucestershire() {}

    static RequestSpecification as(String ics, String role, List<String> organisations) {
        // Every service knows an ICS before its people come.
        Registry.sql(
                "insert into folkmoot.ics (tenant_id, name, issuer, state) values ('%s', '%s', '%s', 'ACTIVE') on conflict do nothing"
                        .formatted(ics, ics, TestRealm.of(ics).issuer()));
        String token = TOKENS.computeIfAbsent(
                ics + role + organisations, key -> TestRealm.of(ics).token(List.of(role), organisations));
        return RestAssured.given().auth().oauth2(token);
    }

    static RequestSpecification administrator() {
        return as(ICS, "ics-admin", List.of("QR1"));
    }

    static RequestSpecification lmc() {
        return as(ICS, "lmc-executive", List.of("QR1"));
    }

    static RequestSpecification observer() {
        return as(ICS, "ics-observer", List.of("QR1"));
    }

    /** Who votes for a practice. */
    static RequestSpecification voter(String practice) {
        return as(ICS, "practice-voter", List.of(practice));
    }

    /** The administrator of another ICS. */
    static RequestSpecification stranger() {
        return as("qkk", "ics-admin", List.of("QKK"));
    }

    /** A create, or a change that adds something, of whichever version. */
    static Response post(RequestSpecification person, String path, Object body) {
        return person.header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** A change of whichever version. */
    static Response put(RequestSpecification person, String path, Object body) {
        return person.header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }
}
