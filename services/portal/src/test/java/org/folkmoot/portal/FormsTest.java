package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class FormsTest {

    private static final String FINDING = "/qkk/findings/0198c3a2-0000-7000-8000-0000000000f1/";
    private static final String PERSON = "/qkk/people/0198c3a2-0000-7000-8000-0000000000a1/";

    @Inject
    Portal portal;

    private Browser browser;
    private Page form;

    @BeforeEach
    void begin() {
        portal.begin();
        browser = Visitors.fresh(Roles.ICS_ADMIN);
        form = browser.open(FINDING);
        Portal.play("");
    }

    @Test
    void a_finding_is_settled_with_the_version_that_was_seen() {
        // When
        Page page = browser.submit(form, FINDING, Map.of("note", "Asked the board", "tag", "\"7\""));

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("The finding is settled.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT ")
                        && asked.contains("If-Match=\"7\"")
                        && asked.contains("Asked the board"));
    }

    @Test
    void an_empty_reason_is_pointed_at_before_anybody_is_asked() {
        // When
        Page page = browser.submit(form, FINDING, Map.of("note", " ", "tag", "\"7\""));

        // Then
        assertThat(page.body())
                .contains("There is a problem")
                .contains("href=\"#note\"")
                .contains("Enter why this is settled");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("PUT "));
    }

    @Test
    void what_a_service_refuses_is_pointed_at_in_the_form() {
        // Given
        Page add = browser.open("/qkk/people/add/");
        Portal.play("tenants=refusing");

        // When
        Page page = browser.submit(
                add,
                "/qkk/people/add/",
                Map.of(
                        "firstName", "Nina",
                        "lastName", "New",
                        "mail", "no address",
                        "roles", "practice-voter",
                        "organisations", "d82001, u12345"));

        // Then
        assertThat(page.body())
                .contains("href=\"#mail\"")
                .contains("The mail address must be a well-formed email address")
                .contains("value=\"Nina\"")
                .contains("d82001, u12345");
    }

    @Test
    void a_person_is_added_and_shown() {
        // Given
        Page add = browser.open("/qkk/people/add/");

        // When
        var answer = browser.once(
                "POST",
                URI.create(Browser.url() + "/qkk/people/add/"),
                Map.of(
                        "form-token", Browser.token(add).orElseThrow(),
                        "firstName", "Nina",
                        "lastName", "New",
                        "mail", "nina@example.org",
                        "roles", "practice-voter",
                        "organisations", "d82001, u12345"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/qkk/people/made/?done=added");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("POST /tenants/people ") && asked.contains("[\"D82001\",\"U12345\"]"));
    }

    @Test
    void a_temporary_password_is_shown_once_and_stands_in_no_address() {
        // Given
        Page confirm = browser.open(PERSON + "reset/");

        // When
        Page page = browser.submit(confirm, PERSON + "reset/", Map.of("reason", "Forgot it"));

        // Then
        assertThat(page.body()).contains("abcde-fghjk-mnpqr-stwxy");
        assertThat(page.address().toString()).isEqualTo(Browser.url() + PERSON + "reset/");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_change_that_met_another_loses_nothing_that_was_entered() {
        // Given
        Portal.play("registry=changed");

        // When
        Page page = browser.submit(form, FINDING, Map.of("note", "Asked the board", "tag", "\"6\""));

        // Then
        assertThat(page.body()).contains("It has changed since you looked").contains("Asked the board</textarea>");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        // When
        Page page = browser.post(FINDING, Map.of("note", "Asked the board", "tag", "\"7\""));

        // Then
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("This form was not sent from a page of Folkmoot");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("PUT "));
    }

    @Test
    void a_form_with_another_persons_token_is_refused() {
        // Given
        PortalRealm.of("qkk").person("ada-the-second", List.of(Roles.ICS_ADMIN), List.of("QKK"));
        Page others = new Browser().signIn(FINDING, "ada-the-second");

        // When
        Page page = browser.submit(others, FINDING, Map.of("note", "Asked the board", "tag", "\"7\""));

        // Then
        assertThat(page.status()).isEqualTo(403);
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("PUT "));
    }

    @Test
    void a_form_that_another_site_sends_is_refused() {
        for (String site : List.of("cross-site", "same-site", "none")) {
            // When
            Page page = browser.with("Sec-Fetch-Site", site)
                    .submit(form, FINDING, Map.of("note", "Asked the board", "tag", "\"7\""));

            // Then
            assertThat(page.status()).as(site).isEqualTo(403);
        }
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("PUT "));
    }

    @Test
    void a_browser_that_does_not_say_where_it_comes_from_must_name_its_origin() {
        // Given
        browser.with("Sec-Fetch-Site", "");

        // When
        Page silent = browser.submit(form, FINDING, Map.of("note", "x", "tag", "\"7\""));
        Page foreign = browser.with("Origin", "https://example.org")
                .submit(form, FINDING, Map.of("note", "x", "tag", "\"7\""));
        Page own = browser.with("Origin", Browser.url()).submit(form, FINDING, Map.of("note", "x", "tag", "\"7\""));

        // Then
        assertThat(silent.status()).isEqualTo(403);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(own.status()).isEqualTo(200);
    }
}
