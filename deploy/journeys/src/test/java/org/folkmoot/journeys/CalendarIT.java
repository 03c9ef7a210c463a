package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody has their dates in their calendar program. */
class CalendarIT {

    private final Stack stack = Stack.up();

    @ParameterizedTest
    @EnumSource
    void a_calendar_program_finds_the_dates_until_the_address_is_revoked(Script script) {
        try (Window window = Window.of(Person.SECRETARY, script)) {
            window.open("/qkk/meetings/");
            window.link("Have your dates in your calendar program").click();
            window.button("Make my address").click();
            assertThat(window.main()).containsText("It is shown this once.");
            window.look("calendar-address");
            String address = window.main().locator("strong.app-code").innerText();

            Stack.Answer calendar = fetched(address);
            assertThat(calendar.status()).isEqualTo(200);
            assertThat(calendar.contentType()).startsWith("text/calendar");

            window.open("/qkk/calendar/");
            assertThat(window.main()).containsText("A calendar program last asked there");
            assertThat(window.main()).not().containsText(address);
            window.look("calendar-fetched");
            window.link("Revoke the address").click();
            window.look("calendar-revoke");
            window.button("Revoke it").click();
            assertThat(window.main()).containsText("The address leads nowhere any more.");
            assertThat(fetched(address).status()).isEqualTo(404);
        }
    }

    /** As a program does it: without a session and without a token. */
    private Stack.Answer fetched(String address) {
        return stack.send(HttpRequest.newBuilder(URI.create(address)).build());
    }
}
