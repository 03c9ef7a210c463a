package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Motions, amendments, objections; powers; rehearsals. */
@PortalTest
class MotionsTest {

    private static final String MOTIONS = "/qkk/motions/";
    private static final String TABLED = MOTIONS + "0198c3a2-0000-7000-8000-0000000000e2/";
    private static final String DRAFT = MOTIONS + "0198c3a2-0000-7000-8000-0000000000e3/";
    private static final String OBJECTION = "/qkk/objections/0198c3a2-0000-7000-8000-0000000000ab/";
    private static final String POWERS = "/qkk/powers/";
    private static final String POWER = POWERS + "0198c3a2-0000-7000-8000-0000000000af/";
    private static final Map<String, String> SEEN = Map.of("tag", "\"7\"");

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
    void motions_are_listed_narrowed_and_taken_along() {
        // When
        String drafts = voter.open(MOTIONS + "?state=draft").body();
        Page file = voter.open(MOTIONS + "?format=csv&sort=title");

        // Then
        assertThat(drafts).contains("A draft of something").doesNotContain("Agree the 2027");
        assertThat(file.body()).startsWith("Motion,Group,Question").contains("A mandate for the group");
    }

    @Test
    void a_motion_shows_what_it_asks_for_its_amendments_and_what_is_said_of_it() {
        // When
        String page = voter.open(TABLED).body();

        // Then
        assertThat(page)
                .contains("A new mandate &lt;b&gt;for&lt;/b&gt; 2027")
                .contains("The mandate that it asks for", "31 March 2028")
                .contains("We would be advisory.")
                .contains("That we agree the terms for one year.")
                .contains("The term is too long.", "It waits for a reply.", "Thank you.")
                .contains("A ballot that is to come")
                .doesNotContain("Accept<span", "Put it to a ballot");
    }

    @Test
    void a_motion_is_drafted_with_the_mandate_that_it_asks_for() {
        // Given
        Page form = voter.open(MOTIONS + "add/");
        Map<String, String> motion = new HashMap<>(Map.of(
                "group",
                "0198c3a2-0000-7000-8000-0000000000d1",
                "title",
                "A mandate",
                "words",
                "That we be spoken for.",
                "question",
                "mandate",
                "scope",
                "Speak at the ICB\nAgree terms",
                "alternatives",
                "None: stay advisory"));

        // When
        Page half = voter.fill(form, MOTIONS + "add/", motion);
        for (String day : List.of("from", "until", "review")) {
            motion.putAll(Map.of(day + "-day", "1", day + "-month", "4", day + "-year", "2027"));
        }
        Page drafted = voter.fill(form, MOTIONS + "add/", motion);

        // Then
        assertThat(half.body())
                .contains("The days of the mandate must be real dates")
                .contains("That we be spoken for.");
        assertThat(drafted.body()).contains("The draft is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/groups/")
                        && asked.contains("\"scope\":[\"Speak at the ICB\",\"Agree terms\"]")
                        && asked.contains("{\"title\":\"None\",\"account\":\"stay advisory\"}")
                        && asked.contains("\"from\":\"2027-04-01\""));
    }

    @Test
    void a_secretary_looks_up_who_stands_and_ticks_their_names() {
        // Given
        Page form = secretary.open(MOTIONS + "add/");
        Map<String, String> motion = new HashMap<>(Map.of(
                "group",
                "0198c3a2-0000-7000-8000-0000000000d1",
                "title",
                "Chair",
                "words",
                "Elect a chair.",
                "question",
                "seat",
                "seats",
                "chair",
                "person",
                "nina"));

        // When
        Page nobody = secretary.fill(form, MOTIONS + "add/", motion);
        motion.put("step", "find");
        Page found = secretary.fill(form, MOTIONS + "add/", motion);
        motion.remove("step");
        motion.put("candidate", "0f0e0d0c-1111-4222-8333-444455556666|Nina New");
        Page drafted = secretary.fill(found, MOTIONS + "add/", motion);

        // Then
        assertThat(nobody.body()).contains("href=\"#person\"").contains("Look up who stands, and tick their names");
        assertThat(found.body())
                .contains("value=\"Chair\"")
                .contains("value=\"0f0e0d0c-1111-4222-8333-444455556666|Nina New\"")
                .contains("Acts for D82001")
                .contains("Nina &lt;i&gt;Newer&lt;/i&gt;")
                .doesNotContain("There is a problem");
        assertThat(drafted.body()).contains("The draft is kept.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /tenants/people/names?q=nina "))
                .anyMatch(asked -> asked.contains("\"contest\":{\"seats\":[\"chair\"],\"candidates\":"
                        + "[{\"name\":\"Nina New\",\"subject\":\"0f0e0d0c-1111-4222-8333-444455556666\"}]}"));
    }

    @Test
    void who_cannot_look_people_up_calls_no_election_and_a_register_that_is_away_loses_nothing() {
        // When
        String ofVoter = voter.open(MOTIONS + "add/").body();
        Page form = secretary.open(MOTIONS + "add/");
        Portal.play("tenants=down");
        Page away = secretary.fill(form, MOTIONS + "add/", Map.of("title", "Chair", "person", "nina", "step", "find"));
        Portal.play("tenants=empty");
        Page none = secretary.fill(form, MOTIONS + "add/", Map.of("title", "Chair", "person", "zora", "step", "find"));

        // Then
        assertThat(ofVoter).doesNotContain("Who holds a seat", "Look them up");
        assertThat(away.body()).contains("does not answer at the moment").contains("value=\"Chair\"");
        assertThat(none.body()).contains("Nobody of that name has an account.").contains("value=\"Chair\"");
    }

    @Test
    void a_secretary_tables_a_draft_and_settles_an_amendment() {
        // Given
        Page draft = secretary.open(DRAFT);
        Page tabled = secretary.open(TABLED);

        // When
        Page done = secretary.fill(draft, DRAFT + "table/", SEEN);
        Page accepted =
                secretary.fill(tabled, TABLED + "amendments/1/settle/", Map.of("step", "accept", "tag", "\"7\""));

        // Then
        assertThat(done.body()).contains("The motion is tabled.");
        assertThat(tabled.body()).contains("Put it to a ballot");
        assertThat(accepted.body()).contains("The amendment is accepted");
    }

    @Test
    void a_motion_is_amended_objected_to_answered_and_withdrawn() {
        // Given
        Page amend = voter.open(TABLED + "amend/");
        Page object = voter.open(TABLED + "object/");
        Page withdraw = voter.open(TABLED + "withdraw/");
        Page answer = secretary.open(OBJECTION);

        // When
        Page amended = voter.fill(
                amend, TABLED + "amend/", Map.of("words", "Other words", "reason", "Clearer", "tag", "\"7\""));
        Page objected = voter.fill(
                object,
                TABLED + "object/",
                Map.of("kind", "objection", "organisation", "D82001", "words", "We object."));
        Page silent = voter.fill(object, TABLED + "object/", Map.of("kind", "comment"));
        Page withdrawn =
                voter.fill(withdraw, TABLED + "withdraw/", Map.of("reason", "No longer needed", "tag", "\"7\""));
        Page answered = secretary.fill(answer, OBJECTION, Map.of("words", "It can be reviewed.", "tag", "\"7\""));

        // Then
        assertThat(amended.body()).contains("The amendment is proposed.");
        assertThat(objected.body()).contains("waits for a reply");
        assertThat(silent.body()).contains("Choose in whose name you say it").contains("Enter what you want to say");
        assertThat(withdrawn.body()).contains("The motion is withdrawn.");
        assertThat(answered.body()).contains("The reply is published.");
        assertThat(voter.open(OBJECTION).body()).doesNotContain("Publish the reply");
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.contains("\"subject\":\"motion\"") && asked.contains("\"kind\":\"objection\""));
    }

    @Test
    void a_mandate_is_objected_to_and_the_lmc_says_so_in_its_own_name() {
        // Given
        String mandate = "/qkk/mandates/0198c3a2-0000-7000-8000-0000000000c1/";
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);

        // When
        Page form = lmc.open(mandate + "object/");
        Page objected = lmc.fill(
                form,
                mandate + "object/",
                Map.of("kind", "objection", "organisation", "LMC", "words", "It goes too far."));

        // Then
        assertThat(lmc.open(mandate).body()).contains("Object or comment");
        assertThat(secretary.open(mandate).body()).doesNotContain("Object or comment");
        assertThat(form.body()).contains("value=\"LMC\"").doesNotContain("value=\"QKK\"");
        assertThat(objected.body()).contains("It waits for a reply.");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.contains("\"subject\":\"mandate\"") && asked.contains("\"organisation\":\"LMC\""));
    }

    @Test
    void objections_that_wait_are_found() {
        // When
        String waiting = voter.open("/qkk/objections/?show=waiting").body();

        // Then
        assertThat(waiting)
                .contains("Formal objection")
                .contains("Waits for a reply")
                .doesNotContain("Answered</");
        assertThat(Portal.asked()).anyMatch(asked -> asked.contains("/objections?open=true"));
    }

    @Test
    void a_power_shows_how_far_it_goes_how_it_was_used_and_every_change() {
        // When
        String page = voter.open(POWER).body();
        String due = voter.open(POWERS + "?state=review").body();
        Page file = voter.open(POWERS + "?format=csv");

        // Then
        assertThat(page)
                .contains("Up to £25,000 for one decision, £120,000 for all decisions together, binding for 12 months")
                .contains("Executive manager")
                .contains("Review due")
                .contains("Taken under it")
                .contains("Version 2: extended", "Version 1: granted", "Lena Lmc")
                .contains(
                        "Decided by the ballot <a href=\"/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b2/\">Speak for us"
                                + " at the ICB</a>")
                .contains("Decided by: Meeting of 4 November 2026.")
                .doesNotContain("Confirm<span");
        assertThat(due).contains("Local enhanced services").doesNotContain("Answers to consultations");
        assertThat(file.body()).startsWith("Power,Group,State").contains(",14,1,2");
    }

    @Test
    void a_power_is_proposed_changed_and_confirmed() {
        // Given
        Page add = secretary.open(POWERS + "add/");
        Page change = secretary.open(POWER + "change/");
        Page power = secretary.open(POWER);
        Map<String, String> terms = new HashMap<>(Map.of(
                "mandate",
                "0198c3a2-0000-7000-8000-0000000000c1",
                "subject",
                "Answers to consultations",
                "mayDecide",
                "Answer in our name",
                "holder",
                "executive-manager",
                "total",
                "60000.00",
                "months",
                "three",
                "ballot",
                "0198c3a2-0000-7000-8000-0000000000b2",
                "reason",
                "Speed",
                "reserved",
                "Contracts\nMoney"));
        for (String day : List.of("from", "until", "review")) {
            terms.putAll(Map.of(day + "-day", "1", day + "-month", "4", day + "-year", "2027"));
        }

        // When
        Page wrong = secretary.fill(add, POWERS + "add/", terms);
        terms.put("months", "");
        terms.put("grantedBy", "A meeting");
        Page both = secretary.fill(add, POWERS + "add/", terms);
        terms.put("grantedBy", "");
        Page proposed = secretary.fill(add, POWERS + "add/", terms);
        Page suspended = secretary.fill(
                change,
                POWER + "change/",
                Map.of("change", "suspended", "grantedBy", "Meeting", "reason", "A question", "tag", "\"7\""));
        Page confirmed = secretary.fill(power, POWER + "versions/2/settle/", Map.of("step", "confirm", "tag", "\"7\""));

        // Then
        assertThat(wrong.body()).contains("href=\"#months\"").contains("Enter a whole number, or nothing");
        assertThat(both.body())
                .contains("href=\"#ballot\"")
                .contains("Choose the ballot that decided it, or enter the meeting that did");
        assertThat(add.body())
                .contains("Speak for us at the ICB (Norfolk GP Voice)")
                .doesNotContain("Too few came (Norfolk GP Voice)");
        assertThat(proposed.body()).contains("It waits until another person confirms it.");
        assertThat(change.body()).contains("value=\"120000.00\"");
        assertThat(suspended.body()).contains("It is proposed.");
        assertThat(confirmed.body()).contains("It is confirmed.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("\"reserved\":[\"Contracts\",\"Money\"]")
                        && asked.contains("\"limit\":{\"total\":\"60000.00\"}")
                        && asked.contains("\"ballot\":\"0198c3a2-0000-7000-8000-0000000000b2\",\"reason\""))
                .anyMatch(asked -> asked.contains(
                        "{\"change\":\"suspended\",\"grantedBy\":\"Meeting\",\"reason\":\"A question\"}"));
    }

    @Test
    void rules_are_rehearsed_with_votes_that_nobody_cast() {
        // Given
        Page form = voter.open("/qkk/rehearsal/");
        Page ofBallot = voter.open("/qkk/rehearsal/?ballot=0198c3a2-0000-7000-8000-0000000000b1");
        Map<String, String> rules = new HashMap<>(Map.of(
                "class-0-name",
                "practices",
                "class-0-atLeast",
                "2/3",
                "class-0-strict",
                "least",
                "class-0-base",
                "for-and-against",
                "voters",
                "A, for, 1\nB, for, 1\nC, against, 1\nD, -, 1\nE, recused, 1"));

        // When
        Page given = voter.fill(form, "/qkk/rehearsal/", rules);
        rules.put("voters", "A, maybe, 1\nA, for, 1");
        Page wrong = voter.fill(form, "/qkk/rehearsal/", rules);

        // Then
        assertThat(given.body())
                .contains("It would give")
                .contains("The motion was carried.")
                .contains("3 of 5 voters voted.")
                .contains("2 of 3 for");
        assertThat(wrong.body()).contains("A stands twice").contains("The choice of A must be for, against");
        assertThat(ofBallot.body())
                .contains("D82001 Cromer Group Practice, -, 1, 13120")
                .contains("D82044 Fleggburgh Surgery, recused")
                .doesNotContain("Not all rules of the ballot are here");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/rehearsals ")
                        && asked.contains("\"format\":\"folkmoot-ballot/1\"")
                        && asked.contains("\"recused\":true"));
    }

    @Test
    void a_rehearsal_of_a_ballot_keeps_who_is_there_and_says_which_rules_it_has_no_place_for() {
        // Given
        String start = "/qkk/rehearsal/?ballot=0198c3a2-0000-7000-8000-0000000000";

        // When
        Page chaired = voter.open(start + "b8");
        Page ranked = voter.open(start + "b5");
        Page again = voter.fill(chaired, "/qkk/rehearsal/", Map.of("tie", "chair", "voters", ""));

        // Then
        assertThat(chaired.body())
                .contains("coastal Norfolk Coastal PCN, present, 1")
                .contains("In the ballot the casting vote of the chair decides a tie.")
                .contains("name=\"tie\" value=\"chair\"")
                .doesNotContain("is not about one motion");
        assertThat(ranked.body())
                .contains("or it is not about one motion")
                .contains("In the ballot a lot decides a tie.");
        assertThat(again.body())
                .contains("Enter at least one voter")
                .contains("In the ballot the casting vote of the chair decides a tie.");
    }
}
