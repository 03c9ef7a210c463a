package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backlog returns, over HTTP. */
@RegistryTest
class BacklogApiTest {

    private static final Map<String, Object> RETURN =
            Map.of("waiting", 212, "longestWaitDays", 19, "capacity", 640, "note", "A GP is ill.");

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    private static Map<String, Object> of(String week) {
        return Map.of("week", week, "report", RETURN);
    }

    @Test
    void a_practice_reports_of_its_own_accord_and_puts_its_return_right() {
        // Given
        String path = "/practices/L84030/backlog-returns";
        Gloucestershire.post(Gloucestershire.voter("L84030"), path, of("2026-05-04"))
                .then()
                .statusCode(201)
                .body("waiting", equalTo(212));
        Gloucestershire.post(Gloucestershire.voter("L84030"), path, of("2026-05-04"))
                .then()
                .statusCode(409);

        // When
        Gloucestershire.put(
                        Gloucestershire.voter("L84030"), path + "/2026-05-04", Map.of("waiting", 221, "capacity", 640))
                .then()
                .statusCode(200)
                .body("number", equalTo(2));

        // Then
        Gloucestershire.lmc()
                .get("/backlog-returns?practice=L84030")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].waiting", equalTo(221));
        assertThat(Registry.rows("select waiting from backlog_return where practice = 'L84030' order by number"))
                .containsExactly("212", "221");
        assertThat(Gloucestershire.lmc()
                        .get("/backlog-returns?practice=L84030&format=csv")
                        .asString())
                .contains("L84030,BERKELEY PLACE SURGERY,2026-05-04,221,,640,");
    }

    @Test
    void the_newest_week_comes_first_page_by_page() {
        // Given
        for (String week : List.of("2026-03-02", "2026-03-16", "2026-03-09")) {
            Gloucestershire.post(Gloucestershire.voter("L84031"), "/practices/L84031/backlog-returns", of(week))
                    .then()
                    .statusCode(201);
        }

        // When
        var first = Gloucestershire.lmc()
                .get("/backlog-returns?practice=L84031&limit=2&until=2026-03-31")
                .jsonPath();
        var second = Gloucestershire.lmc()
                .get("/backlog-returns?practice=L84031&limit=2&until=2026-03-31&cursor=" + first.getString("next"))
                .jsonPath();

        // Then
        assertThat(first.getList("items.week")).containsExactly("2026-03-16", "2026-03-09");
        assertThat(second.getList("items.week")).containsExactly("2026-03-02");
    }

    @Test
    void returns_come_by_week_by_practice_or_where_most_wait_first() {
        // Given
        for (String each : List.of("L84046 2026-02-02 7", "L84045 2026-02-02 9", "L84046 2026-02-09 3")) {
            String[] said = each.split(" ", -1);
            Gloucestershire.post(
                            Gloucestershire.voter(said[0]),
                            "/practices/" + said[0] + "/backlog-returns",
                            Map.of(
                                    "week",
                                    said[1],
                                    "report",
                                    Map.of("waiting", Integer.parseInt(said[2]), "capacity", 20)))
                    .then()
                    .statusCode(201);
        }

        // When, Then
        assertThat(returns("week")).containsExactly("L84046 2026-02-09", "L84045 2026-02-02", "L84046 2026-02-02");
        assertThat(returns("practice")).containsExactly("L84045 2026-02-02", "L84046 2026-02-09", "L84046 2026-02-02");
        assertThat(returns("waiting")).containsExactly("L84045 2026-02-02", "L84046 2026-02-02", "L84046 2026-02-09");
        assertThat(Gloucestershire.lmc()
                        .get("/backlog-returns?from=2026-02-02&until=2026-02-09&sort=practice&format=csv")
                        .asString()
                        .lines()
                        .skip(1))
                .first()
                .asString()
                .startsWith("L84045,");
        Gloucestershire.lmc().get("/backlog-returns?sort=shoes").then().statusCode(400);
    }

    /** Practice and week of all of those weeks, one on each page. */
    private static List<String> returns(String sort) {
        String address = "/backlog-returns?from=2026-02-02&until=2026-02-09&limit=1&sort=" + sort;
        List<String> practices = Registry.every(Gloucestershire::lmc, address, "practice");
        List<String> weeks = Registry.every(Gloucestershire::lmc, address, "week");
        return IntStream.range(0, weeks.size())
                .mapToObj(place -> practices.get(place) + " " + weeks.get(place))
                .toList();
    }

    @Test
    void nobody_reports_for_another_and_no_other_ics_reads_it() {
        String path = "/practices/L84033/backlog-returns";
        Gloucestershire.post(Gloucestershire.administrator(), path, of("2026-05-04"))
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.voter("L84034"), path, of("2026-05-04"))
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.voter("L84033"), path, of("2026-05-04"))
                .then()
                .statusCode(201);
        Gloucestershire.voter("L84034").get(path + "/2026-05-04").then().statusCode(403);
        Gloucestershire.observer().get(path + "/2026-05-04").then().statusCode(403);
        assertThat(Gloucestershire.voter("L84034")
                        .get("/backlog-returns?limit=500")
                        .jsonPath()
                        .getList("items.practice"))
                .doesNotContain("L84033");
        Gloucestershire.stranger().get(path + "/2026-05-04").then().statusCode(404);
        Gloucestershire.post(Gloucestershire.voter("G83001"), "/practices/G83001/backlog-returns", of("2026-05-04"))
                .then()
                .statusCode(422);
    }

    @Test
    void a_clinical_director_reads_what_the_practices_of_the_network_report_and_no_others() {
        // Given
        String practice = "L84037";
        String path = "/practices/" + practice + "/backlog-returns";
        Gloucestershire.post(Gloucestershire.voter(practice), path, of("2026-05-04"))
                .then()
                .statusCode(201);
        var practices = Gloucestershire.observer().get("/models?limit=500").jsonPath();
        String network = practices.getString("items.find { it.code == '%s' }.pcn".formatted(practice));
        String another = practices.getString("items.find { it.pcn && it.pcn != '%s' }.pcn".formatted(network));

        // When, Then
        director(network).get(path + "/2026-05-04").then().statusCode(200);
        director(another).get(path + "/2026-05-04").then().statusCode(403);
        assertThat(reporting(director(network))).contains(practice);
        assertThat(reporting(director(another))).doesNotContain(practice);
    }

    private static RequestSpecification director(String network) {
        return Gloucestershire.as(Gloucestershire.ICS, "pcn-clinical-director", List.of(network));
    }

    private static List<String> reporting(RequestSpecification person) {
        return person.get("/backlog-returns?limit=500").jsonPath().getList("items.practice");
    }

    @Test
    void a_week_begins_on_a_monday_that_has_been() {
        for (String week : List.of("2026-05-05", "2198-12-31")) {
            Gloucestershire.post(Gloucestershire.voter("L84036"), "/practices/L84036/backlog-returns", of(week))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/week"));
        }
        Gloucestershire.post(
                        Gloucestershire.voter("L84036"),
                        "/practices/L84036/backlog-returns",
                        Map.of("week", "2026-05-04", "report", Map.of("waiting", -1, "capacity", 0)))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/report/waiting"));
    }
}
