package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.folkmoot.contracts.Contracts;
import org.folkmoot.events.Uuid7;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;

/** The service as its callers see it. */
public final class Neighbourhood {

    static final String DATABASE = "neighbourhood_test";

    /** A practice of the ICS, and one of another neighbourhood. */
    public static final String PRACTICE = "Z99001";

    public static final String OTHER_PRACTICE = "Z99052";

    /** Those that {@link #nhsNumber} gave. */
    public static final Set<NhsNumber> NUMBERS = ConcurrentHashMap.newKeySet();

    /** What the people of the suite are called, where they live, when they were born, and what is written of them. */
    public static final Set<String> WORDS = ConcurrentHashMap.newKeySet();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Neighbourhood() {}

    /** Today, where the ICS is. */
    public static LocalDate today() {
        return LondonTime.today(Clock.systemUTC());
    }

    // ------------------------------------------------------------------------------------------------ people

    /** Somebody of a role who speaks for these organisations: one person each time. */
    public record Who(String ics, String role, String organisation) {

        public RequestSpecification asks() {
            return as(ics, role, organisation);
        }

        /** As tokens name them. */
        public String subject() {
            String claims = token(ics, role, organisation).split("\\.")[1];
            try {
                return JSON.readTree(Base64.getUrlDecoder().decode(claims))
                        .path("sub")
                        .asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Of the team; the numbers stand for employers, by which people are told apart. */
    public static final Who LEAD = new Who("qkk", "int-clinician", "RYX");

    public static final Who NURSE = new Who("qkk", "case-manager", "RYY");

    public static final Who SOCIAL_WORKER = new Who("qkk", "case-manager", "RYZ");

    /** Of general practice. */
    public static final Who GP = new Who("qkk", "practice-voter", PRACTICE);

    public static final Who OTHER_GP = new Who("qkk", "practice-voter", OTHER_PRACTICE);

    public static final Who ADMIN = new Who("qkk", "ics-admin", "QKK");

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

    // ------------------------------------------------------------------------------------------------ requests

    /** A create, for the first time. */
    public static Response create(Who who, String path, Object body) {
        return who.asks()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    /** A change, whatever the version is. */
    public static Response put(Who who, String path, Object body) {
        return who.asks()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    /** A change without a body, whatever the version is. */
    public static Response put(Who who, String path) {
        return who.asks().header("If-Match", "*").put(path);
    }

    /** What is there for them. */
    public static JsonPath get(Who who, String path) {
        return who.asks().get(path).then().statusCode(200).extract().jsonPath();
    }

    // ------------------------------------------------------------------------------------------------ teams

    /** A neighbourhood that the registry told of, in which the practice lies. */
    public static String neighbourhood(String... practices) {
        String id = Uuid7.next().toString();
        sql("""
                insert into neighbourhood (tenant_id, id, copy, version, name, members, deprivation_decile)
                values ('qkk', '%s', 1, 1, 'Riverside', '{%s}', 3)
                """.formatted(id, String.join(",", practices)));
        for (String practice : practices) {
            sql("""
                    insert into practice (tenant_id, code, copy, version, name, status)
                    values ('qkk', '%s', 1, 1, 'SURGERY %s', 'open') on conflict do nothing
                    """.formatted(practice, practice));
        }
        return id;
    }

    /** A team without members. */
    public static String bareTeam(String neighbourhood) {
        return create(
                        ADMIN,
                        "/teams",
                        Map.of(
                                "name",
                                "Team " + UUID.randomUUID(),
                                "neighbourhood",
                                neighbourhood,
                                "relation",
                                "parallel",
                                "services",
                                List.of("Proactive care"),
                                "formedOn",
                                "2026-01-05"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A team with a lead, a nurse and a social worker. */
    public static String team() {
        String team = bareTeam(neighbourhood(PRACTICE));
        String lead = join(team, LEAD, "general-practice");
        join(team, NURSE, "community-nursing");
        join(team, SOCIAL_WORKER, "adult-social-care");
        put(ADMIN, "/teams/" + team + "/members/" + lead + "/leading").then().statusCode(200);
        return team;
    }

    /** Somebody joins the team; gives the membership. */
    public static String join(String team, Who who, String sector) {
        create(
                        ADMIN,
                        "/teams/" + team + "/members",
                        Map.of(
                                "subject",
                                who.subject(),
                                "name",
                                "Member of " + sector,
                                "sector",
                                sector,
                                "role",
                                "Clinician"))
                .then()
                .statusCode(201);
        return get(ADMIN, "/teams/" + team).getString("members.find { it.subject == '" + who.subject() + "' }.id");
    }

    // ------------------------------------------------------------------------------------------------ patients

    /** An NHS number that nobody has, and no test had before. */
    public static NhsNumber nhsNumber() {
        while (true) {
            String nine = "999%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
            for (int check = 0; check <= 9; check++) {
                if (NhsNumber.parse(nine + check) instanceof NhsNumber.Parsed.Valid(NhsNumber number)
                        && NUMBERS.add(number)) {
                    return number;
                }
            }
        }
    }

    /** Words of a person, which nobody may find where they do not belong. */
    public static String ofSomebody(String words) {
        WORDS.add(words);
        return words;
    }

    /** Somebody with that number who is registered with that practice. */
    public static Map<String, Object> person(NhsNumber number, String practice) {
        var person = new HashMap<String, Object>(Map.of(
                "nhsNumber", number.digits(),
                "familyName", ofSomebody("Featherstonehaugh"),
                "givenName", ofSomebody("Wilhelmina"),
                "birthDate", ofSomebody("1941-03-09"),
                "gender", "female",
                "address", ofSomebody("17 Quillfeather Lane") + "\nGreenwich",
                "postcode", ofSomebody("SE10 9ZZ"),
                "phone", ofSomebody("020 7946 0123")));
        person.put("registeredPractice", practice);
        return person;
    }

    /** Somebody new who is registered with {@link #PRACTICE}. */
    public static Map<String, Object> person() {
        return person(nhsNumber(), PRACTICE);
    }

    // ------------------------------------------------------------------------------------------------ referrals

    /** A referral of somebody new to the team by {@link #GP}. */
    public static Map<String, Object> referral(String team, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "person",
                person(),
                "team",
                team,
                "practice",
                PRACTICE,
                "priority",
                "routine",
                "reason",
                ofSomebody("Falls twice a week since Quentin died."),
                "submit",
                true));
        body.putAll(more);
        return body;
    }

    /** Somebody is referred to the team. */
    public static String referred(String team) {
        return create(GP, "/referrals", referral(team, Map.of()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Somebody whom the team took on, with the nurse as case manager. */
    public static String accepted(String team) {
        String referral = referred(team);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200);
        return referral;
    }

    /** It was submitted so many days before today. */
    public static void backdate(String referral, int days) {
        sql("""
                update referral_event set happened_at = happened_at - interval '%d days'
                where referral_id = '%s' and kind = 'submitted'
                """.formatted(days, referral));
    }

    /** The person was assessed so many days before today, as somebody writes down now. */
    public static void assessed(String referral, int daysAgo) {
        sql("""
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
                select tenant_id, gen_random_uuid(), id, journey_id, 'assessed', now() - interval '%d days', now(), 'x', 'X'
                from referral where id = '%s'
                """.formatted(daysAgo, referral));
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

    /** What a superuser does to the service's database. A day is one of London's there: some have 23 or 25 hours. */
    public static void sql(String sql) {
        try (Connection connection = TestStack.current().superuser(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'Europe/London'");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The types of the events that were announced of that aggregate, in their order. */
    public static List<String> told(String aggregate) {
        return rows("select type from folkmoot.outbox where aggregateid = '" + aggregate + "' order by seq");
    }

    /** What the newest event of that type and aggregate says. */
    public static JsonPath said(String type, String aggregate) {
        return JsonPath.from(rows("select payload::text from folkmoot.outbox where type = 'folkmoot.neighbourhood."
                        + type + ".v1' and aggregateid = '" + aggregate + "' order by seq desc")
                .getFirst());
    }

    /** Whatever was announced until now is as its contract says. */
    public static void everyAnnouncementKeepsItsContract() {
        for (String type : rows("select distinct type from folkmoot.outbox")) {
            for (String payload : rows("select payload::text from folkmoot.outbox where type = '" + type + "'")) {
                assertThat(Contracts.complaints(type, payload)).as(type).isEmpty();
            }
        }
    }
}
