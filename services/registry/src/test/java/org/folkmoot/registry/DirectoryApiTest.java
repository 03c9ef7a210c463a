package org.folkmoot.registry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@RegistryTest
class DirectoryApiTest {

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    @Test
    void an_organisation_is_told_with_all_that_is_known() {
        reader().get("/directory/organisations/D82001")
                .then()
                .statusCode(200)
                .body("code", equalTo("D82001"))
                .body("kind", equalTo("practice"))
                .body("status", equalTo("open"))
                .body("opened", equalTo("1974-04-01"))
                .body("roles", equalTo(List.of("RO76")))
                .body("postcode", equalTo("NR25 6QA"))
                .body("icb.code", equalTo("T6Y0W"))
                .body("icb.name", equalTo("NHS Norfolk and Suffolk Integrated Care Board"))
                .body("commissioner.code", equalTo("26A"))
                .body("pcn.code", equalTo("U94681"))
                .body("pcn.since", equalTo("2019-10-01"))
                .body("listSize.patients", equalTo(14259))
                .body("listSize.asAt", equalTo("2025-04-01"))
                .body("supplier", equalTo("EMIS"))
                .body("onRegister", equalTo(true))
                .body("release", equalTo("2026-08-01"))
                .body("asAt", equalTo("2026-08-01"));
    }

    @Test
    void an_organisation_is_told_as_it_was() {
        reader().get("/directory/organisations/D82001?asAt=2025-09-01")
                .then()
                .body("icb.code", equalTo("QMM"))
                .body("asAt", equalTo("2025-09-01"));
        reader().get("/directory/organisations/L84050?asAt=2025-09-01").then().body("name", equalTo("ROSEBANK HEALTH"));
        reader().get("/directory/organisations/D82001?asAt=1970-01-01").then().statusCode(404);
        reader().get("/directory/organisations/D82060?asAt=2025-07-31").then().body("status", equalTo("open"));
        reader().get("/directory/organisations/D82060?asAt=2026-04-30")
                .then()
                .body("status", equalTo("dormant"))
                .body("pcn.code", equalTo("U00000"));
        reader().get("/directory/organisations/D82060?asAt=2026-05-01")
                .then()
                .body("status", equalTo("closed"))
                .body("pcn", nullValue());
    }

    @Test
    void a_reader_who_has_the_answer_is_told_so() {
        String tag = reader().get("/directory/organisations/D82001").header("ETag");
        assertThat(tag).matches("\"\\d+\"");
        reader().header("If-None-Match", tag)
                .get("/directory/organisations/D82001")
                .then()
                .statusCode(304);
        reader().header("If-None-Match", "\"0\"")
                .get("/directory/organisations/D82001")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_not_there_is_404_and_what_is_no_code_never_500() {
        reader().get("/directory/organisations/ZZZZZ9").then().statusCode(404).contentType("application/problem+json");
        assertThat(reader().get("/directory/organisations/nonsense--").statusCode())
                .isIn(400, 404);
        reader().get("/directory/organisations/D82001?asAt=yesterday").then().statusCode(400);
        reader().get("/directory/organisations?cursor=nonsense").then().statusCode(400);
        reader().get("/directory/organisations?limit=0").then().statusCode(400);
        reader().get("/directory/organisations?limit=501").then().statusCode(400);
        reader().get("/directory/organisations?kind=hospital").then().statusCode(400);
        reader().get("/directory/pcns/D82001").then().statusCode(404);
        reader().get("/directory/icbs/ZZZ").then().statusCode(404);
    }

    @Test
    void the_history_of_an_organisation_is_kept() {
        reader().get("/directory/organisations/G85027/history")
                .then()
                .statusCode(200)
                .body("memberships.pcn", equalTo(List.of("U21222", "U58020", "U21222", "U58020")))
                .body("memberships[1].validFrom", equalTo("2022-10-01"))
                .body("memberships[1].lastDay", equalTo("2022-10-02"))
                .body("memberships.practiceName", equalTo(Collections.nCopies(4, name("G85027"))))
                .body("memberships.pcnName", hasItems(name("U21222"), name("U58020")))
                .body("versions.status", hasItem("closed"));
        reader().get("/directory/organisations/L84050/history")
                .then()
                .body("versions.name", equalTo(List.of("ROSEBANK HEALTH", "ROSEBANK SURGERY")))
                .body("versions[0].validTo", equalTo("2026-06-01"))
                .body("versions[0].release", equalTo("2026-08-01"))
                .body(
                        "listSizes[-1].patients",
                        equalTo(reader().get("/directory/organisations/L84050")
                                .jsonPath()
                                .getInt("listSize.patients")));
        reader().get("/directory/organisations/ZZZZZ9/history").then().statusCode(404);
    }

    @Test
    void as_at_a_day_a_history_goes_no_further_than_that_day() {
        reader().get("/directory/organisations/G85027/history?asAt=2022-10-02")
                .then()
                .statusCode(200)
                .body("memberships.pcn", equalTo(List.of("U21222", "U58020")))
                .body("memberships[0].validTo", equalTo("2022-10-01"))
                .body("memberships[0].lastDay", equalTo("2022-09-30"))
                .body("memberships[1].validTo", nullValue())
                .body("memberships[1].lastDay", nullValue())
                .body("listSizes", hasSize(0));
        reader().get("/directory/organisations/L84050/history?asAt=2026-05-31")
                .then()
                .body("versions.name", equalTo(List.of("ROSEBANK HEALTH")))
                .body("versions[0].validTo", nullValue())
                .body("memberships.practiceName", equalTo(List.of("ROSEBANK HEALTH")))
                .body("listSizes", hasSize(1))
                .body("registrations", hasSize(0));
        reader().get("/directory/organisations/L84050/history?asAt=2026-06-01")
                .then()
                .body("versions.name", equalTo(List.of("ROSEBANK HEALTH", "ROSEBANK SURGERY")))
                .body("versions[0].validTo", equalTo("2026-06-01"))
                .body("versions[1].validTo", nullValue());
        reader().get("/directory/organisations/L84050/history?asAt=1900-01-01")
                .then()
                .statusCode(404);
        reader().get("/directory/organisations/L84050/history?asAt=yesterday")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "D82001, D82001",
        "d82001, D82001",
        "NR25 6QA, D82001",
        "nr256qa, D82001",
        "holt medical practice, D82001",
        "Holt Medcial Practise, D82001",
        "medical holt, D82001",
        "North Norfolk 1, U94681",
        "partners in health pavilion, L84034",
        "stoke raod surgry, L84048",
        "kings college hospital, RJZ"
    })
    void an_organisation_is_found_by_what_people_write(String written, String code) {
        List<String> found = reader().queryParam("q", written)
                .queryParam("limit", 10)
                .get("/directory/organisations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.code");
        assertThat(found).contains(code);
    }

    @Test
    void a_code_comes_before_what_is_only_like_it() {
        assertThat(reader().get("/directory/organisations?q=D82001").jsonPath().getString("items[0].code"))
                .isEqualTo("D82001");
        assertThat(reader().get("/directory/organisations?q=U00000").jsonPath().getString("items[0].code"))
                .isEqualTo("U00000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "%",
                "\\",
                "a & b | !c",
                "':*",
                "\u0001",
                "é",
                "((",
                "  ",
                "U%",
                "_",
                "x'; drop table organisation; --"
            })
    void whatever_is_written_is_answered(String written) {
        assertThat(reader().queryParam("q", written)
                        .get("/directory/organisations")
                        .statusCode())
                .isIn(200, 400);
    }

    @Test
    void organisations_are_filtered_by_kind_status_icb_network_and_postcode() {
        reader().get("/directory/organisations?kind=icb&limit=500").then().body("items", hasSize(36));
        reader().get("/directory/organisations?kind=trust&limit=500").then().body("items", hasSize(19));
        reader().get("/directory/organisations?pcn=U94681&limit=500")
                .then()
                .body("items.pcn", everyItem(equalTo("U94681")))
                .body("items.code", hasItem("D82001"));
        reader().get("/directory/organisations?postcode=NR25&limit=500")
                .then()
                .body("items.postcode", everyItem(containsString("NR25 ")));
        reader().get("/directory/organisations?icb=QWE&kind=practice")
                .then()
                .body("items.code", equalTo(List.of("H85003")));
        reader().get("/directory/organisations?icb=T6Y0W&kind=practice&status=open&limit=500")
                .then()
                .body("items.code", hasItem("D82001"))
                .body("items.status", everyItem(equalTo("open")));
        reader().get("/directory/organisations?status=dormant&limit=500")
                .then()
                .body("items.code", hasItem("D83064"))
                .body("items.status", everyItem(equalTo("dormant")));
        reader().get("/directory/organisations?q=surgery&icb=QR1&kind=practice&limit=500")
                .then()
                .body("items.icb", everyItem(equalTo("QR1")))
                .body("items.name", everyItem(containsString("SURGER")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=surgery",
                "?q=D8",
                "?q=norwich surgry",
                "?q=surgrycentr",
                "?q=zzyx medical practise",
                "?kind=practice",
                "?icb=QR1",
                "?status=closed"
            })
    void pages_follow_each_other_without_a_gap_or_a_repetition(String query) {
        // When
        var small = codes(query, 37);
        var large = codes(query, 500);

        // Then
        assertThat(small).doesNotHaveDuplicates().isEqualTo(large);
        if (query.isEmpty()) {
            assertThat(small).hasSize(1569).isSorted();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?status=open&",
                "?q=surgery&",
                "?q=D8&",
                "?q=norwich surgry&",
                "?q=surgrycentr&",
                "?q=zzyx medical practise&",
                "?kind=trust&",
                "?icb=QR1&"
            })
    void the_same_organisations_come_in_every_order(String query) {
        // When
        var byRelevance = codes(query + "sort=relevance", 500);
        var byCode = codes(query + "sort=code", 37);
        var byName = codes(query + "sort=name", 37);

        // Then
        assertThat(byCode).isSorted().containsExactlyInAnyOrderElementsOf(byRelevance);
        assertThat(byName).containsExactlyInAnyOrderElementsOf(byRelevance);
        assertThat(every("name", query + "sort=name", 500).stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .isSorted();
    }

    @Test
    void words_that_were_run_together_are_found_as_well() {
        assertThat(codes("?q=holtmedical practise", 37)).contains("D82001");
    }

    @Test
    void one_word_of_several_may_be_beyond_recognition() {
        assertThat(codes("?q=zzyx holt medical practise", 37)).contains("D82001");
    }

    @Test
    void a_place_that_no_page_ends_at_is_taken_for_the_nearest() {
        for (String place : List.of("[\"-7\",\"0\",\"A\"]", "[\"99\",\"0\",\"A\"]")) {
            String cursor =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
            reader().get("/directory/organisations?q=surgery&cursor=" + cursor)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_place_in_one_order_is_none_in_another() {
        for (String sort : List.of("relevance", "code", "name")) {
            String next = reader().get("/directory/organisations?q=surgery&limit=1&sort=" + sort)
                    .jsonPath()
                    .getString("next");
            for (String other : List.of("relevance", "code", "name")) {
                reader().get("/directory/organisations?q=surgery&sort=" + other + "&cursor=" + next)
                        .then()
                        .statusCode(other.equals(sort) ? 200 : 400);
            }
        }
        reader().get("/directory/organisations?sort=size")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/sort"));
    }

    @Test
    void a_practice_in_a_list_comes_with_the_name_of_its_network() {
        reader().get("/directory/organisations?q=D82001")
                .then()
                .body("items[0].pcn", equalTo("U94681"))
                .body("items[0].pcnName", equalTo("NORTH NORFOLK 1 PCN"));
        reader().get("/directory/organisations?q=L84024&asAt=2026-07-31")
                .then()
                .body("items[0].pcnName", equalTo("FOREST OF DEAN PCN"));
        assertThat(reader().get("/directory/organisations?q=D82001&format=csv").asString())
                .contains("U94681,NORTH NORFOLK 1 PCN,14259");
    }

    @Test
    void practices_are_those_of_the_register() {
        reader().get("/directory/practices?icb=QR1&limit=500")
                .then()
                .body("items", hasSize(64))
                .body("items.icb", everyItem(equalTo("QR1")));
        reader().get("/directory/practices?pcn=U94681").then().body("items.code", hasItem("D82001"));
        reader().get("/directory/practices?subIcb=07K&limit=500").then().body("items", hasSize(23));
        reader().get("/directory/practices?icb=QMM&asAt=2025-09-01&limit=500")
                .then()
                .body("items", hasSize(103));
        JsonPath all = reader().get("/directory/practices?limit=500").jsonPath();
        assertThat(all.getList("items")).hasSize(414);
        assertThat(all.getList("items.listSize", Integer.class).stream()
                        .mapToLong(Integer::longValue)
                        .sum())
                .isEqualTo(4_563_572);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-06-01", "2025-09-01", "2026-08-01"})
    void every_view_says_the_same_of_a_practice_before_the_first_list_the_first_map_and_after(String day) {
        // Given
        String asAt = "?limit=500&asAt=" + day;
        List<Map<String, Object>> practices =
                reader().get("/directory/practices" + asAt).jsonPath().getList("items");
        assertThat(practices).hasSizeGreaterThan(300);

        for (Map<String, Object> practice : practices.stream()
                .filter(each -> practices.indexOf(each) % 24 == 0)
                .toList()) {
            // When
            JsonPath alone = reader().get(
                            "/directory/organisations/" + practice.get("code") + asAt.replace("limit=500&", ""))
                    .jsonPath();

            // Then
            assertThat(alone.getBoolean("onRegister")).as("%s", practice).isTrue();
            assertThat(alone.getString("status")).isEqualTo("open");
            assertThat(alone.getString("icb.code")).isEqualTo(practice.get("icb"));
            assertThat(alone.getString("commissioner.code")).isEqualTo(practice.get("subIcb"));
            assertThat(alone.getString("pcn.code")).isEqualTo(practice.get("pcn"));
            assertThat(alone.getString("supplier")).isEqualTo(practice.get("supplier"));
            assertThat(alone.get("listSize.patients") == null ? null : alone.getInt("listSize.patients"))
                    .isEqualTo(practice.get("listSize"));
        }
        assertThat(reader().get("/directory/pcns/U94681" + asAt).jsonPath().getList("members.onRegister"))
                .isNotEmpty()
                .containsOnly(true);
        Map<Object, List<Object>> ofBoards = practices.stream()
                .collect(groupingBy(
                        practice -> Objects.requireNonNull(practice.get("icb")),
                        mapping(practice -> Objects.requireNonNull(practice.get("code")), toList())));
        ofBoards.forEach(
                (icb, codes) -> assertThat(codes("?kind=practice&status=open&asAt=" + day + "&icb=" + icb, 500))
                        .containsAll(codes.stream().map(Object::toString).toList()));
    }

    @Test
    void tables_can_be_taken_away() {
        String csv = reader().accept("text/csv")
                .get("/directory/practices?icb=QR1")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(65);
        assertThat(csv).contains("\"THE STOKE ROAD SURGERY,\"");
        assertThat(reader().get("/directory/organisations?format=csv")
                        .asString()
                        .lines())
                .hasSize(1570);
        assertThat(reader().get("/directory/practices?format=xlsx").asByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void a_network_is_told_with_its_members_and_their_lists() {
        JsonPath network = reader().get("/directory/pcns/U94681")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Integer> lists = network.getList("members.listSize", Integer.class);
        assertThat(network.getString("name")).isEqualTo("NORTH NORFOLK 1 PCN");
        assertThat(network.getString("icb.code")).isEqualTo("T6Y0W");
        assertThat(network.getString("subIcb")).isEqualTo("26A");
        assertThat(network.getLong("patients"))
                .isEqualTo(lists.stream().mapToLong(Integer::longValue).sum());
        assertThat(network.getString("published.asAt")).isEqualTo("2026-08-01");
        reader().get("/directory/pcns/U16196?asAt=2026-07-31").then().body("name", equalTo("FOREST OF DEAN PCN"));
        reader().get("/directory/pcns/U16196").then().body("name", equalTo("FOREST GREEN PCN"));
        reader().get("/directory/pcns/U49616?asAt=2020-05-31").then().body("members.code", hasItem("D83007"));
        assertThat(reader().get("/directory/pcns/U49616?asAt=2020-06-01")
                        .jsonPath()
                        .getList("members.code"))
                .doesNotContain("D83007");
    }

    @Test
    void a_board_is_told_with_its_sub_icb_locations() {
        reader().get("/directory/icbs").then().body("$", hasSize(36));
        reader().get("/directory/icbs/T6Y0W")
                .then()
                .body("practices", equalTo(161))
                .body("subIcbs.code", equalTo(List.of("06L", "07K", "26A")))
                .body("published.patients", equalTo(1_790_661))
                .body("region.name", equalTo("East of England"));
        reader().get("/directory/icbs/QMM?asAt=2025-09-01")
                .then()
                .statusCode(200)
                .body("practices", equalTo(103))
                .body("name", nullValue());
    }

    private static List<String> codes(String query, int limit) {
        return every("code", query, limit);
    }

    private static List<String> every(String member, String query, int limit) {
        var every = new ArrayList<String>();
        String cursor = null;
        do {
            RequestSpecification request = reader().queryParam("limit", limit);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            JsonPath page = request.get("/directory/organisations" + query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            every.addAll(page.getList("items." + member));
            cursor = page.getString("next");
        } while (cursor != null);
        return every;
    }

    private static String name(String code) {
        return reader().get("/directory/organisations/" + code).jsonPath().getString("name");
    }

    private static RequestSpecification reader() {
        return Registry.person("qkk", "ics-observer").urlEncodingEnabled(true);
    }
}
