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

/** Referring somebody, from the NHS number to the referral that is sent. */
@PortalTest
class ReferTest {

    private static final String ID = "0198c3a2-0000-7000-8000-000000000";
    private static final String REFER = "/qkk/referrals/add/";
    private static final String DRAFT = "/qkk/referrals/" + ID + "f12/";

    @Inject
    Portal portal;

    private Browser voter;

    @BeforeEach
    void begin() {
        portal.begin();
        voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");
    }

    @Test
    void somebody_who_is_known_is_referred_with_the_number_the_team_and_the_reason() {
        // Given
        Page first = voter.open(REFER);

        // When
        Page wrong = voter.fill(first, REFER, Map.of("nhsNumber", "999 000 0081", "page", "number"));
        Page tooShort = voter.fill(first, REFER, Map.of("nhsNumber", "99900", "page", "number"));
        Page known = voter.fill(first, REFER, Map.of("nhsNumber", "999-000 0018", "page", "number"));
        Page silent = send(known, Map.of("team", "", "priority", "urgent", "reason", ""));
        Page check = send(known, Map.of("team", ID + "f01", "priority", "urgent", "reason", "Fell twice"));

        // Then
        assertThat(wrong.body()).contains("one of its digits is wrong", "value=\"999 000 0081\"");
        assertThat(tooShort.body()).contains("Enter the ten digits of the NHS number");
        assertThat(known.address().toString()).contains("page=referral").doesNotContain("999");
        assertThat(known.body()).contains("ASH&lt;B&gt;DOWN, Dorothy, born 14 March 1938", "Sheringham team");
        assertThat(silent.body()).contains("Choose the team", "Enter why you refer");
        assertThat(check.address().getPath()).isEqualTo(DRAFT + "check/");
        assertThat(check.body()).contains("Check it before you send it", "She falls", "Send this referral");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/patients/search If-Match")
                        && asked.endsWith("{\"nhsNumber\":\"9990000018\"}"))
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/referrals If-Match")
                        && asked.contains("{\"patient\":\"" + ID + "f51\",\"team\":\"" + ID + "f01\""
                                + ",\"practice\":\"D82001\",\"priority\":\"urgent\",\"reason\":\"Fell twice\""
                                + ",\"submit\":false}"));
    }

    @Test
    void somebody_who_is_not_known_is_described_first_and_nothing_of_them_is_left_in_the_portal() {
        // Given
        Portal.forgetAll();
        Browser fresh = Visitors.fresh(Roles.PRACTICE_VOTER);
        Portal.play("neighbourhood=empty");
        Page person = fresh.fill(fresh.open(REFER), REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));
        Map<String, String> fields = new HashMap<>(Map.of(
                "page", "person",
                "draft", draft(person),
                "familyName", "Quillfeather",
                "givenName", "Ada",
                "born-day", "31",
                "born-month", "2",
                "born-year", "1940",
                "gender", "female",
                "postcode", "NR27 9AA",
                "registeredPractice", "d82001"));

        // When
        Page noDay = fresh.fill(person, REFER, fields);
        fields.put("born-day", "28");
        Page referral = fresh.fill(person, REFER, fields);
        Portal.play("");
        Page check = fresh.fill(
                referral,
                REFER,
                Map.of(
                        "page", "referral",
                        "draft", draft(referral),
                        "practice", "D82001",
                        "team", ID + "f01",
                        "priority", "routine",
                        "reason", "Lives alone",
                        "consented-day", "1",
                        "consented-month", "11",
                        "consented-year", "2026"));

        // Then
        assertThat(person.address().toString()).contains("page=person").doesNotContain("999");
        assertThat(noDay.body()).contains("The date of birth must be a real date", "value=\"Quillfeather\"");
        assertThat(referral.address().toString()).contains("page=referral").doesNotContain("Quill");
        assertThat(referral.body()).contains("Quillfeather, Ada");
        assertThat(check.address().getPath()).isEqualTo(DRAFT + "check/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/referrals If-Match")
                        && asked.contains("{\"person\":{\"nhsNumber\":\"9990000018\",\"familyName\":\"Quillfeather\""
                                + ",\"givenName\":\"Ada\",\"birthDate\":\"1940-02-28\",\"gender\":\"female\""
                                + ",\"postcode\":\"NR27 9AA\",\"registeredPractice\":\"D82001\"}")
                        && asked.contains("\"consent\":{\"given\":true,\"on\":\"2026-11-01\"}"));
        assertThat(fresh.open(REFER + "?draft=" + draft(referral) + "&page=person")
                        .body())
                .as("the answers are thrown away")
                .doesNotContain("Quillfeather");
        assertThat(Portal.everythingKept()).noneMatch(row -> row.contains("Quillfeather"));
    }

    @Test
    void a_team_that_has_found_somebody_says_for_what_and_when_they_consented() {
        // Given
        Browser clinician = Visitors.as(Roles.INT_CLINICIAN);
        Page known = clinician.fill(clinician.open(REFER), REFER, Map.of("nhsNumber", "9990000018", "page", "number"));
        Map<String, String> fields = new HashMap<>(Map.of(
                "page", "referral",
                "draft", draft(known),
                "practice", "",
                "team", ID + "f01",
                "priority", "routine",
                "reason", "On the frailty list"));

        // When
        Page unsaid = clinician.fill(known, REFER, fields);
        fields.putAll(
                Map.of("criteria", "frailty", "consented-day", "1", "consented-month", "11", "consented-year", "2026"));
        Page check = clinician.fill(known, REFER, fields);

        // Then
        assertThat(unsaid.body())
                .contains("Choose for what the person was found")
                .contains("The day of the consent must be a real date");
        assertThat(check.address().getPath()).isEqualTo(DRAFT + "check/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/referrals If-Match")
                        && asked.contains("\"criteria\":[\"frailty\"]")
                        && !asked.contains("\"practice\""));
    }

    @Test
    void a_network_is_no_practice_where_somebody_is_registered_or_for_which_one_refers() {
        // Given
        Browser director = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);
        Portal.play("neighbourhood=empty");

        // When
        Page ofVoter = voter.fill(voter.open(REFER), REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));
        Page person = director.fill(director.open(REFER), REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));
        Portal.play("");
        Page known = director.fill(director.open(REFER), REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));

        // Then
        assertThat(ofVoter.body()).contains("value=\"D82001\"");
        assertThat(person.body()).contains("name=\"registeredPractice\"").doesNotContain("value=\"U12345\"");
        assertThat(known.body())
                .contains("You speak for no practice of this ICS and belong to no team")
                .doesNotContain("name=\"practice\"", "value=\"U12345\"");
    }

    @Test
    void a_trust_is_no_practice_where_somebody_is_registered_or_for_which_one_refers() {
        // Given
        Browser clinician = new Browser();
        clinician.signIn(
                "/qkk/",
                PortalRealm.of("qkk").person("clinician-of-a-trust", List.of(Roles.INT_CLINICIAN), List.of("RY3")));
        Portal.play("neighbourhood=empty");
        Page person =
                clinician.fill(clinician.open(REFER), REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));

        // When
        Page referral = clinician.fill(
                person,
                REFER,
                Map.of(
                        "page", "person",
                        "draft", draft(person),
                        "familyName", "Quillfeather",
                        "givenName", "Ada",
                        "born-day", "28",
                        "born-month", "2",
                        "born-year", "1940",
                        "registeredPractice", ""));
        Portal.play("");
        Page check = clinician.fill(
                referral,
                REFER,
                Map.of(
                        "page", "referral",
                        "draft", draft(referral),
                        "practice", "",
                        "team", ID + "f01",
                        "priority", "routine",
                        "reason", "On the frailty list",
                        "criteria", "frailty",
                        "consented-day", "1",
                        "consented-month", "11",
                        "consented-year", "2026"));

        // Then
        assertThat(person.body()).contains("name=\"registeredPractice\"").doesNotContain("value=\"RY3\"");
        assertThat(referral.body()).contains("The team has found the person").doesNotContain("value=\"RY3\"");
        assertThat(check.address().getPath()).isEqualTo(DRAFT + "check/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/referrals If-Match")
                        && !asked.contains("\"practice\"")
                        && !asked.contains("\"registeredPractice\""));
    }

    @Test
    void what_the_service_says_against_a_field_stands_on_the_page_that_has_it() {
        // Given
        Page known = voter.fill(voter.open(REFER), REFER, Map.of("nhsNumber", "9990000018", "page", "number"));
        Portal.play("neighbourhood=refusing");

        // When
        Page refused = send(known, Map.of("team", ID + "f01", "priority", "routine", "reason", "Fell twice"));

        // Then
        assertThat(refused.body()).contains("There is a problem", "Fell twice", "To which team, and why?");
    }

    @Test
    void whoever_sends_the_last_page_twice_or_goes_back_to_it_finds_the_one_draft_that_was_made() {
        // Given
        Page known = voter.fill(voter.open(REFER), REFER, Map.of("nhsNumber", "9990000018", "page", "number"));
        Map<String, String> fields = Map.of("team", ID + "f01", "priority", "urgent", "reason", "Fell twice");
        Page made = send(known, fields);

        // When
        Page again = send(known, fields);
        Page back = voter.open(REFER + "?draft=" + draft(known) + "&page=referral");

        // Then
        assertThat(List.of(made, again, back)).allSatisfy(page -> {
            assertThat(page.address().getPath()).isEqualTo(DRAFT + "check/");
            assertThat(page.body()).contains("Send this referral");
        });
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST /neighbourhood/referrals If-Match"))
                .hasSize(1);
    }

    @Test
    void a_page_that_was_sent_after_the_session_had_ended_goes_on_and_is_kept_once() {
        // Given
        Browser fresh = Visitors.fresh(Roles.PRACTICE_VOTER);
        Portal.play("neighbourhood=empty");
        Page person = fresh.fill(fresh.open(REFER), REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));
        Map<String, String> fields = Map.of(
                "page", "person",
                "draft", draft(person),
                "familyName", "Quillfeather",
                "givenName", "Ada",
                "born-day", "28",
                "born-month", "2",
                "born-year", "1940");
        Portal.endSessions();

        // When
        Page again = fresh.fill(person, REFER, fields);
        Page before = fresh.open(REFER + "?draft=" + draft(person) + "&page=person");
        Page sent = fresh.fill(before, REFER, Map.of("nhsNumber", "999 000 0018", "page", "number"));

        // Then
        assertThat(again.address().getPath()).isEqualTo(REFER);
        assertThat(again.body()).contains("Quillfeather", "value=\"28\"");
        assertThat(draft(again)).isNotEqualTo(draft(person));
        assertThat(before.body())
                .as("without the number the answers are lost")
                .contains("What you had entered is no longer kept.", "Whom do you refer?")
                .doesNotContain("Quillfeather");
        assertThat(sent.body()).contains("Who is it?").doesNotContain("Quillfeather");
    }

    @Test
    void a_form_whose_answers_are_gone_says_so() {
        // When
        Page gone = voter.open(REFER + "?draft=nothing&page=referral");

        // Then
        assertThat(gone.body()).contains("What you had entered is no longer kept.", "Whom do you refer?");
    }

    @Test
    void a_draft_is_changed_and_sent_after_it_was_checked() {
        // Given
        Page change = voter.open(DRAFT + "change/");
        Page check = voter.open(DRAFT + "check/");

        // When
        Page changed = voter.fill(
                change,
                DRAFT + "change/",
                Map.of("team", ID + "f05", "priority", "urgent", "reason", "She falls often", "tag", "\"7\""));
        Page sent = voter.fill(check, DRAFT + "check/", Map.of("tag", "\"7\""));

        // Then
        assertThat(change.body()).contains("She falls</textarea>");
        assertThat(changed.address().getPath()).isEqualTo(DRAFT + "check/");
        assertThat(sent.body()).contains("The referral is sent.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /neighbourhood/referrals/" + ID + "f12 If-Match=\"7\"")
                        && asked.contains("\"reason\":\"She falls often\""))
                .anyMatch(asked ->
                        asked.startsWith("PUT /neighbourhood/referrals/" + ID + "f12/submission If-Match=\"7\""));
    }

    private Page send(Page known, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("page", "referral");
        all.put("draft", draft(known));
        all.put("practice", "D82001");
        return voter.fill(known, REFER, all);
    }

    private static String draft(Page page) {
        return page.body().replaceFirst("(?s).*name=\"draft\" value=\"([^\"]+)\".*", "$1");
    }
}
