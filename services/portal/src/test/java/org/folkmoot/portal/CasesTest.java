package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Integration cases; where money went; before and after a change of model. */
@PortalTest
class CasesTest {

    private static final String CASES = "/qkk/cases/";
    private static final String CASE = CASES + "0198c3a2-0000-7000-8000-00000000ca5e/";

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
    void cases_are_listed_with_their_reasons_narrowed_and_taken_along() {
        // When
        String page = voter.open(CASES + "?state=declined").body();
        Page file = voter.open(CASES + "?state=declined&format=csv");

        // Then
        assertThat(page)
                .contains("Cromer Group Practice", "Declined", "Not now.", "Next page")
                .contains("Open a case");
        assertThat(file.body()).startsWith("Practice,Name,State");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/integration-cases?state=declined&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/integration-cases?state=declined "));
        assertThat(Visitors.as(Roles.ICS_OBSERVER).open(CASES).body()).doesNotContain("Open a case");
    }

    @Test
    void a_case_shows_all_that_is_on_record_and_offers_each_what_they_may_do() {
        // When
        String ofThePractice = voter.open(CASE).body();
        String ofTheCommittee = Visitors.as(Roles.LMC_EXECUTIVE).open(CASE).body();
        String ofAnObserver = Visitors.as(Roles.ICS_OBSERVER).open(CASE).body();

        // Then
        assertThat(ofThePractice)
                .contains("Join the &lt;b&gt;trust&lt;/b&gt;", "with Norfolk Trust")
                .contains("Not now.", "A partner has left.", "The list would lose its voice.")
                .contains("Future strains", "Staff list of January 2026")
                .contains("decide/", "options/add/", "diligence/add/")
                .doesNotContain("speak/", "reopen/");
        assertThat(ofTheCommittee).contains("speak/").doesNotContain("decide/", "options/add/");
        assertThat(ofAnObserver).doesNotContain("speak/", "decide/", "options/add/", "reopen/");
    }

    @Test
    void a_practice_opens_a_case_and_adds_to_it() {
        // Given
        Page form = voter.open(CASES + "add/");

        // When
        Page half = voter.fill(form, CASES + "add/", Map.of("practice", "D82001", "title", "Join the trust"));
        Page opened = voter.fill(
                form,
                CASES + "add/",
                Map.of(
                        "practice", "D82001",
                        "title", "Join the trust",
                        "account", "For and against",
                        "proposedBy", "The trust",
                        "partner", "RM1"));
        Page recorded = voter.fill(
                voter.open(CASE + "diligence/add/"),
                CASE + "diligence/add/",
                Map.of(
                        "area", "cqc",
                        "item", "Rating",
                        "finding", "Good",
                        "evidence", "Report of March",
                        "tag", "\"7\""));
        Page considered = voter.fill(
                voter.open(CASE + "options/add/"),
                CASE + "options/add/",
                Map.of(
                        "title", "Stay",
                        "account", "For and against",
                        "proposedBy", "The partners",
                        "tag", "\"7\""));

        // Then
        assertThat(half.body()).contains("Enter what speaks for and against it", "Enter who proposed it");
        assertThat(opened.body()).contains("The case is open.");
        assertThat(recorded.body()).contains("The item is on record.");
        assertThat(considered.body()).contains("The option is on record.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/integration-cases ")
                        && asked.contains("\"practice\":\"D82001\"")
                        && asked.contains("\"partner\":\"RM1\""))
                .anyMatch(
                        asked -> asked.contains("/due-diligence If-Match=\"7\"") && asked.contains("\"area\":\"cqc\""))
                .anyMatch(asked -> asked.contains("/options If-Match=\"7\"") && !asked.contains("\"partner\""));
    }

    @Test
    void the_practice_joins_or_declines_and_says_why() {
        // Given
        Page form = voter.open(CASE + "decide/");
        Map<String, String> seen =
                Map.of("decidedOn-day", "12", "decidedOn-month", "5", "decidedOn-year", "2026", "tag", "\"7\"");

        // When
        Page without = voter.fill(form, CASE + "decide/", Map.of("outcome", "declined"));
        Page declined = voter.fill(form, CASE + "decide/", with(seen, "outcome", "declined", "reason", "We stay."));
        voter.fill(voter.open(CASE + "decide/"), CASE + "decide/", with(seen, "outcome", "1", "reason", "We join."));

        // Then
        assertThat(form.body()).contains("To join, by option 1: Join the &lt;b&gt;trust&lt;/b&gt;", "To decline");
        assertThat(without.body()).contains("Enter the reason", "The day must be a real date");
        assertThat(declined.body()).contains("The decision is on record.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/decisions If-Match=\"7\"")
                        && asked.contains("\"outcome\":\"declined\"")
                        && asked.contains("\"decidedOn\":\"2026-05-12\"")
                        && !asked.contains("\"option\""))
                .anyMatch(asked -> asked.contains("\"outcome\":\"joined\"") && asked.contains("\"option\":1"));
    }

    @Test
    void the_committee_speaks_and_an_administrator_has_a_case_looked_at_again() {
        // When
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        Page said = lmc.fill(
                lmc.open(CASE + "speak/"), CASE + "speak/", Map.of("kind", "objection", "words", "We object."));
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        Page reopened = administrator.fill(
                administrator.open(CASE + "reopen/"), CASE + "reopen/", Map.of("reason", "A partner has left."));

        // Then
        assertThat(said.body()).contains("What you said is on record.");
        assertThat(reopened.body()).contains("The case is open again.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.contains("/statements ") && asked.contains("\"kind\":\"objection\""))
                .anyMatch(asked -> asked.contains("/reopenings ") && asked.contains("A partner has left."));
        assertThat(voter.open(CASE + "speak/").status()).isEqualTo(403);
    }

    @Test
    void what_the_registry_refuses_stands_above_the_form_with_what_was_entered() {
        // Given
        Page form = voter.open(CASE + "options/add/");
        Portal.play("registry=refusing");

        // When
        Page refused = voter.fill(
                form,
                CASE + "options/add/",
                Map.of(
                        "title", "Stay",
                        "account", "For and against",
                        "proposedBy", "The partners",
                        "tag", "\"7\""));

        // Then
        assertThat(refused.body()).contains("There is a problem", "For and against");
    }

    @Test
    void who_would_be_joined_may_be_a_body_of_the_ics_and_is_one_or_the_other() {
        // Given
        Page form = voter.open(CASES + "add/");
        Map<String, String> entered = Map.of(
                "practice", "D82001",
                "title", "Join the company",
                "account", "For and against",
                "proposedBy", "The company",
                "body", "0198c3a2-0000-7000-8000-0000000000c2");

        // When
        Page both = voter.fill(form, CASES + "add/", with(entered, "partner", "RM1"));
        Page opened = voter.fill(form, CASES + "add/", entered);

        // Then
        assertThat(form.body())
                .contains(">Cromer Group Practice</option>", "&lt;script&gt;alert(1)&lt;/script&gt; Care Ltd");
        assertThat(both.body()).contains("or choose one, not both", "value=\"RM1\"", "Join the company");
        assertThat(opened.body()).contains("The case is open.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST /registry/integration-cases "))
                .singleElement()
                .asString()
                .contains("\"partner\":\"0198c3a2-0000-7000-8000-0000000000c2\"");
    }

    @Test
    void a_list_that_the_registry_cannot_make_anything_of_says_so_beside_what_was_entered() {
        // Given
        Portal.play("registry=puzzled");

        // When
        String budgets = voter.open("/qkk/budgets/?year=soon").body();
        String shares = voter.open("/qkk/fair-shares/?practice=Cromer").body();

        // Then
        assertThat(budgets)
                .contains("The year must be a year", "value=\"soon\"")
                .doesNotContain("There is none.");
        assertThat(shares).contains("The practice must be an ODS code", "value=\"Cromer\"");
    }

    @Test
    void a_fair_share_says_where_each_penny_went_and_why() {
        // When
        String list = voter.open("/qkk/fair-shares/?practice=D82001").body();
        String page = voter.open("/qkk/fair-shares/0198c3a2-0000-7000-8000-0000000005a0/")
                .body();
        Page file = voter.open("/qkk/fair-shares/0198c3a2-0000-7000-8000-0000000005a0/?format=csv");

        // Then
        assertThat(list).contains("Winter &lt;b&gt;money&lt;/b&gt;", "£10,000.01", "Registered list");
        assertThat(page)
                .contains("£10,000.01, divided over 2 practices.", "By patients", "The directory")
                .contains("1 penny was left", "£6,666.68", "£3,333.33", "2/3", "D82002");
        assertThat(file.body()).startsWith("Practice,Name,Weight");
    }

    @Test
    void a_budget_shows_its_heads_its_months_and_what_it_said_before() {
        // When
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        String list = lmc.open("/qkk/budgets/?year=2026").body();
        String page = lmc.open("/qkk/practices/D82001/budgets/2026/").body();

        // Then
        assertThat(list).contains("2026-27", "£1,200", "−£15.50");
        assertThat(page)
                .contains("Budget for 2026-27", "£1,150 (Accounts of 2025-26)", "£50: Inflation")
                .contains("Spending of 1 month is recorded", "£15.50", "Substantive staff", "£0.04: A first try");
        assertThat(lmc.open("/qkk/budgets/?format=csv").body()).startsWith("Practice,Name,Year");
    }

    @Test
    void before_and_after_a_change_of_model_stand_side_by_side_and_the_panel_is_taken_along() {
        // When
        Browser lmc = Visitors.as(Roles.LMC_EXECUTIVE);
        String page = lmc.open("/qkk/panel/").body();

        // Then
        assertThat(page)
                .contains("1 April 2025: from “Independent partnership” to “Run by a trust”")
                .contains("13,000 to 13,120", "13,120 to 12,900", "−£50 (12 of 24 months)")
                .contains("412")
                .doesNotContain("412 (");
        assertThat(lmc.open("/qkk/panel/?format=csv").body()).startsWith("Practice,Name,On");
        assertThat(lmc.open("/qkk/panel/?show=months&format=csv").body()).startsWith("Practice,Name,Month");
        assertThat(Visitors.as(Roles.ICS_ADMIN).open("/qkk/models/").body()).contains("/qkk/panel/", "/qkk/cases/");
        assertThat(Visitors.as(Roles.ICS_OBSERVER).open("/qkk/models/").body())
                .contains("/qkk/cases/")
                .doesNotContain("/qkk/panel/", "/qkk/budgets/");
    }

    private static Map<String, String> with(Map<String, String> day, String... more) {
        var fields = new HashMap<>(day);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
