package org.folkmoot.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a token of the real Keycloak to the rows of the real PostgreSQL. */
@QuarkusTest
@WithTestResource(
        value = FolkmootStack.class,
        initArgs = {@ResourceArg(name = "database", value = "tenancy"), @ResourceArg(name = "realms", value = "qkk,qr1")
        })
class TenancyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    IcsDirectory ics;

    @Inject
    VerifiedTokens verified;

    @Inject
    TenantScope scope;

    @Inject
    CurrentTenant tenant;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Inject
    Sql sql;

    @Inject
    TransactionSynchronizationRegistry transactions;

    private static String qkk;
    private static String qr1;
    private static String operator;

    @BeforeAll
    static void sign_in() {
        qkk = TestRealm.of("qkk").token(Roles.ICS_ADMIN, "QKK");
        qr1 = TestRealm.of("qr1").token(Roles.ICS_ADMIN, "QR1");
        operator = TestRealm.of("platform").token(Roles.PLATFORM_OPERATOR);
    }

    @BeforeEach
    void serve_two_ics() {
        state("qkk", IcsState.ACTIVE);
        state("qr1", IcsState.ACTIVE);
    }

    private void state(String id, IcsState state) {
        scope.run(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> ics.record(new Ics(
                                Tenant.of(id), "NHS " + id, TestRealm.of(id).issuer(), state))));
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    @Test
    void the_tenant_is_the_one_whose_realm_issued_the_token() {
        as(qkk).get("/notes/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("qkk"), "organisations", contains("QKK"), "platform", equalTo(false));
        as(operator)
                .get("/notes/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("platform"), "platform", equalTo(true));
    }

    @Test
    void nothing_else_in_a_request_can_choose_it() {
        as(qkk).header("X-Tenant", "qr1")
                .header("Host", "qr1.localhost")
                .cookie("tenant", "qr1")
                .queryParam("tenant", "qr1")
                .get("/notes/me")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("qkk"));
    }

    @Test
    void a_foreign_object_and_an_absent_one_get_the_same_answer() {
        // Given
        UUID foreign = UUID.randomUUID();
        as(qr1).body("ours").put("/notes/" + foreign).then().statusCode(204);
        as(qr1).get("/notes/" + foreign).then().statusCode(200).body(equalTo("ours"));

        // When
        Response ofForeign = as(qkk).get("/notes/" + foreign);
        UUID nowhere = UUID.randomUUID();
        Response ofAbsent = as(qkk).get("/notes/" + nowhere);

        // Then
        assertThat(ofForeign.statusCode()).isEqualTo(404);
        assertThat(ofAbsent.statusCode()).isEqualTo(404);
        assertThat(ofForeign.body().asString().replace(foreign.toString(), "ID"))
                .isEqualTo(ofAbsent.body().asString().replace(nowhere.toString(), "ID"));
        assertThat(ofForeign.headers().asList().stream().map(header -> header.getName()))
                .isEqualTo(ofAbsent.headers().asList().stream()
                        .map(header -> header.getName())
                        .toList());
    }

    @Test
    void two_ics_may_use_the_same_id() {
        UUID id = UUID.randomUUID();
        as(qkk).body("of qkk").put("/notes/" + id).then().statusCode(204);
        as(qr1).body("of qr1").put("/notes/" + id).then().statusCode(204);
        as(qkk).get("/notes/" + id).then().body(equalTo("of qkk"));
        as(qr1).get("/notes/" + id).then().body(equalTo("of qr1"));
    }

    @Test
    void row_level_security_stands_where_hibernate_is_not_asked() {
        // Given
        as(qkk).body("one").put("/notes/" + UUID.randomUUID()).then().statusCode(204);
        long before = Long.parseLong(as(qkk).get("/notes/count").asString());

        // When
        as(qr1).body("another's").put("/notes/" + UUID.randomUUID()).then().statusCode(204);

        // Then
        assertThat(Long.parseLong(as(qkk).get("/notes/count").asString())).isEqualTo(before);
    }

    @Test
    void a_bulk_statement_touches_no_foreign_row() {
        UUID foreign = UUID.randomUUID();
        as(qr1).body("untouched").put("/notes/" + foreign).then().statusCode(204);
        scope.run(
                Tenant.of("qkk"),
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery("update note set words = 'taken'")
                                .executeUpdate()));
        as(qr1).get("/notes/" + foreign).then().body(equalTo("untouched"));
    }

    @Test
    void a_question_by_itself_sees_the_rows_of_its_ics_and_leaves_no_tenant_behind() throws SQLException {
        // Given
        UUID ours = UUID.randomUUID();
        as(qkk).body("ours").put("/notes/" + ours).then().statusCode(204);
        as(qr1).body("theirs").put("/notes/" + UUID.randomUUID()).then().statusCode(204);

        // When: so often that every connection has been used, and the driver keeps what it may keep
        for (int again = 0; again < 50; again++) {
            assertThat(scope.<List<String>>call(
                            Tenant.of("qkk"),
                            () -> sql.alone(
                                    row -> row.getString("words"), "select words from note where id = ?", ours)))
                    .containsExactly("ours");
            assertThat(scope.<List<String>>call(
                            Tenant.of("qr1"),
                            () -> sql.alone(
                                    row -> row.getString("words"), "select words from note where id = ?", ours)))
                    .isEmpty();
        }

        // Then
        for (int again = 0; again < 20; again++) {
            assertThat(seenWithoutATenant()).isZero();
        }
        assertThatIllegalStateException().isThrownBy(() -> sql.alone(row -> 1, "select words from note"));
    }

    @Test
    void a_question_by_itself_changes_all_or_nothing_and_one_that_fails_holds_up_none() throws SQLException {
        // Given
        UUID id = UUID.randomUUID();
        String insert = "with made as (insert into note values ('qkk', ?, 'words') returning id) select ";

        // When, Then
        for (int again = 0; again < 20; again++) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            scope.run(Tenant.of("qkk"), () -> sql.alone(row -> 1, insert + "1 / 0 from made", id)));
        }
        assertThat(seenWithoutATenant()).isZero();
        scope.run(Tenant.of("qkk"), () -> sql.alone(row -> 1, insert + "id from made", id));
        as(qkk).get("/notes/" + id).then().body(equalTo("words"));
    }

    @Test
    void within_a_transaction_a_question_by_itself_is_one_of_its_statements() {
        UUID id = UUID.randomUUID();
        scope.run(Tenant.of("qkk"), () -> {
            QuarkusTransaction.begin();
            sql.change("insert into note values ('qkk', ?, 'words')", id);
            assertThat(sql.alone(row -> row.getString(1), "select words from note where id = ?", id))
                    .containsExactly("words");
            QuarkusTransaction.rollback();
        });
        as(qkk).get("/notes/" + id).then().statusCode(404);
    }

    private long seenWithoutATenant() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void an_operator_s_session_sees_no_ics_s_rows() {
        UUID id = UUID.randomUUID();
        as(qkk).body("private").put("/notes/" + id).then().statusCode(204);
        long seen = scope.call(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> (Long) entities.createNativeQuery("select count(*) from note", Long.class)
                                .getSingleResult()));
        assertThat(seen).isZero();
    }

    @Test
    void a_token_without_organisations_is_refused_with_its_reason() {
        String token = TestRealm.of("qkk").token(Roles.ICS_ADMIN);
        as(token)
                .get("/notes/me")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/organisation-claim-missing"));
    }

    @Test
    void a_suspended_ics_is_refused_and_served_again_when_resumed() throws InterruptedException {
        state("qr1", IcsState.SUSPENDED);
        as(qr1).get("/notes/me").then().statusCode(403).body("type", equalTo("/problems/ics-suspended"));
        as(qkk).get("/notes/me").then().statusCode(200);
        state("qr1", IcsState.ACTIVE);
        as(qr1).get("/notes/me").then().statusCode(200);
    }

    @Test
    void a_token_is_verified_once_and_each_of_its_requests_is_its_own() {
        // Given
        String token = TestRealm.of("qkk").token(Roles.ICS_OBSERVER, "QKK");
        long before = verified.remembered();

        // When, Then
        for (String asked : List.of("first", "second", "third")) {
            as(token)
                    .header("X-Asked", asked)
                    .get("/notes/asked")
                    .then()
                    .statusCode(200)
                    .body(equalTo(asked));
        }
        assertThat(verified.remembered()).isEqualTo(before + 1);
    }

    @Test
    void a_realm_cannot_give_a_role_that_is_not_its_own() {
        String token = TestRealm.of("qkk").token(List.of(Roles.PLATFORM_OPERATOR, Roles.ICS_ADMIN), List.of("QKK"));
        as(token).get("/notes/me").then().statusCode(200).body("roles", contains(Roles.ICS_ADMIN));
        String ofPlatform = TestRealm.of("platform").token(Roles.ICS_ADMIN, "QKK");
        as(ofPlatform).get("/notes/me").then().statusCode(403);
    }

    @Test
    void whoever_has_any_role_of_an_ics_is_somebody_of_it_and_nobody_else_is() {
        // Given
        String voter = TestRealm.of("qkk").token(Roles.PRACTICE_VOTER, "A81001");
        String guest = TestRealm.of("qkk").token(List.of(), List.of("QKK"));
        String liar = TestRealm.of("qkk").token(Roles.ANYBODY_OF_AN_ICS, "QKK");
        String foreigner = TestRealm.of("platform").token(List.of(Roles.ICS_ADMIN, Roles.ANYBODY_OF_AN_ICS), List.of());

        // When, Then
        as(qkk).get("/notes/house").then().statusCode(200).body(equalTo("qkk"));
        as(voter).get("/notes/house").then().statusCode(200).body(equalTo("qkk"));
        as(voter).get("/notes/me").then().statusCode(200).body("roles", contains(Roles.PRACTICE_VOTER));
        for (String other : List.of(guest, liar, operator, foreigner)) {
            as(other).get("/notes/house").then().statusCode(403);
        }
    }

    @Test
    void an_issuer_that_no_one_onboarded_is_unknown_until_it_is() {
        String token = TestRealm.of("t6y0w").token(Roles.ICS_ADMIN, "T6Y0W");
        as(token).get("/notes/me").then().statusCode(401).contentType("application/problem+json");
        state("t6y0w", IcsState.ACTIVE);
        as(token).get("/notes/me").then().statusCode(200).body("tenant", equalTo("t6y0w"));
    }

    @Test
    void no_token_is_no_entry_but_what_is_open_stays_open() {
        given().get("/notes/me").then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
        given().get("/notes/open").then().statusCode(200).body(equalTo("none"));
        as(qkk).get("/notes/forgotten").then().statusCode(403);
        as(operator).get("/notes/forgotten").then().statusCode(403);
    }

    @Test
    void no_forged_or_spoilt_token_is_taken() throws Exception {
        for (String forged : forgeries(qkk)) {
            as(forged).get("/notes/me").then().statusCode(401);
        }
    }

    /** Each is a token of qkk with one thing made wrong. */
    private List<String> forgeries(String token) throws Exception {
        String[] parts = token.split("\\.");
        String header = text(parts[0]);
        String claims = text(parts[1]);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair own = generator.generateKeyPair();
        var forged = new ArrayList<String>();
        forged.add(encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        forged.add(parts[0] + "." + parts[1] + ".");
        forged.add(parts[0] + "." + parts[1]);
        forged.add(parts[0] + "." + encode(claims.replace("\"QKK\"", "\"QR1\"")) + "." + parts[2]);
        forged.add(parts[0] + "." + encode(claims.replace("/realms/qkk", "/realms/qr1")) + "." + parts[2]);
        forged.add(signed(own, header, claims));
        forged.add(signed(own, header, claims.replace("/realms/qkk", "/realms/platform")));
        forged.add(signed(own, "{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\",\"typ\":\"JWT\"}", claims));
        forged.add(signed(own, "{\"alg\":\"RS256\",\"jku\":\"http://localhost:1/keys\",\"typ\":\"JWT\"}", claims));
        forged.add(hmac(own.getPublic().getEncoded(), claims));
        ObjectNode expired = (ObjectNode) JSON.readTree(claims);
        forged.add(signed(own, header, expired.put("exp", 1).toString()));
        forged.add("x".repeat(30_000));
        forged.add("..");
        forged.add("not a token");
        forged.add(encode("{}") + "." + encode("[]") + ".x");
        forged.add(encode("{}") + "." + encode("{\"iss\":17}") + ".x");
        forged.add(encode("{}") + "." + encode("{\"iss\":\"https://elsewhere.example.org/realms/qkk\"}") + ".x");
        return forged;
    }

    private static String text(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(KeyPair keys, String header, String claims) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        String content = encode(header) + "." + encode(claims);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String hmac(byte[] key, String claims) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String content = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        return content + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void an_id_token_is_no_access_token() throws Exception {
        String[] parts = qkk.split("\\.");
        assertThat(text(parts[1])).contains("\"typ\":\"Bearer\"");
        as(parts[0] + "." + encode(text(parts[1]).replace("\"typ\":\"Bearer\"", "\"typ\":\"ID\"")) + "." + parts[2])
                .get("/notes/me")
                .then()
                .statusCode(401);
    }

    @Test
    void work_without_a_tenant_fails() {
        assertThat(tenant.get()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {}))
                .withStackTraceContaining("a transaction without a tenant");
        assertThat(transactions.getTransactionStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThatIllegalStateException().isThrownBy(tenant::require);
    }

    @Test
    void a_scope_ends_with_its_call_and_cannot_change_the_tenant_under_way() {
        scope.run(Tenant.of("qkk"), () -> {
            assertThat(tenant.require()).isEqualTo(Tenant.of("qkk"));
            assertThatIllegalStateException().isThrownBy(() -> scope.run(Tenant.of("qr1"), () -> {}));
        });
        scope.run(Tenant.PLATFORM, () -> {
            scope.run(Tenant.of("qr1"), () -> assertThat(tenant.require()).isEqualTo(Tenant.of("qr1")));
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            assertThatIllegalStateException().isThrownBy(() -> scope.run(Tenant.of("qr1"), () -> {})));
        });
        assertThat(tenant.get()).isEmpty();
    }

    @Test
    void a_pooled_connection_carries_no_tenant_to_its_next_user() throws Exception {
        // Given
        as(qkk).body("seen").put("/notes/" + UUID.randomUUID()).then().statusCode(204);

        // When
        List<Future<Long>> counts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 400; i++) {
                boolean withTenant = i % 2 == 0;
                counts.add(threads.submit(() ->
                        withTenant
                                ? scope.call(
                                        Tenant.of("qkk"),
                                        () -> QuarkusTransaction.requiringNew().call(() -> (Long)
                                                entities.createNativeQuery("select count(*) from note", Long.class)
                                                        .getSingleResult()))
                                : countWithoutTenant()));
            }
        }

        // Then
        for (int i = 0; i < counts.size(); i++) {
            if (i % 2 == 0) {
                assertThat(counts.get(i).get()).isPositive();
            } else {
                assertThat(counts.get(i).get()).isZero();
            }
        }
    }

    private long countWithoutTenant() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void statements_see_and_change_what_is_the_tenants() {
        // Given
        UUID note = UUID.randomUUID();
        in(
                "qkk",
                () -> sql.change(
                        "insert into note (tenant_id, id, words) values (folkmoot.current_tenant(), ?, ?)",
                        note,
                        "ours"));

        // When, Then
        assertThat(in(
                        "qkk",
                        () -> sql.first(row -> row.getString("words"), "select words from note where id = ?", note)))
                .hasValue("ours");
        assertThat(in(
                        "qr1",
                        () -> sql.list(row -> row.getString("words"), "select words from note where id = ?", note)))
                .isEmpty();
        assertThat(in("qr1", () -> sql.change("delete from note where id = ?", note)))
                .isZero();
    }

    @Test
    void times_and_lists_of_texts_go_into_a_statement_and_out_of_it() {
        // Given
        Instant noon = Instant.parse("2026-11-21T12:00:00.123456Z");

        // When
        List<Object> values = in(
                "qkk",
                () -> sql.first(
                                row -> List.<Object>of(Sql.instant(row, "at"), Sql.texts(row, "texts")),
                                "select cast(? as timestamptz) as at, ?::text[] as texts",
                                noon,
                                List.of("a", "b, c"))
                        .orElseThrow());

        // Then
        assertThat(values).containsExactly(noon, List.of("a", "b, c"));
        assertThat(in(
                        "qkk",
                        () -> sql.list(
                                row -> Optional.ofNullable(Sql.instantIfAny(row, "at")),
                                "select cast(null as timestamptz) as at")))
                .containsExactly(Optional.empty());
    }

    @Test
    void what_the_database_refuses_is_no_value() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in("qkk", () -> sql.change("insert into note (words) values (?)", "nobody's")))
                .withCauseInstanceOf(SQLException.class);
    }

    private <T> T in(String ics, Supplier<T> work) {
        return scope.call(
                Tenant.of(ics), () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
