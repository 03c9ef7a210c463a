package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
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
        }
    }
}
