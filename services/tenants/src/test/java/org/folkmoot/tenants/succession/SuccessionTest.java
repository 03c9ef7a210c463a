package org.folkmoot.tenants.succession;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Sql;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans for what becomes of practices, by HTTP, between two operators. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class SuccessionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Operator ada = new Operator();
    private final Operator ben = Operator.another();

    @Inject
    Sql sql;

    @Inject
    TenantScope scope;

    @BeforeEach
    void three_icss_are_served() {
        Stream.of("qnc", "qoc", "qk1").forEach(ada::serve);
    }

    @Test
    void one_operator_draws_a_split_up_another_agrees_and_the_platform_is_told() {
        // Given
        String first = practice();
        String second = practice();
        Instant cutOver = Instant.now().plus(100, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        // When
        Response drawn = draw(cutOver, move("QNC", "QOC", first), move("qnc", "qk1", second.toLowerCase(Locale.ROOT)));
        // Then
        assertThat(drawn.statusCode()).as(drawn.asString()).isEqualTo(201);
        String id = drawn.jsonPath().getString("id");
        assertThat(drawn.header("Location")).endsWith("/successions/" + id);
        assertThat(drawn.jsonPath().getString("state")).isEqualTo("drawn");
        assertThat(drawn.jsonPath().<Map<String, Object>>getList("moves"))
                .containsExactly(
                        Map.of("predecessor", "qnc", "successor", "qoc", "practices", List.of(first)),
                        Map.of("predecessor", "qnc", "successor", "qk1", "practices", List.of(second)));
        assertThat(preview(id).getList("hindrances.kind")).containsExactly("not-counted-yet");
        assertThat(preview(id).getList("counted.service")).containsExactly("tenants");
        assertThat(type(agree(ben, id))).isEqualTo("/problems/succession-hindered");
        // When
        count(id, "qnc");
        // Then
        assertThat(preview(id).getList("hindrances")).isEmpty();
        assertThat(preview(id).getList("counted.service")).containsExactly("registry", "tenants");
        assertThat(preview(id).getMap("counted[0].counts[0]"))
                .isEqualTo(
                        Map.of("what", "links", "goes", 3, "stays", 4, "why", "Nothing that goes is at either end."));
        assertThat(preview(id).getList("counted[0].unnamed")).containsExactly("P99999");
        assertThat(preview(id).getString("counted[1].counts[0].what")).isEqualTo("external-systems");
        // When
        Response alone = agree(ada, id);
        Response agreed = agree(ben, id);
        // Then
        assertThat(type(alone)).isEqualTo("/problems/another-operator-needed");
        assertThat(agreed.statusCode()).as(agreed.asString()).isEqualTo(200);
        assertThat(agreed.jsonPath().getString("state")).isEqualTo("agreed");
        assertThat(agreed.jsonPath().getString("agreed.by"))
                .isNotEqualTo(agreed.jsonPath().getString("drawn.by"));
        assertThat(type(agree(ben, id))).isEqualTo("/problems/succession-not-in-state");
        assertThat(holder(first)).containsExactly("qnc");
        assertThat(told("qnc", id, "agreed")).containsExactly("drawn 2", "agreed 2");
        assertThat(told("qoc", id, "agreed")).containsExactly("drawn 1", "agreed 1");
        JsonPath summary = ada.signedIn().get("/successions").jsonPath();
        assertThat(summary.<Map<String, Object>>getList("items"))
                .anySatisfy(item -> assertThat(item)
                        .containsEntry("id", id)
                        .containsEntry("predecessors", List.of("qnc"))
                        .containsEntry("successors", List.of("qk1", "qoc"))
                        .containsEntry("practices", 2));
    }

    @Test
    void a_practice_of_an_agreed_plan_is_in_no_other_until_that_one_is_cancelled() {
        // Given
        String practice = practice();
        String agreed = drawn(move("QNC", "QOC", practice));
        String other = drawn(move("QNC", "QK1", practice));
        assertThat(agree(ben, agreed).statusCode()).isEqualTo(200);
        // When
        Response refused = agree(ben, other);
        // Then
        assertThat(type(refused)).isEqualTo("/problems/succession-hindered");
        assertThat(refused.jsonPath().<Map<String, Object>>getList("hindrances"))
                .extracting(hindrance -> hindrance.get("kind"), hindrance -> hindrance.get("about"))
                .containsExactly(tuple("practice-claimed", List.of(practice)));
        assertThat(preview(other).getList("hindrances.kind")).containsExactly("practice-claimed");
        // When
        Response cancelled = cancel(agreed);
        // Then
        assertThat(cancelled.jsonPath().getString("state")).isEqualTo("cancelled");
        assertThat(cancelled.jsonPath().getString("reason")).isEqualTo("The boards have put it off");
        assertThat(type(cancel(agreed))).isEqualTo("/problems/succession-not-in-state");
        assertThat(holder(practice)).isEmpty();
        assertThat(told("qoc", agreed, "cancelled")).containsExactly("drawn 1", "agreed 1", "cancelled 1");
        assertThat(agree(ben, other).statusCode()).isEqualTo(200);
        assertThat(holder(practice)).containsExactly("qnc");
    }

    @Test
    void of_plans_that_are_agreed_at_one_time_and_name_one_practice_one_stands() {
        // Given
        String practice = practice();
        List<String> plans = List.of(
                drawn(move("QNC", "QOC", practice)),
                drawn(move("QNC", "QK1", practice)),
                drawn(move("QOC", "QK1", practice)));
        ben.signedIn();
        // When
        List<CompletableFuture<Integer>> answers = plans.stream()
                .map(id -> CompletableFuture.supplyAsync(() -> agree(ben, id).statusCode()))
                .toList();
        // Then
        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409, 409);
        assertThat(holder(practice)).hasSize(1);
    }

    @Test
    void what_never_was_the_predecessors_is_not_given_by_it() {
        // Given
        String practice = practice();
        String id = draw(Instant.now().plus(100, ChronoUnit.DAYS), move("QNC", "QOC", practice))
                .jsonPath()
                .getString("id");
        // When
        count(id, "qnc", practice);
        // Then
        assertThat(preview(id).getList("hindrances.kind")).containsExactly("practice-not-its-own");
        assertThat(preview(id).getList("hindrances[0].about")).containsExactly(practice);
        assertThat(type(agree(ben, id))).isEqualTo("/problems/succession-hindered");
    }

    @Test
    void an_answer_for_whom_a_plan_takes_nothing_from_is_not_kept() {
        // Given
        String practice = practice();
        String id = draw(Instant.now().plus(100, ChronoUnit.DAYS), move("QNC", "QOC", practice))
                .jsonPath()
                .getString("id");
        // When
        answer(id, "qoc", practice);
        count(id, "qnc");
        // Then
        assertThat(preview(id).getList("counted.predecessor")).containsExactly("qnc", "qnc");
        assertThat(preview(id).getList("hindrances")).isEmpty();
    }

    @Test
    void the_database_itself_refuses_two_holders_at_one_instant() {
        // Given
        String practice = practice();
        String id = drawn(move("QNC", "QOC", practice));
        assertThat(agree(ben, id).statusCode()).isEqualTo(200);
        // Then
        assertThatThrownBy(() -> hold(id, practice, "qoc", "[2030-01-01,)"))
                .rootCause()
                .hasMessageContaining("ex_practice_holding_one");
        assertThat(holder(practice)).containsExactly("qnc");
    }

    @Test
    void a_plan_waits_for_a_successor_that_is_not_active() {
        // Given
        ada.serve("qpm");
        assertThat(ada.change("POST", "qpm", "/suspension").statusCode()).isEqualTo(202);
        ada.awaitQuiet("qpm");
        String id = drawn(move("QNC", "QPM", practice()));
        // Then
        assertThat(preview(id).getList("hindrances.kind")).containsExactly("successor-not-active");
        assertThat(preview(id).getList("hindrances[0].about")).containsExactly("qpm");
        assertThat(type(agree(ben, id))).isEqualTo("/problems/succession-hindered");
        // When
        assertThat(ada.change("DELETE", "qpm", "/suspension").statusCode()).isEqualTo(202);
        ada.awaitQuiet("qpm");
        // Then
        assertThat(agree(ben, id).statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_plan_cannot_say_is_refused_value_by_value() {
        Response refused =
                draw(Instant.now().minusSeconds(1), move("QNC", "QNC", practice()), move("QNC", "QQQ", practice()));

        assertThat(type(refused)).isEqualTo("/problems/invalid-request");
        assertThat(refused.jsonPath().<String>getList("errors.pointer"))
                .containsExactlyInAnyOrder("#/cutOver", "#/moves/0/successor", "#/moves/1/successor");
        assertThat(type(draw(Instant.now().plusSeconds(600), move("QNC", "QO", practice()))))
                .isEqualTo("/problems/invalid-request");
        assertThat(type(draw(Instant.now().plusSeconds(600)))).isEqualTo("/problems/invalid-request");
    }

    @Test
    void a_change_says_which_version_it_saw() {
        // Given
        String id = drawn(move("QNC", "QOC", practice()));
        // Then
        assertThat(ben.signedIn().post("/successions/" + id + "/agreement").statusCode())
                .isEqualTo(428);
        assertThat(ben.signedIn()
                        .header("If-Match", "\"7\"")
                        .post("/successions/" + id + "/agreement")
                        .statusCode())
                .isEqualTo(412);
        String absent = "/successions/" + UUID.randomUUID();
        assertThat(ben.signedIn().get(absent).statusCode()).isEqualTo(404);
        assertThat(ben.signedIn().get(absent + "/preview").statusCode()).isEqualTo(404);
        assertThat(ben.signedIn()
                        .header("If-Match", "*")
                        .post(absent + "/agreement")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_the_platforms_operators_are_heard() {
        // Given
        String id = drawn(move("QNC", "QOC", practice()));
        String icsAdmin = TestRealm.of("qnc").token("ics-admin", "QNC");
        // Then
        for (String path : List.of("/successions", "/successions/" + id, "/successions/" + id + "/preview")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(401);
            assertThat(given().auth().oauth2(icsAdmin).get(path).statusCode())
                    .as(path)
                    .isIn(401, 403);
        }
        for (String path : List.of("/successions", "/successions/" + id + "/agreement")) {
            assertThat(given().auth()
                            .oauth2(icsAdmin)
                            .contentType(ContentType.JSON)
                            .header("If-Match", "*")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .body(Map.of("reason", "none of their business"))
                            .post(path)
                            .statusCode())
                    .as(path)
                    .isIn(401, 403);
        }
    }

    private record MoveWords(String predecessor, String successor, List<String> practices) {}

    private static MoveWords move(String predecessor, String successor, String... practices) {
        return new MoveWords(predecessor, successor, List.of(practices));
    }

    /** A practice's code that no other test names. */
    private static String practice() {
        return "T" + UUID.randomUUID().toString().substring(0, 7).toUpperCase(Locale.ROOT);
    }

    private String drawn(MoveWords... moves) {
        Response drawn = draw(Instant.now().plus(100, ChronoUnit.DAYS), moves);
        assertThat(drawn.statusCode()).as(drawn.asString()).isEqualTo(201);
        String id = drawn.jsonPath().getString("id");
        Stream.of(moves)
                .map(MoveWords::predecessor)
                .distinct()
                .forEach(board -> count(id, board.toLowerCase(Locale.ROOT)));
        return id;
    }

    /** The registry answers for a predecessor, and that is heard. */
    private void count(String id, String predecessor, String... notItsOwn) {
        answer(id, predecessor, notItsOwn);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!preview(id).<Map<String, Object>>getList("counted").stream()
                .anyMatch(counted ->
                        "registry".equals(counted.get("service")) && predecessor.equals(counted.get("predecessor")))) {
            assertThat(System.nanoTime()).as("the registry's answer").isLessThan(deadline);
        }
    }

    private static void answer(String id, String predecessor, String... notItsOwn) {
        ObjectNode data = JSON.createObjectNode().put("succession", id);
        data.set("notItsOwn", JSON.valueToTree(notItsOwn));
        data.putArray("placedElsewhere");
        data.putArray("unnamed").add("P99999");
        data.putArray("counts")
                .addObject()
                .put("what", "links")
                .put("goes", 3)
                .put("stays", 4)
                .put("why", "Nothing that goes is at either end.");
        Event event = Event.of(Tenant.of(predecessor), "registry", "succession", id, "counted", Instant.now(), data);
        assertThat(Contracts.complaints(event.type(), data.toString())).isEmpty();
        try (var registry = new KafkaProducer<>(
                TestStack.current().kafka("registry"), new StringSerializer(), new ByteArraySerializer())) {
            registry.send(event.toRecord()).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Response draw(Instant cutOver, MoveWords... moves) {
        return ada.signedIn()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("basis", "An order of trial", "cutOver", cutOver.toString(), "moves", List.of(moves)))
                .post("/successions");
    }

    private Response agree(Operator operator, String id) {
        return operator.signedIn()
                .header(
                        "If-Match",
                        operator.signedIn().get("/successions/" + id).header("ETag"))
                .post("/successions/" + id + "/agreement");
    }

    private Response cancel(String id) {
        return ada.signedIn()
                .contentType(ContentType.JSON)
                .header("If-Match", ada.signedIn().get("/successions/" + id).header("ETag"))
                .body(Map.of("reason", "The boards have put it off"))
                .post("/successions/" + id + "/cancellation");
    }

    private JsonPath preview(String id) {
        Response preview = ada.signedIn().get("/successions/" + id + "/preview");
        assertThat(preview.statusCode()).as(preview.asString()).isEqualTo(200);
        return preview.jsonPath();
    }

    private List<String> holder(String practice) {
        return scope.call(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                row -> row.getString("holder"),
                                "select holder from practice_holding where practice = ? and held @> now()",
                                practice)));
    }

    private void hold(String id, String practice, String holder, String held) {
        scope.run(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> sql.change(
                                "insert into practice_holding (succession_id, practice, holder, held)"
                                        + " values (?::uuid, ?, ?, ?::tstzrange)",
                                id,
                                practice,
                                holder,
                                held)));
    }

    /** What an ICS was told of a plan, in order, each held against its contract: the verb, and how many moves. */
    private static List<String> told(String ics, String id, String newest) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<String> told = Servers.records("ics." + ics + ".tenants.succession.v1", 3).stream()
                    .filter(record -> record.key().equals(id))
                    .map(SuccessionTest::words)
                    .toList();
            if (!told.isEmpty() && told.getLast().startsWith(newest)) {
                return told;
            }
            assertThat(System.nanoTime()).as("waiting for %s: %s", newest, told).isLessThan(deadline);
        }
    }

    private static String words(ConsumerRecord<String, byte[]> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        String data = new String(record.value(), StandardCharsets.UTF_8);
        assertThat(Contracts.complaints(type, data)).as(type).isEmpty();
        int moves = JsonPath.from(data).getList("moves").size();
        return type.replace("folkmoot.tenants.succession.", "").replace(".v1", "") + " " + moves;
    }

    private static String type(Response response) {
        assertThat(response.contentType()).as(response.asString()).startsWith("application/problem+json");
        return response.jsonPath().getString("type");
    }
}
