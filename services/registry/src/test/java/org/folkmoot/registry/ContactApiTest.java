package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
