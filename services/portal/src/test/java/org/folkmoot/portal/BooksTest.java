package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice's budget is set, and what it spent is recorded. */
@PortalTest
class BooksTest {

    private static final String PRACTICE = "/qkk/practices/D82001/";
    private static final String SET = PRACTICE + "budgets/add/";
    private static final String BUDGET = PRACTICE + "budgets/2026/";
    private static final String ANEW = BUDGET + "change/";
    private static final String RECORD = PRACTICE + "spends/add/";
    private static final String SPEND = PRACTICE + "spends/2026-04/";

    @Inject
    Portal portal;

    private Browser voter;
    private Browser lmc;

    @BeforeEach
    void begin() {
        portal.begin();
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        Portal.play("");
    }

    @Test
    void a_practices_own_people_and_an_administrator_are_offered_its_books_and_readers_are_not() {
        // When
        String own = voter.open(BUDGET).body();
        String read = lmc.open(BUDGET).body();
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);

        // Then
        assertThat(own)
                .contains(ANEW, RECORD, "href=\"" + SPEND + "\"", "href=\"" + RECORD + "?month=2026-05\"")
                .contains("April 2026");
        assertThat(read).contains("April 2026").doesNotContain("/change/", "/spends/");
        assertThat(voter.open("/qkk/budgets/").body()).contains(SET, RECORD);
        assertThat(administrator.open("/qkk/budgets/").body()).contains("href=\"/qkk/directory/\"");
        assertThat(administrator.open(PRACTICE).body()).contains(SET, RECORD);
        assertThat(lmc.open(PRACTICE).body()).doesNotContain(SET, RECORD);
        assertThat(lmc.open(SET).status()).isEqualTo(403);
        assertThat(lmc.open(SPEND).status()).isEqualTo(403);
    }

    @Test
    void a_budget_is_set_in_pounds_and_pence() {
        // Given
        Page form = voter.open(SET);

        // When
        Page done = voter.fill(form, SET, budget("adjustment", "-£50.5", "adjustmentReason", "A room was let"));

        // Then
        assertThat(done.address().toString()).endsWith(BUDGET + "?done=set");
        assertThat(done.body()).contains("The budget is set.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST "))
                .singleElement()
                .asString()
                .startsWith("POST /registry/practices/D82001/budgets ")
                .contains("\"year\":2026", "\"pastIncomePence\":125050,", "\"adjustmentPence\":-5050,")
                .contains("\"heads\":{\"locumsPence\":12000,\"substantiveStaffPence\":84000,"
                        + "\"premisesPence\":18000,\"otherPence\":6000}");
    }

    @Test
    void amounts_that_are_none_are_pointed_at_before_anybody_is_asked() {
        // Given
        Page form = voter.open(SET);

        // When
        Page half = voter.fill(
                form, SET, budget("year", "soon", "pastIncome", "1,50", "locums", "", "staff", "1.234", "reason", " "));

        // Then
        assertThat(half.body())
                .contains("There is a problem", "href=\"#year\"", "href=\"#pastIncome\"")
                .contains("href=\"#locums\"", "href=\"#staff\"", "href=\"#reason\"")
                .doesNotContain("href=\"#premises\"", "href=\"#adjustment\"")
                .containsPattern("name=\"pastIncome\"[^>]*value=\"1,50\"")
                .contains("Accounts of 2025-26");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void a_budget_that_does_not_add_up_is_said_to_be_out_by_how_much_and_nothing_is_lost() {
        // Given
        Page form = voter.open(ANEW);
        Portal.play("registry=unbalanced");

        // When
        Page again = voter.fill(form, ANEW, anew("other", "60.01"));

        // Then
        assertThat(form.body())
                .contains("Set the budget for 2026-27 anew")
                .containsPattern("name=\"pastIncome\"[^>]*value=\"1150.00\"")
                .containsPattern("name=\"adjustmentReason\"[^>]*value=\"Inflation\"");
        assertThat(again.body())
                .contains("There is a problem", "href=\"#locums\"")
                .contains("The amounts must come to £1,200.00, past income and adjustment together; "
                        + "they come to £1,200.01")
                .containsPattern("name=\"other\"[^>]*value=\"60.01\"")
                .contains("A penny was found");
    }

    @Test
    void a_budget_is_set_anew_of_the_version_that_was_seen() {
        // Given
        Page form = voter.open(ANEW);

        // When
        Page done = voter.fill(form, ANEW, anew());
        List<String> asked = Portal.asked();
        Portal.play("registry=changed");
        Page late = voter.fill(form, ANEW, anew());

        // Then
        assertThat(done.body()).contains("The budget is set.");
        assertThat(asked)
                .filteredOn(question -> question.startsWith("PUT "))
                .singleElement()
                .asString()
                .startsWith("PUT /registry/practices/D82001/budgets/2026 If-Match=\"7\"")
                .contains("\"reason\":\"A penny was found\"");
        assertThat(late.body()).contains("It has changed since you looked.", "A penny was found");
    }

    @Test
    void what_was_spent_in_a_month_is_recorded_and_put_right() {
        // Given
        Page form = voter.open(RECORD + "?month=2026-04");
        Map<String, String> spent = Map.of(
                "locums", "25.5", "staff", "70", "premises", "15", "other", "-0.50", "source", "The ledger of April");

        // When
        Page half = voter.fill(form, RECORD, with(spent, "month", "soon", "source", " "));
        Page recorded = voter.fill(form, RECORD, with(spent, "month", "2026-04"));
        Page putRight = voter.fill(recorded, SPEND, with(spent, "tag", "\"7\"", "other", "0"));

        // Then
        assertThat(form.body()).containsPattern("value=\"2026-04\"[^>]*selected");
        assertThat(voter.open(RECORD + "?month=2001-04").body())
                .as("an older month is not taken for the newest")
                .containsPattern("value=\"2001-04\"[^>]*selected");
        assertThat(voter.open(RECORD + "?month=2999-04").body()).doesNotContain("2999-04");
        assertThat(half.body())
                .contains("href=\"#month\"", "href=\"#source\"")
                .containsPattern("name=\"locums\"[^>]*value=\"25.5\"");
        assertThat(recorded.address().toString()).endsWith(SPEND + "?done=recorded");
        assertThat(recorded.body())
                .contains("What was spent is recorded.", "What was spent in April 2026", "£110 together")
                .containsPattern("name=\"other\"[^>]*value=\"-0.50\"");
        assertThat(putRight.body()).contains("What was spent is recorded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/practices/D82001/spends ")
                        && asked.contains("{\"month\":\"2026-04\",\"spend\":{\"heads\":{\"locumsPence\":2550,"
                                + "\"substantiveStaffPence\":7000,\"premisesPence\":1500,\"otherPence\":-50},"
                                + "\"source\":\"The ledger of April\"}}"))
                .anyMatch(asked -> asked.startsWith("PUT /registry/practices/D82001/spends/2026-04 If-Match=\"7\"")
                        && asked.contains("\"otherPence\":0"));
        assertThat(voter.open(PRACTICE + "spends/2026-13/").status()).isEqualTo(404);
    }

    @Test
    void a_session_that_ends_loses_none_of_the_amounts() {
        // Given
        PortalRealm.of("qkk").person("late-keeper-of-books", List.of(Roles.ICS_ADMIN), List.of("QKK"));
        Browser late = new Browser();
        for (String path : List.of(SET, ANEW, RECORD, SPEND)) {
            Page form = late.signIn(path, "late-keeper-of-books");
            late.forgetOthers();
            Portal.endSessions();

            // When
            Page again = late.fillIn(late.fill(form, path, Map.of("locums", "123.45")), "late-keeper-of-books");

            // Then
            assertThat(again.address().toString()).as(path).startsWith(Browser.url() + path + "?draft=");
            assertThat(again.body())
                    .contains("Nothing is lost")
                    .containsPattern("name=\"locums\"[^>]*value=\"123.45\"");
            late.cookies().clear();
            late.forgetOthers();
        }
    }

    private static Map<String, String> budget(String... more) {
        return with(
                Map.of(
                        "year", "2026",
                        "pastIncome", "£1,250.50",
                        "pastIncomeSource", "Accounts of 2025-26",
                        "locums", "120",
                        "staff", "840.00",
                        "premises", "180",
                        "other", "60",
                        "reason", "The year begins"),
                more);
    }

    private static Map<String, String> anew(String... more) {
        var fields = new HashMap<>(budget("reason", "A penny was found", "tag", "\"7\""));
        fields.remove("year");
        return with(fields, more);
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        var fields = new HashMap<>(known);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
