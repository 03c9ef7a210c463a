package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.Executive.Delegation;
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
