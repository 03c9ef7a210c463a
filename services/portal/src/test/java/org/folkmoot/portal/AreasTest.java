package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places, neighbourhoods and PCNs: what they are, how they stand, and saying so. */
@PortalTest
class AreasTest {

    private static final String PLACE = "0198c3a2-0000-7000-8000-0000000000c6";
    private static final String NEIGHBOURHOOD = "/qkk/neighbourhoods/0198c3a2-0000-7000-8000-0000000000c4/change/";
    private static final String CHECK = "/qkk/pcns/U12345/health/check/";

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
    void lists_are_put_in_another_order_narrowed_to_a_place_and_taken_along() {
        // When
        String byName = manager.open("/qkk/networks/").body();
        String bySize = manager.open("/qkk/networks/?sort=largest").body();
        String ofThePlace = manager.open("/qkk/neighbourhoods/?place=" + PLACE).body();
        Page places = manager.open("/qkk/places/?sort=smallest");
        Page file = manager.open("/qkk/places/?format=csv");

        // Then
        assertThat(byName.indexOf("/pcns/U54321/")).isLessThan(byName.indexOf("/pcns/U12345/"));
        assertThat(bySize.indexOf("/pcns/U54321/")).isLessThan(bySize.indexOf("/pcns/U12345/"));
        assertThat(manager.open("/qkk/networks/?sort=smallest").body())
                .containsSubsequence("/pcns/U12345/", "/pcns/U54321/");
        assertThat(ofThePlace).contains("North Norfolk</option>");
        assertThat(places.body())
                .containsSubsequence("&lt;script&gt;alert(1)&lt;/script&gt;", "North Norfolk", "26A, U12345");
        assertThat(file.body())
                .startsWith("Place,Members,Practices,Patients,From")
                .contains("26A U12345,3,28620");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/neighbourhoods?place=" + PLACE + " "));
        assertThat(Visitors.as(Roles.ICS_OBSERVER).open("/qkk/places/").body())
                .contains("North Norfolk")
                .doesNotContain("/places/add/", "/change/");
    }

    @Test
    void a_place_is_defined_and_defined_anew() {
        // Given
        Page form = manager.open("/qkk/places/add/");
        Page change = manager.open("/qkk/places/" + PLACE + "/change/");

        // When
        Page empty = manager.submit(form, "/qkk/places/add/", Map.of("name", " "));
        Page defined = manager.fill(
                form, "/qkk/places/add/", with(day("from"), "name", "North Norfolk", "members", "26a, u12345\nU12345"));
        Page changed = manager.fill(
                change,
                "/qkk/places/" + PLACE + "/change/",
                with(day("from"), "name", "North Norfolk", "members", "26A", "tag", "\"7\""));

        // Then
        assertThat(empty.body()).contains("href=\"#name\"", "href=\"#members\"", "href=\"#from-day\"");
        assertThat(change.body()).contains("26A\nU12345");
        assertThat(defined.body()).contains("The place is defined.");
        assertThat(changed.body()).contains("The place is defined.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/places ")
                        && asked.contains("\"members\":[\"26A\",\"U12345\"]")
                        && asked.contains("\"from\":\"2027-04-01\""))
                .anyMatch(asked -> asked.startsWith("PUT /registry/places/" + PLACE + " If-Match=\"7\""));
    }

    @Test
    void a_neighbourhood_is_defined_with_its_team_and_its_decile() {
        // Given
        Page form = manager.open("/qkk/neighbourhoods/add/");
        Page change = manager.open(NEIGHBOURHOOD);
        Map<String, String> entered = with(
                day("from"),
                "name",
                "Cromer and Coast",
                "place",
                PLACE,
                "members",
                "D82001 U12345",
                "decile",
                "3",
                "intName",
                "Coast INT");

        // When
        Page odd = manager.fill(form, "/qkk/neighbourhoods/add/", with(entered, "decile", "third", "intDue-day", "31"));
        Page defined = manager.fill(form, "/qkk/neighbourhoods/add/", entered);
        Page works = manager.fill(change, NEIGHBOURHOOD, with(with(entered, "tag", "\"7\""), day("intWorksSince")));

        // Then
        assertThat(odd.body()).contains("href=\"#decile\"", "href=\"#intDue-day\"");
        assertThat(change.body())
                .contains("value=\"Coast INT\"", "D82001\nU12345")
                .containsPattern("value=\"" + PLACE + "\"[^>]* selected")
                .containsPattern("name=\"intDue-month\"[^>]*value=\"9\"");
        assertThat(defined.body()).contains("The neighbourhood is defined.");
        assertThat(works.body()).contains("The neighbourhood is defined.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/neighbourhoods ")
                        && asked.contains("\"place\":\"" + PLACE + "\"")
                        && asked.contains("\"deprivationDecile\":3")
                        && !asked.contains("intDue"))
                .anyMatch(asked -> asked.startsWith("PUT /registry/neighbourhoods/")
                        && asked.contains("\"intWorksSince\":\"2027-04-01\""));
    }

    @Test
    void a_pcn_shows_its_course_and_its_director_says_how_fit_it_is() {
        // Given
        Browser director = Visitors.as(Roles.PCN_CLINICAL_DIRECTOR);
        Portal.play("");
        var answers = new HashMap<>(Map.of(
                "agreement", "yes",
                "engagement", "partly",
                "workforce", "yes",
                "finance", "yes",
                "population", "yes"));

        // When
        String seen = director.open("/qkk/pcns/U12345/health/").body();
        Page form = director.open(CHECK);
        Page half = director.fill(form, CHECK, answers);
        Page said = director.fill(form, CHECK, with(answers, "neighbourhood", "no", "note", "Two posts are vacant."));

        // Then
        assertThat(seen)
                .contains("Partly fit", "Every practice takes part in decisions and services", CHECK)
                .contains("1 July 2026", "28,400", "Two practices &lt;script&gt;");
        assertThat(director.open("/qkk/pcns/U12345/health/?format=csv").body())
                .startsWith("Day,Patients")
                .contains("2026-07-01,28400,below,3");
        assertThat(half.body()).contains("href=\"#neighbourhood\"").doesNotContain("href=\"#agreement\"");
        assertThat(said.body()).contains("What the PCN says of itself is recorded.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("POST "))
                .singleElement()
                .asString()
                .contains("/registry/pcns/U12345/self-checks ", "\"engagement\":\"partly\"", "\"neighbourhood\":\"no\"")
                .contains("\"note\":\"Two posts are vacant.\"");
        assertThat(manager.open("/qkk/pcns/U12345/health/").body()).doesNotContain(CHECK);
        assertThat(manager.open(CHECK).status()).isEqualTo(403);
    }

    @Test
    void who_has_how_many_patients_is_seen_on_a_day_and_over_months_and_marked_from_a_threshold_on() {
        // When
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        Portal.play("");
        String seen = administrator
                .open("/qkk/concentration/?by=owner&pcn=U12345&months=12&asAt=2026-08-01")
                .body();
        Page file = administrator.open("/qkk/concentration/?by=owner&months=12&asAt=2026-08-01&format=csv");

        // Then
        assertThat(seen)
                .containsSubsequence("Norfolk Trust", "Over the threshold", "52,100", "41.3%", "1 August 2026")
                .containsSubsequence("Not recorded", "65,200", "51.6%", "40.0%", "1 July 2026")
                .contains("A share of 40.0% or more is marked.", "/concentration/threshold/")
                .contains("type=\"hidden\" name=\"months\" value=\"12\"");
        assertThat(file.body()).startsWith("As at,Organisation,Name");
        assertThat(Portal.asked())
                .anyMatch(asked ->
                        asked.startsWith("GET /registry/concentration?by=owner&pcn=U12345&months=12&asAt=2026-08-01 "));
        assertThat(manager.open("/qkk/concentration/?by=nobody&months=x").body())
                .contains("Contract holder")
                .doesNotContain("/concentration/threshold/");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/concentration?by=contract-holder "));
    }

    @Test
    void an_administrator_sets_the_threshold_in_per_cent() {
        // Given
        Browser administrator = Visitors.as(Roles.ICS_ADMIN);
        Page form = administrator.open("/qkk/concentration/threshold/");
        Portal.play("");

        // When
        Page odd = administrator.fill(form, "/qkk/concentration/threshold/", Map.of("percent", "140"));
        Page set = administrator.fill(form, "/qkk/concentration/threshold/", Map.of("percent", "35.5", "tag", "\"7\""));

        // Then
        assertThat(form.body()).contains("value=\"40\"");
        assertThat(odd.body()).contains("more than 0 and at most 100");
        assertThat(set.body()).contains("The threshold is set.");
        assertThat(Portal.asked())
                .filteredOn(asked -> asked.startsWith("PUT "))
                .singleElement()
                .asString()
                .contains("/registry/concentration/threshold If-Match=\"7\"", "\"share\":0.355");
    }

    private static Map<String, String> day(String name) {
        return Map.of(name + "-day", "1", name + "-month", "4", name + "-year", "2027");
    }

    private static Map<String, String> with(Map<String, String> known, Map<String, String> more) {
        var fields = new HashMap<>(known);
        fields.putAll(more);
        return fields;
    }

    private static Map<String, String> with(Map<String, String> known, String... more) {
        var fields = new HashMap<>(known);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
