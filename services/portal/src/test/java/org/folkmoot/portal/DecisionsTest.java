package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions under powers, the forward plan, and the chain of authority. */
@PortalTest
class DecisionsTest {

    private static final String POWER = "0198c3a2-0000-7000-8000-0000000000af";
    private static final String DECISIONS = "/qkk/decisions/";
    private static final String TAKEN = DECISIONS + "0198c3a2-0000-7000-8000-000000000e31/";
    private static final String REFUSED = DECISIONS + "0198c3a2-0000-7000-8000-000000000e32/";
    private static final String PROPOSED = DECISIONS + "0198c3a2-0000-7000-8000-000000000e33/";
    private static final String VOID = DECISIONS + "0198c3a2-0000-7000-8000-000000000e34/";
    private static final String WAITING = DECISIONS + "0198c3a2-0000-7000-8000-000000000e35/";
    private static final String PLAN = "/qkk/forward-plan/";

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

    private static Map<String, String> decision() {
        return new HashMap<>(Map.of(
                "power", POWER,
                "title", "Extend the service",
                "words", "That it goes on for six months.",
                "reason", "It keeps people at home.",
                "options", "To let it end: beds are full",
                "money", "£20,000",
                "months", "6",
                "matter", "Anything that binds a practice beyond its contract"));
    }

    @Test
    void decisions_are_listed_narrowed_and_taken_along() {
        // When
        String list = voter.open(DECISIONS).body();
        String voids = voter.open(DECISIONS + "?state=void").body();
        Page file = voter.open(DECISIONS + "?format=csv&sort=title");

        // Then
        assertThat(list)
                .contains("Refused: no power covers it", "£20,000", "Void")
                .doesNotContain("Take a decision");
        assertThat(voids).contains("Rent a room").doesNotContain("vans");
        assertThat(file.body()).startsWith("Decision,Group,State").contains("Answer the consultation");
    }

    @Test
    void a_practice_objects_to_a_decision_and_what_is_said_stands_beside_it_with_its_reply() {
        // Given
        Page form = voter.open(TAKEN + "object/");

        // When
        Page objected = voter.fill(
                form,
                TAKEN + "object/",
                Map.of("kind", "objection", "organisation", "D82001", "words", "We were not asked."));

        // Then
        assertThat(form.body()).contains("Extend the &lt;b&gt;home&lt;/b&gt; visiting service", "value=\"D82001\"");
        assertThat(objected.body())
                .contains("It is attached to the decision, and waits for a reply.")
                .contains("Formal objection of D82001", "The term is too long.", "Comment of D82001", "Thank you.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("\"subject\":\"decision\"") && asked.contains("000000000e31"))
                .anyMatch(asked -> asked.contains("/objections?subject=0198c3a2-0000-7000-8000-000000000e31"));
        assertThat(voter.open(TAKEN).body()).doesNotContain(">Reply<");
        assertThat(manager.open(TAKEN).body()).contains(">Reply<").doesNotContain("Object or comment");
    }

    @Test
    void the_lmc_objects_in_its_own_name_to_what_is_announced_and_to_nothing_else() {
        // Given
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);

        // When / Then
        assertThat(lmc.open(TAKEN + "object/").body()).contains("value=\"LMC\"").doesNotContain("value=\"QKK\"");
        assertThat(lmc.open(REFUSED).body()).contains("Object or comment");
        assertThat(lmc.open(PROPOSED).body()).doesNotContain("Object or comment", "id=\"objections\"");
        assertThat(manager.open(TAKEN + "object/").status()).isEqualTo(403);
    }

    @Test
    void an_objection_that_comes_before_the_news_of_its_decision_is_kept_to_be_sent_again() {
        // Given
        Page form = voter.open(TAKEN + "object/");
        Portal.play("mandate=absent");

        // When
        Page again = voter.fill(
                form, TAKEN + "object/", Map.of("kind", "comment", "organisation", "D82001", "words", "Well done."));

        // Then
        assertThat(again.body()).contains("It has not been announced yet.", "Well done.");
    }

    @Test
    void a_decision_says_under_which_power_it_was_taken_and_what_came_of_it() {
        // When
        String page = voter.open(TAKEN).body();

        // Then
        assertThat(page)
                .contains("Extend the &lt;b&gt;home&lt;/b&gt; visiting service")
                .contains("/qkk/powers/" + POWER + "/", "version 1", "£20,000", "Beds are full.")
                .contains("/qkk/meetings/0198c3a2-0000-7000-8000-000000000e12/")
                .contains("Sign the agreement", "Count the visits</a>: done")
                .contains("/qkk/authority/decision/0198c3a2-0000-7000-8000-000000000e31/")
                .doesNotContain("Assign an action", "Why it was not taken");
    }

    @Test
    void one_that_was_refused_says_which_condition_failed_and_where_the_group_deals_with_it() {
        // When
        String page = voter.open(REFUSED).body();
        String waiting = voter.open(WAITING).body();

        // Then
        assertThat(page)
                .contains("It costs more than one decision may.", "A decision under this power costs £25,000 at most.")
                .contains("Whoever decided does not hold the power.")
                .contains("It is on the agenda of")
                .contains("/qkk/meetings/0198c3a2-0000-7000-8000-000000000e11/")
                .contains("/qkk/agenda-items/0198c3a2-0000-7000-8000-000000000e22/");
        assertThat(waiting)
                .contains("The number of decisions under the power is used up.")
                .contains("It comes onto the next agenda of the leadership group by itself");
    }

    @Test
    void one_that_is_void_says_so() {
        // When
        String page = voter.open(VOID).body();

        // Then
        assertThat(page).contains("It does not stand", "The power was revoked.");
    }

    @Test
    void a_power_is_chosen_from_those_that_the_person_holds() {
        // When
        String ofManager = manager.open(DECISIONS + "add/").body();
        String ofDirector = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR)
                .open(DECISIONS + "add/")
                .body();

        // Then
        assertThat(ofManager)
                .contains("Local enhanced services", "Up to £25,000 for one decision, binding for 12 months")
                .as("what is only proposed covers nothing")
                .doesNotContain("Answers to consultations");
        assertThat(ofDirector)
                .contains("You hold no power that is in force.")
                .doesNotContain("Local enhanced services");
    }

    @Test
    void a_decision_is_taken_at_a_meeting_in_the_words_of_its_power() {
        // Given
        String add = DECISIONS + "add/";
        Page form = manager.open(add + "?power=" + POWER + "&meeting=0198c3a2-0000-7000-8000-000000000e12");
        Map<String, String> decision = decision();
        decision.put("meeting", "0198c3a2-0000-7000-8000-000000000e12");
        decision.put("planned", "0198c3a2-0000-7000-8000-000000000e51");

        // When
        Page taken = manager.fill(form, add, decision);

        // Then
        assertThat(form.body())
                .contains("Anything that binds a practice beyond its contract", "Terms for 2100")
                .contains("Executive, fortnightly, 18 November 2026 at 13:00")
                .doesNotContain("Leadership group, 7 January");
        assertThat(taken.body()).contains("The decision is taken.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith(
                                "POST /executive/groups/0198c3a2-0000-7000-8000-0000000000d1/decisions ")
                        && asked.contains("\"subject\":\"Local enhanced services\"")
                        && asked.contains("\"money\":\"20000\"")
                        && asked.contains("\"months\":6")
                        && asked.contains("{\"words\":\"To let it end\",\"whyNot\":\"beds are full\"}")
                        && asked.contains("\"matters\":[\"Anything that binds a practice beyond its contract\"]")
                        && asked.contains("\"planned\":\"0198c3a2-0000-7000-8000-000000000e51\"")
                        && asked.contains("\"meeting\":\"0198c3a2-0000-7000-8000-000000000e12\"")
                        && !asked.contains("deadline"));
    }

    @Test
    void what_is_missing_or_wrong_is_said_beside_its_field_and_nothing_is_lost() {
        // Given
        String add = DECISIONS + "add/";
        Page form = manager.open(add + "?power=" + POWER);
        Map<String, String> decision = decision();
        decision.putAll(Map.of("title", "", "options", "No reason", "money", "much", "deadline-day", "31"));

        // When
        Page again = manager.fill(form, add, decision);
        Portal.play("executive=refusing");
        Page refused = manager.fill(form, add, decision());

        // Then
        assertThat(again.body())
                .contains("href=\"#title\"", "href=\"#options\"", "href=\"#money\"", "href=\"#deadline-day\"")
                .contains("Say of each why it was not chosen, after a colon", "That it goes on for six months.");
        assertThat(refused.body()).contains("There is a problem", "It keeps people at home.");
        assertThat(Portal.asked().stream().filter(asked -> asked.startsWith("POST ")))
                .hasSize(1);
    }

    @Test
    void what_no_power_covers_leads_to_the_page_that_says_why() {
        // Given
        Page form = manager.open(DECISIONS + "add/?power=" + POWER);
        Page proposal = manager.open(PROPOSED);
        Portal.play("executive=uncovered");

        // When
        Page decided = manager.fill(form, DECISIONS + "add/", decision());
        Page taken = manager.fill(proposal, PROPOSED + "step/", Map.of("step", "take", "tag", "\"7\""));

        // Then
        for (Page refused : new Page[] {decided, taken}) {
            assertThat(refused.address().getPath()).isEqualTo(REFUSED);
            assertThat(refused.body()).contains("Why it was not taken", "It is on the agenda of");
        }
    }

    @Test
    void a_proposal_is_agreed_to_taken_and_withdrawn() {
        // Given
        Page page = manager.open(PROPOSED);
        Page withdraw = manager.open(PROPOSED + "withdraw/");

        // When
        Page agreed = manager.fill(page, PROPOSED + "step/", Map.of("step", "agree", "tag", "\"7\""));
        Page taken = manager.fill(page, PROPOSED + "step/", Map.of("step", "take", "tag", "\"7\""));
        Page silent = manager.fill(withdraw, PROPOSED + "withdraw/", Map.of("words", " ", "tag", "\"7\""));
        Page withdrawn = manager.fill(withdraw, PROPOSED + "withdraw/", Map.of("words", "Too late", "tag", "\"7\""));

        // Then
        assertThat(page.body()).contains("Others can agree until 1 January 2099 at 17:00", "Lena Lmc agreed");
        assertThat(voter.open(PROPOSED).body()).doesNotContain("Agree to it");
        assertThat(agreed.body()).contains("You have agreed to it.");
        assertThat(taken.body()).contains("The decision is taken.");
        assertThat(silent.body()).contains("href=\"#words\"", "Enter why it is withdrawn");
        assertThat(withdrawn.body()).contains("It is withdrawn.");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("PUT /executive/decisions/") && asked.contains("/taking If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/withdrawal ") && asked.contains("{\"reason\":\"Too late\"}"));
    }

    @Test
    void the_forward_plan_says_how_much_was_announced_in_time() {
        // When
        String ahead = manager.open(PLAN).body();
        String all = manager.open(PLAN + "?show=all").body();
        Page file = manager.open(PLAN + "?show=all&format=csv");

        // Then
        assertThat(ahead)
                .contains("3 of 4 decisions since 22 November 2025 (75%) were announced at least 28 days ahead.")
                .contains("Terms for 2100", "28 days ahead", "/qkk/decisions/add/?planned=")
                .doesNotContain("Home visiting");
        assertThat(all).contains("Home visiting", "Late", "What was decided");
        assertThat(file.body()).startsWith("Decision,Group,Day,Announced,28 days ahead");
    }

    @Test
    void a_decision_is_announced_and_taken_off_the_plan() {
        // Given
        Page add = manager.open(PLAN + "add/");
        String withdraw = PLAN + "0198c3a2-0000-7000-8000-000000000e51/withdraw/";
        Map<String, String> plan = new HashMap<>(Map.of(
                "group", "0198c3a2-0000-7000-8000-0000000000d1",
                "title", "Terms",
                "words", "Whether we agree.",
                "decideOn-day", "32",
                "decideOn-month", "1",
                "decideOn-year", "2099"));

        // When
        Page wrong = manager.fill(add, PLAN + "add/", plan);
        plan.put("decideOn-day", "31");
        Page announced = manager.fill(add, PLAN + "add/", plan);
        Page withdrawn =
                manager.fill(manager.open(withdraw), withdraw, Map.of("words", "No longer needed", "tag", "\"7\""));

        // Then
        assertThat(wrong.body()).contains("The day must be a real date");
        assertThat(announced.body()).contains("It is announced.");
        assertThat(withdrawn.body()).contains("It is taken off the plan.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/forward-plan ") && asked.contains("\"decideOn\":\"2099-01-31\""));
    }

    @Test
    void the_chain_is_walked_both_ways_as_a_picture_as_lists_and_as_a_file() {
        // Given
        String decision = "/qkk/authority/decision/0198c3a2-0000-7000-8000-000000000e31/";

        // When
        String page = voter.open(decision).body();
        Page file = voter.open(decision + "?format=csv");
        String observed = Visitors.as(Roles.ICS_OBSERVER).open(decision).body();
        String ballot = voter.open("/qkk/authority/ballot/0198c3a2-0000-7000-8000-0000000000b2/")
                .body();

        // Then
        assertThat(page)
                .contains("<svg", "Show as a table")
                .contains("Extend the &lt;b&gt;home&lt;/b&gt; visiting service")
                .contains("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b2/")
                .contains("/qkk/actions/0198c3a2-0000-7000-8000-000000000e42/")
                .contains("A motion that is not known here yet");
        assertThat(page.indexOf("id=\"above\"")).isLessThan(page.indexOf("id=\"below\""));
        assertThat(observed).contains("Sign the agreement").doesNotContain("/qkk/actions/");
        assertThat(ballot).contains("/qkk/groups/0198c3a2-0000-7000-8000-0000000000d1/", "There is more than is shown");
        assertThat(file.body())
                .startsWith("Step,Kind,What,Rests on,Day,What came of it,Id")
                .contains("-1,power,Local enhanced services,Speak for us at the ICB,2026-03-22");
        assertThat(voter.open("/qkk/authority/decision/unheard-of/").status()).isEqualTo(404);
    }

    @Test
    void what_has_authority_leads_to_its_chain() {
        for (String page : new String[] {
            "powers/" + POWER,
            "mandates/0198c3a2-0000-7000-8000-0000000000c1",
            "ballots/0198c3a2-0000-7000-8000-0000000000b2"
        }) {
            assertThat(voter.open("/qkk/" + page + "/").body()).as(page).contains("/qkk/authority/");
        }
    }

    @Test
    void a_page_says_that_the_service_does_not_answer() {
        // Given
        Page form = manager.open(DECISIONS + "add/?power=" + POWER);

        // When
        Portal.play("executive=down");

        // Then
        for (String list : new String[] {"decisions", "forward-plan", "actions", "meetings", "agenda-items"}) {
            Page page = manager.open("/qkk/" + list + "/");
            assertThat(page.status()).as(list).isEqualTo(503);
            assertThat(page.body()).as(list).contains("executive service");
        }
        assertThat(manager.fill(form, DECISIONS + "add/", decision()).status()).isEqualTo(503);
    }
}
