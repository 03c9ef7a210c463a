package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A practice considers joining a trust and declines, with the local medical committee's objection on record. */
class IntegrationIT {

    private final Places places = new Places("qkk");

    @ParameterizedTest
    @EnumSource
    void a_practice_considers_hears_the_committee_and_declines(Script script) {
        String practice = places.practice().path("code").asText();
        String title = "Join the trust, JavaScript " + script;
        String address;
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/models/");
            window.link("Integration cases").click();
            window.button("Open a case").click();
            window.button("Open the case").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter who proposed it");
            window.field("Which practice?").selectOption(practice);
            window.field("What is it called?").fill(title);
            window.field("What speaks for and against it?").fill("For: cover. Against: the contract is given up.");
            window.field("Who proposed it?").fill("The trust");
            window.field("Who would be joined?").fill("RJ2");
            window.button("Open the case").click();
            assertThat(window.main()).containsText("The case is open.");
            window.look("case-opened");
            address = window.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "");

            window.link("Record due diligence").click();
            window.field("Area").selectOption("workforce");
            window.field("What was looked at?").fill("Vacant posts");
            window.field("What was found?").fill("None");
            window.field("What shows it?").fill("Staff list of this month");
            window.button("Record this item").click();
            assertThat(window.main()).containsText("The item is on record.");
        }
        try (Window window = Window.of(Person.LMC, script)) {
            window.open(address);
            window.link("Comment or object for the local medical committee").click();
            window.field("An objection").check();
            window.field("What does the committee say?").fill("The list would lose its voice.");
            window.button("Put it on record").click();
            assertThat(window.main()).containsText("The list would lose its voice.");
        }
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open(address);
            window.link("Record the practice's decision").click();
            window.field("To decline").check();
            window.button("Record the decision").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the reason");
            window.field("Why?").fill("We can recruit by ourselves.");
            window.field("Day").fill("12");
            window.field("Month").fill("5");
            window.field("Year").fill("2026");
            window.button("Record the decision").click();
            assertThat(window.main()).containsText("The decision is on record.");
            assertThat(window.main()).containsText("We can recruit by ourselves.");
            window.look("case-declined");
            window.assertQuiet();
        }
    }
}
