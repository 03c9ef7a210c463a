package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The evaluation panel, over HTTP. */
@RegistryTest
class PanelApiTest {

    /** What the neighbourhood service announces. */
    private static final KafkaProducer<String, byte[]> TEAMS =
            new KafkaProducer<>(TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer());

    private static final UUID TEAM = new UUID(0, 1);

    @AfterAll
    static void nobody_announces_any_more() {
        TEAMS.close();
    }

    @BeforeEach
    void real_directory() {
        Knowledge.begin();
        Registry.sql("truncate referral_heard");
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
    void referrals_fill_from_what_the_neighbourhood_service_announces_and_late_words_correct_a_past_month() {
        // Given: practices with enough referrals in July, of which some were assessed late
        referred("L84041", "2026-07", 12, 6);
        referred("L84043", "2026-07", 9, 9);
        referred("L84045", "2026-07", 8, 0);
        UUID journey = UUID.randomUUID();

        // When: one more, heard of from its end, twice, and as late
        assessment(journey, false, "2026-08-30T10:00:00Z");
        assessment(journey, false, "2026-08-30T10:00:00Z");
        referral(journey, "L84041", "2026-07-31");
        Registry.await(() -> heard("submitted_on is not null and within_28_days is not null") == 12 + 9 + 8 + 1);
        JsonPath before = july("L84041");
        // When: then as in time, and an older word after that
        assessment(journey, true, "2026-09-02T10:00:00Z");
        Registry.await(() -> heard("within_28_days") == 6 + 9 + 1);
        UUID older = assessment(journey, false, "2026-08-31T10:00:00Z");
        // When: and the person is redirected
        UUID again = referral(journey, "L84043", "2026-08-20");
        Registry.await(() ->
                Registry.rows("select event_id from folkmoot.inbox where consumer = 'referrals' and event_id in ('"
                                        + older + "', '" + again + "')")
                                .size()
                        == 2);

        // Then
        assertThat(before.getInt("items[0].referrals")).isEqualTo(13);
        assertThat(before.getInt("items[0].assessedWithin28Days")).isEqualTo(6);
        assertThat(july("L84041").getInt("items[0].assessedWithin28Days")).isEqualTo(7);
        assertThat(july("L84043").getInt("items[0].referrals")).isEqualTo(9);
        assertThat(july("L84045").getInt("items[0].assessedWithin28Days")).isZero();
        assertThat(july("L84003").getInt("items[0].referrals")).isZero();
        Gloucestershire.administrator()
                .get("/panel?practice=L84041&from=2026-06&until=2026-06")
                .then()
                .body("items[0].referrals", nullValue())
                .body("items[0].referralsWithheld", nullValue());
        assertThat(Gloucestershire.stranger()
                        .get("/panel?practice=L84041&from=2026-07&until=2026-07")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        assertThat(Gloucestershire.administrator()
                        .get("/panel?practice=L84041&from=2026-07&until=2026-07&format=csv")
                        .asString())
                .contains(",13,7,");
    }

    @Test
    void a_change_of_model_is_seen_with_the_referrals_before_and_after_it() {
        // Given: a partnership until July 2026, then the trust; before that month nobody counted
        Knowledge.link(
                "qr1",
                "contract-holder",
                "L84040",
                Knowledge.body("qr1", "partnership", "The Leckhampton partners"),
                "2004-04-01",
                "2026-07-31");
        Knowledge.link("qr1", "contract-holder", "L84040", "RTE", "2026-08-01", null);
        referred("L84040", "2026-06", 12, 6);
        referred("L84040", "2026-07", 8, 8);
        referred("L84040", "2026-08", 20, 14);
        Registry.await(() -> heard("submitted_on is not null and within_28_days is not null") == 40);

        // When
        JsonPath changes = Gloucestershire.lmc()
                .get("/panel/changes?since=2026-08-01&until=2026-08-31&months=24")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        // Then
        String ours = "items.find { it.practice == 'L84040' }.";
        assertThat(changes.getInt(ours + "before.referrals")).isEqualTo(20);
        assertThat(changes.getInt(ours + "before.referralMonths")).isEqualTo(2);
        assertThat(changes.getInt(ours + "after.referrals")).isEqualTo(20);
        assertThat(changes.getInt(ours + "after.referralMonths"))
                .isEqualTo(changes.getInt(ours + "after.months"))
                .isPositive();
    }

    @Test
    void a_referral_that_is_entered_late_makes_no_months_of_other_practices_known() {
        // When
        referral(UUID.randomUUID(), "L84041", "2025-10-20", "2026-07-14T10:00:00Z");
        Registry.await(() -> heard("submitted_on is not null") == 1);

        // Then
        JsonPath others = Gloucestershire.administrator()
                .get("/panel?practice=L84043&from=2025-10&until=2026-07")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(others.getList("items.month")).hasSize(10).endsWith("2026-06", "2026-07");
        assertThat(others.getList("items.referrals").subList(0, 9)).containsOnlyNulls();
        assertThat(others.getList("items.assessedWithin28Days").subList(0, 9)).containsOnlyNulls();
        assertThat(others.getInt("items[9].referrals")).isZero();
        Gloucestershire.administrator()
                .get("/panel?practice=L84041&from=2025-10&until=2025-10")
                .then()
                .body("items[0].referralsWithheld", equalTo(true));
    }

    @Test
    void a_small_number_is_withheld_and_so_is_another_from_which_it_could_be_worked_out() {
        // Given: in the first month one small number, in the second two that are small together, in the third a small
        // difference
        referred("L84041", "2026-07", 3, 3);
        referred("L84043", "2026-07", 7, 7);
        referred("L84045", "2026-07", 20, 20);
        referred("L84041", "2026-08", 1, 1);
        referred("L84043", "2026-08", 2, 2);
        referred("L84045", "2026-08", 20, 20);
        referred("L84041", "2026-09", 20, 17);
        referred("L84043", "2026-09", 8, 8);
        referred("L84045", "2026-09", 30, 10);

        // When
        Registry.await(() -> heard("submitted_on is not null and within_28_days is not null") == 111);

        // Then
        assertThat(shown("L84041")).containsExactly("withheld", "withheld", "20 of which withheld");
        assertThat(shown("L84043")).containsExactly("withheld", "withheld", "8 of which withheld");
        assertThat(shown("L84045")).containsExactly("20 of which 20", "withheld", "30 of which 10");
    }

    private static List<String> shown(String practice) {
        JsonPath panel = Gloucestershire.lmc()
                .get("/panel?practice=" + practice + "&from=2026-07&until=2026-09")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return IntStream.range(0, 3)
                .mapToObj(month -> {
                    Object referrals = panel.get("items[" + month + "].referrals");
                    Object inTime = panel.get("items[" + month + "].assessedWithin28Days");
                    assertThat(panel.<Boolean>get("items[" + month + "].referralsWithheld"))
                            .isEqualTo(inTime == null ? true : null);
                    return referrals == null
                            ? "withheld"
                            : referrals + " of which " + (inTime == null ? "withheld" : inTime);
                })
                .toList();
    }

    private static JsonPath july(String practice) {
        return Gloucestershire.administrator()
                .get("/panel?practice=" + practice + "&from=2026-07&until=2026-07")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int heard(String which) {
        return Integer.parseInt(Registry.rows("select count(*) from referral_heard where " + which)
                .getFirst());
    }

    private static void referred(String practice, String month, int referrals, int inTime) {
        for (int number = 0; number < referrals; number++) {
            UUID journey = UUID.randomUUID();
            referral(journey, practice, month + "-10");
            assessment(journey, number < inTime, month + "-28T10:00:00Z");
        }
    }

    private static UUID referral(UUID journey, String practice, String day) {
        return referral(journey, practice, day, day + "T10:00:00Z");
    }

    private static UUID referral(UUID journey, String practice, String day, String said) {
        return announce(
                "referral",
                journey,
                "submitted",
                said,
                Map.of(
                        "referral", journey,
                        "journey", journey,
                        "team", TEAM,
                        "neighbourhood", TEAM,
                        "practice", practice,
                        "cameBy", "practice",
                        "priority", "routine",
                        "submittedOn", day));
    }

    private static UUID assessment(UUID journey, boolean inTime, String at) {
        return announce(
                "assessment",
                journey,
                "recorded",
                at,
                Map.of(
                        "assessment", journey,
                        "referral", journey,
                        "journey", journey,
                        "team", TEAM,
                        "on", at.substring(0, 10),
                        "days", inTime ? 20 : 40,
                        "inTime", inTime));
    }

    private static UUID announce(String entity, UUID id, String verb, String at, Map<String, Object> data) {
        var event = Event.of(
                Tenant.of("qr1"),
                "neighbourhood",
                entity,
                id.toString(),
                verb,
                Instant.parse(at),
                new JsonMapper().valueToTree(data));
        assertThat(Contracts.complaints(event.type(), event.data())).isEmpty();
        try {
            TEAMS.send(event.toRecord()).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return event.id();
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
