package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.events.Uuid7;
import org.junit.jupiter.api.Test;

/** A group of a place of the ICS: which practices vote in it, and of which its standing is counted. */
@MandateTest
class PlaceTest {

    @Test
    void the_practices_of_a_place_are_those_that_it_lists_and_those_of_its_networks_and_locations() throws Exception {
        // Given
        String listed = Mandate.practice(1000, "U33001");
        String ofNetwork = Mandate.practice(2000, "U33002");
        String ofLocation = Mandate.practice(3000, "U33003");
        String elsewhere = Mandate.practice(4000, "U33003");
        Mandate.sql("update practice set sub_icb = '93D' where code = '" + ofLocation + "'");
        String place = newPlace();
        define(place, 1, definition(1, Mandate.today(), listed, "U33002", "93D"));

        // When
        String group = group(place);
        String ballot = Mandate.openMandate(group);

        // Then
        assertThat(voters(ballot))
                .containsExactly(listed, ofNetwork, ofLocation)
                .doesNotContain(elsewhere);
        assertThat(Mandate.get("/ballots/" + ballot + "/turnout").getMap("of"))
                .isEqualTo(Map.of("practices", "3", "patients", "6000"));
        JsonPath standing = Mandate.get("/groups/" + group + "/standing");
        assertThat(standing.getLong("support.ofPractices")).isEqualTo(3);
        assertThat(standing.getLong("support.ofPatients")).isEqualTo(6000);
        assertThat(standing.getLong("support.ofPcns")).isEqualTo(3);
        assertThat(Mandate.get("/groups/" + group).getString("footprint.kind")).isEqualTo("places");

        // When: a practice that is new in the network
        String joined = Mandate.practice(500, "U33002");

        // Then
        assertThat(Mandate.get("/groups/" + group + "/standing").getLong("support.ofPractices"))
                .isEqualTo(4);
        assertThat(voters(ballot)).doesNotContain(joined);
    }

    @Test
    void the_definition_that_holds_on_the_day_of_opening_makes_the_electorate_and_no_later_one_moves_it()
            throws Exception {
        // Given: one that will be another from tomorrow on
        String now = Mandate.practice(1000, "U33004");
        String later = Mandate.practice(1000, "U33004");
        String place = newPlace();
        LocalDate today = Mandate.today();
        String second = definition(2, today.plusDays(1), later);
        String first = definition(1, today.minusDays(9), now);
        define(place, 2, second, first);
        String group = group(place);

        // When
        String ballot = Mandate.openMandate(group);

        // Then
        assertThat(voters(ballot)).containsExactly(now);

        // When: it is defined anew for today, and an older state of it comes late
        define(place, 3, definition(3, today, now, later), second, first);
        define(place, 1, first);
        define(newPlace(), 1, first);

        // Then
        assertThat(voters(ballot)).containsExactly(now);
        assertThat(voters(Mandate.openMandate(group))).containsExactly(now, later);
    }

    @Test
    void a_place_that_nobody_has_defined_is_no_footprint_and_one_that_is_not_in_force_yet_opens_no_ballot()
            throws Exception {
        // Given
        String practice = Mandate.practice(1000, "U33005");
        String place = newPlace();
        define(place, 1, definition(1, Mandate.today().plusDays(1), practice));

        // When / Then
        for (Map<String, Object> wrong : List.of(
                footprint("places", newPlace()),
                footprint("places", place, newPlace()),
                footprint("places", practice),
                footprint("pcns", place))) {
            found(wrong).then().statusCode(400).body("errors[0].pointer", equalTo("#/footprint"));
        }
        String motion = Mandate.motion(group(place), "ordinary", Map.of());
        String ballot = Mandate.schedule(
                motion, Instant.now().plusSeconds(3600), Instant.now().plusSeconds(7200));
        Mandate.opening(ballot).then().statusCode(409).body("type", endsWith("electorate-empty"));
    }

    private static String newPlace() {
        return Uuid7.next().toString();
    }

    private static String definition(int number, LocalDate from, String... members) {
        return "{\"number\": %d, \"from\": \"%s\", \"name\": \"Bexley\", \"members\": [\"%s\"]}"
                .formatted(number, from, String.join("\", \"", members));
    }

    /** Tells a state of the place, and waits until it was heard unless a newer one was before. */
    private static void define(String place, int version, String... definitions) throws Exception {
        ElectorateTest.tell(
                "place-state", "placestate", place, """
                {"place": "%s", "definitions": [%s], "version": %d}
                """.formatted(place, String.join(", ", definitions), version));
        Mandate.await(() -> Mandate.rows("select version from place where id = '" + place + "'").stream()
                .anyMatch(heard -> Integer.parseInt(heard) >= version));
    }

    private static Map<String, Object> footprint(String kind, String... codes) {
        return Map.of("kind", kind, "codes", List.of(codes));
    }

    private static Response found(Map<String, Object> footprint) {
        var founding = new HashMap<>(Mandate.founding(List.of("a place"), Mandate.charter()));
        founding.put("footprint", footprint);
        return Mandate.create(Mandate.administrator(), "/groups", founding);
    }

    /** A group of the place with its constitution in force. */
    private static String group(String place) {
        String group = found(footprint("places", place))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Mandate.secretary()
                .header("If-Match", "*")
                .put("/groups/" + group + "/constitutions/1/confirmation")
                .then()
                .statusCode(200);
        return group;
    }

    private static List<String> voters(String ballot) {
        return Mandate.get("/ballots/" + ballot + "/electorate").getList("items.voter");
    }
}
