package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Event;
import org.folkmoot.events.Uuid7;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;

/** The service as its callers see it, and the voice of {@code mandate} that it hears. */
public final class Executive {

    static final String DATABASE = "executive_test";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Executive() {}

    /** Today, where the ICS is. */
    public static LocalDate today() {
        return LondonTime.today(Clock.systemUTC());
    }

    // ------------------------------------------------------------------------------------------------ people

    public static RequestSpecification as(String ics, String role, String... organisations) {
        // Every service knows an ICS before its people come.
        sql(
                "insert into folkmoot.ics (tenant_id, name, issuer, state) values ('%s', '%s', '%s', 'ACTIVE') on conflict do nothing"
                        .formatted(ics, ics, TestRealm.of(ics).issuer()));
        return RestAssured.given().auth().oauth2(token(ics, role, organisations));
    }

    private static String token(String ics, String role, String... organisations) {
        return TOKENS.computeIfAbsent(
                ics + role + List.of(organisations),
                key -> TestRealm.of(ics).token(List.of(role), List.of(organisations)));
    }

    /** Who the person of that role is, as their token says. */
    public static String subject(String role) {
        return subject(role, "QKK");
    }

    /** Who the person of that role is who acts for that organisation. */
    static String subject(String role, String organisation) {
        String claims = token("qkk", role, organisation).split("\\.")[1];
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever keeps the actions of the others. */
    public static RequestSpecification manager() {
        return as("qkk", "executive-manager", "QKK");
    }

    static RequestSpecification secretary() {
        return as("qkk", "group-secretary", "QKK");
    }

    public static RequestSpecification lmc() {
        return as("qkk", "lmc-executive", "QKK");
    }

    static RequestSpecification observer() {
        return as("qkk", "ics-observer", "QKK");
    }

    /** Somebody of a system partner. */
    static RequestSpecification partner(String organisation) {
        return as("qkk", "ics-observer", organisation);
    }

    /** Somebody of a practice. */
    public static RequestSpecification voter(String practice) {
        return as("qkk", "practice-voter", practice);
    }

    // ------------------------------------------------------------------------------------------------ requests

    /** A create, for the first time. */
    public static Response create(RequestSpecification person, String path, Object body) {
        return person.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** A change, whatever the version is. */
    public static Response put(RequestSpecification person, String path, Object body) {
        return person.header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    public static Response put(RequestSpecification person, String path) {
        return person.header("If-Match", "*").put(path);
    }

    static JsonPath get(String path) {
        return manager().get(path).then().statusCode(200).extract().jsonPath();
    }

    // ------------------------------------------------------------------------------------------------ mandate

    /** What {@code mandate} announces, after having kept its contract. */
    static void announce(String entity, String id, String verb, Instant at, Map<String, Object> data) {
        JsonNode tree = JSON.valueToTree(data);
        assertThat(Contracts.complaints("folkmoot.mandate." + entity + "." + verb + ".v1", tree))
                .isEmpty();
        announceAnything(entity, id, verb, at, tree);
    }

    static void announceAnything(String entity, String id, String verb, Instant at, JsonNode data) {
        tell(Event.of(Tenant.of("qkk"), "mandate", entity, id, verb, at, data).toRecord());
    }

    static void tell(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A leadership group that the service knows. */
    public static String group() {
        String group = Uuid7.next().toString();
        announce(
                "group",
                group,
                "constituted",
                Instant.now(),
                Map.of("group", group, "name", "Voice", "constitution", 1, "effectiveFrom", "2026-01-01", "seats", 9));
        await(() -> !rows("select id from leadership_group where id = '" + group + "'")
                .isEmpty());
        return group;
    }

    /** A mandate of the group for these days, from a ballot. */
    static String mandate(String group, LocalDate from, LocalDate until) {
        String mandate = Uuid7.next().toString();
        grant(mandate, group, Uuid7.next().toString(), from, until);
        return mandate;
    }

    static void grant(String mandate, String group, String ballot, LocalDate from, LocalDate until) {
        announce(
                "mandate",
                mandate,
                "granted",
                Instant.now(),
                Map.ofEntries(
                        Map.entry("mandate", mandate),
                        Map.entry("group", group),
                        Map.entry("ballot", ballot),
                        Map.entry("title", "Speak for us"),
                        Map.entry("scope", List.of("primary care committee")),
                        Map.entry("exclusions", List.of("Contract variations")),
                        Map.entry("from", from.toString()),
                        Map.entry("until", until.toString()),
                        Map.entry("review", until.toString()),
                        Map.entry("given", 16),
                        Map.entry("of", 21)));
    }

    /** A motion that was tabled is withdrawn. */
    static void withdraw(String key, String motion, String group, String reason) {
        announce(
                "motion",
                key,
                "withdrawn",
                Instant.now(),
                Map.of("motion", motion, "group", group, "title", "Speak for us", "reason", reason));
    }

    /** How a ballot on a motion ended. */
    static void declare(String ballot, String motion, String group, String outcome) {
        String hash = "sha256:" + "ab".repeat(32);
        announce(
                "ballot",
                ballot,
                "declared",
                Instant.now(),
                Map.ofEntries(
                        Map.entry("ballot", ballot),
                        Map.entry("group", group),
                        Map.entry("motion", motion),
                        Map.entry("question", "mandate"),
                        Map.entry("title", "Speak for us"),
                        Map.entry("outcome", outcome),
                        Map.entry("quorumMet", true),
                        Map.entry("classes", List.of()),
                        Map.entry("electors", 21),
                        Map.entry("voted", 18),
                        Map.entry("electorateHash", hash),
                        Map.entry("logRoot", hash),
                        Map.entry("fileHash", hash)));
    }

    static void lapse(String mandate, String group, Instant at) {
        announce(
                "mandate",
                mandate,
                "lapsed",
                at,
                Map.of("mandate", mandate, "group", group, "at", at.toString(), "reason", "fallen"));
    }

    /** A power of the group that hangs on that mandate and is held by executive managers. */
    static String power(String group, String mandate, Map<String, Object> limit) {
        String power = Uuid7.next().toString();
        say(power, group, mandate, 1, "granted", Instant.now().minus(Duration.ofHours(1)), limit);
        return power;
    }

    static void say(
            String power,
            String group,
            String mandate,
            int number,
            String change,
            Instant at,
            Map<String, Object> limit) {
        sayPower(
                power,
                change,
                at,
                Map.of(
                        "power", power,
                        "group", group,
                        "mandate", mandate,
                        "number", number,
                        "change", change,
                        "terms", terms(limit)));
    }

    /** A version of a power that was put to a ballot, and not to a meeting. */
    static void sayOfBallot(Delegation under, int number, String change, String ballot) {
        sayPower(
                under.power(),
                change,
                Instant.now(),
                Map.of(
                        "power", under.power(),
                        "group", under.group(),
                        "mandate", under.mandate(),
                        "number", number,
                        "change", change,
                        "ballot", ballot,
                        "terms", terms(Map.of())));
    }

    private static void sayPower(String power, String change, Instant at, Map<String, Object> data) {
        announce(
                "power",
                power,
                switch (change) {
                    case "granted" -> "granted";
                    case "revoked" -> "revoked";
                    default -> "amended";
                },
                at,
                data);
    }

    static Map<String, Object> terms(Map<String, Object> limit) {
        return Map.of(
                "subject",
                "Local enhanced services",
                "mayDecide",
                "Terms of services below the limit",
                "limit",
                limit,
                "holder",
                "executive-manager",
                "from",
                today().minusMonths(1).toString(),
                "until",
                today().plusMonths(6).toString(),
                "review",
                today().plusMonths(5).toString(),
                "reserved",
                List.of("Changes of contract"));
    }

    /** A group whose executive may decide, within that limit. */
    public static Delegation delegation(Map<String, Object> limit) {
        String group = group();
        String mandate = mandate(group, today().minusMonths(2), today().plusMonths(12));
        return new Delegation(group, mandate, power(group, mandate, limit));
    }

    /** A group with a power for its executive. */
    public record Delegation(String group, String mandate, String power) {}

    // ------------------------------------------------------------------------------------------------ decisions,
    // meetings

    static Map<String, Object> decision(String power, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "title", "Extend the home visiting service",
                "words", "That the service goes on for six months.",
                "reason", "It keeps people at home.",
                "options", List.of(Map.of("words", "To let it end", "whyNot", "Beds are full.")),
                "power", power,
                "subject", "Local enhanced services",
                "matters", List.of()));
        body.putAll(more);
        return body;
    }

    static Response decide(RequestSpecification person, Delegation under, Map<String, Object> more) {
        return create(person, "/groups/" + under.group() + "/decisions", decision(under.power(), more));
    }

    /** A decision that was taken. */
    public static String taken(Delegation under, Map<String, Object> more) {
        return decide(manager(), under, more).then().statusCode(201).extract().path("id");
    }

    static String series(String group, String body) {
        create(
                        manager(),
                        "/groups/" + group + "/series",
                        Map.of(
                                "body",
                                body,
                                "name",
                                "Every fortnight",
                                "weeks",
                                2,
                                "firstDay",
                                today().plusDays(3).toString(),
                                "time",
                                "13:00",
                                "lengthMinutes",
                                90,
                                "place",
                                "By video"))
                .then()
                .statusCode(201);
        return get("/groups/" + group + "/series").getString("items[-1].id");
    }

    static String draft(String series) {
        return create(manager(), "/series/" + series + "/meetings", Map.of())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A meeting of the series that takes place now. */
    static String inSession(String series) {
        String meeting = draft(series);
        put(manager(), "/meetings/" + meeting + "/calling").then().statusCode(200);
        put(lmc(), "/meetings/" + meeting + "/opening").then().statusCode(200);
        return meeting;
    }

    // ------------------------------------------------------------------------------------------------ database, time

    /** Waits until it is so. */
    public static void await(BooleanSupplier condition) {
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
    public static List<String> rows(String sql) {
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

    /** What a superuser does to the service's database. */
    public static void sql(String sql) {
        try (Connection connection = TestStack.current().superuser(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types of the events that were announced of that aggregate, in their order. */
    static List<String> told(String aggregate) {
        return rows("select type from folkmoot.outbox where aggregateid = '" + aggregate + "' order by seq");
    }

    /** What the newest event of that type and aggregate says. */
    static JsonPath said(String type, String aggregate) {
        return JsonPath.from(rows("select payload::text from folkmoot.outbox where type = 'folkmoot.executive." + type
                        + ".v1' and aggregateid = '" + aggregate + "' order by seq desc")
                .getFirst());
    }

    static void everyAnnouncementKeepsItsContract() {
        for (String type : rows("select distinct type from folkmoot.outbox")) {
            for (String payload : rows("select payload::text from folkmoot.outbox where type = '" + type + "'")) {
                assertThat(Contracts.complaints(type, payload)).as(type).isEmpty();
            }
        }
    }
}
