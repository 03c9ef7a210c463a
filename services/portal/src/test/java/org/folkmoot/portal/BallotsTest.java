package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ballots, from the list by the vote to the result. */
@PortalTest
class BallotsTest {

    private static final String BALLOTS = "/qkk/ballots/";
    private static final String OPEN = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b1/";
    private static final String DECLARED = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b2/";
    private static final String SCHEDULED = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b3/";
    private static final String ELECTION = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b4/";
    private static final String RANKED = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b5/";
    private static final String CLOSED = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b6/";
    private static final String TOO_FEW = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b7/";
    private static final String PRESENT = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b8/";
    private static final String OVERDUE = BALLOTS + "0198c3a2-0000-7000-8000-0000000000b9/";
    private static final String CHAIRED = BALLOTS + "0198c3a2-0000-7000-8000-0000000000bb/";
    private static final String TABLED = "0198c3a2-0000-7000-8000-0000000000e2";

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
    void the_list_has_open_ballots_first_and_can_be_narrowed_and_taken_along() {
        // When
        String all = voter.open(BALLOTS).body();
        String narrowed = voter.open(BALLOTS + "?state=declared&closingWithin=7&sort=title&cursor=bmV4dA")
                .body();
        Page file = voter.open(BALLOTS + "?state=declared&format=csv");

        // Then: one question to the service for a page
        assertThat(all.indexOf("Who speaks for the coast"))
                .isBetween(0, all.indexOf("Agree the 2027 enhanced-service terms"));
        assertThat(all.indexOf("Agree the 2027")).isLessThan(all.indexOf("A ballot that is to come"));
        assertThat(all).contains("1 of 4", "Norfolk GP Voice", "Due, but not open");
        assertThat(narrowed)
                .containsPattern("value=\"declared\"[^>]*selected")
                .contains("href=\"/qkk/ballots/?state=declared&amp;closingWithin=7&amp;sort=title\">First page");
        assertThat(file.body()).startsWith("Ballot,Group,State").contains("Speak for us at the ICB,Norfolk GP Voice");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /mandate/ballots?limit=25 "))
                .anyMatch(asked -> asked.startsWith(
                        "GET /mandate/ballots?state=declared&closingWithin=7&sort=title" + "&cursor=bmV4dA&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /mandate/ballots?state=declared "))
                .noneMatch(asked -> asked.contains("/d1/ballots"));
    }

    @Test
    void turnout_is_shown_by_pcn_as_a_picture_a_table_and_a_file() {
        // When
        String page = voter.open(OPEN).body();
        Page file = voter.open(OPEN + "pcns/?format=csv");
        String scheduled = voter.open(SCHEDULED).body();

        // Then
        assertThat(page)
                .contains("Turnout by PCN")
                .contains("0 of 3, Norfolk Coastal PCN")
                .contains("1 of 1, in no PCN")
                .contains("href=\"pcns/?format=csv\"");
        assertThat(file.body()).startsWith("PCN,Name,May vote").contains("U12345,Norfolk Coastal PCN,3,1,0");
        assertThat(scheduled).doesNotContain("Turnout by PCN");
    }

    @Test
    void an_open_ballot_says_what_is_missing_and_is_told_anew_as_votes_come_in() {
        // When
        String page = voter.open(OPEN).body();

        // Then
        assertThat(page)
                .contains("Needs 1 more practice.")
                .contains("at least 2/3 of the votes for and against")
                .contains("data-progress=\"" + OPEN + "turnout/live/\"")
                .contains("data-poll=\"" + OPEN + "turnout/\"")
                .contains("<strong>Cromer Group Practice</strong>: Has not voted yet.")
                .contains("<strong>Lonely Surgery</strong>: By proxy, through D82001.")
                .doesNotContain("Open it now", "<script>alert");
    }

    @Test
    void the_turnout_is_streamed_until_the_ballot_closes_and_can_be_asked_for() {
        // When
        var told = Visitors.fresh(Roles.PRACTICE_VOTER)
                .with("Accept", "text/event-stream")
                .once("GET", URI.create(Browser.url() + OPEN + "turnout/live/"), Map.of());
        String asked = voter.open(OPEN + "turnout/").body();

        // Then
        assertThat(told.body())
                .contains("event:progress")
                .contains("event:ended")
                .contains(">2</span> of 4 have voted");
        assertThat(asked).contains(">1</span> of 4 have voted").doesNotContain("<html");
    }

    @Test
    void from_the_mails_link_to_the_receipt_there_are_three_screens() {
        // When
        Page choose = voter.open(OPEN + "vote/");
        Page check = voter.fill(choose, OPEN + "vote/", Map.of("voter", "D82001", "choice", "for"));
        Page receipt = voter.fill(check, OPEN + "vote/", cast(check, Map.of("voter", "D82001", "choice", "for")));

        // Then
        assertThat(choose.body()).contains("How do you vote?").contains("That we agree the terms.");
        assertThat(check.body())
                .contains("Check your vote")
                .contains("<strong>For</strong>")
                .contains("Everybody sees who voted how, once the result is declared")
                .contains("name=\"voter\" value=\"D82001\"");
        assertThat(receipt.address().toString()).startsWith(Browser.url() + OPEN + "receipts/D82001/");
        assertThat(receipt.body())
                .contains("Your vote is cast")
                .contains("Entry 12 of the log")
                .contains("sha256:9f9f")
                .contains("/vote/?voter=D82099%7CD82001\">Vote for Lonely Surgery</a> by proxy");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /mandate/ballots/")
                        && asked.contains("/votes/D82001 ")
                        && asked.contains("{\"choice\":[\"for\"]}"));
    }

    @Test
    void nothing_is_cast_before_it_was_checked_and_it_can_be_changed() {
        // Given
        Page choose = voter.open(OPEN + "vote/");

        // When
        Page empty = voter.fill(choose, OPEN + "vote/", Map.of("voter", "D82001"));
        Page stranger = voter.fill(choose, OPEN + "vote/", Map.of("voter", "D82002", "choice", "for"));
        Page changed =
                voter.submit(choose, OPEN + "vote/", Map.of("voter", "D82001", "choice", "against", "step", "change"));

        // Then
        assertThat(empty.body()).contains("href=\"#choice\"").contains("Choose how to vote");
        assertThat(stranger.body()).contains("Choose one of those for whom you may vote");
        assertThat(changed.body()).containsPattern("value=\"against\"[^>]*checked");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("PUT "));
    }

    @Test
    void a_proxy_is_used_by_name() {
        // Given
        Page choose = voter.open(OPEN + "vote/");
        Map<String, String> vote = Map.of("voter", "D82099|D82001", "choice", "abstain");

        // When
        Page check = voter.fill(choose, OPEN + "vote/", vote);
        voter.fill(check, OPEN + "vote/", cast(check, vote));

        // Then
        assertThat(check.body()).contains("Lonely Surgery by proxy, through D82001");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/votes/D82099 ")
                        && asked.contains("\"choice\":[\"abstain\"]")
                        && asked.contains("\"via\":\"D82001\""));
    }

    @Test
    void candidates_are_ranked_by_numbers_and_doubtful_papers_come_back() {
        // Given
        Page choose = voter.open(RANKED + "vote/");
        Map<String, String> paper = Map.of("voter", "D82001", "place-0", "2", "place-2", "1");

        // When
        Page twice = voter.fill(
                choose, RANKED + "vote/", Map.of("voter", "D82001", "place-0", "1", "place-1", "1", "place-2", "x"));
        Page none = voter.fill(choose, RANKED + "vote/", Map.of("voter", "D82001"));
        Page check = voter.fill(choose, RANKED + "vote/", paper);
        Page receipt = voter.fill(check, RANKED + "vote/", cast(check, paper));

        // Then
        assertThat(twice.body())
                .contains("Dr Otto Other has the same place as Dr Cora Chair")
                .contains("The place of Dr Uma Third must be a number such as 1");
        assertThat(none.body()).contains("Give at least one candidate a place, or abstain");
        assertThat(check.body().indexOf("<li>Dr Uma Third</li>"))
                .isBetween(0, check.body().indexOf("<li>Dr Cora Chair</li>"));
        assertThat(receipt.body())
                .contains("Seal")
                .contains("7e7e")
                .doesNotContain("<dt class=\"nhsuk-summary-list__key\">Choice");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("{\"choice\":[\"Dr Uma Third\",\"Dr Cora Chair\"]}"));
    }

    @Test
    void what_the_service_refuses_is_told_above_the_paper() {
        // Given
        Page choose = voter.open(OPEN + "vote/");
        Map<String, String> vote = Map.of("voter", "D82001", "choice", "for");
        Page check = voter.fill(choose, OPEN + "vote/", vote);
        Portal.play("mandate=changed");

        // When
        Page page = voter.fill(check, OPEN + "vote/", cast(check, vote));

        // Then
        assertThat(page.body())
                .contains("It has changed since you looked")
                .containsPattern("value=\"for\"[^>]*checked");
    }

    @Test
    void a_vote_that_came_too_late_for_its_session_is_there_again() {
        // Given
        Browser late = Visitors.fresh(Roles.PRACTICE_VOTER);
        Page choose = late.open(OPEN + "vote/");
        late.forgetOthers();
        Portal.endSessions();

        // When
        Page again = late.fillIn(
                late.fill(choose, OPEN + "vote/", Map.of("voter", "D82001", "choice", "against")),
                "the-practice-voter");

        // Then
        assertThat(again.body()).contains("Nothing is lost").containsPattern("value=\"against\"[^>]*checked");
    }

    @Test
    void who_speaks_for_nobody_is_told_so() {
        // When
        Page page = Visitors.as(Roles.EXECUTIVE_MANAGER).open(OPEN + "vote/");

        // Then
        assertThat(page.body()).contains("You speak for nobody who may vote in this ballot.");
        assertThat(voter.open(DECLARED + "vote/").body()).contains("This ballot is closed.");
    }

    @Test
    void an_interest_is_declared_with_a_reason() {
        // Given
        Page form = voter.open(OPEN + "recuse/");

        // When
        Page empty = voter.fill(form, OPEN + "recuse/", Map.of());
        Page done = voter.fill(form, OPEN + "recuse/", Map.of("voter", "D82001", "reason", "A relative"));

        // Then
        assertThat(empty.body()).contains("Choose who has the interest").contains("Enter what the interest is");
        assertThat(done.body()).contains("The interest is declared.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/recusals/D82001 ") && asked.contains("\"A relative\""));
    }

    @Test
    void a_proxy_is_given_and_taken_back() {
        // Given
        Page form = voter.open(OPEN + "proxies/");

        // When
        Page given =
                voter.fill(form, OPEN + "proxies/", Map.of("giver", "D82001", "receiver", "d82099", "for", "ballot"));
        Page back = voter.fill(form, OPEN + "proxies/0198c3a2-0000-7000-8000-0000000000ad/revoke/", Map.of());
        Page term = voter.fill(form, OPEN + "proxies/", Map.of("giver", "D82001", "receiver", "D82099", "for", "term"));

        // Then
        assertThat(given.body()).contains("The proxy is given.");
        assertThat(back.body()).contains("The proxy is taken back.");
        assertThat(term.body()).contains("The last day must be a real date");
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.startsWith("POST /mandate/groups/") && asked.contains("\"receiver\":\"D82099\""))
                .anyMatch(asked -> asked.startsWith("PUT /mandate/proxies/") && asked.contains("If-Match=\"7\""));
    }

    @Test
    void a_director_gives_proxies_for_the_network_and_not_for_the_practice() {
        // Given
        String both = PortalRealm.of("qkk")
                .person("a-director-of-both", List.of(Roles.PCN_CLINICAL_DIRECTOR), List.of("D82001", "U12345"));
        String none = PortalRealm.of("qkk")
                .person("a-director-of-none", List.of(Roles.PCN_CLINICAL_DIRECTOR), List.of("D82001"));
        var director = new Browser();
        var other = new Browser();

        // When
        director.signIn("/qkk/", both);
        other.signIn("/qkk/", none);
        String page = director.open(OPEN + "proxies/").body();
        String empty = other.open(OPEN + "proxies/").body();

        // Then
        String givers = page.substring(page.indexOf("name=\"giver\""));
        assertThat(givers.substring(0, givers.indexOf("</select>")))
                .contains("value=\"U12345\"")
                .doesNotContain("D82001");
        assertThat(page).doesNotContain("Take it back");
        assertThat(empty).contains("You vote for nobody who could give one.").doesNotContain("name=\"giver\"");
    }

    @Test
    void who_held_a_seat_at_the_opening_votes_for_it_whoever_holds_it_today() {
        // Given
        Page choose = voter.open(PRESENT + "vote/");

        // When
        Page check = voter.fill(choose, PRESENT + "vote/", Map.of("voter", "coastal", "choice", "for"));

        // Then
        assertThat(choose.body()).contains("value=\"coastal\"");
        assertThat(check.body()).contains("Check your vote").contains("Norfolk Coastal PCN");
    }

    @Test
    void who_held_the_chair_at_the_opening_has_the_casting_vote_whoever_holds_it_today() {
        // Given
        Page form = voter.open(CHAIRED + "casting-vote/");

        // When
        Page done = voter.fill(form, CHAIRED + "casting-vote/", Map.of("choice", "for"));

        // Then
        assertThat(form.body()).contains("If there is a tie, the chair votes");
        assertThat(done.body()).contains("The casting vote is given.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT ") && asked.contains("/casting-votes/chair "));
    }

    @Test
    void a_ballot_that_is_due_and_cannot_open_says_why() {
        // When
        String page = voter.open(OVERDUE + "?done=scheduled").body();
        String toCome = voter.open(SCHEDULED + "?done=scheduled").body();

        // Then
        assertThat(page)
                .contains("It should have opened on 2 November 2026")
                .contains("Due, but not open")
                .contains("No list is known of: D82001.")
                .contains("The ballot is scheduled.")
                .doesNotContain("It opens");
        assertThat(toCome)
                .contains("It opens by itself at its hour.", "It opens on")
                .doesNotContain("Due, but not open");
    }

    @Test
    void a_result_is_a_plain_sentence_a_picture_a_table_and_a_file() {
        // When
        String page = voter.open(DECLARED).body();
        Page figures = voter.open(DECLARED + "?format=csv");
        Page file = voter.open(DECLARED + "file/");

        // Then
        assertThat(page)
                .contains("The motion was carried.")
                .contains("3 of 4 practices voted, enough for the quorum.")
                .contains(
                        "Practices: 2 of 2 for; needed was at least 2/3 of the votes for and against, which was reached.")
                .contains("Patients: 65,120 of 76,220 for")
                .contains("<svg")
                .contains("Show as a table")
                .contains("./folkmoot ballot verify ballot-0198c3a2-0000-7000-8000-0000000000b2.json")
                .contains(
                        "Lonely Surgery. With all of their votes for it, it would have been carried; with all against it,"
                                + " lost. So their votes could have changed the outcome.")
                .contains("Who voted how")
                .contains("What you can rely on");
        assertThat(figures.body()).startsWith("Part,Choice,Votes,Reached").contains("Patients,For,65120");
        assertThat(file.body()).contains("\"format\": \"folkmoot-ballot/1\"");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void an_election_and_a_ballot_without_quorum_are_told_too() {
        // When
        String election = voter.open(ELECTION).body();
        String tooFew = voter.open(TOO_FEW).body();

        // Then
        assertThat(election)
                .contains("Elected: Dr Cora Chair.")
                .contains("How it was counted")
                .contains("secret from people, not from the server")
                .doesNotContain("Who voted how</");
        assertThat(tooFew)
                .contains("The motion was not decided, since too few took part.")
                .contains("too few for the quorum");
    }

    @Test
    void the_electorate_and_the_log_can_be_read() {
        // When
        String recused = voter.open(OPEN + "electorate/?show=recused").body();
        Page table = voter.open(OPEN + "electorate/?format=csv");
        String log = voter.open(OPEN + "log/").body();

        // Then
        assertThat(recused).contains("Recused: Owns the building").doesNotContain("Cromer Group Practice</");
        assertThat(table.body()).startsWith("Voter,Kind,Name");
        assertThat(log)
                .contains("sha256:5c5c")
                .contains("Not shown while the ballot is open")
                .contains("Signed checkpoints");
    }

    @Test
    void a_secretary_schedules_opens_and_declares_and_votes_for_nobody() {
        // Given
        Page add = secretary.open(BALLOTS + "add/?motion=" + TABLED);
        Map<String, String> days = Map.of(
                "motion",
                TABLED,
                "tag",
                "\"7\"",
                "opens-day",
                "1",
                "opens-month",
                "6",
                "opens-year",
                "2099",
                "opens-time",
                "9:00",
                "closes-day",
                "15",
                "closes-month",
                "6",
                "closes-year",
                "2099");
        var whole = new LinkedHashMap<>(days);
        whole.put("closes-time", "17:00");

        // When
        Page half = secretary.fill(add, BALLOTS + "add/", days);
        Page scheduled = secretary.fill(add, BALLOTS + "add/", whole);
        Page opened = secretary.fill(secretary.open(SCHEDULED), SCHEDULED + "open/", Map.of("tag", "\"7\""));
        Page declared = secretary.fill(secretary.open(CLOSED), CLOSED + "declare/", Map.of("tag", "\"7\""));

        // Then
        assertThat(add.body()).contains("By these rules").contains("more than 1/2 of the whole electorate");
        assertThat(half.body()).contains("The closing must be a real date and a time");
        assertThat(scheduled.body()).contains("The ballot is scheduled.");
        assertThat(opened.body()).contains("The ballot is open.");
        assertThat(declared.body()).contains("The result is declared and published.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /mandate/motions/" + TABLED + "/ballots ")
                        && asked.contains("If-Match=\"7\"")
                        && asked.contains("\"opensAt\":\"2099-06-01T08:00:00Z\"")
                        && asked.contains("\"closesAt\":\"2099-06-15T16:00:00Z\""))
                .anyMatch(asked -> asked.startsWith("PUT ") && asked.contains("/opening "))
                .anyMatch(asked -> asked.startsWith("PUT ") && asked.contains("/declaration "));
        assertThat(secretary.open(OPEN + "vote/").status()).isEqualTo(403);
    }

    @Test
    void who_is_there_is_noted_where_the_rules_count_it_and_only_the_chair_has_a_casting_vote() {
        // Given
        Page electorate = secretary.open(PRESENT + "electorate/");

        // When
        Page noted = secretary.fill(electorate, PRESENT + "electorate/D82099/present/", Map.of());
        Page casting = voter.open(PRESENT + "casting-vote/");

        // Then
        assertThat(electorate.body()).contains("Note as present").contains("electorate/D82099/present/");
        assertThat(secretary.open(OPEN + "electorate/").body()).doesNotContain("Note as present");
        assertThat(noted.status()).isEqualTo(200);
        assertThat(Portal.asked()).anyMatch(asked -> asked.startsWith("PUT ") && asked.contains("/presences/D82099 "));
        assertThat(casting.body()).contains("You have no casting vote here.");
        assertThat(voter.submit(voter.open(OPEN), PRESENT + "casting-vote/", Map.of("choice", "for"))
                        .body())
                .contains("You have no casting vote here.");
        assertThat(Portal.asked()).noneMatch(asked -> asked.contains("/casting-votes/"));
    }

    @Test
    void a_ballot_is_annulled_with_a_reason() {
        // Given
        Page form = secretary.open(OPEN + "annul/");

        // When
        Page empty = secretary.fill(form, OPEN + "annul/", Map.of("tag", "\"7\""));
        Page done = secretary.fill(form, OPEN + "annul/", Map.of("tag", "\"7\"", "reason", "The wrong paper was sent"));

        // Then
        assertThat(empty.body()).contains("Enter why the ballot is annulled");
        assertThat(done.body()).contains("The ballot is annulled.");
    }

    /** The fields of the last screen: those that were filled in, the button, and the request that the page was given. */
    private static Map<String, String> cast(Page check, Map<String, String> filled) {
        var fields = new LinkedHashMap<>(filled);
        fields.put("step", "cast");
        String body = check.body();
        int at = body.indexOf("name=\"request\" value=\"") + "name=\"request\" value=\"".length();
        fields.put("request", body.substring(at, body.indexOf('"', at)));
        return fields;
    }
}
