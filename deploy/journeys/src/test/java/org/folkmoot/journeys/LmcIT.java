package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.folkmoot.portal.frame.PortalPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An LMC executive, who follows a power back to the votes that gave it, and looks where nobody votes. */
class LmcIT {

    private final Places places = new Places("qkk");

    @ParameterizedTest
    @EnumSource
    void walks_from_a_power_to_the_ballot_that_decided_it_and_how_to_check_it(Script script) {
        try (Window window = Window.of(Person.LMC, script)) {
            window.open(places.address(PortalPage.POWER, Person.LMC));
            assertThat(window.main()).containsText("Decided by the ballot");
            window.link("A mandate to speak for general practice in Greenwich")
                    .last()
                    .click();
            assertThat(window.page().locator("#result")).isVisible();
            assertThat(window.main()).containsText("./folkmoot ballot verify");
            window.look("result-of-a-power");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sees_on_the_first_page_in_which_pcns_few_have_voted(Script script) {
        try (Window window = Window.of(Person.LMC, script)) {
            window.open("/qkk/");
            assertThat(window.main()).containsText("To watch");
            window.link(Pattern.compile("^Turnout by PCN")).first().click();
            assertThat(window.page().locator("#pcns")).isVisible();
        }
    }
}
