package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands behind a group after withdrawals, and how it is counted. */
@MandateTest
class StandingTest {

    @Test
    void a_withdrawal_counts_among_all_who_were_there_when_the_mandate_was_given() {
        // Given: three for it and two who are there without voting, where more than half of those who are there is
        // needed
        List<String> practices = practices(5, "U20018");
        String group = Mandate.group(practices, charter("practices", "1/2", true, "present", "lost"));
        String ballot = Mandate.openMandate(group);
        for (String practice : practices.subList(0, 3)) {
            Mandate.cast(Mandate.voter(practice), ballot, practice, "for")
                    .then()
                    .statusCode(200);
        }
        for (String practice : practices.subList(3, 5)) {
            Mandate.secretary()
                    .put("/ballots/" + ballot + "/presences/" + practice)
                    .then()
                    .statusCode(200);
        }
        String mandate = given(group, ballot);

        // When, Then: two of five are not more than half
        Mandate.withdraw(mandate, practices.getFirst(), practices.getFirst())
                .then()
                .statusCode(200)
                .body("state", equalTo("fallen"));
    }

    @Test
    void no_lot_is_drawn_anew_when_withdrawals_make_a_tie() {
        for (String name : List.of("practices", "voices", "houses", "members", "surgeries")) {
            // Given
            List<String> practices = practices(4, "U20019");
            String group = Mandate.group(practices, charter(name, "1/2", true, "for-and-against", "lot"));
            String ballot = Mandate.openMandate(group);
            for (String practice : practices.subList(0, 3)) {
                Mandate.cast(Mandate.voter(practice), ballot, practice, "for")
                        .then()
                        .statusCode(200);
            }
            Mandate.cast(Mandate.voter(practices.getLast()), ballot, practices.getLast(), "against")
                    .then()
                    .statusCode(200);
            String mandate = given(group, ballot);

            // When, Then
            Mandate.withdraw(mandate, practices.getFirst(), practices.getFirst())
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("fallen"));
        }
    }

    @Test
    void a_group_is_mandated_by_one_mandate_of_a_majority_and_not_by_two_of_different_minorities() {
        // Given: half of the practices behind one mandate, the other half behind another
        List<String> practices = practices(4, "U20020");
        String group = Mandate.group(practices, charter("practices", "1/4", false, "electorate", "lost"));
        List<List<String>> halves = List.of(practices.subList(0, 2), practices.subList(2, 4));
        for (List<String> half : halves) {
            giveMandate(group, half);
        }

        // Then
        JsonPath standing = Mandate.get("/groups/" + group + "/standing");
        assertThat(standing.getString("standing")).isEqualTo("partly-mandated");
        assertThat(standing.getString("support.practicesShare")).isEqualTo("1/2");
        assertThat(standing.getList("mandates.support.practices")).containsExactly(2, 2);

        // When: a third mandate, from three of four
        giveMandate(group, practices.subList(0, 3));

        // Then
        standing = Mandate.get("/groups/" + group + "/standing");
        assertThat(standing.getString("standing")).isEqualTo("mandated");
        assertThat(standing.getString("support.practicesShare")).isEqualTo("3/4");
        assertThat(standing.getList("mandates.support.practices")).containsExactly(2, 2, 3);
    }

    private static List<String> practices(int number, String pcn) {
        return IntStream.range(0, number)
                .mapToObj(each -> Mandate.practice(1000, pcn))
                .toList();
    }

    /** A charter whose rule for mandates has one class of practices. */
    private static Map<String, Object> charter(String name, String atLeast, boolean strict, String base, String tie) {
        var charter = new HashMap<>(Mandate.charter());
        var rule = Mandate.rule(
                "open-after", List.of(Mandate.classRule(name, "one-per-practice", atLeast, strict, base)), tie);
        charter.put("questions", List.of(Mandate.question("mandate", rule)));
        return charter;
    }

    /** The mandate that the ballot, closed and declared, has given. */
    private static String given(String group, String ballot) {
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
        return Mandate.get("/groups/" + group + "/mandates")
                .getList("items.id", String.class)
                .getLast();
    }

    private static void giveMandate(String group, List<String> practices) {
        String ballot = Mandate.openMandate(group);
        for (String practice : practices) {
            Mandate.cast(Mandate.voter(practice), ballot, practice, "for")
                    .then()
                    .statusCode(200);
        }
        given(group, ballot);
    }
}
