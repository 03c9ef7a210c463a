package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.Executive.Delegation;
import org.folkmoot.test.TestStack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the backlog to approved minutes, and nothing gets lost on the way. */
@ExecutiveTest
class MeetingTest {

    @Test
    void a_called_meeting_has_its_agenda_frozen_and_a_change_after_that_is_a_version_with_a_reason() {
        // Given
        String group = Executive.group();
        String meeting = Executive.draft(Executive.series(group, "executive"));
        String first = item(group, "Winter access");
        String second = item(group, "Premises");
        arrange(meeting, List.of(second, first), null)
                .then()
                .statusCode(200)
                .body("agenda.id", contains(second, first));

        // When
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/calling")
                .then()
                .statusCode(200)
                .body("state", equalTo("called"))
                .body("agendaVersion", equalTo(1));

        // Then
        String third = item(group, "Late paper");
        arrange(meeting, List.of(first, third), null)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reason"));
        arrange(meeting, List.of(first, third), "A paper came late")
                .then()
                .statusCode(200)
                .body("agendaVersion", equalTo(2))
                .body("agenda.title", contains("Winter access", "Late paper"));
        Executive.lmc()
                .get("/meetings/" + meeting + "/agendas")
                .then()
                .body("items[0].items.title", contains("Premises", "Winter access"))
                .body("items[1].items.title", contains("Winter access", "Late paper"))
                .body("items[1].reason", equalTo("A paper came late"));
        assertThat(Executive.get("/groups/" + group + "/agenda-items").getList("items.id"))
                .containsExactly(second);
        assertThat(Executive.told(meeting))
                .containsExactly(
                        "folkmoot.executive.meeting.called.v1", "folkmoot.executive.meeting.agenda.revised.v1");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void what_a_meeting_leaves_undone_comes_onto_the_next_agenda_and_cannot_be_left_off() {
        // Given
        String group = Executive.group();
        String series = Executive.series(group, "executive");
        String meeting = Executive.draft(series);
        String done = item(group, "Winter access");
        String undone = item(group, "Premises");
        arrange(meeting, List.of(done, undone), null).then().statusCode(200);
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/calling");
        Executive.put(Executive.lmc(), "/meetings/" + meeting + "/opening")
                .then()
                .statusCode(200);

        // When
        close(meeting, List.of(Map.of("item", Uuid7.next().toString(), "note", "Agreed")))
                .then()
                .statusCode(400);
        close(meeting, List.of(Map.of("item", done, "note", "Agreed")))
                .then()
                .statusCode(200)
                .body("agenda[0].note", equalTo("Agreed"))
                .body("agenda[1].carried", equalTo(true));

        // Then
        String next = Executive.draft(series);
        assertThat(Executive.get("/meetings/" + next).getList("agenda.id")).containsExactly(undone);
        arrange(next, List.of(), null)
                .then()
                .statusCode(409)
                .body("type", endsWith("agenda-incomplete"))
                .body("items", contains(undone));
        Executive.put(Executive.manager(), "/agenda-items/" + undone + "/withdrawal", Map.of("reason", "Enough"))
                .then()
                .statusCode(409)
                .body("type", endsWith("agenda-item-not-waiting"));
    }

    @Test
    void minutes_are_read_outside_once_they_are_approved_and_drafts_are_not() {
        // Given
        String group = Executive.group();
        String meeting = Executive.draft(Executive.series(group, "executive"));
        Executive.observer().get("/meetings/" + meeting).then().statusCode(404);
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/calling");
        Executive.put(Executive.lmc(), "/meetings/" + meeting + "/opening");
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/minutes-approval")
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-in-state"));

        // When
        close(meeting, List.of()).then().statusCode(200).body("minutes", equalTo("We met."));

        // Then
        Executive.observer().get("/meetings/" + meeting).then().body("minutes", nullValue());
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/minutes-approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("minutes-approved"));
        Executive.observer()
                .get("/meetings/" + meeting)
                .then()
                .body("minutes", equalTo("We met."))
                .body("approvedAt", notNullValue())
                .body("approvedBy", nullValue());
        Executive.observer()
                .get("/groups/" + group + "/meetings?body=executive")
                .then()
                .body("items.id", contains(meeting));
    }

    @Test
    void actions_that_are_not_done_are_matters_arising_at_the_next_meeting_of_the_series() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "executive");
        String meeting = Executive.inSession(series);
        String decision = Executive.taken(under, Map.of("meeting", meeting));
        String ofDecision = action(Map.of("decision", decision), 5);
        String ofMeeting = action(Map.of("meeting", meeting), 3);
        String between = action(Map.of("decision", Executive.taken(under, Map.of())), 1);
        String elsewhere = Executive.draft(Executive.series(under.group(), "place"));

        // When
        String next = Executive.draft(series);

        // Then
        assertThat(Executive.get("/meetings/" + next).getList("mattersArising.action"))
                .containsExactly(between, ofMeeting, ofDecision);
        assertThat(Executive.get("/meetings/" + elsewhere).getList("mattersArising"))
                .isEmpty();
        Executive.put(Executive.manager(), "/meetings/" + next + "/calling")
                .then()
                .statusCode(200)
                .body("mattersArising", hasSize(3));
        Executive.put(Executive.manager(), "/actions/" + between + "/dropping", Map.of("reason", "Needless"))
                .then()
                .statusCode(200);
        assertThat(Executive.get("/meetings/" + next).getList("mattersArising"))
                .as("as they were when the agenda was frozen")
                .hasSize(3);
    }

    @Test
    void a_practice_proposes_for_itself_and_a_tabled_motion_waits_once() {
        // Given
        String group = Executive.group();
        var proposal = Map.of(
                "body", "leadership-group", "title", "Parking", "words", "There is none.", "proposedFor", "G83001");

        // When, Then
        Executive.create(Executive.voter("G83002"), "/groups/" + group + "/agenda-items", proposal)
                .then()
                .statusCode(403);
        Executive.create(
                        Executive.voter("G83001"),
                        "/groups/" + group + "/agenda-items",
                        Map.of("body", "leadership-group", "title", "Parking", "words", "There is none."))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/proposedFor"));
        Executive.create(Executive.voter("G83001"), "/groups/" + group + "/agenda-items", proposal)
                .then()
                .statusCode(201)
                .body("kind", equalTo("proposal"));

        // When
        String motion = Uuid7.next().toString();
        for (int time = 0; time < 2; time++) {
            Executive.announce(
                    "motion",
                    motion,
                    "tabled",
                    Instant.now(),
                    Map.of("motion", motion, "group", group, "question", "mandate", "title", "Speak for us"));
        }

        // Then
        Executive.await(() -> Executive.get("/groups/" + group + "/agenda-items")
                .getList("items.origin")
                .contains(motion));
        assertThat(Executive.get("/groups/" + group + "/agenda-items").getList("items.kind"))
                .containsExactly("proposal", "motion");
    }

    @Test
    void a_motion_that_a_ballot_decided_waits_no_more_whichever_is_heard_first() {
        // Given
        String group = Executive.group();
        String tabled = tabled(group);
        String unheard = Uuid7.next().toString();

        // When
        Executive.declare(Uuid7.next().toString(), tabled, group, "carried");
        Executive.declare(Uuid7.next().toString(), unheard, group, "lost");

        // Then
        Executive.await(() -> backlog(group).isEmpty());
        String item = itemOf(tabled);
        Executive.lmc()
                .get("/agenda-items/" + item)
                .then()
                .body("settled", equalTo("decided"))
                .body("note", equalTo("A ballot of the group carried it."));
        Executive.put(Executive.manager(), "/agenda-items/" + item + "/withdrawal", Map.of("reason", "Enough"))
                .then()
                .statusCode(409)
                .body("type", endsWith("agenda-item-not-waiting"));

        // When
        Executive.await(() -> !Executive.rows("select ballot_id from motion_ballot where motion_id = '" + unheard + "'")
                .isEmpty());
        table(unheard, unheard, group);
        String after = Uuid7.next().toString();
        table(unheard, after, group);

        // Then: what has the same key comes in its order, so this one is heard of last.
        Executive.await(() -> backlog(group).contains(after));
        assertThat(backlog(group)).containsExactly(after);
    }

    @Test
    void what_a_ballot_decided_leaves_a_draft_and_stays_on_a_frozen_agenda_without_being_carried_over() {
        // Given
        String group = Executive.group();
        String series = Executive.series(group, "leadership-group");
        String frozen = Executive.draft(series);
        String draft = Executive.draft(series);
        String onFrozen = itemOf(tabled(group));
        String onDraft = itemOf(tabled(group));
        arrange(frozen, List.of(onFrozen), null).then().statusCode(200);
        arrange(draft, List.of(onDraft), null).then().statusCode(200);
        Executive.put(Executive.manager(), "/meetings/" + frozen + "/calling");

        // When
        for (String item : List.of(onFrozen, onDraft)) {
            Executive.declare(
                    Uuid7.next().toString(),
                    Executive.get("/agenda-items/" + item).getString("origin"),
                    group,
                    "no-quorum");
            Executive.await(() -> Executive.get("/agenda-items/" + item).getString("settled") != null);
        }

        // Then
        assertThat(Executive.get("/meetings/" + draft).getList("agenda")).isEmpty();
        arrange(draft, List.of(onDraft), null).then().statusCode(400).body("errors[0].pointer", equalTo("#/items"));
        arrange(frozen, List.of(onFrozen), "Nothing else came").then().statusCode(200);
        Executive.put(Executive.lmc(), "/meetings/" + frozen + "/opening")
                .then()
                .statusCode(200);
        close(frozen, List.of())
                .then()
                .statusCode(200)
                .body("agenda[0].settled", equalTo("decided"))
                .body("agenda[0].carried", equalTo(false))
                .body("agenda[0].note", startsWith("Too few took part"));
        assertThat(backlog(group)).isEmpty();
    }

    @Test
    void a_withdrawn_motion_waits_no_more_whichever_is_heard_first() {
        // Given
        String group = Executive.group();
        String tabled = tabled(group);
        String unheard = Uuid7.next().toString();

        // When
        for (String motion : List.of(tabled, unheard)) {
            Executive.withdraw(motion, motion, group, "The committee was dissolved");
        }

        // Then
        Executive.await(() -> backlog(group).isEmpty());
        Executive.lmc()
                .get("/agenda-items/" + itemOf(tabled))
                .then()
                .body("settled", equalTo("withdrawn"))
                .body("note", equalTo("The committee was dissolved"));
        assertThat(Executive.get("/authority/motion/" + tabled).getString("nodes[0].outcome"))
                .isEqualTo("withdrawn");

        // When
        table(unheard, unheard, group);
        String after = Uuid7.next().toString();
        table(unheard, after, group);

        // Then: what has the same key comes in its order, so this one is heard of last.
        Executive.await(() -> backlog(group).contains(after));
        assertThat(backlog(group)).containsExactly(after);
        assertThat(Executive.get("/authority/motion/" + unheard).getString("nodes[0].outcome"))
                .isEqualTo("withdrawn");
    }

    @Test
    void a_withdrawn_motion_leaves_a_draft_and_is_marked_on_a_frozen_agenda() {
        // Given
        String group = Executive.group();
        String series = Executive.series(group, "leadership-group");
        String frozen = Executive.draft(series);
        String draft = Executive.draft(series);
        String onFrozen = tabled(group);
        String onDraft = tabled(group);
        arrange(frozen, List.of(itemOf(onFrozen)), null).then().statusCode(200);
        arrange(draft, List.of(itemOf(onDraft)), null).then().statusCode(200);
        Executive.put(Executive.manager(), "/meetings/" + frozen + "/calling")
                .then()
                .statusCode(200);

        // When
        for (String motion : List.of(onFrozen, onDraft)) {
            Executive.withdraw(motion, motion, group, "Overtaken by events");
            Executive.await(() -> isSettled(itemOf(motion)));
        }

        // Then
        assertThat(Executive.get("/meetings/" + draft).getList("agenda")).isEmpty();
        Executive.lmc()
                .get("/meetings/" + frozen)
                .then()
                .body("agenda.origin", contains(onFrozen))
                .body("agenda.settled", contains("withdrawn"))
                .body("agenda.note", contains("Overtaken by events"));
        Executive.put(Executive.lmc(), "/meetings/" + frozen + "/opening")
                .then()
                .statusCode(200);
        close(frozen, List.of()).then().statusCode(200).body("agenda.carried", contains(false));
        assertThat(backlog(group)).isEmpty();
    }

    @Test
    void what_a_ballot_decided_when_nobody_settled_items_by_that_waits_no_more_and_comes_onto_no_agenda() {
        // Given: on a draft, left undone by another meeting, and waiting for its first one
        String group = Executive.group();
        String meeting = Executive.draft(Executive.series(group, "leadership-group"));
        String onDraft = tabled(group);
        String carried = tabled(group);
        String waiting = tabled(group);
        String open = tabled(group);
        arrange(meeting, List.of(itemOf(onDraft), itemOf(open)), null).then().statusCode(200);
        Executive.sql("update agenda_item set carried = true where origin_id = '" + carried + "'");
        for (String motion : List.of(onDraft, carried, waiting)) {
            Executive.sql("""
                    insert into motion_ballot (tenant_id, ballot_id, motion_id, group_id, outcome, declared_at)
                    values ('qkk', '%s', '%s', '%s', 'lost', clock_timestamp())
                    """.formatted(Uuid7.next(), motion, group));
        }

        // Then
        assertThat(backlog(group)).isEmpty();

        // When
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/calling")
                .then()
                .statusCode(200)
                .body("agenda.origin", contains(open));

        // Then
        for (String motion : List.of(onDraft, carried, waiting)) {
            Executive.lmc()
                    .get("/agenda-items/" + itemOf(motion))
                    .then()
                    .body("meeting", nullValue())
                    .body("settled", equalTo("decided"))
                    .body("note", equalTo("A ballot of the group did not carry it."));
        }
    }

    @Test
    void a_ballot_that_is_heard_while_a_meeting_is_called_leaves_its_item_on_the_frozen_agenda() throws SQLException {
        // Given
        String group = Executive.group();
        String meeting = Executive.draft(Executive.series(group, "leadership-group"));
        String motion = tabled(group);
        String item = itemOf(motion);
        arrange(meeting, List.of(item), null).then().statusCode(200);

        // When: whoever calls it has frozen its agenda, and not yet committed that
        try (Connection calling = TestStack.current().superuser(Executive.DATABASE);
                Statement statement = calling.createStatement()) {
            calling.setAutoCommit(false);
            statement.execute("select id from meeting where id = '" + meeting + "' for update");
            statement.execute("""
                    insert into agenda_version (tenant_id, id, meeting_id, number, items, matters, frozen_by, frozen_name,
                        frozen_at)
                    select tenant_id, '%s', meeting_id, 1,
                        jsonb_build_array(jsonb_build_object('item', id, 'kind', kind, 'title', title)), '[]', 'somebody',
                        'Somebody', clock_timestamp()
                    from agenda_item where id = '%s'
                    """.formatted(Uuid7.next(), item));
            Executive.declare(Uuid7.next().toString(), motion, group, "carried");
            String hearsOfIt =
                    "select pid from pg_stat_activity where " + pid(statement) + " = any (pg_blocking_pids(pid))";
            Executive.await(() -> !Executive.rows(hearsOfIt).isEmpty() || isSettled(item));
            statement.execute("""
                    update meeting set state = 'called', called_at = clock_timestamp(), version = version + 1
                    where id = '%s'
                    """.formatted(meeting));
            calling.commit();
        }
        Executive.await(() -> isSettled(item));

        // Then
        assertThat(Executive.get("/agenda-items/" + item).getString("meeting")).isEqualTo(meeting);
        assertThat(Executive.get("/meetings/" + meeting).getList("agenda.settled"))
                .containsExactly("decided");
    }

    private static boolean isSettled(String item) {
        return Executive.get("/agenda-items/" + item).getString("settled") != null;
    }

    /** By which number the database knows who asks. */
    private static int pid(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void a_cancelled_meeting_says_why_and_what_stood_on_its_agenda_comes_onto_the_next() {
        // Given
        String group = Executive.group();
        String series = Executive.series(group, "executive");
        String meeting = Executive.draft(series);
        String next = Executive.draft(series);
        String item = item(group, "Winter access");
        arrange(meeting, List.of(item), null).then().statusCode(200);
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/calling")
                .then()
                .statusCode(200);
        String path = "/meetings/" + meeting + "/cancellation";
        Map<String, String> reason = Map.of("reason", "Half of us are ill");
        Executive.put(Executive.lmc(), path, reason).then().statusCode(403);
        Executive.put(Executive.manager(), path, Map.of("reason", " "))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reason"));
        Executive.manager()
                .contentType("application/json")
                .body(reason)
                .put(path)
                .then()
                .statusCode(428);

        // When
        Executive.put(Executive.secretary(), path, reason)
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("cancelledWhy", equalTo("Half of us are ill"));

        // Then
        Executive.put(Executive.secretary(), path, reason)
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-in-state"));
        Executive.put(Executive.lmc(), "/meetings/" + meeting + "/opening")
                .then()
                .statusCode(409);
        Executive.put(Executive.manager(), "/meetings/" + next + "/calling")
                .then()
                .statusCode(200)
                .body("agenda.id", contains(item))
                .body("agenda[0].carried", equalTo(true));
        Executive.observer()
                .get("/meetings/" + meeting)
                .then()
                .statusCode(200)
                .body("agenda.title", contains("Winter access"))
                .body("cancelledWhy", equalTo("Half of us are ill"));
        assertThat(Executive.told(meeting))
                .containsExactly("folkmoot.executive.meeting.called.v1", "folkmoot.executive.meeting.cancelled.v1");
        assertThat(Executive.said("meeting.cancelled", meeting).getInt("items")).isEqualTo(1);
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_draft_that_is_cancelled_is_nobody_elses_and_what_has_begun_is_not_cancelled() {
        // Given
        String group = Executive.group();
        String series = Executive.series(group, "executive");
        String begun = Executive.inSession(series);
        String draft = Executive.draft(series);
        String item = item(group, "Winter access");
        arrange(draft, List.of(item), null).then().statusCode(200);

        // When
        Executive.put(Executive.manager(), "/meetings/" + begun + "/cancellation", Map.of("reason", "Too late"))
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-in-state"));
        Executive.put(Executive.manager(), "/meetings/" + draft + "/cancellation", Map.of("reason", "Not needed"))
                .then()
                .statusCode(200);

        // Then
        Executive.observer().get("/meetings/" + draft).then().statusCode(404);
        Executive.observer().get("/groups/" + group + "/meetings").then().body("items.id", contains(begun));
        assertThat(Executive.told(draft)).isEmpty();
        Executive.lmc()
                .get("/agenda-items/" + item)
                .then()
                .body("meeting", nullValue())
                .body("carried", equalTo(false));
    }

    @Test
    void a_series_keeps_its_rhythm_and_a_meeting_is_not_called_after_its_hour() {
        // Given
        String group = Executive.group();
        String series = Executive.series(group, "executive");
        List<String> next = Executive.get("/groups/" + group + "/series").getList("items[0].next");

        // When
        String first = Executive.draft(series);
        String second = Executive.draft(series);

        // Then
        assertThat(List.of(
                        Executive.get("/meetings/" + first).getString("startsAt"),
                        Executive.get("/meetings/" + second).getString("startsAt")))
                .isEqualTo(next.subList(0, 2));
        Executive.sql("update meeting set starts_at = clock_timestamp() where id = '" + first + "'");
        Executive.put(Executive.manager(), "/meetings/" + first + "/calling")
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-in-state"));
    }

    @Test
    void what_stood_on_a_draft_whose_hour_passed_comes_onto_the_next_agenda_and_topics_wait_again() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "leadership-group");
        String motion = tabled(under.group());
        String topic = Executive.rows("select id from agenda_item where origin_id = '" + motion + "'")
                .getFirst();
        String passed = Executive.draft(series);
        String drafted = Executive.draft(series);
        String escalated = Executive.decide(Executive.lmc(), under, Map.of()).path("escalation");
        Executive.put(
                        Executive.manager(),
                        "/meetings/" + passed + "/agenda",
                        Map.of("items", List.of(escalated, topic)))
                .then()
                .statusCode(200);

        // When: nobody called it
        Executive.sql(
                "update meeting set starts_at = clock_timestamp() - interval '1 hour' where id = '" + passed + "'");

        // Then: what stood on it is seen to wait, and can be put on another agenda
        assertThat(Executive.get("/groups/" + under.group() + "/agenda-items").<String>getList("items.id"))
                .containsExactlyInAnyOrder(escalated, topic);
        Executive.put(Executive.manager(), "/meetings/" + drafted + "/agenda", Map.of("items", List.of(topic)))
                .then()
                .statusCode(200)
                .body("agenda.id", contains(topic));

        // When, Then: what was escalated comes by itself
        Executive.put(Executive.manager(), "/meetings/" + drafted + "/calling")
                .then()
                .statusCode(200)
                .body("agenda.id", contains(topic, escalated));
        assertThat(Executive.get("/meetings/" + passed).getList("agenda")).isEmpty();
    }

    @Test
    void an_escalation_comes_onto_the_agenda_of_a_meeting_that_is_drafted_after_a_draft_has_passed() {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "leadership-group");
        String passed = Executive.draft(series);
        String escalated = Executive.decide(Executive.lmc(), under, Map.of()).path("escalation");
        Executive.sql(
                "update meeting set starts_at = clock_timestamp() - interval '1 hour' where id = '" + passed + "'");

        // When
        String next = Executive.draft(series);

        // Then
        assertThat(Executive.get("/meetings/" + next).getList("agenda.id")).containsExactly(escalated);
    }

    /** A motion that waits in the backlog of the group. */
    private static String tabled(String group) {
        String motion = Uuid7.next().toString();
        table(motion, motion, group);
        Executive.await(() -> backlog(group).contains(motion));
        return motion;
    }

    private static void table(String key, String motion, String group) {
        Executive.announce(
                "motion",
                key,
                "tabled",
                Instant.now(),
                Map.of("motion", motion, "group", group, "question", "mandate", "title", "Speak for us"));
    }

    private static List<String> backlog(String group) {
        return Executive.get("/groups/" + group + "/agenda-items").getList("items.origin");
    }

    private static String itemOf(String motion) {
        return Executive.rows("select id from agenda_item where origin_id = '" + motion + "'")
                .getFirst();
    }

    private static String item(String group, String title) {
        return Executive.create(
                        Executive.manager(),
                        "/groups/" + group + "/agenda-items",
                        Map.of("body", "executive", "title", title, "words", "To be talked about."))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response arrange(String meeting, List<String> items, @Nullable String reason) {
        return Executive.put(
                Executive.manager(),
                "/meetings/" + meeting + "/agenda",
                reason == null ? Map.of("items", items) : Map.of("items", items, "reason", reason));
    }

    private static Response close(String meeting, List<Map<String, String>> dealtWith) {
        return Executive.put(
                Executive.lmc(),
                "/meetings/" + meeting + "/closing",
                Map.of("minutes", "We met.", "dealtWith", dealtWith));
    }

    private static String action(Map<String, Object> source, int days) {
        return ActionTest.assign(
                source, Map.of("due", Executive.today().plusDays(days).toString()));
    }
}
