package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readings of confidence, from asking to the picture from quarter to quarter. */
@PortalTest
class ReadingsTest {

    private static final String READINGS = "/qkk/readings/";
    private static final String GROUP = "0198c3a2-0000-7000-8000-0000000000d1";
    private static final String OPEN = READINGS + "0198c3a2-0000-7000-8000-000000000091/";
    private static final String CLOSED = READINGS + "0198c3a2-0000-7000-8000-000000000092/";
    private static final String TOO_FEW = READINGS + "0198c3a2-0000-7000-8000-000000000093/";

    @Inject
    Portal portal;

    private Browser voter;
    private Browser secretary;

    @BeforeEach
    void begin() {
        portal.begin();
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        secretary = Visitors.as(Roles.GROUP_SECRETARY);
        Portal.play("");
    }

    @Test
    void a_group_sees_how_confidence_comes_along_as_a_picture_a_table_and_a_file() {
        // When
        String page = voter.open(READINGS).body();
        Page file = voter.open(READINGS + "groups/" + GROUP + "/?format=csv");

        // Then: the earliest first; of what is open, and of too few, nothing is told
        assertThat(page)
                .contains("From quarter to quarter", "Show as a table")
                .contains("4 of 4 (100%)", "75%", "33.3%", "When it has closed", "Too few answers")
                .contains("The group &lt;b&gt;speaks&lt;/b&gt;")
                .doesNotContain("Ask practices</a>");
        int course = page.indexOf("<svg", page.indexOf("From quarter to quarter"));
        String picture = page.substring(course, page.indexOf("</svg>", course));
        assertThat(picture).doesNotContain("2026-Q4", "2026-Q2");
        assertThat(picture.indexOf(">2026-Q1<")).isBetween(0, picture.indexOf(">2026-Q3<"));
        assertThat(page)
                .contains("href=\"/qkk/readings/groups/" + GROUP + "/?format=csv\"")
                .contains("href=\"/qkk/readings/groups/" + GROUP + "/?format=xlsx\"");
        assertThat(file.body()).startsWith("Quarter,Statement,").contains("2026-Q3");
    }

    @Test
    void a_closed_reading_shows_shares_an_open_one_how_many_answered_and_one_of_few_nothing_more() {
        // When
        String closed = voter.open(CLOSED).body();
        String open = voter.open(OPEN).body();
        String tooFew = voter.open(TOO_FEW).body();

        // Then
        assertThat(closed).contains("Strongly agree", "Show as a table", ">50<").doesNotContain("Your practices");
        assertThat(open)
                .contains("3 of 4 (75%)")
                .contains("<strong>Cromer Group Practice</strong>: not answered yet")
                .contains("<strong>Fleggburgh Surgery</strong>: Neither agree nor disagree")
                .doesNotContain("Show as a table");
        assertThat(tooFew).contains("Fewer than three practices answered.").doesNotContain("Show as a table");
        assertThat(Visitors.as(Roles.ICS_OBSERVER).open(OPEN).body()).doesNotContain("Your practices", "Fleggburgh");
    }

    @Test
    void a_practice_answers_and_a_form_that_lacks_something_says_what() {
        // Given
        Page form = voter.open(OPEN + "answer/");

        // When
        Page empty = voter.fill(form, OPEN + "answer/", Map.of("practice", "D82001"));
        Page done = voter.fill(form, OPEN + "answer/", Map.of("practice", "D82001", "answer", "agree"));

        // Then
        assertThat(form.body())
                .contains("Fleggburgh Surgery", "Has answered", "Nobody else sees it")
                .containsPattern("value=\"D82001\"[^>]*checked");
        assertThat(empty.body()).contains("href=\"#answer\"").contains("Choose how far the practice agrees");
        assertThat(done.body()).contains("The answer is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /mandate/readings/")
                        && asked.contains("/answers/D82001 ")
                        && asked.contains("{\"answer\":\"agree\"}"));
        assertThat(voter.open(CLOSED + "answer/").body()).contains("This reading is not open.");
    }

    @Test
    void a_secretary_asks_the_practices_of_a_group() {
        // Given
        Page form = secretary.open(READINGS + "add/");
        Map<String, String> reading = new HashMap<>(
                Map.of("group", GROUP, "statement", "", "opens-day", "1", "opens-month", "4", "opens-year", "2027"));
        reading.putAll(Map.of("closes-day", "31", "closes-month", "4", "closes-year", "2027"));

        // When
        Page wrong = secretary.fill(form, READINGS + "add/", reading);
        reading.putAll(Map.of("statement", "You are heard.", "closes-day", "28"));
        Page asked = secretary.fill(form, READINGS + "add/", reading);

        // Then
        assertThat(wrong.body())
                .contains("Enter what practices agree or disagree with")
                .contains("The last day must be a real date");
        assertThat(asked.body()).contains("The practices of the group are asked.");
        assertThat(Portal.asked())
                .anyMatch(request -> request.startsWith("POST /mandate/groups/" + GROUP + "/readings ")
                        && request.contains("\"statement\":\"You are heard.\"")
                        && request.contains("\"opensOn\":\"2027-04-01\"")
                        && request.contains("\"closesOn\":\"2027-04-28\""));
        assertThat(secretary.open(READINGS).body()).contains("Ask practices");
        assertThat(voter.open(READINGS + "add/").status()).isEqualTo(403);
    }
}
