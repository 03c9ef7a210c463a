package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;

/** The service as its callers see it, and what a test needs to bring it about. */
final class Mandate {

    static final String DATABASE = "mandate_test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger NEXT_PRACTICE = new AtomicInteger(10_000);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Mandate() {}

    /** Today, where the ICS is. */
    static LocalDate today() {
        return LondonTime.today(Clock.systemUTC());
    }

    // ------------------------------------------------------------------------------------------------ people

    static RequestSpecification as(String ics, List<String> roles, String... organisations) {
        serve(ics);
        String token = TOKENS.computeIfAbsent(
                ics + roles + List.of(organisations), key -> TestRealm.of(ics).token(roles, List.of(organisations)));
        return RestAssured.given().auth().oauth2(token);
    }

    /** Every service knows an ICS before its people come. */
    private static void serve(String ics) {
        IcsDirectory served = CDI.current().select(IcsDirectory.class).get();
        if (served.byTenant(Tenant.of(ics)).isEmpty()) {
            served.record(new Ics(Tenant.of(ics), ics, TestRealm.of(ics).issuer(), IcsState.ACTIVE));
        }
    }

    static RequestSpecification administrator() {
        return as("qkk", List.of("ics-admin"), "QKK");
    }

    static RequestSpecification secretary() {
        return as("qkk", List.of("group-secretary"), "QKK");
    }

    static RequestSpecification lmc() {
        return as("qkk", List.of("lmc-executive"), "QKK");
    }

    static RequestSpecification observer() {
        return as("qkk", List.of("ics-observer"), "QKK");
    }

    static RequestSpecification voter(String... practices) {
        return as("qkk", List.of("practice-voter"), practices);
    }

    // ------------------------------------------------------------------------------------------------ practices

    /** An open practice of the ICS with that many patients, in that network. */
    static String practice(int patients, String pcn) {
        String code = "Z" + NEXT_PRACTICE.incrementAndGet();
        practice(code, "open", patients, pcn);
        return code;
    }

    static void practice(String code, String status, int patients, String pcn) {
        sql("""
                insert into practice (tenant_id, code, copy, version, name, status, icb, sub_icb, pcn, pcn_name, list_size,
                    list_as_at, release, as_at)
                values ('qkk', '%1$s', 1, 1, 'Practice %1$s', '%2$s', 'QKK', '72Q', '%4$s', 'Network %4$s', %3$d,
                    '2026-08-01', '2026-08-01', '2026-08-01')
                on conflict (tenant_id, code) do update set status = excluded.status, list_size = excluded.list_size
                """.formatted(code, status, patients, pcn));
        sql("""
                insert into pcn (tenant_id, code, copy, version, name, status, release, as_at)
                values ('qkk', '%1$s', 1, 1, 'Network %1$s', 'open', '2026-08-01', '2026-08-01') on conflict do nothing
                """.formatted(pcn));
    }

    // ------------------------------------------------------------------------------------------------ groups

    static Map<String, Object> classRule(String name, String franchise, String atLeast, boolean strict, String base) {
        return Map.of(
                "name",
                name,
                "franchise",
                franchise,
                "atLeast",
                atLeast,
                "strict",
                strict,
                "base",
                base,
                "leastFor",
                0);
    }

    static Map<String, Object> rule(String visibility, List<Map<String, Object>> classes) {
        return rule(visibility, classes, "lost");
    }

    static Map<String, Object> rule(String visibility, List<Map<String, Object>> classes, String tie) {
        return Map.of("classes", classes, "quorum", List.of(), "tie", tie, "visibility", visibility);
    }

    static Map<String, Object> question(String question, Map<String, Object> rule) {
        return Map.of("question", question, "rule", rule);
    }

    /** One vote a practice, and by patients as well, for a mandate; one vote a practice, open or secret, for the rest. */
    static Map<String, Object> charter() {
        var mandate = rule(
                "open-after",
                List.of(
                        classRule("practices", "one-per-practice", "2/3", false, "for-and-against"),
                        classRule("patients", "registered-list", "1/2", true, "electorate")));
        var seats = List.of(
                Map.of("seat", "chair", "name", "Chair", "kind", "chair", "constituency", List.of(), "termMonths", 36),
                Map.of(
                        "seat",
                        "north",
                        "name",
                        "North",
                        "kind",
                        "practice",
                        "constituency",
                        List.of(),
                        "termMonths",
                        36),
                Map.of(
                        "seat",
                        "watcher",
                        "name",
                        "ICB",
                        "kind",
                        "observer",
                        "constituency",
                        List.of(),
                        "termMonths",
                        36));
        return Map.of(
                "seats",
                seats,
                "questions",
                List.of(
                        question("mandate", mandate),
                        question(
                                "ordinary",
                                rule(
                                        "secret",
                                        List.of(classRule(
                                                "practices", "one-per-practice", "1/2", true, "for-and-against")))),
                        question(
                                "operating-model",
                                rule(
                                        "open-during",
                                        List.of(classRule(
                                                "practices", "one-per-practice", "1/2", true, "for-and-against")),
                                        "chair")),
                        question(
                                "seat",
                                rule(
                                        "secret",
                                        List.of(classRule("practices", "one-per-practice", "0", false, "cast")))),
                        question(
                                "purpose",
                                rule("open-after", List.of(classRule("seats", "seats", "1/2", true, "electorate"))))),
                "standing",
                List.of(Map.of("of", "practices", "atLeast", "1/2", "strict", true)),
                "mandateMonths",
                24,
                "annulledBy",
                "lmc-executive");
    }

    static Map<String, Object> founding(List<String> practices, Map<String, Object> charter) {
        return Map.of(
                "name",
                "Voice of " + practices.getFirst(),
                "footprint",
                Map.of("kind", "practices", "codes", practices),
                "constitution",
                Map.of("content", charter, "effectiveFrom", today().toString(), "reason", "To have one voice"));
    }

    static Response create(RequestSpecification person, String path, Object body) {
        return person.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** A group of these practices with its constitution in force. */
    static String group(List<String> practices) {
        return group(practices, charter());
    }

    static String group(List<String> practices, Map<String, Object> charter) {
        String group = create(administrator(), "/groups", founding(practices, charter))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        secretary()
                .header("If-Match", "*")
                .put("/groups/" + group + "/constitutions/1/confirmation")
                .then()
                .statusCode(200);
        return group;
    }

    static void seat(String group, String seat, String subject) {
        create(
                        secretary().header("If-Match", "*"),
                        "/groups/" + group + "/seats/" + seat + "/terms",
                        Map.of(
                                "holder",
                                subject,
                                "holderName",
                                "Dr " + seat,
                                "cameBy",
                                "ex-officio",
                                "from",
                                today().toString(),
                                "until",
                                today().plusMonths(12).toString()))
                .then()
                .statusCode(201);
    }

    // ------------------------------------------------------------------------------------------------ motions, ballots

    static String motion(String group, String question, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "question",
                question,
                "title",
                "A motion on " + question,
                "words",
                "That it be so.",
                "alternatives",
                List.of()));
        body.putAll(more);
        String motion = create(secretary(), "/groups/" + group + "/motions", body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        secretary()
                .header("If-Match", "*")
                .put("/motions/" + motion + "/tabling")
                .then()
                .statusCode(200);
        return motion;
    }

    static Map<String, Object> mandateTerms(LocalDate from, LocalDate until) {
        return Map.of(
                "mandate",
                Map.of(
                        "scope", List.of("represent general practice at the ICB primary care committee"),
                        "exclusions", List.of("contract variations"),
                        "from", from.toString(),
                        "until", until.toString(),
                        "review", until.toString()));
    }

    static String schedule(String motion, Instant opens, Instant closes) {
        return create(
                        secretary().header("If-Match", "*"),
                        "/motions/" + motion + "/ballots",
                        Map.of("opensAt", opens.toString(), "closesAt", closes.toString()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The answer to the secretary, who opens a scheduled ballot now. */
    static Response opening(String ballot) {
        return secretary().header("If-Match", "*").put("/ballots/" + ballot + "/opening");
    }

    /** A ballot on the motion, open for a day. */
    static String open(String motion) {
        Instant now = Instant.now();
        String ballot = schedule(motion, now.plus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)));
        opening(ballot).then().statusCode(200);
        return ballot;
    }

    static Response cast(RequestSpecification person, String ballot, String voter, String... choice) {
        return person.contentType(ContentType.JSON)
                .body(Map.of("choice", List.of(choice)))
                .put("/ballots/" + ballot + "/votes/" + voter);
    }

    /** Lets the ballot's hour be over: what no caller can do, and the table refuses to its owner. */
    static void letItClose(String ballot) {
        asOwnerOfEverything("update ballot set opens_at = clock_timestamp() - interval '2 days',"
                + " opened_at = clock_timestamp() - interval '1 day', closes_at = clock_timestamp() where id = '"
                + ballot
                + "'");
    }

    static Response declare(String ballot) {
        return secretary().header("If-Match", "*").put("/ballots/" + ballot + "/declaration");
    }

    static String state(String ballot) {
        return observer()
                .get("/ballots/" + ballot)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    static JsonPath get(String path) {
        return observer().get(path).then().statusCode(200).extract().jsonPath();
    }

    // ------------------------------------------------------------------------------------------------ database, time

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a superuser reads in the service's database. */
    static List<String> rows(String sql) {
        try (Connection connection = TestStack.current().superuser(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void sql(String sql) {
        try (Connection connection = TestStack.current().superuser(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody with all rights, whom no trigger stops. */
    static void asOwnerOfEverything(String sql) {
        sql("set session_replication_role = replica; " + sql);
    }

    static String openMandate(String group) {
        return open(motion(group, "mandate", mandateTerms(today(), today().plusMonths(1))));
    }

    static Response withdraw(String mandate, String person, String practice) {
        return voter(person)
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "It no longer speaks for us"))
                .put("/mandates/" + mandate + "/positions/" + practice + "/withdrawal");
    }
}
