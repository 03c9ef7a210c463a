package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody sits for general practice where others meet: with a mandate and a brief, and brings back what was said. */
class RepresentationIT {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @EnumSource
    void a_meeting_is_registered_its_chair_filled_under_a_mandate_briefed_and_reported_back(Script script) {
        String body = "Integrated Care Partnership, JavaScript " + script;
        LocalDate today = LocalDate.now(LONDON);
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/representation/");
            window.button("Register a meeting").click();
            window.button("Register it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter who meets");
            window.look("system-meeting-empty");
            window.field("Who meets?").fill(body);
            window.field("What is it for?").fill("Agrees the plan of the ICS.");
            window.field("Who leads it?").fill("The board");
            window.field("Where does it meet?").fill("County Hall");
            window.field("Which seats has general practice?").fill("GP member");
            window.field("Weeks from one to the next").fill("4");
            enter(window, 0, today);
            window.field("Time").fill("14:00");
            window.button("Register it").click();
            assertThat(window.main()).containsText("The meeting is registered.");
            assertThat(window.main()).containsText("Nobody has been named yet.");

            // Nobody may sit there for longer than the mandate lasts.
            window.button("Say who sits there").click();
            window.field("Who sits there?").fill("mona");
            window.button("Look them up").click();
            window.field("Mona Manager").check();
            window.field("GP member").check();
            window.page()
                    .getByLabel(Pattern.compile("^A mandate to speak for general practice in Greenwich"))
                    .first()
                    .check();
            enter(window, 1, today.plusYears(4));
            window.button("Name them").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("The mandate's last day is");
            window.look("representative-beyond-the-mandate");
            enter(window, 1, today.plusMonths(6));
            window.button("Name them").click();
            assertThat(window.main()).containsText("It is said who sits there.");
            assertThat(window.main()).containsText("Mona Manager");

            window.button("Enter dates").click();
            enter(window, 0, today.plusMonths(3));
            window.button("Enter them all").click();
            assertThat(window.main()).containsText("The dates are entered.");
            window.look("system-meeting-with-dates");
            window.page().locator("table a[href*='/sittings/']").first().click();
            window.button("Write the brief").click();
            window.field("What to say").fill("Ask for one list.");
            window.button("Keep the brief").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what not to agree");
            window.field("What not to agree").fill("Nothing on money.");
            window.button("Keep the brief").click();
            assertThat(window.main()).containsText("Nothing on money.");
            window.look("sitting-with-brief");

            // One that has begun is reported back.
            window.link(body).first().click();
            window.button("Enter dates").click();
            enter(window, 1, today);
            window.field("Time").fill("00:01");
            window.button("Enter one date").click();
            assertThat(window.main()).containsText("The report back is due by");
            window.button("Report back").click();
            window.button("File the report").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what was said and decided");
            window.look("report-empty");
            window.field("What was said and decided there?").fill("One list was agreed.");
            window.button("File the report").click();
            assertThat(window.main()).containsText("One list was agreed.");
            window.look("sitting-reported");

            window.link(Pattern.compile("^Mona Manager")).first().click();
            window.link("What it rests on, up to the ballot").click();
            assertThat(window.main()).containsText("A mandate to speak for general practice in Greenwich");
        }
        try (Window window = Window.of(Person.OBSERVER, script)) {
            window.open("/qkk/representation/coverage/");
            assertThat(window.main()).containsText(body);
            window.look("coverage");
            window.link(body).click();
            assertThat(window.main()).containsText("Somebody of general practice");
            assertThat(window.main()).not().containsText("Mona Manager");
        }
    }

    /** Fills in the date that stands at that place on the page, counted from 0. */
    private static void enter(Window window, int place, LocalDate day) {
        window.field("Day").nth(place).fill(Integer.toString(day.getDayOfMonth()));
        window.field("Month").nth(place).fill(Integer.toString(day.getMonthValue()));
        window.field("Year").nth(place).fill(Integer.toString(day.getYear()));
    }
}
