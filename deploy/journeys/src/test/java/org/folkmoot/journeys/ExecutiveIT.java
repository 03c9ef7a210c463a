package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.folkmoot.portal.frame.PortalPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The executive at work: decisions under powers and beyond them, actions until they are done, meetings until their minutes. */
class ExecutiveIT {

    private static final String REFUSED = "A wound-care clinic for two years";

    private final Places places = new Places("qkk");

    @ParameterizedTest
    @EnumSource
    void takes_a_decision_under_a_power_and_walks_from_it_up_to_the_ballot(Script script) {
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/decisions/");
            window.button("Take a decision").click();
            window.look("decision-power");
            window.field("Local enhanced services").check();
            window.button("Continue").click();
            window.button("Decide").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what is decided");
            window.look("decision-empty");
            decide(window, "A second car for visits, " + script, "£2,000", "3");
            assertThat(window.main()).containsText("The decision is taken.");
            assertThat(window.main()).containsText("£2,000");
            window.look("decision-taken");

            window.link("What it rests on, up to the ballot, and what rests on it")
                    .click();
            assertThat(window.page().locator(".nhsuk-picture__svg--layers")).isVisible();
            assertThat(window.main()).containsText("A mandate to speak for general practice in Greenwich");
            window.look("chain-of-a-decision");
            window.main().locator("a[href*='/ballots/']").first().click();
            assertThat(window.page().locator("#result")).isVisible();
            window.link("What rests on this ballot").click();
            assertThat(window.main()).containsText("A second car for visits, " + script);
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_refused_what_no_power_covers_and_finds_where_the_group_decides_it(Script script) {
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/decisions/add/");
            window.field("Local enhanced services").check();
            window.button("Continue").click();
            decide(window, "A fleet of cars, " + script, "900000", "36");
            assertThat(window.main()).containsText("Refused: no power covers it");
            assertThat(window.main()).containsText("It costs more than one decision may");
            assertThat(window.main()).containsText("It binds for longer than a decision may");
            window.look("decision-refused");
            window.link("The item for the agenda").click();
            assertThat(window.main()).containsText("Decision that no power covered");
            window.look("escalated-item");

            // The one of the story stands on an agenda already.
            window.open("/qkk/decisions/?state=refused");
            window.link(REFUSED).click();
            assertThat(window.main()).containsText("It is on the agenda of");
            window.link(Pattern.compile("^Greenwich leadership group")).click();
            assertThat(window.page().locator("#agenda")).isVisible();
            assertThat(window.main()).containsText(REFUSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_action_is_assigned_taken_in_hand_and_done_with_evidence(Script script) {
        String title = "Write to the trust, " + script;
        LocalDate due = LocalDate.now(ZoneId.of("Europe/London")).plusYears(1);
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open(places.address(PortalPage.DECISION, Person.MANAGER));
            window.button("Assign an action").click();
            window.field("Who does it?").fill("mona");
            window.button("Look them up").click();
            window.field("Mona Manager").check();
            window.field("What is it called?").fill(title);
            window.field("What is to be done?").fill("Ask for the rota, and thank them.");
            window.button("Assign it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("The day must be a real date");
            window.look("action-without-day");
            window.field("Day").fill(Integer.toString(due.getDayOfMonth()));
            window.field("Month").fill(Integer.toString(due.getMonthValue()));
            window.field("Year").fill(Integer.toString(due.getYear()));
            window.button("Assign it").click();
            assertThat(window.main()).containsText("The action is assigned.");

            window.link(title).click();
            window.button("Take it in hand").click();
            assertThat(window.main()).containsText("You have taken it in hand.");
            window.field("Further steps").fill("Find the address");
            window.button("Keep the steps").click();
            window.field("Find the address").check();
            window.button("Keep the steps").click();
            assertThat(window.field("Find the address")).isChecked();
            window.look("action-in-hand");
            window.button("It is done").click();
            window.button("It is done").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what shows that it is done");
            window.field("What shows that it is done?").fill("The trust's letter of today.");
            window.button("It is done").click();
            assertThat(window.main()).containsText("The trust's letter of today.");
            window.look("action-done");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_meeting_is_drafted_called_held_and_its_minutes_are_approved(Script script) {
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/meetings/");
            window.button("Draft a meeting").click();
            window.page().getByLabel(Pattern.compile("^Greenwich executive")).check();
            window.button("Draft it").click();
            assertThat(window.main()).containsText("The meeting is drafted.");
            window.button("Call this meeting").click();
            assertThat(window.main()).containsText("The meeting is called.");
            window.button("Open this meeting").click();
            assertThat(window.page().locator("#now")).isVisible();
            window.look("meeting-in-session");
            window.button("Close the meeting").click();
            window.button("Close the meeting").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the minutes");
            window.look("meeting-without-minutes");
            window.field("What is written down of the meeting").fill("Two were there, and agreed.");
            window.button("Close the meeting").click();
            assertThat(window.main()).containsText("The meeting is closed.");
            window.button("Approve the minutes").click();
            assertThat(window.main()).containsText("The minutes are approved.");

            // It rests on the mandate that the group has, and so does whatever comes from it.
            window.link("What it rests on, up to the ballot").click();
            assertThat(window.main()).containsText("A mandate to speak for general practice in Greenwich");
            assertThat(window.main()).not().containsText("no vote of practices stands behind it");
            window.look("authority-of-a-meeting");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_meeting_that_was_called_is_cancelled_and_says_why(Script script) {
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/meetings/add/");
            window.page().getByLabel(Pattern.compile("^Greenwich executive")).check();
            window.button("Draft it").click();
            window.button("Call this meeting").click();
            assertThat(window.main()).containsText("The meeting is called.");
            window.link("Cancel this meeting").click();
            window.button("Cancel the meeting").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter why it does not take place");
            window.look("meeting-cancel");
            window.field("Why?").fill("Half of us are ill.");
            window.button("Cancel the meeting").click();
            assertThat(window.main()).containsText("The meeting is cancelled.");
            assertThat(window.main()).containsText("Half of us are ill.");
            window.look("meeting-cancelled");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_committee_sees_on_its_first_page_what_no_power_covered_and_what_is_overdue(Script script) {
        try (Window window = Window.of(Person.LMC, script)) {
            window.open("/qkk/");
            assertThat(window.main()).containsText("Decisions that no power covered");
            assertThat(window.main()).containsText("overdue");
            window.page()
                    .locator("section[aria-labelledby=watch] a[href*='/decisions/']")
                    .first()
                    .click();
            assertThat(window.main()).containsText("Why it was not taken");
            assertThat(window.main()).containsText("Where it is decided now");
        }
    }

    private static void decide(Window window, String title, String money, String months) {
        window.field("What is it called?").fill(title);
        window.field("What is decided?").fill("That it is bought.");
        window.field("Why?").fill("Two visits in three come too late.");
        window.field("What does it cost, in pounds?").fill(money);
        window.field("For how many months does it bind?").fill(months);
        window.button("Decide").click();
    }
}
