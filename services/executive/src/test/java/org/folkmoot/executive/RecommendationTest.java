package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What national bodies recommend is responded to by somebody, by a day. */
@ExecutiveTest
class RecommendationTest {

    private final String group = Executive.group();

    @Test
    void whoever_is_entrusted_with_a_recommendation_responds_once() {
        // Given
        String recommendation = recorded(10);
        String path = "/recommendations/" + recommendation;
        var response = Map.of("response", "We accept it from April on.");

        // When, Then
        Executive.put(Executive.lmc(), path + "/response", response).then().statusCode(403);
        Executive.put(
                        Executive.manager(),
                        path + "/responder",
                        Map.of("person", Executive.subject("lmc-executive"), "personName", "Dr Somebody"))
                .then()
                .statusCode(200)
                .body("responderName", equalTo("Dr Somebody"))
                .body("state", equalTo("open"));
        Executive.lmc()
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(response)
                .put(path + "/response")
                .then()
                .statusCode(412);
        Executive.put(Executive.lmc(), path + "/response", response)
                .then()
                .statusCode(200)
                .body("state", equalTo("responded"))
                .body("late", equalTo(false));
        Executive.put(Executive.manager(), path + "/setting-aside", Map.of("reason", "Not for us"))
                .then()
                .statusCode(409)
                .body("type", endsWith("recommendation-not-in-state"));
    }

    @Test
    void overdue_and_late_are_derived_from_the_day() {
        // Given
        String overdue = recorded(-1);
        String today = recorded(0);
        String aside = recorded(5);
        Executive.put(Executive.secretary(), "/recommendations/" + aside + "/setting-aside", Map.of("reason", "Old"))
                .then()
                .statusCode(200)
                .body("state", equalTo("set-aside"));

        // When, Then
        Executive.lmc()
                .get("/groups/" + group + "/recommendations")
                .then()
                .body("items.id", contains(overdue, today, aside))
                .body("items.state", contains("overdue", "open", "set-aside"));
        Executive.lmc()
                .get("/groups/" + group + "/recommendations?pending=true&limit=1")
                .then()
                .body("items.id", contains(overdue));
        Executive.put(Executive.manager(), "/recommendations/" + overdue + "/response", Map.of("response", "Yes"))
                .then()
                .body("late", equalTo(true));
        assertThat(Executive.lmc()
                        .accept("text/csv")
                        .get("/groups/" + group + "/recommendations?pending=true")
                        .asString()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .endsWith(today);
    }

    @Test
    void nobody_sees_or_does_what_is_not_theirs() {
        // Given
        String recommendation = recorded(10);

        // When, Then
        for (String path : List.of("/recommendations/" + recommendation, "/groups/" + group + "/recommendations")) {
            Executive.manager().get(path).then().statusCode(200);
            Executive.as("qr1", "executive-manager", "QR1").get(path).then().statusCode(404);
            Executive.observer().get(path).then().statusCode(403);
        }
        Executive.put(
                        Executive.as("qr1", "executive-manager", "QR1"),
                        "/recommendations/" + recommendation + "/response",
                        Map.of("response", "Ours"))
                .then()
                .statusCode(404);
        Executive.create(Executive.lmc(), "/groups/" + group + "/recommendations", request(1))
                .then()
                .statusCode(403);
        Executive.create(Executive.manager(), "/groups/" + group + "/recommendations", request(5000))
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("#/respondBy"));
    }

    private String recorded(int days) {
        return Executive.create(Executive.manager(), "/groups/" + group + "/recommendations", request(days))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> request(int days) {
        return Map.of(
                "title", "Continuity of care",
                "words", "That practices measure it.",
                "source", "NHS England",
                "respondBy", Executive.today().plusDays(days).toString());
    }
}
