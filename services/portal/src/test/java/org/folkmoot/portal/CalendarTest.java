package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person's dates at a secret address. */
@PortalTest
class CalendarTest {

    private static final String CALENDAR = "/qkk/calendar/";
    private static final String SECRET = "A".repeat(43);
    /** A minute can end in between. */
    private static final int MORE_THAN_IN_TWO_MINUTES = 21;

    private static final String ADDRESS = "/calendars/qkk/" + SECRET + ".ics";

    @Inject
    Portal portal;

    private Browser observer;

    @BeforeEach
    void begin() {
        portal.begin();
        observer = Visitors.as(Roles.ICS_OBSERVER);
        Portal.play("");
    }

    @Test
    void the_address_is_told_once_with_how_to_use_it() {
        // Given
        Portal.play("executive=absent");
        Page before = observer.open(CALENDAR);
        Portal.play("");

        // When
        Page made = observer.fill(before, CALENDAR, Map.of());
        Page after = observer.open(CALENDAR);

        // Then
        assertThat(before.body()).contains("Make my address").doesNotContain("Revoke");
        assertThat(made.address().getPath()).isEqualTo(CALENDAR);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.body())
                .contains("The address is made.", Browser.url() + ADDRESS, "It is shown this once.", "Outlook")
                .contains("href=\"" + (Browser.url() + ADDRESS).replace("http:", "webcal:") + "\"");
        assertThat(after.body())
                .contains("20 November 2026 at 09:00", "21 November 2026 at 06:30", "Make a new address")
                .contains("The address answers until 6 December 2026 at 09:00.")
                .doesNotContain(SECRET);
        assertThat(Portal.asked()).anyMatch(asked -> asked.startsWith("PUT /executive/my/calendar-feed "));
    }

    @Test
    void the_address_is_revoked_once_that_is_confirmed() {
        // Given
        Page whether = observer.open(CALENDAR + "revoke/");

        // When
        Page revoked = observer.fill(whether, CALENDAR + "revoke/", Map.of());
        Portal.play("executive=absent");
        Page nothing = observer.open(CALENDAR + "revoke/");

        // Then
        assertThat(revoked.body()).contains("The address leads nowhere any more.");
        assertThat(nothing.body()).contains("You have no address.").doesNotContain("Revoke it");
    }

    @Test
    void an_administrator_revokes_it_for_somebody_else() {
        // Given
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        String person = "/qkk/people/0198c3a2-0000-7000-8000-0000000000a1/";
        Page whether = administrator.open(person + "calendar/");

        // When
        Page revoked = administrator.fill(whether, person + "calendar/", Map.of());

        // Then
        assertThat(administrator.open(person).body()).contains(person + "calendar/");
        assertThat(revoked.body()).contains("The address of their calendar leads nowhere any more.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith(
                        "DELETE /executive/people/0198c3a2-0000-7000-8000-0000000000a1/calendar-feed "));
    }

    @Test
    void a_calendar_program_fetches_it_without_signing_in() {
        // When
        Page calendar = program().open(ADDRESS);

        // Then
        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.body()).isEqualTo("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n");
        assertThat(calendar.header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        assertThat(calendar.header("Content-Disposition")).isEqualTo("inline; filename=\"folkmoot.ics\"");
        assertThat(calendar.header("Cache-Control")).isEqualTo("no-store");
        assertThat(calendar.header("Set-Cookie")).isEmpty();
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /executive" + ADDRESS + " ") && asked.contains("token=false"));
    }

    @Test
    void what_is_no_address_of_a_calendar_is_not_there_and_nobody_is_asked() {
        for (String wrong : List.of(
                "/calendars/qkk/" + "A".repeat(42) + ".ics",
                "/calendars/qkk/" + "A".repeat(44) + ".ics",
                "/calendars/qkkk/" + SECRET + ".ics",
                "/calendars/QKK/" + SECRET + ".ics",
                "/calendars/qkk/" + SECRET,
                "/calendars/qkk/" + SECRET + ".ics/more",
                "/calendars/qkk/")) {
            assertThat(program().open(wrong).status()).as(wrong).isEqualTo(404);
        }
        assertThat(Portal.asked()).noneMatch(asked -> asked.contains("/calendars/"));
    }

    @Test
    void an_address_at_which_nothing_is_is_not_there() {
        // When
        Page page = program().open("/calendars/qkk/" + "B".repeat(43) + ".ics");

        // Then
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_program_that_asks_without_end_is_told_to_wait_and_asks_nobody() {
        // Given
        String address = "/calendars/qkk/" + "C".repeat(43) + ".ics";

        // When
        List<Page> pages = IntStream.range(0, MORE_THAN_IN_TWO_MINUTES)
                .mapToObj(time -> program().open(address))
                .toList();

        // Then
        assertThat(pages)
                .filteredOn(page -> page.status() == 429)
                .isNotEmpty()
                .allSatisfy(page ->
                        assertThat(Integer.parseInt(page.header("Retry-After"))).isBetween(1, 60));
        assertThat(Portal.asked().stream()
                        .filter(asked -> asked.contains(address))
                        .count())
                .isLessThan(MORE_THAN_IN_TWO_MINUTES);
        assertThat(program().open("/calendars/qkk/" + "D".repeat(43) + ".ics").status())
                .as("another address")
                .isEqualTo(404);
    }

    @Test
    void the_secret_stands_in_no_log_even_when_the_service_is_away() {
        // Given
        var heard = new CopyOnWriteArrayList<String>();
        Handler listener = listener(heard);
        Logger.getLogger("").addHandler(listener);
        String secret = "E".repeat(43);
        Portal.play("executive=down");

        // When
        Page page = program().open("/calendars/qkk/" + secret + ".ics");
        Logger.getLogger("").removeHandler(listener);

        // Then
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("60");
        assertThat(heard)
                .anyMatch(line -> line.contains("The executive service answers 503"))
                .noneMatch(line -> line.contains(secret));
    }

    private static Browser program() {
        return new Browser().with("Accept", "text/calendar, */*").with("Sec-Fetch-Site", "");
    }

    private static Handler listener(List<String> heard) {
        var listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                heard.add(new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        listener.setLevel(Level.ALL);
        return listener;
    }
}
