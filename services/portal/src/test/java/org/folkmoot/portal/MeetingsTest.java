package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Series, meetings, agendas, minutes, and what waits for an agenda. */
@PortalTest
class MeetingsTest {

    private static final String MEETINGS = "/qkk/meetings/";
    private static final String DRAFT = MEETINGS + "0198c3a2-0000-7000-8000-000000000e10/";
    private static final String CALLED = MEETINGS + "0198c3a2-0000-7000-8000-000000000e11/";
    private static final String NOW = MEETINGS + "0198c3a2-0000-7000-8000-000000000e12/";
    private static final String CLOSED = MEETINGS + "0198c3a2-0000-7000-8000-000000000e13/";
    private static final String CANCELLED = MEETINGS + "0198c3a2-0000-7000-8000-000000000e15/";
    private static final String ITEMS = "/qkk/agenda-items/";
    private static final String ITEM = ITEMS + "0198c3a2-0000-7000-8000-000000000e24/";
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
    void meetings_are_listed_with_their_series_narrowed_and_taken_along() {
        // When
        String list = manager.open(MEETINGS).body();
        String ahead = voter.open(MEETINGS + "?show=ahead&body=executive").body();
        Page file = voter.open(MEETINGS + "?format=csv");

        // Then
        assertThat(list)
                .contains("In session now", "Being prepared", "Every 2 weeks at 13:00, for 60 minutes")
                .contains("/qkk/meetings/add/?series=0198c3a2-0000-7000-8000-000000000e01");
        assertThat(list.indexOf("21 January 2099")).isLessThan(list.indexOf("4 November 2026"));
        assertThat(ahead)
                .contains("/qkk/meetings/0198c3a2-0000-7000-8000-000000000e12/")
                .doesNotContain("Minutes approved", "/qkk/meetings/0198c3a2-0000-7000-8000-000000000e11/", "Draft it");
        assertThat(file.body()).startsWith("Meeting,Group,Who meets,Day").contains("2099-01-07");
    }

    @Test
    void a_meeting_in_session_says_what_can_be_done_now() {
        // When
        String ofManager = manager.open(NOW).body();
        String ofVoter = voter.open(NOW).body();
        String ofObserver = Visitors.as(Roles.ICS_OBSERVER).open(NOW).body();

        // Then
        assertThat(ofManager)
                .contains("id=\"now\"", "it goes on for longer than was planned")
                .contains("/qkk/decisions/add/?meeting=0198c3a2-0000-7000-8000-000000000e12")
                .contains("Assign an action", "Close the meeting")
                .contains("Write to the &lt;b&gt;ICB&lt;/b&gt;", "Overdue")
                .contains("Extend the &lt;b&gt;home&lt;/b&gt; visiting service</a>: taken");
        assertThat(ofVoter)
                .contains("id=\"now\"", "Matters arising")
                .doesNotContain("Close the meeting", "Take a decision");
        assertThat(ofObserver).contains("Winter rota").doesNotContain("Matters arising", "/qkk/agenda-items/");
    }

    @Test
    void a_meeting_and_the_action_log_can_be_had_on_paper() {
        // Given
        String closed = voter.open(CLOSED).body();

        // When
        Page pack = voter.open(CLOSED + "pack/");
        Page minutes = voter.open(CLOSED + "minutes/");
        Page log = voter.open("/qkk/actions/paper/?whose=all&overdue=true");

        // Then
        assertThat(closed)
                .contains(CLOSED + "pack/", CLOSED + "minutes/")
                .contains("/qkk/authority/meeting/0198c3a2-0000-7000-8000-000000000e13/");
        assertThat(voter.open(CALLED).body()).doesNotContain("/qkk/authority/meeting/");
        for (Page paper : new Page[] {pack, minutes, log}) {
            assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(paper.body()).startsWith("%PDF");
        }
        assertThat(Portal.asked()).anyMatch(asked -> asked.startsWith("GET /executive/actions?overdue=true If-Match"));
        assertThat(voter.open(DRAFT + "minutes/").status()).isEqualTo(404);
    }

    @Test
    void an_agenda_names_what_is_behind_its_items() {
        // When
        String page = voter.open(CALLED).body();

        // Then
        assertThat(page)
                .contains("Agenda, version 2", "Buy &lt;b&gt;two&lt;/b&gt; vans")
                .contains("Decision that no power covered", "Motion, carried over")
                .contains("/qkk/decisions/0198c3a2-0000-7000-8000-000000000e32/")
                .contains("/qkk/motions/0198c3a2-0000-7000-8000-0000000000e1/");
    }

    @Test
    void a_meeting_is_called_opened_and_its_minutes_are_approved() {
        // Given
        Page draft = manager.open(DRAFT);
        Page called = manager.open(CALLED);
        Page closed = manager.open(CLOSED);

        // When
        Page after = manager.fill(draft, DRAFT + "step/", Map.of("step", "call", "tag", "\"7\""));
        Page opened = manager.fill(called, CALLED + "step/", Map.of("step", "open", "tag", "\"7\""));
        Page approved = manager.fill(closed, CLOSED + "step/", Map.of("step", "approve", "tag", "\"7\""));
        Portal.play("executive=changed");
        Page late = manager.fill(called, CALLED + "step/", Map.of("step", "open", "tag", "\"6\""));

        // Then
        assertThat(after.body()).contains("The meeting is called.");
        assertThat(opened.body()).contains("The meeting is in session.");
        assertThat(closed.body()).contains("Present: all.", "Approve the minutes");
        assertThat(approved.body()).contains("The minutes are approved.");
        assertThat(late.body()).contains("It has changed since you looked.");
        assertThat(Visitors.as(Roles.LMC_EXECUTIVE).open(DRAFT).body()).doesNotContain("Call this meeting");
    }

    @Test
    void a_meeting_is_cancelled_with_a_reason_and_says_so() {
        // Given
        Page form = manager.open(CALLED + "cancel/");

        // When
        Page silent = manager.fill(form, CALLED + "cancel/", Map.of("words", "", "tag", "\"7\""));
        Page cancelled = manager.fill(form, CALLED + "cancel/", Map.of("words", "We are ill", "tag", "\"7\""));
        String page = manager.open(CANCELLED).body();

        // Then
        assertThat(manager.open(CALLED).body()).contains("href=\"" + CALLED + "cancel/\"");
        assertThat(voter.open(CALLED).body()).doesNotContain("Cancel this meeting");
        assertThat(silent.body()).contains("Enter why it does not take place");
        assertThat(cancelled.body()).contains("The meeting is cancelled.");
        assertThat(page)
                .contains("Cancelled", "Half of us are &lt;b&gt;ill&lt;/b&gt;")
                .doesNotContain("Cancel this meeting", "Open this meeting", "Put the agenda in order", "actions/add/");
        assertThat(manager.open(NOW).body()).doesNotContain("Cancel this meeting");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/cancellation If-Match=\"7\"")
                        && asked.contains("{\"reason\":\"We are ill\"}"));
    }

    @Test
    void an_agenda_is_put_in_order_by_numbers() {
        // Given
        Page form = manager.open(CALLED + "agenda/");
        String escalated = "place-0198c3a2-0000-7000-8000-000000000e22";
        String motion = "place-0198c3a2-0000-7000-8000-000000000e23";
        String proposal = "place-0198c3a2-0000-7000-8000-000000000e24";
        Map<String, String> order =
                new HashMap<>(Map.of(escalated, "3", motion, "one", proposal, "2", "reason", "", "tag", "\"7\""));

        // When
        Page wrong = manager.fill(form, CALLED + "agenda/", order);
        order.put(motion, "10");
        order.put("reason", "A practice asked");
        Page arranged = manager.fill(form, CALLED + "agenda/", order);

        // Then
        assertThat(form.body())
                .contains("More &lt;i&gt;parking&lt;/i&gt;")
                .as("another body's")
                .doesNotContain("Desks for trainees");
        assertThat(wrong.body()).contains("href=\"#" + motion + "\"", "href=\"#reason\"", "Enter why it changes");
        assertThat(arranged.body()).contains("The agenda is in order.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("{\"items\":[\"0198c3a2-0000-7000-8000-000000000e24\","
                        + "\"0198c3a2-0000-7000-8000-000000000e22\",\"0198c3a2-0000-7000-8000-000000000e23\"],"
                        + "\"reason\":\"A practice asked\"}"));
    }

    @Test
    void a_meeting_is_closed_with_minutes_and_what_came_of_each_item() {
        // Given
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        Page form = lmc.open(NOW + "close/");
        String note = "note-0198c3a2-0000-7000-8000-000000000e21";

        // When
        Page silent = lmc.fill(form, NOW + "close/", Map.of(note, "Agreed", "minutes", "", "tag", "\"7\""));
        Page closed =
                lmc.fill(form, NOW + "close/", Map.of(note, "Agreed", "minutes", "All were there.", "tag", "\"7\""));
        lmc.fill(form, NOW + "close/", Map.of(note, "", "minutes", "Nobody came.", "tag", "\"7\""));

        // Then
        assertThat(silent.body()).contains("href=\"#minutes\"", "Agreed");
        assertThat(closed.body()).contains("The meeting is closed.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("{\"minutes\":\"All were there.\",\"dealtWith\":[{\"item\":"
                        + "\"0198c3a2-0000-7000-8000-000000000e21\",\"note\":\"Agreed\"}]}"))
                .anyMatch(asked -> asked.contains("{\"minutes\":\"Nobody came.\",\"dealtWith\":[]}"));
    }

    @Test
    void a_series_is_founded_and_a_meeting_of_it_drafted() {
        // Given
        Page series = manager.open(MEETINGS + "series/add/");
        Page add = manager.open(MEETINGS + "add/");
        Map<String, String> fields = new HashMap<>(Map.of(
                "group", GROUP,
                "body", "executive",
                "name", "Executive",
                "firstDay-day", "1",
                "firstDay-month", "12",
                "firstDay-year", "2098",
                "time", "1pm",
                "weeks", "2",
                "lengthMinutes", "60",
                "place", "By video"));
        Map<String, String> draft = new HashMap<>(
                Map.of("series", "0198c3a2-0000-7000-8000-000000000e01", "starts-day", "32", "place", ""));

        // When
        Page wrong = manager.fill(series, MEETINGS + "series/add/", fields);
        fields.put("time", "13:00");
        Page founded = manager.fill(series, MEETINGS + "series/add/", fields);
        Page noDay = manager.fill(add, MEETINGS + "add/", draft);
        draft.put("starts-day", "");
        Page drafted = manager.fill(add, MEETINGS + "add/", draft);

        // Then
        assertThat(wrong.body()).contains("Enter a time such as 13:00", "value=\"Executive\"");
        assertThat(founded.body()).contains("The series is founded.");
        assertThat(add.body()).contains("Executive, fortnightly (Norfolk GP Voice): next 21 January 2099 at 13:00");
        assertThat(noDay.body()).contains("href=\"#starts-day\"");
        assertThat(drafted.body()).contains("The meeting is drafted.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/groups/" + GROUP + "/series ")
                        && asked.contains("\"time\":\"13:00\"")
                        && asked.contains("\"firstDay\":\"2098-12-01\""))
                .anyMatch(asked -> asked.contains("/meetings ") && asked.endsWith(" {}"));
    }

    @Test
    void something_is_proposed_for_an_agenda_and_withdrawn() {
        // Given
        String list = voter.open(ITEMS).body();
        Page form = voter.open(ITEMS + "add/");
        Map<String, String> item = new HashMap<>(
                Map.of("group", GROUP, "body", "executive", "title", "Parking", "words", "We need more."));

        // When
        Page nobody = voter.fill(form, ITEMS + "add/", item);
        item.put("proposedFor", "D82001");
        Page proposed = voter.fill(form, ITEMS + "add/", item);
        item.put("proposedFor", "office");
        Page topic = manager.fill(manager.open(ITEMS + "add/"), ITEMS + "add/", item);
        Page withdrawn = voter.fill(
                voter.open(ITEM + "withdraw/"), ITEM + "withdraw/", Map.of("words", "No longer", "tag", "\"7\""));

        // Then
        assertThat(list).contains("More &lt;i&gt;parking&lt;/i&gt;", "Proposal of a practice or PCN");
        assertThat(form.body()).doesNotContain("The office");
        assertThat(nobody.body()).contains("Choose in whose name you propose it", "value=\"Parking\"");
        assertThat(proposed.body()).contains("It is proposed. It waits for an agenda.", "Victor Voter for");
        assertThat(topic.body()).contains("It is proposed.");
        assertThat(withdrawn.body()).contains("It is withdrawn.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("\"proposedFor\":\"D82001\""))
                .anyMatch(asked -> asked.contains("/agenda-items ")
                        && asked.contains("\"title\":\"Parking\"")
                        && !asked.contains("proposedFor"));
        assertThat(voter.open(ITEMS + "0198c3a2-0000-7000-8000-000000000e22/").body())
                .contains("The decision that was refused", "On the agenda of")
                .doesNotContain("Withdraw it");
    }
}
