package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shared capabilities, over HTTP. */
@RegistryTest
class CapabilityApiTest {

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    private static Map<String, Object> sharing(String kind) {
        return new HashMap<>(Map.of(
                "kind", kind,
                "title", "One telephone team",
                "account", "Calls of both practices are answered together.",
                "practices", List.of("L84026", "L84027"),
                "provider", "L84026",
                "from", "2025-10-01"));
    }

    private static String shared(Map<String, Object> body) {
        return "/shared-capabilities/"
                + Gloucestershire.post(Gloucestershire.administrator(), "/shared-capabilities", body)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    @Test
    void what_is_shared_is_found_by_kind_practice_and_day_and_ends_with_a_reason() {
        // Given
        String one = shared(sharing("back-office"));

        // When
        Gloucestershire.put(
                        Gloucestershire.administrator(),
                        one + "/ending",
                        Map.of("until", "2026-03-31", "reason", "The lease of the exchange ended."))
                .then()
                .statusCode(200)
                .body("until", equalTo("2026-03-31"));

        // Then
        String id = one.substring(one.lastIndexOf('/') + 1);
        assertThat(found("kind=back-office&practice=L84027&asAt=2026-03-31")).contains(id);
        assertThat(found("kind=back-office&practice=L84027")).contains(id);
        assertThat(found("kind=back-office&practice=L84027&asAt=2026-04-01")).doesNotContain(id);
        assertThat(found("kind=back-office&practice=L84028")).doesNotContain(id);
        assertThat(found("kind=it&practice=L84027")).doesNotContain(id);
        Gloucestershire.put(
                        Gloucestershire.administrator(),
                        one + "/ending",
                        Map.of("until", "2026-05-31", "reason", "Again"))
                .then()
                .statusCode(409)
                .body("type", endsWith("capability-ended"));
        assertThat(Gloucestershire.observer()
                        .get("/shared-capabilities?practice=L84026&format=csv")
                        .asString())
                .contains("back-office,One telephone team,");
    }

    @Test
    void what_is_shared_comes_as_it_was_recorded_by_title_or_by_kind() {
        // Given
        for (String each : List.of("it Telephones", "hr Payroll", "it Firewall")) {
            var body = sharing(each.substring(0, 2));
            body.put("title", each.substring(3));
            body.put("practices", List.of("L84028", "L84029"));
            body.put("provider", "L84028");
            shared(body);
        }

        // When, Then
        assertThat(titles("recorded")).containsExactly("Telephones", "Payroll", "Firewall");
        assertThat(titles("title")).containsExactly("Firewall", "Payroll", "Telephones");
        assertThat(titles("kind")).containsExactly("Payroll", "Firewall", "Telephones");
        assertThat(Gloucestershire.observer()
                        .get("/shared-capabilities?practice=L84029&sort=title&format=csv")
                        .asString()
                        .lines()
                        .skip(1))
                .first()
                .asString()
                .startsWith("it,Firewall,");
        Gloucestershire.observer().get("/shared-capabilities?sort=shoes").then().statusCode(400);
    }

    private static List<String> titles(String sort) {
        return Registry.every(
                Gloucestershire::observer, "/shared-capabilities?practice=L84029&limit=1&sort=" + sort, "title");
    }

    @Test
    void staff_rotate_between_sectors_and_somebody_carries_the_lease() {
        // Given
        var rotation = sharing("rotation");
        rotation.put(
                "rotation",
                Map.of(
                        "role",
                        "Paramedic",
                        "wholeTimeEquivalents",
                        2.5,
                        "between",
                        List.of("general practice", "ambulance service")));
        var premises = sharing("premises");
        premises.put("lease", Map.of("premises", "The old bakery", "holder", "RTE", "endsOn", "2031-09-28"));

        // When, Then
        Gloucestershire.observer()
                .get(shared(rotation))
                .then()
                .body("rotation.wholeTimeEquivalents", equalTo(2.5f))
                .body("rotation.between", equalTo(List.of("general practice", "ambulance service")))
                .body("lease", nullValue());
        Gloucestershire.observer()
                .get(shared(premises))
                .then()
                .body("lease.holder", equalTo("RTE"))
                .body("lease.endsOn", equalTo("2031-09-28"))
                .body("rotation", nullValue());
    }

    @Test
    void what_does_not_go_together_is_refused() {
        refused(sharing("rotation"), 400, "#/rotation");
        refused(sharing("premises"), 400, "#/lease");
        var lease = sharing("it");
        lease.put("lease", Map.of("premises", "The old bakery", "holder", "RTE"));
        refused(lease, 400, "#/lease");
        var twice = sharing("it");
        twice.put("practices", List.of("L84026", "L84026"));
        refused(twice, 400, "#/practices");
        var nobody = sharing("it");
        nobody.put("practices", List.of());
        refused(nobody, 400, "#/practices");
        var foreign = sharing("it");
        foreign.put("practices", List.of("L84026", "G83001"));
        refused(foreign, 422, "#/practices/1");
        var provider = sharing("it");
        provider.put("provider", "ZZZ99");
        refused(provider, 422, "#/provider");
        String one = shared(sharing("it"));
        Gloucestershire.put(
                        Gloucestershire.administrator(),
                        one + "/ending",
                        Map.of("until", "2025-09-30", "reason", "Too early"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/until"));
    }

    @Test
    void other_roles_read_and_other_ics_do_not() {
        Gloucestershire.post(Gloucestershire.observer(), "/shared-capabilities", sharing("hr"))
                .then()
                .statusCode(403);
        String one = shared(sharing("hr"));
        Gloucestershire.put(Gloucestershire.lmc(), one + "/ending", Map.of("until", "2026-05-31", "reason", "Mine?"))
                .then()
                .statusCode(403);
        Gloucestershire.lmc().get(one).then().statusCode(200);
        Gloucestershire.stranger().get(one).then().statusCode(404);
        Gloucestershire.put(
                        Gloucestershire.stranger(), one + "/ending", Map.of("until", "2026-05-31", "reason", "Ours?"))
                .then()
                .statusCode(404);
    }

    private static List<String> found(String query) {
        return Gloucestershire.observer()
                .get("/shared-capabilities?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static void refused(Map<String, Object> body, int status, String pointer) {
        Gloucestershire.post(Gloucestershire.administrator(), "/shared-capabilities", body)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }
}
