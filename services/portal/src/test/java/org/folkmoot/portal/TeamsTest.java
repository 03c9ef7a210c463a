package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neighbourhood teams and their measures. */
@PortalTest
class TeamsTest {

    private static final String ID = "0198c3a2-0000-7000-8000-000000000";
    private static final String TEAMS = "/qkk/teams/";
    private static final String TEAM = TEAMS + ID + "f01/";

    @Inject
    Portal portal;

    private Browser administrator;

    @BeforeEach
    void begin() {
        portal.begin();
        administrator = Visitors.as(Roles.ICS_ADMIN);
        Portal.play("");
    }

    @Test
    void everybody_sees_the_teams_and_is_warned_of_one_without_general_practice() {
        // Given
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);

        // When
        String teams = observer.open(TEAMS + "?practice=d82001").body();
        String team = observer.open(TEAM).body();
        String ofAdministrator = administrator.open(TEAM).body();
        String file = observer.open(TEAMS + "?practice=d82001&format=csv").body();

        // Then
        assertThat(file)
                .startsWith("Team,Neighbourhood,Lead,Members,Without general practice,Takes referrals,Formed,Disbanded")
                .contains("Cromer <i>team</i>,Cromer and coast,Nora Nurse,");
        assertThat(teams)
                .contains("Cromer &lt;i&gt;team&lt;/i&gt;", "Cromer and coast", "Nora Nurse", "4 a week")
                .contains("No general practice", "None at the moment");
        assertThat(team)
                .contains("Nobody of general practice is in this team.")
                .contains("Practices work with it of their own will", "Falls clinic", "No transport at the moment")
                .contains("Community nursing", "Social worker", "Lead")
                .doesNotContain("Add a member", "Leaves", "MDT meetings");
        assertThat(ofAdministrator).contains("Add a member", "Leaves", "Disband the team");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/teams?practice=D82001&limit=25 "));
    }

    @Test
    void a_team_is_formed_changed_and_says_what_it_can_take_on() {
        // Given
        Page form = administrator.open(TEAMS + "add/");
        Page change = administrator.open(TEAM + "change/");
        Page capacity = administrator.open(TEAM + "capacity/");
        Map<String, String> team = new HashMap<>(Map.of(
                "name", "", "neighbourhood", "", "relation", "", "services", "Falls\nVisits", "formed-day", "40"));

        // When
        Page empty = administrator.fill(form, TEAMS + "add/", team);
        team.putAll(Map.of(
                "name", "New team",
                "neighbourhood", "0198c3a2-0000-7000-8000-0000000000c4",
                "relation", "parallel",
                "formed-day", "5",
                "formed-month", "1",
                "formed-year", "2026"));
        Page formed = administrator.fill(form, TEAMS + "add/", team);
        Page changed = administrator.fill(
                change, TEAM + "change/", Map.of("name", "Coast", "relation", "co-located", "tag", "\"7\""));
        Page odd = administrator.fill(capacity, TEAM + "capacity/", Map.of("perWeek", "-1", "until-day", "1"));
        Page declared = administrator.fill(
                capacity,
                TEAM + "capacity/",
                Map.of("perWeek", "0", "until-day", "1", "until-month", "2", "until-year", "2027"));

        // Then
        assertThat(empty.body())
                .contains("Enter what it is called", "Choose the neighbourhood")
                .contains("Choose how it stands to practices", "The day must be a real date");
        assertThat(formed.body()).contains("The team is formed. Add its members.");
        assertThat(change.body()).contains("Falls clinic\nVisits at home</textarea>");
        assertThat(changed.body()).contains("The team is changed.");
        assertThat(odd.body()).contains("The number must be 0 or more", "The day must be a real date");
        assertThat(declared.body()).contains("What the team can take on is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/teams If-Match")
                        && asked.contains("\"services\":[\"Falls\",\"Visits\"]")
                        && asked.contains("\"formedOn\":\"2026-01-05\""))
                .anyMatch(asked -> asked.startsWith("PUT /neighbourhood/teams/" + ID + "f01 If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/capacities ")
                        && asked.endsWith("{\"perWeek\":0,\"noReferralsUntil\":\"2027-02-01\"}"));
    }

    @Test
    void members_are_found_by_name_lead_and_leave_and_a_team_is_disbanded() {
        // Given
        String add = TEAM + "members/add/";
        String leave = TEAM + "members/" + ID + "f02/leave/";
        Page form = administrator.open(add + "?q=nina");
        Page team = administrator.open(TEAM);
        Map<String, String> member =
                new HashMap<>(Map.of("q", "nina", "sector", "", "role", "", "organisation", "d82001"));

        // When
        Page nobody = administrator.fill(form, add, member);
        member.putAll(
                Map.of("person", "0f0e0d0c-1111-4222-8333-444455556666", "sector", "therapists", "role", "Physio"));
        Page joined = administrator.fill(form, add, member);
        Page leads = administrator.fill(team, TEAM + "lead/", Map.of("member", ID + "f03", "tag", "\"7\""));
        Page left = administrator.fill(administrator.open(leave), leave, Map.of("tag", "\"7\""));
        Page disbanded =
                administrator.fill(administrator.open(TEAM + "disband/"), TEAM + "disband/", Map.of("tag", "\"7\""));

        // Then
        assertThat(nobody.body()).contains("Choose the person", "Choose the sector", "Enter what they are");
        assertThat(joined.body()).contains("The member is added.");
        assertThat(leads.body()).contains("The team has another lead.");
        assertThat(left.body()).contains("The member has left.");
        assertThat(disbanded.body()).contains("The team is disbanded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/members If-Match")
                        && asked.contains("\"name\":\"Nina New\",\"sector\":\"therapists\",\"role\":\"Physio\""
                                + ",\"organisation\":\"D82001\""))
                .anyMatch(asked -> asked.contains("/members/" + ID + "f03/leading If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/members/" + ID + "f02/leaving If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/disbanding If-Match=\"7\""));
    }

    @Test
    void measures_are_figures_by_month_with_what_is_withheld_said_and_can_be_taken_along() {
        // Given
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);

        // When
        String measures = observer.open("/qkk/measures/").body();
        observer.open("/qkk/measures/?by=decile&months=30");
        Page file = observer.open("/qkk/measures/?by=team&months=24&format=csv");
        String ofMember = Visitors.as(Roles.CASE_MANAGER)
                .open("/qkk/measures/?team=" + ID + "f01")
                .body();

        // Then
        assertThat(measures)
                .contains("The whole ICS", "October 2026", "15.5", "81.6%", "93.3%", "withheld")
                .contains("Assessed within 28 days, in per cent")
                .contains("82 per cent in October 2026, up from 72 in September 2026.");
        assertThat(ofMember).contains("Referrals of", "Cromer &lt;i&gt;team&lt;/i&gt;");
        assertThat(file.body()).startsWith("Key,Month");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures?by=ics&from="))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures?by=decile&from="))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures?by=team&from="))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures?by=ics&team=" + ID + "f01&from="));
    }
}
