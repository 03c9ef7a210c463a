package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator of an ICS, who founds a leadership group: one thing on each page. */
class FounderIT {

    private final Realms realms = new Realms();

    @ParameterizedTest
    @EnumSource
    void founds_a_group_page_by_page_and_loses_nothing_on_the_way(Script script) {
        Person administrator = Person.ADMINISTRATOR.in("qr1");
        String name = "Leadership group, " + script.name().toLowerCase(Locale.ROOT);
        try (Window window = Window.of(script)) {
            var signIn = new SignIn(window.page());
            window.open(administrator.home() + "groups/");
            signIn.as(administrator);
            window.button("Found a group").click();

            // A name, and for whom.
            heading(window, "What is the group called?");
            window.look("found-group-name");
            window.button("Continue").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the name of the group");
            window.look("found-group-without-name");
            window.field("Name of the group").fill(name);
            window.button("Continue").click();
            heading(window, "Whose practices does it speak for?");
            window.look("found-group-footprint");
            window.button("Continue").click();

            // Seats, one by one.
            heading(window, "Which seats does it have?");
            window.button("Add a seat").click();
            window.look("found-group-seat");
            window.field("Name of the seat").fill("Local medical committee");
            window.field("For").selectOption("lmc");
            window.field("Term in months").fill("24");
            window.button("Continue").click();
            assertThat(window.main()).containsText("LMC, 24 months");
            window.look("found-group-seats");
            window.button("Continue").click();

            // On the way the session ends; and back and forth.
            heading(window, "On what does the group decide?");
            window.look("found-group-questions");
            window.field("A change of how practices work").check();
            realms.signOut(administrator);
            window.button("Continue").click();
            assertThat(signIn.form()).isVisible();
            signIn.as(administrator);
            assertThat(window.main()).containsText("Nothing is lost");
            assertThat(window.field("A change of how practices work")).isChecked();
            window.look("found-group-restored");
            window.button("Continue").click();
            heading(window, "When is the group mandated?");
            window.look("found-group-standing");
            window.button("Back").click();
            assertThat(window.field("A change of how practices work")).isChecked();
            window.button("Continue").click();
            window.button("Continue").click();
            heading(window, "How long may a mandate last?");
            window.look("found-group-mandates");
            window.button("Continue").click();
            heading(window, "From when, and why?");
            window.look("found-group-start");
            window.button("Continue").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the reason");
            window.field("Why?").fill("General practice needs one voice");
            window.button("Continue").click();

            // All of it, in plain words; one rule is changed.
            heading(window, "Check your answers");
            assertThat(window.main()).containsText(name);
            assertThat(window.main()).containsText("A change of how practices work");
            window.look("found-group-check");
            change(window, "Counting");
            window.look("found-group-counting");
            window.field("The chair's casting vote decides a tie").check();
            window.button("Continue").click();
            change(window, "Quorum");
            window.look("found-group-quorum");
            window.field("Share or number").first().fill("1/3");
            window.button("Continue").click();
            change(window, "Needed");
            window.look("found-group-majority");
            window.field("Share").first().fill("3/5");
            window.button("Continue").click();
            heading(window, "Check your answers");
            assertThat(window.main()).containsText("The chair's casting vote decides a tie");
            assertThat(window.main()).containsText("More than 1/3 of all who may vote must vote");
            assertThat(window.main()).containsText("more than 3/5 of the votes for and against");
            window.button("Found the group").click();
            assertThat(window.main())
                    .containsText("The group is founded. Its constitution waits until another person confirms it.");
            assertThat(window.page().locator("h1")).containsText(name);
            window.look("found-group-done");
        }
    }

    /** Changes that of the first kind of question. */
    private static void change(Window window, String answer) {
        window.link(Pattern.compile("Change\\s+" + answer)).first().click();
    }

    private static void heading(Window window, String words) {
        assertThat(window.page().locator("h1")).containsText(words);
    }
}
