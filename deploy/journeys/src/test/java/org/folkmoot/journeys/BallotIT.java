package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.api.Test;

/** The life of a ballot that comes to nothing, with the motion that it is about. */
class BallotIT {

    private static final String TITLE = "Publish the visits of each network";

    @Test
    void a_motion_is_drafted_amended_and_put_to_a_ballot_that_is_watched_and_annulled() {
        try (Window secretary = Window.of(Person.SECRETARY, Script.ON);
                Window voter = Window.of(Person.VOTER, Script.OFF)) {
            // The motion: drafted, tabled, and in other words.
            secretary.open("/qkk/motions/");
            secretary.button("Draft a motion").click();
            secretary.field("Title").fill(TITLE);
            secretary.field("What the motion says").fill("The networks publish their visits every year.");
            secretary.button("Keep this draft").click();
            assertThat(secretary.main()).containsText("The draft is kept. The secretary can table it.");
            secretary.button("Table this motion").click();
            assertThat(secretary.main()).containsText("The motion is tabled.");
            secretary.link("Propose other words").click();
            secretary.field("All that the motion should say").fill("The networks publish their visits every month.");
            secretary.button("Propose the amendment").click();
            assertThat(secretary.page().getByRole(AriaRole.ALERT)).containsText("Enter the reason");
            secretary.look("amendment-without-reason");
            secretary.field("Why?").fill("A year is too long to learn from it");
            secretary.button("Propose the amendment").click();
            assertThat(secretary.main()).containsText("The amendment is proposed.");
            secretary.button("Accept amendment 1").click();
            assertThat(secretary.main()).containsText("The amendment is accepted");
            assertThat(secretary.main().locator(".app-words").first()).containsText("every month");
            secretary.look("motion-amended");

            // The ballot: scheduled, and opened before its hour.
            secretary.link("Put it to a ballot").click();
            secretary.field("Time").last().fill("");
            secretary.button("Schedule the ballot").click();
            assertThat(secretary.page().getByRole(AriaRole.ALERT))
                    .containsText("The closing must be a real date and a time");
            secretary.look("ballot-without-closing-time");
            secretary.field("Time").last().fill("17:00");
            secretary.button("Schedule the ballot").click();
            assertThat(secretary.main()).containsText("The ballot is scheduled. It opens by itself at its hour.");
            secretary.look("ballot-scheduled");
            secretary.button("Open it now").click();
            assertThat(secretary.main()).containsText("The ballot is open.");

            // A practice votes, and the page that the secretary looks at says so by itself.
            Locator turnout = secretary.page().locator("[data-progress]");
            assertThat(turnout).containsText(Pattern.compile("^\\s*0 of \\d+ have voted"));
            voter.open("/qkk/ballots/");
            voter.link(TITLE).click();
            voter.button("Vote").click();
            voter.field("Against").check();
            voter.button("Continue").click();
            voter.button("Cast this vote").click();
            assertThat(voter.main()).containsText("Your vote is cast");
            assertThat(turnout).containsText(Pattern.compile("^\\s*1 of \\d+ have voted"));
            secretary.look("ballot-watched");

            // Annulled, it counts for nothing, and the motion is free again.
            secretary.link("Annul this ballot").click();
            secretary.button("Annul the ballot").click();
            assertThat(secretary.page().getByRole(AriaRole.ALERT)).containsText("Enter why the ballot is annulled");
            secretary.look("annul-without-reason");
            secretary.field("Why?").fill("The old words were sent to the practices.");
            secretary.button("Annul the ballot").click();
            assertThat(secretary.main()).containsText("The ballot is annulled. The motion is back on the table.");
            assertThat(secretary.main()).containsText("The old words were sent to the practices.");
            secretary.look("ballot-annulled");
            secretary
                    .link("The motion with amendments, objections and comments")
                    .click();
            secretary.link("Withdraw it").click();
            secretary.field("Why?").fill("It comes back with what it costs.");
            secretary.button("Withdraw the motion").click();
            assertThat(secretary.main()).containsText("The motion is withdrawn.");
        }
    }
}
