package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings of others: the register, who sits there, briefs, reports, and how far the chairs are filled. */
@PortalTest
class RepresentationTest {

    private static final String REGISTER = "/qkk/representation/";
    private static final String MEETING = REGISTER + "0198c3a2-0000-7000-8000-000000000e71/";
    private static final String SITTER = "/qkk/representatives/0198c3a2-0000-7000-8000-000000000e75/";
    private static final String NOT_MANDATED = "/qkk/representatives/0198c3a2-0000-7000-8000-000000000e76/";
    private static final String SITTINGS = "/qkk/sittings/";
    private static final String AHEAD = SITTINGS + "0198c3a2-0000-7000-8000-000000000e80/";
    private static final String OVERDUE = SITTINGS + "0198c3a2-0000-7000-8000-000000000e82/";
    private static final String REPORTED = SITTINGS + "0198c3a2-0000-7000-8000-000000000e83/";
    private static final String CANCELLED = SITTINGS + "0198c3a2-0000-7000-8000-000000000e84/";
    private static final String GROUP = "0198c3a2-0000-7000-8000-0000000000d1";

    @Inject
    Portal portal;

    private Browser manager;
    private Browser voter;
    private Browser observer;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        observer = Visitors.as(Roles.ICS_OBSERVER);
        Portal.play("");
    }

    @Test
    void the_register_says_when_each_meets_next_and_whether_a_chair_is_empty() {
        // When
        String byName = voter.open(REGISTER).body();
        String byDay = voter.open(REGISTER + "?sort=next").body();
        String empty = manager.open(REGISTER + "?show=empty&group=" + GROUP).body();
        Page file = voter.open(REGISTER + "?format=csv");

        // Then
        assertThat(byName)
                .contains("Integrated &lt;b&gt;Care&lt;/b&gt; Partnership", "7 January 2099 at 14:00", "1 of 2 seats")
                .contains("Reports that are overdue: 1", "Dates with an empty chair: 2", "Empty chair")
                .doesNotContain("Register a meeting");
        assertThat(byName.indexOf("Acute board")).isLessThan(byName.indexOf("Integrated"));
        assertThat(byDay.indexOf("Integrated")).isLessThan(byDay.indexOf("Acute board"));
        assertThat(empty).contains("Acute board", "Register a meeting");
        assertThat(file.body())
                .startsWith("Who meets,Group,Led by")
                .contains("Acute board,Norfolk GP Voice,A trust,Runs the hospital.,1,2099-02-04,1,");
    }

    @Test
    void a_meeting_says_who_sits_there_under_which_mandate_and_who_did_before() {
        // When
        String ofVoter = voter.open(MEETING).body();
        String ofManager = manager.open(MEETING).body();
        Page file = voter.open(MEETING + "?format=csv");

        // Then
        assertThat(ofVoter)
                .contains("Agrees the plan of the ICS.", "Every 4 weeks at 14:00")
                .contains("Nina &lt;i&gt;New&lt;/i&gt;", "Sits there without a mandate", "Otto Old", "Recalled")
                .contains("Report overdue", "Reported late", "Does not take place", "Version 2")
                .doesNotContain("Say who sits there", "Enter dates");
        assertThat(ofVoter.indexOf("Nina")).as("the latest term first").isLessThan(ofVoter.indexOf("Rita"));
        assertThat(ofManager).contains("Say who sits there", "Enter dates");
        assertThat(file.body()).startsWith("Who meets,Group,Day").contains("2026-10-21");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/sittings?meeting=0198c3a2-0000-7000-8000-000000000e71&"));
    }

    @Test
    void a_representative_leads_to_the_mandate_and_is_recalled_with_a_reason() {
        // Given
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        Page recall = lmc.open(SITTER + "recall/");

        // When
        String sitter = voter.open(SITTER).body();
        String bare = voter.open(NOT_MANDATED).body();
        String chain = voter.open("/qkk/authority/representative/0198c3a2-0000-7000-8000-000000000e75/")
                .body();
        Page silent = lmc.fill(recall, SITTER + "recall/", Map.of("words", "", "tag", "\"7\""));
        Page recalled = lmc.fill(recall, SITTER + "recall/", Map.of("words", "Moved", "tag", "\"7\""));

        // Then
        assertThat(sitter)
                .contains("/qkk/mandates/0198c3a2-0000-7000-8000-0000000000c1/", "Speak for us at the ICB")
                .contains("1 September 2026 to 31 August 2027", "/qkk/authority/representative/")
                .doesNotContain("Recall them");
        assertThat(bare).contains("The mandate has lapsed. The mandate has not counted since 2026-11-01.");
        assertThat(chain).contains("href=\"" + SITTER + "\"", "Speak for us at the ICB");
        assertThat(silent.body()).contains("Enter why they are recalled");
        assertThat(recalled.body()).contains("The term is over.");
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.contains("/recall If-Match=\"7\"") && asked.contains("{\"reason\":\"Moved\"}"));
    }

    @Test
    void a_meeting_is_registered_with_a_rhythm_or_without() {
        // Given
        Page form = manager.open(REGISTER + "add/");
        Map<String, String> fields = new HashMap<>(Map.of(
                "group", GROUP,
                "body", "Acute board",
                "purpose", "Runs the hospital",
                "ledBy", "A trust",
                "place", "By video",
                "seats", "GP member\n\nDeputy",
                "weeks", "four"));

        // When
        Page wrong = manager.fill(form, REGISTER + "add/", fields);
        fields.putAll(Map.of(
                "weeks", "4",
                "firstDay-day", "2",
                "firstDay-month", "9",
                "firstDay-year", "2026",
                "time", "14:00"));
        Page registered = manager.fill(form, REGISTER + "add/", fields);
        for (String part : new String[] {"weeks", "firstDay-day", "firstDay-month", "firstDay-year", "time"}) {
            fields.put(part, "");
        }
        manager.fill(form, REGISTER + "add/", fields);

        // Then
        assertThat(wrong.body())
                .contains("href=\"#weeks\"", "href=\"#firstDay-day\"", "href=\"#time\"", "value=\"Acute board\"");
        assertThat(registered.body()).contains("The meeting is registered.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/groups/" + GROUP + "/system-meetings ")
                        && asked.contains("\"seats\":[\"GP member\",\"Deputy\"],\"recurrence\":{\"weeks\":4,"
                                + "\"firstDay\":\"2026-09-02\",\"time\":\"14:00\"}"))
                .anyMatch(asked -> asked.startsWith("POST ") && asked.endsWith("\"Deputy\"]}"));
    }

    @Test
    void dates_are_entered_one_by_one_or_as_the_rhythm_says() {
        // Given
        String path = MEETING + "dates/add/";
        Page form = manager.open(path);

        // When
        Page noDay = manager.fill(form, path, Map.of("how", "until", "until-day", "31", "until-month", "2"));
        Page all = manager.fill(
                form, path, Map.of("how", "until", "until-day", "31", "until-month", "3", "until-year", "2027"));
        Page noTime = manager.fill(
                form, path, Map.of("how", "one", "starts-day", "1", "starts-month", "4", "starts-year", "2027"));
        Page next = manager.fill(form, path, Map.of("how", "one"));

        // Then
        assertThat(noDay.body()).contains("href=\"#until-day\"");
        assertThat(all.body()).contains("The dates are entered.");
        assertThat(noTime.body()).contains("The day must be a real date with a time");
        assertThat(next.address().getPath()).isEqualTo(AHEAD);
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/dates ") && asked.contains("{\"until\":\"2027-03-31\"}"))
                .anyMatch(asked -> asked.contains("/sittings If-Match") && asked.endsWith(" {}"));
        assertThat(manager.open(REGISTER + "0198c3a2-0000-7000-8000-000000000e72/dates/add/")
                        .body())
                .as("a meeting without a rhythm")
                .doesNotContain("Enter them all");
    }

    @Test
    void who_sits_there_is_found_by_name_and_needs_a_mandate() {
        // Given
        String path = MEETING + "name/";
        Page form = manager.open(path + "?q=nina");
        Map<String, String> fields = new HashMap<>(Map.of(
                "q", "nina",
                "seat", "2",
                "mandate", "0198c3a2-0000-7000-8000-0000000000c1",
                "until-day", "31",
                "until-month", "3",
                "until-year", "2027"));
        fields.putAll(Map.of("from-day", "1", "from-month", "12", "from-year", "2026"));

        // When
        Page nobody = manager.fill(form, path, fields);
        fields.put("person", "0f0e0d0c-1111-4222-8333-444455556666");
        Page named = manager.fill(form, path, fields);
        Portal.play("executive=uncovered");
        Page refused = manager.fill(form, path, fields);

        // Then
        assertThat(manager.open(path).body()).contains("Look them up").doesNotContain("Which of them?");
        assertThat(form.body()).contains("Deputy", "Speak for us at the ICB, until");
        assertThat(nobody.body()).contains("Choose the person");
        assertThat(named.body()).contains("It is said who sits there.");
        assertThat(refused.body())
                .as("what the service says against it, and what was entered")
                .contains("It was put on the next agenda of the leadership group", "value=\"2026\"");
    }

    @Test
    void dates_are_narrowed_to_what_is_overdue_empty_or_mine() {
        // When
        String ahead = voter.open(SITTINGS).body();
        String overdue = voter.open(SITTINGS + "?show=overdue").body();
        String past = voter.open(SITTINGS + "?show=past&sort=body&mine=true").body();
        Page file = voter.open(SITTINGS + "?show=all&format=csv");

        // Then
        assertThat(ahead).contains("7 January 2099", "Acute board").doesNotContain("Report overdue");
        assertThat(overdue)
                .contains("21 October 2026", "28 October 2026")
                .doesNotContain("18 November 2026 at", "Acute board");
        assertThat(past)
                .contains("18 November 2026", "23 September 2026")
                .as("what does not take place is not over")
                .doesNotContain("26 August 2026");
        assertThat(file.body()).contains("Does not take place", "Reported late", "2026-10-02");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/sittings?overdue=true&"))
                .anyMatch(asked -> asked.contains("/sittings?mine=true&"));
    }

    @Test
    void a_brief_is_for_general_practice_and_each_change_is_a_version() {
        // Given
        Page form = manager.open(AHEAD + "brief/");

        // When
        String ofVoter = voter.open(AHEAD).body();
        String ofObserver = observer.open(AHEAD).body();
        Page silent = manager.fill(form, AHEAD + "brief/", Map.of("say", "Yes", "notAgree", "", "tag", "\"7\""));
        Page kept = manager.fill(form, AHEAD + "brief/", Map.of("say", "Yes", "notAgree", "No", "tag", "\"7\""));

        // Then
        assertThat(ofVoter)
                .contains("Ask for &lt;b&gt;one&lt;/b&gt; list.", "Nothing on money.", "Ask for a list.")
                .doesNotContain("Write the brief", "Say that it does not take place");
        assertThat(ofObserver).contains("Who sits there").doesNotContain("Brief</h2>", "Nothing on money.");
        assertThat(form.body()).contains("Nothing on money.");
        assertThat(silent.body()).contains("Enter what not to agree", "href=\"#notAgree\"");
        assertThat(kept.body()).contains("The brief is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/brief If-Match=\"7\"") && asked.contains("\"notAgree\":\"No\""));
    }

    @Test
    void a_report_is_filed_by_whoever_sat_there_or_the_office() {
        // Given
        Page form = voter.open(OVERDUE + "report/");

        // When
        String ofVoter = voter.open(OVERDUE).body();
        String reported = voter.open(REPORTED).body();
        Page silent = voter.fill(form, OVERDUE + "report/", Map.of("report", "", "tag", "\"7\""));
        Page filed = voter.fill(
                form, OVERDUE + "report/", Map.of("report", "They agreed.", "commitments", "", "tag", "\"7\""));

        // Then
        assertThat(ofVoter).contains("The report back is due by 28 October 2026.", "href=\"" + OVERDUE + "report/\"");
        assertThat(manager.open(OVERDUE).body()).contains("href=\"" + OVERDUE + "report/\"");
        assertThat(reported)
                .contains("They agreed &lt;b&gt;one&lt;/b&gt; list.", "A GP reads it each month.")
                .doesNotContain("href=\"" + REPORTED + "report/\"");
        assertThat(observer.open(REPORTED).body()).doesNotContain("They agreed", "Report back");
        assertThat(silent.body()).contains("Enter what was said and decided");
        assertThat(filed.body()).contains("The report is filed.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("&mine=true&") || asked.contains("?mine=true&"))
                .anyMatch(asked -> asked.contains("/report ") && asked.endsWith("{\"report\":\"They agreed.\"}"));
    }

    @Test
    void a_date_that_does_not_take_place_says_why() {
        // Given
        Page form = manager.open(AHEAD + "cancel/");

        // When
        Page silent = manager.fill(form, AHEAD + "cancel/", Map.of("words", "", "tag", "\"7\""));
        Page cancelled = manager.fill(form, AHEAD + "cancel/", Map.of("words", "No quorum", "tag", "\"7\""));

        // Then
        assertThat(silent.body()).contains("Enter why it does not take place");
        assertThat(cancelled.body()).contains("It is said that it does not take place.");
        assertThat(manager.open(CANCELLED).body())
                .contains("No quorum")
                .doesNotContain("Say that it does not take place", CANCELLED + "brief/");
    }

    @Test
    void how_far_the_chairs_are_filled_is_a_picture_a_table_and_a_file() {
        // When
        String page = observer.open(REGISTER + "coverage/").body();
        voter.open(REGISTER + "coverage/?months=3");
        Page file = voter.open(REGISTER + "coverage/?months=24&format=csv");

        // Then
        assertThat(page)
                .contains("At 5 of 7 sittings since 22 November 2025 (71%) somebody with a mandate sat there.")
                .contains("Of 6 reports to be, 4 are filed, 1 of them late, and 1 is overdue.")
                .contains("<svg", "4 of 4", "1 of 3", "6 of 8");
        assertThat(file.body())
                .startsWith("Group,Meeting,Sittings")
                .contains("Norfolk GP Voice,Acute board,3,1,3,0,2,1,0,0")
                .contains("Norfolk GP Voice,All,7,5,11,6,6,4,1,1");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/representation?from=") && asked.contains("&until="));
    }

    @Test
    void the_first_page_says_which_reports_back_are_overdue_to_whom_they_are_asked_of() {
        // Given
        String overdue =
                "<a href=\"/qkk/sittings/0198c3a2-0000-7000-8000-000000000e82/\">Integrated &lt;b&gt;Care&lt;/b&gt;"
                        + " Partnership</a> met on 21 October 2026. The report was due on 28 October 2026.";

        // When
        String named = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/").body();
        String keeps = manager.open("/qkk/").body();
        String watches = Visitors.as(Roles.LMC_EXECUTIVE).open("/qkk/").body();
        String observed = Visitors.as(Roles.ICS_OBSERVER).open("/qkk/").body();

        // Then
        assertThat(named).contains("<strong>1</strong> report back from meetings of others is overdue.", overdue);
        assertThat(keeps).contains(overdue);
        assertThat(watches)
                .containsPattern(
                        "1</span> <a href=\"/qkk/sittings/\\?show=overdue\">report of representatives overdue");
        assertThat(observed).doesNotContain("sittings/?show=overdue");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /executive/groups/")
                        && asked.contains("/sittings?")
                        && asked.contains("mine=true"))
                .anyMatch(asked -> asked.startsWith("GET /executive/groups/")
                        && asked.contains("/sittings?")
                        && !asked.contains("mine=true"));
    }
}
