package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class FindingApiTest {

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
        Registry.sql("update finding set state = 'open', note = null where state = 'resolved'");
    }

    @Test
    void operators_see_all_findings_and_administrators_those_of_their_ics() {
        List<String> all = Registry.operator()
                .get("/directory/findings?state=open&limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.subject");
        assertThat(all).contains("H85003", "Y06592", "U29596", "U42936");
        assertThat(Registry.administrator("qkk")
                        .get("/directory/findings")
                        .jsonPath()
                        .getList("items.subject"))
                .containsExactly("U42936");
        assertThat(Registry.operator()
                        .get("/directory/findings?kind=icb-differs-between-files&subject=H85003")
                        .jsonPath()
                        .getMap("items[0].detail"))
                .isEqualTo(Map.of("commissioner", "QWE", "place", "QKK"));
        Registry.person("qkk", "ics-observer").get("/directory/findings").then().statusCode(403);
        assertThat(Registry.operator().get("/directory/findings?format=csv").asString())
                .contains("icb-differs-between-files,H85003,QWE");
    }

    @Test
    void the_same_findings_come_in_every_order() {
        // Given
        List<String> noted = every("id", "noted", 500);

        // When, Then
        assertThat(noted).hasSizeGreaterThan(3).isSorted();
        assertThat(every("id", "newest", 2)).isEqualTo(noted.reversed());
        assertThat(every("subject", "code", 2)).isSorted();
        for (String order : List.of("noted", "code", "kind")) {
            assertThat(every("id", order, 2)).as(order).containsExactlyInAnyOrderElementsOf(noted);
        }
        List<String> kinds = every("kind", "kind", 2);
        assertThat(kinds.stream().distinct().flatMap(kind -> kinds.stream().filter(kind::equals)))
                .containsExactlyElementsOf(kinds);
        String ofAnother = Registry.operator()
                .get("/directory/findings?limit=1&sort=newest")
                .jsonPath()
                .getString("next");
        Registry.operator()
                .get("/directory/findings?sort=noted&cursor=" + ofAnother)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/cursor"));
        Registry.operator().get("/directory/findings?sort=severity").then().statusCode(400);
    }

    private static List<String> every(String member, String order, int limit) {
        return Registry.every(Registry::operator, "/directory/findings?sort=" + order + "&limit=" + limit, member);
    }

    @Test
    void a_person_resolves_the_version_that_they_saw() {
        // Given
        String finding = "/directory/findings/" + id("U42936");
        var resolution = Map.of("note", "Formed in 2025; asked the ICB.");
        String tag = Registry.administrator("qkk")
                .get(finding)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        // When, Then
        Registry.administrator("qkk")
                .contentType(ContentType.JSON)
                .body(resolution)
                .put(finding + "/resolution")
                .then()
                .statusCode(428);
        Registry.administrator("qkk")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"999\"")
                .body(resolution)
                .put(finding + "/resolution")
                .then()
                .statusCode(412);
        Registry.administrator("qkk")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(Map.of("note", " "))
                .put(finding + "/resolution")
                .then()
                .statusCode(400);
        String next = Registry.administrator("qkk")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(resolution)
                .put(finding + "/resolution")
                .then()
                .statusCode(200)
                .body("state", equalTo("resolved"))
                .body("note", equalTo("Formed in 2025; asked the ICB."))
                .extract()
                .header("ETag");
        assertThat(next).isNotEqualTo(tag);
        assertThat(Registry.rows("select kind || ' ' || payload from folkmoot.ledger_entry where tenant_id = 'qkk'"
                        + " and stream = 'audit" + finding.replace("/directory/findings", "/finding") + "'"))
                .containsExactly("finding.resolved {\"reason\":\"Formed in 2025; asked the ICB.\"}");
        Registry.administrator("qkk")
                .contentType(ContentType.JSON)
                .header("If-Match", next)
                .body(resolution)
                .put(finding + "/resolution")
                .then()
                .statusCode(409)
                .body("type", endsWith("finding-not-open"));
    }

    @Test
    void a_finding_of_another_ics_is_not_there() {
        String foreign = "/directory/findings/" + id("U29596");
        String absent = "/directory/findings/" + UUID.randomUUID();
        for (String finding : List.of(foreign, absent)) {
            Registry.administrator("qkk").get(finding).then().statusCode(404);
            Registry.administrator("qkk")
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(Map.of("note", "mine?"))
                    .put(finding + "/resolution")
                    .then()
                    .statusCode(404);
        }
        Registry.administrator("qr1").get(foreign).then().statusCode(200);
        Registry.operator().get(foreign).then().statusCode(200);
    }

    private static String id(String subject) {
        return Registry.rows("select id from finding where subject = '" + subject + "'")
                .getFirst();
    }
}
