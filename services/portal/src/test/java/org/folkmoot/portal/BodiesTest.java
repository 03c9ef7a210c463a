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

/** Who stands behind practices: the bodies of the ICS, what one of them holds, and writing down more. */
@PortalTest
class BodiesTest {

    private static final String COMPANY = "0198c3a2-0000-7000-8000-0000000000c2";
    private static final String BODY = "/qkk/bodies/" + COMPANY + "/";
    private static final String ADD = BODY + "links/add/";

    @Inject
    Portal portal;

    private Browser manager;
    private Browser observer;

    @BeforeEach
    void begin() {
        portal.begin();
        manager = Visitors.as(Roles.EXECUTIVE_MANAGER);
        observer = Visitors.as(Roles.ICS_OBSERVER);
        Portal.play("");
    }

    @Test
    void bodies_are_searched_and_taken_along_and_trusts_stand_beside_them() {
        // When
        String seen = observer.open("/qkk/bodies/?q=care&kind=company").body();
        String defined = manager.open("/qkk/bodies/?kind=shoes").body();
        Page file = observer.open("/qkk/bodies/?kind=company&format=csv");

        // Then
        assertThat(seen)
                .contains("href=\"" + BODY + "\"", "Another company", "q=care&amp;kind=company&amp;format=csv")
                .contains("href=\"/qkk/organisations/RM1/links/\"", "NHS trust")
                .doesNotContain("/qkk/bodies/add/");
        assertThat(defined).contains("/qkk/bodies/add/");
        assertThat(file.body()).startsWith("Name,Kind,ODS code").contains("Another company", "Ann Manager");
        assertThat(observer.open("/qkk/models/").body()).contains("href=\"/qkk/bodies/\"");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/bodies?kind=company&q=care&limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/bodies?limit=25 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/bodies?kind=company&limit=500 "));
    }

    @Test
    void a_body_shows_what_it_holds_on_a_day_and_who_stands_behind_it() {
        // When
        String seen = observer.open(BODY + "?asAt=2026-08-01").body();
        String now = manager.open(BODY).body();
        String trust = observer.open("/qkk/organisations/RY3/links/").body();
        Page file = observer.open(BODY + "?asAt=2026-08-01&format=csv");

        // Then
        assertThat(seen)
                .contains("As it was on 1 August 2026.", "01234567", "It has none")
                .containsSubsequence(
                        "What it holds, owns or employs",
                        "Employs the GPs of",
                        "href=\"/qkk/practices/D82001/model/\"",
                        "A letter of March 2025.",
                        "Its other links",
                        "Subsidiary of",
                        "href=\"/qkk/organisations/RM1/links/\"",
                        "31 March 2027",
                        "Hosted by",
                        "A lease &lt;b&gt;of May")
                .contains("href=\"/qkk/links/0198c3a2-0000-7000-8000-0000000000d1/\"")
                .doesNotContain("/links/add/");
        assertThat(now).contains("href=\"" + ADD + "\"");
        assertThat(trust)
                .contains("NHS trust", "href=\"/qkk/organisations/RY3/\"")
                .doesNotContain("/links/add/");
        assertThat(file.body()).startsWith("Kind,Organisation,Name");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("GET /registry/links?organisation=" + COMPANY + "&asAt=2026-08-01&limit=500 "))
                .anyMatch(
                        asked -> asked.startsWith("GET /registry/links?organisation=" + COMPANY + "&asAt=2026-08-01 "))
                .filteredOn(asked -> asked.startsWith("GET /registry/links?organisation=RY3"))
                .allMatch(asked -> asked.contains("&asAt=20"));
    }

    @Test
    void a_day_that_is_none_is_pointed_at_and_the_present_is_shown() {
        // When
        String seen =
                observer.open(BODY + "?asAt-day=31&asAt-month=2&asAt-year=2026").body();

        // Then
        assertThat(seen).contains("There is a problem", "href=\"#asAt-day\"", "Employs the GPs of");
    }

    @Test
    void what_a_body_holds_and_who_stands_behind_it_are_written_down_from_its_side() {
        // Given
        Page form = manager.open(ADD);

        // When
        Page holds = manager.fill(form, ADD, link("other:contract-holder", "code", "D82001"));
        Page belongs = manager.fill(form, ADD, link("subsidiary-of", "code", "RM1"));

        // Then
        assertThat(form.body())
                .contains("Holds the contract of", "Subsidiary of")
                .doesNotContain("GPs employed by", "Has in its federation", "value=\"" + COMPANY + "\"");
        assertThat(holds.body()).contains("The link is recorded.");
        assertThat(belongs.address().toString()).endsWith(BODY + "?done=recorded");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST /registry/links "))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("\"kind\":\"contract-holder\"", "\"organisation\":\"D82001\"")
                                .contains("\"other\":\"" + COMPANY + "\"", "\"from\":\"2025-04-01\""),
                        second -> assertThat(second)
                                .contains("\"kind\":\"subsidiary-of\"", "\"organisation\":\"" + COMPANY + "\"")
                                .contains("\"other\":\"RM1\""));
    }

    @Test
    void what_is_missing_or_refused_is_pointed_at_and_nothing_is_lost() {
        // Given
        Page form = manager.open(ADD);

        // When
        Page half = manager.fill(form, ADD, link("shoes", "from-day", "31", "from-month", "2"));
        Page none = manager.fill(form, ADD, link("owner", "code", "RM1", "evidence", " "));
        List<String> asked = Portal.asked();
        Portal.play("registry=uncovered");
        Page refused = manager.fill(form, ADD, link("owner", "code", "RM1"));

        // Then
        assertThat(half.body())
                .contains("href=\"#kind\"", "href=\"#code\"", "href=\"#from-day\"", "A letter of March 2025.");
        assertThat(none.body()).contains("href=\"#evidence\"").containsPattern("name=\"code\"[^>]*value=\"RM1\"");
        assertThat(asked).noneMatch(question -> question.startsWith("POST "));
        assertThat(refused.body())
                .contains("There is a problem", "A letter of March 2025.")
                .containsPattern("value=\"owner\"[^>]*selected");
    }

    @Test
    void the_form_is_for_those_who_keep_knowledge_and_survives_the_end_of_a_session() {
        // Given
        PortalRealm.of("qkk").person("late-keeper", List.of(Roles.ICS_ADMIN), List.of("QKK"));
        Browser late = new Browser();
        Page form = late.signIn(ADD, "late-keeper");
        late.forgetOthers();
        Portal.endSessions();

        // When
        Page again = late.fillIn(late.fill(form, ADD, link("owner", "code", "RM1")), "late-keeper");

        // Then
        assertThat(again.address().toString()).startsWith(Browser.url() + ADD + "?draft=");
        assertThat(again.body())
                .contains("Nothing is lost", "A letter of March 2025.")
                .containsPattern("name=\"from-year\"[^>]*value=\"2025\"");
        assertThat(Visitors.as(Roles.PRACTICE_VOTER).open(ADD).status()).isEqualTo(403);
    }

    private static Map<String, String> link(String kind, String... more) {
        var fields = new HashMap<>(Map.of(
                "kind", kind,
                "from-day", "1",
                "from-month", "4",
                "from-year", "2025",
                "evidence", "A letter of March 2025."));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
