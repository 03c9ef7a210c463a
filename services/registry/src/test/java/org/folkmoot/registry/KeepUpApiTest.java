package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.registry.keepup.OdsServer.json;
import static org.folkmoot.registry.keepup.OdsServer.organisation;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.registry.keepup.OdsServer;
import org.folkmoot.registry.odsfile.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = KeepUpStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = KeepUpStack.DATABASE),
            @ResourceArg(name = "realms", value = "qkk"),
            @ResourceArg(name = "topics", value = "platform.tenants.ics.v1")
        })
class KeepUpApiTest {

    private static final String SEARCH = "/Organization?";

    /** Changes are asked for since a day that is not long ago, whenever this runs. */
    @BeforeEach
    void the_real_directory_known_up_to_yesterday() {
        if (rows("select count(*) from release where as_at = '2026-08-01'").equals(List.of("0"))) {
            assertThat(Registry.load(Registry.folder()).getString("outcome")).isEqualTo("loaded");
        }
        KeepUpStack.ODS.forget();
        Registry.await(() -> rows("select source from directory_source order by 1")
                .equals(List.of("folder", "object-store", "ods-api")));
        settle();
        Registry.sql(
                KeepUpStack.DATABASE,
                "update directory_source set changed_since = current_date - 1, failing_since = null, fault = null;"
                        + " update quarantined_organisation set ask_at = now() + interval '1 year'");
    }

    @Test
    void what_changed_is_loaded_and_what_cannot_be_read_waits_until_it_can() {
        // Given: two pages, on the second the recorded organisation, whose "active" is a text
        KeepUpStack.ODS
                .answers(
                        SEARCH,
                        json(KeepUpStack.ODS.bundle(
                                KeepUpStack.ODS.url() + "/Organization?_page=2",
                                organisation("D82001", "HOLT SURGERY", true),
                                organisation("FX001", "A PHARMACY", true)
                                        .replace("RO177", "RO182")
                                        .replace("RO76", "RO9"))))
                .answers(
                        "/Organization?_page=2",
                        json(KeepUpStack.ODS.bundle(
                                "", OdsServer.recordedOrganisation(), organisation("D82001", "HOLT SURGERY", true))));

        // When
        look("ods-api");

        // Then
        JsonPath run = newest("ods-api");
        assertThat(run.getString("items[0].state")).isEqualTo("loaded");
        assertThat(run.getInt("items[0].pages")).isEqualTo(2);
        assertThat(run.getInt("items[0].told")).isEqualTo(3);
        assertThat(run.getInt("items[0].taken")).isEqualTo(1);
        assertThat(run.getInt("items[0].elsewhere")).isEqualTo(1);
        assertThat(run.getInt("items[0].quarantined")).isEqualTo(1);
        assertThat(KeepUpStack.ODS.asked().getFirst())
                .isEqualTo("/Organization?lastChangeDate=gt" + today().minusDays(4));
        assertThat(Registry.operator()
                        .get("/directory/organisations/D82001")
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("HOLT SURGERY");
        assertThat(source("ods-api").getString("changedSince")).isEqualTo(today().toString());
        JsonPath waiting = Registry.operator().get("/directory/quarantine").jsonPath();
        assertThat(waiting.getList("items.code")).containsExactly("Y01234");
        assertThat(waiting.getString("items[0].reason")).isEqualTo("unknown-status");
        assertThat(waiting.getString("items[0].raw")).contains("\"active\":\"yes\"");
        assertThat(openFindings()).containsExactly("Y01234");

        // When: it can be read now, and an operator asks again
        KeepUpStack.ODS.forget();
        KeepUpStack.ODS
                .answers(SEARCH, json(KeepUpStack.ODS.bundle("")))
                .answers("/Organization/Y01234", json(organisation("Y01234", "TEST MEDICAL CENTRE", true)));
        String question = "/directory/quarantine/" + waiting.getString("items[0].id") + "/question";
        Registry.operator().put(question).then().statusCode(202).body("code", equalTo("Y01234"));

        // Then
        Registry.await(() -> Registry.operator()
                .get("/directory/quarantine")
                .jsonPath()
                .getList("items")
                .isEmpty());
        settle();
        assertThat(Registry.operator()
                        .get("/directory/organisations/Y01234")
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("TEST MEDICAL CENTRE");
        assertThat(openFindings()).isEmpty();
        Registry.operator().put(question).then().statusCode(409).body("type", endsWith("organisation-not-waiting"));
    }

    @Test
    void what_was_told_before_is_no_run_and_moves_the_day() {
        // Given
        KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("", organisation("D82002", "GROVE HOUSE", true))));
        look("ods-api");
        String first = newest("ods-api").getString("items[0].id");
        Registry.sql(KeepUpStack.DATABASE, "update directory_source set changed_since = current_date - 1");

        // When
        look("ods-api");

        // Then
        assertThat(newest("ods-api").getString("items[0].id")).isEqualTo(first);
        assertThat(source("ods-api").getString("changedSince")).isEqualTo(today().toString());
    }

    @Test
    void the_first_question_begins_where_whole_files_end_and_so_does_the_first_after_half_a_year() {
        // Given: files of several days, of which the trusts' is the oldest and the networks' the newest
        String dates = """
                {"files": {"etr.csv": "%s", "epraccur.csv": "%s", "pcns.csv": "%s"}}
                """.formatted(today().minusDays(12), today().minusDays(10), today().minusDays(8));
        JsonPath report = Registry.load(Map.of(
                "etr.csv", Samples.text(Samples.TRUSTS).getBytes(StandardCharsets.UTF_8),
                "epraccur.csv", Samples.text(Samples.EPRACCUR_DSE).getBytes(StandardCharsets.UTF_8),
                "pcns.csv", Samples.text(Samples.PCNS).getBytes(StandardCharsets.UTF_8),
                "release.json", dates.getBytes(StandardCharsets.UTF_8)));
        assertThat(report.getString("outcome")).isIn("loaded", "unchanged");

        for (String reached : List.of("null", "current_date - 200")) {
            // When
            KeepUpStack.ODS.forget();
            KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("")));
            Registry.sql(KeepUpStack.DATABASE, "update directory_source set changed_since = " + reached);
            look("ods-api");

            // Then: two days are asked for once more, and the question is for what is after
            assertThat(source("ods-api").getString("fault")).isNull();
            assertThat(KeepUpStack.ODS.asked())
                    .containsExactly("/Organization?lastChangeDate=gt" + today().minusDays(15));
            assertThat(source("ods-api").getString("changedSince")).isEqualTo(today().toString());
        }

        // When: what was reached is later
        KeepUpStack.ODS.forget();
        KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("")));
        Registry.sql(KeepUpStack.DATABASE, "update directory_source set changed_since = current_date - 1");
        look("ods-api");

        // Then
        assertThat(KeepUpStack.ODS.asked()).containsExactly("/Organization?lastChangeDate=gt" + today().minusDays(4));
    }

    @Test
    void a_fault_on_the_last_page_moves_nothing_and_is_seen() {
        // Given
        String before = source("ods-api").getString("changedSince");
        KeepUpStack.ODS
                .answers(
                        SEARCH,
                        json(KeepUpStack.ODS.bundle(
                                KeepUpStack.ODS.url() + "/Organization?_page=2", organisation("D82003", "LOST", true))))
                .answers("/Organization?_page=2", OdsServer.status(500));

        // When
        look("ods-api");

        // Then
        JsonPath failing = source("ods-api");
        assertThat(failing.getString("fault")).startsWith("The API answers 500");
        assertThat(failing.getString("failingSince")).isNotNull();
        assertThat(failing.getString("changedSince")).isEqualTo(before);
        assertThat(rows("select name from organisation where name = 'LOST'")).isEmpty();

        // When
        KeepUpStack.ODS.forget();
        KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("")));
        look("ods-api");

        // Then
        assertThat(source("ods-api").getString("failingSince")).isNull();
        assertThat(source("ods-api").getString("changedSince")).isEqualTo(today().toString());
    }

    @Test
    void suspiciously_many_closures_wait_for_an_operator() {
        // Given
        List<String> codes =
                rows("select code from practice_on('2026-08-01') where icb = 'QKK' order by code limit 20");
        String[] closing = codes.stream()
                .map(code -> organisation(code, "CLOSED " + code, false))
                .toArray(String[]::new);
        KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("", closing)));
        String before = source("ods-api").getString("changedSince");

        // When
        look("ods-api");

        // Then
        JsonPath held = newest("ods-api");
        assertThat(held.getString("items[0].state")).isEqualTo("held");
        assertThat(held.getString("items[0].refusal")).contains("20 would close");
        assertThat(source("ods-api").getString("changedSince")).isEqualTo(before);

        // When: the same is told again
        look("ods-api");

        // Then
        String id = held.getString("items[0].id");
        assertThat(newest("ods-api").getString("items[0].id")).isEqualTo(id);
        assertThat(newest("ods-api").getString("items[0].state")).isEqualTo("held");

        // When
        String run = "/directory/runs/" + id;
        Registry.operator().put(run + "/confirmation").then().statusCode(428);
        String tag = Registry.operator().get(run).getHeader("ETag");
        Registry.operator()
                .header("If-Match", "\"0\"")
                .put(run + "/confirmation")
                .then()
                .statusCode(412);
        Registry.operator()
                .header("If-Match", tag)
                .put(run + "/confirmation")
                .then()
                .statusCode(202)
                .body("state", equalTo("loading"));
        settle();

        // Then
        assertThat(Registry.operator().get(run).jsonPath().getString("state")).isEqualTo("loaded");
        assertThat(source("ods-api").getString("changedSince")).isEqualTo(today().toString());
        assertThat(rows("select count(*) from organisation where name like 'CLOSED %' and status = 'closed'"))
                .containsExactly("20");
        Registry.operator()
                .header("If-Match", Registry.operator().get(run).getHeader("ETag"))
                .put(run + "/confirmation")
                .then()
                .statusCode(409)
                .body("type", endsWith("run-not-held"));
        assertThat(rows("select count(*) from folkmoot.ledger_entry where stream = 'audit/directory-run/" + id + "'"))
                .containsExactly("1");
    }

    @Test
    void one_that_was_kept_aside_waits_until_the_load_that_has_it_has_ended_well() {
        // Given: it can be read now, and twenty closures come with it
        keptAside("Y07777");
        String[] closing =
                rows("select code from practice_on('2026-08-01') where icb = 'QKK' order by code desc limit 20")
                        .stream()
                        .map(code -> organisation(code, "SHUT " + code, false))
                        .toArray(String[]::new);
        KeepUpStack.ODS
                .answers(SEARCH, json(KeepUpStack.ODS.bundle("", closing)))
                .answers("/Organization/Y07777", json(organisation("Y07777", "MENDED SURGERY", true)));
        askForAllThatWait();

        // When
        look("ods-api");

        // Then
        JsonPath held = newest("ods-api");
        assertThat(held.getString("items[0].state")).isEqualTo("held");
        assertThat(held.getInt("items[0].taken")).isEqualTo(21);
        assertThat(stateOf("Y07777")).isEqualTo("waiting");
        assertThat(openFindings()).contains("Y07777");

        // When: what is told next takes the place of what is held, and it is not told of
        KeepUpStack.ODS.answers(
                SEARCH, json(KeepUpStack.ODS.bundle("", organisation("D82006", "SEVEN RIVERS OF MAY", true))));
        look("ods-api");

        // Then
        assertThat(Registry.operator()
                        .get("/directory/runs/" + held.getString("items[0].id"))
                        .jsonPath()
                        .getString("state"))
                .isEqualTo("overtaken");
        assertThat(rows("select count(*) from organisation where name = 'SEVEN RIVERS OF MAY'"))
                .containsExactly("1");
        assertThat(stateOf("Y07777")).isEqualTo("waiting");

        // When
        KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("")));
        askForAllThatWait();
        look("ods-api");

        // Then
        assertThat(stateOf("Y07777")).isEqualTo("read");
        assertThat(rows("select name from organisation where code = 'Y07777'")).containsExactly("MENDED SURGERY");
        assertThat(openFindings()).doesNotContain("Y07777");
    }

    @Test
    void one_that_the_api_cannot_answer_for_does_not_keep_others_waiting() {
        // Given
        keptAside("Y06666");
        KeepUpStack.ODS
                .answers(
                        SEARCH, json(KeepUpStack.ODS.bundle("", organisation("D82005", "FOUR WINDS OF OCTOBER", true))))
                .answers("/Organization/Y06666", OdsServer.status(500));
        askForAllThatWait();

        // When
        look("ods-api");

        // Then
        assertThat(source("ods-api").getString("fault")).isNull();
        assertThat(source("ods-api").getString("changedSince")).isEqualTo(today().toString());
        assertThat(rows("select count(*) from organisation where name = 'FOUR WINDS OF OCTOBER'"))
                .containsExactly("1");
        JsonPath waiting = Registry.operator()
                .get("/directory/quarantine")
                .jsonPath()
                .setRootPath("items.find { it.code == 'Y06666' }");
        assertThat(waiting.getString("state")).isEqualTo("waiting");
        assertThat(waiting.getString("fault")).startsWith("The API answers 500");

        // When
        KeepUpStack.ODS
                .answers(SEARCH, json(KeepUpStack.ODS.bundle("")))
                .answers("/Organization/Y06666", json(organisation("Y06666", "MENDED", true)));
        askForAllThatWait();
        look("ods-api");

        // Then
        assertThat(stateOf("Y06666")).isEqualTo("read");
    }

    @Test
    void a_whole_release_in_the_folder_is_taken_once_and_half_a_one_never() throws Exception {
        // Given: half a copy, one that was written just now, and a whole one
        String old = Samples.lines(Samples.LISTS).getFirst()
                + "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,%s,NR25 6QA,ALL,ALL,%d\r\n";
        write("a-half", "lists.csv", old.formatted("ZZ0001", 1));
        write("a-half", "SHA256SUMS", sum("lists.csv", old.formatted("ZZ0001", 1)) + sum("map.csv", "not there yet"));
        write("b-new", "lists.csv", old.formatted("ZZ0002", 2));
        write("c-whole", "lists.csv", old.formatted("ZZ0003", 3));
        write("c-whole", "SHA256SUMS", sum("lists.csv", old.formatted("ZZ0003", 3)));

        // When
        look("folder");
        Registry.await(() -> newest("folder").getList("items.place").contains("c-whole"));
        look("folder");

        // Then
        assertThat(newest("folder").<String>getList("items.place"))
                .doesNotContain("a-half", "b-new")
                .containsOnlyOnce("c-whole");
        assertThat(rows("select count(*) from list_size where practice in ('ZZ0001', 'ZZ0002', 'ZZ0003')"))
                .containsExactly("1");

        // When: the same bytes under another name
        write("d-again", "lists.csv", old.formatted("ZZ0003", 3));
        write("d-again", "SHA256SUMS", sum("lists.csv", old.formatted("ZZ0003", 3)));
        look("folder");

        // Then
        assertThat(newest("folder").getList("items.place")).doesNotContain("d-again");
    }

    @Test
    void a_whole_release_in_the_object_store_is_taken_once_and_half_a_one_never() throws Exception {
        // Given
        String old = Samples.lines(Samples.LISTS).getFirst()
                + "GP_PRAC_PAT_LIST,2014-04-01,GP,26A,E38000239,%s,NR25 6QA,ALL,ALL,%d\r\n";
        lay("a-half", "lists.csv", old.formatted("ZZ0004", 1));
        lay("a-half", "SHA256SUMS", sum("lists.csv", old.formatted("ZZ0004", 1)) + sum("map.csv", "not there yet"));
        lay("c-whole", "lists.csv", old.formatted("ZZ0005", 2));
        lay("c-whole", "SHA256SUMS", sum("lists.csv", old.formatted("ZZ0005", 2)));

        // When
        look("object-store");
        Registry.await(() -> newest("object-store").getList("items.place").contains("c-whole"));
        look("object-store");

        // Then
        assertThat(newest("object-store").<String>getList("items.place")).containsExactly("c-whole");
        assertThat(rows("select practice from list_size where practice in ('ZZ0004', 'ZZ0005')"))
                .containsExactly("ZZ0005");
        assertThat(source("object-store").getString("place"))
                .isEqualTo(KeepUpStack.STORE.url() + "/" + KeepUpStack.BUCKET + "/ods");
    }

    @Test
    void a_release_that_is_refused_is_not_taken_again_and_does_not_keep_others_waiting() throws Exception {
        // Given
        write("r-page", "lists.csv", "<html>Sign in</html>");
        write("r-page", "SHA256SUMS", sum("lists.csv", "<html>Sign in</html>"));

        // When
        look("folder");
        Registry.await(() -> newest("folder").getList("items.place").contains("r-page"));
        settle();
        look("folder");

        // Then
        List<Map<String, Object>> runs = newest("folder").getList("items.findAll { it.place == 'r-page' }");
        assertThat(runs).singleElement().satisfies(run -> {
            assertThat(run).containsEntry("state", "refused").containsKey("job");
            assertThat(String.valueOf(run.get("refusal"))).contains("lists.csv is no table");
        });
    }

    @Test
    void what_nobody_foresaw_is_seen_as_a_fault_and_the_next_look_has_its_time() {
        // Given
        Registry.sql(
                KeepUpStack.DATABASE,
                "alter table quarantined_organisation add constraint ck_nobody check (code <> 'Y05555')");
        try {
            KeepUpStack.ODS.answers(
                    SEARCH,
                    json(KeepUpStack.ODS.bundle(
                            "", OdsServer.recordedOrganisation().replace("Y01234", "Y05555"))));

            // When
            look("ods-api");
            look("folder");

            // Then
            assertThat(source("ods-api").getString("fault")).startsWith("The service's log has the cause");
            assertThat(source("ods-api").getString("failingSince")).isNotNull();
            assertThat(source("folder").getString("fault")).isNull();
            assertThat(rows("select look_at > looked_at + interval '14 minutes' from directory_source"
                            + " where source = 'ods-api'"))
                    .containsExactly("t");
            assertThat(KeepUpStack.ODS.asked()).hasSize(1);
        } finally {
            Registry.sql(KeepUpStack.DATABASE, "alter table quarantined_organisation drop constraint ck_nobody");
        }

        // When
        KeepUpStack.ODS.answers(SEARCH, json(KeepUpStack.ODS.bundle("")));
        look("ods-api");

        // Then
        assertThat(source("ods-api").getString("failingSince")).isNull();
    }

    @Test
    void only_operators_see_and_do_this() {
        for (String address : List.of("/directory/sources", "/directory/runs", "/directory/quarantine")) {
            Registry.operator().get(address).then().statusCode(200);
            Registry.administrator("qkk").get(address).then().statusCode(403);
        }
        Registry.administrator("qkk")
                .put("/directory/sources/folder/look")
                .then()
                .statusCode(403);
        String none = UUID.randomUUID().toString();
        Registry.administrator("qkk")
                .put("/directory/runs/" + none + "/confirmation")
                .then()
                .statusCode(403);
        Registry.administrator("qkk")
                .put("/directory/quarantine/" + none + "/question")
                .then()
                .statusCode(403);
        Registry.operator().get("/directory/runs/" + none).then().statusCode(404);
        Registry.operator().get("/directory/quarantine/" + none).then().statusCode(404);
        Registry.operator()
                .put("/directory/quarantine/" + none + "/question")
                .then()
                .statusCode(404);
        Registry.operator()
                .header("If-Match", "*")
                .put("/directory/runs/" + none + "/confirmation")
                .then()
                .statusCode(404);
        Registry.operator().put("/directory/sources/post/look").then().statusCode(400);
        Registry.operator().get("/directory/runs?source=post").then().statusCode(400);
    }

    /** The API has told of it, in a way that cannot be read. */
    private static void keptAside(String code) {
        KeepUpStack.ODS.answers(
                SEARCH,
                json(KeepUpStack.ODS.bundle("", OdsServer.recordedOrganisation().replace("Y01234", code))));
        look("ods-api");
        assertThat(stateOf(code)).isEqualTo("waiting");
    }

    private static void askForAllThatWait() {
        Registry.sql(KeepUpStack.DATABASE, "update quarantined_organisation set ask_at = now() - interval '1 hour'");
    }

    private static String stateOf(String code) {
        return rows("select state from quarantined_organisation where code = '" + code + "'")
                .getFirst();
    }

    /** Looks at a source and waits until what was found there has been loaded or refused. */
    private static void look(String source) {
        String before = rows("select coalesce(looked_at::text, '') from directory_source where source = '" + source
                        + "'")
                .getFirst();
        Registry.operator().put("/directory/sources/" + source + "/look").then().statusCode(202);
        Registry.await(() -> !rows("select coalesce(looked_at::text, '') from directory_source where source = '"
                        + source + "'")
                .getFirst()
                .equals(before));
        settle();
    }

    private static void settle() {
        Registry.await(() -> rows("select count(*) from directory_run where state = 'loading'")
                .equals(List.of("0")));
    }

    private static JsonPath newest(String source) {
        return Registry.operator()
                .get("/directory/runs?source=" + source)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath source(String source) {
        return Registry.operator()
                .get("/directory/sources")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.source == '" + source + "' }");
    }

    private static List<String> openFindings() {
        return Registry.operator()
                .get("/directory/findings?kind=organisation-not-read&state=open")
                .jsonPath()
                .getList("items.subject");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static List<String> rows(String sql) {
        return Registry.rows(KeepUpStack.DATABASE, sql);
    }

    private static void write(String release, String file, String text) throws IOException {
        Path folder = Files.createDirectories(KeepUpStack.FOLDER.resolve(release));
        Files.writeString(folder.resolve(file), text);
    }

    private static void lay(String release, String file, String text) {
        KeepUpStack.STORE.put(KeepUpStack.BUCKET, "ods/" + release + "/" + file, text);
    }

    private static String sum(String name, String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest) + "  " + name + "\n";
    }
}
