package org.folkmoot.mandate;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.ballot.Chain;
import org.folkmoot.ballot.Hash;
import org.folkmoot.ballot.Position;
import org.folkmoot.ballot.Vote;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.Test;

/** Votes that come at once, too late, or after somebody changed the tables. */
@MandateTest
class CastingTest {

    @Inject
    @DataSource("votes")
    AgroalDataSource votes;

    @Test
    void two_partners_who_vote_for_one_practice_at_once_leave_one_current_vote_and_two_entries() throws Exception {
        // Given
        String practice = Mandate.practice(1000, "U30001");
        String ballot = open(List.of(practice));
        List<Callable<Response>> partners = List.of(
                () -> Mandate.cast(Mandate.voter(practice), ballot, practice, "for"),
                () -> Mandate.cast(Mandate.voter(practice, "Y00002"), ballot, practice, "against"));
        Mandate.voter(practice);
        Mandate.voter(practice, "Y00002");

        // When
        List<Response> answers = atOnce(partners);

        // Then
        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers.stream().map(answer -> answer.jsonPath().getInt("number")))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(Mandate.rows("select entry from vote where ballot_id = '" + ballot + "'"))
                .containsExactly("2");
        assertThat(entries(ballot)).isEqualTo(2);
    }

    @Test
    void sixteen_who_vote_at_once_again_and_again_lose_nothing_and_break_no_chain() throws Exception {
        for (int round = 0; round < 5; round++) {
            // Given
            String practice = Mandate.practice(1000, "U30002");
            String ballot = open(List.of(practice));
            String stream = stream(ballot);

            // When
            List<String> answers = atOnce(IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(partner -> () -> cast(
                            ballot,
                            stream,
                            practice,
                            "partner-" + partner,
                            List.of(Position.FOR, Position.AGAINST, Position.ABSTAIN)
                                    .get(partner % 3),
                            UUID.randomUUID().toString()))
                    .toList());

            // Then
            assertThat(answers).containsOnly("cast");
            assertThat(entries(ballot)).isEqualTo(16);
            assertThat(Mandate.rows(
                            "select count(*) || ' ' || max(entry) from vote where ballot_id = '" + ballot + "'"))
                    .containsExactly("1 16");
            Mandate.letItClose(ballot);
            Mandate.declare(ballot).then().statusCode(200);
        }
    }

    @Test
    void a_thousand_practices_in_the_last_moments_lose_no_vote_and_none_is_accepted_late() throws Exception {
        // Given
        List<String> practices = IntStream.range(0, 1000)
                .mapToObj(number -> "X%05d".formatted(number))
                .toList();
        Mandate.sql("""
                insert into practice (tenant_id, code, copy, version, name, status, icb, list_size, release, as_at)
                select 'qkk', 'X' || lpad(n::text, 5, '0'), 1, 1, 'Practice', 'open', 'QKK', 1000, '2026-08-01', '2026-08-01'
                from generate_series(0, 999) n on conflict do nothing
                """);
        String motion = Mandate.motion(
                Mandate.group(practices),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1)));
        Instant now = Instant.now();
        String ballot = Mandate.schedule(motion, now, now.plus(Duration.ofSeconds(15)));
        Mandate.await(() -> Mandate.state(ballot).equals("open"));
        String stream = stream(ballot);
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        Set<String> refused = ConcurrentHashMap.newKeySet();

        // When: all vote in a loop until the ballot says that it has closed
        atOnce(IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(hand -> () -> {
                    for (int turn = 0; ; turn++) {
                        String practice = practices.get((turn * 12 + hand) % practices.size());
                        String request = UUID.randomUUID().toString();
                        String answer = cast(ballot, stream, practice, "hand-" + hand, Position.FOR, request);
                        (answer.equals("cast") ? accepted : refused).add(practice + " " + request);
                        if (answer.equals("closed")) {
                            return true;
                        }
                    }
                })
                .toList());

        // Then
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(1000);
        assertThat(refused).isNotEmpty();
        assertThat(entries(ballot)).as("each that was accepted stands").isEqualTo(accepted.size());
        assertThat(Mandate.rows("select count(*) from folkmoot.ledger_entry e join ballot b on b.stream = e.stream"
                        + " where b.id = '" + ballot + "' and e.at >= b.closes_at"))
                .as("none stands that came too late")
                .containsExactly("0");
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("carried"));
        assertThat(Mandate.get("/ballots/" + ballot + "/turnout").getInt("voted"))
                .isEqualTo(1000);
    }

    @Test
    void the_same_request_again_gives_the_same_receipt_and_no_second_entry_even_after_closing() {
        // Given
        String practice = Mandate.practice(1000, "U30003");
        String ballot = Mandate.open(Mandate.motion(Mandate.group(List.of(practice)), "ordinary", Map.of()));
        String key = UUID.randomUUID().toString();
        Map<String, Object> first = again(ballot, practice, key)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");

        // When
        Map<String, Object> second = again(ballot, practice, key)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
        Mandate.letItClose(ballot);
        Map<String, Object> third = again(ballot, practice, key)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(third).as("the seal, too, is the one in the log").isEqualTo(first);
        assertThat(entries(ballot)).isEqualTo(1);
        again(ballot, practice, "another").then().statusCode(409);
    }

    @Test
    void a_key_that_was_used_for_one_choice_is_refused_for_another() {
        for (String question : List.of("ordinary", "mandate")) {
            // Given: a secret ballot, and one that is not
            String practice = Mandate.practice(1000, "U30010");
            String ballot = question.equals("mandate")
                    ? open(List.of(practice))
                    : Mandate.open(Mandate.motion(Mandate.group(List.of(practice)), question, Map.of()));
            String key = UUID.randomUUID().toString();
            again(ballot, practice, key).then().statusCode(200);

            // When, Then
            again(ballot, practice, key, "against")
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("idempotency-key-reused"));
            assertThat(entries(ballot)).as(question).isEqualTo(1);
            again(ballot, practice, key).then().statusCode(200);
            again(ballot, practice, "another", "against").then().statusCode(200);
            assertThat(entries(ballot)).as(question).isEqualTo(2);
        }
    }

    @Test
    void once_a_ballot_is_known_a_vote_is_one_statement() {
        // Given: what the watch does after a vote, so that it can be told from what the vote does
        String practice = Mandate.practice(1000, "U30004");
        String ballot = open(List.of(practice));
        Mandate.cast(Mandate.voter(practice), ballot, practice, "for").then().statusCode(200);
        Mandate.sql("create extension if not exists pg_stat_statements");
        awaitCheckpoint(ballot, 1);
        Mandate.sql("select pg_stat_statements_reset()");
        for (int checkpoint : List.of(2, 3)) {
            // The second is signed in a later round of the watch, when the whole of one has been seen.
            cast(
                    ballot,
                    stream(ballot),
                    practice,
                    "somebody",
                    Position.FOR,
                    UUID.randomUUID().toString());
            awaitCheckpoint(ballot, checkpoint);
        }
        Set<String> ofTheWatch = statements().stream().map(CastingTest::number).collect(Collectors.toSet());
        Mandate.sql("select pg_stat_statements_reset()");

        // When
        for (int turn = 0; turn < 5; turn++) {
            Mandate.cast(Mandate.voter(practice), ballot, practice, "against")
                    .then()
                    .statusCode(200);
        }

        // Then
        awaitCheckpoint(ballot, 8);
        // The list of ICSs is read anew when it is old, whoever asks; and notices are looked for beside the watch.
        assertThat(statements().stream()
                        .filter(sql -> !ofTheWatch.contains(number(sql))
                                && !sql.contains("from folkmoot.ics order by")
                                && !sql.contains("notice")))
                .singleElement()
                .asString()
                .contains("take_vote");
        assertThat(Mandate.rows("select calls from pg_stat_statements where query like 'call take_vote%'"))
                .containsExactly("5");
    }

    @Test
    void a_vote_is_acknowledged_when_nothing_can_undo_it_and_until_then_holds_up_no_other_of_its_ballot()
            throws Exception {
        // Given: a database whose commits wait for a standby that never comes
        String a = Mandate.practice(1000, "U30011");
        String b = Mandate.practice(1000, "U30011");
        String ballot = open(List.of(a, b));
        String stream = stream(ballot);
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<String>> answers;
            try {
                Mandate.sql("alter system set synchronous_standby_names = 'nobody'");
                Mandate.sql("select pg_reload_conf()");
                threads.execute(() -> {
                    while (!isOver.get()) {
                        Mandate.sql("select pg_logical_emit_message(true, 'trial', ''::text)");
                    }
                });
                Mandate.await(() -> !Mandate.rows("select pid from pg_stat_activity where wait_event = 'SyncRep'")
                        .isEmpty());

                // When
                answers = Stream.of(a, b)
                        .map(practice -> threads.submit(() -> cast(
                                ballot,
                                stream,
                                practice,
                                "somebody",
                                Position.FOR,
                                UUID.randomUUID().toString())))
                        .toList();

                // Then: both stand in the log, and nobody was told so
                Mandate.await(() -> entries(ballot) == 2);
                assertThat(answers).noneMatch(Future::isDone);
            } finally {
                isOver.set(true);
                Mandate.sql("alter system reset synchronous_standby_names");
                Mandate.sql("select pg_reload_conf()");
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get(60, SECONDS)).isEqualTo("cast");
            }
        }
    }

    @Test
    void a_vote_that_is_replaced_too_often_within_a_minute_stands_and_can_be_replaced_again_later() {
        // Given
        String practice = Mandate.practice(1000, "U30012");
        String other = Mandate.practice(1000, "U30012");
        String ballot = open(List.of(practice, other));
        String latest = UUID.randomUUID().toString();
        for (int turn = 0; turn < 20; turn++) {
            Mandate.cast(Mandate.voter(practice), ballot, practice, "for")
                    .then()
                    .statusCode(200);
        }
        again(ballot, practice, latest).then().statusCode(200).body("number", equalTo(21));

        // When
        Response refused = Mandate.cast(Mandate.voter(practice), ballot, practice, "against");

        // Then
        refused.then().statusCode(429).body("type", endsWith("too-many-requests"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(entries(ballot)).isEqualTo(21);
        again(ballot, practice, latest).then().statusCode(200).body("number", equalTo(21));
        Mandate.cast(Mandate.voter(other), ballot, other, "for").then().statusCode(200);

        // When: a minute later
        Mandate.asOwnerOfEverything("update vote set minute = minute - interval '1 minute' where ballot_id = '" + ballot
                + "' and voter = '" + practice + "'");

        // Then
        Mandate.cast(Mandate.voter(practice), ballot, practice, "against")
                .then()
                .statusCode(200)
                .body("number", equalTo(23));
    }

    @Test
    void the_application_can_write_a_vote_in_no_other_way_and_the_owner_cannot_move_what_was_fixed() {
        // Given
        String practice = Mandate.practice(1000, "U30005");
        String ballot = open(List.of(practice));
        Mandate.cast(Mandate.voter(practice), ballot, practice, "for").then().statusCode(200);

        // Then
        assertThatThrownBy(() -> asApplication("update vote set entry = 9")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asApplication("delete from vote")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asApplication("update elector set weights = '{}'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Mandate.sql(
                        "update ballot set closes_at = closes_at + interval '1 hour' where id = '" + ballot + "'"))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() -> Mandate.sql("update ballot set declared_at = clock_timestamp(), declared_by = 'me',"
                        + " outcome = 'carried', file = '{}' where id = '" + ballot + "'"))
                .hasMessageContaining("still open");
        assertThatThrownBy(() ->
                        Mandate.sql("insert into elector (tenant_id, ballot_id, voter, place, kind, name, weights)"
                                + " values ('qkk', '" + ballot + "', 'Y99999', 99, 'practice', 'Late', '{}')"))
                .hasMessageContaining("frozen");
    }

    @Test
    void a_log_that_somebody_with_all_rights_has_changed_is_not_declared_and_the_entry_is_named() {
        record Tampering(String what, String sql, String named) {}
        for (var tampering : List.of(
                new Tampering(
                        "a choice is changed",
                        "update folkmoot.ledger_entry set payload = replace(payload, 'against', 'for')"
                                + " where stream = '%s' and number = 2",
                        "2"),
                new Tampering(
                        "an entry is dropped",
                        "delete from folkmoot.ledger_entry where stream = '%s' and number = 2",
                        "2"),
                new Tampering(
                        "an entry is put in again",
                        "insert into folkmoot.ledger_entry (tenant_id, stream, number, at, actor, kind, payload, previous, hash)"
                                + " select tenant_id, stream, 3, at, actor, kind, payload, previous, hash"
                                + " from folkmoot.ledger_entry where stream = '%s' and number = 2",
                        "3"),
                new Tampering(
                        "two entries change places",
                        "update folkmoot.ledger_entry set number = number + 10 where stream = '%1$s';"
                                + " update folkmoot.ledger_entry set number = 13 - number where stream = '%1$s'",
                        "1"),
                new Tampering(
                        "all entries are gone", "delete from folkmoot.ledger_entry where stream = '%s'", "receipt"),
                new Tampering(
                        "another is said to have cast it",
                        "update folkmoot.ledger_entry set actor = 'somebody' where stream = '%s' and number = 1",
                        "1"),
                new Tampering(
                        "the weights are changed",
                        "update elector set weights = '{\"practices\": \"1\", \"patients\": \"99999\"}'"
                                + " where ballot_id = (select id from ballot where stream = '%s') and place = 0",
                        "electorate"),
                new Tampering(
                        "the motion is changed",
                        "update motion set words = 'The opposite.' where id ="
                                + " (select motion_id from ballot where stream = '%s')",
                        "motion"))) {
            // Given
            String a = Mandate.practice(1000, "U30006");
            String b = Mandate.practice(1000, "U30006");
            String ballot = open(List.of(a, b));
            Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
            Mandate.cast(Mandate.voter(b), ballot, b, "against").then().statusCode(200);

            // When
            Mandate.asOwnerOfEverything(tampering.sql().formatted(stream(ballot)));
            Mandate.letItClose(ballot);

            // Then
            List<String> defects = Mandate.declare(ballot)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("log-defective"))
                    .extract()
                    .jsonPath()
                    .getList("defects");
            assertThat(String.join(" ", defects)).as(tampering.what()).containsIgnoringCase(tampering.named());
        }
    }

    @Test
    void an_entry_that_nobody_cast_is_refused_in_the_log_of_a_ballot_and_other_logs_go_on() {
        // Given: one who has voted, and one who has not
        String a = Mandate.practice(1000, "U30013");
        String b = Mandate.practice(1000, "U30013");
        String ballot = open(List.of(a, b));
        String stream = stream(ballot);
        Mandate.cast(Mandate.voter(a), ballot, a, "against").then().statusCode(200);

        // Then: neither a vote that was never cast, nor one in place of another, nor one in a log that nobody reads
        for (String voter : List.of(a, b)) {
            for (String log : List.of(stream, "ballot/" + ballot + "/0", "ballot/else")) {
                assertThatThrownBy(() -> asApplication(append(log, voter)))
                        .as(log)
                        .hasMessageContaining("only by casting");
            }
        }
        // Nor what the procedure writes when it is told to write a vote of somebody else.
        assertThatThrownBy(() ->
                        asApplication(("select cast_vote('qkk', '%s', '%s', '%s', array['practice'], 'somebody',"
                                        + " null, false, '%s', null, 'request', 100)")
                                .formatted(
                                        ballot,
                                        stream,
                                        a,
                                        Vote.of(b, Position.FOR).payload())))
                .hasMessageContaining("only by casting");
        assertThatCode(() -> asApplication(append("audit/trial/" + ballot, b))).doesNotThrowAnyException();
        assertThat(entries(ballot)).isEqualTo(1);
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200).body("outcome", equalTo("lost"));
    }

    @Test
    void an_entry_that_nobody_cast_is_not_counted_though_it_was_chained_well_and_is_named() {
        for (var forged :
                Map.of("in place of a vote", 0, "of one who has not voted", 1).entrySet()) {
            for (boolean beforeClosing : List.of(true, false)) {
                // Given
                List<String> practices = List.of(Mandate.practice(1000, "U30014"), Mandate.practice(1000, "U30014"));
                String a = practices.getFirst();
                String ballot = open(practices);
                Mandate.cast(Mandate.voter(a), ballot, a, "against").then().statusCode(200);
                if (!beforeClosing) {
                    Mandate.letItClose(ballot);
                    Mandate.await(() -> !Mandate.rows("select id from ballot where id = '" + ballot
                                    + "' and closing_noted_at is not null")
                            .isEmpty());
                }

                // When: by somebody whom no trigger stops
                Mandate.asOwnerOfEverything("update folkmoot.ledger_head set closed = false where stream = '"
                        + stream(ballot) + "'; " + append(stream(ballot), practices.get(forged.getValue())));
                if (beforeClosing) {
                    Mandate.letItClose(ballot);
                }

                // Then
                List<String> defects = Mandate.declare(ballot)
                        .then()
                        .statusCode(409)
                        .body("type", endsWith("log-defective"))
                        .extract()
                        .jsonPath()
                        .getList("defects");
                assertThat(defects)
                        .as(forged.getKey() + (beforeClosing ? " before closing" : " after closing"))
                        .anyMatch(defect -> defect.startsWith("entry 2: ") && defect.contains("nobody cast"));
            }
        }
    }

    @Test
    void a_log_that_was_written_anew_is_not_the_one_that_was_signed_while_votes_came_in() {
        // Given
        String a = Mandate.practice(1000, "U30015");
        String b = Mandate.practice(1000, "U30015");
        String ballot = open(List.of(a, b));
        String stream = stream(ballot);
        Mandate.cast(Mandate.voter(a), ballot, a, "against").then().statusCode(200);
        awaitCheckpoint(ballot, 1);

        // When: everything is as if another vote had been cast, but what was announced
        Mandate.asOwnerOfEverything("delete from folkmoot.ledger_entry where stream = '%1$s';"
                        .concat("delete from folkmoot.ledger_head where stream = '%1$s';")
                        .formatted(stream)
                + append(stream, a)
                + "; update vote v set hash = e.hash, cast_at = e.at from folkmoot.ledger_entry e"
                + " where e.stream = '" + stream + "' and v.ballot_id = '" + ballot + "'");
        Mandate.letItClose(ballot);

        // Then
        List<String> defects = Mandate.declare(ballot)
                .then()
                .statusCode(409)
                .body("type", endsWith("log-defective"))
                .extract()
                .jsonPath()
                .getList("defects");
        assertThat(defects).anyMatch(defect -> defect.startsWith("entry 1: ") && defect.contains("checkpoint"));
    }

    @Test
    void nobody_finds_the_choice_by_trying_until_the_hash_is_the_one_that_was_seen() {
        // Given: all that somebody in the know could know, before it may be known
        String practice = Mandate.practice(1000, "U30008");
        String ballot = open(List.of(practice));
        Mandate.cast(Mandate.voter(practice), ballot, practice, "for").then().statusCode(200);
        var line = Mandate.get("/ballots/" + ballot + "/log");
        assertThat(line.getMap("items[0]")).containsOnlyKeys("entry", "hash");
        String subject = Mandate.rows("select cast_by from vote where ballot_id = '" + ballot + "'")
                .getFirst();
        Instant at = Instant.parse(Mandate.rows("select to_char(cast_at at time zone 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from vote where ballot_id = '" + ballot + "'")
                .getFirst());

        // When
        var guess = new Chain("qkk", stream(ballot), 0, Hash.NONE).next(Vote.of(practice, Position.FOR), subject, at);

        // Then
        assertThat(line.getString("items[0].hash")).isNotEqualTo(guess.hash().toString());

        // When: it may be known
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200);

        // Then
        var said = Mandate.get("/ballots/" + ballot + "/log");
        assertThat(said.getString("items[0].castBy")).startsWith(subject + " ");
        assertThat(new Chain("qkk", stream(ballot), 0, Hash.NONE)
                        .next(Vote.of(practice, Position.FOR), said.getString("items[0].castBy"), at)
                        .hash())
                .hasToString(said.getString("items[0].hash"));
    }

    @Test
    void whoever_watches_the_turnout_is_told_each_time_that_it_changes_until_the_ballot_closes() throws Exception {
        // Given
        String a = Mandate.practice(1000, "U30009");
        String b = Mandate.practice(1000, "U30009");
        String ballot = open(List.of(a, b));
        var address = URI.create("http://localhost:" + RestAssured.port + "/ballots/" + ballot + "/turnout/live");
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + TestRealm.of("qkk").token("ics-observer", "QKK"))
                .build();
        var told = new LinkedBlockingQueue<String>();

        // When
        try (var http = HttpClient.newHttpClient()) {
            Future<?> whole = http.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body()
                            .filter(line -> line.startsWith("data:"))
                            .forEach(told::add));
            assertThat(told.poll(60, SECONDS)).contains("\"voted\":0");
            Mandate.cast(Mandate.voter(a), ballot, a, "for").then().statusCode(200);
            assertThat(told.poll(60, SECONDS)).contains("\"voted\":1").doesNotContain(a);
            Mandate.letItClose(ballot);

            // Then
            assertThat(told.poll(60, SECONDS)).contains("\"state\":\"closed\"");
            whole.get(60, SECONDS);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void turnout_and_states_tell_what_is_and_never_how() {
        // Given
        String practice = Mandate.practice(1000, "U30007");
        String ballot = open(List.of(practice));
        Mandate.cast(Mandate.voter(practice), ballot, practice, "for").then().statusCode(200);

        // Then
        Mandate.observer()
                .get("/ballots/" + ballot + "/electorate")
                .then()
                .body("items.voter", hasItem(practice))
                .body("items[0].voted", equalTo(true));
        assertThat(Mandate.observer().get("/ballots/" + ballot + "/electorate").asString())
                .doesNotContain("\"for\"");
        Mandate.observer()
                .get("/ballots/" + ballot + "/votes/" + practice)
                .then()
                .statusCode(403);
    }

    private static String open(List<String> practices) {
        return Mandate.open(Mandate.motion(
                Mandate.group(practices),
                "mandate",
                Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))));
    }

    private static Response again(String ballot, String practice, String key) {
        return again(ballot, practice, key, "for");
    }

    private static Response again(String ballot, String practice, String key, String choice) {
        return Mandate.voter(practice)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("choice", List.of(choice)))
                .put("/ballots/" + ballot + "/votes/" + practice);
    }

    private static void awaitCheckpoint(String ballot, int number) {
        Mandate.await(() -> Mandate.rows("select max(number) from checkpoint where ballot_id = '" + ballot + "'")
                .contains(Integer.toString(number)));
    }

    /** What the application's role has sent since the statistics were reset, each by its number and in words. */
    private static List<String> statements() {
        return Mandate.rows(
                "select distinct queryid || ' ' || query from pg_stat_statements s join pg_roles r on r.oid = s.userid"
                        + " where r.rolname = '" + Mandate.DATABASE + "_app' and s.dbid ="
                        + " (select oid from pg_database where datname = current_database())");
    }

    /** The words of one statement are not always the same: those of one that was prepared before still have its constants. */
    private static String number(String statement) {
        return statement.split(" ", 2)[0];
    }

    private static String stream(String ballot) {
        return Mandate.rows("select stream from ballot where id = '" + ballot + "'")
                .getFirst();
    }

    private static int entries(String ballot) {
        return Integer.parseInt(
                Mandate.rows("select count(*) from folkmoot.ledger_entry where stream like 'ballot/" + ballot + "/%'")
                        .getFirst());
    }

    /** The statement that the service sends, over its own connections. */
    private String cast(String ballot, String stream, String voter, String subject, Position position, String request) {
        try (Connection connection = votes.getConnection();
                PreparedStatement cast = connection.prepareStatement(
                        "call take_vote('qkk', ?, ?, ?, array['practice'], ?, null, false, ?, null, ?, 1000000,"
                                + " null, null, null, null, null)")) {
            cast.setObject(1, UUID.fromString(ballot));
            cast.setString(2, stream);
            cast.setString(3, voter);
            cast.setString(4, subject);
            cast.setString(5, Vote.of(voter, position).payload());
            cast.setString(6, request);
            try (ResultSet row = cast.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            if (Set.of("FM017", "55000").contains(e.getSQLState())) {
                return "closed";
            }
            throw new IllegalStateException(e);
        }
    }

    /** A well-chained vote for, which was not cast, or whatever the log takes it for. */
    private static String append(String log, String voter) {
        return ("do $$ begin perform set_config('folkmoot.tenant', 'qkk', true);"
                        + " perform folkmoot.ledger_append('%s', 'somebody', 'vote.cast', '%s'); end $$")
                .formatted(log, Vote.of(voter, Position.FOR).payload());
    }

    private void asApplication(String sql) throws SQLException {
        try (Connection connection = votes.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> List<T> atOnce(Collection<Callable<T>> work) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> each : work) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return each.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
