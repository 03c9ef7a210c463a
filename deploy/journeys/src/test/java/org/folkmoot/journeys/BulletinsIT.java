package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bulletin from its first word until it is known whom it has reached. */
class BulletinsIT {

    private final Places places = new Places("qkk");

    @ParameterizedTest
    @EnumSource
    void a_bulletin_is_written_published_read_acknowledged_and_answered(Script script) {
        String title = "A car for visits at weekends, " + script;
        try (Window manager = Window.of(Person.MANAGER, script);
                Window voter = Window.of(Person.VOTER, script)) {
            write(manager, title);
            manager.button("Publish it").click();
            assertThat(manager.main()).containsText("It goes to: Some practices");
            manager.look("bulletin-before-publishing");
            manager.button("Publish it").click();
            assertThat(manager.main()).containsText("It is published.");
            String address =
                    manager.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*$", "");

            // The practice finds it on its first page, or in the list that this leads to.
            voter.open("/qkk/");
            assertThat(voter.main()).containsText("to be acknowledged");
            voter.link("All bulletins").click();
            voter.main()
                    .locator("tr a", new Locator.LocatorOptions().setHasText(title))
                    .first()
                    .click();
            voter.main()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Acknowledge"))
                    .click();
            assertThat(voter.main()).containsText("It is acknowledged.");
            voter.main().locator("a[href*='/answer/']").click();
            voter.button("Keep this answer").click();
            assertThat(voter.page().getByRole(AriaRole.ALERT)).containsText("Enter the answer");
            voter.look("bulletin-without-answer");
            voter.field("Yes").check();
            voter.button("Keep this answer").click();
            assertThat(voter.main()).containsText("It answered: Yes");
            voter.look("bulletin-answered");

            manager.open(address);
            assertThat(manager.main()).containsText("How far it came");
            manager.look("bulletin-with-reach");
            manager.link("Practice by practice").click();
            assertThat(manager.main()).containsText("Acknowledged");
            assertThat(manager.main()).containsText("Victor Voter");
            manager.look("bulletin-practice-by-practice");
        }
    }

    private void write(Window manager, String title) {
        LocalDate until = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(1);
        manager.open("/qkk/bulletins/");
        manager.button("Write a bulletin").click();
        manager.button("Keep this draft").click();
        assertThat(manager.page().getByRole(AriaRole.ALERT)).containsText("Enter a title");
        manager.look("bulletin-empty");
        manager.field("Title").fill(title);
        manager.field("What are practices told?").fill("The shared car is there at weekends, too.");
        manager.field("Some practices").check();
        manager.field("Which practices?").fill(places.practice().path("code").asText());
        manager.field("Are they asked something?").fill("Will you use it?");
        manager.field("Answers to choose from").fill("Yes\nNo");
        manager.field("Day").fill(Integer.toString(until.getDayOfMonth()));
        manager.field("Month").fill(Integer.toString(until.getMonthValue()));
        manager.field("Year").fill(Integer.toString(until.getYear()));
        manager.button("Keep this draft").click();
        assertThat(manager.main()).containsText("The draft is kept.");

        manager.button("Change the draft").click();
        manager.field("Answers to choose from").fill("Yes\nNo\nPerhaps");
        manager.button("Keep this draft").click();
        assertThat(manager.main()).containsText("Perhaps");
    }
}
