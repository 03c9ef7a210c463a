package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of recommendations: who responds by when, and what was said. */
@PortalTest
class RecommendationsTest {

    private static final String REGISTER = "/qkk/recommendations/";
    private static final String OPEN = REGISTER + "0198c3a2-0000-7000-8000-000000000e91/";
    private static final String OVERDUE = REGISTER + "0198c3a2-0000-7000-8000-000000000e92/";
    private static final String RESPONDED = REGISTER + "0198c3a2-0000-7000-8000-000000000e93/";
    private static final String SET_ASIDE = REGISTER + "0198c3a2-0000-7000-8000-000000000e94/";
    private static final String GROUP = "0198c3a2-0000-7000-8000-0000000000d1";

    @Inject
    Portal portal;

    private Browser manager;
    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void what_waits_for_a_response_comes_first_and_the_rest_is_found() {
        // When
        String waiting = voter.open(REGISTER).body();
        String byTitle = voter.open(REGISTER + "?state=all&sort=title").body();
        String overdue = voter.open(REGISTER + "?state=overdue&group=" + GROUP).body();
        String bySource = manager.open(REGISTER + "?sort=source").body();
        Page file = voter.open(REGISTER + "?state=all&format=csv");

        // Then
        assertThat(waiting)
                .contains("Share &lt;b&gt;records&lt;/b&gt;", "Response overdue", "31 October 2026", "Victor Voter")
                .doesNotContain("Train receptionists", "Record a recommendation");
        assertThat(waiting.indexOf("Answer complaints")).isLessThan(waiting.indexOf("Share &lt;"));
        assertThat(byTitle.indexOf("Answer complaints")).isLessThan(byTitle.indexOf("Buy fax machines"));
        assertThat(overdue).contains("Answer complaints").doesNotContain("Share &lt;b&gt;");
        assertThat(bySource.indexOf("Answer complaints")).isLessThan(bySource.indexOf("Share &lt;"));
        assertThat(bySource).contains("Record a recommendation");
        assertThat(file.body())
                .startsWith("Recommendation,Group,By whom,Reference,Respond by,State")
                .contains("Train receptionists,Norfolk GP Voice,Care Quality Commission,Recommendation 7,2026-09-30,"
                        + "Responded late,Nina New,2026-10-02,We <b>do</b>.");
    }

    @Test
    void a_recommendation_says_who_responds_and_what_came_of_it() {
        // When
        String open = voter.open(OPEN).body();
        String responded = manager.open(RESPONDED).body();
        String aside = voter.open(SET_ASIDE).body();

        // Then
        assertThat(open)
                .contains("href=\"https://example.org/report\"", "Nina &lt;i&gt;New&lt;/i&gt;", "31 March 2099")
                .doesNotContain("Respond to it", "Set it aside", "/responder/");
        assertThat(responded)
                .contains("We &lt;b&gt;do&lt;/b&gt;.", "Responded late", "2 October 2026 at 10:00")
                .contains("Recommendation 7")
                .doesNotContain("Respond to it", "/responder/");
        assertThat(aside).contains("Nobody has one", "Set aside", "Nobody yet");
        assertThat(manager.open(OPEN).body()).contains("Respond to it", "Set it aside", OPEN + "responder/");
    }

    @Test
    void an_address_that_is_no_page_of_the_web_leads_nowhere() {
        assertThat(manager.open(RESPONDED).body()).doesNotContain("href=\"Recommendation");
    }

    @Test
    void a_recommendation_is_recorded() {
        // Given
        Page form = manager.open(REGISTER + "add/");
        Map<String, String> fields = new HashMap<>(Map.of(
                "group", GROUP,
                "title", "Share records",
                "words", "Between practices.",
                "source", "CQC",
                "reference", "",
                "respondBy-day", "31",
                "respondBy-month", "2",
                "respondBy-year", "2027"));

        // When
        Page wrong = manager.fill(form, REGISTER + "add/", fields);
        fields.put("respondBy-day", "28");
        Page recorded = manager.fill(form, REGISTER + "add/", fields);

        // Then
        assertThat(wrong.body()).contains("href=\"#respondBy-day\"", "value=\"Share records\"");
        assertThat(recorded.body()).contains("The recommendation is recorded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/groups/" + GROUP + "/recommendations ")
                        && asked.endsWith("{\"title\":\"Share records\",\"words\":\"Between practices.\","
                                + "\"source\":\"CQC\",\"respondBy\":\"2027-02-28\"}"));
    }

    @Test
    void it_is_said_who_responds_and_the_office_responds_or_sets_it_aside() {
        // Given
        Page form = manager.open(OPEN + "responder/?q=nina");
        Page respond = manager.open(OVERDUE + "respond/");
        Page aside = manager.open(OPEN + "set-aside/");

        // When
        Page nobody = manager.fill(form, OPEN + "responder/", Map.of("q", "nina", "tag", "\"7\""));
        Page entrusted = manager.fill(
                form,
                OPEN + "responder/",
                Map.of("q", "nina", "person", "0f0e0d0c-1111-4222-8333-444455556666", "tag", "\"7\""));
        Page silent = manager.fill(respond, OVERDUE + "respond/", Map.of("words", "", "tag", "\"7\""));
        Page responded = manager.fill(respond, OVERDUE + "respond/", Map.of("words", "We do.", "tag", "\"7\""));
        Page setAside = manager.fill(aside, OPEN + "set-aside/", Map.of("words", "No fax", "tag", "\"7\""));

        // Then
        assertThat(nobody.body()).contains("Choose the person");
        assertThat(entrusted.body()).contains("It is said who responds.");
        assertThat(silent.body()).contains("Enter the response");
        assertThat(responded.body()).contains("The response is kept.");
        assertThat(setAside.body()).contains("It is set aside.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/responder If-Match=\"7\"")
                        && asked.contains("\"person\":\"0f0e0d0c-1111-4222-8333-444455556666\"")
                        && asked.contains("\"personName\":\"Nina New\""))
                .anyMatch(asked -> asked.contains("/response ") && asked.contains("{\"response\":\"We do.\"}"))
                .anyMatch(asked -> asked.contains("/setting-aside ") && asked.contains("{\"reason\":\"No fax\"}"));
    }

    @Test
    void whoever_responds_finds_it_among_their_own_and_may_respond() {
        // When
        String mine = voter.open(REGISTER + "?mine=true").body();
        Page overdue = voter.open(OVERDUE);
        Page responded = voter.fill(
                voter.open(OVERDUE + "respond/"), OVERDUE + "respond/", Map.of("words", "Yes", "tag", "\"7\""));

        // Then
        assertThat(mine).contains("Answer complaints").doesNotContain("Share &lt;b&gt;");
        assertThat(overdue.body()).contains("href=\"" + OVERDUE + "respond/\"").doesNotContain("Set it aside");
        assertThat(responded.body()).contains("The response is kept.");
    }
}
