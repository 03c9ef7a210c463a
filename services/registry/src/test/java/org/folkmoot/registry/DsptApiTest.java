package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The toolkit's list, over HTTP. */
@RegistryTest
class DsptApiTest {

    private static final String HEADER = "Code,Organisation Name,Status,Date Of Publication,Primary Sector,ICB\r\n";

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
        Registry.sql("truncate dspt_status");
    }

    private static Response handIn(RequestSpecification person, String asAt, String list) {
        return person.header("Idempotency-Key", UUID.randomUUID().toString())
                .multiPart("file", "DSPT search results.csv", list.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("asAt", asAt)
                .post("/dspt-lists");
    }

    @Test
    void statuses_are_dated_facts_and_the_same_list_adds_nothing() {
        // Given
        String list = HEADER + """
                L84037,THE HOLTS HEALTH CENTRE,23/24 Standards Met,28/06/2024,GP,QR1
                L84038,COTSWOLD MEDICAL PRACTICE,Not Published,,GP,QR1
                RTE,GLOUCESTERSHIRE HOSPITALS,23/24 Approaching Standards,30/06/2024,Acute Trust,QR1
                RTE,GLOUCESTERSHIRE HOSPITALS,23/24 Standards Met,30/06/2024,Acute Trust,QR1
                """;

        // When
        handIn(Gloucestershire.administrator(), "2024-07-15", list)
                .then()
                .statusCode(200)
                .body("rowsRead", equalTo(4))
                .body("recorded", equalTo(3))
                .body("known", equalTo(0))
                .body("unread", equalTo(1))
                .body("rows[0].line", equalTo(5))
                .body("rows[0].reason", equalTo("code-twice"));
        handIn(Gloucestershire.administrator(), "2024-08-15", list)
                .then()
                .statusCode(200)
                .body("recorded", equalTo(0))
                .body("known", equalTo(3));
        handIn(
                        Gloucestershire.administrator(),
                        "2025-07-15",
                        HEADER + "L84038,COTSWOLD MEDICAL PRACTICE,24/25 Standards Met,20/06/2025,GP,QR1\n"
                                + "L84037,THE HOLTS HEALTH CENTRE,24/25 Standards Not Met,20/06/2025,GP,QR1\n")
                .then()
                .statusCode(200)
                .body("recorded", equalTo(2));

        // Then
        assertThat(statuses("asAt=2024-07-14&practices=true")).containsExactly("L84037 met");
        assertThat(statuses("asAt=2024-07-15")).containsExactly("L84037 met", "L84038 not-published", "RTE not-met");
        for (var each : Map.of("code", "L84037 L84038 RTE", "name", "L84038 RTE L84037", "status", "L84037 RTE L84038")
                .entrySet()) {
            assertThat(Registry.<String>every(
                            Gloucestershire::observer,
                            "/dspt-statuses?asAt=2024-07-15&limit=1&sort=" + each.getKey(),
                            "organisation"))
                    .as(each.getKey())
                    .containsExactly(each.getValue().split(" ", -1));
        }
        Gloucestershire.observer().get("/dspt-statuses?sort=shoes").then().statusCode(400);
        assertThat(statuses("practices=true")).containsExactly("L84037 not-met", "L84038 met");
        assertThat(statuses("status=met")).containsExactly("L84038 met");
        Gloucestershire.observer()
                .get("/dspt-statuses/L84037")
                .then()
                .statusCode(200)
                .body("facts.dated", equalTo(List.of("2025-06-20", "2024-06-28")))
                .body("facts[0].wording", equalTo("24/25 Standards Not Met"));
        Gloucestershire.observer().get("/dspt-statuses/L84039").then().statusCode(404);
        Gloucestershire.stranger().get("/dspt-statuses/L84037").then().statusCode(404);
        assertThat(Gloucestershire.observer()
                        .get("/dspt-statuses?organisation=RTE&format=csv")
                        .asString())
                .contains("RTE,GLOUCESTERSHIRE HOSPITALS NHS FOUNDATION TRUST,not-met,2024-06-30,23/24,");
    }

    @Test
    void what_a_list_said_and_another_took_back_a_later_one_can_say_again() {
        // When
        for (String list : List.of("2024-07-15 Not Met", "2024-08-15 Met", "2024-09-15 Not Met")) {
            handIn(
                            Gloucestershire.administrator(),
                            list.substring(0, 10),
                            HEADER + "L84040,THE SURGERY,23/24 Standards " + list.substring(11)
                                    + ",28/06/2024,GP,QR1\n")
                    .then()
                    .statusCode(200)
                    .body("recorded", equalTo(1));
        }

        // Then
        assertThat(statuses("organisation=L84040")).containsExactly("L84040 not-met");
    }

    @Test
    void of_whom_a_list_says_something_the_state_is_told_as_the_contract_says() {
        // Given
        Registry.sql("delete from folkmoot.outbox where aggregatetype = 'dspt-state'");
        handIn(
                        Gloucestershire.administrator(),
                        "2025-07-15",
                        HEADER + "L84037,THE HOLTS HEALTH CENTRE,24/25 Standards Met,20/06/2025,GP,QR1\n"
                                + "L84038,COTSWOLD MEDICAL PRACTICE,24/25 Standards Met,20/06/2025,GP,QR1\n")
                .then()
                .statusCode(200);

        // When
        handIn(
                        Gloucestershire.administrator(),
                        "2026-07-15",
                        HEADER + "L84037,THE HOLTS HEALTH CENTRE,25/26 Standards Not Met,20/06/2026,GP,QR1\n"
                                + "L84038,COTSWOLD MEDICAL PRACTICE,24/25 Standards Met,20/06/2025,GP,QR1\n")
                .then()
                .statusCode(200);
        handIn(
                        Gloucestershire.administrator(),
                        "2024-07-15",
                        HEADER + "L84038,COTSWOLD MEDICAL PRACTICE,Not Published,,GP,QR1\n")
                .then()
                .statusCode(200);

        // Then: an older list fills history, and what holds is told again
        assertThat(Registry.rows("""
                        select aggregateid || ' ' || (payload ->> 'status') || ' ' || (payload ->> 'dated') from folkmoot.outbox
                        where topic = 'ics.qr1.registry.dspt-state.v1' order by (payload ->> 'version')::bigint, aggregateid
                        """))
                .containsExactly(
                        "L84037 met 2025-06-20",
                        "L84038 met 2025-06-20",
                        "L84037 not-met 2026-06-20",
                        "L84038 met 2025-06-20",
                        "L84038 met 2025-06-20");
        assertThat(Registry.rows(
                        "select payload::text from folkmoot.outbox where topic = 'ics.qr1.registry.dspt-state.v1'"))
                .hasSize(5)
                .allSatisfy(
                        payload -> assertThat(Contracts.complaints("folkmoot.registry.dsptstate.recorded.v1", payload))
                                .isEmpty());

        // When
        Knowledge.tellAnew("qr1").then().statusCode(202);

        // Then
        assertThat(Registry.rows("""
                        select distinct on (aggregateid) aggregateid || ' ' || (payload ->> 'status') from folkmoot.outbox
                        where topic = 'ics.qr1.registry.dspt-state.v1' order by aggregateid, seq desc
                        """)).containsExactly("L84037 not-met", "L84038 met");
        assertThat(Registry.rows(
                        "select payload::text from folkmoot.outbox where topic = 'ics.qr1.registry.dspt-state.v1'"))
                .hasSize(7);
    }

    @Test
    void a_list_that_says_nothing_new_tells_the_states_of_all_in_it_to_whoever_has_never_heard_them() {
        // Given: statuses of a time in which nobody was told of any
        Registry.sql("delete from folkmoot.outbox where aggregatetype = 'dspt-state'");
        Registry.sql("""
                insert into dspt_status (tenant_id, organisation, dated, status, edition, wording, file_as_at, recorded_by,
                    recorded_name, recorded_at)
                values ('qr1', 'L84037', '2025-06-20', 'met', '24/25', '24/25 Standards Met', '2025-07-15', 'somebody',
                        'Somebody', '2025-07-15T10:00:00Z'),
                    ('qr1', 'L84038', '2025-06-20', 'not-met', '24/25', '24/25 Standards Not Met', '2025-07-15', 'somebody',
                        'Somebody', '2025-07-15T10:00:00Z')
                """);

        // When
        handIn(
                        Gloucestershire.administrator(),
                        "2025-07-15",
                        HEADER + "L84037,THE HOLTS HEALTH CENTRE,24/25 Standards Met,20/06/2025,GP,QR1\n"
                                + "L84038,COTSWOLD MEDICAL PRACTICE,24/25 Standards Not Met,20/06/2025,GP,QR1\n")
                .then()
                .statusCode(200)
                .body("recorded", equalTo(0))
                .body("known", equalTo(2));

        // Then
        assertThat(Registry.rows("""
                        select aggregateid || ' ' || (payload ->> 'status') from folkmoot.outbox
                        where type = 'folkmoot.registry.dsptstate.recorded.v1' order by aggregateid
                        """)).containsExactly("L84037 met", "L84038 not-met");
    }

    @Test
    void what_is_no_list_is_refused_as_a_whole() {
        List<String> before = Registry.rows("select count(*) from dspt_status");
        handIn(Gloucestershire.administrator(), "2024-07-15", "a,b\n1,2\n")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#form/file"));
        handIn(Gloucestershire.administrator(), "2199-07-15", HEADER)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#form/asAt"));
        handIn(Gloucestershire.administrator(), "last week", HEADER)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#form/asAt"));
        handIn(Gloucestershire.observer(), "2024-07-15", HEADER).then().statusCode(403);
        assertThat(Registry.rows("select count(*) from dspt_status")).isEqualTo(before);
    }

    private static List<String> statuses(String query) {
        return Gloucestershire.observer()
                .get("/dspt-statuses?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.collect { it.organisation + ' ' + it.status }");
    }
}
