package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.PortalPage.Audience;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worklists, one referral, triage, and what the first page says of referrals. */
@PortalTest
class ReferralsTest {

    private static final String ID = "0198c3a2-0000-7000-8000-000000000";
    private static final String REFERRALS = "/qkk/referrals/";
    private static final String IN_CARE = REFERRALS + ID + "f11/";
    private static final String LATE = ID + "f13";
    private static final String PAUSED = REFERRALS + ID + "f14/";

    @Inject
    Portal portal;

    private Browser clinician;
    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        clinician = Visitors.as(Roles.INT_CLINICIAN);
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void a_worklist_is_mine_my_teams_or_my_practices_and_is_filtered_sorted_and_taken_along() {
        // When
        String team = clinician.open(REFERRALS).body();
        Visitors.as(Roles.CASE_MANAGER).open(REFERRALS);
        voter.open(REFERRALS);
        clinician.open(REFERRALS + "?list=mine&state=in-care&clock=late&priority=urgent&sort=newest");
        clinician.open(REFERRALS + "?list=everybody&state=odd&ended=true");
        Page file = voter.open(REFERRALS + "?format=csv&clock=due");

        // Then
        assertThat(team)
                .contains("<strong>My team</strong>", "?list=mine", "?list=practice")
                .contains("Triage (2 waiting)")
                .contains("ASH&lt;B&gt;DOWN, Dorothy", "999 000 0018", "born 14 March 1938")
                .contains("Details destroyed")
                .contains("Late", "Urgent", "Offered to you")
                .contains("list=team&amp;cursor=abc", "list=team&amp;format=xlsx");
        assertThat(file.body()).startsWith("Patient,State");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("GET /neighbourhood/referrals?list=team&open=true&sort=due&limit=25 "))
                .anyMatch(asked ->
                        asked.startsWith("GET /neighbourhood/referrals?list=mine&open=true&sort=due&limit=25 "))
                .anyMatch(asked ->
                        asked.startsWith("GET /neighbourhood/referrals?list=practice&open=true&sort=due&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/referrals?list=mine&state=in-care&clock=late"
                        + "&priority=urgent&sort=newest&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/referrals?list=team&sort=due&limit=25 "))
                .anyMatch(asked ->
                        asked.startsWith("GET /neighbourhood/referrals?list=practice&clock=due&sort=due If-Match"));
    }

    @Test
    void a_referral_says_how_it_stands_how_the_clock_goes_and_what_came_of_it() {
        // When
        String body = clinician.open(IN_CARE).body();

        // Then
        assertThat(body)
                .contains("In care", "Assessed in time", "Urgent")
                .contains("You see this because you belong to the team.")
                .contains("Assessed on 16 November 2026, after 12 days of 28.")
                .contains("The person is not available: from 3 November 2026 to 6 November 2026")
                .contains("12 of 28 days used, 16 left; 3 days did not count.")
                .contains("Fell &lt;b&gt;twice&lt;/b&gt; in a month", "Given, 30 October 2026")
                .contains("Walks &lt;b&gt;slowly&lt;/b&gt;")
                .contains("Version 1 is agreed.", "Version 2 is a draft.", "Overdue")
                .contains("The care plan was reviewed: to be told by 20 November 2026")
                .contains("not yet taken note of by D82001")
                .contains("Nora Nurse offers the care to Sam Social", "Lives &lt;i&gt;near&lt;/i&gt; you")
                .contains("Triage began", "Sheringham team</a>: Redirected")
                .contains(IN_CARE + "handover/", IN_CARE + "shares/", IN_CARE + "close/");
    }

    @Test
    void a_draft_leads_to_nothing_of_the_person_before_it_is_sent() {
        // When
        String draft = clinician.open(REFERRALS + ID + "f12/").body();
        String sent = clinician.open(IN_CARE).body();

        // Then
        assertThat(draft).contains("Check it and send it").doesNotContain("/patients/" + ID + "f51/", "f12/shares/");
        assertThat(sent).contains("/patients/" + ID + "f51/", "/patients/" + ID + "f51/reads/");
    }

    @Test
    void an_assessment_is_written_down_until_the_end_and_the_practices_are_written_to_after_it_too() {
        // When
        String accepted = clinician.open(REFERRALS + ID + "f17/").body();
        String closed = clinician.open(REFERRALS + ID + "f18/").body();

        // Then
        assertThat(accepted).contains(ID + "f17/assess/", ID + "f17/gp-updates/add/", ID + "f17/care-plan/");
        assertThat(closed)
                .contains(ID + "f18/gp-updates/add/", ID + "f18/care-plan/")
                .doesNotContain(ID + "f18/assess/");
    }

    @Test
    void nobody_is_named_in_a_title_or_in_an_address_that_a_service_is_asked() {
        for (PortalPage page : PortalPage.values()) {
            if (Set.of(Audience.CARERS, Audience.TEAMS).contains(page.audience())) {
                // When
                Page seen = clinician.open("/qkk" + PagesTest.address(page));

                // Then
                assertThat(seen.status()).as(page.toString()).isEqualTo(200);
                assertThat(seen.body().replaceFirst("(?s).*<title>(.*?)</title>.*", "$1"))
                        .as(page.toString())
                        .doesNotContainIgnoringCase("ash", "dorothy", "tait", "999");
                assertThat(seen.header("Cache-Control")).as(page.toString()).isEqualTo("no-store");
            }
        }
        assertThat(Portal.asked())
                .extracting(asked -> asked.substring(0, asked.indexOf(" If-Match")))
                .noneMatch(asked -> asked.matches("(?i).*(999|ash|dorothy).*"));
    }

    @Test
    void whoever_triages_accepts_and_sees_the_next_and_may_leave_one_for_later() {
        // Given
        Page first = clinician.open("/qkk/triage/");

        // When
        Page nobody = clinician.fill(
                first, "/qkk/triage/", Map.of("referral", LATE, "caseManager", "", "step", "next", "tag", "\"7\""));
        Page accepted = clinician.fill(
                first, "/qkk/triage/", Map.of("referral", LATE, "caseManager", "sam", "step", "next", "tag", "\"7\""));
        Page stayed = clinician.fill(
                first, "/qkk/triage/", Map.of("referral", LATE, "caseManager", "sam", "step", "stay", "tag", "\"7\""));
        String left = clinician.open("/qkk/triage/?after=" + LATE).body();

        // Then
        assertThat(first.body())
                .contains("Triage: 2 wait")
                .contains("Day 31. The assessment was due on 20 November 2026.")
                .contains("Sam Social")
                .contains("/qkk/triage/?after=" + LATE)
                .contains(REFERRALS + LATE + "/return/", REFERRALS + LATE + "/redirect/");
        assertThat(nobody.body()).contains("Choose who owns the care from now on");
        assertThat(accepted.address().toString()).endsWith("/qkk/triage/?done=accepted");
        assertThat(accepted.body()).contains("The referral is accepted. Here is the next one.");
        assertThat(stayed.address().getPath()).isEqualTo(REFERRALS + LATE + "/");
        assertThat(left).contains("TAIT, Leonora", "The clock stands still. 24 days of 28 are used.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/referrals?")
                        && asked.contains("state=submitted")
                        && asked.contains("limit=100"))
                .anyMatch(
                        asked -> asked.startsWith("PUT /neighbourhood/referrals/" + LATE + "/acceptance If-Match=\"7\"")
                                && asked.endsWith("{\"caseManager\":\"sam\"}"));
    }

    @Test
    void a_referral_is_returned_with_a_coded_reason_and_advice_or_redirected() {
        // Given
        String back = REFERRALS + LATE + "/return/";
        String elsewhere = REFERRALS + LATE + "/redirect/";
        Page returning = clinician.open(back);
        Page redirecting = clinician.open(elsewhere);

        // When
        Page silent = clinician.fill(returning, back, Map.of("choice", "duplicate", "words", "", "tag", "\"7\""));
        Page returned = clinician.fill(
                returning, back, Map.of("choice", "duplicate", "words", "She is with us already", "tag", "\"7\""));
        Page nowhere = clinician.fill(
                redirecting, elsewhere, Map.of("team", "", "reason", "no-capacity", "words", "", "tag", "\"7\""));
        Page redirected = clinician.fill(
                redirecting,
                elsewhere,
                Map.of("team", ID + "f05", "reason", "no-capacity", "words", "Please", "tag", "\"7\""));

        // Then
        assertThat(silent.body()).contains("Enter your advice: what the practice can do now");
        assertThat(returned.body()).contains("The referral is returned with your advice.");
        assertThat(redirecting.body())
                .contains("Sheringham team", "takes nobody on at the moment")
                .as("not to itself")
                .doesNotContain("<option value=\"" + ID + "f01\"");
        assertThat(nowhere.body()).contains("Choose the team", "Enter what the other team needs to know");
        assertThat(redirected.body()).contains("The referral is redirected; its clock goes on.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/return If-Match=\"7\"")
                        && asked.contains("\"reason\":\"duplicate\"")
                        && asked.contains("\"advice\":\"She is with us already\""))
                .anyMatch(asked -> asked.contains("/redirection If-Match=\"7\"")
                        && asked.contains("\"reason\":\"no-capacity\"")
                        && asked.contains("\"team\":\"" + ID + "f05\""));
    }

    @Test
    void the_clock_is_stopped_for_a_coded_reason_and_goes_on() {
        // Given
        Page form = clinician.open(IN_CARE + "pause/");
        Page paused = clinician.open(PAUSED);

        // When
        Page odd = clinician.fill(
                form,
                IN_CARE + "pause/",
                Map.of("reason", "", "from-day", "31", "from-month", "2", "from-year", "2026", "until-day", "1"));
        Page stopped = clinician.fill(
                form,
                IN_CARE + "pause/",
                Map.of(
                        "reason",
                        "awaiting-consent",
                        "from-day",
                        "3",
                        "from-month",
                        "11",
                        "from-year",
                        "2026",
                        "tag",
                        "\"7\""));
        Page resumed =
                clinician.fill(paused, PAUSED + "step/", Map.of("step", "resume", "pause", ID + "f73", "tag", "\"7\""));

        // Then
        assertThat(odd.body())
                .contains("Choose the reason")
                .contains("The first day must be a real date")
                .contains("The day on which it goes on must be a real date");
        assertThat(stopped.body()).contains("The clock stands still.");
        assertThat(paused.body()).contains("Consent is awaited: since 10 November 2026");
        assertThat(resumed.body()).contains("The clock goes on.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/pauses If-Match=\"7\"")
                        && asked.contains("{\"reason\":\"awaiting-consent\",\"from\":\"2026-11-03T00:00:00Z\"}"))
                .anyMatch(asked ->
                        asked.contains("/pauses/" + ID + "f73/ending If-Match=\"7\"") && asked.contains("\"at\":"));
    }

    @Test
    void a_person_is_offered_to_another_team_which_takes_them_over_or_not() {
        // Given
        Page referral = clinician.open(IN_CARE);
        Page offering = clinician.open(IN_CARE + "transfer/");
        String transfer = "/qkk/transfers/" + ID + "f95/";
        Page list = clinician.open("/qkk/transfers/");
        Page notTaken = clinician.open("/qkk/transfers/?list=declined");
        Page answering = clinician.open(transfer);

        // When
        Page unsaid = clinician.fill(offering, IN_CARE + "transfer/", Map.of("team", "", "reason", "", "words", ""));
        Page offered = clinician.fill(
                offering,
                IN_CARE + "transfer/",
                Map.of("team", ID + "f03", "reason", "other-skills", "words", "Ring her son"));
        Page nobody = clinician.fill(answering, transfer, Map.of("step", "accept", "tag", "\"7\""));
        Page accepted =
                clinician.fill(answering, transfer, Map.of("step", "accept", "caseManager", "sam", "tag", "\"7\""));
        Page declined = clinician.fill(answering, transfer, Map.of("step", "decline", "tag", "\"7\""));
        Page withdrawn = clinician.fill(answering, transfer, Map.of("step", "withdraw", "tag", "\"7\""));

        // Then
        assertThat(referral.body()).contains(IN_CARE + "transfer/", "Fenland neighbourhood team", "Withdraw the offer");
        assertThat(list.body())
                .contains(transfer, "The person lives in another neighbourhood", "/qkk/transfers/?format=csv");
        assertThat(clinician.open("/qkk/transfers/?format=csv").body())
                .startsWith("Offered,By,From,To,Why,Referral")
                .contains("The person lives in another neighbourhood");
        assertThat(notTaken.body()).contains("People whom other teams did not take over", transfer);
        assertThat(answering.body()).contains("Ring her son first", "Sam Social", "Take the person over");
        assertThat(unsaid.body())
                .contains("Choose the team", "Choose the reason", "Enter what the other team needs to know");
        assertThat(offered.body()).contains("The transfer is offered. Until the other team accepts nothing changes.");
        assertThat(nobody.body()).contains("Choose who is to own the care");
        assertThat(accepted.body()).contains("The person is your team&#39;s from this moment.");
        assertThat(declined.body()).contains("The transfer is declined.");
        assertThat(withdrawn.body()).contains("The transfer is withdrawn.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/transfers?declined=true&"))
                .anyMatch(asked -> asked.contains("/transfers") && asked.contains("\"reason\":\"other-skills\""))
                .anyMatch(asked ->
                        asked.contains("/acceptance If-Match=\"7\"") && asked.contains("{\"caseManager\":\"sam\"}"))
                .anyMatch(asked -> asked.contains("/transfers/" + ID + "f95/declining If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/transfers/" + ID + "f95/withdrawal If-Match=\"7\""));
    }

    @Test
    void the_care_is_offered_taken_over_declined_and_withdrawn_and_the_referral_is_closed() {
        // Given
        Page offering = clinician.open(IN_CARE + "handover/");
        Page referral = clinician.open(IN_CARE);
        Page closing = clinician.open(IN_CARE + "close/");
        String handover = ID + "f72";

        // When
        Page unsaid = clinician.fill(offering, IN_CARE + "handover/", Map.of("to", "", "words", ""));
        Page offered = clinician.fill(
                offering, IN_CARE + "handover/", Map.of("to", "sam", "words", "Ring her son", "tag", "\"7\""));
        Page takenOver = clinician.fill(
                referral, IN_CARE + "step/", Map.of("step", "take-over", "handover", handover, "tag", "\"7\""));
        clinician.fill(referral, IN_CARE + "step/", Map.of("step", "decline", "handover", handover, "tag", "\"7\""));
        clinician.fill(referral, IN_CARE + "step/", Map.of("step", "withdraw", "handover", handover, "tag", "\"7\""));
        clinician.fill(referral, IN_CARE + "step/", Map.of("step", "triage", "tag", "\"7\""));
        clinician.fill(referral, IN_CARE + "step/", Map.of("step", "begin", "tag", "\"7\""));
        Page open = clinician.fill(closing, IN_CARE + "close/", Map.of("choice", "", "tag", "\"7\""));
        Page closed = clinician.fill(closing, IN_CARE + "close/", Map.of("choice", "goals-met", "tag", "\"7\""));

        // Then
        assertThat(offering.body()).contains("Sam Social", "without a gap").doesNotContain("value=\"nora\"");
        assertThat(unsaid.body()).contains("Choose who is to take over", "Enter what they need to know");
        assertThat(offered.body()).contains("The handover is offered. Until it is accepted nothing changes.");
        assertThat(takenOver.body()).contains("The care is yours from this moment.");
        assertThat(open.body()).contains("Choose one of them");
        assertThat(closed.body()).contains("The referral is closed.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/handovers If-Match=\"7\"") && asked.contains("\"to\":\"sam\""))
                .anyMatch(asked -> asked.contains("/handovers/" + handover + "/acceptance If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/handovers/" + handover + "/declining If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/handovers/" + handover + "/withdrawal If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/triage If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/assessing If-Match=\"7\""))
                .anyMatch(asked ->
                        asked.contains("/closing If-Match=\"7\"") && asked.contains("{\"outcome\":\"goals-met\"}"));
    }

    @Test
    void what_somebody_else_did_meanwhile_is_said_beside_the_form() {
        // Given
        Page form = clinician.open(REFERRALS + LATE + "/return/");
        Portal.play("neighbourhood=changed");

        // When
        Page late = clinician.fill(
                form, REFERRALS + LATE + "/return/", Map.of("choice", "duplicate", "words", "Ours", "tag", "\"6\""));

        // Then
        assertThat(late.body()).contains("It has changed since you looked.", "Ours");
    }

    @Test
    void the_first_page_says_what_waits_for_a_member_of_a_team_and_how_people_wait() {
        // When
        String ofClinician = clinician.open("/qkk/").body();
        String ofVoter = voter.open("/qkk/").body();
        String ofObserver = Visitors.as(Roles.ICS_OBSERVER).open("/qkk/").body();

        // Then
        assertThat(ofClinician)
                .contains("Needs you", "Neighbourhood referrals")
                .contains("<strong>2</strong> referrals wait for triage")
                .contains("<strong>2</strong> handovers are offered to you")
                .contains("<a href=\"/qkk/transfers/\"", "<strong>3</strong> people are offered by other teams")
                .contains("<strong>1</strong> transfer of yours was declined in 30 days")
                .contains("<strong>1</strong> assessment of yours is late")
                .contains("<strong>1</strong> GP update is overdue", "<strong>2</strong> GP updates are to be written")
                .contains("2</span> <a href=\"/qkk/referrals/?list=team\">wait for a team's answer")
                .contains("Assessments that are late: 1", "The one who waits longest: 35 days")
                .contains("October 2026, the whole ICS:")
                .contains("Median days to an assessment: 15.5", "Assessed within 28 days: 81.6%")
                .contains("Referrals by week, the whole ICS")
                .doesNotContain("ballot");
        assertThat(ofVoter)
                .contains("<strong>1</strong> GP update is to be acknowledged")
                .contains("<strong>1</strong> referral was returned in 30 days", "Returned in 30 days: 1")
                .contains("October 2026, D82001:")
                .doesNotContain("for triage");
        assertThat(ofObserver).doesNotContain("Neighbourhood referrals");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures?by=ics&from="))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures/weeks?by=ics&weeks=12"))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/measures?by=practice&of=D82001&from="))
                .as("nobody finds in their record that it was read for a figure")
                .noneMatch(asked ->
                        asked.matches("GET /neighbourhood/(referrals|gp-updates|gp-update-points|patients)[? /].*")
                                && !asked.contains("/counts "));
    }

    @Test
    void the_first_page_gives_who_acts_for_a_pcn_alone_no_counts_of_practices() {
        // When
        String body = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR).open("/qkk/").body();

        // Then
        assertThat(body)
                .contains("Neighbourhood referrals", "How many wait now is not counted here for a PCN")
                .doesNotContain(
                        "for a team's answer", "Assessments that are late", "Returned in 30 days", "was returned in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "silent", "nonsense"})
    void the_first_page_stands_and_says_what_is_missing_when_the_service_is_away(String mood) {
        // Given
        Portal.play("neighbourhood=" + mood);

        // When
        Page ofClinician = clinician.open("/qkk/");
        Page ofVoter = voter.open("/qkk/");
        Page list = clinician.open(REFERRALS);

        // Then
        for (Page page : List.of(ofClinician, ofVoter)) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("The neighbourhood service does not answer at the moment.");
        }
        assertThat(ofVoter.body()).contains("Norfolk Coastal PCN");
        assertThat(list.status()).isEqualTo(503);
        assertThat(list.body()).contains("The neighbourhood service does not answer at the moment.", "Try again");
    }
}
