package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.journeys.Window.Script;
import org.folkmoot.portal.frame.PortalPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A practice's voter, who votes, says how confident the practice is, and chooses mails. */
class VoterIT {

    private final Places places = new Places("qkk");

    @ParameterizedTest
    @EnumSource
    void votes_in_three_screens_from_the_mails_link_and_finds_the_receipt_in_the_log(Script script) {
        String ballot = places.address(PortalPage.BALLOT, Person.VOTER);
        try (Window window = Window.of(Person.VOTER, script)) {
            // The first screen: where the mail leads. Nothing goes on without a choice.
            window.open(ballot + "vote/");
            window.button("Continue").click();
            assertThat(window.main()).containsText("Choose how to vote");
            window.look("vote-nothing-chosen");
            window.field("For").check();
            window.button("Continue").click();

            // The second: checking it, and changing one's mind.
            assertThat(window.page().locator("h1")).containsText("Check your vote");
            window.look("vote-check");
            window.button("Change it").click();
            assertThat(window.field("For")).isChecked();
            window.field("Abstain").check();
            window.button("Continue").click();
            assertThat(window.main()).containsText("Abstain");
            window.button("Cast this vote").click();

            // The third: the receipt, whose hash stands in the log.
            assertThat(window.main()).containsText("Your vote is cast");
            window.look("vote-cast");
            String hash = window.page().locator("code").first().innerText();
            assertThat(hash).startsWith("sha256:");
            window.open(ballot + "log/");
            assertThat(window.main()).containsText(hash);

            // And the ballot as it stands.
            window.open(ballot);
            assertThat(window.main()).containsText("Turnout by PCN");
            assertThat(window.main()).containsText("Change a vote");
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_how_confident_the_practice_is_and_is_told_no_shares_before_the_last_day(Script script) {
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open(places.address(PortalPage.READING, Person.VOTER));
            assertThat(window.main()).containsText("Practices that answered");
            window.button("Answer").click();
            window.field("Agree").check();
            window.button("Keep this answer").click();
            assertThat(window.main()).containsText("The answer is kept.");
            assertThat(window.main()).containsText("What one practice answered nobody else sees.");
            window.look("reading-answered");
        }
    }

    @ParameterizedTest
    @EnumSource
    void chooses_mails_and_sees_which_were_written(Script script) {
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/ballots/");
            window.link("Which mails you get about ballots").click();
            window.field("When it closes soon and I have not voted").setChecked(script == Script.OFF);
            window.button("Save").click();
            assertThat(window.main()).containsText("Your choice is saved.");
            assertThat(window.main()).containsText("Mails that were written for you");
            window.look("mails-chosen");
        }
    }
}
