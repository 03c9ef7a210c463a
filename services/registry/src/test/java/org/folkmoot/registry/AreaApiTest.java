package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class AreaApiTest {

    /** A network of South East London and one of its practices. */
    private static final String PCN = "U88820";

    private static final String PRACTICE = "G83001";

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    @Test
    void a_neighbourhood_lists_networks_and_practices_and_counts_their_patients() {
        // Given
        String place = id("/places", Map.of("name", "Bexley", "members", List.of("72Q"), "from", "2026-04-01"));

        // When
        String id = id("/neighbourhoods", neighbourhood(place));

        // Then
        var found = Knowledge.get("qkk", "/neighbourhoods/" + id);
        long members = Knowledge.get("qkk", "/directory/practices?pcn=" + PCN)
                .getList("items")
                .size();
        assertThat(found.getLong("practices")).isEqualTo(members + 1);
        assertThat(found.getLong("patients")).isGreaterThan(30_000);
        assertThat(found.getString("place")).isEqualTo(place);
        assertThat(Knowledge.get("qkk", "/places/" + place).getLong("practices"))
                .as("all of South East London is one sub-ICB location")
                .isEqualTo(189);
        Knowledge.observer("qr1").get("/neighbourhoods/" + id).then().statusCode(404);
        Knowledge.observer("qr1").get("/places/" + place).then().statusCode(404);
    }

    @Test
    void a_team_that_does_not_work_by_its_day_is_seen_to_be_late_until_it_works() {
        // Given
        String id = id("/neighbourhoods", neighbourhood(null));

        // When, Then
        assertThat(progress("2026-09-30")).containsExactly("ahead");
        assertThat(progress("2026-10-01")).containsExactly("late");
        assertThat(Knowledge.get("qkk", "/neighbourhoods?intProgress=late&asAt=2026-10-01")
                        .getList("items.id"))
                .containsExactly(id);
        Map<String, Object> works = neighbourhood(null);
        works.put("intWorksSince", "2026-10-15");
        works.put("from", "2026-10-15");
        Knowledge.change("qkk", "/neighbourhoods/" + id, "/neighbourhoods/" + id, works)
                .then()
                .statusCode(200)
                .body("definition", equalTo(2));
        assertThat(progress("2026-10-14")).as("what was true before stays").containsExactly("late");
        assertThat(progress("2026-10-15")).containsExactly("working");
        assertThat(progress("2026-03-31")).as("before it was defined").isEmpty();
    }

    @Test
    void members_are_of_this_ics_and_a_place_is_one_of_this_ics() {
        refused(Map.of("members", List.of("L84003")), 422, "practice-of-another-ics");
        refused(Map.of("members", List.of("U36833")), 422, "organisation-unknown");
        refused(Map.of("members", List.of("72Q")), 422, "organisation-unknown");
        refused(Map.of("members", List.of("ZZZ99")), 422, "organisation-unknown");
        refused(Map.of("members", List.of()), 400, "invalid-request");
        refused(Map.of("deprivationDecile", 11), 400, "invalid-request");
        refused(Map.of("place", "019ab3d2-7c11-7a3e-9d4f-0c1b2a394857"), 400, "invalid-request");
    }

    @Test
    void a_definition_is_announced_with_its_state_as_the_contracts_say() {
        // Given
        String id = id("/neighbourhoods", neighbourhood(null));

        // When
        Knowledge.change("qkk", "/neighbourhoods/" + id, "/neighbourhoods/" + id, neighbourhood(null))
                .then()
                .statusCode(200);

        // Then
        List<String> told = Registry.rows("""
                select type || ' ' || payload from folkmoot.outbox where aggregateid = '%s' order by seq
                """.formatted(id));
        assertThat(told).hasSize(4).allSatisfy(event -> {
            String[] parts = event.split(" ", 2);
            assertThat(Contracts.complaints(parts[0], parts[1])).isEmpty();
        });
        assertThat(Registry.rows("""
                        select count(distinct payload ->> 'version') from folkmoot.outbox
                        where aggregateid = '%s' and type like '%%state%%'
                        """.formatted(id))).containsExactly("2");
    }

    @Test
    void a_state_that_is_told_anew_is_none_that_is_being_changed() {
        // Given
        String id = id("/neighbourhoods", neighbourhood(null));

        // When
        Knowledge.during("""
                        update area set number = 2, version = version + 1 where id = '%1$s';
                        insert into area_definition (tenant_id, id, area_id, number, from_day, name, members, recorded_by,
                            recorded_name, recorded_at)
                        select tenant_id, gen_random_uuid(), area_id, 2, from_day, 'Clock Tower', members, recorded_by,
                            recorded_name, now()
                        from area_definition where area_id = '%1$s'
                        """.formatted(id), () -> Knowledge.tellAnew("qkk"))
                .then()
                .statusCode(202);

        // Then
        assertThat(Registry.rows("""
                        select payload ->> 'name' from folkmoot.outbox
                        where aggregateid = '%s' and type like '%%state%%' order by seq desc limit 1
                        """.formatted(id))).containsExactly("Clock Tower");
    }

    @Test
    void the_state_of_a_place_has_all_its_definitions_and_can_be_told_anew() {
        // Given: one that will be another from a later day on
        String id = id("/places", Map.of("name", "Bexley", "members", List.of("72Q"), "from", "2026-04-01"));
        Map<String, Object> later =
                Map.of("name", "Bexley and more", "members", List.of(PCN, PRACTICE), "from", "2027-04-01");
        Knowledge.change("qkk", "/places/" + id, "/places/" + id, later).then().statusCode(200);

        // When
        Knowledge.tellAnew("qkk").then().statusCode(202);

        // Then
        String type = "folkmoot.registry.placestate.recorded.v1";
        List<String> told = Registry.rows("""
                select payload::text from folkmoot.outbox where aggregateid = '%s' and type = '%s' order by seq
                """.formatted(id, type));
        assertThat(told)
                .hasSize(3)
                .allSatisfy(
                        state -> assertThat(Contracts.complaints(type, state)).isEmpty());
        assertThat(told.getLast()).isEqualTo(told.get(1));
        JsonPath newest = JsonPath.from(told.getLast());
        assertThat(newest.getList("definitions.number")).containsExactly(2, 1);
        assertThat(newest.getList("definitions.from")).containsExactly("2027-04-01", "2026-04-01");
        assertThat(newest.getList("definitions[0].members")).containsExactly(PRACTICE, PCN);
        assertThat(newest.getLong("version"))
                .isGreaterThan(JsonPath.from(told.getFirst()).getLong("version"));
    }

    private static void refused(Map<String, Object> instead, int status, String problem) {
        Map<String, Object> body = neighbourhood(null);
        body.putAll(instead);
        Knowledge.create(Knowledge.manager("qkk"), "/neighbourhoods", body)
                .then()
                .statusCode(status)
                .body("type", endsWith(problem));
    }

    private static List<String> progress(String day) {
        return Knowledge.get("qkk", "/neighbourhoods?asAt=" + day).getList("items.intProgress");
    }

    private static Map<String, Object> neighbourhood(@Nullable String place) {
        var body = new HashMap<String, Object>(Map.of(
                "name",
                "Clocktower",
                "members",
                List.of(PCN, PRACTICE),
                "deprivationDecile",
                3,
                "intName",
                "Clocktower INT",
                "intDue",
                "2026-09-30",
                "from",
                "2026-04-01"));
        if (place != null) {
            body.put("place", place);
        }
        return body;
    }

    private static String id(String path, Map<String, Object> body) {
        return Knowledge.create(Knowledge.manager("qkk"), path, body)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }
}
