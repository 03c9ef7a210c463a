package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enquiries of system partners, and what practices are asked because of them. */
@PortalTest
class EnquiriesTest {

    private static final String ENQUIRIES = "/qkk/enquiries/";
    private static final String ASSIGNED = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e71/";
    private static final String RECEIVED = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e72/";
    private static final String WAITING = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e73/";
    private static final String ANSWERED = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e74/";
    private static final String CLOSED = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e75/";
    private static final String ACKNOWLEDGED = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e76/";
    private static final String OF_THE_ENQUIRER = ENQUIRIES + "0198c3a2-0000-7000-8000-000000000e77/";
    private static final String ASKED = "/qkk/asks/0198c3a2-0000-7000-8000-000000000e81/";
    private static final String NINA = "0f0e0d0c-1111-4222-8333-444455556666";

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
    void enquiries_are_listed_with_their_state_and_how_their_time_goes() {
        // When
        String body = manager.open(ENQUIRIES).body();

        // Then
        assertThat(body)
                .contains("Beds &lt;b&gt;at&lt;/b&gt; weekends", "Cromer Group Practice", "18 November 2026", "Late")
                .contains("A rota for flu", "Last day", "working days left")
                .contains(
                        "Who signs",
                        "Waits for the enquirer",
                        "Clock stands still",
                        "if the enquirer replies today",
                        "over")
                .contains("Nina New", "Next page", "?cursor=abc", "/qkk/asks/");
        assertThat(Portal.asked()).anyMatch(asked -> asked.startsWith("GET /executive/enquiries?open=true&limit=25 "));
    }

    @Test
    void enquiries_are_narrowed_sorted_and_taken_along() {
        // When
        String narrowed = manager.open(
                        ENQUIRIES + "?state=assigned&clock=late&organisation=rm1&mine=true&sort=newest&cursor=abc")
                .body();
        manager.open(ENQUIRIES + "?state=all&sort=shoes");
        Page file = manager.open(ENQUIRIES + "?clock=late&format=csv");

        // Then
        assertThat(narrowed).contains("First page", "sort=newest&amp;format=xlsx");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.body()).startsWith("Subject,Organisation");
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.startsWith("GET /executive/enquiries?state=assigned&clock=late&organisation=RM1"
                                + "&mine=true&sort=newest&cursor=abc&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /executive/enquiries?limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /executive/enquiries?open=true&clock=late "));
    }

    @Test
    void what_is_wrong_with_a_filter_is_said_on_the_page() {
        // Given
        Portal.play("executive=puzzled");

        // When
        Page page = manager.open(ENQUIRIES + "?organisation=!");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("There is a problem", "Must be an ODS code");
    }

    @Test
    void an_enquiry_has_its_clock_and_its_history() {
        // When
        String assigned = manager.open(ASSIGNED).body();
        String closed = manager.open(CLOSED).body();
        String answered = manager.open(ANSWERED).body();

        // Then
        assertThat(assigned)
                .contains("Enquiry of Cromer Group Practice", "NNUH-17", "Bed manager, 01603 1", "Norfolk GP Voice")
                .contains("11 November 2026", "Done 10 November 2026 at 15:00", "10 working days")
                .contains("Mona Manager wrote it down")
                .contains("It was acknowledged, to be answered in 10 working days")
                .contains("The clock stood still: We need to know more", "Which &lt;i&gt;weekends&lt;/i&gt;?")
                .contains("The enquirer replied", "Those of October.")
                .contains("Mona Manager asked 2 practices, until 17 November 2026")
                .contains("1 of 2 have answered", "Overdue", "About &lt;u&gt;ten&lt;/u&gt;.");
        assertThat(closed)
                .contains("The enquirer was no longer waited for")
                .contains("It was closed: It is not for general practice to answer", "Ask the landlord.")
                .doesNotContain("Close it");
        assertThat(answered)
                .contains("The &lt;b&gt;new&lt;/b&gt; one.", "Mona Manager answered it")
                .containsPattern(">\\s*Close it\\s*<");
        assertThat(manager.open(RECEIVED).body()).contains("It came from the enquirer&#39;s own system");
    }

    @Test
    void what_can_be_done_depends_on_the_state_and_on_the_person() {
        // When
        String forVoter = voter.open(ASSIGNED).body();
        String ownOfVoter = voter.open(OF_THE_ENQUIRER).body();

        // Then
        assertThat(manager.open(RECEIVED).body())
                .contains("Acknowledge it", "Close it without an answer")
                .doesNotContain("Answer it", "Ask practices", "Say who sees to it");
        assertThat(manager.open(ACKNOWLEDGED).body())
                .contains("Say who sees to it")
                .doesNotContain("Answer it", "Acknowledge it");
        assertThat(manager.open(ASSIGNED).body())
                .contains("Answer it", "Ask practices", "Ask the enquirer", "Give it to somebody else");
        assertThat(manager.open(WAITING).body())
                .contains("Reply to what was asked", "Ask practices")
                .doesNotContain("Answer it");
        assertThat(forVoter).doesNotContain("Answer it", "Ask practices", "Close it", "Acknowledge it");
        assertThat(ownOfVoter)
                .contains("Reply to what was asked")
                .doesNotContain("What practices are asked", "Close it", "Who sees to it");
    }

    @Test
    void an_action_comes_from_an_enquiry_that_somebody_sees_to() {
        // Given
        String path = ASSIGNED + "actions/add/";
        Page form = manager.open(path + "?q=nina");

        // When
        Page assigned = manager.fill(
                form,
                path,
                Map.of(
                        "q", "nina",
                        "owner", NINA,
                        "title", "Count",
                        "words", "Count the beds.",
                        "due-day", "1",
                        "due-month", "4",
                        "due-year", "2099"));

        // Then
        assertThat(form.body()).contains("Beds &lt;b&gt;at&lt;/b&gt; weekends");
        assertThat(assigned.address().getPath()).isEqualTo(ASSIGNED);
        assertThat(assigned.body())
                .contains("The action is assigned.", "What is done because of it", "Assign an action")
                .contains("Write to the &lt;b&gt;ICB&lt;/b&gt;</a>: Nina New, until 1 October 2026", "Overdue");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/actions ")
                        && asked.contains("{\"enquiry\":\"0198c3a2-0000-7000-8000-000000000e71\",\"title\""))
                .anyMatch(asked ->
                        asked.startsWith("GET /executive/actions?enquiry=0198c3a2-0000-7000-8000-000000000e71&"));
        assertThat(manager.open("/qkk/actions/0198c3a2-0000-7000-8000-000000000e47/")
                        .body())
                .contains("the enquiry", ASSIGNED, "Beds &lt;b&gt;at&lt;/b&gt; weekends");
        assertThat(voter.open(ASSIGNED).body()).doesNotContain("Assign an action");
        assertThat(manager.open(RECEIVED).body()).doesNotContain("What is done because of it");
        assertThat(manager.open(CLOSED).body()).doesNotContain("Assign an action");
    }

    @Test
    void an_enquiry_is_written_by_those_who_ask_and_by_those_who_heard_it() {
        // Given
        Page ofVoter = voter.open(ENQUIRIES + "add/");
        Page ofManager = manager.open(ENQUIRIES + "add/");
        Map<String, String> enquiry = new HashMap<>(Map.of(
                "organisation", "rm1",
                "subject", "",
                "words", "How many?",
                "contact", "",
                "reference", "A-1"));

        // When
        Page wrong = manager.fill(ofManager, ENQUIRIES + "add/", enquiry);
        enquiry.put("subject", "Beds");
        Page received = manager.fill(ofManager, ENQUIRIES + "add/", enquiry);

        // Then
        assertThat(ofVoter.body())
                .contains("You ask for <strong>Cromer Group Practice</strong>.", "value=\"D82001\"")
                .doesNotContain("Who asks?");
        assertThat(wrong.body()).contains("href=\"#subject\"", "Enter what it is about", "How many?", "value=\"rm1\"");
        assertThat(received.body()).contains("The enquiry is received.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST /executive/enquiries "))
                .singleElement()
                .asString()
                .endsWith(
                        "{\"organisation\":\"RM1\",\"reference\":\"A-1\",\"subject\":\"Beds\",\"words\":\"How many?\"}");
    }

    @Test
    void whoever_writes_down_what_came_by_another_way_says_on_which_day_it_came() {
        // Given
        Page ofVoter = voter.open(ENQUIRIES + "add/");
        Page ofManager = manager.open(ENQUIRIES + "add/");
        Map<String, String> enquiry = new HashMap<>(Map.of(
                "organisation", "RM1",
                "subject", "Beds",
                "words", "How many?",
                "receivedOn-day", "31",
                "receivedOn-month", "2",
                "receivedOn-year", "2026"));

        // When
        Page wrong = manager.fill(ofManager, ENQUIRIES + "add/", enquiry);
        enquiry.put("receivedOn-day", "28");
        Page received = manager.fill(ofManager, ENQUIRIES + "add/", enquiry);

        // Then
        assertThat(ofManager.body()).contains("On which day did it come?");
        assertThat(ofVoter.body()).doesNotContain("On which day did it come?");
        assertThat(wrong.body()).contains("href=\"#receivedOn-day\"", "The day must be a real date", "value=\"31\"");
        assertThat(received.body()).contains("The enquiry is received.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /executive/enquiries ")
                        && asked.endsWith("\"words\":\"How many?\",\"receivedOn\":\"2026-02-28\"}"));
    }

    @Test
    void an_enquiry_is_acknowledged_with_the_time_for_its_answer() {
        // Given
        Page form = manager.open(RECEIVED + "acknowledge/");

        // When
        Page wrong = manager.fill(form, RECEIVED + "acknowledge/", Map.of("workingDays", "soon", "tag", "\"7\""));
        Page done = manager.fill(form, RECEIVED + "acknowledge/", Map.of("workingDays", "5", "tag", "\"7\""));

        // Then
        assertThat(form.body()).contains("value=\"10\"");
        assertThat(wrong.body()).contains("href=\"#workingDays\"", "value=\"soon\"");
        assertThat(done.body()).contains("The enquirer knows that somebody has read it.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.contains("/acknowledgement "))
                .singleElement()
                .asString()
                .contains("If-Match=\"7\"")
                .endsWith("{\"workingDays\":5}");
    }

    @Test
    void somebody_takes_an_enquiry_on_or_gives_it_to_somebody_else() {
        // Given
        Page mine = manager.open(RECEIVED + "assign/");
        Page others = manager.open(ACKNOWLEDGED + "assign/?q=nina");
        Page ofLmc = Visitors.as(Roles.LMC_EXECUTIVE).open(ACKNOWLEDGED + "assign/");

        // When
        Page nobody = manager.fill(others, ACKNOWLEDGED + "assign/", Map.of("q", "nina", "tag", "\"7\""));
        Page given =
                manager.fill(others, ACKNOWLEDGED + "assign/", Map.of("q", "nina", "assignee", NINA, "tag", "\"7\""));

        // Then
        assertThat(mine.body()).contains("checked", "For which group is it answered?", "Norfolk GP Voice");
        assertThat(others.body())
                .contains("Nina New", "Nina &lt;i&gt;Newer&lt;/i&gt;", "Acts for D82001")
                .doesNotContain("checked", "For which group");
        assertThat(ofLmc.body()).contains("Who answers the enquirer?").doesNotContain("Look them up");
        assertThat(nobody.body()).contains("href=\"#assignee\"", "Choose who sees to it");
        assertThat(given.body()).contains("It is known who sees to it.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.contains("/assignment "))
                .singleElement()
                .asString()
                .endsWith("{\"assignee\":\"" + NINA + "\",\"assigneeName\":\"Nina New\"}");
    }

    @Test
    void practices_are_asked_and_those_chosen_stay_chosen() {
        // Given
        String path = ASSIGNED + "ask/";
        Page form = manager.open(path);
        Map<String, String> ask = new HashMap<>(Map.of("practices", "D82044", "words", "", "workingDays", "5"));

        // When
        Page wrong = manager.fill(form, path, ask);
        ask.put("words", "How many visits?");
        Page asked = manager.fill(form, path, ask);
        ask.remove("practices");
        Page none = manager.fill(form, path, ask);

        // Then
        assertThat(form.body())
                .contains("Norfolk Coastal PCN", "In no PCN", "Lonely Surgery", "id=\"practices-U12345-2\"")
                .containsOnlyOnce("id=\"practices\"")
                .doesNotContain("checked", " open>");
        assertThat(wrong.body()).contains("href=\"#words\"", "checked", " open>");
        assertThat(none.body()).contains("href=\"#practices\"", "Choose at least one practice");
        assertThat(asked.body()).contains("The practices are asked.");
        assertThat(Portal.asked())
                .filteredOn(request -> request.startsWith("POST /executive/enquiries/"))
                .singleElement()
                .asString()
                .endsWith("{\"practices\":[\"D82044\"],\"words\":\"How many visits?\",\"workingDays\":5}");
    }

    @Test
    void the_enquirer_is_asked_back_and_replies() {
        // Given
        Page pause = manager.open(ASSIGNED + "pause/");
        Page reply = voter.open(OF_THE_ENQUIRER + "reply/");

        // When
        Page wrong = manager.fill(pause, ASSIGNED + "pause/", Map.of("words", "", "tag", "\"7\""));
        Page paused = manager.fill(
                pause,
                ASSIGNED + "pause/",
                Map.of("reason", "more-information-needed", "words", "Which?", "tag", "\"7\""));
        Page silent = voter.fill(reply, OF_THE_ENQUIRER + "reply/", Map.of("words", "", "tag", "\"7\""));
        Page replied = voter.fill(reply, OF_THE_ENQUIRER + "reply/", Map.of("words", "All.", "tag", "\"7\""));

        // Then
        assertThat(wrong.body()).contains("href=\"#reason\"", "href=\"#words\"");
        assertThat(paused.body()).contains("The clock stands still until the enquirer replies.");
        assertThat(reply.body()).contains("Wait for the meeting.");
        assertThat(silent.body()).contains("Enter the reply");
        assertThat(replied.body()).contains("The reply is kept, and the clock goes on.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/pause If-Match=\"7\"")
                        && asked.contains("\"reason\":\"more-information-needed\"")
                        && asked.contains("\"words\":\"Which?\""))
                .anyMatch(asked -> asked.contains("/reply If-Match=\"7\"") && asked.endsWith("{\"reply\":\"All.\"}"));
    }

    @Test
    void an_enquiry_is_answered_and_closed_with_or_without_an_answer() {
        // Given
        Page answer = manager.open(ASSIGNED + "answer/");
        Page without = manager.open(ASSIGNED + "close/");
        Page with = manager.open(ANSWERED + "close/");

        // When
        Page silent = manager.fill(answer, ASSIGNED + "answer/", Map.of("words", "", "tag", "\"7\""));
        Page answered = manager.fill(answer, ASSIGNED + "answer/", Map.of("words", "Forty.", "tag", "\"7\""));
        Page wrong = manager.fill(without, ASSIGNED + "close/", Map.of("why", "", "tag", "\"7\""));
        Page redirected = manager.fill(
                without, ASSIGNED + "close/", Map.of("how", "not-for-us", "why", "Ask the trust.", "tag", "\"7\""));
        Page closed = manager.fill(with, ANSWERED + "close/", Map.of("how", "answered", "tag", "\"7\""));

        // Then
        assertThat(silent.body()).contains("Enter the answer");
        assertThat(answered.body()).contains("The enquirer has the answer.");
        assertThat(wrong.body()).contains("href=\"#how\"", "href=\"#why\"");
        assertThat(redirected.body()).contains("The enquiry is closed.");
        assertThat(closed.body()).contains("The enquiry is closed.");
        assertThat(Portal.asked())
                .anyMatch(
                        asked -> asked.contains("/answer If-Match=\"7\"") && asked.endsWith("{\"answer\":\"Forty.\"}"))
                .anyMatch(asked -> asked.endsWith("{\"how\":\"not-for-us\",\"why\":\"Ask the trust.\"}"))
                .anyMatch(asked -> asked.endsWith("{\"how\":\"answered\"}"));
    }

    @Test
    void who_has_changed_something_meanwhile_is_told_and_nothing_is_lost() {
        // Given
        Page answer = manager.open(ASSIGNED + "answer/");
        Portal.play("executive=changed");

        // When
        Page again = manager.fill(answer, ASSIGNED + "answer/", Map.of("words", "Forty.", "tag", "\"7\""));

        // Then
        assertThat(again.body()).contains("It has changed since you looked", "Forty.");
    }

    @Test
    void a_practice_sees_what_it_is_asked_and_answers() {
        // Given
        Page page = voter.open(ASKED);

        // When
        String list = voter.open("/qkk/asks/").body();
        String all = manager.open("/qkk/asks/?state=all").body();
        Page file = voter.open("/qkk/asks/?format=csv");
        Page silent = voter.fill(page, ASKED, Map.of("answer", "", "tag", "\"7\""));
        Page answered = voter.fill(page, ASKED, Map.of("answer", "Twelve", "tag", "\"7\""));

        // Then
        assertThat(list).contains("What you are asked", "Cromer Group Practice", "Overdue", "17 November 2026");
        assertThat(all).contains("What practices are asked");
        assertThat(file.body()).startsWith("About,Enquirer,Practice,Code").contains("How many <i>visits</i>?");
        assertThat(page.body())
                .contains("How many &lt;i&gt;visits&lt;/i&gt;?", "Mona Manager")
                .doesNotContain("The enquiry</a>");
        assertThat(silent.body()).contains("href=\"#answer\"", "Enter the answer");
        assertThat(answered.body()).contains("The answer is kept.");
        assertThat(manager.open(ASKED).body()).contains("The enquiry</a>").doesNotContain("Keep this answer");
        assertThat(voter.open(ASKED.replace("e81", "e82")).body())
                .contains("About &lt;u&gt;ten&lt;/u&gt;.")
                .doesNotContain("Keep this answer");
        assertThat(voter.open(ASKED.replace("e81", "e83")).body())
                .contains("The enquiry ended without this answer.")
                .doesNotContain("Keep this answer");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /executive/asks?state=open&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /executive/asks?limit=25 "))
                .anyMatch(
                        asked -> asked.contains("/answer If-Match=\"7\"") && asked.endsWith("{\"answer\":\"Twelve\"}"));
    }

    @Test
    void the_first_page_says_what_is_asked_of_a_practice_and_which_enquiries_wait() {
        // When
        String ofVoter = voter.open("/qkk/").body();
        String ofManager = manager.open("/qkk/").body();

        // Then
        assertThat(ofVoter)
                .contains("<strong>1</strong> enquiry asks you something, 1 overdue.")
                .contains("Beds &lt;b&gt;at&lt;/b&gt; weekends</a> The answer was due on 17 November 2026.")
                .as("what another practice is asked")
                .doesNotContain("/asks/0198c3a2-0000-7000-8000-000000000e82/");
        assertThat(ofManager)
                .contains("enquiries wait for you", "/qkk/enquiries/0198c3a2-0000-7000-8000-000000000e72/")
                .contains("A rota for flu</a> is to be acknowledged by 23 November 2099.")
                .doesNotContain("asks you something");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /executive/enquiries?")
                        && asked.contains("mine=true")
                        && asked.contains("open=true"))
                .anyMatch(asked -> asked.startsWith("GET /executive/enquiries?state=received&limit=100 "));
    }

    @Test
    void the_first_page_says_once_that_the_service_is_away_and_a_page_of_its_own_says_it_as_a_whole() {
        // Given
        Portal.play("executive=down");

        // When
        Page first = voter.open("/qkk/");
        Page list = voter.open(ENQUIRIES);

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(needs(first.body())).containsOnlyOnce("The executive service does not answer at the moment.");
        assertThat(list.status()).isEqualTo(503);
        assertThat(list.body()).contains("The executive service does not answer at the moment.");
    }

    /** The part of the first page with what needs the person. */
    private static String needs(String page) {
        int from = page.indexOf("id=\"needs\"");
        return page.substring(from, page.indexOf("</section>", from));
    }
}
