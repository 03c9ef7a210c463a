package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom to ring, and what practices share. */
@PortalTest
class ContactsTest {

    private static final String CONTACTS = "/qkk/contacts/";
    private static final String CONTACT = CONTACTS + "0198c3a2-0000-7000-8000-0000000000c8/";
    private static final String SHARED = "/qkk/capabilities/";
    private static final String LANDLORD = "0198c3a2-0000-7000-8000-0000000000c2";
    private static final String ONE_SHARED = SHARED + "0198c3a2-0000-7000-8000-0000000000ca/";

    @Inject
    Portal portal;

    private Browser manager;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        Portal.play("");
    }

    @Test
    void contacts_are_found_by_specialty_and_by_how_long_ago_somebody_confirmed_them() {
        // When
        String page = manager.open(CONTACTS + "?specialty=cardio&stale=365").body();
        Page file = manager.open(CONTACTS + "?specialty=cardio&format=csv");
        String ofAClinician = Visitors.as(Roles.INT_CLINICIAN).open(CONTACTS).body();

        // Then
        assertThat(page)
                .contains("Dr Bea Beat", "01603 123456", "1 May 2026 by Ann Manager", "Next page")
                .contains("specialty=cardio&amp;stale=365&amp;cursor=further", "North Norfolk</option>");
        assertThat(file.body()).startsWith("Specialty,Name,Post");
        assertThat(ofAClinician).contains("Dr Bea Beat").doesNotContain("/contacts/add/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/contacts?specialty=cardio&confirmedBefore=20")
                        && asked.contains("&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/contacts?specialty=cardio "));
    }

    @Test
    void a_contact_is_confirmed_by_who_knows_it_amended_by_who_keeps_it_and_leaves() {
        // Given
        Browser voter = Visitors.as(Roles.PRACTICE_VOTER);
        Portal.play("");

        // When
        Page seen = voter.open(CONTACT);
        Page confirmed = voter.fill(seen, CONTACT + "confirm/", Map.of("tag", "\"7\""));
        Page form = manager.open(CONTACT + "amend/");
        Page amended = manager.fill(
                form,
                CONTACT + "amend/",
                Map.of(
                        "specialty", "Cardiology",
                        "name", "Dr Bea Beat",
                        "post", "Consultant",
                        "code", "RM1",
                        "email", "bea.beat@example.org",
                        "tag", "\"7\""));
        Page left = manager.fill(
                manager.open(CONTACT + "leave/"),
                CONTACT + "leave/",
                Map.of("on-day", "31", "on-month", "12", "on-year", "2026", "tag", "\"7\""));

        // Then
        assertThat(seen.body()).contains("North Norfolk", "Monday to Friday").doesNotContain("/amend/", "/leave/");
        assertThat(confirmed.body()).contains("Thank you: it is confirmed by you.");
        assertThat(form.body()).containsPattern("name=\"phone\"[^>]*value=\"01603 123456\"");
        assertThat(amended.body()).contains("The contact is amended.");
        assertThat(left.body()).contains("It is recorded when they leave.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/confirmation If-Match=\"7\""))
                .anyMatch(
                        asked -> asked.contains("/departure If-Match=\"7\"") && asked.contains("\"on\":\"2026-12-31\""))
                .anyMatch(asked -> asked.startsWith("PUT /registry/contacts/")
                        && asked.contains("\"email\":\"bea.beat@example.org\"")
                        && !asked.contains("phone"));
        assertThat(Visitors.as(Roles.ICS_OBSERVER).open(CONTACT).body()).doesNotContain("confirm/");
    }

    @Test
    void a_contact_whom_nobody_can_reach_is_pointed_at_before_the_registry_is_asked() {
        // Given
        Page form = manager.open(CONTACTS + "add/");

        // When
        Page unreachable = manager.fill(form, CONTACTS + "add/", Map.of("specialty", "Cardiology", "name", "Dr Beat"));
        Page recorded = manager.fill(
                form,
                CONTACTS + "add/",
                Map.of(
                        "specialty", "Cardiology",
                        "name", "Dr Beat",
                        "post", "Consultant",
                        "body", "0198c3a2-0000-7000-8000-0000000000c2",
                        "phone", "01603 123456"));

        // Then
        assertThat(unreachable.body()).contains("href=\"#phone\"", "href=\"#post\"", "href=\"#code\"");
        assertThat(recorded.body()).contains("The contact is recorded.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST "))
                .singleElement()
                .asString()
                .contains("/registry/contacts ", "\"organisation\":\"0198c3a2-0000-7000-8000-0000000000c2\"");
    }

    @Test
    void what_practices_share_is_listed_narrowed_shown_and_ended() {
        // When
        String page =
                manager.open(SHARED + "?kind=rotation&practice=D82001&when=now").body();
        String one = manager.open(ONE_SHARED).body();
        Page form = manager.open(ONE_SHARED + "end/");
        Page half = manager.fill(form, ONE_SHARED + "end/", Map.of("until-day", "31"));
        Page ended = manager.fill(
                form,
                ONE_SHARED + "end/",
                Map.of(
                        "until-day", "31",
                        "until-month", "3",
                        "until-year", "2027",
                        "reason", "The money ran out.",
                        "tag", "\"7\""));

        // Then
        assertThat(page).contains("Paramedics in turn", "Staff who rotate", "D82001, D82002", "Next page");
        assertThat(one)
                .contains("Paramedic, 2.5 whole-time equivalents, between General practice, Ambulance")
                .contains("They work &lt;script&gt;", ONE_SHARED + "end/");
        assertThat(half.body()).contains("href=\"#until-day\"", "href=\"#reason\"");
        assertThat(ended.body()).contains("It is recorded when it ends.");
        assertThat(manager.open(SHARED + "?format=csv").body()).startsWith("Kind,Title");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("GET /registry/shared-capabilities?kind=rotation&practice=D82001&asAt=20"))
                .anyMatch(asked ->
                        asked.contains("/ending If-Match=\"7\"") && asked.contains("\"until\":\"2027-03-31\""));
        assertThat(Visitors.as(Roles.PRACTICE_VOTER).open(ONE_SHARED).body()).doesNotContain("/end/");
    }

    @Test
    void staff_who_rotate_and_premises_are_recorded_with_what_belongs_to_them_alone() {
        // Given
        Page form = manager.open(SHARED + "add/");
        Map<String, String> all = Map.of(
                "title", "Paramedics in turn",
                "account", "In turn",
                "practices", "d82001, D82002",
                "from-day", "1",
                "from-month", "4",
                "from-year", "2027",
                "premises", "The old station",
                "role", "Paramedic");

        // When
        Page vague = manager.fill(form, SHARED + "add/", with(all, "kind", "rotation", "between", "General practice"));
        Page rotation = manager.fill(
                form,
                SHARED + "add/",
                with(all, "kind", "rotation", "posts", "2.5", "between", "General practice\nAmbulance"));
        Page premises = manager.fill(form, SHARED + "add/", with(all, "kind", "premises", "holder", "D82001"));
        Page ofNobody = manager.fill(form, SHARED + "add/", with(all, "kind", "premises"));
        Page ofTwo = manager.fill(
                form, SHARED + "add/", with(all, "kind", "premises", "holder", "D82001", "landlord", LANDLORD));
        Page ofLandlord = manager.fill(form, SHARED + "add/", with(all, "kind", "premises", "landlord", LANDLORD));

        // Then
        assertThat(vague.body())
                .contains("href=\"#posts\"", "href=\"#between\"")
                .doesNotContain("href=\"#holder\"");
        assertThat(rotation.body()).contains("It is recorded as shared.");
        assertThat(premises.body()).contains("It is recorded as shared.");
        assertThat(ofNobody.body()).contains("href=\"#holder\"");
        assertThat(ofTwo.body()).contains("href=\"#holder\"");
        assertThat(ofLandlord.body()).contains("It is recorded as shared.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/shared-capabilities ")
                        && asked.contains("\"practices\":[\"D82001\",\"D82002\"]")
                        && asked.contains("\"wholeTimeEquivalents\":2.5")
                        && asked.contains("\"between\":[\"General practice\",\"Ambulance\"]")
                        && !asked.contains("lease"))
                .anyMatch(asked ->
                        asked.contains("\"lease\":{\"premises\":\"The old station\",\"holder\":\"" + LANDLORD + "\"}"))
                .anyMatch(asked -> asked.contains("\"lease\":{\"premises\":\"The old station\",\"holder\":\"D82001\"}")
                        && !asked.contains("rotation\":"));
    }

    @Test
    void who_shares_premises_and_carries_their_lease_is_named_with_an_ods_code_where_there_is_one() {
        // When
        String page =
                manager.open(SHARED + "0198c3a2-0000-7000-8000-0000000000cb/").body();

        // Then
        assertThat(page)
                .contains("Cromer Group Practice (D82001)</a>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Care Ltd")
                .doesNotContain(LANDLORD);
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        var fields = new HashMap<>(known);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
