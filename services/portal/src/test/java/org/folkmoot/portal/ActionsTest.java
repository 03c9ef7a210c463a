package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions, and what the first page says of them and of meetings. */
@PortalTest
class ActionsTest {

    private static final String ACTIONS = "/qkk/actions/";
    private static final String OVERDUE = ACTIONS + "0198c3a2-0000-7000-8000-000000000e41/";
    private static final String IN_HAND = ACTIONS + "0198c3a2-0000-7000-8000-000000000e42/";
    private static final String DONE = ACTIONS + "0198c3a2-0000-7000-8000-000000000e43/";
    private static final String READY = ACTIONS + "0198c3a2-0000-7000-8000-000000000e45/";

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
    void actions_are_mine_my_pcns_or_all_and_what_is_overdue_is_plain() {
        // Given
        Browser director = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);

        // When
        String mine = director.open(ACTIONS).body();
        director.open(ACTIONS + "?whose=U12345&state=open");
        director.open(ACTIONS + "?whose=all&overdue=true");
        Page file = director.open(ACTIONS + "?whose=all&format=csv");

        // Then
        assertThat(mine)
                .contains("<strong>Me</strong>", "My PCN (U12345)", "?whose=all")
                .contains("Write to the &lt;b&gt;ICB&lt;/b&gt;", "Overdue", "Waits for another", "Nina New");
        assertThat(file.body()).startsWith("Action,Owner");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /executive/actions?mine=true&"))
                .anyMatch(asked -> asked.startsWith("GET /executive/actions?organisation=U12345&state=open&"))
                .anyMatch(asked -> asked.startsWith("GET /executive/actions?overdue=true&"))
                .anyMatch(asked -> asked.startsWith("GET /executive/actions If-Match"));
    }

    @Test
    void an_action_says_where_it_comes_from_what_it_waits_for_and_how_far_it_is() {
        // When
        String ofVoter = voter.open(IN_HAND).body();
        String done = voter.open(DONE).body();

        // Then
        assertThat(ofVoter)
                .contains("the decision", "/qkk/decisions/0198c3a2-0000-7000-8000-000000000e31/")
                .contains("Steps: 1 of 2 made", "Made: Ask the &lt;i&gt;lawyer&lt;/i&gt;", "To be made: Sign")
                .contains("Waits for", "Write to the &lt;b&gt;ICB&lt;/b&gt;")
                .contains("/qkk/authority/action/0198c3a2-0000-7000-8000-000000000e42/")
                .doesNotContain("Keep the steps", "Drop it", "It is done");
        assertThat(done).contains("What shows that it is done", "A table of visits, sent on 20 November.");
    }

    @Test
    void an_action_of_a_meeting_leads_up_to_the_ballot_or_says_that_no_vote_stands_behind_it() {
        // When
        String action = voter.open(OVERDUE).body();
        String chain = voter.open("/qkk/authority/action/0198c3a2-0000-7000-8000-000000000e41/")
                .body();
        String advisory = voter.open("/qkk/authority/action/0198c3a2-0000-7000-8000-000000000e44/")
                .body();

        // Then
        assertThat(action).contains("/qkk/authority/action/0198c3a2-0000-7000-8000-000000000e41/");
        assertThat(chain)
                .contains("<svg", "The executive, 18 November 2026", "Speak for us at the ICB")
                .contains("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b2/")
                .contains("href=\"/qkk/meetings/0198c3a2-")
                .doesNotContain("no vote of practices stands behind it");
        assertThat(advisory).contains("no vote of practices stands behind it");
    }

    @Test
    void an_action_is_taken_in_hand_planned_and_waits_for_another() {
        // Given
        Page open = manager.open(OVERDUE);
        Page inHand = manager.open(IN_HAND);

        // When
        Page taken = manager.fill(open, OVERDUE + "hand/", Map.of("tag", "\"7\""));
        Page planned = manager.fill(
                inHand, IN_HAND + "steps/", Map.of("made", "1", "more", "File it\n\nTell all", "tag", "\"7\""));
        Page waits = manager.fill(inHand, IN_HAND + "blocker/", Map.of("blockedBy", "", "tag", "\"7\""));

        // Then
        assertThat(inHand.body())
                .contains("It can be done once what it waits for has ended.", "Tell the practices")
                .doesNotContain("It is done</a>");
        assertThat(taken.body()).contains("You have taken it in hand.");
        assertThat(planned.body()).contains("The steps are kept.");
        assertThat(waits.body()).contains("What it waits for is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/steps If-Match=\"7\"")
                        && asked.contains("{\"steps\":[{\"words\":\"Ask the <i>lawyer</i>\",\"done\":false},"
                                + "{\"words\":\"Sign\",\"done\":true},{\"words\":\"File it\",\"done\":false},"
                                + "{\"words\":\"Tell all\",\"done\":false}]}"))
                .anyMatch(asked -> asked.contains("/blocker If-Match=\"7\"") && asked.endsWith(" {}"));
    }

    @Test
    void an_action_is_done_with_evidence_put_off_or_dropped_with_a_reason() {
        // Given
        Page ready = manager.open(READY);
        Page done = manager.open(READY + "done/");
        Page drop = manager.open(IN_HAND + "drop/");
        Page due = manager.open(IN_HAND + "due/");
        Map<String, String> day = new HashMap<>(
                Map.of("due-day", "31", "due-month", "2", "due-year", "2099", "reason", "Ill", "tag", "\"7\""));

        // When
        Page silent = manager.fill(done, READY + "done/", Map.of("words", "", "tag", "\"7\""));
        Page discharged = manager.fill(done, READY + "done/", Map.of("words", "Sent to all", "tag", "\"7\""));
        Page dropped = manager.fill(drop, IN_HAND + "drop/", Map.of("words", "Nobody reads it", "tag", "\"7\""));
        Page noDay = manager.fill(due, IN_HAND + "due/", day);
        day.put("due-day", "28");
        Page putOff = manager.fill(due, IN_HAND + "due/", day);

        // Then
        assertThat(ready.body()).contains(READY + "done/");
        assertThat(silent.body()).contains("Enter what shows that it is done");
        assertThat(discharged.body()).contains("It is done.");
        assertThat(dropped.body()).contains("It is dropped.");
        assertThat(noDay.body()).contains("The day must be a real date");
        assertThat(putOff.body()).contains("It has another day.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/discharge ") && asked.contains("{\"evidence\":\"Sent to all\"}"))
                .anyMatch(asked -> asked.contains("/dropping ") && asked.contains("{\"reason\":\"Nobody reads it\"}"))
                .anyMatch(asked -> asked.contains("/due ") && asked.contains("\"due\":\"2099-02-28\""));
    }

    @Test
    void an_action_is_assigned_to_somebody_who_was_found_by_name() {
        // Given
        String path = "/qkk/decisions/0198c3a2-0000-7000-8000-000000000e31/actions/add/";
        String atMeeting = "/qkk/meetings/0198c3a2-0000-7000-8000-000000000e12/actions/add/";
        Page form = manager.open(path + "?q=nina");
        Map<String, String> action = new HashMap<>(Map.of(
                "q", "nina",
                "title", "Write",
                "words", "Write to them.",
                "due-day", "1",
                "due-month", "4",
                "due-year", "2099",
                "organisation", "u12345",
                "steps", "Ask\nWrite"));

        // When
        Page nobody = manager.fill(form, path, action);
        action.put("owner", "0f0e0d0c-1111-4222-8333-444455556666");
        Page assigned = manager.fill(form, path, action);
        Page fromMeeting = manager.fill(manager.open(atMeeting + "?q=nina"), atMeeting, action);

        // Then
        assertThat(manager.open(path).body()).contains("Look them up").doesNotContain("Which of them?");
        assertThat(nobody.body()).contains("Choose the person", "value=\"Write\"");
        assertThat(assigned.body()).contains("The action is assigned.");
        assertThat(fromMeeting.address().getPath()).isEqualTo("/qkk/meetings/0198c3a2-0000-7000-8000-000000000e12/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/actions ")
                        && asked.contains("{\"decision\":\"0198c3a2-0000-7000-8000-000000000e31\",\"title\"")
                        && asked.contains("\"ownerName\":\"Nina New\"")
                        && asked.contains("\"organisation\":\"U12345\"")
                        && asked.contains("\"steps\":[\"Ask\",\"Write\"]"))
                .anyMatch(asked -> asked.startsWith("POST /executive/actions ")
                        && asked.contains("{\"meeting\":\"0198c3a2-0000-7000-8000-000000000e12\",\"title\""));
    }

    @Test
    void the_first_page_says_what_is_due_and_when_the_next_meeting_is() {
        // Given
        Browser director = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);

        // When
        String mine = director.open("/qkk/").body();
        String network = director.open("/qkk/?whose=pcn").body();
        String observed = Visitors.as(Roles.ICS_OBSERVER).open("/qkk/").body();

        // Then
        assertThat(mine)
                .contains("<strong>2</strong> actions are due, 1 overdue.")
                .contains("Write to the &lt;b&gt;ICB&lt;/b&gt;</a> was due on 1 October 2026.")
                .contains(
                        "<strong>In session now</strong>: <a href=\"/qkk/meetings/0198c3a2-0000-7000-8000-000000000e12/\">")
                .contains("<a href=\"/qkk/meetings/0198c3a2-0000-7000-8000-000000000e12/pack/\">Pack (PDF)<")
                .contains("<a href=\"/qkk/calendar/\">In your calendar<");
        assertThat(network)
                .contains("Write to the &lt;b&gt;ICB&lt;/b&gt;</a> was due on 1 October 2026.")
                .contains("/qkk/actions/?whose=U12345")
                .as("that concerns nobody in particular")
                .doesNotContain("Tell the practices");
        assertThat(observed).contains("In session now").doesNotContain("Needs you", "due, 1 overdue");
    }

    @Test
    void an_action_is_given_to_somebody_else_who_is_found_by_name() {
        // Given
        String path = IN_HAND + "owner/";
        Page form = manager.open(path + "?q=nina");

        // When
        Page wrong = manager.fill(form, path, Map.of("q", "nina", "tag", "\"7\""));
        Page done = manager.fill(
                form,
                path,
                Map.of("q", "nina", "owner", "0f0e0d0c-1111-4222-8333-444455556666", "reason", "Left", "tag", "\"7\""));

        // Then
        assertThat(manager.open(IN_HAND).body()).contains("Give it to somebody else");
        assertThat(wrong.body()).contains("href=\"#owner\"", "href=\"#reason\"");
        assertThat(done.body()).contains("Somebody else does it.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/owner If-Match=\"7\"")
                        && asked.contains("\"owner\":\"0f0e0d0c-1111-4222-8333-444455556666\"")
                        && asked.contains("\"reason\":\"Left\""));
        assertThat(voter.open(path).status()).isEqualTo(403);
        assertThat(voter.open(IN_HAND).body()).doesNotContain("Give it to somebody else");
    }

    @Test
    void an_lmc_executive_sees_what_no_power_covered_and_what_is_overdue() {
        // When
        String body = Visitors.as(Roles.LMC_EXECUTIVE).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("Decisions that no power covered")
                .contains(
                        "Buy &lt;b&gt;two&lt;/b&gt; vans</a> was refused on 19 November 2026: it costs more than one decision"
                                + " may.")
                .contains("/qkk/actions/?whose=all&amp;overdue=true");
    }

    @Test
    void the_first_page_stands_when_the_service_is_away() {
        // Given
        Portal.play("executive=down");

        // When
        Page page = Visitors.as(Roles.LMC_EXECUTIVE).open("/qkk/");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("The executive service does not answer at the moment.")
                .contains("1</span> objection waits for a reply");
    }
}
