package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who elects whoever sits on a seat. */
@MandateTest
class ConstituencyTest {

    private static final String ONE = "U32001";
    private static final String TWO = "U32002";

    @Test
    void a_seat_of_a_network_is_elected_by_the_networks_practices() {
        // Given
        String a = Mandate.practice(1000, ONE);
        String b = Mandate.practice(1000, ONE);
        String other = Mandate.practice(1000, TWO);

        // When
        String ballot = election(group(List.of(a, b, other), List.of()), "one");

        // Then
        assertThat(voters(ballot)).containsExactly(a, b);
        Mandate.cast(Mandate.voter(other), ballot, other, "Dr Ann")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-an-elector"));
        Mandate.cast(Mandate.voter(a), ballot, a, "Dr Ann").then().statusCode(200);
    }

    @Test
    void a_seat_of_a_place_or_of_named_practices_is_elected_by_these_as_far_as_the_group_speaks_for_them() {
        // Given
        String here = Mandate.practice(1000, ONE);
        String there = Mandate.practice(1000, TWO);
        String elsewhere = Mandate.practice(1000, TWO);
        Mandate.sql("update practice set sub_icb = '93C' where code in ('" + there + "', '" + elsewhere + "')");
        String group = group(List.of(here, there), List.of(seat("place", "93C"), seat("named", here, elsewhere)));

        // When / Then
        assertThat(voters(election(group, "place"))).containsExactly(there);
        assertThat(voters(election(group, "named"))).containsExactly(here);
    }

    @Test
    void a_seat_that_speaks_for_no_one_in_particular_is_elected_by_all_and_other_questions_go_to_all() {
        // Given
        String a = Mandate.practice(1000, ONE);
        String b = Mandate.practice(1000, TWO);
        String group = group(List.of(a, b), List.of());

        // When / Then
        assertThat(voters(election(group, "chair"))).containsExactly(a, b);
        assertThat(voters(Mandate.open(Mandate.motion(group, "ordinary", Map.of()))))
                .containsExactly(a, b);
    }

    @Test
    void seats_of_different_constituencies_are_not_filled_by_one_election() {
        // Given
        String group = group(
                List.of(Mandate.practice(1000, ONE), Mandate.practice(1000, TWO)),
                List.of(seat("first", ONE, TWO), seat("second", TWO, ONE)));

        // When / Then
        draft(group, "one", "two").then().statusCode(400).body("errors[0].pointer", equalTo("#/contest/seats"));
        draft(group, "first", "second").then().statusCode(201);
    }

    @Test
    void an_election_that_would_ask_nobody_of_the_groups_practices_does_not_open() {
        // Given
        String group = group(List.of(Mandate.practice(1000, ONE)), List.of());
        String motion = Mandate.motion(group, "seat", contest("two"));

        // When
        String ballot = Mandate.schedule(
                motion, Instant.now().plusSeconds(3600), Instant.now().plusSeconds(7200));

        // Then
        Mandate.opening(ballot).then().statusCode(409).body("type", endsWith("electorate-empty"));
    }

    /** A group with a chair, a seat for each of the two networks, and more. */
    private static String group(List<String> practices, List<Map<String, Object>> more) {
        var seats = new ArrayList<Map<String, Object>>(List.of(seat("chair"), seat("one", ONE), seat("two", TWO)));
        seats.addAll(more);
        var charter = new HashMap<>(Mandate.charter());
        charter.put("seats", seats);
        return Mandate.group(practices, charter);
    }

    private static Map<String, Object> seat(String key, String... constituency) {
        return Map.of(
                "seat",
                key,
                "name",
                "Seat " + key,
                "kind",
                key.equals("chair") ? "chair" : "pcn",
                "constituency",
                List.of(constituency),
                "termMonths",
                36);
    }

    private static Map<String, Object> contest(String... seats) {
        return Map.of(
                "contest",
                Map.of("seats", List.of(seats), "candidates", List.of(Map.of("name", "Dr Ann", "subject", "ann"))));
    }

    private static String election(String group, String seat) {
        return Mandate.open(Mandate.motion(group, "seat", contest(seat)));
    }

    private static Response draft(String group, String... seats) {
        var motion = new HashMap<String, Object>(Map.of(
                "question", "seat", "title", "An election", "words", "That it be so.", "alternatives", List.of()));
        motion.putAll(contest(seats));
        return Mandate.create(Mandate.secretary(), "/groups/" + group + "/motions", motion);
    }

    private static List<String> voters(String ballot) {
        return Mandate.get("/ballots/" + ballot + "/electorate").getList("items.voter");
    }
}
