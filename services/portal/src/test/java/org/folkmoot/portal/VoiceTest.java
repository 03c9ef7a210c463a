package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the first page says of mandates and ballots. */
@PortalTest
class VoiceTest {

    @Inject
    Portal portal;

    @BeforeEach
    void begin() {
        portal.begin();
    }

    @Test
    void a_director_reads_for_whom_they_speak_and_until_when() {
        // When
        String body = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("You speak for 1 of 2 practices (13,120 patients) until 31 March 2099; 1 awaiting.")
                .contains("You speak for 1 of 2 practices (13,120 patients) until 30 November 2026.");
    }

    @Test
    void a_director_whose_practices_nobody_asked_reads_so_and_not_that_they_are_awaited() {
        // Given
        Browser director = visitor("a-director-far-away", Roles.PCN_CLINICAL_DIRECTOR, "U54322");

        // When
        String body = director.open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("does not speak for Far Away PCN: none of its practices was asked for this mandate.")
                .doesNotContain("You speak for", "awaiting.");
    }

    @Test
    void a_voter_reads_whether_the_group_speaks_for_their_practice_and_nothing_of_the_network() {
        // When
        String body = Visitors.as(Roles.PRACTICE_VOTER).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("Norfolk GP Voice</a> speaks for Cromer Group Practice until 31 March 2099.")
                .doesNotContain("You speak for");
    }

    private static Browser visitor(String name, String role, String organisation) {
        String username = PortalRealm.of("qkk").person(name, List.of(role), List.of(organisation));
        var browser = new Browser();
        browser.signIn("/qkk/", username);
        return browser;
    }

    @Test
    void who_has_no_network_reads_for_whom_the_group_speaks_by_each_mandate() {
        // When
        String body = Visitors.as(Roles.LMC_EXECUTIVE).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("Norfolk GP Voice</a> speaks for 3 of 4 practices (74,120 patients) until 31 March 2099; 1"
                        + " awaiting.")
                .contains("Norfolk GP Voice</a> speaks for 1 of 4 practices (13,120 patients) until 30 November 2026.");
    }

    @Test
    void what_needs_a_voter_is_there_with_the_way_to_vote_and_can_be_widened_to_the_network() {
        // Given
        Browser voter = Visitors.as(Roles.PRACTICE_VOTER);

        // When
        String mine = voter.open("/qkk/").body();
        String network = voter.open("/qkk/?whose=pcn").body();

        // Then
        assertThat(mine)
                .contains("Needs you")
                .contains("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b1/vote/")
                .contains("Not voted yet: Cromer Group Practice, Lonely Surgery (by proxy).")
                .contains("Not voted yet: Chair (casting vote, for a tie).")
                .contains("How far do you agree?")
                .contains("/qkk/readings/0198c3a2-0000-7000-8000-000000000091/answer/")
                .contains("Cromer Group Practice has not answered yet; until 31 December 2099.");
        assertThat(mine.indexOf("Who speaks for the coast")).isLessThan(mine.indexOf("Agree the 2027"));
        assertThat(network).contains("<strong>My PCN</strong>").contains("Not voted yet: Cromer Group Practice.");
    }

    @Test
    void decisions_are_open_ballots_with_their_quorum_and_the_last_outcomes_in_a_sentence_each() {
        // When
        String body = Visitors.as(Roles.ICS_OBSERVER).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("needs 1 more practice")
                .contains("was not decided, since too few took part on 20 April 2026; 2 of 4 voted.")
                .contains("was decided on 25 March 2026")
                .contains("was carried on 20 March 2026")
                .doesNotContain("Needs you", "To watch");
    }

    @Test
    void an_lmc_executive_sees_what_lapses_what_is_due_and_what_waits() {
        // When
        String body = Visitors.as(Roles.LMC_EXECUTIVE).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("To watch")
                .contains("1</span> objection waits for a reply")
                .contains("Winter pressures</a> lapses on 30 November 2026.")
                .contains("Local enhanced services</a> is due for review by 1 December 2026.")
                .contains("1 of 4 have voted.<br>0 of 3, Norfolk Coastal PCN.")
                .contains("/qkk/ballots/0198c3a2-0000-7000-8000-0000000000b1/#pcns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "silent", "nonsense"})
    void the_page_stands_and_says_what_is_missing_when_the_service_is_away(String mood) {
        // Given
        Portal.play("mandate=" + mood);

        // When
        Browser.Page page = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("The mandate service does not answer at the moment.")
                .contains("Norfolk Coastal PCN", "28,620");
    }

    @Test
    void an_operator_has_nothing_of_it() {
        // When
        String body = Visitors.as(Roles.PLATFORM_OPERATOR).open("/platform/").body();

        // Then
        assertThat(body).doesNotContain("Decisions", "Needs you", "mandate");
    }
}
