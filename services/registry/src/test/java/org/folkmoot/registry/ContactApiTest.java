package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class ContactApiTest {

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    @Test
    void a_gp_finds_whom_to_ring_by_specialty_and_place() {
        // Given
        String place = Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/places",
                        Map.of("name", "Bexley", "members", List.of("G83002"), "from", "2026-04-01"))
                .jsonPath()
                .getString("id");
        record(contact("Cardiology", "Dr Hart", Map.of("place", place)));
        record(contact("Cardiology", "Dr Adler", Map.of()));
        record(contact("Respiratory medicine", "Dr Lung", Map.of()));

        // When, Then
        assertThat(Knowledge.get("qkk", "/contacts?specialty=cardio").getList("items.name"))
                .containsExactly("Dr Adler", "Dr Hart");
        assertThat(Knowledge.get("qkk", "/contacts?place=" + place).getList("items.name"))
                .containsExactly("Dr Adler", "Dr Hart", "Dr Lung");
        var first = Knowledge.get("qkk", "/contacts?limit=2");
        assertThat(Knowledge.get("qkk", "/contacts?limit=2&cursor=" + first.getString("next"))
                        .getList("items.name"))
                .containsExactly("Dr Lung");
        assertThat(Knowledge.observer("qkk").get("/contacts?format=csv").asString())
                .contains("Cardiology,Dr Adler,Consultant,RJ2,020 7946 0000");
        assertThat(Knowledge.get("qr1", "/contacts").getList("items")).isEmpty();
    }

    @Test
    void who_confirmed_a_contact_and_when_is_shown_and_whoever_has_left_is_not() {
        // Given
        String id = record(contact("Cardiology", "Dr Hart", Map.of()));
        Registry.sql("update contact set confirmed_on = '2025-01-31', confirmed_name = 'Somebody'");
        assertThat(Knowledge.get("qkk", "/contacts?confirmedBefore=2026-01-01").getList("items.confirmedBy"))
                .containsExactly("Somebody");

        // When
        Knowledge.speaker("qkk", "practice-voter", "G83001")
                .header(
                        "If-Match",
                        Knowledge.observer("qkk").get("/contacts/" + id).header("ETag"))
                .put("/contacts/" + id + "/confirmation")
                .then()
                .statusCode(200);

        // Then
        assertThat(Knowledge.get("qkk", "/contacts?confirmedBefore=2026-01-01").getList("items"))
                .isEmpty();
        Knowledge.observer("qkk")
                .header("If-Match", "*")
                .put("/contacts/" + id + "/confirmation")
                .then()
                .statusCode(403);
        Knowledge.change("qkk", "/contacts/" + id, "/contacts/" + id + "/departure", Map.of("on", "2026-01-31"))
                .then()
                .statusCode(200)
                .body("leftOn", equalTo("2026-01-31"));
        assertThat(Knowledge.get("qkk", "/contacts").getList("items")).isEmpty();
    }

    @Test
    void contacts_come_by_specialty_by_name_or_whom_nobody_has_confirmed_for_longest_first() {
        // Given
        record(contact("Cardiology", "Dr Hart", Map.of()));
        String adler = record(contact("Respiratory medicine", "Dr Adler", Map.of()));
        String other = record(contact("Cardiology", "Dr Adler", Map.of()));
        Registry.sql("update contact set confirmed_on = '2025-01-31' where id = '" + adler + "'");
        Registry.sql("update contact set confirmed_on = '2025-02-28' where id = '" + other + "'");

        // When, Then
        assertThat(names("specialty"))
                .containsExactly("Cardiology Dr Adler", "Cardiology Dr Hart", "Respiratory medicine Dr Adler");
        assertThat(names("name"))
                .containsExactly("Cardiology Dr Adler", "Respiratory medicine Dr Adler", "Cardiology Dr Hart");
        assertThat(names("confirmed"))
                .containsExactly("Respiratory medicine Dr Adler", "Cardiology Dr Adler", "Cardiology Dr Hart");
        assertThat(Knowledge.observer("qkk")
                        .get("/contacts?sort=name&format=csv")
                        .asString()
                        .lines()
                        .skip(1))
                .last()
                .asString()
                .startsWith("Cardiology,Dr Hart");
        String next = Knowledge.get("qkk", "/contacts?sort=name&limit=1").getString("next");
        Knowledge.observer("qkk")
                .get("/contacts?sort=confirmed&cursor=" + next)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/cursor"));
        Knowledge.observer("qkk").get("/contacts?sort=shoes").then().statusCode(400);
    }

    /** Specialty and name of all, in that order, one on each page. */
    private static List<String> names(String sort) {
        String address = "/contacts?limit=1&sort=" + sort;
        List<String> specialties = Registry.every(() -> Knowledge.observer("qkk"), address, "specialty");
        List<String> names = Registry.every(() -> Knowledge.observer("qkk"), address, "name");
        return IntStream.range(0, names.size())
                .mapToObj(place -> specialties.get(place) + " " + names.get(place))
                .toList();
    }

    @Test
    void a_contact_that_nobody_could_reach_is_refused() {
        Map<String, Object> silent = contact("Cardiology", "Dr Hart", Map.of());
        silent.remove("phone");
        Knowledge.create(Knowledge.manager("qkk"), "/contacts", silent)
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-request"));
        Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/contacts",
                        contact("Cardiology", "Dr Hart", Map.of("organisation", "ZZZ9")))
                .then()
                .statusCode(422)
                .body("type", endsWith("organisation-unknown"));
        String id = record(contact("Cardiology", "Dr Hart", Map.of()));
        Knowledge.change("qkk", "/contacts/" + id, "/contacts/" + id, contact("Cardiology", "Dr Heart", Map.of()))
                .then()
                .statusCode(200)
                .body("name", equalTo("Dr Heart"));
        Knowledge.manager("qkk")
                .contentType(ContentType.JSON)
                .body(contact("Cardiology", "Dr Hart", Map.of()))
                .put("/contacts/" + id)
                .then()
                .statusCode(428);
    }

    private static Map<String, Object> contact(String specialty, String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "specialty",
                specialty,
                "organisation",
                "RJ2",
                "name",
                name,
                "post",
                "Consultant",
                "phone",
                "020 7946 0000"));
        body.putAll(more);
        return body;
    }

    private static String record(Map<String, Object> contact) {
        return Knowledge.create(Knowledge.manager("qkk"), "/contacts", contact)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
