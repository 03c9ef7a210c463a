package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Priorities: proposed, shaped, put to the group, worked at, measured, and brought to an end. */
@PortalTest
class PrioritiesTest {

    private static final String PRIORITIES = "/qkk/priorities/";
    private static final String PROPOSED = PRIORITIES + "0198c3a2-0000-7000-8000-000000000e61/";
    private static final String SHAPED = PRIORITIES + "0198c3a2-0000-7000-8000-000000000e62/";
    private static final String ADOPTED = PRIORITIES + "0198c3a2-0000-7000-8000-000000000e63/";
    private static final String GOING = PRIORITIES + "0198c3a2-0000-7000-8000-000000000e64/";
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
    void priorities_are_narrowed_put_in_order_and_taken_along() {
        // When
        String all = voter.open(PRIORITIES).body();
        String byTitle = voter.open(PRIORITIES + "?sort=title").body();
        String byDay = voter.open(PRIORITIES + "?sort=by").body();
        String resilience = voter.open(PRIORITIES + "?aim=resilience&position=adopted&group=" + GROUP)
                .body();
        Page file = voter.open(PRIORITIES + "?format=csv&position=in-progress");

        // Then
        assertThat(all)
                .contains("Assess people &lt;b&gt;in time&lt;/b&gt;", "In progress", "1 of 2", "30 June 2027")
                .contains("Put to the group", "Propose a priority");
        assertThat(all.indexOf("Assess people")).isLessThan(all.indexOf("Vaccinate every carer"));
        assertThat(byTitle.indexOf("Answer the")).isLessThan(byTitle.indexOf("Assess people"));
        assertThat(byDay.indexOf("Vaccinate every carer")).isLessThan(byDay.indexOf("The same doctor"));
        assertThat(byDay.indexOf("Premises that last"))
                .as("without a day comes last")
                .isLessThan(byDay.indexOf("Answer the"));
        assertThat(resilience).contains("Premises that last").doesNotContain("The same doctor", "Vaccinate");
        assertThat(file.body())
                .startsWith("Priority,Group,Aim,State")
                .contains("Assess people <b>in time</b>,Norfolk GP Voice,Access,In progress,D82001,2026-11-05,2,1")
                .doesNotContain("Premises");
    }

    @Test
    void an_observer_is_offered_no_state_of_what_no_ballot_adopted() {
        // When
        String list = Visitors.as(Roles.ICS_OBSERVER).open(PRIORITIES).body();

        // Then
        assertThat(list)
                .contains("value=\"adopted\"")
                .doesNotContain("value=\"proposed\"", "value=\"retired\"", "Propose a priority");
    }

    @Test
    void a_priority_says_which_ballot_adopted_it_how_far_it_is_and_what_is_done() {
        // When
        String ofVoter = voter.open(GOING).body();
        String ofManager = manager.open(GOING).body();
        String ofObserver = Visitors.as(Roles.ICS_OBSERVER).open(GOING).body();

        // Then
        assertThat(ofVoter)
                .contains("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b2/", "5 November 2026 at 16:00")
                .contains("/qkk/motions/0198c3a2-0000-7000-8000-0000000000e1/", ": carried")
                .contains("Assessed within &lt;b&gt;28&lt;/b&gt; days", "78%", "Not measured again yet")
                .contains("1 of 2 actions are done.")
                .contains("Ask the &lt;i&gt;trust&lt;/i&gt; for a rota</a>", "Count the visits</a>: done")
                .contains("/qkk/authority/priority/0198c3a2-0000-7000-8000-000000000e64/")
                .contains("/qkk/authority/ballot/0198c3a2-0000-7000-8000-0000000000b2/")
                .doesNotContain("Say that it is met", "Assign an action", "Say where they stand now");
        assertThat(ofManager).contains("Say that it is met", "Retire it", "Assign an action", "Say where they stand");
        assertThat(ofObserver).contains("Count the visits: done").doesNotContain("/qkk/actions/", "Say that it is met");
    }

    @Test
    void what_rests_on_a_priority_and_what_it_rests_on_leads_back_to_it() {
        // When
        String chain = voter.open("/qkk/authority/priority/0198c3a2-0000-7000-8000-000000000e64/")
                .body();
        String action =
                voter.open("/qkk/actions/0198c3a2-0000-7000-8000-000000000e46/").body();

        // Then
        assertThat(chain).contains("href=\"" + GOING + "\"", "/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b2/");
        assertThat(action)
                .contains("the priority <a href=\"" + GOING + "\">Assess people &lt;b&gt;in time&lt;/b&gt;</a>")
                .contains("/qkk/authority/action/0198c3a2-0000-7000-8000-000000000e46/");
    }

    @Test
    void a_practice_proposes_a_priority_with_measures() {
        // Given
        Page form = voter.open(PRIORITIES + "add/");
        Map<String, String> fields = new HashMap<>(Map.of(
                "group", GROUP,
                "proposedFor", "d82001",
                "title", "Answer",
                "words", "Within five minutes.",
                "measure-0-name", "Calls answered",
                "measure-0-baseline", "50%",
                "measure-0-by-day", "31",
                "measure-0-by-month", "2",
                "measure-0-by-year", "2027"));

        // When
        Page wrong = voter.fill(form, PRIORITIES + "add/", fields);
        fields.putAll(Map.of("aim", "access", "measure-0-target", "90%", "measure-0-by-day", "28"));
        Page proposed = voter.fill(form, PRIORITIES + "add/", fields);

        // Then
        assertThat(form.body()).contains("value=\"D82001\"", "name=\"measure-1-name\"");
        assertThat(wrong.body())
                .contains("href=\"#aim\"", "href=\"#measure-0-target\"", "href=\"#measure-0-by-day\"")
                .contains("Enter where it shall stand", "The day must be a real date", "value=\"Calls answered\"");
        assertThat(proposed.body()).contains("It is proposed.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST "))
                .singleElement()
                .asString()
                .startsWith("POST /executive/groups/" + GROUP + "/priorities ")
                .contains("{\"proposedFor\":\"D82001\",\"aim\":\"access\",\"title\":\"Answer\"")
                .contains("\"measures\":[{\"name\":\"Calls answered\",\"baseline\":\"50%\",\"target\":\"90%\","
                        + "\"by\":\"2027-02-28\"}]");
    }

    @Test
    void the_executive_shapes_a_priority_which_needs_a_measure_and_puts_it_to_the_group() {
        // Given
        Page shape = manager.open(PROPOSED + "shape/");
        Page cite = manager.open(SHAPED + "motion/");
        Map<String, String> fields =
                new HashMap<>(Map.of("aim", "access", "title", "Answer", "words", "In time.", "tag", "\"7\""));

        // When
        Page none = manager.fill(shape, PROPOSED + "shape/", fields);
        fields.putAll(Map.of(
                "measure-1-name", "Calls",
                "measure-1-baseline", "1",
                "measure-1-target", "2",
                "measure-1-by-day", "1",
                "measure-1-by-month", "4",
                "measure-1-by-year", "2027"));
        Page shaped = manager.fill(shape, PROPOSED + "shape/", fields);
        Page silent = manager.fill(cite, SHAPED + "motion/", Map.of("motion", "", "tag", "\"7\""));
        Page cited = manager.fill(
                cite, SHAPED + "motion/", Map.of("motion", "0198c3a2-0000-7000-8000-0000000000e1", "tag", "\"7\""));

        // Then
        assertThat(none.body()).contains("Enter at least one measure");
        assertThat(manager.open(SHAPED + "shape/").body())
                .as("the measures so far, and room for another")
                .contains("value=\"Seen by their own doctor\"", "name=\"measure-1-name\"");
        assertThat(shaped.body()).contains("It is shaped.");
        assertThat(cite.body())
                .contains("Agree the 2027 enhanced-service terms", "A new mandate &lt;b&gt;for&lt;/b&gt; 2027")
                .as("nobody votes on a draft")
                .doesNotContain("A draft of something");
        assertThat(silent.body()).contains("Choose the motion");
        assertThat(cited.body()).contains("It is put to the group.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/shape If-Match=\"7\"") && asked.contains("\"name\":\"Calls\""))
                .anyMatch(asked -> asked.contains("/motion If-Match=\"7\"")
                        && asked.contains("{\"motion\":\"0198c3a2-0000-7000-8000-0000000000e1\"}"));
    }

    @Test
    void a_priority_is_begun_measured_met_or_retired() {
        // Given
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        Page adopted = lmc.open(ADOPTED);
        Page measure = lmc.open(GOING + "measure/");
        Page meet = lmc.open(GOING + "meet/");
        Page retire = lmc.open(GOING + "retire/");

        // When
        Page begun = lmc.fill(adopted, ADOPTED + "begin/", Map.of("tag", "\"7\""));
        Page gap = lmc.fill(measure, GOING + "measure/", Map.of("reached-0", "80%", "reached-1", "", "tag", "\"7\""));
        Page measured =
                lmc.fill(measure, GOING + "measure/", Map.of("reached-0", "80%", "reached-1", "90%", "tag", "\"7\""));
        Page silent = lmc.fill(meet, GOING + "meet/", Map.of("words", "", "tag", "\"7\""));
        Page met = lmc.fill(meet, GOING + "meet/", Map.of("words", "The count", "tag", "\"7\""));
        Page retired = lmc.fill(retire, GOING + "retire/", Map.of("words", "No money", "tag", "\"7\""));

        // Then
        assertThat(begun.body()).contains("It is in progress.");
        assertThat(measure.body()).contains("value=\"78%\"", "It stood at 72%, and shall be at 83%");
        assertThat(gap.body()).contains("href=\"#reached-1\"");
        assertThat(measured.body()).contains("Where its measures stand is kept.");
        assertThat(silent.body()).contains("Enter what shows that it is met");
        assertThat(met.body()).contains("It is met.");
        assertThat(retired.body()).contains("It is retired.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/beginning If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("{\"reached\":[\"80%\",\"90%\"]}"))
                .anyMatch(asked -> asked.contains("/attainment ") && asked.contains("{\"evidence\":\"The count\"}"))
                .anyMatch(asked -> asked.contains("/retirement ") && asked.contains("{\"reason\":\"No money\"}"));
        assertThat(manager.open(GOING + "begin/").address().getPath()).isEqualTo(GOING);
    }

    @Test
    void an_action_comes_from_a_priority() {
        // Given
        String path = GOING + "actions/add/";
        Page form = manager.open(path + "?q=nina");

        // When
        Page assigned = manager.fill(
                form,
                path,
                Map.of(
                        "q", "nina",
                        "owner", "0f0e0d0c-1111-4222-8333-444455556666",
                        "title", "Write",
                        "words", "Write to them.",
                        "due-day", "1",
                        "due-month", "4",
                        "due-year", "2099"));

        // Then
        assertThat(assigned.address().getPath()).isEqualTo(GOING);
        assertThat(assigned.body()).contains("The action is assigned.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/actions ")
                        && asked.contains("{\"priority\":\"0198c3a2-0000-7000-8000-000000000e64\",\"title\""));
    }

    @Test
    void a_change_that_comes_too_late_is_told_beside_the_form() {
        // Given
        Page meet = manager.open(GOING + "meet/");
        Portal.play("executive=changed");

        // When
        Page late = manager.fill(meet, GOING + "meet/", Map.of("words", "The count", "tag", "\"6\""));

        // Then
        assertThat(late.body()).contains("It has changed since you looked.", "The count");
    }
}
