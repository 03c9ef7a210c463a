package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.api.Test;

/** A practice takes back the mandate that it gave; enough others stand behind it still. */
class MandateIT {

    /** Small, and of a network that no other journey is about. */
    private static final String PRACTICE = "G83651";

    private static final String CHOICE = "input[name=practice][value=" + PRACTICE + "]";

    @Test
    void a_practice_withdraws_from_a_mandate_and_its_reason_stands_beside_it() {
        try (Window window = Window.of(Person.OF_ANOTHER_PCN, Script.OFF)) {
            window.open("/qkk/mandates/");
            window.link("A mandate to speak for general practice in Greenwich").click();
            window.link("Withdraw it for your practice").click();
            window.button("Withdraw the mandate").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Choose the practice");
            assertThat(window.page().getByRole(AriaRole.ALERT))
                    .containsText("Tick the box to say that the practice has decided this");
            window.look("withdraw-mandate-empty");
            window.page().locator(CHOICE).check();
            window.field("Why?").fill("We want to be asked more often.");
            window.field("The practice has decided to withdraw").check();
            window.button("Withdraw the mandate").click();
            assertThat(window.main()).containsText("The mandate is withdrawn for this practice.");
            assertThat(window.main()).containsText("In force");

            // Everybody sees that it has, and why.
            window.field("Name or code").fill(PRACTICE);
            window.field("Position").selectOption("Withdrawn");
            window.button("Show").click();
            Locator practices = window.page().getByRole(AriaRole.TABLE).last();
            assertThat(practices).not().containsText("G83001");
            assertThat(practices).containsText("We want to be asked more often.");
            window.look("mandate-withdrawn");

            // It cannot be withdrawn twice; for the other practice it can.
            window.link("Withdraw it for your practice").click();
            assertThat(window.button("Withdraw the mandate")).isVisible();
            assertThat(window.page().locator(CHOICE)).hasCount(0);
        }
    }
}
