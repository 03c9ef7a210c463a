package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Practice budgets and spending, over HTTP. */
@RegistryTest
class BudgetApiTest {

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    private static Map<String, Object> heads(long locums, long staff, long premises, long other) {
        return Map.of(
                "locumsPence", locums, "substantiveStaffPence", staff, "premisesPence", premises, "otherPence", other);
    }

    private static Map<String, Object> terms(long income, Map<String, Object> heads) {
        return Map.of(
                "pastIncomePence",
                income,
                "pastIncomeSource",
                "Accounts of 2025-26",
                "adjustmentPence",
                0,
                "heads",
                heads,
                "reason",
                "The year begins");
    }

    private static Map<String, Object> spend(Map<String, Object> heads) {
        return Map.of("heads", heads, "source", "Ledger");
    }

    private static final Map<String, Object> BUDGET =
            terms(1_000_000_07, heads(100_000_00, 700_000_07, 150_000_00, 50_000_00));

    @Test
    void a_budget_is_spent_month_by_month_and_the_variance_is_to_the_penny() {
        // Given
        Gloucestershire.post(
                        Gloucestershire.voter("L84014"),
                        "/practices/L84014/budgets",
                        Map.of("year", 2026, "budget", BUDGET))
                .then()
                .statusCode(201)
                .body("totalPence", equalTo(1_000_000_07))
                .body("months.size()", equalTo(12))
                .body("months[0].month", equalTo("2026-04"))
                .body("months[11].month", equalTo("2027-03"))
                .body("toDate.months", equalTo(0));

        // When
        for (String month : List.of("2026-04", "2026-05")) {
            Gloucestershire.post(
                            Gloucestershire.administrator(),
                            "/practices/L84014/spends",
                            Map.of("month", month, "spend", spend(heads(20_000_00, 58_333_34, 12_500_00, -1))))
                    .then()
                    .statusCode(201)
                    .body("totalPence", equalTo(90_833_33));
        }

        // Then: a twelfth of the locums is £8,333.33, of two months £16,666.66
        Gloucestershire.lmc()
                .get("/practices/L84014/budgets/2026")
                .then()
                .statusCode(200)
                .body("toDate.months", equalTo(2))
                .body("toDate.budget.locumsPence", equalTo(16_666_66))
                .body("toDate.variance.locumsPence", equalTo(40_000_00 - 16_666_66))
                .body("toDate.variance.otherPence", equalTo(-2 - 8_333_33))
                .body("months[2].spend", nullValue())
                .body("months[2].variance", nullValue());
        List<Integer> staff = Gloucestershire.lmc()
                .get("/practices/L84014/budgets/2026")
                .jsonPath()
                .getList("months.budget.substantiveStaffPence");
        assertThat(staff.stream().mapToInt(Integer::intValue).sum()).isEqualTo(700_000_07);
        assertThat(staff).allSatisfy(pence -> assertThat(pence).isBetween(58_333_33, 58_333_34));
        assertThat(Gloucestershire.lmc()
                        .get("/budgets?practice=L84014&format=csv")
                        .asString())
                .contains("L84014,HUCCLECOTE SURGERY,2026-27,1000000.07,2,");
        assertThat(Gloucestershire.lmc()
                        .get("/spends?practice=L84014&from=2026-05&format=csv")
                        .asString())
                .contains("L84014,2026-05,20000.00,58333.34,12500.00,-0.01,90833.33,Ledger,")
                .doesNotContain("2026-04");
    }

    @Test
    void a_budget_that_does_not_add_up_is_refused() {
        Gloucestershire.post(
                        Gloucestershire.voter("L84015"),
                        "/practices/L84015/budgets",
                        Map.of("year", 2026, "budget", terms(1_000_000_07, heads(1, 2, 3, 4))))
                .then()
                .statusCode(422)
                .body("type", endsWith("budget-does-not-add-up"))
                .body("differencePence", equalTo(10 - 1_000_000_07));
        Gloucestershire.voter("L84015")
                .get("/practices/L84015/budgets/2026")
                .then()
                .statusCode(404);
    }

    @Test
    void what_is_set_anew_leaves_what_was_believed_before() {
        // Given
        Gloucestershire.post(
                        Gloucestershire.voter("L84016"),
                        "/practices/L84016/budgets",
                        Map.of("year", 2026, "budget", BUDGET))
                .then()
                .statusCode(201);
        Gloucestershire.post(
                        Gloucestershire.voter("L84016"),
                        "/practices/L84016/budgets",
                        Map.of("year", 2026, "budget", BUDGET))
                .then()
                .statusCode(409);
        String tag = Gloucestershire.voter("L84016")
                .get("/practices/L84016/budgets/2026")
                .header("ETag");

        // When
        for (int status : List.of(200, 412)) {
            Gloucestershire.voter("L84016")
                    .header("If-Match", tag)
                    .contentType("application/json")
                    .body(terms(500_00, heads(100_00, 300_00, 50_00, 50_00)))
                    .put("/practices/L84016/budgets/2026")
                    .then()
                    .statusCode(status);
        }

        // Then
        Gloucestershire.administrator()
                .get("/practices/L84016/budgets/2026")
                .then()
                .body("number", equalTo(2))
                .body("totalPence", equalTo(500_00))
                .body("former.number", equalTo(List.of(1)))
                .body("former[0].totalPence", equalTo(1_000_000_07));
        Gloucestershire.put(
                        Gloucestershire.voter("L84016"), "/practices/L84016/spends/2026-04", spend(heads(1, 1, 1, 1)))
                .then()
                .statusCode(404);
        Gloucestershire.post(
                        Gloucestershire.voter("L84016"),
                        "/practices/L84016/spends",
                        Map.of("month", "2026-04", "spend", spend(heads(1, 1, 1, 1))))
                .then()
                .statusCode(201);
        Gloucestershire.post(
                        Gloucestershire.voter("L84016"),
                        "/practices/L84016/spends",
                        Map.of("month", "2026-04", "spend", spend(heads(1, 1, 1, 1))))
                .then()
                .statusCode(409);
        Gloucestershire.put(
                        Gloucestershire.voter("L84016"), "/practices/L84016/spends/2026-04", spend(heads(2, 1, 1, 1)))
                .then()
                .statusCode(200)
                .body("number", equalTo(2));
        assertThat(Registry.rows("select locums_pence from practice_spend where practice = 'L84016' order by number"))
                .containsExactly("1", "2");
    }

    @Test
    void a_practice_sees_and_writes_its_own_books_and_no_others() {
        var body = Map.of("year", 2026, "budget", BUDGET);
        Gloucestershire.post(Gloucestershire.voter("L84018"), "/practices/L84021/budgets", body)
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.lmc(), "/practices/L84021/budgets", body)
                .then()
                .statusCode(403);
        Gloucestershire.post(Gloucestershire.administrator(), "/practices/L84021/budgets", body)
                .then()
                .statusCode(201);
        Gloucestershire.voter("L84018")
                .get("/practices/L84021/budgets/2026")
                .then()
                .statusCode(403);
        Gloucestershire.observer().get("/practices/L84021/budgets/2026").then().statusCode(403);
        assertThat(Gloucestershire.voter("L84018")
                        .get("/budgets?limit=500")
                        .jsonPath()
                        .getList("items.practice"))
                .doesNotContain("L84021");
        assertThat(Gloucestershire.voter("L84021")
                        .get("/budgets?limit=500")
                        .jsonPath()
                        .getList("items.practice"))
                .containsExactly("L84021");
        Gloucestershire.stranger().get("/practices/L84021/budgets/2026").then().statusCode(404);
        Gloucestershire.post(Gloucestershire.stranger(), "/practices/L84021/budgets", body)
                .then()
                .statusCode(422)
                .body("type", endsWith("practice-of-another-ics"));
        Gloucestershire.post(
                        Gloucestershire.stranger(),
                        "/practices/L84021/spends",
                        Map.of("month", "2026-04", "spend", spend(heads(1, 1, 1, 1))))
                .then()
                .statusCode(422);
    }

    @Test
    void months_that_have_not_begun_and_odd_months_are_refused() {
        for (String month : List.of("2026-13", "26-04", "2099-01")) {
            Gloucestershire.post(
                            Gloucestershire.voter("L84022"),
                            "/practices/L84022/spends",
                            Map.of("month", month, "spend", spend(heads(1, 1, 1, 1))))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/month"));
        }
    }

    @Test
    void a_page_of_budgets_begins_where_the_one_before_ended() {
        // Given
        for (String practice : List.of("L84023", "L84024", "L84025")) {
            Gloucestershire.post(
                            Gloucestershire.voter(practice),
                            "/practices/" + practice + "/budgets",
                            Map.of("year", 2023, "budget", BUDGET))
                    .then()
                    .statusCode(201);
        }

        // When
        var first = Gloucestershire.lmc().get("/budgets?year=2023&limit=2").jsonPath();
        var second = Gloucestershire.lmc()
                .get("/budgets?year=2023&limit=2&cursor=" + first.getString("next"))
                .jsonPath();

        // Then
        assertThat(first.getList("items.practice")).containsExactly("L84023", "L84024");
        assertThat(second.getList("items.practice")).containsExactly("L84025");
        assertThat(second.getString("next")).isNull();
    }
}
