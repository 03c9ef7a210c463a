package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Multidisciplinary team meetings. */
@PortalTest
class MdtTest {

    private static final String ID = "0198c3a2-0000-7000-8000-000000000";
    private static final String OF_TEAM = "/qkk/teams/" + ID + "f01/mdt/";
    private static final String MEETING = "/qkk/mdt/" + ID + "f41/";

    @Inject
    Portal portal;

    private Browser clinician;

    @BeforeEach
    void begin() {
        portal.begin();
        clinician = Visitors.as(Roles.INT_CLINICIAN);
        Portal.play("");
    }

    @Test
    void a_team_has_meetings_and_each_member_what_they_have_to_do() {
        // Given
        Page meetings = clinician.open(OF_TEAM);
        Page form = clinician.open(OF_TEAM + "add/");

        // When
        Page done = clinician.fill(meetings, OF_TEAM + "done/", Map.of("action", ID + "f42"));
        Page never = clinician.fill(form, OF_TEAM + "add/", Map.of("starts-time", "25:00", "place", ""));
        Page planned = clinician.fill(
                form,
                OF_TEAM + "add/",
                Map.of(
                        "starts-day",
                        "1",
                        "starts-month",
                        "12",
                        "starts-year",
                        "2026",
                        "starts-time",
                        "13:00",
                        "place",
                        "Hall"));

        // Then
        assertThat(meetings.body())
                .contains("1 December 2026 at 12:00", "Cromer hospital")
                .contains("Order a &lt;b&gt;frame&lt;/b&gt;", "Overdue");
        assertThat(done.address().getPath()).isEqualTo(OF_TEAM);
        assertThat(never.body()).contains("The day and the time must be real ones", "Enter where it is");
        assertThat(planned.body()).contains("The meeting is planned.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/mdt-actions/" + ID + "f42/completion If-Match=*"))
                .anyMatch(asked -> asked.contains("/mdt-meetings If-Match")
                        && asked.contains("\"startsAt\":\"2026-12-01T13:00:00Z\""));
    }

    @Test
    void notes_that_were_sent_after_the_session_had_ended_are_not_kept_yet_and_say_so() {
        // Given
        Browser fresh = Visitors.fresh(Roles.INT_CLINICIAN);
        Page meeting = fresh.open(MEETING);
        Portal.endSessions();

        // When
        Page again = fresh.fill(
                meeting,
                MEETING,
                Map.of("step", "note", "referral", ID + "f11", "notes", "Sleeps badly", "tag", "\"7\""));

        // Then
        assertThat(again.address().getPath()).isEqualTo(MEETING);
        assertThat(again.body())
                .contains("Nothing is lost", "Check it and send it once more.")
                .contains("Sleeps badly</textarea>");
        assertThat(meeting.body()).doesNotContain("Nothing is lost");
        assertThat(Portal.asked()).noneMatch(asked -> asked.contains("/notes "));
    }

    @Test
    void a_meeting_has_a_list_notes_and_actions_and_was_held() {
        // Given
        Page meeting = clinician.open(MEETING);
        Page list = clinician.open(MEETING + "list/");
        String person = ID + "f11";
        Map<String, String> action =
                new HashMap<>(Map.of("step", "act", "referral", person, "words", "", "owner", "", "tag", "\"7\""));

        // When
        Page listed = clinician.fill(list, MEETING + "list/", Map.of("people", ID + "f13", "tag", "\"7\""));
        Page silent = clinician.fill(meeting, MEETING, Map.of("step", "note", "referral", person, "notes", ""));
        Page noted = clinician.fill(
                meeting, MEETING, Map.of("step", "note", "referral", person, "notes", "Well", "tag", "\"7\""));
        Page unsaid = clinician.fill(meeting, MEETING, action);
        action.putAll(Map.of("words", "Ring", "owner", "sam", "due-day", "1", "due-month", "12", "due-year", "2026"));
        Page given = clinician.fill(meeting, MEETING, action);
        Page held = clinician.fill(meeting, MEETING, Map.of("step", "held", "tag", "\"7\""));

        // Then
        assertThat(meeting.body())
                .contains("ASH&lt;B&gt;DOWN, Dorothy", "Does &lt;i&gt;well&lt;/i&gt;")
                .contains("Somebody whose referral cannot be seen at the moment");
        assertThat(list.body()).contains("TAIT, Leonora");
        assertThat(listed.body()).contains("The list is kept.");
        assertThat(silent.body()).contains("Enter what was said");
        assertThat(noted.body()).contains("The notes are kept.");
        assertThat(unsaid.body())
                .contains("Enter what is to be done", "Choose who does it", "The day must be a real date");
        assertThat(given.body()).contains("The action is given.");
        assertThat(held.body()).contains("The meeting was held.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/people If-Match=\"7\"")
                        && asked.endsWith("{\"referrals\":[\"" + ID + "f13\"]}"))
                .anyMatch(asked ->
                        asked.contains("/people/" + person + "/notes If-Match=\"7\"") && asked.contains("\"Well\""))
                .anyMatch(asked -> asked.contains("/actions If-Match")
                        && asked.endsWith("{\"referral\":\"" + person
                                + "\",\"words\":\"Ring\",\"owner\":\"sam\",\"due\":\"2026-12-01\"}"))
                .anyMatch(asked -> asked.contains("/holding If-Match=\"7\""));
    }
}
