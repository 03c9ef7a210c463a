package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.folkmoot.events.Uuid7;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** General practice is sent to the meetings of others with a mandate and a brief, and hears what came of it. */
@ExecutiveTest
class RepresentationTest {

    private static final LocalDate TODAY = Executive.today();

    private final String group = Executive.group();
    private String meeting = "";

    @BeforeEach
    void a_system_meeting_is_registered() {
        meeting = register(List.of("Partner member", "Deputy"));
    }

    @Test
    void a_representative_goes_with_a_brief_and_reports_back() {
        // Given
        String mandate = mandate();
        String representative = named(mandate, Map.of("person", Executive.subject("lmc-executive")));
        String sitting = enter(ahead(10));
        String path = "/sittings/" + sitting;
        Executive.lmc()
                .get(path)
                .then()
                .statusCode(200)
                .body("state", equalTo("ahead"))
                .body("chairs.mandated", contains(true, false))
                .body("chairs[0].representative", equalTo(representative))
                .body("emptyChairs", equalTo(1))
                .body("briefs", equalTo(0));

        // When: the brief, and a second thought
        Executive.lmc()
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(brief("Say yes"))
                .put(path + "/brief")
                .then()
                .statusCode(412);
        for (String words : List.of("Say yes", "Say perhaps")) {
            Executive.put(Executive.lmc(), path + "/brief", brief(words))
                    .then()
                    .statusCode(200)
                    .body("brief.say", equalTo(words));
        }

        // Then
        Executive.lmc().get(path + "/briefs").then().body("items.say", contains("Say yes", "Say perhaps"));
        Executive.put(Executive.lmc(), path + "/report", report())
                .then()
                .statusCode(409)
                .body("type", endsWith("sitting-not-in-state"));

        // When: it has begun
        Executive.sql(
                "update sitting set starts_at = clock_timestamp() - interval '1 hour' where id = '" + sitting + "'");

        // Then
        Executive.put(Executive.lmc(), path + "/brief", brief("Too late"))
                .then()
                .statusCode(409);
        Executive.lmc()
                .get("/groups/" + group + "/sittings?mine=true")
                .then()
                .body("items.id", contains(sitting))
                .body("items.state", contains("report-due"));
        Executive.put(Executive.voter("G83001"), path + "/report", report())
                .then()
                .statusCode(403);
        Executive.put(Executive.lmc(), path + "/report", report())
                .then()
                .statusCode(200)
                .body("state", equalTo("reported"))
                .body("reportBack.late", equalTo(false))
                .body("reportBack.commitments", equalTo("To nothing new"));
        Executive.put(Executive.manager(), path + "/report", report()).then().statusCode(409);
        assertThat(Executive.told(representative)).containsExactly("folkmoot.executive.representative.named.v1");
        assertThat(Executive.told(sitting)).containsExactly("folkmoot.executive.reportback.filed.v1");
        assertThat(Executive.rows(
                        "select payload::text from folkmoot.outbox where aggregateid = '" + representative + "'"))
                .singleElement()
                .asString()
                .doesNotContain(Executive.subject("lmc-executive"))
                .doesNotContain("Dr Somebody");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void an_observer_sees_dates_and_empty_chairs_and_nobodys_name_nor_what_is_said() {
        // Given
        String representative = named(mandate(), Map.of());
        String sitting = enter(ahead(10));
        Executive.put(Executive.lmc(), "/sittings/" + sitting + "/brief", brief("Say yes"))
                .then()
                .statusCode(200);
        String past = enter(ahead(-3));
        Executive.put(Executive.manager(), "/sittings/" + past + "/report", report())
                .then()
                .statusCode(200);

        // Then
        Executive.observer()
                .get("/sittings/" + sitting)
                .then()
                .statusCode(200)
                .body("chairs.seatName", contains("Partner member", "Deputy"))
                .body("chairs[0].name", nullValue())
                .body("brief", nullValue());
        Executive.observer()
                .get("/sittings/" + past)
                .then()
                .body("reportBack.filedAt", notNullValue())
                .body("reportBack.report", nullValue())
                .body("reportBack.filedBy", nullValue());
        Executive.observer().get("/sittings/" + sitting + "/briefs").then().statusCode(403);
        Executive.observer()
                .get("/representatives/" + representative)
                .then()
                .statusCode(200)
                .body("person", nullValue())
                .body("name", nullValue())
                .body("seatName", equalTo("Partner member"));
        Executive.lmc().get("/representatives/" + representative).then().body("name", equalTo("Dr Somebody"));
    }

    @Test
    void nobody_is_named_without_a_mandate_in_force_for_the_whole_term() {
        // Given
        String lapsed = Uuid7.next().toString();
        Executive.lapse(lapsed, group, Instant.now().minus(Duration.ofMinutes(5)));
        Executive.grant(lapsed, group, Uuid7.next().toString(), TODAY.minusMonths(2), TODAY.plusMonths(12));
        String later = Executive.mandate(group, TODAY.plusDays(5), TODAY.plusDays(60));
        String foreign = Executive.mandate(Executive.group(), TODAY.minusMonths(2), TODAY.plusMonths(12));
        heard(lapsed, later, foreign);

        // When, Then
        for (String mandate : List.of(Uuid7.next().toString(), foreign)) {
            name(mandate, Map.of())
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("representative-not-mandated"))
                    .body("conditions.condition", contains("mandate-known"));
        }
        name(lapsed, Map.of()).then().statusCode(409).body("conditions.condition", contains("mandate-not-lapsed"));
        name(later, Map.of())
                .then()
                .statusCode(409)
                .body("conditions.condition", containsInAnyOrder("mandate-begun", "mandate-not-lapsed"));
        name(
                        later,
                        Map.of(
                                "from", TODAY.plusDays(5).toString(),
                                "until", TODAY.plusDays(60).toString()))
                .then()
                .statusCode(201)
                .body("state", equalTo("ahead"))
                .body("mandated", equalTo(true));
        name(mandate(), Map.of("seat", 3)).then().statusCode(400).body("errors[0].pointer", equalTo("#/seat"));
        name(mandate(), Map.of("until", TODAY.minusDays(1).toString()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/until"));
    }

    @Test
    void news_of_mandates_that_was_not_taken_in_yet_makes_naming_impossible() {
        // Given
        String mandate = mandate();
        String lag = "update folkmoot.consumed set next_offset = next_offset %s 1"
                + " where consumer like 'power-%%' and topic = 'ics.qkk.mandate.mandate.v1'";

        // When, Then
        Executive.sql(lag.formatted("-"));
        try {
            name(mandate, Map.of()).then().statusCode(409).body("conditions.condition", contains("power-data-fresh"));
        } finally {
            Executive.sql(lag.formatted("+"));
        }
        named(mandate, Map.of());
    }

    @Test
    void a_mandate_that_lapses_leaves_the_chair_empty_from_its_instant_and_not_before() {
        // Given
        String mandate = mandate();
        String representative = named(mandate, Map.of());
        String before = enter(ahead(-8));
        String after = enter(ahead(4));
        assertThat(emptyChairsOf(after)).isEqualTo(1);

        // When
        Executive.lapse(mandate, group, Instant.now().minus(Duration.ofMinutes(1)));
        Executive.await(() -> emptyChairsOf(after) == 2);

        // Then
        Executive.manager()
                .get("/sittings/" + after)
                .then()
                .body("chairs[0].representative", equalTo(representative))
                .body("chairs[0].mandated", equalTo(false))
                .body("chairs[0].unmet.condition", contains("mandate-not-lapsed"));
        assertThat(emptyChairsOf(before)).isEqualTo(1);
        Executive.manager()
                .get("/representatives/" + representative)
                .then()
                .body("mandated", equalTo(false))
                .body("unmet.condition", contains("mandate-not-lapsed"));
        Executive.observer()
                .get("/groups/" + group + "/empty-chairs")
                .then()
                .body("items.id", contains(after))
                .body("items[0].emptyChairs", equalTo(2));
    }

    @Test
    void a_seat_has_one_representative_at_a_time_however_many_are_named_at_once()
            throws InterruptedException, ExecutionException {
        // Given
        String mandate = mandate();

        // When
        List<Callable<Integer>> all = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        each -> () -> name(mandate, Map.of()).statusCode())
                .toList();
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        }

        // Then
        assertThat(answers)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        name(mandate, Map.of()).then().statusCode(409).body("type", endsWith("chair-not-free"));
        named(mandate, Map.of("seat", 2));

        // When: recalled
        String first = Executive.get("/system-meetings/" + meeting + "/representatives")
                .getString("items[0].id");
        Executive.put(Executive.voter("G83001"), "/representatives/" + first + "/recall", Map.of("reason", "No"))
                .then()
                .statusCode(403);
        Executive.put(Executive.lmc(), "/representatives/" + first + "/recall", Map.of("reason", "Moved away"))
                .then()
                .statusCode(200)
                .body("state", equalTo("recalled"));

        // Then
        Executive.put(Executive.lmc(), "/representatives/" + first + "/recall", Map.of("reason", "Again"))
                .then()
                .statusCode(409)
                .body("type", endsWith("representative-not-in-state"));
        String second = named(mandate, Map.of());
        Executive.manager()
                .get("/sittings/" + enter(ahead(3)))
                .then()
                .body("chairs[0].representative", equalTo(second));
        assertThat(Executive.told(first))
                .containsExactly(
                        "folkmoot.executive.representative.named.v1", "folkmoot.executive.representative.recalled.v1");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void coverage_counts_what_has_begun_and_overdue_reports_are_found() {
        // Given
        String other = register(List.of("Observer"));
        named(mandate(), Map.of("from", TODAY.minusDays(30).toString()));
        String overdue = enter(ahead(-20));
        String reported = enter(ahead(-19));
        Executive.put(Executive.manager(), "/sittings/" + reported + "/report", report())
                .then()
                .statusCode(200)
                .body("reportBack.late", equalTo(true));
        enter(ahead(20));
        String cancelled = enter(ahead(-10));
        Executive.put(Executive.manager(), "/sittings/" + cancelled + "/cancellation", Map.of("reason", "No quorum"))
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        enter(other, ahead(-15));

        // When, Then
        Executive.observer()
                .get("/groups/" + group + "/representation")
                .then()
                .statusCode(200)
                .body("total.sittings", equalTo(3))
                .body("total.covered", equalTo(2))
                .body("total.chairs", equalTo(5))
                .body("total.filled", equalTo(2))
                .body("total.reports", equalTo(2))
                .body("total.filed", equalTo(1))
                .body("total.late", equalTo(1))
                .body("total.overdue", equalTo(1))
                .body("meetings.sittings", contains(2, 1));
        Executive.manager()
                .get("/groups/" + group + "/sittings?overdue=true")
                .then()
                .body("items.id", contains(overdue))
                .body("items.state", everyItem(equalTo("report-overdue")));
        assertThat(Executive.manager()
                        .accept("text/csv")
                        .get("/groups/" + group + "/representation")
                        .asString()
                        .lines())
                .hasSize(4)
                .last()
                .isEqualTo("All,3,2,5,2,2,1,1,1");
        String narrow =
                "/groups/" + group + "/representation?from=" + TODAY.minusDays(16) + "&until=" + TODAY.minusDays(14);
        Executive.manager()
                .get(narrow)
                .then()
                .body("total.sittings", equalTo(1))
                .body("total.covered", equalTo(0));
        for (String wrong : List.of("from=2027-02-30", "from=soon", "from=2027-02-01&until=2027-01-31")) {
            Executive.manager()
                    .get("/groups/" + group + "/representation?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors", hasSize(1));
        }
    }

    @Test
    void dates_follow_the_rhythm_once_each_and_pages_hold_them_all() {
        // Given
        String weekly = register(
                List.of("Member"),
                Map.of(
                        "recurrence",
                        Map.of("weeks", 1, "firstDay", TODAY.plusDays(1).toString(), "time", "09:30")));
        List<String> next = Executive.get("/system-meetings/" + weekly).getList("next");
        Executive.create(Executive.manager(), "/system-meetings/" + weekly + "/sittings", Map.of())
                .then()
                .statusCode(201)
                .body("startsAt", equalTo(next.getFirst()));

        // When
        var until = Map.of("until", TODAY.plusWeeks(6).toString());
        int added = Executive.put(Executive.manager(), "/system-meetings/" + weekly + "/dates", until)
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();

        // Then
        assertThat(added).isBetween(4, 6);
        Executive.put(Executive.manager(), "/system-meetings/" + weekly + "/dates", until)
                .then()
                .body("items", hasSize(0));
        var seen = new ArrayList<String>();
        String path = "/groups/" + group + "/sittings?limit=2&meeting=" + weekly;
        @Nullable String cursor = "";
        while (cursor != null) {
            var page = Executive.get(path + cursor);
            seen.addAll(page.<String>getList("items.startsAt"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertThat(seen).hasSize(added + 1).isSorted().doesNotHaveDuplicates();
        Executive.create(
                        Executive.manager(),
                        "/system-meetings/" + weekly + "/sittings",
                        Map.of("startsAt", next.getFirst()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/startsAt"));
        Executive.create(Executive.manager(), "/system-meetings/" + meeting + "/sittings", Map.of())
                .then()
                .statusCode(400);
    }

    @Test
    void the_chain_leads_from_a_representative_up_to_the_ballot_of_the_mandate() {
        // Given
        String ballot = Uuid7.next().toString();
        String mandate = Uuid7.next().toString();
        Executive.grant(mandate, group, ballot, TODAY.minusMonths(2), TODAY.plusMonths(12));
        heard(mandate);
        String representative = named(mandate, Map.of());

        // When, Then
        Executive.observer()
                .get("/authority/representative/" + representative)
                .then()
                .statusCode(200)
                .body("nodes.kind", contains("representative", "mandate", "ballot"))
                .body("nodes[0].title", equalTo("Partner member, Primary care committee"));
        Executive.put(Executive.lmc(), "/representatives/" + representative + "/recall", Map.of("reason", "Moved away"))
                .then()
                .statusCode(200);
        Executive.observer()
                .get("/authority/mandate/" + mandate)
                .then()
                .body("nodes.find { it.kind == 'representative' }.outcome", equalTo("recalled"));
    }

    @Test
    void what_is_one_ics_s_is_nobody_elses_and_nobody_does_what_is_not_theirs() {
        // Given
        String representative = named(mandate(), Map.of());
        String sitting = enter(ahead(5));

        // When, Then
        for (String path : List.of(
                "/groups/" + group + "/system-meetings",
                "/groups/" + group + "/sittings",
                "/groups/" + group + "/empty-chairs",
                "/groups/" + group + "/representation",
                "/system-meetings/" + meeting,
                "/system-meetings/" + meeting + "/representatives",
                "/representatives/" + representative,
                "/sittings/" + sitting,
                "/sittings/" + sitting + "/briefs")) {
            Executive.manager().get(path).then().statusCode(200);
            Executive.as("qr1", "executive-manager", "QR1").get(path).then().statusCode(404);
            Executive.as("qkk", "int-clinician", "QKK").get(path).then().statusCode(403);
        }
        Executive.put(Executive.as("qr1", "executive-manager", "QR1"), "/sittings/" + sitting + "/brief", brief("Ours"))
                .then()
                .statusCode(404);
        Executive.put(
                        Executive.as("qr1", "executive-manager", "QR1"),
                        "/representatives/" + representative + "/recall",
                        Map.of("reason", "Ours"))
                .then()
                .statusCode(404);
        for (String role : List.of("practice-voter", "ics-observer", "ics-admin")) {
            var person = Executive.as("qkk", role, "QKK");
            Executive.create(person, "/groups/" + group + "/system-meetings", meeting(List.of("Seat"), Map.of()))
                    .then()
                    .statusCode(403);
        }
        Executive.put(Executive.observer(), "/sittings/" + sitting + "/report", report())
                .then()
                .statusCode(403);
    }

    // ------------------------------------------------------------------------------------------------ what is done

    private String register(List<String> seats) {
        return register(seats, Map.of());
    }

    private String register(List<String> seats, Map<String, Object> more) {
        return Executive.create(Executive.manager(), "/groups/" + group + "/system-meetings", meeting(seats, more))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> meeting(List<String> seats, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "body", "Primary care committee",
                "purpose", "Commissions general practice.",
                "ledBy", "The board's director of primary care",
                "place", "Town hall",
                "seats", seats));
        body.putAll(more);
        return body;
    }

    private String mandate() {
        String mandate = Executive.mandate(group, TODAY.minusMonths(2), TODAY.plusMonths(12));
        heard(mandate);
        return mandate;
    }

    private static void heard(String... mandates) {
        for (String mandate : mandates) {
            Executive.await(() -> !Executive.rows(
                            "select id from mandate where granted_at is not null and id = '" + mandate + "'")
                    .isEmpty());
        }
    }

    private String named(String mandate, Map<String, Object> more) {
        return name(mandate, more).then().statusCode(201).extract().path("id");
    }

    private Response name(String mandate, Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "seat",
                1,
                "person",
                "somebody",
                "personName",
                "Dr Somebody",
                "mandate",
                mandate,
                "from",
                TODAY.minusDays(20).toString(),
                "until",
                TODAY.plusMonths(6).toString()));
        body.putAll(more);
        return Executive.create(Executive.lmc(), "/system-meetings/" + meeting + "/representatives", body);
    }

    private String enter(Instant startsAt) {
        return enter(meeting, startsAt);
    }

    private static String enter(String of, Instant startsAt) {
        return Executive.create(
                        Executive.manager(),
                        "/system-meetings/" + of + "/sittings",
                        Map.of("startsAt", startsAt.toString()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Instant ahead(int days) {
        return Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(days));
    }

    private static int emptyChairsOf(String sitting) {
        return Executive.get("/sittings/" + sitting).getInt("emptyChairs");
    }

    private static Map<String, String> brief(String say) {
        return Map.of("say", say, "notAgree", "Anything that moves work without money.");
    }

    private static Map<String, String> report() {
        return Map.of("report", "They listened.", "commitments", "To nothing new");
    }
}
