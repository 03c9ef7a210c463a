package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RegistryTest
class ReleaseApiTest {

    @BeforeEach
    void real_directory() {
        Registry.realDirectory();
    }

    @Test
    void the_report_of_the_real_release_accounts_for_every_row() {
        // When: the same files once more, so that this test need not be the first
        Response answer = Registry.handIn(Registry.folder(), UUID.randomUUID().toString());
        JsonPath report = Registry.report(answer.header("Location"));

        // Then
        answer.then().statusCode(202).body("state", equalTo("queued"));
        Map<String, Object> whole = report.getMap("$");
        assertThat(whole.keySet())
                .containsExactly("release", "outcome", "files", "quarantine", "counts", "announced", "seconds");
        assertThat(report.getString("release")).isEqualTo("2026-08-01");
        assertThat(report.getString("outcome")).isEqualTo("unchanged");
        assertThat(report.getMap("announced")).isEmpty();
        assertThat(report.getMap("counts"))
                .isEqualTo(Map.of(
                        "organisations",
                        1569,
                        "practices",
                        414,
                        "pcns",
                        97,
                        "memberships",
                        411,
                        "patients",
                        4_563_572));
        List<Map<String, Object>> files = report.getList("files");
        assertThat(report.getList("files.findAll { it.rowsRead != it.loaded + it.quarantined }"))
                .isEmpty();
        assertThat(files).hasSize(11);
        assertThat(files)
                .filteredOn(file -> !"unrecognised".equals(file.get("kind")))
                .hasSize(10)
                .allSatisfy(file -> {
                    assertThat(file.keySet())
                            .containsExactly("file", "kind", "dialect", "rowsRead", "loaded", "quarantined");
                    assertThat(number(file, "rowsRead"))
                            .isPositive()
                            .isEqualTo(number(file, "loaded") + number(file, "quarantined"));
                });
        assertThat(files)
                .contains(Map.of(
                        "file",
                        Samples.EPRACCUR_DSE,
                        "kind",
                        "epraccur",
                        "dialect",
                        "dse",
                        "rowsRead",
                        1011,
                        "loaded",
                        1011,
                        "quarantined",
                        0));
        assertThat(files)
                .filteredOn(file -> "README.md".equals(file.get("file")))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file).containsEntry("kind", "unrecognised").containsEntry("reason", "unknown-columns");
                    assertThat(file).containsEntry("rowsRead", 0);
                });
    }

    @Test
    void a_quarantined_row_is_told_with_its_line_reason_and_text() {
        // Given: an old extract, which alters nothing that other tests look at
        String text = Samples.lines(Samples.LISTS).getFirst()
                + "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,ZZ0001,NR25 6QA,ALL,ALL,14\r\n"
                + "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,\"ZZ0002,NR25 6QA,ALL,ALL,14\r\n"
                + "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,ZZ0003,NR25 6QA,ALL,ALL,many\r\n"
                + "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,ZZ\u00e9,NR25 6QA,ALL,ALL,14\r\n";

        // When
        JsonPath report = Registry.load(Map.of("lists.csv", text.getBytes(StandardCharsets.ISO_8859_1)));

        // Then
        assertThat(report.getString("outcome")).isEqualTo("loaded");
        assertThat(report.getList("quarantine"))
                .containsExactly(
                        Map.of(
                                "file",
                                "lists.csv",
                                "line",
                                3,
                                "reason",
                                "broken-quote",
                                "raw",
                                "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,\"ZZ0002,NR25 6QA,ALL,ALL,14"),
                        Map.of(
                                "file",
                                "lists.csv",
                                "line",
                                4,
                                "reason",
                                "invalid-number",
                                "raw",
                                "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,ZZ0003,NR25 6QA,ALL,ALL,many"),
                        Map.of(
                                "file",
                                "lists.csv",
                                "line",
                                5,
                                "reason",
                                "not-utf-8",
                                "raw",
                                "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,ZZ\u00e9,NR25 6QA,ALL,ALL,14"));
        assertThat(report.getMap("files[0]")).containsEntry("rowsRead", 4).containsEntry("loaded", 1);
        assertThat(report.getMap("announced")).isEmpty();
    }

    static Stream<Arguments> bad_releases() {
        String dse = Samples.text(Samples.EPRACCUR_DSE);
        byte[] html = "<!DOCTYPE html><html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8);
        byte[] pdf = "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8);
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
        byte[] whole = dse.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("a web page", Map.of("epraccur.csv", html), "wrong-file"),
                Arguments.of("an archive", Map.of("epraccur.csv", zip), "wrong-file"),
                Arguments.of("nothing", Map.of("epraccur.csv", new byte[0]), "wrong-file"),
                Arguments.of("a web page beside good files", Map.of("a.csv", whole, "map.csv", html), "wrong-file"),
                Arguments.of("a document alone", Map.of("spec.pdf", pdf), "nothing-recognised"),
                Arguments.of(
                        "a table of something else alone",
                        Registry.file("derived.csv", "CATEGORY,DETAIL\na,b\n"),
                        "nothing-recognised"),
                Arguments.of(
                        "half a file",
                        Registry.file("epraccur.csv", dse.substring(0, dse.length() / 2)),
                        "half-a-file"),
                Arguments.of(
                        "half a file beside a whole one",
                        Map.of(
                                "a.csv",
                                whole,
                                "map.csv",
                                Samples.text(Samples.MAP).substring(0, 40_000).getBytes(StandardCharsets.UTF_8)),
                        "half-a-file"),
                Arguments.of(
                        "a damaged header",
                        Registry.file("map.csv", Samples.text(Samples.MAP).replaceFirst("PCN_CODE", "PCNCODE")),
                        "wrong-file"),
                Arguments.of(
                        "no good row",
                        Registry.file("lists.csv", Samples.text(Samples.LISTS).replace("ALL,ALL", "ALL,65")),
                        "no-row"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad_releases")
    void a_bad_release_is_refused_and_nothing_of_it_is_loaded(String what, Map<String, byte[]> files, String reason) {
        // Given
        String before = Registry.facts();

        // When
        JsonPath report = Registry.load(files);

        // Then
        assertThat(report.getString("outcome")).as(what).isEqualTo("refused");
        assertThat(report.getString("refusal.reason")).isEqualTo(reason);
        assertThat(report.getList("files.loaded")).containsOnly(0);
        assertThat(report.getList("files.rowsRead")).isEqualTo(report.getList("files.quarantined"));
        assertThat(report.getInt("counts.practices")).isEqualTo(414);
        assertThat(report.getMap("announced")).isEmpty();
        assertThat(Registry.facts()).isEqualTo(before);
    }

    @Test
    void half_a_file_is_told_by_the_line_in_which_it_breaks_off() {
        String text = Samples.text(Samples.EPRACCUR_DSE).substring(0, 100_000);
        JsonPath report = Registry.load(Registry.file("epraccur.csv", text));
        assertThat(report.getInt("quarantine[0].line"))
                .isEqualTo((int) text.lines().count());
        assertThat(report.getString("quarantine[0].reason")).isEqualTo("truncated");
        assertThat(report.getString("quarantine[0].raw"))
                .isEqualTo(text.lines().toList().getLast());
        assertThat(report.getString("refusal.detail")).contains("epraccur.csv").contains("breaks off");
    }

    @Test
    void only_a_platform_operator_hands_releases_in_and_watches_them() {
        String job = Registry.path(Registry.handIn(Registry.folder()));
        for (String path : List.of(job, job + "/report", job + "/progress", "/directory/jobs")) {
            RestAssured.given().get(path).then().statusCode(401).contentType("application/problem+json");
            Registry.administrator("qkk").get(path).then().statusCode(403).contentType("application/problem+json");
        }
        Registry.administrator("qkk")
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("files", "a.csv", new byte[] {1})
                .post("/directory/releases")
                .then()
                .statusCode(403);
    }

    @Test
    void tokens_of_strangers_and_of_people_without_an_organisation_open_nothing() {
        Registry.person("qkk", "ics-observer").get("/directory/icbs").then().statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(TestRealm.of("qkk").token("ics-observer"))
                .get("/directory/icbs")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/organisation-claim-missing"));
        RestAssured.given()
                .auth()
                .oauth2(TestRealm.of("stranger").token("ics-observer", "QQQ"))
                .get("/directory/icbs")
                .then()
                .statusCode(401);
    }

    @Test
    void the_same_request_twice_is_one_job() {
        // Given
        String key = UUID.randomUUID().toString();
        Map<String, byte[]> files = Registry.file("derived.csv", "CATEGORY,DETAIL\na,b\n");

        // When
        String first =
                Registry.handIn(files, key).then().statusCode(202).extract().header("Location");
        String second =
                Registry.handIn(files, key).then().statusCode(202).extract().header("Location");

        // Then
        assertThat(Registry.path(second)).isEqualTo(Registry.path(first));
        Registry.handIn(Registry.file("other.csv", "x"), key).then().statusCode(422);
        Registry.operator()
                .multiPart("files", "a.csv", new byte[] {1})
                .post("/directory/releases")
                .then()
                .statusCode(400);
    }

    @Test
    void a_release_without_files_or_with_a_date_that_is_none_is_no_job() {
        Registry.operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("asAt", "2026-08-01")
                .post("/directory/releases")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#form/files"));
        Registry.operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .multiPart("asAt", "August")
                .multiPart("files", "a.csv", new byte[] {1})
                .post("/directory/releases")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#form/asAt"));
        Registry.handIn(
                        Registry.file("release.json", "{\"asAt\": \"soon\"}"),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(400);
    }

    @Test
    void two_releases_at_once_are_loaded_one_after_the_other() {
        // When
        String first = Registry.handIn(Registry.folder());
        String second = Registry.handIn(Registry.folder());

        // Then
        assertThat(Registry.report(first).getString("outcome")).isEqualTo("unchanged");
        assertThat(Registry.report(second).getString("outcome")).isEqualTo("unchanged");
        assertThat(Registry.rows("""
                        select count(*) from load_job a join load_job b on a.position < b.position
                        where b.started_at < a.finished_at
                        """)).containsExactly("0");
    }

    @Test
    void progress_is_told_until_the_load_has_ended() {
        String job = Registry.path(Registry.handIn(Registry.folder()));
        String events = Registry.operator()
                .accept("text/event-stream")
                .get(job + "/progress")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        List<String> data =
                events.lines().filter(line -> line.startsWith("data:")).toList();
        assertThat(data).isNotEmpty();
        assertThat(JsonPath.from(data.getLast().substring(5)).getBoolean("ended"))
                .isTrue();
        Registry.operator().get("/directory/jobs/" + UUID.randomUUID()).then().statusCode(404);
        Registry.operator()
                .get("/directory/jobs/" + UUID.randomUUID() + "/report")
                .then()
                .statusCode(404);
    }

    @Test
    void a_report_before_the_end_is_a_problem_and_a_load_that_was_cut_short_is_begun_again() throws SQLException {
        // Given: a load that waits in its middle for a lock of ours
        String text = Samples.text(Samples.LISTS).replace("2025-04-01", "2013-04-01");
        String before;
        String job;
        try (Connection holding = TestStack.current().superuser(Registry.DATABASE);
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('folkmoot.registry.facts', 0))");
            before = Registry.facts();
            job = Registry.path(Registry.handIn(Registry.file("lists.csv", text)));
            Registry.await(() -> !waiting().isEmpty());
            Registry.operator().get(job + "/report").then().statusCode(409).body("type", endsWith("load-in-progress"));

            // When: its connections are killed, twice
            for (int attempt = 1; attempt <= 2; attempt++) {
                Registry.sql("select pg_terminate_backend(" + waiting().getFirst() + ")");
                int next = attempt + 1;
                Registry.await(() -> Registry.operator().get(job).jsonPath().getInt("attempts") == next
                        && !waiting().isEmpty());
                assertThat(Registry.facts()).isEqualTo(before);
            }
            holding.rollback();
        }

        // Then
        JsonPath report = Registry.report(job);
        assertThat(report.getString("outcome")).isEqualTo("loaded");
        assertThat(report.getInt("files[0].loaded")).isEqualTo(454);
        assertThat(Registry.rows("select count(*) from load_chunk where job_id = '"
                        + job.substring(job.lastIndexOf('/') + 1) + "'"))
                .containsExactly("0");
    }

    @Test
    void a_load_whose_process_died_is_found_at_its_free_lock_and_finished() throws SQLException {
        // Given: nobody works while we hold the queue's lock; the job says that somebody did
        String job;
        try (Connection holding = TestStack.current().superuser(Registry.DATABASE);
                Statement statement = holding.createStatement()) {
            Registry.await(() -> tryLock(statement));
            job = Registry.path(Registry.handIn(Registry.folder()));
            Registry.sql("update load_job set state = 'running', attempts = 1, phase = 'reading' where id = '"
                    + job.substring(job.lastIndexOf('/') + 1) + "'");
        }

        // Then
        assertThat(Registry.report(job).getString("outcome")).isEqualTo("unchanged");
        assertThat(Registry.operator().get(job).jsonPath().getInt("attempts")).isEqualTo(2);
    }

    @Test
    void a_load_that_fails_time_and_again_is_given_up_and_keeps_no_other_waiting() {
        // Given
        String job;
        try (Connection holding = TestStack.current().superuser(Registry.DATABASE);
                Statement statement = holding.createStatement()) {
            Registry.await(() -> tryLock(statement));
            job = Registry.path(Registry.handIn(Registry.folder()));
            Registry.sql("update load_job set state = 'running', attempts = 3 where id = '"
                    + job.substring(job.lastIndexOf('/') + 1) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }

        // Then
        JsonPath report = Registry.report(job);
        assertThat(report.getString("outcome")).isEqualTo("refused");
        assertThat(report.getString("refusal.reason")).isEqualTo("failed");
        assertThat(Registry.load(Registry.folder()).getString("outcome")).isEqualTo("unchanged");
    }

    @Test
    void the_operator_gives_dates_to_files_that_have_none() {
        // Given
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("release.json", "{\"files\": {\"a.csv\": \"2012-02-03\"}}".getBytes(StandardCharsets.UTF_8));
        files.put(
                "a.csv",
                Samples.lines(Samples.BRANCHES)
                        .getFirst()
                        .replace("D82001001", "ZZ9001001")
                        .getBytes(StandardCharsets.UTF_8));

        // When
        JsonPath report = Registry.load(files);

        // Then
        assertThat(report.getString("release")).isEqualTo("2012-02-03");
        assertThat(report.getList("files")).hasSize(1);
        Registry.operator()
                .get("/directory/releases?limit=500")
                .then()
                .contentType(ContentType.JSON)
                .body("items.find { it.asAt == '2012-02-03' }.files[0].asAt", equalTo("2012-02-03"))
                .body("items[0].asAt", equalTo("2026-08-01"))
                .body("items[0].inForce", equalTo(true));
        assertThat(Registry.operator().get("/directory/releases?format=csv").asString())
                .startsWith("As at,Taken in,In force,Files\r\n2026-08-01,")
                .contains("\n2012-02-03,", ",a.csv\r\n");
        assertThat(Registry.operator().get("/directory/jobs?format=csv").asString())
                .startsWith("Handed in,State,Outcome,Rows read,Rows changed,Held back\r\n")
                .contains(",done,loaded,");
        Registry.sql("delete from organisation where code = 'ZZ9001001'");
    }

    private static List<String> waiting() {
        return Registry.rows("""
                select pid from pg_stat_activity
                where datname = 'registry_test' and wait_event_type = 'Lock' and wait_event = 'advisory'
                  and query like '%folkmoot.registry.facts%'
                """);
    }

    private static boolean tryLock(Statement statement) {
        try (var row =
                statement.executeQuery("select pg_try_advisory_lock(hashtextextended('folkmoot.registry.loads', 0))")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Map<String, Object> file, String name) {
        return (int) Objects.requireNonNull(file.get(name), name);
    }
}
