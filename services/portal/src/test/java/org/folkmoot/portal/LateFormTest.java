package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that ends while a person fills in a form. */
@PortalTest
class LateFormTest {

    private static final String FINDING = "/qkk/findings/0198c3a2-0000-7000-8000-0000000000f1/";
    private static final Map<String, String> ENTERED =
            Map.of("note", "I asked the board & waited \"long\"", "tag", "\"7\"");

    @Inject
    Portal portal;

    private final Browser browser = new Browser();
    private Page form;

    @BeforeEach
    void begin() {
        portal.begin();
        for (String name : List.of("late", "later")) {
            PortalRealm.of("qkk").person(name, List.of(Roles.ICS_ADMIN), List.of("QKK"));
        }
        form = browser.signIn(FINDING, "late");
        browser.forgetOthers();
    }

    @Test
    void what_was_entered_is_there_again_after_signing_in() {
        // Given
        Portal.endSessions();

        // When
        Page login = browser.submit(form, FINDING, ENTERED);
        Page again = browser.fillIn(login, "late");

        // Then
        assertThat(again.address().toString()).startsWith(Browser.url() + FINDING + "?draft=");
        assertThat(again.body())
                .contains("Nothing is lost")
                .contains("I asked the board &amp; waited &quot;long&quot;");
        assertThat(browser.submit(again, FINDING, ENTERED).body()).contains("The finding is settled.");
    }

    @Test
    void the_same_holds_when_the_cookie_is_gone_too() {
        // Given
        browser.cookies().clear();

        // When
        Page again = browser.fillIn(browser.submit(form, FINDING, ENTERED), "late");

        // Then
        assertThat(again.body()).contains("I asked the board &amp; waited");
    }

    @Test
    void another_person_at_the_same_browser_does_not_see_it() {
        // Given
        Portal.endSessions();

        // When
        Page again = browser.fillIn(browser.submit(form, FINDING, ENTERED), "later");

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).doesNotContain("I asked the board").doesNotContain("Nothing is lost");
    }

    @Test
    void what_is_kept_can_be_read_by_nobody_who_reads_the_database() {
        // Given
        Portal.endSessions();

        // When
        browser.submit(form, FINDING, ENTERED);

        // Then
        assertThat(Portal.everythingKept()).isNotEmpty().noneMatch(row -> row.contains("asked the board"));
    }

    @Test
    void a_form_that_nobody_was_given_is_not_kept() {
        // Given
        Portal.endSessions();
        int before = Portal.everythingKept().size();

        // When
        browser.post(FINDING, Map.of("form-token", "bWFkZSB1cA", "note", "x"));

        // Then
        assertThat(Portal.everythingKept()).hasSizeLessThanOrEqualTo(before);
    }
}
