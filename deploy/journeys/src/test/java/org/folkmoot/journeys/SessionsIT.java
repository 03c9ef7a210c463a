package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions that end while somebody works, and borders that a session does not cross. */
class SessionsIT {

    private final Realms realms = new Realms();

    @ParameterizedTest
    @EnumSource
    void a_session_that_ends_while_a_form_is_filled_in_costs_nothing(Script script) {
        Person administrator = Person.ADMINISTRATOR.in("qr1");
        String mail = "late." + script.name().toLowerCase(Locale.ROOT) + "@example.org";
        try (Window window = Window.of(script)) {
            // Given
            window.open(administrator.home() + "people/add/");
            var signIn = new SignIn(window.page());
            signIn.as(administrator);
            window.field("First name").fill("Lara");
            window.field("Last name").fill("Late");
            window.field("Mail address").fill(mail);
            window.field("ICS observer").check();
            window.field("For whom").fill("QR1");

            // When
            realms.signOut(administrator);
            window.button("Add this person").click();
            assertThat(signIn.form()).isVisible();
            signIn.as(administrator);

            // Then
            assertThat(window.main()).containsText("Nothing is lost");
            assertThat(window.field("Mail address")).hasValue(mail);
            assertThat(window.field("ICS observer")).isChecked();
            window.look("add-person-restored");
            window.button("Add this person").click();
            assertThat(window.main()).containsText("The person is added.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_an_administrator_ends_in_keycloak_ends_in_the_portal(Script script) {
        Person secretary = Person.SECRETARY.in("qr1");
        try (Window window = Window.of(script)) {
            window.open(secretary.home());
            new SignIn(window.page()).as(secretary);
            assertThat(window.open(secretary.home() + "directory/").url()).contains("/qr1/directory/");

            realms.signOut(secretary);

            window.open(secretary.home() + "directory/");
            assertThat(new SignIn(window.page()).form()).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_another_icss_is_not_there(Script script) {
        Person administrator = Person.ADMINISTRATOR;
        try (Window window = Window.of(administrator, script)) {
            // Somebody of another ICS is as absent as somebody who never was.
            String theirs = new Places("t6y0w").person();
            for (String id : new String[] {theirs, UUID.randomUUID().toString()}) {
                assertThat(window.open("/qkk/people/" + id + "/").status()).isEqualTo(404);
                assertThat(window.page().locator("h1")).hasText("Page not found");
            }
            window.look("not-found");
            assertThat(window.open("/zzz/").status()).isEqualTo(404);

            // At the other ICS itself one is nobody.
            window.open("/t6y0w/people/");
            assertThat(new SignIn(window.page()).form()).isVisible();
        }
    }
}
