package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.folkmoot.events.Uuid7;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.junit.jupiter.api.Test;

/** The single point of access: a partner asks, and gets an answer in time. */
@ExecutiveTest
class EnquiryTest {

    private static final String TRUST = "RJ1";

    @Test
    void a_partner_asks_by_the_form_and_is_answered() {
        // Given
        String group = Executive.group();
        String practice = practice();
        String other = practice();
        String enquiry = enquire(TRUST);
        Executive.partner(TRUST)
                .get("/enquiries/" + enquiry)
                .then()
                .body("state", equalTo("received"))
                .body("clock", equalTo("on-time"))
                .body("acknowledgement.by", equalTo(workingDay(1).toString()))
                .body("answering.by", equalTo(workingDay(10).toString()));

        // When, Then: acknowledged and assigned
        assign(enquiry, group).then().statusCode(409).body("type", endsWith("enquiry-not-in-state"));
        put(Executive.manager(), enquiry, "acknowledgement", Map.of("workingDays", 5))
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("acknowledgement.state", equalTo("on-time"))
                .body("answering.by", equalTo(workingDay(5).toString()));
        assign(enquiry, group).then().statusCode(200).body("state", equalTo("assigned"));

        // When, Then: a practice is asked and answers
        Executive.create(
                        Executive.manager(),
                        "/enquiries/" + enquiry + "/asks",
                        Map.of("practices", List.of(practice, other, practice), "words", "Can you?", "workingDays", 3))
                .then()
                .statusCode(201)
                .body("asked", equalTo(2))
                .body("replied", equalTo(0));
        JsonPath asked = Executive.voter(practice).get("/asks?state=open").jsonPath();
        assertThat(asked.getList("items.subject")).containsExactly("Phlebotomy at weekends");
        assertThat(asked.getString("items[0].due")).isEqualTo(workingDay(3).toString());
        String ask = asked.getString("items[0].id");
        Executive.put(Executive.voter(practice), "/asks/" + ask + "/answer", Map.of("answer", "On Saturdays."))
                .then()
                .statusCode(200)
                .body("state", equalTo("answered"));
        Executive.manager()
                .get("/asks?enquiry=" + enquiry)
                .then()
                .body("items.practice", containsInAnyOrder(practice, other))
                .body("items.answer", containsInAnyOrder("On Saturdays.", null));

        // When, Then: an action comes of it
        String action = ActionTest.assign(Map.of("enquiry", enquiry), Map.of("workingDays", 5));
        ActionTest.assign(Map.of("enquiry", assigned(group)), Map.of("workingDays", 5));
        assertThat(Executive.get("/actions?enquiry=" + enquiry).getList("items.id"))
                .containsExactly(action);

        // When, Then: the enquirer is asked, and says more
        put(Executive.lmc(), enquiry, "pause", Map.of("reason", "more-information-needed", "words", "For which sites?"))
                .then()
                .statusCode(200)
                .body("state", equalTo("awaiting-enquirer"))
                .body("clock", equalTo("paused"));
        put(Executive.partner(TRUST), enquiry, "reply", Map.of("reply", "For both."))
                .then()
                .statusCode(200)
                .body("state", equalTo("assigned"))
                .body("pauses.reply", contains("For both."));

        // When, Then: answered, and closed
        put(Executive.manager(), enquiry, "answer", Map.of("answer", "Eleven of fourteen can."))
                .then()
                .statusCode(200)
                .body("clock", equalTo("on-time"));
        Executive.put(Executive.voter(practice), "/asks/" + ask + "/answer", Map.of("answer", "On Sundays."))
                .then()
                .statusCode(409);
        Executive.partner(TRUST).get("/enquiries/" + enquiry).then().body("answer", equalTo("Eleven of fourteen can."));
        put(Executive.manager(), enquiry, "closing", Map.of("how", "duplicate", "why", "Known"))
                .then()
                .statusCode(409);
        put(Executive.manager(), enquiry, "closing", Map.of("how", "answered", "why", "Known"))
                .then()
                .statusCode(400);
        put(Executive.manager(), enquiry, "closing", Map.of("how", "answered"))
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"));
        assertThat(Executive.told(enquiry))
                .containsExactly(
                        "folkmoot.executive.enquiry.received.v1",
                        "folkmoot.executive.enquiry.acknowledged.v1",
                        "folkmoot.executive.enquiry.queried.v1",
                        "folkmoot.executive.enquiry.clarified.v1",
                        "folkmoot.executive.enquiry.answered.v1",
                        "folkmoot.executive.enquiry.closed.v1");
        assertThat(Executive.said("enquiry.answered", enquiry).getString("answer"))
                .isEqualTo("Eleven of fourteen can.");
        assertThat(Executive.said("enquiry.answered", enquiry).getBoolean("late"))
                .isFalse();
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void one_that_will_not_be_answered_is_closed_with_a_reason_and_its_open_questions_are_needless() {
        // Given
        String practice = practice();
        String enquiry = assigned(Executive.group());
        Executive.create(
                        Executive.manager(),
                        "/enquiries/" + enquiry + "/asks",
                        Map.of("practices", List.of(practice), "words", "Can you?", "workingDays", 3))
                .then()
                .statusCode(201);
        put(Executive.manager(), enquiry, "pause", Map.of("reason", "enquirer-agreed", "words", "After Christmas"));

        // When
        put(Executive.manager(), enquiry, "closing", Map.of("how", "withdrawn"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/why"));
        put(Executive.manager(), enquiry, "closing", Map.of("how", "withdrawn", "why", "They found out"))
                .then()
                .statusCode(200)
                .body("clock", nullValue())
                .body("answering.state", nullValue());

        // Then
        Executive.voter(practice).get("/asks").then().body("items.state", contains("needless"));
        put(Executive.manager(), enquiry, "answer", Map.of("answer", "Yes"))
                .then()
                .statusCode(409);
        assertThat(Executive.said("enquiry.closed", enquiry).getString("how")).isEqualTo("withdrawn");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void nobody_is_asked_who_would_never_hear_of_it() {
        // Given
        String practice = practice();
        String closed = practice();
        Executive.sql("update practice set status = 'closed' where code = '" + closed + "'");
        String elsewhere = practice();
        Executive.sql("update practice set tenant_id = 'qr1' where code = '" + elsewhere + "'");
        String enquiry = assigned(Executive.group());

        // When, Then
        Executive.create(
                        Executive.manager(),
                        "/enquiries/" + enquiry + "/asks",
                        Map.of(
                                "practices",
                                List.of(practice, closed, elsewhere, code()),
                                "words",
                                "Can you?",
                                "workingDays",
                                3))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/practices/1", "#/practices/2", "#/practices/3"));
        Executive.voter(practice).get("/asks").then().body("items", empty());
    }

    @Test
    void an_enquirer_sees_its_own_and_nobody_in_it_and_a_practice_what_it_is_asked() {
        // Given
        String practice = practice();
        String another = code();
        String enquiry = assigned(Executive.group());
        Executive.create(
                        Executive.manager(),
                        "/enquiries/" + enquiry + "/asks",
                        Map.of("practices", List.of(practice), "words", "Can you?", "workingDays", 3))
                .then()
                .statusCode(201);
        String ask = Executive.voter(practice).get("/asks").path("items[0].id");

        // When, Then: the enquirer
        Executive.partner(TRUST)
                .get("/enquiries/" + enquiry)
                .then()
                .statusCode(200)
                .body("assignee", nullValue())
                .body("assigneeName", nullValue())
                .body("receivedBy", nullValue())
                .body("asked", nullValue());
        Executive.partner(TRUST).get("/enquiries?sort=newest").then().body("items.id", hasItem(enquiry));
        Executive.partner(TRUST).get("/asks").then().statusCode(403);
        put(Executive.partner(TRUST), enquiry, "answer", Map.of("answer", "Yes"))
                .then()
                .statusCode(403);
        put(Executive.partner(TRUST), enquiry, "closing", Map.of("how", "withdrawn", "why", "Known"))
                .then()
                .statusCode(403);

        // When, Then: another partner, and another ICS
        for (Supplier<RequestSpecification> other : List.<Supplier<RequestSpecification>>of(
                () -> Executive.partner("RYR"),
                () -> Executive.voter(practice),
                () -> Executive.as("qr1", "executive-manager", "QR1"))) {
            other.get().get("/enquiries/" + enquiry).then().statusCode(404);
            put(other.get(), enquiry, "reply", Map.of("reply", "Me")).then().statusCode(404);
            other.get().get("/enquiries?sort=newest").then().body("items.id", not(hasItem(enquiry)));
        }
        Executive.create(Executive.partner("RYR"), "/enquiries", question(TRUST, Map.of()))
                .then()
                .statusCode(403);

        // When, Then: practices
        Executive.voter(another).get("/asks/" + ask).then().statusCode(404);
        Executive.voter(another).get("/asks").then().body("items", empty());
        Executive.as("qr1", "practice-voter", practice)
                .get("/asks/" + ask)
                .then()
                .statusCode(404);
        Executive.put(Executive.voter(another), "/asks/" + ask + "/answer", Map.of("answer", "No"))
                .then()
                .statusCode(404);
        Executive.put(Executive.manager(), "/asks/" + ask + "/answer", Map.of("answer", "No"))
                .then()
                .statusCode(403);
        Executive.voter(practice)
                .body(Map.of("answer", "No"))
                .contentType("application/json")
                .put("/asks/" + ask + "/answer")
                .then()
                .statusCode(428);

        // When, Then: the office looks on
        Executive.secretary().get("/enquiries/" + enquiry).then().statusCode(200);
        put(Executive.secretary(), enquiry, "answer", Map.of("answer", "Yes"))
                .then()
                .statusCode(403);
    }

    @Test
    void whoever_it_is_assigned_to_sees_and_answers_it() {
        // Given
        String group = Executive.group();
        String enquiry = enquire(TRUST);
        put(Executive.manager(), enquiry, "acknowledgement", Map.of());
        RequestSpecification practice = Executive.voter("QKK");
        practice.get("/enquiries/" + enquiry).then().statusCode(404);

        // When
        put(
                        Executive.manager(),
                        enquiry,
                        "assignment",
                        Map.of(
                                "group",
                                group,
                                "assignee",
                                Executive.subject("practice-voter"),
                                "assigneeName",
                                "Dr Somebody"))
                .then()
                .statusCode(200);

        // Then
        Executive.voter("QKK").get("/enquiries?mine=true").then().body("items.id", contains(enquiry));
        put(Executive.voter("QKK"), enquiry, "answer", Map.of("answer", "Yes"))
                .then()
                .statusCode(200);
    }

    @Test
    void an_enquiry_comes_from_a_partners_system_once_and_gets_its_answer_as_events() {
        // Given
        String reference = reference();
        UUID event = Uuid7.next();
        Map<String, Object> data = question(TRUST, Map.of("reference", reference, "contact", "partnerships team"));

        // When: delivered twice
        Partner.tells(event, reference, "submitted", data);
        Partner.tells(event, reference, "submitted", data);
        String after = reference();
        Partner.tells(Uuid7.next(), after, "submitted", question(TRUST, Map.of("reference", after)));
        Executive.await(() -> !named(after).isEmpty());

        // Then
        assertThat(named(reference)).hasSize(1);
        String enquiry = named(reference).getFirst();
        JsonPath received = Executive.said("enquiry.received", enquiry);
        assertThat(received.getString("event")).isEqualTo(event.toString());
        assertThat(received.getString("reference")).isEqualTo(reference);
        assertThat(received.getString("answerBy")).isEqualTo(workingDay(10).toString());
        assertThat(received.getString("acknowledgeBy")).isEqualTo(workingDay(1).toString());

        // When: read all over again, long after the event was forgotten
        Executive.sql("delete from folkmoot.inbox where consumer = 'partner-enquiries'");
        Partner.tells(event, reference, "submitted", data);
        String last = reference();
        Partner.tells(Uuid7.next(), last, "submitted", question(TRUST, Map.of("reference", last)));
        Executive.await(() -> !named(last).isEmpty());
        assertThat(named(reference)).hasSize(1);
        assertThat(refused(event)).isFalse();

        // When: the same reference in another event
        UUID again = Uuid7.next();
        Partner.tells(again, reference, "submitted", data);
        Executive.await(() -> refused(again));

        // Then
        assertThat(Executive.said("enquiry.refused", reference).getString("enquiry"))
                .isEqualTo(enquiry);
        assertThat(named(reference)).hasSize(1);

        // When: it waits for its enquirer, whose system replies
        put(Executive.manager(), enquiry, "acknowledgement", Map.of()).then().statusCode(200);
        assign(enquiry, Executive.group()).then().statusCode(200);
        UUID tooEarly = Uuid7.next();
        Map<String, Object> reply = Map.of("organisation", TRUST, "reference", reference, "words", "For both.");
        Partner.tells(tooEarly, reference, "clarified", reply);
        Executive.await(() -> refused(tooEarly));
        put(
                        Executive.manager(),
                        enquiry,
                        "pause",
                        Map.of("reason", "more-information-needed", "words", "For which sites?"))
                .then()
                .statusCode(200);
        Partner.tells(Uuid7.next(), reference, "clarified", reply);
        Executive.await(() -> Executive.told(enquiry).contains("folkmoot.executive.enquiry.clarified.v1"));

        // Then
        assertThat(Executive.get("/enquiries/" + enquiry).getList("pauses.reply"))
                .containsExactly("For both.");
        assertThat(Executive.get("/enquiries/" + enquiry).getBoolean("cameAsEvent"))
                .isTrue();
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void an_enquiry_of_a_partners_system_is_followed_by_events_from_its_receipt_to_its_answer() {
        // Given
        String reference = reference();
        String group = Executive.group();
        UUID event = Uuid7.next();

        // When: asked by an event, and seen to by people
        Partner.tells(event, reference, "submitted", question(TRUST, Map.of("reference", reference)));
        Executive.await(() -> !named(reference).isEmpty());
        String enquiry = named(reference).getFirst();
        put(Executive.manager(), enquiry, "acknowledgement", Map.of()).then().statusCode(200);
        assign(enquiry, group).then().statusCode(200);
        put(Executive.lmc(), enquiry, "answer", Map.of("answer", "Eleven of fourteen can."))
                .then()
                .statusCode(200);
        put(Executive.manager(), enquiry, "closing", Map.of("how", "answered"))
                .then()
                .statusCode(200);

        // Then: each names the reference by which the partner's system knows it again
        assertThat(Executive.told(enquiry))
                .containsExactly(
                        "folkmoot.executive.enquiry.received.v1",
                        "folkmoot.executive.enquiry.acknowledged.v1",
                        "folkmoot.executive.enquiry.answered.v1",
                        "folkmoot.executive.enquiry.closed.v1");
        JsonPath answered = Executive.said("enquiry.answered", enquiry);
        assertThat(answered.getString("enquiry")).isEqualTo(enquiry);
        assertThat(answered.getString("organisation")).isEqualTo(TRUST);
        assertThat(answered.getString("reference")).isEqualTo(reference);
        assertThat(answered.getString("answer")).isEqualTo("Eleven of fourteen can.");
        assertThat(answered.getString("answerBy")).isEqualTo(workingDay(10).toString());
        assertThat(answered.getBoolean("late")).isFalse();
        assertThat(Executive.rows("select distinct payload->>'reference' from folkmoot.outbox where aggregateid = '"
                        + enquiry + "'"))
                .containsExactly(reference);
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void what_a_partners_system_gets_wrong_is_answered_with_every_reason() {
        assertThat(complaints("submitted", Map.of())).containsExactly("organisation", "subject", "words");
        assertThat(complaints("submitted", question(TRUST, Map.of("subject", " "))))
                .containsExactly("subject");
        assertThat(complaints("submitted", question("no code", Map.of()))).containsExactly("organisation");
        assertThat(complaints("submitted", question(TRUST, Map.of("group", "none"))))
                .containsExactly("group");
        assertThat(complaints(
                        "submitted",
                        question(TRUST, Map.of("group", Uuid7.next().toString()))))
                .containsExactly("group");
        assertThat(complaints("submitted", question(TRUST, Map.of("words", "a\0b"))))
                .containsExactly("data");
        assertThat(complaints("clarified", Map.of("organisation", TRUST, "words", "Both")))
                .containsExactly("data");
        assertThat(complaints("opened", Map.of())).containsExactly("type");
        String other = reference();
        UUID event = Uuid7.next();
        Partner.tells(event, other, "submitted", question(TRUST, Map.of("reference", "another")));
        Executive.await(() -> refused(event));
        assertThat(Executive.said("enquiry.refused", other).getList("complaints.field"))
                .containsExactly("reference");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void what_has_no_readable_envelope_is_set_aside_with_the_rule_that_it_breaks() {
        // Given
        String reference = reference();

        // When
        Partner.tellsNonsense(reference);

        // Then
        Executive.await(
                () -> Executive.rows("select error from folkmoot.dead_letter where aggregate = '" + reference + "'")
                        .contains("specversion-not-1.0"));
        Executive.as("qkk", "ics-admin", "QKK")
                .get("/dead-letters?limit=100")
                .then()
                .statusCode(200)
                .body("items.aggregate", hasItem(reference));
        assertThat(named(reference)).isEmpty();
    }

    @Test
    void the_clock_is_derived_from_working_days_without_pauses() {
        // Given
        LocalDate today = Executive.today();
        var random = new Random(20261122);
        for (int number = 0; number < 40; number++) {
            LocalDate received = today.minusDays(random.nextInt(60));
            int agreed = 1 + random.nextInt(20);
            List<LocalDate[]> pauses = pauses(random, received, today);
            boolean paused = !pauses.isEmpty() && pauses.getLast()[1] == null;

            // When
            String enquiry = kept(received, agreed, pauses);

            // Then
            LocalDate due = due(received, agreed, pauses, today);
            String clock = today.isAfter(due) ? "late" : paused ? "paused" : today.equals(due) ? "due" : "on-time";
            JsonPath shown = Executive.get("/enquiries/" + enquiry);
            assertThat(shown.getString("answering.by"))
                    .as("received %s, %d days, paused %s", received, agreed, inWords(pauses))
                    .isEqualTo(due.toString());
            assertThat(shown.getString("answering.state")).isEqualTo(clock);
            assertThat(shown.getString("clock")).isEqualTo(clock);
        }
    }

    @Test
    void what_was_not_acknowledged_within_a_working_day_is_late_and_stays_so() {
        // Given
        String enquiry = enquire(TRUST);
        LocalDate before = EnglishWorkingDays.plus(Executive.today(), -2);
        Executive.sql("update enquiry set received_at = '" + noon(before) + "' where id = '" + enquiry + "'");

        // When, Then
        assertThat(Executive.get("/enquiries/" + enquiry).getString("acknowledgement.state"))
                .isEqualTo("late");
        assertThat(Executive.get("/enquiries?clock=late&organisation=" + TRUST + "&limit=500")
                        .getList("items.id"))
                .contains(enquiry);
        put(Executive.manager(), enquiry, "acknowledgement", Map.of())
                .then()
                .body("acknowledgement.state", equalTo("late"))
                .body("clock", equalTo("on-time"));
        assertThat(Executive.get("/enquiries?clock=late&organisation=" + TRUST + "&limit=500")
                        .getList("items.id"))
                .doesNotContain(enquiry);
    }

    @Test
    void what_came_by_another_way_is_written_down_with_its_day_and_is_as_late_as_it_is() {
        // Given
        LocalDate came = EnglishWorkingDays.plus(Executive.today(), -3);
        LocalDate today = Executive.today();

        // When, Then
        Executive.create(Executive.manager(), "/enquiries", question(TRUST, Map.of("receivedOn", came.toString())))
                .then()
                .statusCode(201)
                .body(
                        "acknowledgement.by",
                        equalTo(EnglishWorkingDays.plus(came, 1).toString()))
                .body("acknowledgement.state", equalTo("late"))
                .body("answering.by", equalTo(EnglishWorkingDays.plus(came, 10).toString()));
        for (LocalDate impossible : List.of(today.plusDays(1), today.minusDays(61))) {
            refusesDay(Executive.manager(), impossible);
        }
        refusesDay(Executive.partner(TRUST), came);
        refusesDay(Executive.lmc(), today.plusYears(1));
    }

    private static void refusesDay(RequestSpecification person, LocalDate day) {
        Executive.create(person, "/enquiries", question(TRUST, Map.of("receivedOn", day.toString())))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/receivedOn"));
    }

    @Test
    void lists_go_on_where_they_stopped_and_can_be_taken_away() {
        // Given
        String trust = code();
        List<String> enquiries = List.of(enquire(trust), enquire(trust), enquire(trust));
        put(Executive.manager(), enquiries.get(2), "acknowledgement", Map.of("workingDays", 2));

        // When, Then
        assertThat(pages("/enquiries?limit=1&organisation=" + trust))
                .containsExactly(enquiries.get(2), enquiries.get(0), enquiries.get(1));
        assertThat(pages("/enquiries?limit=2&sort=newest&organisation=" + trust))
                .containsExactly(enquiries.get(2), enquiries.get(1), enquiries.get(0));
        assertThat(pages("/enquiries?limit=2&state=acknowledged&organisation=" + trust))
                .containsExactly(enquiries.get(2));
        assertThat(Executive.manager()
                        .accept("text/csv")
                        .get("/enquiries?open=true&organisation=" + trust)
                        .asString()
                        .lines())
                .hasSize(4)
                .first()
                .isEqualTo("Subject,Organisation,Reference,Received,Acknowledge by,Answer by,Clock,State,Assigned to,"
                        + "Practices asked,Practices answered,Id");
    }

    @Test
    void an_action_comes_from_an_enquiry_and_the_chain_knows_it() {
        // Given
        String group = Executive.group();
        String enquiry = enquire(TRUST);
        var action = Map.of(
                "enquiry", enquiry,
                "title", "Ask the federation",
                "words", "Whether it has nurses.",
                "owner", "somebody",
                "ownerName", "Dr Somebody",
                "workingDays", 3,
                "steps", List.of());
        Executive.create(Executive.manager(), "/actions", action)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/enquiry"));
        put(Executive.manager(), enquiry, "acknowledgement", Map.of());
        assign(enquiry, group).then().statusCode(200);

        // When
        String made = Executive.create(Executive.manager(), "/actions", action)
                .then()
                .statusCode(201)
                .body("enquiry", equalTo(enquiry))
                .body("group", equalTo(group))
                .extract()
                .path("id");

        // Then
        JsonPath chain = Executive.get("/authority/action/" + made);
        assertThat(chain.getList("nodes.kind")).containsExactly("action", "enquiry");
        assertThat(chain.getList("nodes.title")).containsExactly("Ask the federation", "Enquiry of " + TRUST);
        assertThat(Executive.get("/authority/enquiry/" + enquiry).getList("nodes.kind"))
                .containsExactly("enquiry", "action");
        assertThat(Executive.said("action.assigned", made).getString("enquiry")).isEqualTo(enquiry);
        Executive.everyAnnouncementKeepsItsContract();
    }

    private static String enquire(String organisation) {
        return Executive.create(Executive.partner(organisation), "/enquiries", question(organisation, Map.of()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> question(String organisation, Map<String, Object> more) {
        var question = new HashMap<String, Object>(Map.of(
                "organisation",
                organisation,
                "subject",
                "Phlebotomy at weekends",
                "words",
                "Which practices can take part from January?"));
        question.putAll(more);
        return question;
    }

    private static String assigned(String group) {
        String enquiry = enquire(TRUST);
        put(Executive.manager(), enquiry, "acknowledgement", Map.of()).then().statusCode(200);
        assign(enquiry, group).then().statusCode(200);
        return enquiry;
    }

    private static Response assign(String enquiry, String group) {
        return put(
                Executive.manager(),
                enquiry,
                "assignment",
                Map.of("group", group, "assignee", "somebody", "assigneeName", "Dr Somebody"));
    }

    private static Response put(RequestSpecification person, String enquiry, String what, Object body) {
        return Executive.put(person, "/enquiries/" + enquiry + "/" + what, body);
    }

    private static List<String> pages(String path) {
        var ids = new ArrayList<String>();
        String next = null;
        do {
            JsonPath page = Executive.get(next == null ? path : path + "&cursor=" + next);
            ids.addAll(page.getList("items.id"));
            next = page.getString("next");
        } while (next != null);
        return ids;
    }

    /** A practice of the ICS of which the registry has told. */
    private static String practice() {
        String code = code();
        Executive.sql("insert into practice (tenant_id, code, copy, version, name, status) values ('qkk', '" + code
                + "', 1, 1, 'PRACTICE', 'open') on conflict do nothing");
        return code;
    }

    /** An organisation of which nobody knows anything yet. */
    private static String code() {
        return "Y%05d".formatted(new Random().nextInt(100_000));
    }

    private static LocalDate workingDay(int days) {
        return EnglishWorkingDays.plus(Executive.today(), days);
    }

    private static String reference() {
        return "REF-" + UUID.randomUUID();
    }

    private static List<String> named(String reference) {
        return Executive.rows("select id from enquiry where reference = '" + reference + "'");
    }

    private static boolean refused(UUID event) {
        return !Executive.rows("select id from folkmoot.outbox where type = 'folkmoot.executive.enquiry.refused.v1' and"
                        + " payload->>'event' = '" + event + "'")
                .isEmpty();
    }

    /** The fields of which is complained when a partner's system tells that. */
    private static List<String> complaints(String verb, Map<String, Object> data) {
        String reference = reference();
        UUID event = Uuid7.next();
        var whole = new HashMap<String, Object>(data);
        whole.put("reference", reference);
        Partner.tells(event, reference, verb, whole);
        Executive.await(() -> refused(event));
        assertThat(named(reference)).isEmpty();
        return Executive.said("enquiry.refused", reference).getList("complaints.field");
    }

    // ------------------------------------------------------------------------------------------------ time

    /** Days, of which the last pause may have no end. */
    private static List<LocalDate[]> pauses(Random random, LocalDate received, LocalDate today) {
        var pauses = new ArrayList<LocalDate[]>();
        LocalDate from = received.plusDays(random.nextInt(12));
        while (pauses.size() < 3 && !from.isAfter(today) && random.nextInt(4) > 0) {
            LocalDate until = from.plusDays(random.nextInt(12));
            if (until.isAfter(today)) {
                pauses.add(new LocalDate[] {from, null});
                return pauses;
            }
            pauses.add(new LocalDate[] {from, until});
            from = until.plusDays(random.nextInt(6));
        }
        return pauses;
    }

    /** Counted day by day. */
    private static LocalDate due(LocalDate received, int agreed, List<LocalDate[]> pauses, LocalDate today) {
        LocalDate day = received;
        for (int left = agreed; left > 0; ) {
            day = day.plusDays(1);
            LocalDate each = day;
            boolean stands = pauses.stream()
                    .anyMatch(pause -> !each.isBefore(pause[0]) && each.isBefore(pause[1] == null ? today : pause[1]));
            if (EnglishWorkingDays.isWorkingDay(day) && !stands) {
                left--;
            }
        }
        return day;
    }

    private static String kept(LocalDate received, int agreed, List<LocalDate[]> pauses) {
        String id = Uuid7.next().toString();
        boolean paused = !pauses.isEmpty() && pauses.getLast()[1] == null;
        Executive.sql("""
                insert into enquiry (tenant_id, id, group_id, organisation, subject, words, received_by, received_name,
                    received_at, agreed_days, state, acknowledged_name, acknowledged_at, assignee, assignee_name, assigned_at)
                values ('qkk', '%s', '%s', 'RXX', 'Time', 'How long?', 'somebody', 'Somebody', '%s', %d, '%s', 'Somebody',
                    '%3$s', 'somebody', 'Somebody', '%3$s')
                """.formatted(id, id, noon(received), agreed, paused ? "awaiting-enquirer" : "assigned"));
        for (int number = 0; number < pauses.size(); number++) {
            LocalDate[] pause = pauses.get(number);
            Executive.sql(
                    "insert into enquiry_pause values ('qkk', '%s', %d, 'enquirer-agreed', 'Wait', '%s', null, %s)"
                            .formatted(
                                    id,
                                    number + 1,
                                    noon(pause[0]),
                                    pause[1] == null ? "null" : "'" + noon(pause[1]) + "'"));
        }
        return id;
    }

    private static String noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(LondonTime.ZONE).toInstant().toString();
    }

    private static String inWords(List<LocalDate[]> pauses) {
        return pauses.stream()
                .map(pause -> pause[0] + " to " + pause[1])
                .toList()
                .toString();
    }
}
