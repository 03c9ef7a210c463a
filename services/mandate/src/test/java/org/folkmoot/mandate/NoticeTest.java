package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.events.Event;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;
import org.folkmoot.test.TroubledMailServer;
import org.folkmoot.test.TroubledMailServer.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails about ballots, handed to a real mail server. */
@MandateTest
class NoticeTest {

    private GreenMail server = newServer();

    @BeforeEach
    void begin() {
        server.start();
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void who_may_vote_is_told_of_opening_closing_and_result_once_each_and_never_of_votes() {
        // Given
        String practice = Mandate.practice(1000, "U50001");
        String other = Mandate.practice(1000, "U50001");
        RequestSpecification voter = person("ann", practice);
        RequestSpecification colleague = person("bob", other);
        for (RequestSpecification each : List.of(voter, colleague)) {
            each.get("/my/notices").then().statusCode(200);
        }

        // When
        String ballot = open(List.of(practice, other));

        // Then
        String opened = awaitMail("ann", "Ballot open: A motion on mandate");
        assertThat(opened)
                .contains("Practice " + practice)
                .doesNotContain("Practice " + other)
                .contains("https://folkmoot.example/qkk/ballots/" + ballot + "/vote/")
                .contains("https://folkmoot.example/qkk/notices/")
                .contains("text/plain")
                .contains("text/html")
                .contains("Auto-Submitted: auto-generated");
        awaitMail("bob", "Ballot open");

        // When: one has voted, and the second half of its time has begun
        Mandate.cast(person("ann", practice), ballot, practice, "for").then().statusCode(200);
        Mandate.asOwnerOfEverything("update ballot set opened_at = clock_timestamp() - interval '20 hours',"
                + " closes_at = clock_timestamp() + interval '2 hours' where id = '" + ballot + "'");

        // Then
        assertThat(awaitMail("bob", "Closing soon")).contains("No vote has been cast yet for Practice " + other);

        // When
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200);

        // Then
        for (String somebody : List.of("ann", "bob")) {
            assertThat(awaitMail(somebody, "Result: A motion on mandate")).contains("The motion was ");
        }
        assertThat(subjects("ann")).doesNotHaveDuplicates().noneMatch(subject -> subject.startsWith("Closing soon"));
        assertThat(subjects("bob")).doesNotHaveDuplicates().hasSize(3);
        Mandate.secretary()
                .get("/ballots/" + ballot + "/notices")
                .then()
                .statusCode(200)
                .body("kinds.opened.sent", equalTo(2))
                .body("kinds.closing.sent", equalTo(1))
                .body("kinds.declared.sent", equalTo(2))
                .body("unreached", equalTo(List.of()));
    }

    @Test
    void many_mails_one_after_another_all_arrive() {
        // Given: a practice for which a hundred people may vote
        String practice = Mandate.practice(1000, "U50006");
        Mandate.sql("insert into mailbox (tenant_id, subject, mail, roles, organisations, seen_at)"
                + " select 'qkk', 'many-' || n, 'many-' || n || '@many.example', '{practice-voter}', '{%s}', clock_timestamp()"
                        .formatted(practice)
                + " from generate_series(1, 100) n");

        // When
        String ballot = open(List.of(practice));

        // Then
        Mandate.await(() -> Mandate.rows(
                        "select count(*) from notice where ended_at is not null and ballot_id = '" + ballot + "'")
                .equals(List.of("100")));
        Mandate.secretary()
                .get("/ballots/" + ballot + "/notices")
                .then()
                .body("kinds.opened.sent", equalTo(100))
                .body("kinds.opened.uncertain", equalTo(0));
        assertThat(server.getReceivedMessagesForDomain("many.example")).hasSize(100);
    }

    @Test
    void nobody_is_told_what_they_do_not_want_and_who_cannot_be_reached_is_known() {
        // Given
        String wanting = Mandate.practice(1000, "U50002");
        String silent = Mandate.practice(1000, "U50002");
        String unknown = Mandate.practice(1000, "U50002");
        person("cat", wanting).get("/my/notices").then().statusCode(200).body("opened", equalTo(true));

        // When
        person("dan", silent)
                .contentType(ContentType.JSON)
                .body(Map.of("opened", false, "closing", true, "declared", true))
                .put("/my/notices")
                .then()
                .statusCode(200)
                .body("mail", equalTo("dan@practice.example"))
                .body("opened", equalTo(false));
        String ballot = open(List.of(wanting, silent, unknown));

        // Then
        awaitMail("cat", "Ballot open");
        assertThat(subjects("dan")).isEmpty();
        Mandate.secretary()
                .get("/ballots/" + ballot + "/notices")
                .then()
                .body("kinds.opened.sent", equalTo(1))
                .body("unreached", equalTo(List.of(unknown)));
        Mandate.observer().get("/ballots/" + ballot + "/notices").then().statusCode(403);
        Mandate.as("qr1", List.of("group-secretary"), "QR1")
                .get("/ballots/" + ballot + "/notices")
                .then()
                .statusCode(404);
    }

    @Test
    void who_has_not_come_for_long_is_forgotten_and_so_is_everybody_of_an_ics_that_has_left()
            throws ExecutionException, InterruptedException {
        // Given: two ICSs of which the service has heard nothing yet
        for (String ics : List.of("qx1", "qx2")) {
            Mandate.sql("insert into mailbox (tenant_id, subject, roles, organisations, seen_at) values"
                    + " ('%1$s', 'present', '{}', '{}', clock_timestamp()),".formatted(ics)
                    + " ('%1$s', 'gone', '{}', '{}', clock_timestamp() - interval '401 days')".formatted(ics));
            Mandate.sql("insert into folkmoot.ics (tenant_id, name, issuer, state)"
                    + " values ('%1$s', '%1$s', 'https://id.example/realms/%1$s', 'ACTIVE')".formatted(ics));
        }

        // Then
        Mandate.await(() -> remembered("qx1").equals(List.of("present")));
        Mandate.await(() -> remembered("qx2").equals(List.of("present")));

        // When
        var data = JsonNodeFactory.instance
                .objectNode()
                .put("tenant", "qx2")
                .put("name", "qx2")
                .put("issuer", "https://id.example/realms/qx2");
        var left = Event.of(Tenant.PLATFORM, "tenants", "ics", "qx2", "offboarded", Instant.EPOCH, data);
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(left.toRecord()).get();
        }

        // Then
        Mandate.await(() -> remembered("qx2").isEmpty());
        assertThat(remembered("qx1")).containsExactly("present");
    }

    private static List<String> remembered(String ics) {
        return Mandate.rows("select subject from mailbox where tenant_id = '" + ics + "' order by subject");
    }

    @Test
    void what_a_crash_left_taken_is_not_sent_again_and_what_no_server_took_is() {
        // Given: no mail server
        server.stop();
        String practice = Mandate.practice(1000, "U50003");
        person("eve", practice).get("/my/notices").then().statusCode(200);
        String ballot = open(List.of(practice));
        Mandate.await(() -> Mandate.rows("select tries from notice where tries > 0 and ballot_id = '" + ballot + "'")
                        .size()
                == 1);

        // When: a process ended between taking a notice and sending it
        Mandate.sql("insert into notice_round (tenant_id, ballot_id, kind, made_at) values ('qkk', '" + ballot
                + "', 'declared', clock_timestamp())");
        Mandate.sql("insert into notice (tenant_id, ballot_id, kind, subject, not_before, tries, taken_at)"
                + " select 'qkk', '" + ballot + "', 'declared', subject, clock_timestamp(), 1, clock_timestamp()"
                + " from notice where ballot_id = '" + ballot + "' and kind = 'opened'");
        server = newServer();
        server.start();

        // Then
        awaitMail("eve", "Ballot open");
        assertThat(subjects("eve")).hasSize(1);
        Mandate.secretary()
                .get("/ballots/" + ballot + "/notices")
                .then()
                .body("kinds.opened.sent", equalTo(1))
                .body("kinds.declared.uncertain", equalTo(1));
    }

    @Test
    void a_server_in_trouble_loses_no_mail_and_none_is_sent_twice_when_that_is_mended() {
        // Given
        server.stop();
        String practice = Mandate.practice(1000, "U50007");
        person("fay", practice).get("/my/notices").then().statusCode(200);
        String ballot = "";

        // When: a server that is troubled in one way after another, before a mail goes out
        for (Trouble trouble : List.of(
                Trouble.WRONG_PASSWORD,
                Trouble.HANGS_UP,
                Trouble.TLS_BREAKS,
                Trouble.REFUSES_SENDER,
                Trouble.BREAKS_AT_DATA)) {
            try (var troubled = troubled(trouble)) {
                ballot = ballot.isEmpty() ? open(List.of(practice)) : ballot;
                again(ballot);
                Mandate.await(() -> troubled.calls() > 0);
                String waiting = ballot;
                Mandate.await(() -> Mandate.rows("select subject from notice where tries > 0 and taken_at is null"
                                        + " and ended_at is null and ballot_id = '" + waiting + "'")
                                .size()
                        == 1);
            }
        }
        server = newServer();
        server.start();
        again(ballot);

        // Then
        awaitMail("fay", "Ballot open");
        mailsOf(ballot).then().body("items.state", equalTo(List.of("sent")));
        assertThat(subjects("fay")).hasSize(1);
    }

    @Test
    void what_became_of_a_mail_is_written_down_when_the_database_that_failed_just_then_is_well_again() {
        record Moment(String somebody, boolean sent, String written) {}
        for (var moment : List.of(
                new Moment("kim", false, "old.taken_at is not null and new.taken_at is null"),
                new Moment("kay", true, "new.ending = 'sent'"))) {
            // Given: a table that does not take what is to be written
            if (!moment.sent()) {
                server.stop();
            }
            String practice = Mandate.practice(1000, "U50010");
            person(moment.somebody(), practice).get("/my/notices").then().statusCode(200);
            Mandate.sql("create sequence refused");
            Mandate.sql("create function refuse() returns trigger language plpgsql security definer as"
                    + " 'begin perform nextval(''refused''); raise exception using errcode = ''disk_full''; end'");
            Mandate.sql("create trigger refuse before update on notice for each row when (" + moment.written()
                    + ") execute function refuse()");
            String ballot;

            // When
            try {
                ballot = open(List.of(practice));
                Mandate.await(
                        () -> Mandate.rows("select last_value > 1 from refused").equals(List.of("t")));
            } finally {
                Mandate.sql("drop trigger refuse on notice; drop function refuse; drop sequence refused");
            }
            if (!moment.sent()) {
                Mandate.await(() -> Mandate.rows("select ballot_id from notice where taken_at is not null"
                                + " and ended_at is null and ballot_id = '" + ballot + "'")
                        .isEmpty());
                server = newServer();
                server.start();
                again(ballot);
            }

            // Then
            awaitMail(moment.somebody(), "Ballot open");
            Mandate.await(
                    () -> mailsOf(ballot).jsonPath().getList("items.state").equals(List.of("sent")));
            assertThat(subjects(moment.somebody())).hasSize(1);
        }
    }

    @Test
    void what_a_server_may_have_taken_is_not_sent_again_and_what_it_never_takes_ends() {
        record Ending(String somebody, Trouble trouble, String state) {}
        for (var ending : List.of(
                new Ending("gus", Trouble.BREAKS_AFTER_DATA, "uncertain"),
                new Ending("gil", Trouble.REFUSES_RECIPIENT, "refused"))) {
            // Given
            server.stop();
            String practice = Mandate.practice(1000, "U50008");
            person(ending.somebody(), practice).get("/my/notices").then().statusCode(200);
            String ballot;

            // When
            try (var troubled = troubled(ending.trouble())) {
                ballot = open(List.of(practice));
                Mandate.await(() -> troubled.calls() > 0);
                Mandate.await(() -> Mandate.rows("select ending from notice where ballot_id = '" + ballot + "'")
                        .equals(List.of(ending.state())));
            }
            server = newServer();
            server.start();

            // Then: the next ballot's mail arrives, and no other
            String next = open(List.of(practice));
            Mandate.await(() -> Mandate.rows("select ending from notice where ballot_id = '" + next + "'")
                    .equals(List.of("sent")));
            assertThat(subjects(ending.somebody())).hasSize(1);
            mailsOf(ballot)
                    .then()
                    .statusCode(200)
                    .body("items.kind", equalTo(List.of("opened")))
                    .body("items.state", equalTo(List.of(ending.state())))
                    .body("items[0].voters", equalTo(List.of("Practice " + practice)));
        }
    }

    @Test
    void what_became_of_each_mail_is_the_secretarys_to_see_and_ones_own_everybodys() {
        // Given
        String practice = Mandate.practice(1000, "U50009");
        String other = Mandate.practice(1000, "U50009");
        person("hal", practice).get("/my/notices").then().statusCode(200);
        person("ivy", other).get("/my/notices").then().statusCode(200);

        // When
        String ballot = open(List.of(practice, other));
        awaitMail("hal", "Ballot open");
        awaitMail("ivy", "Ballot open");
        Mandate.await(() -> mailsOf(ballot).jsonPath().getList("items.state").equals(List.of("sent", "sent")));

        // Then
        var first = Mandate.secretary().get("/ballots/" + ballot + "/notices/mails?limit=1");
        var second = Mandate.secretary()
                .get("/ballots/" + ballot + "/notices/mails?limit=1&cursor="
                        + first.jsonPath().getString("next"));
        assertThat(List.of(
                        first.jsonPath().getString("items[0].voters[0]"),
                        second.jsonPath().getString("items[0].voters[0]")))
                .containsExactlyInAnyOrder("Practice " + practice, "Practice " + other);
        assertThat(second.jsonPath().getString("next")).isNull();
        assertThat(first.asString()).doesNotContain("@");
        Mandate.observer().get("/ballots/" + ballot + "/notices/mails").then().statusCode(403);
        Mandate.voter(practice)
                .get("/ballots/" + ballot + "/notices/mails")
                .then()
                .statusCode(403);
        Mandate.as("qr1", List.of("group-secretary"), "QR1")
                .get("/ballots/" + ballot + "/notices/mails")
                .then()
                .statusCode(404);
        person("hal", practice)
                .get("/my/notices/sent")
                .then()
                .statusCode(200)
                .body("items.ballot", equalTo(List.of(ballot)))
                .body("items.state", equalTo(List.of("sent")));
        Mandate.voter(practice).get("/my/notices/sent").then().body("items", equalTo(List.of()));
    }

    @Test
    void what_waits_for_somebody_is_listed_with_what_closes_first_first() {
        // Given
        String practice = Mandate.practice(1000, "U50004");
        String later = open(List.of(practice));
        String sooner = open(List.of(practice));
        Mandate.asOwnerOfEverything(
                "update ballot set closes_at = closes_at - interval '1 hour' where id = '" + sooner + "'");
        Mandate.cast(Mandate.voter(practice), later, practice, "for").then().statusCode(200);

        // When, Then
        Mandate.voter(practice)
                .get("/my/votes")
                .then()
                .statusCode(200)
                .body("items.ballot", equalTo(List.of(sooner, later)))
                .body("items.voted", equalTo(List.of(false, true)))
                .body("items.voter", hasItem(practice));
        Mandate.as("qkk", List.of("pcn-clinical-director"), practice)
                .get("/my/votes")
                .then()
                .body("items", equalTo(List.of()));
        Mandate.as("qr1", List.of("practice-voter"), practice)
                .get("/my/votes")
                .then()
                .body("items", equalTo(List.of()));
    }

    private static GreenMail newServer() {
        return new GreenMail(new ServerSetup(Integer.getInteger(MandateStack.MAIL_PORT), "localhost", "smtp"))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    private static TroubledMailServer troubled(Trouble trouble) {
        return new TroubledMailServer(Integer.getInteger(MandateStack.MAIL_PORT), trouble);
    }

    /** Lets what waits because of a failure wait no longer. */
    private static void again(String ballot) {
        Mandate.sql("update notice set not_before = clock_timestamp() where ended_at is null and ballot_id = '" + ballot
                + "'");
    }

    private static Response mailsOf(String ballot) {
        return Mandate.secretary().get("/ballots/" + ballot + "/notices/mails");
    }

    private static String open(List<String> practices) {
        return Mandate.open(Mandate.motion(
                Mandate.group(practices),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))));
    }

    private String awaitMail(String somebody, String subject) {
        Mandate.await(() -> subjects(somebody).stream().anyMatch(line -> line.startsWith(subject)));
        return mails(somebody).stream()
                .filter(mail -> subject(mail).startsWith(subject))
                .map(GreenMailUtil::getWholeMessage)
                .map(text -> text.replace("=\r\n", "").replace("\r\n", "\n"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> subjects(String somebody) {
        return mails(somebody).stream().map(NoticeTest::subject).toList();
    }

    private List<MimeMessage> mails(String somebody) {
        return Arrays.stream(server.getReceivedMessagesForDomain(address(somebody)))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String address(String somebody) {
        return somebody + "@practice.example";
    }

    /** A voter of that practice whose account has a mail address. */
    private static RequestSpecification person(String name, String practice) {
        Mandate.voter(practice);
        String username = name + "-" + practice.toLowerCase(java.util.Locale.ROOT);
        String users = TestStack.current().keycloakUrl() + "/admin/realms/qkk/users";
        RequestSpecification administrator = RestAssured.given().auth().oauth2(administratorToken());
        int made = administrator
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username", username,
                        "enabled", true,
                        "email", address(name),
                        "attributes", Map.of("organisations", List.of(practice)),
                        "credentials",
                                List.of(Map.of(
                                        "type", "password", "value", "a long enough password", "temporary", false))))
                .post(users)
                .statusCode();
        if (made == 201) {
            String id = RestAssured.given()
                    .auth()
                    .oauth2(administratorToken())
                    .get(users + "?exact=true&username=" + username)
                    .path("[0].id");
            Map<String, Object> role = RestAssured.given()
                    .auth()
                    .oauth2(administratorToken())
                    .get(TestStack.current().keycloakUrl() + "/admin/realms/qkk/roles/practice-voter")
                    .jsonPath()
                    .getMap("");
            RestAssured.given()
                    .auth()
                    .oauth2(administratorToken())
                    .contentType(ContentType.JSON)
                    .body(List.of(role))
                    .post(users + "/" + id + "/role-mappings/realm")
                    .then()
                    .statusCode(204);
        }
        String token = RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "folkmoot-cli",
                        "username", username,
                        "password", "a long enough password",
                        "scope", "email"))
                .post(TestRealm.of("qkk").issuer() + "/protocol/openid-connect/token")
                .path("access_token");
        return RestAssured.given().auth().oauth2(token);
    }

    private static String administratorToken() {
        return RestAssured.given()
                .formParams(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", TestStack.current().keycloakAdminClient(),
                        "client_secret", TestStack.current().keycloakAdminSecret()))
                .post(TestStack.current().keycloakUrl() + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
    }
}
