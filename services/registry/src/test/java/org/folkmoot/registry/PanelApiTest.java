package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The evaluation panel, over HTTP. */
@RegistryTest
class PanelApiTest {

    @BeforeEach
    void real_directory() {
        Knowledge.begin();
    }

    private static void month(String practice, String month, long locums) {
        Gloucestershire.post(
                        Gloucestershire.administrator(),
                        "/practices/" + practice + "/spends",
                        Map.of(
                                "month",
                                month,
                                "spend",
                                Map.of(
                                        "heads",
                                        Map.of(
                                                "locumsPence", locums,
                                                "substantiveStaffPence", 0,
                                                "premisesPence", 0,
                                                "otherPence", 0),
                                        "source",
                                        "Ledger")))
                .then()
                .statusCode(201);
    }

    private static void budget(String practice, int year, long pence) {
        Gloucestershire.post(
                        Gloucestershire.administrator(),
                        "/practices/" + practice + "/budgets",
                        Map.of(
                                "year",
                                year,
                                "budget",
                                Map.of(
                                        "pastIncomePence",
                                        pence,
                                        "pastIncomeSource",
                                        "Accounts",
                                        "adjustmentPence",
                                        0,
                                        "heads",
                                        Map.of(
                                                "locumsPence", pence,
                                                "substantiveStaffPence", 0,
                                                "premisesPence", 0,
                                                "otherPence", 0),
                                        "reason",
                                        "The year begins")))
                .then()
                .statusCode(201);
    }

    @Test
    void a_change_of_model_is_seen_with_the_months_before_and_after_it() {
        // Given: a partnership until February 2026, then the trust
        String practice = "L84040";
        String partners = Knowledge.body("qr1", "partnership", "The Leckhampton partners");
        Knowledge.link("qr1", "contract-holder", practice, partners, "2004-04-01", "2026-02-28");
        Knowledge.link("qr1", "contract-holder", practice, "RTE", "2026-03-01", null);
        budget(practice, 2025, 12_000_00);
        month(practice, "2026-02", 900_00);
        month(practice, "2026-03", 1_250_00);

        // When
        JsonPath panel = Gloucestershire.administrator()
                .get("/panel?practice=" + practice + "&from=2026-01&until=2026-04")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath changes = Gloucestershire.lmc()
                .get("/panel/changes?since=2026-01-01&until=2026-06-30&months=24")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(panel.getList("items.month")).containsExactly("2026-01", "2026-02", "2026-03", "2026-04");
        assertThat(panel.getList("items.model"))
                .containsExactly(
                        "independent-partnership", "independent-partnership", "trust-employed", "trust-employed");
        assertThat(panel.getList("items.monthsToChange")).containsExactly(2, 1, null, null);
        assertThat(panel.getList("items.monthsSinceChange")).containsExactly(null, null, 0, 1);
        assertThat(panel.getList("items.budgetPence")).containsExactly(1_000_00, 1_000_00, 1_000_00, null);
        assertThat(panel.getList("items.variancePence")).containsExactly(null, -100_00, 250_00, null);
        assertThat(panel.getInt("items[0].listSize")).isEqualTo(12960);
        assertThat(panel.getList("items.referrals")).containsOnlyNulls();
        String ours = "items.find { it.practice == '" + practice + "' }.";
        assertThat(changes.getString(ours + "from")).isEqualTo("independent-partnership");
        assertThat(changes.getString(ours + "to")).isEqualTo("trust-employed");
        assertThat(changes.getString(ours + "on")).isEqualTo("2026-03-01");
        assertThat(changes.getInt(ours + "before.months")).isEqualTo(24);
        assertThat(changes.getInt(ours + "before.variancePence")).isEqualTo(-100_00);
        assertThat(changes.getInt(ours + "after.budgetedMonths")).isEqualTo(1);
        assertThat(changes.getInt(ours + "after.variancePence")).isEqualTo(250_00);
        assertThat(changes.getString(ours + "after.referrals")).isNull();
        assertThat(changes.getList(ours + "months.month")).startsWith("2024-03").contains("2026-02", "2026-03");
        assertThat(Gloucestershire.administrator()
                        .get("/panel?practice=" + practice + "&from=2026-02&until=2026-03&format=csv")
                        .asString())
                .contains(
                        "L84040,THE LECKHAMPTON SURGERY,2026-02,independent-partnership,,1,12960,1000.00,900.00,-100.00,,,,")
                .contains("L84040,THE LECKHAMPTON SURGERY,2026-03,trust-employed,0,,12960,1000.00,1250.00,250.00,,,,");
        assertThat(Gloucestershire.administrator()
                        .get("/panel/changes?since=2026-01-01&until=2026-06-30&format=csv")
                        .asString())
                .contains("L84040,THE LECKHAMPTON SURGERY,2026-03-01,independent-partnership,trust-employed,24,");
    }

    @Test
    void participation_fills_from_the_ballots_that_were_declared() throws Exception {
        // Given
        UUID ballot = UUID.randomUUID();
        var declared = Event.of(
                Tenant.of("qr1"),
                "mandate",
                "ballot",
                ballot.toString(),
                "declared",
                Instant.parse("2026-05-31T23:30:00Z"),
                new JsonMapper().readTree("""
                        {"practices": [{"code": "L84041", "voted": true}, {"code": "L84043", "voted": false}]}
                        """));

        // When: told twice, on 1 June by the clock in London
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(declared.toRecord()).get();
            producer.send(declared.toRecord()).get();
        }
        Registry.await(() -> Registry.rows("select practice from ballot_participation where ballot = '" + ballot + "'")
                        .size()
                == 2);

        // Then
        Gloucestershire.administrator()
                .get("/panel?practice=L84041&from=2026-05&until=2026-06")
                .then()
                .body("items[0].ballots", nullValue())
                .body("items[1].ballots", equalTo(1))
                .body("items[1].ballotsVoted", equalTo(1));
        Gloucestershire.administrator()
                .get("/panel?practice=L84043&from=2026-06&until=2026-06")
                .then()
                .body("items[0].ballots", equalTo(1))
                .body("items[0].ballotsVoted", equalTo(0));
    }

    @Test
    void the_panel_is_of_the_ics_alone_and_page_by_page() {
        // When
        JsonPath first = Gloucestershire.lmc()
                .get("/panel?from=2026-07&until=2026-08&limit=3")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath second = Gloucestershire.lmc()
                .get("/panel?from=2026-07&until=2026-08&limit=3&cursor=" + first.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        assertThat(first.getList("items.practice")).containsExactly("L84003", "L84003", "L84004");
        assertThat(second.getList("items.month")).startsWith("2026-08");
        assertThat(second.getList("items.practice")).startsWith("L84004", "L84005");
        assertThat(Gloucestershire.stranger()
                        .get("/panel?practice=L84003&from=2026-07&until=2026-08")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(Gloucestershire.lmc()
                        .get("/panel?from=2026-08&until=2026-08&limit=500")
                        .jsonPath()
                        .getList("items.practice"))
                .contains("L84617", "Y05212")
                .doesNotContain("G83001");
    }

    @Test
    void it_is_read_by_those_who_may_and_over_months_that_can_be_meant() {
        Gloucestershire.observer().get("/panel").then().statusCode(403);
        Gloucestershire.voter("L84003").get("/panel").then().statusCode(403);
        Gloucestershire.observer().get("/panel/changes").then().statusCode(403);
        Gloucestershire.lmc()
                .get("/panel?from=2026-08&until=2026-07")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/until"));
        Gloucestershire.lmc()
                .get("/panel?from=1990-01&until=2026-07")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/from"));
        Gloucestershire.lmc().get("/panel?from=2026-99").then().statusCode(400);
        assertThat(Gloucestershire.lmc()
                        .get("/panel?practice=L84003")
                        .jsonPath()
                        .getList("items"))
                .hasSizeBetween(1, 24);
        Gloucestershire.lmc().get("/panel/changes").then().statusCode(200);
    }
}
