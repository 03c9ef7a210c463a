package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same histories, as far as cases, books and what is shared tell them. */
@RegistryTest
class HistoriesOfCasesTest {

    private final Histories histories = new Histories();

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    private static void tell(Histories teller, String name) {
        teller.tell(name, Histories.LINKS);
        teller.tell(name, Histories.CASES);
    }

    private static RequestSpecification lmcOfLondon() {
        return Gloucestershire.as("qkk", "lmc-executive", List.of("QKK"));
    }

    @Test
    void every_history_of_links_goes_on_with_cases() {
        assertThat(Histories.names(Histories.CASES)).hasSize(9).isEqualTo(Histories.names(Histories.LINKS));
    }

    @Test
    void a_trusts_company_runs_five_practices_and_the_refusals_of_the_others_weigh_the_same() {
        // When
        tell(histories, "1-trust-owned-company");

        // Then
        List<String> cases = List.of("L84003", "L84007", "L84063", "L84077").stream()
                .map(histories::id)
                .toList();
        Map<Object, Map<String, Object>> told = Gloucestershire.observer()
                .get("/integration-cases?limit=500")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(one -> cases.contains(one.get("id")))
                .collect(Collectors.toMap(one -> one.get("practice"), one -> one));
        assertThat(told.get("L84003")).containsEntry("state", "joined").containsEntry("objections", 1);
        assertThat(told.get("L84007")).containsEntry("state", "joined").containsEntry("decidedOn", "2017-08-14");
        assertThat(told.get("L84063"))
                .containsEntry("state", "declined")
                .containsEntry("reason", "Our posts are filled.");
        assertThat(told.get("L84077"))
                .containsEntry("state", "declined")
                .containsEntry("reason", "We do not join what our committee objects to.");
        Gloucestershire.observer()
                .get("/integration-cases/" + histories.id("L84003"))
                .then()
                .body("options[0].partnerName", equalTo("Trust-owned Primary Care Company Limited"))
                .body("statements[0].kind", equalTo("objection"));
    }

    @Test
    void four_practices_in_distress_show_it_item_by_item_before_they_move() {
        // When
        tell(histories, "2-contracts-to-a-subsidiary");

        // Then
        for (String practice : List.of("L84008", "L84009", "L84010", "L84011")) {
            Gloucestershire.lmc()
                    .get("/integration-cases/" + histories.id(practice))
                    .then()
                    .body("state", equalTo("joined"))
                    .body("decidedOn", equalTo("2014-12-15"))
                    .body("options.size()", equalTo(2))
                    .body("dueDiligence.area", equalTo(List.of("workforce", "finance", "premises", "cqc")))
                    .body("statements[0].kind", equalTo("comment"));
        }
    }

    @Test
    void a_trust_goes_from_seven_to_twelve_each_with_a_budget_and_the_money_is_shared_to_the_penny() {
        // When
        tell(histories, "3-seven-to-twelve");

        // Then
        JsonPath share = lmcOfLondon()
                .get("/fair-shares/" + histories.id("share"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> twelve = share.getList("portions.practice");
        assertThat(twelve).hasSize(12).isSorted();
        assertThat(share.<Integer>getList("portions.pence").stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(123_456_789);
        assertThat(lmcOfLondon().get("/budgets?year=2020&limit=500").jsonPath().<String>getList("items.practice"))
                .isEqualTo(twelve);
        lmcOfLondon()
                .get("/practices/G83004/budgets/2020")
                .then()
                .body("totalPence", equalTo(140_000_000 + 7_777_777 + 5_000_000))
                .body("adjustmentReason", equalTo("The trust's share of the move"));
    }

    @Test
    void four_practices_merge_and_overspend_on_locums_in_the_first_year() {
        // When
        tell(histories, "4-merged-into-a-trust");

        // Then
        JsonPath budget =
                Gloucestershire.lmc().get("/practices/L84012/budgets/2017").jsonPath();
        long locums = 12 * 6_100_000L - 66 * 150_000L;
        long staff = 12 * 25_000_000L + 66 * 90_000L;
        assertThat(budget.getInt("toDate.months")).isEqualTo(12);
        assertThat(budget.getLong("toDate.budgetPence")).isEqualTo(420_000_001L);
        assertThat(budget.getLong("toDate.variance.locumsPence")).isEqualTo(locums - 24_000_000);
        assertThat(budget.getLong("toDate.variance.substantiveStaffPence")).isEqualTo(staff - 310_000_001);
        assertThat(budget.getLong("toDate.variance.premisesPence")).isEqualTo(12 * 4_166_667L - 50_000_000);
        assertThat(budget.getInt("months[0].variance.locumsPence")).isEqualTo(6_100_000 - 2_000_000);
        JsonPath change = Gloucestershire.lmc()
                .get("/panel/changes?since=2017-01-01&until=2017-12-31&months=12")
                .jsonPath();
        String ours = "items.find { it.practice == 'L84012' }.";
        assertThat(change.getString(ours + "to")).isEqualTo("trust-employed");
        assertThat(change.getInt(ours + "before.budgetedMonths")).isZero();
        assertThat(change.getInt(ours + "after.budgetedMonths")).isEqualTo(12);
        assertThat(change.getLong(ours + "after.variancePence")).isEqualTo(budget.getLong("toDate.variancePence"));
    }

    @Test
    void a_superpartnership_is_in_two_icss_and_neither_sees_the_others_cases() {
        // When
        var london = new Histories();
        tell(histories, "5-superpartnership-qr1");
        tell(london, "5-superpartnership-qkk");

        // Then
        String here = "/integration-cases/" + histories.id("L84018");
        String there = "/integration-cases/" + london.id("G83052");
        Gloucestershire.administrator().get(here).then().body("state", equalTo("joined"));
        Gloucestershire.administrator().get(there).then().statusCode(404);
        Gloucestershire.stranger().get(there).then().body("state", equalTo("joined"));
        Gloucestershire.stranger().get(here).then().statusCode(404);
        Gloucestershire.stranger()
                .get("/shared-capabilities/" + histories.id("hr"))
                .then()
                .statusCode(404);
    }

    @Test
    void a_federation_holds_services_and_no_contract() {
        // When
        tell(histories, "6-federation-with-services");

        // Then
        List<Map<String, Object>> shared = Gloucestershire.stranger()
                .get("/shared-capabilities?practice=G83062&asAt=2026-01-01&limit=500")
                .jsonPath()
                .getList("items");
        assertThat(shared)
                .filteredOn(one -> histories.id("federation").equals(one.get("provider")))
                .extracting(one -> one.get("kind"))
                .containsExactly("new-income", "rotation", "premises");
        assertThat(Registry.rows("select count(*) from link where other = '" + histories.id("federation")
                        + "' and kind = 'contract-holder'"))
                .containsExactly("0");
    }

    @Test
    void a_partnership_that_becomes_a_company_declines_the_trust_and_keeps_its_code() {
        // When
        tell(histories, "7-partnership-to-company");

        // Then
        Gloucestershire.observer()
                .get("/integration-cases/" + histories.id("case"))
                .then()
                .body("practice", equalTo("L84022"))
                .body("state", equalTo("declined"))
                .body("options[1].partnerName", equalTo("The Practice Company Limited"))
                .body(
                        "steps[0].reason",
                        equalTo("We become a company of our own; the contract, the list and the code stay."));
        JsonPath change = Gloucestershire.lmc()
                .get("/panel/changes?since=2025-07-01&until=2025-07-01&months=24")
                .jsonPath();
        String ours = "items.find { it.practice == 'L84022' }.";
        assertThat(change.getString(ours + "to")).isEqualTo("incorporated-company");
        assertThat(change.getInt(ours + "before.budgetedMonths")).isEqualTo(6);
        assertThat(change.getInt(ours + "before.variancePence")).isEqualTo(3 * 50_000 + 3 * 100_000);
        assertThat(change.getInt(ours + "after.budgetedMonths")).isEqualTo(6);
        assertThat(change.getInt(ours + "after.variancePence")).isEqualTo(6 * -250_000);
        assertThat(change.getInt(ours + "after.lastList")).isPositive();
    }

    @Test
    void what_a_federation_shared_ends_when_its_practices_merge() {
        // When
        tell(histories, "8-federation-to-one");

        // Then
        assertThat(sharedByG84027On("2020-03-31")).contains(histories.id("office"), histories.id("bank"));
        assertThat(sharedByG84027On("2020-04-01")).doesNotContain(histories.id("office"), histories.id("bank"));
        Gloucestershire.stranger()
                .get("/shared-capabilities/" + histories.id("office"))
                .then()
                .body("practices.size()", equalTo(21));
    }

    private static List<String> sharedByG84027On(String day) {
        return Gloucestershire.stranger()
                .get("/shared-capabilities?practice=G84027&limit=500&asAt=" + day)
                .jsonPath()
                .getList("items.id");
    }
}
