package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How practices are organised, asked over HTTP. The rule itself has tests of its own. */
@RegistryTest
class ModelApiTest {

    private static final String PRACTICE = "G83001";
    private static final String TRUST = "RJ2";

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    @Test
    void who_employed_the_gps_of_a_practice_on_a_day_is_one_call() {
        // Given
        String partnership = Knowledge.body("qkk", "partnership", "Dr Moor and Partners");
        Knowledge.link("qkk", "contract-holder", PRACTICE, partnership, "2010-04-01", "2025-03-31");
        Knowledge.link("qkk", "employer", PRACTICE, partnership, "2010-04-01", "2025-03-31");
        Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2025-04-01", null);
        Knowledge.link("qkk", "employer", PRACTICE, TRUST, "2025-04-01", null);

        // When
        var before = Knowledge.get("qkk", "/practices/" + PRACTICE + "/model?asAt=2025-03-31");
        var after = Knowledge.get("qkk", "/practices/" + PRACTICE + "/model?asAt=2025-04-01");

        // Then
        assertThat(before.getList("employers.name")).containsExactly("Dr Moor and Partners");
        assertThat(before.getString("model")).isEqualTo("independent-partnership");
        assertThat(after.getList("employers.id")).containsExactly(TRUST);
        assertThat(after.getString("model")).isEqualTo("trust-employed");
        assertThat(after.getList("because.kind")).containsExactly("contract-holder", "employer");
        assertThat(Knowledge.get("qkk", "/practices/" + PRACTICE + "/models").getList("items"))
                .isEqualTo(List.of(
                        Map.of("model", "independent-partnership", "from", "2010-04-01", "until", "2025-03-31"),
                        Map.of("model", "trust-employed", "from", "2025-04-01")));
    }

    @Test
    void the_model_is_what_was_known_at_the_time_that_is_asked_for() {
        // Given
        String link = Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2024-04-01", null);
        String believed = Knowledge.get("qkk", "/links/" + link).getString("recordedAt");
        Knowledge.change("qkk", "/links/" + link, "/links/" + link + "/withdrawal", Map.of("reason", "It never was."));

        // When, Then
        String model = "/practices/" + PRACTICE + "/model";
        assertThat(Knowledge.get("qkk", model).getString("model")).isEqualTo("not-recorded");
        assertThat(Knowledge.get("qkk", model + "?knownAt=" + believed).getString("model"))
                .isEqualTo("trust-employed");
        assertThat(Knowledge.get("qkk", "/models?model=trust-employed&knownAt=" + believed)
                        .getList("items.code"))
                .containsExactly(PRACTICE);
        Knowledge.observer("qkk").get(model + "?knownAt=yesterday").then().statusCode(400);
    }

    @Test
    void which_practices_changed_their_model_in_two_years_is_one_call() {
        // Given: a change, one too long ago, and a first record
        String partnership = Knowledge.body("qkk", "partnership", "Dr Moor and Partners");
        Knowledge.link("qkk", "contract-holder", PRACTICE, partnership, "2010-04-01", "2025-03-31");
        Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2025-04-01", null);
        Knowledge.link("qkk", "contract-holder", "G83002", partnership, "2010-04-01", "2015-03-31");
        Knowledge.link("qkk", "contract-holder", "G83002", TRUST, "2015-04-01", null);
        Knowledge.link("qkk", "contract-holder", "G83004", TRUST, "2025-04-01", null);

        // When, Then
        assertThat(Knowledge.get("qkk", "/models/changes?until=2026-08-01").getList("items"))
                .isEqualTo(List.of(Map.of(
                        "practice",
                        PRACTICE,
                        "name",
                        "MANOR BROOK PMS",
                        "on",
                        "2025-04-01",
                        "from",
                        "independent-partnership",
                        "to",
                        "trust-employed")));
        assertThat(Knowledge.observer("qkk")
                        .get("/models/changes?since=2015-04-01&until=2026-08-01&format=csv")
                        .asString())
                .contains("G83002,THE WESTWOOD SURGERY,2015-04-01,independent-partnership,trust-employed");
    }

    @Test
    void every_practice_of_the_ics_is_listed_with_its_model_page_by_page() {
        // Given
        Knowledge.link("qkk", "contract-holder", "G83002", TRUST, "2015-04-01", null);

        // When
        var first = Knowledge.get("qkk", "/models?limit=2");
        var second = Knowledge.get("qkk", "/models?limit=2&cursor=" + first.getString("next"));

        // Then
        assertThat(first.getList("items.code")).containsExactly("G83001", "G83002");
        assertThat(first.getList("items.model")).containsExactly("not-recorded", "trust-employed");
        assertThat(second.getList("items.code")).containsExactly("G83004", "G83006");
        assertThat(Knowledge.get("qkk", "/models?limit=500").getList("items")).hasSize(189);
        assertThat(Knowledge.get("qkk", "/models?pcn=U88820").getList("items.code"))
                .contains("G83002")
                .doesNotContain("G83001");
    }

    @Test
    void what_another_ics_knows_of_a_practice_is_not_seen() {
        Knowledge.link("qkk", "contract-holder", PRACTICE, TRUST, "2024-04-01", null);
        Knowledge.observer("qr1")
                .get("/practices/" + PRACTICE + "/model")
                .then()
                .statusCode(200)
                .body("model", equalTo("not-recorded"));
        Knowledge.observer("qkk").get("/practices/" + TRUST + "/model").then().statusCode(404);
        Registry.operator().get("/models").then().statusCode(403);
    }
}
