package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class ExternalSystemsTest {

    private static final String LIST = "/qkk/external-systems/";
    private static final String SYSTEM = LIST + "0198c3a2-0000-7000-8000-0000000000ec/";
    private static final String PASSWORD = "aPasswordOfFortyLettersAndDigits12345678";

    @Inject
    Portal portal;

    private Browser browser;

    @BeforeEach
    void begin() {
        portal.begin();
        browser = Visitors.fresh(Roles.ICS_ADMIN);
        browser.open("/qkk/");
        Portal.play("");
    }

    @Test
    void systems_are_listed_with_what_they_do_and_shown_with_their_credentials() {
        // When
        Page list = browser.open(LIST);
        Page system = browser.open(SYSTEM);

        // Then
        assertThat(list.body())
                .contains("Shared care record &lt;b&gt;", "RJ1, by Example Health Records Ltd", "partner.enquiry");
        assertThat(system.body())
                .contains("ics-qkk-3f7kq2mxw9ta-1", "ics-qkk-3f7kq2mxw9ta.", "20 November 2026", "Change its password")
                .doesNotContain(PASSWORD);
        assertThat(browser.open(LIST + "?revoked=true").body()).contains("Those that are let in");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /tenants/external-systems?revoked=true&limit=25 "));
    }

    @Test
    void a_system_is_let_in_once_however_often_the_form_is_sent() {
        // Given
        Page add = browser.open(LIST + "add/");

        // When
        Page page = browser.submit(add, LIST + "add/", form());

        // Then
        assertThat(page.body()).contains("The system is let in.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /tenants/external-systems ")
                        && !asked.contains("Key=null")
                        && asked.contains("\"organisation\":\"RJ1\"")
                        && asked.contains("\"reads\":[\"registry\"]")
                        && asked.contains("\"writes\":[]"));
    }

    @Test
    void what_is_missing_is_pointed_at_before_anybody_is_asked() {
        // Given
        Page add = browser.open(LIST + "add/");
        Map<String, String> form = form();
        form.remove("organisation");
        form.remove("reads");

        // When
        Page page = browser.submit(add, LIST + "add/", form);

        // Then
        assertThat(page.body())
                .contains("href=\"#organisation\"", "href=\"#reads\"")
                .contains("value=\"Shared care record\"");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void a_password_is_shown_once_with_a_warning_and_stands_in_no_address() {
        // Given
        Page confirm = browser.open(SYSTEM + "credentials/");

        // When
        Page page = browser.submit(confirm, SYSTEM + "credentials/", Map.of("reason", "Yearly change", "tag", "\"7\""));

        // Then
        assertThat(page.body())
                .contains(PASSWORD, "ics-qkk-3f7kq2mxw9ta-2", "kafka.example.nhs.uk:9092")
                .contains("This password is shown this once");
        assertThat(page.address().toString()).isEqualTo(Browser.url() + SYSTEM + "credentials/");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST ")
                        && asked.contains("/credentials If-Match=\"7\"")
                        && asked.contains("Yearly change"));
        assertThat(browser.open(SYSTEM + "credentials/").body()).doesNotContain(PASSWORD);
    }

    @Test
    void a_password_is_waited_for_longer_than_a_page_and_shown_whatever_else_does_not_answer() {
        for (String mood : List.of("slow", "exhausted")) {
            // Given
            Portal.play("");
            Page confirm = browser.open(SYSTEM + "credentials/");
            Portal.play("tenants=" + mood);

            // When
            Page page =
                    browser.submit(confirm, SYSTEM + "credentials/", Map.of("reason", "Yearly change", "tag", "\"7\""));

            // Then
            assertThat(page.body()).as(mood).contains(PASSWORD);
        }
    }

    @Test
    void when_the_answer_is_lost_the_page_says_what_may_have_happened_and_what_to_do() {
        for (String mood : List.of("lost", "unable", "silent")) {
            // Given
            Portal.play("");
            Page confirm = browser.open(SYSTEM + "credentials/");
            Portal.play("tenants=" + mood);

            // When
            Page page =
                    browser.submit(confirm, SYSTEM + "credentials/", Map.of("reason", "Yearly change", "tag", "\"7\""));

            // Then
            assertThat(page.body())
                    .as(mood)
                    .contains("A credential may have been issued", "drop that one", "href=\"" + SYSTEM + "\"")
                    .doesNotContain("nothing is lost");
            if (!mood.equals("silent")) {
                assertThat(page.body()).as(mood).contains("ics-qkk-3f7kq2mxw9ta-1, issued 20 November 2026");
            }
        }
    }

    @Test
    void whoever_presses_twice_is_told_of_the_credential_that_the_first_press_issued() {
        // Given
        Page confirm = browser.open(SYSTEM + "credentials/");
        Portal.play("tenants=changed");

        // When
        Page page = browser.submit(confirm, SYSTEM + "credentials/", Map.of("reason", "Yearly change", "tag", "\"6\""));

        // Then
        assertThat(page.body())
                .contains("If you pressed twice", "ics-qkk-3f7kq2mxw9ta-1, issued 20 November 2026")
                .contains("value=\"Yearly change\"");
    }

    @Test
    void what_else_is_not_answered_may_be_sent_again_and_is_done_once() {
        // Given
        Page add = browser.open(LIST + "add/");
        Page drop = browser.open(SYSTEM + "credentials/1/drop/");
        Page revoke = browser.open(SYSTEM + "revoke/");
        String request = add.body().replaceFirst("(?s).*name=\"request\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> form = form();
        form.put("request", request);
        Portal.play("tenants=unable");

        // When
        Page notAdded = browser.submit(add, LIST + "add/", form);
        Page notDropped = browser.submit(
                drop, SYSTEM + "credentials/1/drop/", Map.of("reason", "No longer used", "tag", "\"7\""));
        Page notRevoked =
                browser.submit(revoke, SYSTEM + "revoke/", Map.of("reason", "No longer used", "tag", "\"7\""));

        // Then
        assertThat(notAdded.body())
                .contains("it is let in once", "name=\"request\" value=\"" + request + "\"")
                .contains("value=\"Shared care record\"");
        assertThat(notDropped.body()).contains("It may be done all the same", "Drop ics-qkk-3f7kq2mxw9ta-1?");
        assertThat(notRevoked.body()).contains("It may be done all the same", "out for good?");
    }

    @Test
    void pages_go_by_what_the_system_is_now() {
        // Given: somebody else has shut it out, and Kafka has not been told
        Portal.play("tenants=later");

        // When
        Page system = browser.open(SYSTEM + "?done=dropped");
        Page issue = browser.open(SYSTEM + "credentials/");
        Page dropped = browser.open(SYSTEM + "credentials/1/drop/");
        Page closing = browser.open(SYSTEM + "credentials/2/drop/");
        Page revoke = browser.open(SYSTEM + "revoke/");

        // Then
        assertThat(system.body())
                .contains("Kafka has not been told yet", "Shut out for good on 21 November 2026")
                .doesNotContain("The credential is good no more.", "Change its password");
        assertThat(issue.body())
                .contains("gets no credential any more")
                .doesNotContain("<form method=\"post\" action=\"/qkk/external");
        assertThat(dropped.body()).contains("It is good no more").doesNotContain("Drop it");
        assertThat(closing.body()).contains("it may still be good").doesNotContain("Drop it");
        assertThat(revoke.body()).contains("may still be good").doesNotContain("Shut it out");
    }

    @Test
    void what_is_asked_of_a_suspended_ics_is_refused_in_those_words() {
        // Given
        Page confirm = browser.open(SYSTEM + "credentials/");
        Portal.play("tenants=suspended");

        // When
        Page page = browser.submit(confirm, SYSTEM + "credentials/", Map.of("reason", "Yearly change", "tag", "\"7\""));

        // Then
        assertThat(page.body()).contains("This ICS is suspended");
    }

    @Test
    void a_credential_is_dropped_and_a_system_revoked_with_a_reason_and_the_version_that_was_seen() {
        for (String step : new String[] {"credentials/1/drop/", "revoke/"}) {
            // Given
            Page confirm = browser.open(SYSTEM + step);

            // When
            Page without = browser.submit(confirm, SYSTEM + step, Map.of("reason", " ", "tag", "\"7\""));
            Page done = browser.submit(confirm, SYSTEM + step, Map.of("reason", "No longer used", "tag", "\"7\""));

            // Then
            assertThat(without.body()).as(step).contains("Enter the reason");
            assertThat(done.body())
                    .as(step)
                    .containsAnyOf("The credential is good no more.", "The system is shut out.");
        }
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/credentials/1/withdrawal If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/revocation If-Match=\"7\""));
        assertThat(browser.open(SYSTEM + "credentials/9/drop/").status()).isEqualTo(404);
    }

    @Test
    void a_change_that_met_another_is_asked_for_anew() {
        // Given
        Page confirm = browser.open(SYSTEM + "revoke/");
        Portal.play("tenants=changed");

        // When
        Page page = browser.submit(confirm, SYSTEM + "revoke/", Map.of("reason", "No longer used", "tag", "\"6\""));

        // Then
        assertThat(page.body()).contains("It has changed since you looked", "value=\"No longer used\"");
    }

    @Test
    void everybody_reads_which_events_there_are_and_what_their_fields_mean() {
        // Given
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);

        // When
        Page all = observer.open("/qkk/events/");
        Page registry = observer.open("/qkk/events/registry/");

        // Then
        assertThat(all.body())
                .contains("ics.qkk.registry.practice.v1", "ics.qkk.tenants.external-system.v1")
                .contains("ics.qkk.partner.enquiry.v1");
        assertThat(registry.body())
                .contains("folkmoot.registry.practice.opened.v1", "string (date)", "ics.qkk.registry.practice-state.v1")
                .contains("&quot;code&quot; : &quot;G83001&quot;");
        assertThat(observer.open("/qkk/events/nobody/").status()).isEqualTo(404);
    }

    private static Map<String, String> form() {
        return new HashMap<>(Map.of(
                "name", "Shared care record",
                "organisation", "RJ1",
                "contact", "integration@example.org",
                "reads", "registry",
                "reason", "Agreed"));
    }
}
