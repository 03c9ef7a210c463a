package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Readings of confidence: who is asked, who answers, and what is shown of it when. */
@MandateTest
class ReadingTest {

    private static final LocalDate TODAY = Mandate.today();

    @Test
    void a_reading_shows_the_response_rate_at_once_shares_when_it_has_closed_and_nobodys_answer_ever() {
        // Given
        String a = Mandate.practice(1000, "U60001");
        String b = Mandate.practice(1000, "U60001");
        String c = Mandate.practice(1000, "U60001");
        String d = Mandate.practice(1000, "U60001");
        String group = Mandate.group(List.of(a, b, c, d));
        String reading = asked(group);

        // When
        answer(a, reading, a, "disagree").then().statusCode(200);
        answer(a, reading, a, "agree").then().statusCode(200);
        answer(b, reading, b, "disagree").then().statusCode(200);
        answer(b, reading, c, "agree").then().statusCode(403);
        answer(c, reading, c, "agree").then().statusCode(200);

        // Then: whoever watched shares change with each answer would know what it was
        Mandate.observer()
                .get("/readings/" + reading)
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("answered", equalTo(3))
                .body("of", equalTo(4))
                .body("responseRate", equalTo("3/4"))
                .body("shares", equalTo(Map.of()));

        // When
        letItClose(reading);

        // Then
        Response seen = Mandate.observer().get("/groups/" + group + "/readings");
        seen.then()
                .body("items[0].state", equalTo("closed"))
                .body("items[0].shares.agree", equalTo("2/3"))
                .body("items[0].shares.neither", equalTo("0"));
        assertThat(seen.asString()).doesNotContain("\"" + a + "\"", "\"" + b + "\"", "\"" + c + "\"");
        answer(d, reading, d, "agree").then().statusCode(409).body("type", endsWith("reading-not-open"));
        assertThat(Mandate.observer()
                        .accept("text/csv")
                        .get("/groups/" + group + "/readings")
                        .asString())
                .startsWith("Quarter,Statement,")
                .contains(",4,3,0,2/3,0,1/3,0");
    }

    @Test
    void so_few_answers_that_they_could_be_told_apart_are_never_shown_as_shares() {
        // Given
        String a = Mandate.practice(1000, "U60002");
        String b = Mandate.practice(1000, "U60002");
        String reading = asked(Mandate.group(List.of(a, b)));
        answer(a, reading, a, "agree").then().statusCode(200);
        answer(b, reading, b, "disagree").then().statusCode(200);

        // When
        letItClose(reading);

        // Then
        Mandate.observer()
                .get("/readings/" + reading)
                .then()
                .body("responseRate", equalTo("1"))
                .body("shares", equalTo(Map.of()));
    }

    @Test
    void asked_are_those_who_belong_to_the_group_on_that_day_whoever_joins_or_leaves_later() {
        // Given
        String stays = Mandate.practice(1000, "U60003");
        String leaves = Mandate.practice(1000, "U60003");
        String group = Mandate.group(List.of(stays, leaves));
        String reading = asked(group);

        // When
        Mandate.practice(leaves, "closed", 0, "U60003");
        String joins = Mandate.practice(1000, "U60003");
        Mandate.sql("update leadership_group set footprint = jsonb_set(footprint, '{codes}', '[\"%s\", \"%s\"]')"
                        .formatted(stays, joins)
                + " where id = '" + group + "'");

        // Then
        answer(stays, reading, stays, "agree").then().statusCode(200).body("of", equalTo(2));
        answer(joins, reading, joins, "agree").then().statusCode(409);
    }

    @Test
    void what_waits_for_a_practices_voter_is_listed_with_what_is_missing_first() {
        // Given
        String practice = Mandate.practice(1000, "U60004");
        String other = Mandate.practice(1000, "U60004");
        String given = asked(Mandate.group(List.of(practice, other)));
        String missing = asked(Mandate.group(List.of(practice)));
        answer(practice, given, practice, "neither").then().statusCode(200);

        // When, Then
        Mandate.voter(practice)
                .get("/my/readings")
                .then()
                .statusCode(200)
                .body("items.reading", equalTo(List.of(missing, given)))
                .body("items[0].answer", nullValue())
                .body("items[1].answer", equalTo("neither"))
                .body("items[1].name", equalTo("Practice " + practice));
        Mandate.lmc().get("/my/readings").then().statusCode(403);
        Mandate.as("qr1", List.of("practice-voter"), practice)
                .get("/my/readings")
                .then()
                .body("items", equalTo(List.of()));

        // When
        letItClose(missing);

        // Then
        Mandate.voter(practice).get("/my/readings").then().body("items.reading", equalTo(List.of(given)));
    }

    @Test
    void a_group_is_asked_once_a_quarter_by_its_secretary_or_the_lmc() {
        // Given
        String practice = Mandate.practice(1000, "U60005");
        String group = Mandate.group(List.of(practice));
        ask(Mandate.voter(practice), group, TODAY, TODAY).then().statusCode(403);
        ask(Mandate.as("qr1", List.of("group-secretary"), "QR1"), group, TODAY, TODAY)
                .then()
                .statusCode(404);
        for (LocalDate closes : List.of(TODAY.minusDays(1), TODAY.plusMonths(4))) {
            ask(Mandate.secretary(), group, TODAY, closes)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/closesOn"));
        }
        for (LocalDate opens : List.of(TODAY.minusDays(1), TODAY.plusMonths(13), LocalDate.MAX)) {
            ask(Mandate.secretary(), group, opens, opens)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/opensOn"));
        }

        // When, Then
        ask(Mandate.lmc(), group, TODAY, TODAY)
                .then()
                .statusCode(201)
                .body("quarter", equalTo("%d-Q%d".formatted(TODAY.getYear(), (TODAY.getMonthValue() + 2) / 3)));
        ask(Mandate.secretary(), group, TODAY, TODAY.plusDays(1))
                .then()
                .statusCode(409)
                .body("type", endsWith("reading-not-open"));
        assertThat(Mandate.rows("select count(*) from confidence_reading where group_id = '" + group + "'"))
                .containsExactly("1");
    }

    @Test
    void the_readings_of_all_groups_come_page_by_page() {
        // Given
        List<String> readings = List.of(
                asked(Mandate.group(List.of(Mandate.practice(1000, "U60006")))),
                asked(Mandate.group(List.of(Mandate.practice(1000, "U60006")))));

        // When
        var found = new java.util.ArrayList<String>();
        String cursor = "";
        do {
            var page = Mandate.get("/readings?limit=1" + cursor);
            found.addAll(page.getList("items.id"));
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());

        // Then
        assertThat(found).doesNotHaveDuplicates().containsAll(readings);
        Mandate.as("qr1", List.of("ics-observer"), "QR1")
                .get("/readings/" + readings.getFirst())
                .then()
                .statusCode(404);
    }

    private static String asked(String group) {
        return ask(Mandate.secretary(), group, TODAY, TODAY.plusDays(7))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response ask(RequestSpecification person, String group, LocalDate opens, LocalDate closes) {
        return Mandate.create(
                person,
                "/groups/" + group + "/readings",
                Map.of(
                        "statement",
                        "The group speaks for us",
                        "opensOn",
                        opens.toString(),
                        "closesOn",
                        closes.toString()));
    }

    private static Response answer(String person, String reading, String practice, String answer) {
        return Mandate.voter(person)
                .contentType(ContentType.JSON)
                .body(Map.of("answer", answer))
                .put("/readings/" + reading + "/answers/" + practice);
    }

    private static void letItClose(String reading) {
        Mandate.sql("update confidence_reading set opens_on = current_date - 9, closes_on = current_date - 2"
                + " where id = '" + reading + "'");
    }
}
