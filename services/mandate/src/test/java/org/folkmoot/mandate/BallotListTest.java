package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ballots of the whole ICS, and how many have voted in each network. */
@MandateTest
class BallotListTest {

    @Test
    void ballots_of_every_group_are_listed_narrowed_and_turned_page_by_page() {
        // Given
        String a = Mandate.practice(1000, "U70001");
        String b = Mandate.practice(1000, "U70001");
        String one = Mandate.group(List.of(a));
        String other = Mandate.group(List.of(b));
        String declared = Mandate.openMandate(one);
        Mandate.cast(Mandate.voter(a), declared, a, "for").then().statusCode(200);
        Mandate.letItClose(declared);
        Mandate.declare(declared).then().statusCode(200);
        String later = Mandate.openMandate(one);
        String sooner = Mandate.openMandate(other);
        Mandate.asOwnerOfEverything(
                "update ballot set closes_at = closes_at - interval '1 hour' where id = '" + sooner + "'");
        String scheduled = Mandate.schedule(
                Mandate.motion(other, "ordinary", Map.of()),
                Instant.now().plus(Duration.ofDays(40)),
                Instant.now().plus(Duration.ofDays(50)));

        // When
        List<String> usual = ids("/ballots?limit=2");

        // Then
        assertThat(usual).doesNotHaveDuplicates().contains(declared, later, sooner, scheduled);
        assertThat(usual.indexOf(sooner)).isLessThan(usual.indexOf(later));
        assertThat(usual.indexOf(later)).isLessThan(usual.indexOf(scheduled));
        assertThat(usual.indexOf(scheduled)).isLessThan(usual.indexOf(declared));
        assertThat(ids("/ballots?sort=closing&limit=3").indexOf(later))
                .isLessThan(ids("/ballots?sort=closing").indexOf(scheduled));
        assertThat(ids("/ballots?sort=title&limit=3")).hasSameSizeAs(usual).doesNotHaveDuplicates();
        assertThat(ids("/ballots?sort=declared&limit=500").getFirst()).isEqualTo(declared);
        assertThat(ids("/ballots?group=" + other)).containsExactly(sooner, scheduled);
        assertThat(ids("/ballots?group=" + other + "&closingWithin=30")).containsExactly(sooner);
        Mandate.observer()
                .get("/ballots?limit=500&state=open")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("open")))
                .body("items.find { it.id == '" + sooner + "' }.groupName", equalTo("Voice of " + b))
                .body("items.find { it.id == '" + sooner + "' }.voted", equalTo(0))
                .body(
                        "items.find { it.id == '" + sooner + "' }.rule.classes.name",
                        equalTo(List.of("practices", "patients")))
                .body("items.findAll { it.id == '" + scheduled + "' }", hasSize(0));
        Mandate.observer()
                .get("/ballots?group=" + one + "&state=declared")
                .then()
                .body("items[0].outcome", equalTo("carried"))
                .body("items[0].voted", equalTo(1))
                .body("items[0].electors", equalTo(1));
        assertThat(Mandate.observer()
                        .accept("text/csv")
                        .get("/ballots?group=" + one + "&state=declared")
                        .asString())
                .startsWith("Ballot,Group,State,Outcome")
                .contains("A motion on mandate,Voice of " + a + ",declared,carried,");
    }

    @Test
    void what_cannot_be_asked_is_refused_and_another_ics_sees_nothing() {
        // Given
        String practice = Mandate.practice(1000, "U70002");
        String group = Mandate.group(List.of(practice));
        Mandate.openMandate(group);

        // When, Then
        for (String wrong :
                List.of("state=perhaps", "sort=colour", "closingWithin=0", "cursor=abc", "cursor=WyJhIl0")) {
            Mandate.observer().get("/ballots?" + wrong).then().statusCode(400);
        }
        Mandate.observer()
                .get("/ballots?group=" + group + "&cursor=WyI5MjIzMzcyMDM2ODU0Nzc1ODA3IiwiMCIsIjAiLCIiLCIwMTk4YzBkZS0w"
                        + "MDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiXQ")
                .then()
                .statusCode(200);
        Mandate.as("qr1", List.of("ics-observer"), "QR1")
                .get("/ballots?group=" + group)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Mandate.as("qkk", List.of("case-manager"), "QKK").get("/ballots").then().statusCode(403);
    }

    @Test
    void what_happens_while_pages_are_turned_hides_no_ballot_and_shows_none_twice() {
        for (String sort : List.of("usual", "declared")) {
            // Given
            String practice = Mandate.practice(1000, "U70006");
            String group = Mandate.group(List.of(practice));
            String first = Mandate.openMandate(group);
            String second = Mandate.openMandate(group);
            for (String ballot : List.of(first, second)) {
                Mandate.letItClose(ballot);
            }
            Mandate.declare(first).then().statusCode(200);
            String third = Mandate.schedule(
                    Mandate.motion(group, "ordinary", Map.of()),
                    Instant.now().plus(Duration.ofDays(1)),
                    Instant.now().plus(Duration.ofDays(2)));
            String path = "/ballots?group=" + group + "&limit=1&sort=" + sort;
            var page = Mandate.get(path);
            var found = new ArrayList<>(List.of(first(page)));

            // When
            Mandate.declare(second).then().statusCode(200);
            Mandate.opening(third).then().statusCode(200);
            while (page.getString("next") != null) {
                page = Mandate.get(path + "&cursor=" + page.getString("next"));
                found.add(first(page));
            }

            // Then
            assertThat(found)
                    .as(sort)
                    .containsExactlyInAnyOrder(
                            first + " declared lost", second + " closed null", third + " scheduled null");
        }
    }

    private static String first(JsonPath page) {
        return page.getString("items[0].id") + " " + page.getString("items[0].state") + " "
                + page.getString("items[0].outcome");
    }

    @Test
    void a_ballot_of_the_farthest_future_or_past_is_a_mistake_and_no_list_stumbles_over_it() {
        // Given
        String group = Mandate.group(List.of(Mandate.practice(1000, "U70007")));
        String motion = Mandate.motion(group, "ordinary", Map.of());
        Instant now = Instant.now();

        // When, Then
        for (String closes : List.of("+294276-12-31T23:59:59Z", "+1000000000-12-31T23:59:59Z")) {
            schedule(motion, now.toString(), closes)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/closesAt"));
        }
        schedule(
                        motion,
                        "-1000000000-01-01T00:00:00Z",
                        now.plus(Duration.ofDays(1)).toString())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/opensAt"));
        Mandate.observer().get("/ballots").then().statusCode(200);
    }

    private static Response schedule(String motion, String opens, String closes) {
        return Mandate.create(
                Mandate.secretary().header("If-Match", "*"),
                "/motions/" + motion + "/ballots",
                Map.of("opensAt", opens, "closesAt", closes));
    }

    @Test
    void a_page_of_ballots_is_one_statement() {
        // Given
        String practice = Mandate.practice(1000, "U70003");
        String group = Mandate.group(List.of(practice));
        for (int ballot = 0; ballot < 3; ballot++) {
            Mandate.openMandate(group);
        }
        ids("/ballots?group=" + group);
        Mandate.sql("create extension if not exists pg_stat_statements");
        Mandate.sql("select pg_stat_statements_reset()");

        // When
        assertThat(ids("/ballots?group=" + group)).hasSize(3);

        // Then: the watch and the post ask for ballots, too, but rank none
        assertThat(Mandate.rows("select sum(calls) from pg_stat_statements s join pg_roles r on r.oid = s.userid"
                        + " where r.rolname = '" + Mandate.DATABASE + "_app' and query like '%ranked as%'"))
                .containsExactly("1");
    }

    @Test
    void turnout_is_told_by_network_with_the_smallest_share_first_and_never_how() {
        // Given
        String a = Mandate.practice(1000, "U70004");
        String b = Mandate.practice(3000, "U70004");
        String c = Mandate.practice(500, "U70005");
        String d = Mandate.practice(500, "U70005");
        Mandate.sql("update practice set pcn = null, pcn_name = null where code = '" + d + "'");
        String ballot = Mandate.openMandate(Mandate.group(List.of(a, b, c, d)));
        Mandate.cast(Mandate.voter(b), ballot, b, "for").then().statusCode(200);
        Mandate.cast(Mandate.voter(c), ballot, c, "against").then().statusCode(200);

        // When
        var networks = Mandate.observer().get("/ballots/" + ballot + "/turnout/networks");

        // Then
        networks.then()
                .statusCode(200)
                .body("items.size()", equalTo(3))
                .body("items[0].network", nullValue())
                .body("items[0].voted", equalTo(0))
                .body("items[1].network", equalTo("U70004"))
                .body("items[1].name", equalTo("Network U70004"))
                .body("items[1].electors", equalTo(2))
                .body("items[1].voted", equalTo(1))
                .body("items[1].weights.patients", equalTo("3000"))
                .body("items[1].of.patients", equalTo("4000"))
                .body("items[2].voted", equalTo(1));
        assertThat(networks.asString()).doesNotContain("for\"", "against");
        assertThat(Mandate.observer()
                        .accept("text/csv")
                        .get("/ballots/" + ballot + "/turnout/networks")
                        .asString())
                .startsWith("PCN,Name,May vote,Recused,Have voted")
                .contains("U70004,Network U70004,2,0,1");
        Mandate.as("qr1", List.of("ics-observer"), "QR1")
                .get("/ballots/" + ballot + "/turnout/networks")
                .then()
                .statusCode(404);
    }

    /** All of a list, page after page. */
    private static List<String> ids(String path) {
        var all = new ArrayList<String>();
        String cursor = "";
        do {
            var page = Mandate.get(path + cursor);
            all.addAll(page.getList("items.id"));
            String next = page.getString("next");
            cursor = next == null ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }
}
