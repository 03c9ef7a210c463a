package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class ReleasesTest {

    private static final String RUNNING = "/platform/releases/jobs/0198c3a2-0000-7000-8000-000000000002/";

    @Inject
    Portal portal;

    private Browser browser;

    @BeforeEach
    void begin() {
        portal.begin();
        browser = Visitors.as(Roles.PLATFORM_OPERATOR);
    }

    @Test
    void files_pass_through_to_the_registry_and_lead_to_the_load() {
        // Given
        Page form = browser.open("/platform/releases/add/");

        // When
        var answer = browser.upload(
                form,
                "/platform/releases/add/",
                Map.of("asAt-day", "1", "asAt-month", "8", "asAt-year", "2026"),
                "files",
                "epraccur.csv",
                "\"D82001\",\"CROMER\"");

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(RUNNING);
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/directory/releases ")
                        && asked.contains("filename=\"epraccur.csv\"")
                        && asked.contains("\"D82001\",\"CROMER\"")
                        && asked.contains("2026-08-01"));
    }

    @Test
    void a_release_without_a_file_is_pointed_at() {
        // Given
        Page form = browser.open("/platform/releases/add/");

        // When
        var answer = browser.upload(form, "/platform/releases/add/", Map.of("asAt-day", "77"), "files", "", "");

        // Then
        assertThat(answer.body()).contains("Choose at least one file").contains("The date must be a real date");
    }

    @Test
    void an_upload_without_the_forms_token_goes_nowhere() {
        // Given
        Page other = browser.open("/");

        // When
        var answer = browser.upload(other, "/platform/releases/add/", Map.of(), "files", "epraccur.csv", "x");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void a_load_that_goes_on_is_told_as_it_goes_and_loads_itself_again_without_a_script() {
        // When
        Page page = browser.open(RUNNING);
        var told = Visitors.fresh(Roles.PLATFORM_OPERATOR)
                .with("Accept", "text/event-stream")
                .once("GET", URI.create(Browser.url() + RUNNING + "progress/"), Map.of());

        // Then
        assertThat(page.body())
                .contains("Reading and checking rows")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>")
                .contains("data-progress=\"" + RUNNING + "progress/\"");
        assertThat(told.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(told.body())
                .contains("event:progress")
                .contains("event:ended")
                .contains("Writing what has changed")
                .contains("Loaded");
    }

    @Test
    void a_load_that_is_over_says_so_and_leads_to_its_report() {
        // When
        Page page = browser.open("/platform/releases/jobs/0198c3a2-0000-7000-8000-000000000001/");

        // Then
        assertThat(page.body()).contains("Loaded").contains("/report/").doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void releases_and_loads_can_be_taken_along_and_paged_each_by_itself() {
        // When
        String page = browser.open("/platform/releases/?loads=abc").body();
        Page releases = browser.open("/platform/releases/?list=releases&format=csv");
        Page loads = browser.open("/platform/releases/?list=loads&format=csv");

        // Then
        assertThat(page)
                .contains(
                        "/platform/releases/?list=loads&amp;format=csv",
                        "/platform/releases/?list=loads&amp;format=xlsx")
                .contains("/platform/releases/?loads=abc&amp;list=releases&amp;format=csv")
                .contains("<a href=\"/platform/releases/\">First page</a>")
                .contains("<a href=\"/platform/releases/?loads=bmV4dA\" rel=\"next\">Next page</a>");
        assertThat(releases.body()).startsWith("As at,Taken in,In force,Files");
        assertThat(loads.body()).startsWith("Handed in,State,Outcome");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/directory/jobs?cursor=abc&limit=25"));
    }
}
