package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.IcsState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class SignInTest {

    @Inject
    Portal portal;

    private final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        portal.begin();
        PortalRealm.of("qkk").person("dora", List.of("pcn-clinical-director"), List.of("U12345"));
        PortalRealm.of("qr1").person("dora", List.of("pcn-clinical-director"), List.of("U67890"));
    }

    @Test
    void a_person_signs_in_at_keycloak_and_comes_to_the_page_that_was_asked_for() {
        // When
        Page page = browser.signIn("/qkk/?from=mail", "dora");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address()).hasToString(Browser.url() + "/qkk/?from=mail");
        assertThat(page.body()).contains("PCN clinical director").contains("Norfolk Coastal PCN");
    }

    @Test
    void the_browser_gets_a_value_and_no_token() {
        // When
        browser.signIn("/qkk/", "dora");

        // Then
        assertThat(browser.cookies().keySet())
                .filteredOn(name -> !name.startsWith("seen_qkk_"))
                .containsExactly("q_session_qkk.people");
        assertThat(browser.cookies().get("q_session_qkk.people")).hasSize(43).doesNotContain(".");
    }

    @Test
    void no_script_and_no_other_site_gets_at_a_cookie() {
        // When
        browser.signIn("/qkk/", "dora");

        // Then
        assertThat(browser.setHere())
                .isNotEmpty()
                .filteredOn(cookie -> !cookie.contains("Max-Age=0"))
                .allMatch(cookie -> cookie.contains("HTTPOnly") && cookie.contains("SameSite=Lax"));
    }

    @Test
    void a_session_of_one_ics_opens_nothing_of_another() {
        // Given
        browser.signIn("/qkk/", "dora");

        // When
        var answer = browser.once("GET", URI.create(Browser.url() + "/qr1/"), Map.of());

        // Then
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/realms/qr1/");
        assertThat(browser.open("/qkk/").status()).isEqualTo(200);
    }

    @Test
    void a_cookie_of_one_ics_under_the_name_of_another_is_worth_nothing() {
        // Given
        browser.signIn("/qkk/", "dora");
        browser.cookies().put("q_session_qr1.people", browser.cookies().get("q_session_qkk.people"));

        // When
        var answer = browser.once("GET", URI.create(Browser.url() + "/qr1/"), Map.of());

        // Then
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void one_browser_holds_sessions_of_several_icss_and_is_shown_them_first() {
        // Given
        browser.signIn("/qkk/", "dora");
        browser.signIn("/qr1/", "dora");

        // When
        Page chooser = browser.open("/");

        // Then
        assertThat(browser.open("/qkk/").status()).isEqualTo(200);
        assertThat(browser.open("/qr1/").status()).isEqualTo(200);
        assertThat(chooser.body().indexOf("/qkk/")).isLessThan(chooser.body().indexOf("operator"));
        assertThat(chooser.body()).contains("Where you are signed in").contains("NHS Gloucestershire");
    }

    @Test
    void whoever_signs_out_is_out_here_and_at_keycloak() {
        // Given
        Page home = browser.signIn("/qkk/", "dora");
        String value = browser.cookies().get("q_session_qkk.people");

        // When
        Page after = browser.submit(home, "/qkk/sign-out", Map.of());

        // Then
        assertThat(after.body()).contains("You are signed out.");
        assertThat(browser.cookies()).doesNotContainKey("q_session_qkk.people");
        assertThat(browser.open("/qkk/").body()).contains("kc-form-login");
        browser.cookies().put("q_session_qkk.people", value);
        assertThat(browser.open("/qkk/").body()).contains("kc-form-login");
    }

    @Test
    void a_suspended_ics_lets_nobody_in() {
        // Given
        browser.signIn("/qr1/", "dora");
        portal.state("qr1", "NHS Gloucestershire", IcsState.SUSPENDED);

        // When
        Page page = browser.open("/qr1/");

        // Then
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("This ICS is suspended");
    }

    @Test
    void an_ics_that_nobody_knows_is_a_page_that_is_not_there() {
        // When
        Page page = browser.open("/zzz/");

        // Then
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Page not found");
    }

    @Test
    void coming_back_from_keycloak_without_having_left_for_it_is_told_kindly() {
        // When
        Page page = browser.open("/signed-in?code=abc&state=def");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("You are not signed in");
    }
}
