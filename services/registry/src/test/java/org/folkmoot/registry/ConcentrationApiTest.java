package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shares of patients, asked over HTTP. The rule itself has tests of its own. */
@RegistryTest
class ConcentrationApiTest {

    private static final String TRUST = "RJ2";

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    @Test
    void the_share_of_a_network_under_one_contract_holder_is_marked_from_the_threshold_on() {
        // Given
        List<String> practices =
                Knowledge.get("qkk", "/directory/practices?pcn=U88820").getList("items.code");
        practices.forEach(code -> Knowledge.link("qkk", "contract-holder", code, TRUST, "2026-05-01", null));
        set("0", "0.9").then().statusCode(200);

        // When
        var network = Knowledge.get("qkk", "/concentration?pcn=U88820");
        var ics = Knowledge.get("qkk", "/concentration?by=contract-holder");

        // Then
        assertThat(network.getList("items")).hasSize(1);
        assertThat(network.getString("items[0].organisation.id")).isEqualTo(TRUST);
        assertThat(network.getInt("items[0].practices")).isEqualTo(practices.size());
        assertThat(network.getFloat("items[0].share")).isEqualTo(1f);
        assertThat(network.getBoolean("items[0].overThreshold")).isTrue();
        assertThat(ics.getBoolean("items[0].overThreshold")).isFalse();
        assertThat(ics.getMap("items[1].organisation")).as("not recorded").isNull();
        assertThat(ics.getInt("items[0].practices") + ics.getInt("items[1].practices"))
                .isEqualTo(189);
        assertThat(Knowledge.get("qkk", "/concentration?by=employer").getList("items"))
                .hasSize(1);
        assertThat(Knowledge.observer("qkk").get("/concentration?format=csv").asString())
                .contains("RJ2,LEWISHAM AND GREENWICH NHS TRUST," + practices.size());
    }

    @Test
    void over_time_each_month_has_its_shares() {
        // Given
        Knowledge.link("qkk", "contract-holder", "G83001", TRUST, "2026-06-01", null);

        // When
        var months = Knowledge.get("qkk", "/concentration?months=3&asAt=2026-08-01");

        // Then
        assertThat(months.getList("items.findAll { it.organisation != null }.asAt"))
                .containsExactly("2026-06-01", "2026-07-01", "2026-08-01");
        assertThat(months.getList("items.findAll { it.organisation == null }.asAt"))
                .containsExactly("2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01");
    }

    @Test
    void a_place_has_its_own_shares_and_one_that_is_not_there_none() {
        // Given
        String place = Knowledge.create(
                        Knowledge.manager("qkk"),
                        "/places",
                        Map.of("name", "Blackheath", "members", List.of("G83001", "G83013"), "from", "2026-04-01"))
                .jsonPath()
                .getString("id");
        Knowledge.link("qkk", "owner", "G83001", TRUST, "2026-06-01", null);

        // When, Then
        assertThat(Knowledge.get("qkk", "/concentration?by=owner&place=" + place)
                        .getList("items.practices"))
                .containsExactly(1, 1);
        Knowledge.observer("qr1")
                .get("/concentration?by=owner&place=" + place)
                .then()
                .statusCode(404);
    }

    @Test
    void the_threshold_is_the_administrators_to_set_on_the_one_that_was_seen() {
        Knowledge.observer("qkk")
                .get("/concentration/threshold")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"");
        set("0", "0.25").then().statusCode(200).body("share", equalTo(0.25f)).header("ETag", "\"1\"");
        set("0", "0.3").then().statusCode(412);
        set("1", "0").then().statusCode(400).body("type", endsWith("invalid-request"));
        set("1", "1.5").then().statusCode(400);
        set("1", "0.12345").then().statusCode(400);
        Knowledge.manager("qkk")
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("{\"share\": 0.5}")
                .put("/concentration/threshold")
                .then()
                .statusCode(403);
        assertThat(Knowledge.get("qr1", "/concentration/threshold").getMap("$")).isEmpty();
        assertThat(Registry.rows("select share from concentration_threshold")).containsExactly("0.2500");
    }

    private static Response set(String seen, String share) {
        return Registry.administrator("qkk")
                .header("If-Match", "\"" + seen + "\"")
                .contentType(ContentType.JSON)
                .body("{\"share\": " + share + "}")
                .put("/concentration/threshold");
    }
}
