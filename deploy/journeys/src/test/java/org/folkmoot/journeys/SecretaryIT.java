package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.folkmoot.portal.frame.PortalPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A group's secretary, who finds people by name and knows nobody's account. */
class SecretaryIT {

    @ParameterizedTest
    @EnumSource
    void fills_a_seat_with_somebody_who_was_found_by_name(Script script) {
        var places = new Places("qkk");
        try (Window window = Window.of(Person.SECRETARY, script)) {
            window.open(places.address(PortalPage.FILL_SEAT, Person.SECRETARY));
            window.field("Who takes it?").fill("nobody of that name");
            window.button("Look them up").click();
            assertThat(window.main()).containsText("Nobody of that name has an account.");
            window.look("seat-nobody-found");
            window.field("Who takes it?").fill("dora");
            window.button("Look them up").click();
            assertThat(window.main()).not().containsText("@");
            window.look("seat-found");
            window.button("Fill the seat").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Choose the person");
            window.field("Dora Director").check();
            window.field("By office").check();
            window.button("Fill the seat").click();
            assertThat(window.main()).containsText("The seat is filled.");
            assertThat(window.main()).containsText("Dora Director. By office");
        }
    }

    @ParameterizedTest
    @EnumSource
    void drafts_an_election_with_candidates_who_were_found_one_after_the_other(Script script) {
        try (Window window = Window.of(Person.SECRETARY, script)) {
            window.open("/qkk/motions/add/");
            window.field("Title").fill("Who speaks for the practices, " + script);
            window.field("What the motion says").fill("The practices elect who speaks for them.");
            window.field("Who holds a seat").check();
            window.field("Which seats?").fill("lmc");
            window.field("Who stands?").fill("dora");
            window.button("Look them up").click();
            window.field("Dora Director").check();
            window.field("Who stands?").fill("chiara");
            window.button("Look them up").click();
            assertThat(window.field("Dora Director")).isChecked();
            assertThat(window.field("Title")).hasValue("Who speaks for the practices, " + script);
            window.field("Chiara Chair").check();
            window.look("election-candidates");
            window.button("Keep this draft").click();
            assertThat(window.main()).containsText("The draft is kept.");
            assertThat(window.main()).containsText("Dora Director");
            assertThat(window.main()).containsText("Chiara Chair");
        }
    }

    @ParameterizedTest
    @EnumSource
    void sees_what_became_of_mails_and_asks_once_a_quarter(Script script) {
        var places = new Places("qkk");
        try (Window window = Window.of(Person.SECRETARY, script)) {
            window.open(places.address(PortalPage.BALLOT, Person.SECRETARY));
            window.link("What became of the mails about this ballot").click();
            assertThat(window.page().locator("h1")).containsText("Mails about this ballot");
            window.look("ballot-mails");

            window.open("/qkk/readings/");
            window.button("Ask practices").click();
            window.button("Ask").click();
            assertThat(window.page().getByRole(AriaRole.ALERT))
                    .containsText(Pattern.compile("was asked in \\d{4}-Q\\d"));
            window.look("reading-asked-already");
        }
    }
}
