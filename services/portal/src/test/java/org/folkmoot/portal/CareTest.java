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

/** Assessments, care plans, GP updates and what is shared. */
@PortalTest
class CareTest {

    private static final String ID = "0198c3a2-0000-7000-8000-000000000";
    private static final String REFERRAL = "/qkk/referrals/" + ID + "f11/";
    private static final String PLAN = REFERRAL + "care-plan/";

    @Inject
    Portal portal;

    private Browser manager;
    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.CASE_MANAGER);
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void an_assessment_is_recorded_with_its_day() {
        // Given
        String path = REFERRAL + "assess/";
        Page form = manager.open(path);
        Map<String, String> fields = new HashMap<>(
                Map.of("on-day", "31", "on-month", "2", "on-year", "2026", "assessor", "", "findings", ""));

        // When
        Page wrong = manager.fill(form, path, fields);
        fields.putAll(Map.of("on-day", "16", "on-month", "11", "findings", "Walks slowly"));
        Page right = manager.fill(form, path, fields);

        // Then
        assertThat(wrong.body()).contains("The day must be a real date", "Enter what was found");
        assertThat(right.body()).contains("The assessment is recorded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/referrals/" + ID + "f11/assessments ")
                        && asked.endsWith("{\"on\":\"2026-11-16\",\"findings\":\"Walks slowly\"}"));
    }

    @Test
    void a_care_plan_shows_what_holds_what_is_drafted_and_what_came_of_reviews() {
        // When
        String ofManager = manager.open(PLAN).body();
        String ofVoter = voter.open(PLAN).body();

        // Then
        assertThat(ofManager)
                .contains("Version 1", "Version 2", "Agreed", "Draft")
                .contains("Walk to the &lt;i&gt;shop&lt;/i&gt;", "Phil Physio", "Ring the nurse")
                .contains("Agreed 17 November 2026: In person.")
                .contains("To be reviewed by 10 November 2026", "Overdue")
                .contains("The plan needs a new version", "Wants to cook")
                .contains(PLAN + "agree/?version=2", PLAN + "review/", PLAN + "add/");
        assertThat(ofVoter).contains("Ring the nurse");
    }

    @Test
    void what_the_service_would_refuse_is_not_offered_before_the_assessment_or_after_the_end() {
        // When
        String accepted =
                manager.open("/qkk/referrals/" + ID + "f17/care-plan/").body();
        String closed = manager.open("/qkk/referrals/" + ID + "f18/care-plan/").body();

        // Then
        assertThat(accepted)
                .contains("Version 2", "care-plan/add/")
                .doesNotContain("care-plan/agree/", "care-plan/review/");
        assertThat(closed)
                .contains("Version 2", "Ring the nurse")
                .doesNotContain("care-plan/add/", "care-plan/agree/", "care-plan/review/");
    }

    @Test
    void a_plan_is_drafted_from_the_one_before_agreed_and_reviewed() {
        // Given
        Page draft = manager.open(PLAN + "add/");
        Page agree = manager.open(PLAN + "agree/");
        Page review = manager.open(PLAN + "review/");
        Map<String, String> version = new HashMap<>(Map.of(
                "goals", "Cook\n\nWalk",
                "activities", "Exercises; Phil; 31/2/2027",
                "contingency", "Ring",
                "review-day", "1",
                "review-month", "3",
                "review-year", "2027"));

        // When
        Page wrong = manager.fill(draft, PLAN + "add/", version);
        version.put("activities", "Exercises; Phil; 1/2/2027\nRails; Council");
        Page drafted = manager.fill(draft, PLAN + "add/", version);
        Page unsaid = manager.fill(agree, PLAN + "agree/", Map.of("version", "2", "how", ""));
        Page agreed = manager.fill(
                agree,
                PLAN + "agree/",
                Map.of(
                        "version",
                        "2",
                        "how",
                        "by-phone",
                        "on-day",
                        "20",
                        "on-month",
                        "11",
                        "on-year",
                        "2026",
                        "tag",
                        "\"7\""));
        Page silent = manager.fill(review, PLAN + "review/", Map.of("outcome", "", "notes", ""));
        Page reviewed = manager.fill(
                review,
                PLAN + "review/",
                Map.of(
                        "outcome",
                        "continues",
                        "notes",
                        "All is well",
                        "on-day",
                        "20",
                        "on-month",
                        "11",
                        "on-year",
                        "2026",
                        "next-day",
                        "1",
                        "next-month",
                        "2",
                        "next-year",
                        "2027"));

        // Then
        assertThat(draft.body()).contains("Exercises, daily; Phil Physio; 1/12/2026\nRails; Council</textarea>");
        assertThat(wrong.body()).contains("Write each line as: what; who; day");
        assertThat(drafted.body()).contains("The draft is kept.");
        assertThat(unsaid.body()).contains("Choose how the person agreed");
        assertThat(agreed.body()).contains("The plan is agreed.");
        assertThat(silent.body()).contains("Choose what came of it", "Enter what was said");
        assertThat(reviewed.body()).contains("The review is recorded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/care-plan/versions If-Match")
                        && asked.endsWith("{\"goals\":[\"Cook\",\"Walk\"],\"activities\":[{\"what\":\"Exercises\""
                                + ",\"who\":\"Phil\",\"by\":\"2027-02-01\"},{\"what\":\"Rails\",\"who\":\"Council\"}]"
                                + ",\"contingency\":\"Ring\",\"review\":\"2027-03-01\"}"))
                .anyMatch(asked -> asked.contains("/care-plan/versions/2/agreement If-Match=\"7\"")
                        && asked.contains("\"how\":\"by-phone\""))
                .anyMatch(asked -> asked.contains("/care-plan/reviews ") && asked.contains("\"next\":\"2027-02-01\""));
    }

    @Test
    void an_agreement_is_recorded_for_the_version_that_the_person_agreed_to_and_for_no_newer_one() {
        // Given
        Page form = manager.open(PLAN + "agree/?version=1");
        Page newest = manager.open(PLAN + "agree/?version=2");
        Map<String, String> fields = new HashMap<>(Map.of(
                "version",
                "1",
                "how",
                "by-phone",
                "on-day",
                "20",
                "on-month",
                "11",
                "on-year",
                "2026",
                "tag",
                "\"6\""));
        Portal.play("neighbourhood=changed");

        // When
        Page overtaken = manager.fill(newest, PLAN + "agree/", fields);
        fields.put("version", "2");
        Page changed = manager.fill(newest, PLAN + "agree/", fields);
        fields.putAll(Map.of("version", "1", "how", ""));
        Page silent = manager.fill(newest, PLAN + "agree/", fields);

        // Then
        assertThat(List.of(form, overtaken, silent))
                .allSatisfy(page -> assertThat(page.body())
                        .contains("There is a newer version: version 2.", "href=\"" + PLAN + "\"")
                        .doesNotContain("Record the agreement", "name=\"version\""));
        assertThat(changed.body())
                .contains("It has changed since you looked.", "name=\"version\" value=\"2\"", "Record the agreement");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/care-plan/versions/1/agreement If-Match=\"6\""))
                .filteredOn(asked -> asked.contains("/agreement "))
                .hasSize(2);
    }

    @Test
    void the_plans_of_the_teams_say_which_are_due_for_review_and_how_many_people_have_one() {
        // When
        String plans = manager.open("/qkk/care-plans/?review=overdue").body();
        Page file = manager.open("/qkk/care-plans/?review=overdue&format=csv");

        // Then
        assertThat(plans)
                .contains("Cromer &lt;i&gt;team&lt;/i&gt;: 6 of 8 in care have a plan that is agreed, 75%.")
                .contains(PLAN, "Overdue");
        assertThat(file.body()).startsWith("Referral,Review");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/care-plans?review=overdue&limit=25 "));
    }

    @Test
    void a_team_sees_what_it_owes_and_tells_it() {
        // Given
        String path = REFERRAL + "gp-updates/add/";

        // When
        String owed = manager.open("/qkk/gp-updates/").body();
        Page form = manager.open(path);
        Page silent = manager.fill(form, path, Map.of("words", ""));
        Page told = manager.fill(form, path, Map.of("words", "She walks again."));
        Page file = manager.open("/qkk/gp-updates/?format=csv");

        // Then
        assertThat(owed).contains("The care plan was reviewed", "Overdue", path);
        assertThat(silent.body()).contains("Enter what the practices are to know");
        assertThat(told.body()).contains("The update is sent.");
        assertThat(file.body()).startsWith("Occasion,Due");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/referrals/" + ID + "f11/gp-updates ")
                        && asked.endsWith("{\"words\":\"She walks again.\"}"));
    }

    @Test
    void a_practice_takes_note_of_an_update() {
        // Given
        String path = "/qkk/gp-updates/" + ID + "f21/";

        // When
        String waiting = voter.open("/qkk/gp-updates/").body();
        voter.open("/qkk/gp-updates/?all=true");
        Page update = voter.open(path);
        Page noted = voter.fill(update, path, Map.of("tag", "\"7\""));
        String ofManager = manager.open(path).body();

        // Then
        assertThat(waiting).contains(path, "D82001");
        assertThat(update.body())
                .contains("She walks &lt;b&gt;again&lt;/b&gt;.", "taken note of by Dr Dee")
                .contains("We have taken note of it");
        assertThat(noted.body()).contains("You have taken note of it.");
        assertThat(ofManager).doesNotContain("We have taken note of it");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/gp-updates?unacknowledged=true&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/gp-updates?limit=25 "))
                .anyMatch(asked ->
                        asked.startsWith("PUT /neighbourhood/gp-updates/" + ID + "f21/acknowledgement If-Match=\"7\""));
    }

    @Test
    void nothing_is_shared_unless_it_is_decided_and_a_decision_can_be_revoked() {
        // Given
        String shares = REFERRAL + "shares/";
        String revoke = shares + ID + "f31/revoke/";
        Page form = manager.open(shares + "add/");
        Page revoking = manager.open(revoke);

        // When
        String shown = manager.open(shares).body();
        Page unsaid = manager.fill(form, shares + "add/", Map.of("organisation", "", "why", "", "basis", ""));
        Page shared = manager.fill(
                form,
                shares + "add/",
                Map.of(
                        "organisation",
                        "rm1",
                        "what",
                        "care-plan",
                        "why",
                        "Admitted",
                        "basis",
                        "consent",
                        "until-day",
                        "31",
                        "until-month",
                        "1",
                        "until-year",
                        "2027"));
        Page silent = manager.fill(revoking, revoke, Map.of("words", ""));
        Page revoked = manager.fill(revoking, revoke, Map.of("words", "Discharged", "tag", "\"7\""));

        // Then
        assertThat(shown)
                .contains("The referral, The care plan", "She is &lt;b&gt;admitted&lt;/b&gt;")
                .contains("The person&#39;s consent")
                .contains("DSPT: Standards met", "In force", "Revoked", "Discharged")
                .contains("href=\"" + revoke + "\"");
        assertThat(unsaid.body())
                .contains("Enter the ODS code of the organisation", "Choose what the decision rests on")
                .contains("Enter why it is shared", "The last day must be a real date");
        assertThat(shared.body()).contains("The organisation may look from now on.");
        assertThat(revoking.body())
                .contains("href=\"" + shares + "\"")
                .as("where a form that is sent too late finds its way back to")
                .contains("action=\"" + revoke + "\"");
        assertThat(silent.body()).contains("Enter why it is revoked");
        assertThat(revoked.address().toString()).endsWith(shares + "?done=revoked");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/shares If-Match")
                        && asked.contains("{\"organisation\":\"RM1\",\"what\":[\"care-plan\"],\"why\":\"Admitted\""
                                + ",\"basis\":\"consent\",\"until\":\"2027-01-31\"}"))
                .anyMatch(asked ->
                        asked.startsWith("GET /neighbourhood/referrals/" + ID + "f11/shares/" + ID + "f31 If-Match"))
                .anyMatch(asked -> asked.startsWith("PUT /neighbourhood/referrals/" + ID + "f11/shares/" + ID
                                + "f31/revocation If-Match=\"7\"")
                        && asked.endsWith("{\"reason\":\"Discharged\"}"));
    }

    @Test
    void what_was_shared_can_be_revoked_after_closure() {
        // When
        String closed = "/qkk/referrals/" + ID + "f18/shares/";
        String shown = manager.open(closed).body();

        // Then
        assertThat(shown)
                .contains("href=\"" + closed + ID + "f31/revoke/\"")
                .doesNotContain("Share it with an organisation");
    }

    @Test
    void a_team_keeps_somebody_who_is_registered_elsewhere_or_another_goes_on() {
        // Given
        String list = "/qkk/practice-changes/";
        String path = list + ID + "f91/";
        Page form = manager.open(path);

        // When
        String waiting = manager.open(list).body();
        String file = manager.open(list + "?format=csv").body();
        Page kept = manager.fill(form, path, Map.of("step", "keep", "tag", "\"7\""));
        Page unsaid = manager.fill(form, path, Map.of("team", "", "words", ""));
        Page handedOver =
                manager.fill(form, path, Map.of("team", ID + "f05", "words", "Lives with her son now", "tag", "\"7\""));

        // Then
        assertThat(file)
                .startsWith("Heard of,From,To,What the team says,Offered to,By,Referral")
                .contains("D82077", "confirmed,,Nora Nurse");
        assertThat(waiting).contains("D82077", "To be said", "Keeps the person (Nora Nurse)", path);
        assertThat(form.body()).contains("ASH&lt;B&gt;DOWN, Dorothy", "From D82001 to", "We keep the person");
        assertThat(form.body()).contains("Hand the person over");
        assertThat(manager.open(list + ID + "f93/").body())
                .as("for somebody who does not answer for the person")
                .contains("We keep the person", "Ask Nora Nurse or the team")
                .doesNotContain("Hand the person over");
        assertThat(manager.open(list + ID + "f94/").body())
                .contains("The person is offered to Fenland neighbourhood team already.")
                .doesNotContain("Hand the person over", "We keep the person");
        assertThat(kept.body()).contains("The team keeps the person.");
        assertThat(unsaid.body()).contains("Choose the team", "Enter what the other team needs to know");
        assertThat(handedOver.body())
                .contains("Another team goes on, or is asked to go on; the clock goes on with it.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/practice-changes?open=true&limit=25 "))
                .anyMatch(asked -> asked.contains("/confirmation If-Match=\"7\""))
                .anyMatch(asked -> asked.contains("/handing-over If-Match=\"7\"")
                        && asked.contains("\"words\":\"Lives with her son now\""));
    }
}
