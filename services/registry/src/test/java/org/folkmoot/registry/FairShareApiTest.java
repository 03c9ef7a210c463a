package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fair shares, over HTTP. */
@RegistryTest
class FairShareApiTest {

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    private static Map<String, Object> share(String rule, List<Map<String, Object>> practices) {
        return new HashMap<>(Map.of(
                "title", "Winter money",
                "amountPence", 10_000_000_01L,
                "rule", rule,
                "asAt", "2026-08-01",
                "source", "The directory",
                "reason", "By patients, as the executive agreed",
                "practices", practices));
    }

    private static List<Map<String, Object>> practices(String... codes) {
        return Stream.of(codes)
                .map(code -> Map.<String, Object>of("practice", code))
                .toList();
    }

    @Test
    void one_call_says_where_the_money_went_and_why() {
        // When
        String id = Gloucestershire.post(
                        Gloucestershire.administrator(),
                        "/fair-shares",
                        share("registered-list", practices("L84006", "L84003", "L84004", "L84005")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        JsonPath share = Gloucestershire.observer()
                .get("/fair-shares/" + id)
                .then()
                .statusCode(200)
                .body("rule", equalTo("registered-list"))
                .body("reason", equalTo("By patients, as the executive agreed"))
                .body("portions.practice", equalTo(List.of("L84003", "L84004", "L84005", "L84006")))
                .body("portions[0].name", equalTo("UNDERWOOD SURGERY"))
                .body("portions[0].weight", equalTo(11363))
                .body("totalWeight", equalTo(11363 + 7871 + 8111 + 6896))
                .extract()
                .jsonPath();
        assertThat(share.getList("portions.pence", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(10_000_000_01L);
        assertThat(Gloucestershire.observer()
                        .get("/fair-shares/" + id + "?format=csv")
                        .asString())
                .startsWith("Practice,Name,Weight,Fraction of a penny left over,Extra penny,Amount (pounds)")
                .contains("L84003,UNDERWOOD SURGERY,11363.000000,");
        assertThat(Gloucestershire.voter("L84006")
                        .get("/fair-shares?practice=L84006")
                        .jsonPath()
                        .getList("items.id"))
                .contains(id);
        assertThat(Registry.rows("select kind || payload from folkmoot.ledger_entry where stream = 'audit/fair-share/"
                        + id + "'"))
                .containsExactly("fair-share.made{\"reason\":\"By patients, as the executive agreed\"}");
    }

    @Test
    void the_same_request_is_the_same_share_and_a_second_one_the_same_pence() {
        // Given
        var body = share(
                "custom-weight",
                List.of(
                        Map.of("practice", "L84011", "weight", 1.5),
                        Map.of("practice", "L84010", "weight", 1.5),
                        Map.of("practice", "L84012", "weight", 0)));

        // When
        JsonPath one = Gloucestershire.post(Gloucestershire.administrator(), "/fair-shares", body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        JsonPath other = Gloucestershire.post(Gloucestershire.administrator(), "/fair-shares", body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        // Then
        assertThat(other.getString("id")).isNotEqualTo(one.getString("id"));
        assertThat(other.getList("portions")).isEqualTo(one.getList("portions"));
        assertThat(one.getList("portions.pence")).containsExactly(5_000_000_01, 5_000_000_00, 0);
        assertThat(one.getList("portions.extraPenny")).containsExactly(true, false, false);
    }

    @Test
    void what_cannot_be_shared_is_refused_and_nothing_is_kept() {
        List<String> before = Registry.rows("select count(*) from fair_share");
        refused(share("registered-list", List.of()), 400, "#/practices");
        refused(share("registered-list", practices("L84003", "L84003")), 400, "#/practices");
        refused(share("adjusted-list", practices("L84003")), 400, "#/practices/0/weight");
        refused(
                share("registered-list", List.of(Map.of("practice", "L84003", "weight", 1))),
                400,
                "#/practices/0/weight");
        refused(share("custom-weight", List.of(Map.of("practice", "L84003", "weight", 0))), 400, "#/practices");
        refused(
                share("custom-weight", List.of(Map.of("practice", "L84003", "weight", -1))),
                400,
                "#/practices/0/weight");
        refused(share("registered-list", practices("G83001")), 422, "#/practices/0/practice");
        var nothing = share("registered-list", practices("L84003"));
        nothing.put("amountPence", 0);
        refused(nothing, 400, "#/amountPence");
        var tomorrow = share("registered-list", practices("L84003"));
        tomorrow.put("asAt", "2199-01-01");
        refused(tomorrow, 400, "#/asAt");
        var early = share("registered-list", practices("L84003"));
        early.put("asAt", "2019-01-01");
        Gloucestershire.post(Gloucestershire.administrator(), "/fair-shares", early)
                .then()
                .statusCode(409)
                .body("type", endsWith("list-size-unknown"));
        assertThat(Registry.rows("select count(*) from fair_share")).isEqualTo(before);
    }

    @Test
    void only_an_administrator_shares_and_only_their_own_ics_sees_it() {
        var body = share("registered-list", practices("L84003"));
        Gloucestershire.post(Gloucestershire.lmc(), "/fair-shares", body).then().statusCode(403);
        Gloucestershire.post(Gloucestershire.voter("L84003"), "/fair-shares", body)
                .then()
                .statusCode(403);
        String id = Gloucestershire.post(Gloucestershire.administrator(), "/fair-shares", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Gloucestershire.stranger().get("/fair-shares/" + id).then().statusCode(404);
        Gloucestershire.stranger()
                .get("/fair-shares/" + id + "?format=csv")
                .then()
                .statusCode(404);
        assertThat(Gloucestershire.stranger()
                        .get("/fair-shares?practice=L84003")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static void refused(Map<String, Object> body, int status, String pointer) {
        Gloucestershire.post(Gloucestershire.administrator(), "/fair-shares", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }
}
