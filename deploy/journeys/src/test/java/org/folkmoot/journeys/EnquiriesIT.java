package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The single point of access: the board asks, the executive's manager sees to it, a practice says what only it knows. */
class EnquiriesIT {

    private final Places places = new Places("qkk");

    @ParameterizedTest
    @EnumSource
    void an_enquiry_is_answered_with_what_a_practice_knows(Script script) {
        String subject = "Visits at weekends, " + script;
        String practice = places.practice().path("code").asText();
        try (Window board = Window.of(Person.OBSERVER, script);
                Window manager = Window.of(Person.MANAGER, script);
                Window voter = Window.of(Person.VOTER, script)) {
            ask(board, subject);
            String address =
                    board.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*$", "");

            takeOn(manager, address);
            manager.button("Ask practices").click();
            manager.button("Ask them").click();
            assertThat(manager.page().getByRole(AriaRole.ALERT)).containsText("Choose at least one practice");
            manager.look("practices-none-chosen");
            manager.page()
                    .locator("details:has(input[value='" + practice + "']) > summary")
                    .click();
            manager.page()
                    .locator("input[name=practices][value='" + practice + "']")
                    .check();
            manager.field("What are they asked?").fill("How many visits did you make in October?");
            manager.button("Ask them").click();
            assertThat(manager.main()).containsText("The practices are asked.");
            assertThat(manager.main()).containsText("0 of 1 have answered");

            answerForThePractice(voter, subject);

            manager.open(address);
            assertThat(manager.main()).containsText("Twelve, on four weekends.");
            manager.look("enquiry-with-answers");
            assignAnAction(manager, address);
            askBack(manager);
            board.open(address);
            assertThat(board.main()).containsText("Which October do you mean?");
            assertThat(board.main()).not().containsText("Mona Manager");
            board.button("Reply to what was asked").click();
            board.field("The reply").fill("That of this year.");
            board.button("Keep this reply").click();
            assertThat(board.main()).containsText("The reply is kept, and the clock goes on.");

            manager.open(address);
            manager.button("Answer it").click();
            manager.field("The answer").fill("Twelve visits in October.");
            manager.button("Send this answer").click();
            assertThat(manager.main()).containsText("The enquirer has the answer.");
            manager.button("Close it").click();
            manager.button("Close it").click();
            assertThat(manager.main()).containsText("The enquiry is closed.");

            board.open(address);
            assertThat(board.main()).containsText("Twelve visits in October.");
            board.look("enquiry-of-its-enquirer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_for_general_practice_is_sent_elsewhere(Script script) {
        String subject = "Parking at the hospital, " + script;
        try (Window manager = Window.of(Person.MANAGER, script)) {
            manager.open("/qkk/enquiries/");
            manager.button("Ask general practice something").click();
            manager.field("Who asks?").fill("qkk");
            manager.field("What is it about?").fill(subject);
            manager.field("What do you want to know?").fill("Who pays for it?");
            manager.button("Send this enquiry").click();
            assertThat(manager.main()).containsText("Mona Manager wrote it down");

            manager.button("Close it without an answer").click();
            manager.button("Close it").click();
            assertThat(manager.page().getByRole(AriaRole.ALERT)).containsText("Choose why it gets no answer");
            manager.look("enquiry-closed-for-no-reason");
            manager.field("It is not for general practice to answer").check();
            manager.field("What is the enquirer told?").fill("The trust's estates office can say.");
            manager.button("Close it").click();
            assertThat(manager.main()).containsText("The trust's estates office can say.");

            manager.open("/qkk/enquiries/?state=closed&sort=newest");
            assertThat(manager.link(subject)).isVisible();
        }
    }

    private static void ask(Window board, String subject) {
        board.open("/qkk/enquiries/");
        board.button("Ask general practice something").click();
        board.button("Send this enquiry").click();
        assertThat(board.page().getByRole(AriaRole.ALERT)).containsText("Enter what it is about");
        board.look("enquiry-empty");
        board.field("What is it about?").fill(subject);
        board.field("What do you want to know?").fill("How many visits are made at weekends?");
        board.button("Send this enquiry").click();
        assertThat(board.main()).containsText("The enquiry is received.");
    }

    private static void takeOn(Window manager, String address) {
        manager.open(address);
        manager.button("Acknowledge it").click();
        manager.button("Acknowledge it").click();
        assertThat(manager.main()).containsText("The enquirer knows that somebody has read it.");
        manager.button("Say who sees to it").click();
        manager.look("enquiry-who-sees-to-it");
        manager.button("Give it to them").click();
        assertThat(manager.main()).containsText("It is known who sees to it.");
    }

    private static void assignAnAction(Window manager, String address) {
        manager.button("Assign an action").click();
        manager.field("Who does it?").fill("mona");
        manager.button("Look them up").click();
        manager.field("Mona Manager").check();
        manager.field("What is it called?").fill("Count the visits");
        manager.field("What is to be done?").fill("Of each weekend in October.");
        manager.field("Day").fill("1");
        manager.field("Month").fill("3");
        manager.field("Year").fill("2028");
        manager.button("Assign it").click();
        assertThat(manager.main()).containsText("The action is assigned.");
        manager.look("enquiry-with-an-action");
        manager.link("Count the visits").click();
        assertThat(manager.main()).containsText("the enquiry Visits at weekends");
        manager.link("Give it to somebody else").click();
        manager.look("action-to-somebody-else");
        manager.open(address);
    }

    private static void answerForThePractice(Window voter, String subject) {
        voter.open("/qkk/");
        assertThat(voter.main()).containsText("you something");
        voter.link("All that you are asked").click();
        voter.main()
                .locator("tr a", new Locator.LocatorOptions().setHasText(subject))
                .click();
        voter.button("Keep this answer").click();
        assertThat(voter.page().getByRole(AriaRole.ALERT)).containsText("Enter the answer");
        voter.look("ask-without-answer");
        voter.field("The answer of your practice").fill("Twelve, on four weekends.");
        voter.button("Keep this answer").click();
        assertThat(voter.main()).containsText("The answer is kept.");
    }

    private static void askBack(Window manager) {
        manager.button("Ask the enquirer").click();
        manager.field("We need to know more").check();
        manager.field("What are they asked or told?").fill("Which October do you mean?");
        manager.button("Ask them").click();
        assertThat(manager.main()).containsText("The clock stands still until the enquirer replies.");
        manager.look("enquiry-waiting");
    }
}
