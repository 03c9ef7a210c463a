package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What practices report of who waits, and what the toolkit's list says of organisations. */
@PortalTest
class ReturnsTest {

    private static final String REPORT = "/qkk/practices/D82001/backlogs/add/";
    private static final String WEEK = "/qkk/practices/D82001/backlogs/2026-08-03/";
    private static final String DSPT = "/qkk/dspt/";

    @Inject
    Portal portal;

    @BeforeEach
    void begin() {
        portal.begin();
    }

    @Test
    void returns_are_read_by_who_plans_and_put_right_by_their_practice_alone() {
        // Given
        Browser manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        Browser voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");

        // When
        String ofAll = manager.open("/qkk/backlogs/?practice=D82001&weeks=13").body();
        String ofAPractice = voter.open("/qkk/backlogs/").body();

        // Then
        assertThat(ofAll)
                .contains(
                        "Cromer Group Practice", "3 August 2026", "310", "1,500", "A week &lt;script&gt;", "Next page")
                .doesNotContain("/backlogs/add/", WEEK);
        assertThat(ofAPractice).contains(REPORT, WEEK).doesNotContain("/practices/D82002/backlogs/");
        assertThat(manager.open("/qkk/backlogs/?format=csv").body()).startsWith("Practice,Name,Week");
        assertThat(voter.open("/qkk/practices/D82001/").body()).contains(REPORT);
        assertThat(manager.open("/qkk/practices/D82001/").body()).doesNotContain(REPORT);
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/backlog-returns?practice=D82001&from=20"));
    }

    @Test
    void a_practice_reports_on_a_week_and_puts_it_right() {
        // Given
        Browser voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
        Page form = voter.open(REPORT);
        Page again = voter.open(WEEK);

        // When
        Page odd = voter.fill(form, REPORT, Map.of("week", "soon", "waiting", "many", "longest", "long"));
        Page reported = voter.fill(
                form, REPORT, Map.of("week", "2026-08-03", "waiting", "14", "longest", "0", "capacity", "310"));
        Page putRight = voter.fill(again, WEEK, Map.of("waiting", "12", "capacity", "310", "tag", "\"7\""));

        // Then
        assertThat(form.body()).contains("The week from ");
        assertThat(again.body())
                .contains("the week from 3 August 2026")
                .containsPattern("name=\"longest\"[^>]*value=\"0\"");
        assertThat(odd.body())
                .contains("href=\"#week\"", "href=\"#waiting\"", "href=\"#longest\"", "href=\"#capacity\"");
        assertThat(reported.address().toString()).endsWith("/qkk/backlogs/?practice=D82001");
        assertThat(putRight.address().toString()).endsWith("/qkk/backlogs/?practice=D82001");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/practices/D82001/backlog-returns ")
                        && asked.contains("{\"week\":\"2026-08-03\",\"report\":{\"waiting\":14,\"longestWaitDays\":0,"
                                + "\"capacity\":310}}"))
                .anyMatch(asked ->
                        asked.startsWith("PUT /registry/practices/D82001/backlog-returns/2026-08-03 If-Match=\"7\"")
                                && asked.contains("{\"waiting\":12,\"capacity\":310}"));
    }

    @Test
    void how_organisations_stand_by_the_toolkit_is_searched_and_shown_over_time() {
        // Given
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);
        Portal.play("");

        // When
        String page = observer.open(DSPT + "?status=met&practices=yes&asAt=2026-08-01")
                .body();
        String one = observer.open(DSPT + "D82001/").body();

        // Then
        assertThat(page)
                .contains("Cromer Group Practice", "Standards met", "8XX99", "Standards not met", "Next page")
                .contains("type=\"hidden\" name=\"status\" value=\"met\"")
                .doesNotContain("/dspt/add/");
        assertThat(one).containsSubsequence("Standards met", "30 June 2026", "Not published", "30 June 2025");
        assertThat(observer.open(DSPT + "?format=csv").body()).startsWith("Code,Name,Status");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith(
                        "GET /registry/dspt-statuses?status=met&practices=true&asAt=2026-08-01&limit=25 "));
    }

    @Test
    void an_administrator_hands_in_the_list_and_sees_what_became_of_each_row() {
        // Given
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        Page form = administrator.open(DSPT + "add/");
        Portal.play("");

        // When
        var nothing = administrator.upload(form, DSPT + "add/", Map.of(), "file", "", "");
        var report = administrator.upload(
                form,
                DSPT + "add/",
                Map.of("asAt-day", "1", "asAt-month", "8", "asAt-year", "2026"),
                "file",
                "list.csv",
                "Code,Status,Date Of Publication");

        // Then
        assertThat(nothing.body()).contains("Choose the file", "Enter the day on which the list was taken");
        assertThat(report.body())
                .contains("What became of the list", "The status is none that the toolkit gives")
                .contains("X,&lt;script&gt;");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST "))
                .singleElement()
                .asString()
                .contains("/registry/dspt-lists ", "filename=\"list.csv\"", "2026-08-01", "Date Of Publication");
    }
}
