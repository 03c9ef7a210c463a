package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.folkmoot.portal.frame.PortalPage;
import org.junit.jupiter.api.Test;

/** Somebody asks what votes would give under rules. Nothing of it is kept. */
class RehearsalIT {

    private final Places places = new Places("qkk");
    private final String practice = places.practice().path("code").asText();

    @Test
    void the_example_is_lost_until_one_practice_votes_otherwise() {
        try (Window window = Window.of(Person.VOTER, Script.OFF)) {
            window.open("/qkk/ballots/");
            window.link("Rehearse rules: what would these votes give?").click();
            window.button("Count").click();
            assertThat(window.main()).containsText("The motion was lost.");
            assertThat(window.main())
                    .containsText("Practices: 1 of 2 for; needed was at least 2/3 of the votes for and against,"
                            + " which was not reached.");

            // Nobody votes twice.
            Locator voters = window.field("Voters and votes");
            voters.fill("Practice A, for, 1, 14000\nPractice A, against, 1, 9000");
            window.button("Count").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Practice A stands twice");
            window.look("rehearsal-voter-twice");

            voters.fill("Practice A, for, 1, 14000\nPractice B, for, 1, 9000\nPractice C, abstain, 1, 12000");
            window.button("Count").click();
            assertThat(window.main()).containsText("The motion was carried.");
            assertThat(window.main()).containsText("3 of 3 voters voted, enough for the quorum.");
            assertThat(window.main()).containsText("Patients: 23,000 of 35,000 for");
            window.look("rehearsal-carried");
        }
    }

    @Test
    void a_ballot_is_rehearsed_with_its_own_rules_and_electorate() {
        try (Window window = Window.of(Person.VOTER, Script.ON)) {
            window.open(places.address(PortalPage.BALLOT, Person.VOTER));
            window.link("Rehearse them with this electorate").click();
            Locator voters = window.field("Voters and votes");
            assertThat(voters).hasValue(Pattern.compile(practice + " .*, -, 1"));
            assertThat(window.main()).not().containsText("Not all rules of the ballot are here");
            voters.fill(voters.inputValue().replace(", -, ", ", for, "));
            window.button("Count").click();
            assertThat(window.main()).containsText("The motion was carried.");
            assertThat(window.main()).containsText(Pattern.compile("(\\d+) of \\1 voters voted"));
            window.look("rehearsal-of-a-ballot");
        }
    }
}
