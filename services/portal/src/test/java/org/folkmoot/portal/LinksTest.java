package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was known of a link, and saying that it ended, was another or never was. */
@PortalTest
class LinksTest {

    private static final String LINK = "/qkk/links/0198c3a2-0000-7000-8000-0000000000c1/";

    @Inject
    Portal portal;

    private Browser manager;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        Portal.play("");
    }

    @Test
    void a_link_shows_what_is_known_and_what_was_known_before() {
        // When
        String practice = manager.open("/qkk/practices/D82001/model/").body();
        String seen = manager.open(LINK).body();
        String seenByAnObserver = Visitors.as(Roles.ICS_OBSERVER).open(LINK).body();

        // Then
        assertThat(practice).contains("href=\"" + LINK + "\"");
        assertThat(seen)
                .contains("GPs employed by Norfolk Trust", "Corrected", "Recorded")
                .contains("1 April 2025", "1 April 2024", "The letter was found &lt;script&gt;")
                .contains(LINK + "end/", LINK + "correct/", LINK + "withdraw/");
        assertThat(seenByAnObserver).contains("1 April 2024").doesNotContain("/end/", "/correct/", "/withdraw/");
    }

    @Test
    void a_link_ends_with_its_last_day_and_the_reason() {
        // Given
        Page form = manager.open(LINK + "end/");

        // When
        Page half = manager.fill(form, LINK + "end/", day("until", "31", "2", "2026"));
        Page ended = manager.fill(
                form, LINK + "end/", with(day("until", "31", "3", "2026"), "reason", "The contract ran out."));

        // Then
        assertThat(half.body()).contains("href=\"#until-day\"", "href=\"#reason\"");
        assertThat(ended.body()).contains("It is recorded when it ends.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("PUT "))
                .singleElement()
                .asString()
                .contains("/end If-Match=\"7\"", "\"until\":\"2026-03-31\"", "\"reason\":\"The contract ran out.\"");
    }

    @Test
    void a_correction_begins_with_what_is_believed_and_says_the_whole_of_what_was_true() {
        // Given
        Page form = manager.open(LINK + "correct/");
        Map<String, String> entered = with(
                day("from", "1", "10", "2024"),
                "code",
                "",
                "body",
                "0198c3a2-0000-7000-8000-0000000000c2",
                "evidence",
                "Minutes of June",
                "reason",
                "The minutes were found.");

        // When
        Page both = manager.fill(form, LINK + "correct/", with(entered, "code", "RM1"));
        Page corrected = manager.fill(form, LINK + "correct/", entered);

        // Then
        assertThat(form.body())
                .contains("A letter of March 2025.")
                .containsPattern("name=\"code\"[^>]*value=\"RM1\"")
                .containsPattern("name=\"from-year\"[^>]*value=\"2025\"");
        assertThat(both.body()).contains("href=\"#code\"", "Minutes of June");
        assertThat(corrected.body()).contains("The correction is recorded.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("PUT "))
                .singleElement()
                .asString()
                .contains("/correction If-Match=\"7\"")
                .contains("\"other\":\"0198c3a2-0000-7000-8000-0000000000c2\"", "\"from\":\"2024-10-01\"")
                .doesNotContain("until");
    }

    @Test
    void a_link_that_never_was_is_withdrawn_by_those_who_keep_knowledge_and_who_was_late_is_told() {
        // Given
        Page form = manager.open(LINK + "withdraw/");

        // When
        Page without = manager.fill(form, LINK + "withdraw/", Map.of("reason", " "));
        Page withdrawn = manager.fill(form, LINK + "withdraw/", Map.of("reason", "Another practice was meant."));
        Portal.play("registry=changed");
        Page late = manager.fill(form, LINK + "withdraw/", Map.of("reason", "Another practice was meant."));

        // Then
        assertThat(without.body()).contains("Enter why it is known that it never was");
        assertThat(withdrawn.body()).contains("The link is withdrawn.");
        assertThat(late.body()).contains("It has changed since you looked.", "Another practice was meant.");
        assertThat(Visitors.as(Roles.PRACTICE_VOTER).open(LINK + "withdraw/").status())
                .isEqualTo(403);
    }

    private static Map<String, String> day(String name, String day, String month, String year) {
        return Map.of(name + "-day", day, name + "-month", month, name + "-year", year, "tag", "\"7\"");
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        var fields = new HashMap<>(known);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
