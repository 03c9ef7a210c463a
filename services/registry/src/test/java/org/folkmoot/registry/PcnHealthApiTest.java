package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RegistryTest
class PcnHealthApiTest {

    private static final String PCN = "U88820";

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    @Test
    void the_networks_outside_the_expected_size_are_one_call() {
        // Given
        List<Map<String, Object>> all =
                Knowledge.get("qkk", "/pcns/health?asAt=2026-08-01").getList("items");
        Map<String, Long> real = new HashMap<>();
        Registry.rows("""
                        select p.pcn || ' ' || sum(p.patients) from practice_on('2026-08-01') p
                        where p.pcn in (select q.pcn from practice_on('2026-08-01') q where q.icb = 'QKK')
                        group by p.pcn
                        """).forEach(row -> real.put(row.split(" ")[0], Long.parseLong(row.split(" ")[1])));

        // When, Then
        assertThat(all).hasSameSizeAs(real.keySet());
        assertThat(all).allSatisfy(network -> {
            long patients = Long.parseLong(String.valueOf(network.get("patients")));
            assertThat(patients).isEqualTo(real.get(network.get("code")));
            assertThat(network.get("band"))
                    .isEqualTo(patients < 30_000 ? "below" : patients > 50_000 ? "above" : "within");
        });
        assertThat(Stream.of("below", "within", "above")
                        .flatMap(band -> Knowledge.get("qkk", "/pcns/health?asAt=2026-08-01&band=" + band)
                                .<Map<String, Object>>getList("items")
                                .stream()))
                .hasSameSizeAs(all);
        assertThat(Knowledge.get("qkk", "/pcns/health?asAt=2026-08-01&band=outside")
                        .getList("items.code"))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .filter(network -> !"within".equals(network.get("band")))
                        .map(network -> network.get("code"))
                        .toList());
    }

    @Test
    void a_network_has_its_months_and_says_who_left_and_who_joined() {
        // Given
        String former = Registry.rows("""
                        select m.practice from membership m where m.valid_to between '2023-01-01' and '2024-12-31'
                            and m.pcn in (select pcn from practice_on('2026-08-01') where icb = 'QKK')
                            and exists (select from practice_on(m.valid_to) p where p.code = m.practice)
                            and exists (select from practice_on(m.valid_to - 1) p where p.code = m.practice)
                            and m.valid_to - m.valid_from > 370
                        order by m.practice limit 1
                        """).getFirst();
        String pcn = Registry.rows(
                        "select pcn from membership where practice = '%s' and valid_to between '2023-01-01' and '2024-12-31' order by valid_to limit 1"
                                .formatted(former))
                .getFirst();
        String left = Registry.rows("select max(valid_to) from membership where practice = '%s' and pcn = '%s'"
                        .formatted(former, pcn))
                .getFirst();

        // When, Then
        assertThat(Knowledge.get("qkk", "/pcns/" + pcn + "/health?months=0&asAt=" + left)
                        .getList("items[0].leavers"))
                .contains(former);
        assertThat(Knowledge.get("qkk", "/pcns/" + PCN + "/health?months=12&asAt=2026-08-01")
                        .getList("items.asAt"))
                .hasSize(13)
                .startsWith("2025-08-01")
                .endsWith("2026-07-01", "2026-08-01");
        Knowledge.observer("qr1").get("/pcns/" + PCN + "/health").then().statusCode(404);
    }

    @Test
    void a_network_of_which_no_list_was_published_yet_is_not_said_to_be_small() {
        // Given
        String before =
                Registry.rows("select min(valid_from) - 1 from list_size").getFirst();

        // When
        List<Map<String, Object>> known =
                Knowledge.get("qkk", "/pcns/health?asAt=" + before).getList("items");

        // Then
        assertThat(known)
                .isNotEmpty()
                .allSatisfy(
                        network -> assertThat(network).containsKey("practices").doesNotContainKeys("patients", "band"));
        assertThat(Knowledge.get("qkk", "/pcns/health?band=below&asAt=" + before)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void the_clinical_director_says_how_fit_the_network_is_and_the_newest_word_is_shown() {
        // Given
        var answers = new HashMap<>(Map.of(
                "agreement", "yes",
                "engagement", "yes",
                "workforce", "partly",
                "finance", "yes",
                "population", "yes",
                "neighbourhood", "yes"));
        String path = "/pcns/" + PCN + "/self-checks";

        // When, Then
        Knowledge.create(director(PCN), path, Map.of("answers", answers, "note", "Two posts are not filled."))
                .then()
                .statusCode(201)
                .body("fitness", equalTo("partly-fit"));
        answers.put("finance", "no");
        Knowledge.create(director(PCN), path, Map.of("answers", answers)).then().statusCode(201);
        assertThat(Knowledge.get("qkk", path).getList("items.fitness")).containsExactly("not-fit", "partly-fit");
        assertThat(Knowledge.get("qkk", "/pcns/health")
                        .getList("items.findAll { it.code == '" + PCN + "' }.selfCheck.fitness"))
                .containsExactly("not-fit");
        Knowledge.create(director("U67110"), path, Map.of("answers", answers))
                .then()
                .statusCode(403);
        Knowledge.create(Knowledge.manager("qkk"), path, Map.of("answers", answers))
                .then()
                .statusCode(403);
        Knowledge.create(director("U36833"), "/pcns/U36833/self-checks", Map.of("answers", answers))
                .then()
                .statusCode(404);
        answers.put("finance", "perhaps");
        Knowledge.create(director(PCN), path, Map.of("answers", answers)).then().statusCode(400);
        assertThat(Knowledge.get("qr1", path).getList("items")).isEmpty();
    }

    private static RequestSpecification director(String pcn) {
        return Knowledge.speaker("qkk", "pcn-clinical-director", pcn);
    }
}
