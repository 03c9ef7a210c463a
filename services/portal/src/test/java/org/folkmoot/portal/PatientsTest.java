package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding a patient, what is known of them, who has read it, and breaking the glass. */
@PortalTest
class PatientsTest {

    private static final String ID = "0198c3a2-0000-7000-8000-000000000";
    private static final String PATIENTS = "/qkk/patients/";
    private static final String PATIENT = PATIENTS + ID + "f51/";
    private static final String BREAK = "/qkk/break-glass/";

    @Inject
    Portal portal;

    private Browser clinician;

    @BeforeEach
    void begin() {
        portal.begin();
        clinician = Visitors.as(Roles.INT_CLINICIAN);
        Portal.play("");
    }

    @Test
    void a_patient_is_found_by_a_number_that_stands_in_no_address() {
        // Given
        Page form = clinician.open(PATIENTS);

        // When
        Page wrong = clinician.fill(form, PATIENTS, Map.of("nhsNumber", "999 000 0019"));
        Page found = clinician.fill(form, PATIENTS, Map.of("nhsNumber", "999 000 0018"));
        Portal.play("neighbourhood=empty");
        Page missed = clinician.fill(form, PATIENTS, Map.of("nhsNumber", "9990000018"));

        // Then
        assertThat(wrong.body()).contains("Enter the ten digits of the NHS number as they are");
        assertThat(found.address().getPath()).isEqualTo(PATIENT);
        assertThat(missed.address().getPath()).isEqualTo(PATIENTS);
        assertThat(missed.body())
                .contains("Nobody of this NHS number is there for you.")
                .contains("/qkk/referrals/add/", BREAK);
    }

    @Test
    void a_patient_has_details_referrals_and_a_list_of_who_has_read_them() {
        // When
        String patient = clinician.open(PATIENT).body();
        String reads = clinician.open(PATIENT + "reads/").body();
        clinician.open(PATIENT + "reads/?cursor=abc");
        String file = clinician.open(PATIENT + "reads/?format=csv").body();

        // Then
        assertThat(file.lines())
                .as("every part of the list")
                .hasSizeGreaterThan(2)
                .first()
                .isEqualTo("When,Who,For,What,Why they could");
        assertThat(file).contains("Nora <b>Nurse</b>", "\"D82001, RY3\"", "Has broken the glass");
        assertThat(reads).contains(PATIENT + "reads/?format=csv");
        assertThat(patient)
                .contains("ASH&lt;B&gt;DOWN, Dorothy", "999 000 0018", "14 March 1938", "Female")
                .contains("1 &lt;i&gt;Cliff&lt;/i&gt; Road", "Cromer Group Practice")
                .contains("You see this because you belong to the team.")
                .contains("/qkk/referrals/" + ID + "f13/", "In triage")
                .contains(PATIENT + "amend/");
        assertThat(reads)
                .contains("Nora &lt;b&gt;Nurse&lt;/b&gt;", "D82001, RY3", "The referral", "Has broken the glass")
                .contains(PATIENT + "reads/?cursor=abc");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("GET /neighbourhood/patients/" + ID + "f51/reads?cursor=abc&limit=25 "));
    }

    @Test
    void details_are_put_right() {
        // Given
        Page form = clinician.open(PATIENT + "amend/");

        // When
        Page unnamed = clinician.fill(form, PATIENT + "amend/", Map.of("familyName", "", "givenName", "Dora"));
        Page amended = clinician.fill(
                form,
                PATIENT + "amend/",
                Map.of("familyName", "Ashdown", "givenName", "Dora", "phone", "01263 2", "tag", "\"7\""));

        // Then
        assertThat(form.body()).contains("value=\"01263 1234\"");
        assertThat(unnamed.body()).contains("Enter the name", "value=\"Dora\"");
        assertThat(amended.body()).contains("The details are put right.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("PUT /neighbourhood/patients/" + ID + "f51 If-Match=\"7\"")
                        && asked.endsWith("{\"familyName\":\"Ashdown\",\"givenName\":\"Dora\",\"phone\":\"01263 2\"}"));
    }

    @Test
    void breaking_the_glass_says_what_it_does_and_needs_a_reason() {
        // Given
        Page form = clinician.open(BREAK);

        // When
        Page hasty = clinician.fill(form, BREAK, Map.of("nhsNumber", "999", "reason", "Quick"));
        Page broken =
                clinician.fill(form, BREAK, Map.of("nhsNumber", "999 000 0018", "reason", "Found unconscious at home"));

        // Then
        assertThat(form.body())
                .contains("Only if somebody would come to harm")
                .contains("is told at once, with your name and your reason")
                .contains("Everything that you look at is recorded");
        assertThat(hasty.body())
                .contains("Enter the ten digits of the NHS number as they are")
                .contains("Enter the reason, in 10 characters or more");
        assertThat(broken.address().toString())
                .endsWith("/qkk/referrals/" + ID + "f11/?done=broken")
                .doesNotContain("999");
        assertThat(broken.body()).contains("The glass is broken.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /neighbourhood/break-glass If-Match")
                        && asked.endsWith("{\"nhsNumber\":\"9990000018\",\"reason\":\"Found unconscious at home\"}"));
    }

    @Test
    void whoever_breaks_the_glass_to_somebody_with_several_referrals_sees_all_of_them() {
        // Given
        Page form = clinician.open(BREAK);
        Portal.play("neighbourhood=later");

        // When
        Page broken =
                clinician.fill(form, BREAK, Map.of("nhsNumber", "999 000 0018", "reason", "Found unconscious at home"));

        // Then
        assertThat(broken.address().toString()).endsWith(PATIENT + "?done=broken");
        assertThat(broken.body())
                .contains("The glass is broken.", "/qkk/referrals/" + ID + "f11/", "/qkk/referrals/" + ID + "f13/");
    }

    @Test
    void whoever_leads_a_team_says_whether_it_was_justified() {
        // Given
        String path = BREAK + ID + "f61/";

        // When
        String uses = clinician.open(BREAK + "uses/").body();
        Page file = clinician.open(BREAK + "uses/?all=true&format=csv");
        Page form = clinician.open(path);
        Page silent = clinician.fill(form, path, Map.of("choice", "justified", "words", ""));
        Page judged =
                clinician.fill(form, path, Map.of("choice", "justified", "words", "An ambulance", "tag", "\"7\""));

        // Then
        assertThat(uses)
                .contains("Victor Voter", "Found &lt;b&gt;unconscious&lt;/b&gt;")
                .contains("To be looked at", "Not justified", path);
        assertThat(file.body()).startsWith("Who,When");
        assertThat(form.body()).contains("Found &lt;b&gt;unconscious&lt;/b&gt;", "D82099", "Was it justified?");
        assertThat(silent.body()).contains("Enter what you have found out");
        assertThat(judged.address().getPath()).isEqualTo(BREAK + "uses/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /neighbourhood/break-glass?unreviewed=true&limit=25 "))
                .anyMatch(asked -> asked.contains("/review If-Match=\"7\"")
                        && asked.contains("\"verdict\":\"justified\"")
                        && asked.contains("\"words\":\"An ambulance\""));
    }

    @Test
    void what_was_said_of_a_broken_glass_is_shown_and_not_asked_again() {
        // When
        String reviewed = clinician.open(BREAK + ID + "f62/").body();
        String own = clinician.open(BREAK + ID + "f63/").body();

        // Then
        assertThat(reviewed)
                .contains("Victor Voter", "Found &lt;b&gt;unconscious&lt;/b&gt;", "It was not justified")
                .contains("Curious &amp; &lt;b&gt;idle&lt;/b&gt;", "Nora Nurse, 21 November 2026")
                .doesNotContain("Record the verdict", "name=\"choice\"");
        assertThat(own)
                .contains("You have broken it yourself.", "Found &lt;b&gt;unconscious&lt;/b&gt;")
                .doesNotContain("Record the verdict", "name=\"choice\"");
    }
}
