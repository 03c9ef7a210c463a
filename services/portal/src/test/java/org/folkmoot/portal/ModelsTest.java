package org.folkmoot.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.portal.Browser.Page;
import org.folkmoot.tenancy.Roles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How practices are organised, seen and written down. */
@PortalTest
class ModelsTest {

    private static final String LINK = "/qkk/practices/D82001/links/add/";

    @Inject
    Portal portal;

    @BeforeEach
    void begin() {
        portal.begin();
    }

    @Test
    void the_practices_of_the_ics_are_seen_by_how_they_are_organised() {
        // When
        String map = Visitors.as(Roles.ICS_OBSERVER).open("/qkk/models/").body();
        String practice = Visitors.as(Roles.ICS_OBSERVER)
                .open("/qkk/practices/D82001/model/?asAt=2026-08-01")
                .body();
        Page file = Visitors.as(Roles.ICS_OBSERVER).open("/qkk/models/?format=csv&model=trust-employed");

        // Then
        assertThat(map)
                .contains("Run by a trust: 1", "Not recorded: 1")
                .contains("on 1 April 2025: from “Independent partnership” to “Run by a trust”");
        assertThat(practice)
                .contains("As it was on 1 August 2026.", "Norfolk Trust", "A letter of March 2025.")
                .contains("2 times since 2010; the last: Run by a trust, from 2025-04-01.");
        assertThat(file.body()).startsWith("Code,Name");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/models?model=trust-employed "))
                .anyMatch(asked -> asked.startsWith("GET /registry/practices/D82001/model?asAt=2026-08-01 "));
    }

    @Test
    void which_networks_are_outside_the_expected_size_and_whose_team_is_late_are_pages() {
        // When
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);
        String networks =
                observer.open("/qkk/networks/?band=below&asAt=2026-08-01").body();
        String neighbourhoods =
                observer.open("/qkk/neighbourhoods/?progress=late").body();

        // Then
        assertThat(networks).contains("28,620", "D82009", "Partly fit", "As it was on 1 August 2026.");
        assertThat(neighbourhoods).contains("Coast INT", "30 September 2026", "nhsuk-tag--red");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("GET /registry/pcns/health?band=below&asAt=2026-08-01 "))
                .anyMatch(asked -> asked.startsWith("GET /registry/neighbourhoods?intProgress=late "));
    }

    @Test
    void a_filter_keeps_the_day_and_another_day_keeps_the_filter() {
        // Given
        Browser observer = Visitors.as(Roles.ICS_OBSERVER);

        // When
        String networks =
                observer.open("/qkk/networks/?band=below&asAt=2026-08-01").body();
        String neighbourhoods = observer.open(
                        "/qkk/neighbourhoods/?progress=late&asAt-day=1&asAt-month=8&asAt-year=2026")
                .body();
        String models = observer.open("/qkk/models/?model=trust-employed&asAt=2026-08-01")
                .body();

        // Then
        assertThat(networks)
                .contains("name=\"asAt\" value=\"2026-08-01\"", "type=\"hidden\" name=\"band\" value=\"below\"")
                .contains("href=\"/qkk/networks/?band=below\">Show the present");
        assertThat(neighbourhoods)
                .contains("name=\"asAt\" value=\"2026-08-01\"", "type=\"hidden\" name=\"progress\" value=\"late\"")
                .contains("/qkk/neighbourhoods/?progress=late&amp;asAt=2026-08-01&amp;format=csv");
        assertThat(models)
                .contains(
                        "name=\"asAt\" value=\"2026-08-01\"", "type=\"hidden\" name=\"model\" value=\"trust-employed\"")
                .contains("Norfolk Coastal PCN");
        assertThat(observer.open("/qkk/networks/?band=wide").body()).doesNotContain("type=\"hidden\" name=\"band\"");
    }

    @Test
    void a_link_is_written_down_with_its_days_and_what_shows_it() {
        // Given
        Browser manager = Visitors.fresh(Roles.EXECUTIVE_MANAGER);
        Page form = manager.open(LINK);
        Portal.play("");

        // When
        Page page = manager.submit(form, LINK, link(Map.of("code", "RM1")));

        // Then
        assertThat(page.body()).contains("The link is recorded.");
        assertThat(Portal.asked())
                .anyMatch(asked -> asked.startsWith("POST /registry/links ")
                        && asked.contains("\"kind\":\"employer\"")
                        && asked.contains("\"organisation\":\"D82001\"")
                        && asked.contains("\"other\":\"RM1\"")
                        && asked.contains("\"from\":\"2025-04-01\"")
                        && !asked.contains("until"));
    }

    @Test
    void a_link_with_two_others_or_none_or_no_day_is_pointed_at_before_anybody_is_asked() {
        // Given
        Browser manager = Visitors.fresh(Roles.EXECUTIVE_MANAGER);
        Page form = manager.open(LINK);
        Portal.play("");

        // When
        Page none = manager.submit(form, LINK, link(Map.of("evidence", " ", "from-day", "31", "from-month", "2")));
        Page two = manager.submit(
                form,
                LINK,
                link(Map.of("code", "RM1", "body", "0198c3a2-0000-7000-8000-0000000000c2", "until-day", "1")));

        // Then
        assertThat(none.body()).contains("href=\"#code\"", "href=\"#from-day\"", "href=\"#evidence\"");
        assertThat(two.body()).contains("href=\"#code\"", "href=\"#until-day\"");
        assertThat(Portal.asked()).noneMatch(asked -> asked.startsWith("POST "));
    }

    @Test
    void an_organisation_that_no_file_has_is_defined_and_what_the_registry_refuses_is_said() {
        // Given
        Browser manager = Visitors.fresh(Roles.EXECUTIVE_MANAGER);
        Page form = manager.open("/qkk/bodies/add/");
        Portal.play("");

        // When
        Page done = manager.submit(form, "/qkk/bodies/add/", Map.of("kind", "company", "name", "Riverside Care Ltd"));
        Portal.play("registry=refusing");
        Page refused =
                manager.submit(form, "/qkk/bodies/add/", Map.of("kind", "company", "name", "Riverside Care Ltd"));
        Page nameless = manager.submit(form, "/qkk/bodies/add/", Map.of("kind", "company", "name", " "));

        // Then
        assertThat(done.body()).contains("It is defined, and can be chosen for a link.");
        assertThat(refused.body()).contains("There is a problem");
        assertThat(nameless.body()).contains("Enter what it is called");
    }

    private static Map<String, String> link(Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "kind", "employer",
                "from-day", "1",
                "from-month", "4",
                "from-year", "2025",
                "evidence", "A letter of March 2025."));
        fields.putAll(more);
        return fields;
    }
}
