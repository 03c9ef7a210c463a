package org.folkmoot.neighbourhood;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.NeighbourhoodStack.DEMOGRAPHICS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;

/** What the NHS tells of people, in the form in which it does. */
@NeighbourhoodTest
class NhsNotificationTest {

    private static final String TOPIC = "ics.qkk.partner.nhs-notification.v1";
    private static final String CHANGE_OF_GP = "pds-change-of-gp-2";
    private static final String DEATH = "pds-death-notification-2";
    private static final String OTHER_NUMBER = "nhs-number-change-2";

    /** Somebody of a team, their number, and a referral. */
    private record Somebody(NhsNumber number, String patient, String referral, String team) {}

    @Test
    void another_practice_is_told_from_then_on_and_the_team_says_whether_it_goes_on() {
        // Given
        Somebody somebody = somebody(true);
        Neighbourhood.OTHER_GP
                .asks()
                .get("/referrals/" + somebody.referral())
                .then()
                .statusCode(404);
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.OTHER_PRACTICE, null);

        // When: told twice
        String id = UUID.randomUUID().toString();
        tell(id, CHANGE_OF_GP, somebody.number());
        tell(id, CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));

        // Then
        Neighbourhood.OTHER_GP
                .asks()
                .get("/referrals/" + somebody.referral())
                .then()
                .statusCode(200)
                .body("basis", equalTo("registered-practice"));
        JsonPath asked = Neighbourhood.get(Neighbourhood.LEAD, "/practice-changes?open=true&team=" + somebody.team());
        assertThat(asked.getList("items.referral")).containsExactly(somebody.referral());
        assertThat(asked.getString("items[0].from")).isEqualTo(Neighbourhood.PRACTICE);
        assertThat(asked.getString("items[0].to")).isEqualTo(Neighbourhood.OTHER_PRACTICE);
        String path = "/practice-changes/" + asked.getString("items[0].id");
        Neighbourhood.LEAD.asks().put(path + "/confirmation").then().statusCode(428);
        Neighbourhood.put(Neighbourhood.LEAD, path + "/confirmation")
                .then()
                .statusCode(200)
                .body("answer", equalTo("confirmed"));
        Neighbourhood.put(Neighbourhood.LEAD, path + "/confirmation")
                .then()
                .statusCode(409)
                .body("type", endsWith("practice-change-answered"));
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/practice-changes?open=true&team=" + somebody.team())
                        .getList("items"))
                .isEmpty();
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/practice-changes?team=" + somebody.team())
                        .getList("items"))
                .hasSize(1);
        assertThat(Neighbourhood.rows("select kind || ' ' || code from referral_event where referral_id = '"
                        + somebody.referral() + "' and kind = 'practice-changed'"))
                .containsExactly("practice-changed " + Neighbourhood.OTHER_PRACTICE);
    }

    @Test
    void what_the_former_practice_has_not_acknowledged_is_for_the_new_one() {
        // Given: practices of which no other test knows
        Who former = new Who("qkk", "practice-voter", "G83778");
        Who next = new Who("qkk", "practice-voter", "G83779");
        Somebody somebody = somebody(true, former.organisation());
        String read = Casework.update(somebody.referral()).path("id");
        acknowledge(former, read).then().statusCode(200);
        String unread = Casework.update(somebody.referral()).path("id");
        Somebody stays = somebody(true, former.organisation());
        String others = Casework.update(stays.referral()).path("id");
        assertThat(toAcknowledge(former)).isEqualTo(2);
        assertThat(toAcknowledge(next)).isZero();

        // When: nowhere at first, as happens
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), null, null);
        String nowhere = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(nowhere).equals("done"));

        // Then: who cannot see it is not asked for it
        acknowledge(former, unread).then().statusCode(404);
        assertThat(toAcknowledge(former)).isEqualTo(1);

        // When
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), next.organisation(), null);
        String there = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(there).equals("done"));

        // Then: the referring practice is told as before, and so is the former one of what it has read
        assertThat(recipients(unread)).containsExactly(next.organisation(), Neighbourhood.PRACTICE);
        assertThat(recipients(read)).containsExactly(former.organisation(), Neighbourhood.PRACTICE);
        assertThat(recipients(others)).containsExactly(former.organisation(), Neighbourhood.PRACTICE);
        assertThat(toAcknowledge(former)).isEqualTo(1);
        assertThat(toAcknowledge(next)).isEqualTo(1);
        assertThat(Neighbourhood.get(next, "/gp-updates?unacknowledged=true").getList("items.id"))
                .containsExactly(unread);
        next.asks()
                .header("If-Match", "\"0\"")
                .put("/gp-updates/" + unread + "/acknowledgement")
                .then()
                .statusCode(412);
        acknowledge(next, unread).then().statusCode(200);
        acknowledge(Neighbourhood.GP, unread).then().statusCode(200).body("state", equalTo("acknowledged"));
        assertThat(toAcknowledge(next)).isZero();
    }

    @Test
    void a_practice_that_referred_acknowledges_wherever_the_person_is_registered() {
        // Given
        Who next = new Who("qkk", "practice-voter", "G83780");
        Somebody somebody = somebody(true);
        String update = Casework.update(somebody.referral()).path("id");
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), next.organisation(), null);

        // When
        String id = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));

        // Then
        assertThat(recipients(update)).containsExactly(Neighbourhood.PRACTICE);
        assertThat(toAcknowledge(next)).isZero();
        acknowledge(Neighbourhood.GP, update).then().statusCode(200).body("state", equalTo("acknowledged"));
    }

    @Test
    void of_somebody_who_was_erased_there_is_nothing_to_write_or_to_acknowledge() {
        // Given
        Who former = new Who("qkk", "practice-voter", "G83781");
        Who clinician = new Who("qkk", "int-clinician", "RZ2");
        Somebody somebody = somebody(true, former.organisation());
        Neighbourhood.join(somebody.team(), clinician, "therapists");
        String update = Casework.update(somebody.referral()).path("id");
        Casework.close(somebody.referral());
        assertThat(toAcknowledge(former)).isEqualTo(1);
        assertThat(Neighbourhood.get(clinician, "/gp-update-counts").getInt("toWrite"))
                .isEqualTo(1);
        assertThat(Neighbourhood.get(former, "/gp-updates?unacknowledged=true").getList("items.id"))
                .containsExactly(update);

        // When
        Casework.erase(somebody.referral());

        // Then
        assertThat(toAcknowledge(former)).isZero();
        assertThat(Neighbourhood.get(clinician, "/gp-update-counts").getInt("toWrite"))
                .isZero();
        assertThat(Neighbourhood.get(clinician, "/gp-update-points?team=" + somebody.team())
                        .getList("items"))
                .isEmpty();
        assertThat(Neighbourhood.get(former, "/gp-updates?unacknowledged=true").getList("items"))
                .isEmpty();
    }

    private static Response acknowledge(Who who, String update) {
        return Neighbourhood.put(who, "/gp-updates/" + update + "/acknowledgement");
    }

    private static int toAcknowledge(Who who) {
        return Neighbourhood.get(who, "/gp-update-counts").getInt("toAcknowledge");
    }

    private static List<String> recipients(String update) {
        return Neighbourhood.rows(
                "select practice from gp_update_recipient where update_id = '" + update + "' order by practice");
    }

    @Test
    void a_team_that_has_not_taken_the_person_on_can_hand_over() {
        // Given
        Somebody somebody = somebody(false);
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.OTHER_PRACTICE));
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.OTHER_PRACTICE, null);
        String id = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));
        String path = "/practice-changes/"
                + Neighbourhood.get(Neighbourhood.LEAD, "/practice-changes?open=true&team=" + somebody.team())
                        .getString("items[0].id");

        // When, Then
        Neighbourhood.put(
                        Neighbourhood.LEAD,
                        path + "/handing-over",
                        Map.of("team", UUID.randomUUID(), "words", "Moved."))
                .then()
                .statusCode(400);
        Neighbourhood.put(Neighbourhood.LEAD, path + "/handing-over", Map.of("team", other, "words", "Moved."))
                .then()
                .statusCode(200)
                .body("answer", equalTo("handed-over"));
        assertThat(Neighbourhood.rows(
                        "select state from referral where redirected_from = '" + somebody.referral() + "'"))
                .containsExactly("submitted");
    }

    @Test
    void a_team_that_has_taken_the_person_on_offers_them_to_another() {
        // Given
        Somebody somebody = somebody(true);
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.OTHER_PRACTICE));
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.OTHER_PRACTICE, null);
        String id = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));
        String path = "/practice-changes/"
                + Neighbourhood.get(Neighbourhood.LEAD, "/practice-changes?open=true&team=" + somebody.team())
                        .getString("items[0].id");

        // When
        Neighbourhood.put(Neighbourhood.LEAD, path + "/handing-over", Map.of("team", other, "words", "Moved."))
                .then()
                .statusCode(200)
                .body("answer", nullValue())
                .body("offered", notNullValue());

        // Then
        JsonPath referral = Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral());
        assertThat(referral.getString("team")).isEqualTo(somebody.team());
        assertThat(referral.getString("state")).isEqualTo("accepted");
        assertThat(referral.getString("transfer.team")).isEqualTo(other);
        assertThat(open(somebody)).containsExactly(path);
        Neighbourhood.put(Neighbourhood.LEAD, path + "/confirmation")
                .then()
                .statusCode(409)
                .body("type", endsWith("transfer-open"));

        // When: they decline
        Who theirs = new Who("qkk", "case-manager", "RZ9");
        Neighbourhood.join(other, theirs, "therapists");
        Neighbourhood.put(theirs, "/transfers/" + referral.getString("transfer.id") + "/declining")
                .then()
                .statusCode(200);

        // Then: it is to be said again, and the history says why
        Neighbourhood.LEAD.asks().get(path).then().body("answer", nullValue()).body("offered", nullValue());
        assertThat(open(somebody)).containsExactly(path);
        JsonPath after = Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral());
        assertThat(after.getList("history.kind", String.class)).contains("transfer-offered", "transfer-declined");
        assertThat(after.getString("history.find { it.kind == 'transfer-declined' }.words"))
                .isEqualTo(referral.getString("transfer.teamName"));

        // When: they are asked again, and accept
        Neighbourhood.put(Neighbourhood.LEAD, path + "/handing-over", Map.of("team", other, "words", "Please."))
                .then()
                .statusCode(200);
        String again = Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral())
                .getString("transfer.id");
        Neighbourhood.put(theirs, "/transfers/" + again + "/acceptance", Map.of("caseManager", theirs.subject()))
                .then()
                .statusCode(200);

        // Then
        theirs.asks().get(path).then().statusCode(200).body("answer", equalTo("handed-over"));
        assertThat(open(somebody)).isEmpty();
        assertThat(Neighbourhood.get(theirs, "/practice-changes?open=true&team=" + other)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void whoever_reads_a_change_of_practice_or_answers_it_is_recorded() {
        // Given: a reader whom no other test has
        Somebody somebody = somebody(true);
        Somebody another = somebody(true);
        Who reader = new Who("qkk", "case-manager", "RZ4");
        Neighbourhood.join(somebody.team(), reader, "therapists");
        Neighbourhood.join(another.team(), reader, "therapists");
        for (Somebody each : List.of(somebody, another)) {
            DEMOGRAPHICS.knows(each.number(), each.number(), Neighbourhood.OTHER_PRACTICE, null);
            String id = tell(CHANGE_OF_GP, each.number());
            Neighbourhood.await(() -> state(id).equals("done"));
        }

        // When, Then: of a page those whom it shows
        JsonPath page = Neighbourhood.get(reader, "/practice-changes?limit=1");
        assertThat(page.getList("items.patient")).hasSize(1);
        assertThat(patientsReadBy(reader)).containsExactlyElementsOf(page.getList("items.patient"));

        // When, Then
        Neighbourhood.get(reader, "/practice-changes");
        assertThat(patientsReadBy(reader)).hasSize(3).containsOnly(somebody.patient(), another.patient());

        // When, Then
        String path = "/practice-changes/"
                + Neighbourhood.get(reader, "/practice-changes?team=" + another.team())
                        .getString("items[0].id");
        int before = patientsReadBy(reader).size();
        Neighbourhood.get(reader, path);
        assertThat(patientsReadBy(reader)).hasSize(before + 1);

        // When, Then: an answer shows it as well, a refusal does not
        Neighbourhood.put(reader, path + "/confirmation").then().statusCode(200);
        Neighbourhood.put(reader, path + "/confirmation").then().statusCode(409);
        assertThat(patientsReadBy(reader)).hasSize(before + 2).endsWith(another.patient());
        assertThat(Neighbourhood.rows("select distinct payload::json->>'what' || ' ' || (payload::json->>'why')"
                        + " from folkmoot.ledger_entry where kind = 'patient.read' and stream = 'reads/"
                        + reader.subject() + "'"))
                .containsExactly("practice-change team");
    }

    private static List<String> patientsReadBy(Who reader) {
        return Neighbourhood.rows(
                "select patient_id from patient_read where stream = 'reads/" + reader.subject() + "' order by number");
    }

    private static List<String> open(Somebody somebody) {
        return Neighbourhood.get(Neighbourhood.LEAD, "/practice-changes?open=true&team=" + somebody.team())
                .getList("items.id", String.class)
                .stream()
                .map(id -> "/practice-changes/" + id)
                .toList();
    }

    @Test
    void a_change_of_practice_is_for_the_team_alone() {
        // Given
        Somebody somebody = somebody(true);
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.OTHER_PRACTICE, null);
        String id = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));
        String change = Neighbourhood.rows(
                        "select id from practice_change where referral_id = '" + somebody.referral() + "'")
                .getFirst();

        // When, Then
        Who stranger = new Who("qkk", "int-clinician", "RXX");
        stranger.asks().get("/practice-changes/" + change).then().statusCode(404);
        Neighbourhood.put(stranger, "/practice-changes/" + change + "/confirmation")
                .then()
                .statusCode(404);
        assertThat(Neighbourhood.get(stranger, "/practice-changes").getList("items"))
                .isEmpty();
        new Who("qr1", "int-clinician", "RYX")
                .asks()
                .get("/practice-changes/" + change)
                .then()
                .statusCode(404);
        Neighbourhood.GP.asks().get("/practice-changes").then().statusCode(403);
        Neighbourhood.GP.asks().get("/nhs-notifications").then().statusCode(403);
    }

    @Test
    void a_death_closes_what_is_open_and_nothing_is_sent() {
        // Given
        Somebody somebody = somebody(true);
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.PRACTICE, "2026-11-02T04:00:00+00:00");

        // When
        String id = tell(DEATH, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));

        // Then
        assertThat(outcome(id)).isEqualTo("One referral was closed.");
        JsonPath patient = Neighbourhood.get(Neighbourhood.LEAD, "/patients/" + somebody.patient());
        assertThat(patient.getBoolean("deceased")).isTrue();
        assertThat(patient.getString("diedOn")).isEqualTo("2026-11-02");
        JsonPath referral = Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral());
        assertThat(referral.getString("state")).isEqualTo("closed");
        assertThat(referral.getString("history.find { it.kind == 'closed' }.code"))
                .isEqualTo("died");
        assertThat(Neighbourhood.said("referral.closed", somebody.referral()).getString("outcome"))
                .isEqualTo("died");
        assertThat(Neighbourhood.rows("select count(*) from case_manager where until_at is null and referral_id = '"
                        + somebody.referral() + "'"))
                .containsExactly("0");
    }

    @Test
    void a_death_drops_what_is_drafted_quietly_and_nobody_submits_it() {
        // Given
        Somebody somebody = somebody(true);
        String draft = draft(somebody);
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.PRACTICE, "2026-11-02T04:00:00+00:00");

        // When
        String id = tell(DEATH, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));

        // Then
        assertThat(outcome(id)).isEqualTo("One referral was closed.");
        assertThat(Neighbourhood.get(Neighbourhood.GP, "/referrals/" + draft).getString("state"))
                .isEqualTo("closed");
        assertThat(Neighbourhood.told(draft)).isEmpty();
        assertThat(Neighbourhood.rows("select kind from referral_event where referral_id = '" + draft + "'"))
                .isEmpty();
        Neighbourhood.put(Neighbourhood.GP, "/referrals/" + draft + "/submission", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("referral-not-in-state"));
    }

    @Test
    void nobody_refers_somebody_who_has_died_by_a_draft_that_is_left() {
        // Given
        Somebody somebody = somebody(false);
        String draft = draft(somebody);
        Neighbourhood.sql("update patient set deceased = true where id = '" + somebody.patient() + "'");

        // When, Then
        Neighbourhood.put(Neighbourhood.GP, "/referrals/" + draft + "/submission", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("referral-not-in-state"))
                .body("detail", startsWith("The person has died"));
        assertThat(Neighbourhood.told(draft)).isEmpty();
    }

    /** Somebody's practice writes of them again, to their team. */
    private static String draft(Somebody somebody) {
        return Neighbourhood.create(
                        Neighbourhood.GP,
                        "/referrals",
                        Neighbourhood.referral(
                                somebody.team(),
                                Map.of(
                                        "person",
                                        Neighbourhood.person(somebody.number(), Neighbourhood.PRACTICE),
                                        "submit",
                                        false)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_death_that_the_demographics_service_does_not_know_of_closes_nothing_until_it_does() {
        // Given
        Somebody somebody = somebody(true);
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.PRACTICE, null);
        String id = tell(DEATH, somebody.number());
        Neighbourhood.await(() -> state(id).equals("unresolved"));
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral())
                        .getString("state"))
                .isEqualTo("accepted");

        // When: it knows it later, and to the year only
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.PRACTICE, "2026");
        String path = "/nhs-notifications/" + row(id, "id");
        Neighbourhood.ADMIN.asks().put(path + "/another-look").then().statusCode(428);
        Neighbourhood.put(Neighbourhood.ADMIN, path + "/another-look")
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("outcome", equalTo("One referral was closed."));

        // Then: the last day on which it can have been
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/patients/" + somebody.patient())
                        .getString("diedOn"))
                .isEqualTo("2026-11-20");
    }

    @Test
    void somebody_with_another_number_is_found_by_it_and_by_the_old_one_no_more() {
        // Given
        Somebody somebody = somebody(true);
        NhsNumber now = Neighbourhood.nhsNumber();
        DEMOGRAPHICS.knows(somebody.number(), now, Neighbourhood.PRACTICE, null);

        // When
        String id = tell(OTHER_NUMBER, somebody.number());
        Neighbourhood.await(() -> state(id).equals("done"));

        // Then
        assertThat(found(now)).containsExactly(somebody.patient());
        assertThat(found(somebody.number())).isEmpty();
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/patients/" + somebody.patient())
                        .getString("nhsNumber"))
                .isEqualTo(now.display());
    }

    @Test
    void where_the_new_number_is_another_patients_people_have_to_look() {
        // Given
        Somebody somebody = somebody(true);
        Somebody another = somebody(true);
        DEMOGRAPHICS.knows(somebody.number(), another.number(), Neighbourhood.PRACTICE, null);

        // When
        String id = tell(OTHER_NUMBER, somebody.number());
        Neighbourhood.await(() -> state(id).equals("unresolved"));

        // Then
        assertThat(found(somebody.number())).containsExactly(somebody.patient());
        assertThat(found(another.number())).containsExactly(another.patient());
        assertThat(Neighbourhood.get(Neighbourhood.ADMIN, "/nhs-notifications?state=unresolved&limit=500")
                        .getList("items.id"))
                .contains(row(id, "id"));
    }

    @Test
    void what_means_nothing_here_is_kept_sealed_and_of_strangers_only_that_it_came() {
        // Given
        Somebody somebody = somebody(true);
        NhsNumber stranger = Neighbourhood.nhsNumber();

        // When
        String kept = tell("immunisation-vaccination-1", somebody.number());
        String notOurs = tell("immunisation-vaccination-1", stranger);
        Neighbourhood.await(() -> state(kept).equals("kept") && state(notOurs).equals("not-ours"));

        // Then
        JsonPath shown = Neighbourhood.get(Neighbourhood.ADMIN, "/nhs-notifications?state=kept&limit=500");
        assertThat(shown.getList("items.type")).contains("immunisation-vaccination-1");
        assertThat(row(kept, "patient_id")).isEqualTo(somebody.patient());
        assertThat(row(kept, "position(decode('" + hex(somebody.number().digits()) + "', 'hex') in original)::text"))
                .isEqualTo("0");
        assertThat(row(notOurs, "coalesce(patient_id::text, original::text, 'nothing')"))
                .isEqualTo("nothing");
        Neighbourhood.put(Neighbourhood.ADMIN, "/nhs-notifications/" + row(notOurs, "id") + "/another-look")
                .then()
                .statusCode(404);
        Neighbourhood.put(Neighbourhood.ADMIN, "/nhs-notifications/" + row(kept, "id") + "/another-look")
                .then()
                .statusCode(200)
                .body("state", equalTo("kept"));
    }

    @Test
    void what_cannot_be_read_is_set_aside_with_the_reason_and_without_its_key_or_words() {
        // Given
        String wrong = "9990000001";
        List<String> before = letters();

        // When: each with a key that could name somebody
        send(wrong, signal(UUID.randomUUID().toString(), DEATH, wrong));
        send(wrong, "Good morning");
        send(wrong, signal(UUID.randomUUID().toString(), DEATH, "somebody"));
        send(wrong, signal(UUID.randomUUID().toString(), "A type with " + wrong, wrong));
        Neighbourhood.await(() -> letters().size() == before.size() + 4);

        // Then
        List<String> after = letters();
        assertThat(after.subList(before.size(), after.size()))
                .containsExactlyInAnyOrder(
                        "subject-fails-its-check", "event-not-json", "subject-not-an-nhs-number", "type-not-a-word");
        assertThat(Neighbourhood.rows("select l::text from folkmoot.dead_letter l"))
                .noneMatch(letter -> letter.contains(wrong));
        assertThat(Neighbourhood.rows("select payload::text from folkmoot.outbox where type like '%deadletter%'"))
                .isNotEmpty()
                .noneMatch(payload -> payload.contains(wrong));
    }

    @Test
    void while_the_demographics_service_is_away_a_notification_waits_and_heals_by_itself() {
        // Given
        Somebody somebody = somebody(true);
        Somebody dead = somebody(true);
        DEMOGRAPHICS.fails(somebody.number());
        DEMOGRAPHICS.fails(dead.number());
        List<String> before = letters();

        // When: for longer than an event of ours is tried
        String moved = tell(CHANGE_OF_GP, somebody.number());
        String died = tell(DEATH, dead.number());
        Neighbourhood.await(() -> tries(moved) + tries(died) > 3 && state(died).equals("waiting"));

        // Then: nothing has followed, and it is told that it waits
        assertThat(letters()).isEqualTo(before);
        assertThat(state(moved)).isEqualTo("waiting");
        assertThat(Neighbourhood.get(Neighbourhood.ADMIN, "/nhs-notifications?state=waiting&limit=500")
                        .getList("items.id"))
                .contains(row(moved, "id"), row(died, "id"));
        assertThat(outcome(died))
                .isEqualTo("It waits, and is looked at again by itself: the demographics service answers 500.");
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + dead.referral())
                        .getString("state"))
                .isEqualTo("accepted");
        Neighbourhood.put(Neighbourhood.ADMIN, "/nhs-notifications/" + row(died, "id") + "/another-look")
                .then()
                .statusCode(503);

        // When
        DEMOGRAPHICS.knows(somebody.number(), somebody.number(), Neighbourhood.OTHER_PRACTICE, null);
        DEMOGRAPHICS.knows(dead.number(), dead.number(), Neighbourhood.PRACTICE, "2026-11-02");
        Neighbourhood.await(() -> state(moved).equals("done") && state(died).equals("done"));

        // Then
        assertThat(outcome(moved)).isEqualTo("Registered with " + Neighbourhood.OTHER_PRACTICE + ".");
        assertThat(outcome(died)).isEqualTo("One referral was closed.");
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + dead.referral())
                        .getString("state"))
                .isEqualTo("closed");
        assertThat(DEMOGRAPHICS.requests())
                .isNotEmpty()
                .allMatch(request -> request.equals("POST /fhir/R4/Patient/_search"));
    }

    @Test
    void of_whom_nothing_is_left_nothing_waits_any_more() {
        // Given
        Somebody somebody = somebody(true);
        DEMOGRAPHICS.fails(somebody.number());
        String id = tell(CHANGE_OF_GP, somebody.number());
        Neighbourhood.await(() -> state(id).equals("waiting"));

        // When
        Casework.erase(somebody.referral());

        // Then
        Neighbourhood.await(() -> state(id).equals("unresolved"));
        assertThat(outcome(id)).isEqualTo("The patient's record was erased meanwhile.");
    }

    private static int tries(String id) {
        return rowIfAny(id, "tries").stream().mapToInt(Integer::parseInt).sum();
    }

    // ------------------------------------------------------------------------------------------------ the NHS

    private static String tell(String type, NhsNumber subject) {
        String id = UUID.randomUUID().toString();
        tell(id, type, subject);
        return id;
    }

    private static void tell(String id, String type, NhsNumber subject) {
        send(subject.digits(), signal(id, type, subject.digits()));
    }

    private static String signal(String id, String type, String subject) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "uk.nhs.personal-demographics-service", "type": "%s",
                 "time": "2026-11-20T13:00:00Z",
                 "dataref": "https://api.service.nhs.uk/personal-demographics/FHIR/R4/Patient/%3$s", "subject": "%3$s"}
                """.formatted(id, type, subject);
    }

    private static void send(String key, String value) {
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value.getBytes(UTF_8)))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    // ------------------------------------------------------------------------------------------------ what came of it

    private static String state(String id) {
        return rowIfAny(id, "state").stream().findFirst().orElse("not heard");
    }

    private static String outcome(String id) {
        return row(id, "outcome");
    }

    private static String row(String id, String what) {
        return rowIfAny(id, what).getFirst();
    }

    /** By the identifier that is made from the source and the notification's own. */
    private static List<String> rowIfAny(String id, String what) {
        UUID event = UUID.nameUUIDFromBytes(("uk.nhs.personal-demographics-service\n" + id).getBytes(UTF_8));
        return Neighbourhood.rows("select " + what + " from nhs_notification where event_id = '" + event + "'");
    }

    private static List<String> letters() {
        return Neighbourhood.rows(
                "select error from folkmoot.dead_letter where consumer = 'nhs-notifications' order by position");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static List<String> found(NhsNumber number) {
        return Neighbourhood.LEAD
                .asks()
                .contentType("application/json")
                .body(Map.of("nhsNumber", number.digits()))
                .post("/patients/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static Somebody somebody(boolean accepted) {
        return somebody(accepted, Neighbourhood.PRACTICE);
    }

    /** Somebody whom {@link Neighbourhood#PRACTICE} referred and who is registered there. */
    private static Somebody somebody(boolean accepted, String registered) {
        String team = Neighbourhood.team();
        NhsNumber number = Neighbourhood.nhsNumber();
        String referral = Neighbourhood.create(
                        Neighbourhood.GP,
                        "/referrals",
                        Neighbourhood.referral(team, Map.of("person", Neighbourhood.person(number, registered))))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        if (accepted) {
            Neighbourhood.put(
                            Neighbourhood.LEAD,
                            "/referrals/" + referral + "/acceptance",
                            Map.of("caseManager", Neighbourhood.NURSE.subject()))
                    .then()
                    .statusCode(200);
        }
        String patient = Neighbourhood.rows("select patient_id from referral where id = '" + referral + "'")
                .getFirst();
        return new Somebody(number, patient, referral, team);
    }
}
