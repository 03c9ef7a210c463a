package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever writes down how practices are really organised, and looks at it afterwards. */
class KnowledgeIT {

    @ParameterizedTest
    @EnumSource
    void a_company_comes_to_hold_a_contract_and_the_map_and_the_timeline_say_so(Script script) {
        // Two of which no history of the local stack tells.
        String practice = script == Script.ON ? "G83013" : "G83015";
        String company = "Riverside Care " + script;
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            // What no national file has is defined first.
            window.open("/qkk/bodies/add/");
            window.field("What is it?").selectOption("A partnership of GPs");
            window.button("Define it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what it is called");
            window.look("body-without-name");
            window.field("Name").fill(company);
            window.button("Define it").click();
            assertThat(window.main()).containsText("It is defined, and can be chosen for a link.");

            // A link without a day is not taken; the whole one is.
            window.open("/qkk/practices/" + practice + "/model/");
            window.link("Record a link of this practice").click();
            window.field("What is it?").selectOption("Contract held by");
            window.field("Or one that has none in the directory").selectOption(company);
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the first day");
            window.look("link-without-day");
            window.field("Day").first().fill("1");
            window.field("Month").first().fill("4");
            window.field("Year").first().fill("2025");
            window.field("What shows it?").fill("A contract of March 2025.");
            window.button("Record it").click();
            assertThat(window.main()).containsText("The link is recorded.");
            assertThat(window.main()).containsText("Independent partnership");
            assertThat(window.main()).containsText("A contract of March 2025.");
            window.look("practice-model");

            // As at a day before, nothing is recorded; the map has it today.
            window.open("/qkk/practices/" + practice + "/model/?asAt=2025-03-31");
            assertThat(window.main()).containsText("Not recorded");
            window.open("/qkk/models/");
            window.field("Operating model").selectOption("Independent partnership");
            window.button("Show").first().click();
            assertThat(window.page().getByRole(AriaRole.TABLE).first()).containsText(practice);
            window.look("models");

            // It began a year before: what was believed stays on record, and the day before has another answer.
            window.open("/qkk/practices/" + practice + "/model/");
            window.link("Contract held by " + company).click();
            window.link("Correct what is believed of it").click();
            window.field("Year").first().fill("2024");
            window.button("Record the correction").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter how the mistake was found");
            window.look("link-corrected-without-reason");
            window.field("How was the mistake found?").fill("The contract was found.");
            window.button("Record the correction").click();
            assertThat(window.main()).containsText("What was believed before is kept.");
            assertThat(window.main()).containsText("1 April 2025");
            window.look("link-corrected");
            String link =
                    window.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
            window.open("/qkk/practices/" + practice + "/model/?asAt=2025-03-31");
            assertThat(window.main()).containsText("Independent partnership");

            // It ends; and then it turns out that it never was.
            window.open(link);
            window.link("Say when it ends").click();
            window.field("Day").fill("31");
            window.field("Month").fill("5");
            window.field("Year").fill("2026");
            window.field("Why does it end, and what shows it?").fill("A letter of May 2026.");
            window.button("Record the end").click();
            assertThat(window.main()).containsText("It is recorded when it ends.");
            window.link("Withdraw it: it never was").click();
            window.field("Why is it known that it never was?").fill("Another practice was meant.");
            window.button("Withdraw it").click();
            assertThat(window.main()).containsText("The link is withdrawn.");
            window.look("link-withdrawn");
            window.open("/qkk/practices/" + practice + "/model/?asAt=2025-06-01");
            assertThat(window.main()).containsText("Not recorded");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_company_comes_to_belong_to_another_and_each_of_them_says_so(Script script) {
        String company = "Estuary Care " + script;
        String parent = "Estuary Holdings " + script;
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            for (String name : List.of(parent, company)) {
                window.open("/qkk/bodies/");
                window.button("Define an organisation").click();
                window.field("What is it?").selectOption("Another company");
                window.field("Name").fill(name);
                window.button("Define it").click();
                assertThat(window.main()).containsText("It is defined");
            }

            // A link without a day is not taken, and nothing is lost; the whole one is.
            window.link("Record a link of it").click();
            window.field("What is it?").selectOption("Subsidiary of");
            window.field("Or one that has none in the directory").selectOption(parent);
            window.field("What shows it?").fill("The articles of 2024.");
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the first day");
            assertThat(window.field("What shows it?")).hasValue("The articles of 2024.");
            window.look("body-link-without-day");
            window.field("Day").first().fill("1");
            window.field("Month").first().fill("4");
            window.field("Year").first().fill("2024");
            window.button("Record it").click();
            assertThat(window.main()).containsText("The link is recorded.");
            assertThat(window.main()).containsText("The articles of 2024.");
            window.look("body");

            // The other says the same from its side; on a day before, neither does.
            window.link(parent).last().click();
            assertThat(window.main()).containsText("Has as its subsidiary " + company);
            String other =
                    window.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");
            window.open(other + "?asAt=2024-03-31");
            assertThat(window.main()).not().containsText(company);

            // It is corrected, and ends.
            window.open(other);
            window.link("Has as its subsidiary " + company).click();
            window.link("Correct what is believed of it").click();
            window.field("Year").first().fill("2023");
            window.field("How was the mistake found?").fill("The register was read.");
            window.button("Record the correction").click();
            assertThat(window.main()).containsText("What was believed before is kept.");
            window.link("Say when it ends").click();
            window.field("Day").fill("31");
            window.field("Month").fill("5");
            window.field("Year").fill("2026");
            window.field("Why does it end, and what shows it?").fill("It was sold.");
            window.button("Record the end").click();
            assertThat(window.main()).containsText("It is recorded when it ends.");
            window.open(other + "?asAt=2026-06-01");
            assertThat(window.main()).not().containsText(company);
            window.open("/qkk/bodies/?q=Estuary");
            assertThat(window.main()).containsText(company);
            window.look("bodies");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_budget_that_does_not_add_up_is_put_right_and_what_was_spent_stands_beside_it(Script script) {
        // A year for each, for a budget is set once: of years long past, so that no other journey reads it.
        String practice = "G83013";
        String year = script == Script.ON ? "2001" : "2002";
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open("/qkk/practices/" + practice + "/");
            window.link("Set its budget").click();
            window.field("The year in which it begins").fill(year);
            window.field("Past income").fill("1,200");
            window.field("Of which year is that, and what shows it?").fill("Accounts of the year before");
            window.field("Locums").fill("120");
            window.field("Substantive staff").fill("840");
            window.field("Premises").fill("180");
            window.field("Other").fill("60.01");
            window.field("Why is it set so?").fill("The year begins.");
            window.button("Set the budget").click();
            assertThat(window.page().getByRole(AriaRole.ALERT))
                    .containsText("The amounts must come to £1,200.00, past income and adjustment together");
            assertThat(window.field("Other")).hasValue("60.01");
            assertThat(window.field("Why is it set so?")).hasValue("The year begins.");
            window.look("budget-that-does-not-add-up");
            window.field("Other").fill("60");
            window.button("Set the budget").click();
            assertThat(window.main()).containsText("The budget is set.");
            String budget = "/qkk/practices/" + practice + "/budgets/" + year + "/";
            window.look("budget");

            // A month without what shows it is not taken; the whole one is, and stands beside the month's budget.
            window.link("April " + year + " (record what was spent)").click();
            window.field("Locums").fill("25.50");
            window.field("Substantive staff").fill("70");
            window.field("Premises").fill("15");
            window.field("Other").fill("0");
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what shows it");
            assertThat(window.field("Locums")).hasValue("25.50");
            window.look("spend-without-source");
            window.field("What shows it?").fill("The ledger of April.");
            window.button("Record it").click();
            assertThat(window.main()).containsText("What was spent is recorded.");
            assertThat(window.main()).containsText("£110.50 together");
            window.open(budget);
            assertThat(window.main()).containsText("Spending of 1 month is recorded.");
            assertThat(window.main()).containsText("£15.50");

            // Both are put right, and what was said before stays.
            window.link("April " + year + " (put right what was spent)").click();
            window.field("Locums").fill("10");
            window.button("Record it").click();
            assertThat(window.main()).containsText("£95 together");
            window.open(budget);
            window.link("Set it anew").click();
            window.field("Adjustment").fill("-60");
            window.field("Why is there an adjustment?").fill("A room was let.");
            window.field("Other").fill("0");
            window.field("Why is it set so?").fill("A room was let in April.");
            window.button("Set the budget").click();
            assertThat(window.main()).containsText("£1,200: The year begins.");
            window.look("budget-set-anew");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_amount_is_divided_over_practices_and_it_is_told_where_each_penny_went(Script script) {
        String title = "Money for winter " + script;
        try (Window window = Window.of(Person.ADMINISTRATOR, script)) {
            window.open("/qkk/fair-shares/");
            window.button("Divide an amount").click();
            window.field("What money is it?").fill(title);
            window.field("Amount").fill("100");
            window.field("Weights of the ICS's own").check();
            window.field("These").check();
            window.field("Where do the weights come from?").fill("A count in July.");
            window.field("Why is it divided, and so?").fill("By visits at weekends.");

            // Nobody to share it is an error that says so, and nothing is lost.
            window.button("Divide it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter at least one practice");
            assertThat(window.field("What money is it?")).hasValue(title);
            window.look("fair-share-of-nobody");
            window.field("ODS code of each practice").fill("G83013 2\nG83015 1");
            window.button("Divide it").click();
            assertThat(window.main()).containsText("The amount is divided.");
            assertThat(window.main()).containsText("£66.67");
            assertThat(window.main()).containsText("£33.33");
            assertThat(window.main()).containsText("By visits at weekends.");
            window.look("fair-share-divided");
            window.open("/qkk/fair-shares/?practice=G83015");
            assertThat(window.link(title)).isVisible();
        }
    }
}
