package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.folkmoot.executive.Executive.Delegation;
import org.junit.jupiter.api.Test;

/** People have their dates in their calendar programs, by an address that only they know. */
@ExecutiveTest
class CalendarTest {

    private static final String RESTING = "U77007";

    @Test
    void a_calendar_has_the_meetings_that_were_called_and_what_the_person_has_to_do() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "executive");
        String called = Executive.draft(series);
        String draft = Executive.draft(series);
        Executive.put(Executive.manager(), "/meetings/" + called + "/calling")
                .then()
                .statusCode(200);
        String decision = Executive.taken(under, Map.of());
        String mine = ActionTest.assign(
                Map.of("decision", decision), Map.of("workingDays", 5, "owner", Executive.subject("lmc-executive")));
        String theirs = ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 5));

        // When
        String calendar = fetched(made(Executive.lmc()));

        // Then
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("UID:meeting-" + called + "@folkmoot\r\n")
                .contains("UID:action-" + mine + "@folkmoot\r\n")
                .doesNotContain(draft)
                .doesNotContain(theirs);
        long before = sequence(calendar, called);
        Executive.put(Executive.lmc(), "/meetings/" + called + "/opening")
                .then()
                .statusCode(200);
        assertThat(sequence(fetched(made(Executive.lmc())), called)).isGreaterThan(before);
        assertThat(fetched(made(Executive.observer()))).contains(called).doesNotContain("action-");
    }

    @Test
    void a_meeting_that_is_cancelled_says_so_where_it_was_told_before() {
        // Given
        String series = Executive.series(Executive.group(), "executive");
        String called = Executive.draft(series);
        String draft = Executive.draft(series);
        Executive.put(Executive.manager(), "/meetings/" + called + "/calling")
                .then()
                .statusCode(200);
        String address = made(Executive.lmc());
        String before = fetched(address);
        long sequenceBefore = sequence(before, called);

        // When
        for (String meeting : List.of(called, draft)) {
            Executive.put(Executive.manager(), "/meetings/" + meeting + "/cancellation", Map.of("reason", "Ill"))
                    .then()
                    .statusCode(200);
        }

        // Then
        String calendar = fetched(address);
        assertThat(event(before, called)).contains("STATUS:CONFIRMED\r\n");
        assertThat(event(calendar, called)).contains("STATUS:CANCELLED\r\n");
        assertThat(sequence(calendar, called)).isGreaterThan(sequenceBefore);
        assertThat(calendar).doesNotContain(draft);
    }

    @Test
    void a_wrong_address_a_former_one_and_a_revoked_one_are_not_there() {
        // Given
        String first = made(Executive.secretary());
        String second = made(Executive.secretary());
        fetched(second);

        // When, Then
        for (String gone : List.of(
                first,
                second.replace("/qkk/", "/qr1/"),
                second.replace("/qkk/", "/zzz/"),
                second.replace(".ics", ""),
                "/calendars/qkk/" + "A".repeat(43) + ".ics",
                "/calendars/platform/" + "A".repeat(43) + ".ics",
                "/calendars/qkk/short.ics")) {
            RestAssured.get(gone).then().statusCode(404).body("type", endsWith("not-found"));
        }
        Executive.secretary()
                .get("/my/calendar-feed")
                .then()
                .statusCode(200)
                .body("path", nullValue())
                .body("madeAt", notNullValue())
                .body("fetchedAt", notNullValue());
        Executive.secretary().delete("/my/calendar-feed").then().statusCode(204);
        RestAssured.get(second).then().statusCode(404);
        Executive.secretary().get("/my/calendar-feed").then().statusCode(404);
        Executive.secretary().delete("/my/calendar-feed").then().statusCode(204);
    }

    @Test
    void an_address_rests_when_its_owner_has_long_not_come_in_a_role_for_it_and_goes_on_when_they_do() {
        // Given: the ICS is known here; whoever has come today is not looked at again, so these have not
        Executive.lmc().get("/digest").then().statusCode(200);
        String director = "B".repeat(43);
        String clinician = "C".repeat(43);
        for (var owned : Map.of("pcn-clinical-director", director, "int-clinician", clinician)
                .entrySet()) {
            Executive.sql("""
                    insert into calendar_feed (tenant_id, subject, token_hash, made_at, renewed_at)
                    values ('qkk', '%s', encode(sha256('%s'), 'hex'), clock_timestamp() - interval '60 days',
                        clock_timestamp() - interval '13 days')
                    """.formatted(Executive.subject(owned.getKey(), RESTING), owned.getValue()));
            fetched("/calendars/qkk/" + owned.getValue() + ".ics");
        }
        Executive.sql("update calendar_feed set renewed_at = clock_timestamp() - interval '15 days'"
                + " where made_at < clock_timestamp() - interval '50 days'");

        // When: one has no role for it any more
        for (String secret : List.of(director, clinician)) {
            RestAssured.get("/calendars/qkk/" + secret + ".ics").then().statusCode(404);
        }
        Executive.as("qkk", "pcn-clinical-director", RESTING)
                .get("/actions?mine=true")
                .then()
                .statusCode(200);
        Executive.as("qkk", "int-clinician", RESTING)
                .get("/enquiries?mine=true")
                .then()
                .statusCode(200);

        // Then
        fetched("/calendars/qkk/" + director + ".ics");
        assertThat(Executive.as("qkk", "pcn-clinical-director", RESTING)
                        .get("/my/calendar-feed")
                        .jsonPath()
                        .getString("until"))
                .startsWith(Executive.today().plusDays(14).toString());
        RestAssured.get("/calendars/qkk/" + clinician + ".ics").then().statusCode(404);
    }

    @Test
    void the_secret_is_kept_nowhere_and_an_administrator_revokes_it_for_others() {
        // Given
        String address = made(Executive.manager());
        String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");

        // Then
        assertThat(Executive.rows(
                        "select f::text from calendar_feed f union all select l::text from folkmoot.ledger_entry l"
                                + " union all select i::text from folkmoot.idempotency i"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(secret));

        // When
        String path = "/people/" + Executive.subject("executive-manager") + "/calendar-feed";
        Executive.lmc().delete(path).then().statusCode(403);
        Executive.as("qr1", "ics-admin", "QR1").delete(path).then().statusCode(204);
        fetched(address);
        Executive.as("qkk", "ics-admin", "QKK").delete(path).then().statusCode(204);

        // Then
        RestAssured.get(address).then().statusCode(404);
        Executive.as("qkk", "int-clinician", "QKK")
                .put("/my/calendar-feed")
                .then()
                .statusCode(403);
        RestAssured.put("/my/calendar-feed").then().statusCode(401);
    }

    @Test
    void an_ics_that_is_suspended_has_no_calendars() {
        // Given
        String address = made(Executive.lmc());
        fetched(address);

        // When
        Executive.sql("update folkmoot.ics set state = 'SUSPENDED' where tenant_id = 'qkk'");
        try {
            Executive.await(() -> RestAssured.get(address).statusCode() == 404);
        } finally {
            Executive.sql("update folkmoot.ics set state = 'ACTIVE' where tenant_id = 'qkk'");
        }

        // Then
        Executive.await(() -> RestAssured.get(address).statusCode() == 200);
    }

    private static String made(RequestSpecification person) {
        return person.put("/my/calendar-feed").then().statusCode(200).extract().path("path");
    }

    private static String fetched(String address) {
        return RestAssured.get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/calendar;charset=utf-8")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();
    }

    private static String event(String calendar, String meeting) {
        String event = calendar.substring(calendar.indexOf("UID:meeting-" + meeting));
        return event.substring(0, event.indexOf("END:VEVENT"));
    }

    private static long sequence(String calendar, String meeting) {
        return Long.parseLong(event(calendar, meeting)
                .lines()
                .filter(line -> line.startsWith("SEQUENCE:"))
                .findFirst()
                .orElseThrow()
                .substring("SEQUENCE:".length()));
    }
}
