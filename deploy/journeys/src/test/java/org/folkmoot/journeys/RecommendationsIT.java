package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A national body recommends something: somebody is entrusted with the response, and gives it. */
class RecommendationsIT {

    @ParameterizedTest
    @EnumSource
    void a_recommendation_is_recorded_entrusted_and_responded_to(Script script) {
        String title = "Share records between practices, JavaScript " + script;
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/recommendations/");
            window.button("Record a recommendation").click();
            window.field("What is it called?").fill(title);
            window.field("What is recommended?").fill("That practices share what they need to know.");
            window.field("Who recommends it?").fill("Care Quality Commission");
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("The day must be a real date");
            window.look("recommendation-without-day");
            window.field("Day").fill("31");
            window.field("Month").fill("3");
            window.field("Year").fill("2028");
            window.button("Record it").click();
            assertThat(window.main()).containsText("The recommendation is recorded.");
            window.link("Change who responds").click();
            window.field("Who responds?").fill("mona");
            window.button("Look them up").click();
            window.look("recommendation-responder");
            window.field("Mona Manager").check();
            window.button("They respond").click();
            assertThat(window.main()).containsText("Mona Manager");

            window.open("/qkk/recommendations/?mine=true");
            window.link(title).click();
            window.button("Respond to it").click();
            window.field("What is the response?").fill("We have done so since April.");
            window.button("Respond").click();
            assertThat(window.main()).containsText("We have done so since April.");
            window.look("recommendation-responded");
        }
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/recommendations/?state=responded");
            window.link(title).click();
            assertThat(window.main()).containsText("We have done so since April.");
        }
    }
}
