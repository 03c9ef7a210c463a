package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class KeepingUpTest {

    private static final String ADDRESS = "/platform/releases/keeping-up/";
    private static final String RUN = "0198c3a2-0000-7000-8000-0000000000e1";
    private static final String UNREAD = "0198c3a2-0000-7000-8000-0000000000e2";

    @Inject
    Portal portal;

    private Browser browser;

    @BeforeEach
    void begin() {
        portal.begin();
        browser = Visitors.as(Roles.PLATFORM_OPERATOR);
    }

    @Test
    void an_operator_sees_what_works_what_was_taken_and_what_waits() {
        assertThat(browser.open("/platform/releases/").body()).contains("href=\"" + ADDRESS + "\"");
        assertThat(browser.open(ADDRESS).body())
                .contains("Not set up", "Cannot be looked at since", "The API answers 503")
                .contains("Changes wait for you", "70 would close")
                .contains("Y01234", "unknown status", "&quot;active&quot;:&quot;yes&quot;")
                .contains("Loaded", "2026-11");
    }

    @Test
    void what_is_done_is_asked_of_the_registry_and_said() {
        // Given
        Page page = browser.open(ADDRESS);

        // When
        var looked = browser.submit(page, ADDRESS, Map.of("act", "look", "source", "ods-api"));
        var asked = browser.submit(page, ADDRESS, Map.of("act", "ask", "id", UNREAD));
        var confirmed = browser.submit(page, ADDRESS, Map.of("act", "confirm", "id", RUN, "tag", "\"7\""));

        // Then
        assertThat(looked.body()).contains("It is looked at now.");
        assertThat(asked.body()).contains("The organisation is asked for again now.");
        assertThat(confirmed.body()).contains("The changes are being loaded.");
        assertThat(Portal.asked())
                .anyMatch(each -> each.startsWith("PUT /registry/directory/sources/ods-api/look "))
                .anyMatch(each -> each.startsWith("PUT /registry/directory/quarantine/" + UNREAD + "/question "))
                .anyMatch(each ->
                        each.startsWith("PUT /registry/directory/runs/" + RUN + "/confirmation If-Match=\"7\""));
    }

    @Test
    void what_was_never_offered_is_not_asked() {
        Page page = browser.open(ADDRESS);
        assertThat(browser.submit(page, ADDRESS, Map.of("act", "look", "source", "../jobs"))
                        .body())
                .contains("Choose what to do");
        assertThat(Portal.asked()).noneMatch(each -> each.startsWith("PUT "));
    }
}
