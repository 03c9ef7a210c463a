package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What general practice sets out to reach: from the wish of a practice to what shows that it was reached. */
class PrioritiesIT {

    @ParameterizedTest
    @EnumSource
    void a_practice_proposes_the_executive_shapes_a_ballot_adopts_and_it_is_met(Script script) {
        String title = "Answer the telephone, JavaScript " + script;
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/priorities/");
            window.button("Propose a priority").click();
            window.field("What is it called?").fill(title);
            window.field("What shall be reached?").fill("Somebody answers within five minutes.");
            window.button("Propose it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Choose what it is for");
            window.look("priority-without-aim");
            window.field("Access: people get to see somebody").check();
            window.button("Propose it").click();
            assertThat(window.main()).containsText("It is proposed.");
            assertThat(window.button("Shape it")).hasCount(0);
        }
        try (Window window = Window.of(Person.MANAGER, script)) {
            window.open("/qkk/priorities/?position=proposed");
            window.link(title).click();
            window.button("Shape it").click();
            window.field("What is measured?").first().fill("Calls answered within five minutes");
            window.field("Where does it stand now?").first().fill("50%");
            window.field("Where shall it stand?").first().fill("90%");
            window.button("Keep it in this form").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("The day must be a real date");
            window.look("priority-without-day");
            window.field("Day").first().fill("31");
            window.field("Month").first().fill("3");
            window.field("Year").first().fill("2028");
            window.button("Keep it in this form").click();
            assertThat(window.main()).containsText("It is shaped.");

            // Carried before the priority names it, the motion adopts it now.
            window.link("Put it to the group by a motion").click();
            window.look("priority-motion");
            window.field("A mandate to speak for general practice in Greenwich").check();
            window.button("Put it to the group").click();
            assertThat(window.main()).containsText("It is adopted");
            window.button("Begin with it").click();
            assertThat(window.main()).containsText("It is in progress.");

            window.button("Assign an action").click();
            window.field("Who does it?").fill("mona");
            window.button("Look them up").click();
            window.field("Mona Manager").check();
            window.field("What is it called?").fill("Count the calls");
            window.field("What is to be done?").fill("In the first week of each month.");
            window.field("Day").fill("1");
            window.field("Month").fill("3");
            window.field("Year").fill("2028");
            window.button("Assign it").click();
            assertThat(window.main()).containsText("0 of 1 action is done.");
            window.link("Say where they stand now").click();
            window.field("Calls answered within five minutes").fill("92%");
            window.button("Keep them").click();
            assertThat(window.main()).containsText("92%");
            window.look("priority-in-progress");

            window.link("What it rests on, up to the ballot, and what rests on it")
                    .click();
            assertThat(window.main()).containsText("A mandate to speak for general practice in Greenwich");
            assertThat(window.main()).containsText("Count the calls");
            window.look("chain-of-a-priority");
            window.page().locator(".nhsuk-back-link").click();
            window.link("Say that it is met").click();
            window.field("What shows that it is met?").fill("The count of March.");
            window.button("It is met").click();
            assertThat(window.main()).containsText("The count of March.");
        }
        try (Window window = Window.of(Person.OBSERVER, script)) {
            window.open("/qkk/priorities/?position=met");
            window.link(title).click();
            assertThat(window.main()).containsText("The count of March.");
            assertThat(window.main()).containsText("Adopted by");
            window.look("priority-met");
        }
    }
}
