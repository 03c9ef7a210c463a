package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The copy of the registry's states, as it comes over Kafka. */
@MandateTest
class ElectorateTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void the_newest_state_of_a_practice_is_kept_in_whatever_order_states_come()
            throws ExecutionException, InterruptedException, JsonProcessingException {
        // When
        tell("practice-state", "practicestate", "Y00001", state("Y00001", "open", 200, "2000", ""));
        tell("practice-state", "practicestate", "Y00001", state("Y00001", "open", 100, "1000", ""));
        tell("practice-state", "practicestate", "Y00002", state("Y00002", "open", 100, "3000", ""));
        tell("practice-state", "practicestate", "Y00002", state("Y00002", "closed", 300, null, ""));
        tell("pcn-state", "pcnstate", "U90001", """
                {"code": "U90001", "name": "NETWORK", "status": "open", "icbs": ["QKK"], "members": ["Y00001"],
                 "asAt": "2026-08-01", "release": "2026-08-01", "version": 100}
                """);

        // Then
        Mandate.await(
                () -> Mandate.rows("select code from pcn where code = 'U90001'").size() == 1
                        && Mandate.rows("select status from practice where code = 'Y00002'")
                                .equals(List.of("closed")));
        assertThat(Mandate.rows("select version || ' ' || list_size from practice where code = 'Y00001'"))
                .containsExactly("200 2000");
        Mandate.observer()
                .get("/electorate/practices?pcn=U90001&status=open")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("Y00001")))
                .body("items[0].patients", equalTo(2000));
        Mandate.observer().get("/electorate/networks?limit=500").then().body("items.code", hasItem("U90001"));
        Mandate.observer()
                .get("/electorate")
                .then()
                .statusCode(200)
                .body("copy", equalTo(1))
                .body("asAt", equalTo("2026-08-01"));
        assertThat(Mandate.observer()
                        .get("/electorate/practices?pcn=U90001&format=csv")
                        .asString())
                .contains("Y00001,PRACTICE Y00001,open");
    }

    @Test
    void a_practice_of_another_ics_is_not_there() {
        // Given
        Mandate.practice("Y00009", "open", 1, "U90009");

        // When, Then
        Mandate.as("qr1", List.of("ics-observer"), "QR1")
                .get("/electorate/practices?pcn=U90009")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void an_administrator_records_an_adjusted_list_with_its_source() {
        // Given
        String practice = Mandate.practice(1000, "U90010");
        var list = Map.of("patients", 1010.25, "asAt", "2026-07-01", "source", "Statement of payments, July 2026");

        // When, Then
        Mandate.administrator()
                .contentType(ContentType.JSON)
                .body(list)
                .put("/electorate/practices/" + practice + "/adjusted-list")
                .then()
                .statusCode(200)
                .body("adjusted", equalTo(1010.25f));
        Mandate.secretary()
                .contentType(ContentType.JSON)
                .body(list)
                .put("/electorate/practices/" + practice + "/adjusted-list")
                .then()
                .statusCode(403);
        assertThat(Mandate.rows(
                        "select kind from folkmoot.ledger_entry where stream = 'audit/adjusted-list/" + practice + "'"))
                .containsExactly("adjusted-list.recorded");
    }

    private static String state(String code, String status, long version, @Nullable String patients, String more) {
        return """
                {"code": "%s", "name": "PRACTICE %s", "status": "%s", "icb": "QKK", "pcn": "U90001",
                 "pcnSince": "2019-07-01", %s "asAt": "2026-08-01", "release": "2026-08-01", "version": %d%s}
                """.formatted(
                        code,
                        code,
                        status,
                        patients == null ? "" : "\"listSize\": " + patients + ", \"listAsAt\": \"2026-07-01\",",
                        version,
                        more);
    }

    /** Tells what the registry would. */
    static void tell(String entity, String typeEntity, String key, String data)
            throws ExecutionException, InterruptedException, JsonProcessingException {
        assertThat(Contracts.complaints("folkmoot.registry." + typeEntity + ".recorded.v1", data))
                .as("what we read is what the registry promises")
                .isEmpty();
        var event = Event.of(Tenant.of("qkk"), "registry", entity, key, "recorded", Instant.EPOCH, JSON.readTree(data));
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            Mandate.observer();
            producer.send(event.toRecord()).get();
        }
    }
}
