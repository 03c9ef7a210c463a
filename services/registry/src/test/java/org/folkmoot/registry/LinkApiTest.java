package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RegistryTest
class LinkApiTest {

    private static final String PRACTICE = "G83001";
    private static final String TRUST = "RJ2";

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    @Test
    void what_is_linked_is_named_and_found_from_both_sides() {
        // Given
        String company = Knowledge.body("qkk", "company", "Riverside Primary Care Ltd");

        // When
        Knowledge.link("qkk", "subsidiary-of", company, TRUST, "2020-04-01", null);
        String link = Knowledge.link("qkk", "contract-holder", PRACTICE, company, "2021-04-01", null);

        // Then
        assertThat(Knowledge.get("qkk", "/links?organisation=" + company).getList("items.kind"))
                .containsExactly("subsidiary-of", "contract-holder");
        assertThat(Knowledge.get("qkk", "/links?organisation=" + PRACTICE).getMap("items[0].organisation"))
                .isEqualTo(Map.of("id", PRACTICE, "name", "MANOR BROOK PMS", "kind", "practice"));
        assertThat(Knowledge.get("qkk", "/links/" + link).getMap("other"))
                .isEqualTo(Map.of("id", company, "name", "Riverside Primary Care Ltd", "kind", "company"));
        assertThat(Knowledge.get("qkk", "/links?asAt=2020-12-31").getList("items.kind"))
                .containsExactly("subsidiary-of");
        assertThat(Knowledge.observer("qkk").get("/links?format=csv").asString())
                .contains("G83001,MANOR BROOK PMS,contract-holder," + company);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                contract-holder, G83001,          RJ2,     400, invalid-request,          2026-04-01, 2026-03-31
                contract-holder, G83001,          RJ2,     400, invalid-request,          1066-10-14,
                contract-holder, L84003,          RJ2,     422, practice-of-another-ics,  2026-04-01,
                contract-holder, G83001,          ZZZ9,    422, organisation-unknown,     2026-04-01,
                contract-holder, RJ1,          RJ2,     422, link-not-between-these,   2026-04-01,
                federation-member, G83001,         RJ2,     422, link-not-between-these,   2026-04-01,
                subsidiary-of,   RJ1,          RJ2,     422, link-not-between-these,   2026-04-01,
                owner,           G83001,          G83001,  422, link-not-between-these,   2026-04-01,
                successor,       G83001,          G83002,  400, invalid-request,          2026-04-01, 2026-04-30
                friend,          G83001,          RJ2,     400, invalid-request,          2026-04-01,
                """)
    void a_link_that_cannot_be_is_refused_and_nothing_is_kept(
            String kind,
            String organisation,
            String other,
            int status,
            String problem,
            String from,
            @Nullable String until) {
        Knowledge.create(Knowledge.manager("qkk"), "/links", Knowledge.linkBody(kind, organisation, other, from, until))
                .then()
                .statusCode(status)
                .body("type", endsWith(problem));
        assertThat(Registry.rows("select count(*) from link")).containsExactly("0");
    }

    @Test
    void two_contract_holders_at_once_are_refused_with_the_link_that_stands_in_the_way() {
        // Given
        String held = Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2024-04-01", "2025-03-31");

        // When, Then
        Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/links",
                        Knowledge.linkBody("contract-holder", PRACTICE, "RJ1", "2025-03-31", null))
                .then()
                .statusCode(409)
                .body("type", endsWith("link-overlaps"))
                .body("link", equalTo(held))
                .body("detail", endsWith("LEWISHAM AND GREENWICH NHS TRUST from 2024-04-01 until 2025-03-31."));
        Knowledge.link("qkk", "contract-holder", PRACTICE, "RJ1", "2025-04-01", null);
        Knowledge.link("qkk", "employer", PRACTICE, "RJ1", "2025-04-01", null);
        Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2025-04-01", null);
        Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/links",
                        Knowledge.linkBody("employer", PRACTICE, TRUST, "2026-04-01", null))
                .then()
                .statusCode(409)
                .body("type", endsWith("link-overlaps"));
    }

    @Test
    void a_wrong_date_is_corrected_and_what_was_believed_is_kept() {
        // Given
        String link = Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2024-04-01", null);
        String believed = Knowledge.get("qkk", "/links/" + link).getString("recordedAt");

        // When
        Knowledge.change("qkk", "/links/" + link, "/links/" + link + "/correction", correction("2024-07-01"))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("from", equalTo("2024-07-01"));

        // Then
        String may = "/links?organisation=" + PRACTICE + "&asAt=2024-05-01";
        assertThat(Knowledge.get("qkk", may).getList("items")).isEmpty();
        assertThat(Knowledge.get("qkk", may + "&knownAt=" + believed).getList("items.from"))
                .containsExactly("2024-04-01");
        assertThat(Knowledge.get("qkk", may + "&knownAt=2020-01-01T00:00:00Z").getList("items"))
                .isEmpty();
        var revisions = Knowledge.get("qkk", "/links/" + link + "/revisions");
        assertThat(revisions.getList("items.act")).containsExactly("corrected", "established");
        assertThat(revisions.getList("items.from")).containsExactly("2024-07-01", "2024-04-01");
        assertThat(revisions.getString("items[1].supersededAt")).isEqualTo(revisions.getString("items[0].recordedAt"));
        assertThat(revisions.getString("items[0].reason")).isEqualTo("The contract says July.");
    }

    @Test
    void a_link_ends_once_or_earlier_and_a_wrong_one_is_withdrawn_for_good() {
        // Given
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);

        // When, Then
        end(link, "2024-03-31").then().statusCode(400).body("errors.pointer", hasItem("#/until"));
        end(link, "2026-03-31").then().statusCode(200).body("until", equalTo("2026-03-31"));
        end(link, "2026-04-30").then().statusCode(409).body("type", endsWith("link-not-open"));
        end(link, "2026-01-31").then().statusCode(200).body("revision", equalTo(3));
        Knowledge.change("qkk", "/links/" + link, "/links/" + link + "/withdrawal", Map.of("reason", " "))
                .then()
                .statusCode(400);
        Knowledge.change("qkk", "/links/" + link, "/links/" + link + "/withdrawal", Map.of("reason", "It never was."))
                .then()
                .statusCode(200)
                .body("act", equalTo("withdrawn"));
        end(link, "2025-01-31").then().statusCode(409).body("type", endsWith("link-not-open"));
        assertThat(Knowledge.get("qkk", "/links?organisation=" + PRACTICE).getList("items"))
                .isEmpty();
        Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);
        String succession = Knowledge.link("qkk", "successor", PRACTICE, "G83002", "2026-04-01", null);
        end(succession, "2026-05-01").then().statusCode(409).body("type", endsWith("link-not-open"));
    }

    @Test
    void a_change_names_the_revision_that_was_seen() {
        // Given
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);
        var reason = Map.of("until", "2026-03-31", "reason", "They left.");

        // When, Then
        Knowledge.manager("qkk")
                .contentType("application/json")
                .body(reason)
                .put("/links/" + link + "/end")
                .then()
                .statusCode(428);
        end(link, "2026-03-31").then().statusCode(200);
        Knowledge.manager("qkk")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(reason)
                .put("/links/" + link + "/end")
                .then()
                .statusCode(412);
    }

    @Test
    void another_ics_sees_nothing_of_it_and_only_managers_and_administrators_tell() {
        // Given
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);
        String body = Knowledge.body("qkk", "company", "Riverside Primary Care Ltd");

        // When, Then
        Knowledge.observer("qr1").get("/links/" + link).then().statusCode(404);
        Knowledge.observer("qr1").get("/links/" + link + "/revisions").then().statusCode(404);
        Knowledge.observer("qr1").get("/bodies/" + body).then().statusCode(404);
        assertThat(Knowledge.get("qr1", "/links").getList("items")).isEmpty();
        Knowledge.create(
                        Knowledge.manager("qr1"),
                        "/links",
                        Knowledge.linkBody("contract-holder", "L84003", body, "2024-04-01", null))
                .then()
                .statusCode(422)
                .body("type", endsWith("organisation-unknown"));
        Knowledge.create(
                        Knowledge.observer("qkk"),
                        "/links",
                        Knowledge.linkBody("owner", PRACTICE, TRUST, "2024-04-01", null))
                .then()
                .statusCode(403);
        Registry.operator().get("/links").then().statusCode(403);
    }

    @Test
    void a_body_is_defined_once_and_never_beside_the_directory() {
        // Given
        var federation = new HashMap<String, Object>(Map.of(
                "kind", "federation", "name", "Riverside Federation", "odsCode", "8HX12", "companyNumber", "01234567"));

        // When
        String id = Knowledge.create(Knowledge.manager("qkk"), "/bodies", federation)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        // Then
        Knowledge.create(Knowledge.manager("qkk"), "/bodies", federation)
                .then()
                .statusCode(409)
                .body("type", endsWith("body-already-known"))
                .body("organisation", equalTo(id));
        Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/bodies",
                        Map.of("kind", "company", "name", "A trust once more", "odsCode", TRUST))
                .then()
                .statusCode(409)
                .body("organisation", equalTo(TRUST));
        Knowledge.create(Knowledge.manager("qr1"), "/bodies", federation).then().statusCode(201);
        String link = Knowledge.link("qkk", "federation-member", PRACTICE, "8hx12", "2024-04-01", null);
        assertThat(Knowledge.get("qkk", "/links/" + link).getString("other.id"))
                .as("by its ODS code too")
                .isEqualTo(id);
        federation.put("name", "Riverside General Practice Federation");
        Knowledge.change("qkk", "/bodies/" + id, "/bodies/" + id, federation)
                .then()
                .statusCode(200);
        federation.put("kind", "company");
        Knowledge.change("qkk", "/bodies/" + id, "/bodies/" + id, federation)
                .then()
                .statusCode(400);
        assertThat(Knowledge.get("qkk", "/bodies?kind=federation&q=general").getList("items.name"))
                .containsExactly("Riverside General Practice Federation");
    }

    @Test
    void every_revision_is_announced_with_its_state_as_the_contracts_say() {
        // Given
        Registry.sql("delete from folkmoot.outbox where type like 'folkmoot.registry.link%'");

        // When
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);
        end(link, "2026-03-31").then().statusCode(200);
        Knowledge.change("qkk", "/links/" + link, "/links/" + link + "/correction", correction("2024-07-01"));
        Knowledge.change("qkk", "/links/" + link, "/links/" + link + "/withdrawal", Map.of("reason", "It never was."));

        // Then
        List<String> told = Registry.rows("""
                select type || ' ' || payload from folkmoot.outbox where aggregateid = '%s' order by seq
                """.formatted(link));
        assertThat(told).allSatisfy(event -> {
            String[] parts = event.split(" ", 2);
            assertThat(Contracts.complaints(parts[0], parts[1])).isEmpty();
        });
        assertThat(told)
                .extracting(event -> event.split(" ", 2)[0].replace("folkmoot.registry.", ""))
                .containsExactly(
                        "link.established.v1",
                        "linkstate.recorded.v1",
                        "link.ended.v1",
                        "linkstate.recorded.v1",
                        "link.corrected.v1",
                        "linkstate.recorded.v1",
                        "link.withdrawn.v1",
                        "linkstate.recorded.v1");
        assertThat(Registry.rows("""
                        select count(distinct payload ->> 'version') from folkmoot.outbox
                        where aggregateid = '%s' and type like '%%linkstate%%'
                        """.formatted(link))).containsExactly("4");
    }

    @Test
    void states_that_kafka_has_lost_are_told_anew_with_those_of_the_directory() {
        // Given
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);

        // When
        Knowledge.tellAnew("qkk").then().statusCode(202);

        // Then
        assertThat(Registry.rows("""
                        select count(*) from folkmoot.outbox
                        where aggregateid = '%s' and type = 'folkmoot.registry.linkstate.recorded.v1'
                        """.formatted(link))).containsExactly("2");
    }

    @Test
    void a_state_that_is_told_anew_is_none_that_is_being_changed() {
        // Given
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);

        // When
        Knowledge.during("""
                        select pg_advisory_xact_lock(hashtextextended('folkmoot.registry.link/qkk', 0));
                        update link set until_day = '2026-03-31' where link_id = '%s'
                        """.formatted(link), () -> Knowledge.tellAnew("qkk"))
                .then()
                .statusCode(202);

        // Then
        assertThat(Registry.rows("""
                        select payload ->> 'until' from folkmoot.outbox
                        where aggregateid = '%s' and type = 'folkmoot.registry.linkstate.recorded.v1' order by seq desc limit 1
                        """.formatted(link))).containsExactly("2026-03-31");
    }

    @Test
    void nobody_comes_to_belong_to_itself() {
        // Given
        String parent = Knowledge.body("qkk", "company", "Parent Ltd");
        String child = Knowledge.body("qkk", "company", "Child Ltd");
        String grandchild = Knowledge.body("qkk", "company", "Grandchild Ltd");
        Knowledge.link("qkk", "subsidiary-of", child, parent, "2020-04-01", "2022-03-31");
        Knowledge.link("qkk", "owner", grandchild, child, "2021-04-01", null);

        // When, Then
        Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/links",
                        Knowledge.linkBody("subsidiary-of", parent, grandchild, "2022-03-31", null))
                .then()
                .statusCode(409)
                .body("type", endsWith("link-makes-a-circle"))
                .body("detail", endsWith("Grandchild Ltd belongs to Parent Ltd, itself or through others."));
        String later = Knowledge.link("qkk", "subsidiary-of", parent, grandchild, "2022-04-01", null);
        var earlier = new HashMap<String, Object>(correction("2022-03-01"));
        earlier.put("other", grandchild);
        Knowledge.change("qkk", "/links/" + later, "/links/" + later + "/correction", earlier)
                .then()
                .statusCode(409)
                .body("type", endsWith("link-makes-a-circle"));
    }

    @Test
    void what_is_known_of_a_practice_that_has_left_the_ics_can_end() {
        // Given
        String link = Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2024-04-01", null);
        Registry.sql("update link set organisation = 'L84003' where link_id = '%s'".formatted(link));

        // When, Then
        end(link, "2026-03-31").then().statusCode(200).body("until", equalTo("2026-03-31"));
    }

    @Test
    void of_two_who_define_the_same_body_at_once_the_second_is_told_of_the_first() {
        // Given
        String first = """
                select pg_advisory_xact_lock(hashtextextended('folkmoot.registry.body/qkk', 0));
                insert into body (tenant_id, id, kind, name, company_number, recorded_by, recorded_name, recorded_at)
                values ('qkk', gen_random_uuid(), 'company', 'Riverside Ltd', '01234567', 's', 'n', now())
                """;

        // When
        Response second = Knowledge.during(
                first,
                () -> Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/bodies",
                        Map.of("kind", "company", "name", "Riverside", "companyNumber", "01234567")));

        // Then
        second.then()
                .statusCode(409)
                .body("type", endsWith("body-already-known"))
                .body("detail", equalTo("Riverside Ltd has this ODS code or company number."));
    }

    @Test
    void the_database_itself_refuses_what_must_not_be() {
        // Given
        Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2024-04-01", null);

        // When, Then
        assertThatThrownBy(() -> Registry.sql(row("contract-holder", "RJ1", "'2025-04-01'", "null")))
                .hasMessageContaining("ex_link_one_at_a_time");
        assertThatThrownBy(() -> Registry.sql(row("employer", "RJ1", "'2025-04-01'", "'2025-03-31'")))
                .hasMessageContaining("ck_link_days");
        assertThatThrownBy(() -> Registry.sql(row("employer", UUID.randomUUID().toString(), "'2025-04-01'", "null")))
                .hasMessageContaining("fk_link_other_body");
        assertThatThrownBy(() -> Registry.sql("set role registry_test_app; update link set from_day = '2020-01-01'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Registry.sql("set role registry_test_app; delete from link"))
                .hasMessageContaining("permission denied");
    }

    private static String row(String kind, String other, String from, String until) {
        return """
                insert into link (tenant_id, link_id, revision, act, kind, organisation, other, from_day, until_day,
                    evidence, recorded_by, recorded_name, recorded_at)
                values ('qkk', '%s', 1, 'established', '%s', '%s', '%s', %s, %s, 'e', 's', 'n', now())
                """.formatted(UUID.randomUUID(), kind, PRACTICE, other, from, until);
    }

    private static Map<String, Object> correction(String from) {
        return Map.of("other", TRUST, "from", from, "evidence", "The contract.", "reason", "The contract says July.");
    }

    private static Response end(String link, String until) {
        return Knowledge.change(
                "qkk", "/links/" + link, "/links/" + link + "/end", Map.of("until", until, "reason", "They left."));
    }
}
