package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.api.Test;

/** A service is down. */
class OutageIT {

    private final Stack stack = Stack.up();

    @Test
    void its_parts_of_a_page_say_so_and_the_rest_stands() {
        try (Window with = Window.of(Person.ADMINISTRATOR, Script.ON);
                Window without = Window.of(Person.ADMINISTRATOR, Script.OFF)) {
            List<Window> windows = List.of(with, without);
            stack.signal("supervisor", "STOP");
            try {
                stack.signal("registry", "KILL");
                windows.forEach(OutageIT::seesWhatIsMissing);
            } finally {
                stack.signal("supervisor", "CONT");
            }

            // It is started again by itself, and the page is whole again.
            stack.awaitReady();
            for (Window window : windows) {
                window.open("/qkk/");
                assertThat(window.main()).not().containsText("does not answer");
            }
        }
    }

    private static void seesWhatIsMissing(Window window) {
        // Of the first page some parts are the registry's, and others are not.
        assertThat(window.open("/qkk/").status()).isEqualTo(200);
        Locator people = window.main().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("People"));
        assertThat(people).containsText("with an account");
        assertThat(window.main()).containsText("The registry does not answer at the moment.");
        window.look("registry-down");

        // A page that is nothing without it says so as a whole.
        assertThat(window.open("/qkk/directory/?q=practice").status()).isEqualTo(503);
        assertThat(window.button("Try again")).isVisible();
        window.look("registry-down-directory");
    }
}
