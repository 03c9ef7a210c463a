package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import org.folkmoot.journeys.Window.Screen;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator of an ICS, who looks after its people. */
class AdministratorIT {

    @ParameterizedTest
    @EnumSource
    void sets_up_a_second_factor_adds_a_person_changes_resets_and_disables_them(Script script) {
        // Each needs an administrator who comes for the first time.
        Person administrator = Person.ADMINISTRATOR.in(script == Script.ON ? "qr1" : "t6y0w");
        JsonNode practice = new Places(administrator.ics()).practice();
        String mail = "june." + script.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (Window window = Window.of(script);
                Window newcomers = Window.of(script, Screen.LAPTOP)) {
            // Signing in, with a second factor from the first time on.
            window.open(administrator.home());
            new SignIn(window.page()).as(administrator);
            assertThat(window.main()).containsText("ICS administrator");
            assertThat(SignIn.hasSecondFactor(administrator)).isTrue();

            // Adding somebody; what is missing is said beside it.
            window.link("Add a person").first().click();
            window.button("Add this person").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the first name");
            window.look("add-person-empty");
            window.link("Choose at least one role").click();
            window.field("First name").fill("June");
            window.field("Last name").fill("Newcomer");
            window.field("Mail address").fill(mail);
            window.field("PCN clinical director").check();
            window.field("For whom").fill(practice.path("pcn").asText());
            window.button("Add this person").click();
            assertThat(window.main()).containsText("The person is added.");
            window.look("person-added");

            // A way in, with which they come.
            window.link("Give them a new way in").click();
            window.button("Give a new way in").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the reason");
            window.field("Why?").fill("new here");
            window.button("Give a new way in").click();
            window.look("person-reset");
            String temporary = window.page().locator(".app-password").innerText();
            newcomers.open(administrator.home());
            new SignIn(newcomers.page()).firstTime(mail, temporary, "a password of June's own");
            assertThat(newcomers.main()).containsText(practice.path("pcnName").asText());

            // Another organisation.
            window.link("Back to June Newcomer").click();
            window.field("For whom").fill(practice.path("code").asText());
            window.button("Save").click();
            assertThat(window.main()).containsText("The changes are saved.");
            window.link("People").first().click();
            window.field("Name or mail address").fill("newcomer");
            window.button("Search").click();
            assertThat(window.page().getByRole(AriaRole.TABLE))
                    .containsText(practice.path("code").asText());

            // And no longer: the newcomer is out at once.
            window.link("June Newcomer").click();
            window.link("Disable the account").click();
            window.look("person-disable");
            window.field("Why?").fill("left the practice");
            window.button("Disable the account").click();
            assertThat(window.main()).containsText("The account is disabled.");
            assertThat(window.button("Enable the account again")).isVisible();
            window.look("person-disabled");
            newcomers.open(administrator.home());
            assertThat(new SignIn(newcomers.page()).form()).isVisible();
        }
    }
}
