package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.folkmoot.events.Uuid7;
import org.junit.jupiter.api.Test;

/** What general practice sets out to reach: only the group adopts it, by a ballot. */
@ExecutiveTest
class PriorityTest {

    private final String motion = Uuid7.next().toString();
    private final String ballot = Uuid7.next().toString();

    @Test
    void a_priority_is_proposed_shaped_adopted_by_a_ballot_begun_measured_and_met() {
        // Given
        String group = Executive.group();
        String priority = proposed(group);
        change(Executive.manager(), priority, "motion", Map.of("motion", motion))
                .then()
                .statusCode(409)
                .body("type", endsWith("priority-not-in-position"));
        shape(priority).then().statusCode(200).body("position", equalTo("shaped"));
        change(Executive.secretary(), priority, "motion", Map.of("motion", motion))
                .then()
                .statusCode(200)
                .body("position", equalTo("shaped"));
        Executive.observer().get("/priorities/" + priority).then().statusCode(404);

        // When
        Executive.declare(ballot, motion, group, "carried");

        // Then
        Executive.await(() -> position(priority).equals("adopted"));
        Executive.observer()
                .get("/priorities/" + priority)
                .then()
                .body("ballot", equalTo(ballot))
                .body("outcome", equalTo("carried"))
                .body("proposedBy", nullValue());
        assertThat(Executive.told(priority)).containsExactly("folkmoot.executive.priority.adopted.v1");
        assertThat(Executive.said("priority.adopted", priority).getString("ballot"))
                .isEqualTo(ballot);
        shape(priority).then().statusCode(409);

        // When, Then: an action comes from it, and walks up to the ballot
        String action = ActionTest.assign(Map.of("priority", priority), Map.of("workingDays", 5));
        assertThat(Executive.get("/authority/action/" + action).getList("nodes.kind"))
                .containsExactly("action", "priority", "ballot", "motion");
        assertThat(Executive.get("/actions/" + action).getString("priority")).isEqualTo(priority);

        // When, Then: to its end
        change(Executive.lmc(), priority, "attainment", Map.of("evidence", "Too early"))
                .then()
                .statusCode(409);
        Executive.put(Executive.lmc(), "/priorities/" + priority + "/beginning")
                .then()
                .statusCode(200)
                .body("position", equalTo("in-progress"));
        change(Executive.manager(), priority, "measures", Map.of("reached", List.of("70%", "more")))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reached"));
        change(Executive.manager(), priority, "measures", Map.of("reached", List.of("82%")))
                .then()
                .statusCode(200)
                .body("measures.reached", contains("82%"))
                .body("measures.target", contains("80%"));
        change(Executive.manager(), priority, "attainment", Map.of("evidence", "The survey of March"))
                .then()
                .statusCode(200)
                .body("position", equalTo("met"))
                .body("ended", equalTo("The survey of March"));
        change(Executive.manager(), priority, "retirement", Map.of("reason", "Over"))
                .then()
                .statusCode(409);
        assertThat(Executive.get("/authority/priority/" + priority).getString("nodes[0].outcome"))
                .isEqualTo("met");
        assertThat(Executive.told(priority))
                .containsExactly("folkmoot.executive.priority.adopted.v1", "folkmoot.executive.priority.met.v1");
        Executive.everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_priority_that_was_adopted_and_is_wanted_no_more_is_retired_for_everybody_to_hear() {
        // Given
        String group = Executive.group();
        String priority = citing(group);
        Executive.declare(ballot, motion, group, "carried");
        Executive.await(() -> position(priority).equals("adopted"));

        // When
        change(Executive.manager(), priority, "retirement", Map.of("reason", "The ICB pays for it now"))
                .then()
                .statusCode(200)
                .body("position", equalTo("retired"))
                .body("ended", equalTo("The ICB pays for it now"));

        // Then
        assertThat(Executive.told(priority))
                .containsExactly("folkmoot.executive.priority.adopted.v1", "folkmoot.executive.priority.retired.v1");
        assertThat(Executive.get("/authority/priority/" + priority).getString("nodes[0].outcome"))
                .isEqualTo("retired");
    }

    @Test
    void a_priority_says_that_its_motion_was_withdrawn_and_may_cite_another() {
        // Given
        String group = Executive.group();
        String priority = citing(group);

        // When
        Executive.withdraw(motion, motion, group, "To be put better");

        // Then
        Executive.await(() ->
                "withdrawn".equals(Executive.get("/priorities/" + priority).getString("outcome")));
        assertThat(position(priority)).isEqualTo("shaped");
        change(
                        Executive.manager(),
                        priority,
                        "motion",
                        Map.of("motion", Uuid7.next().toString()))
                .then()
                .statusCode(200)
                .body("outcome", nullValue());
    }

    @Test
    void it_does_not_matter_whether_the_ballot_is_heard_before_the_priority_cites_its_motion_or_again() {
        // Given
        String group = Executive.group();
        String priority = proposed(group);
        shape(priority).then().statusCode(200);
        Executive.declare(ballot, motion, group, "carried");
        Executive.await(() -> isHeard(ballot));
        assertThat(position(priority)).isEqualTo("shaped");

        // When
        change(Executive.manager(), priority, "motion", Map.of("motion", motion))
                .then()
                .statusCode(200)
                .body("position", equalTo("adopted"))
                .body("ballot", equalTo(ballot));

        // When: as if nothing had ever been heard, and again
        Executive.sql("delete from motion_ballot where ballot_id = '" + ballot + "'");
        Executive.declare(ballot, motion, group, "carried");
        Executive.await(() -> isHeard(ballot));

        // Then
        assertThat(Executive.told(priority)).containsExactly("folkmoot.executive.priority.adopted.v1");
        assertThat(position(priority)).isEqualTo("adopted");
    }

    @Test
    void a_lost_ballot_and_another_groups_adopt_nothing() {
        // Given
        String group = Executive.group();
        String priority = citing(group);

        // When
        String elsewhere = Uuid7.next().toString();
        Executive.declare(ballot, motion, group, "lost");
        Executive.declare(elsewhere, motion, Executive.group(), "carried");
        Executive.await(() -> isHeard(ballot) && isHeard(elsewhere));

        // Then
        assertThat(position(priority)).isEqualTo("shaped");
        assertThat(Executive.told(priority)).isEmpty();
        asked(Map.of("priority", priority)).then().statusCode(400).body("errors[0].pointer", equalTo("#/priority"));

        // When, Then: another motion may do it, and a new shape cites none
        shape(priority).then().statusCode(200).body("motion", nullValue());
        change(Executive.manager(), priority, "retirement", Map.of("reason", "Not wanted"))
                .then()
                .statusCode(200)
                .body("position", equalTo("retired"));
        assertThat(Executive.told(priority)).as("it was never adopted").isEmpty();
        Executive.manager().get("/authority/priority/" + priority).then().statusCode(404);
    }

    @Test
    void practices_propose_for_themselves_and_the_executive_shapes() {
        // Given
        String group = Executive.group();
        propose(Executive.voter("G83002"), group).then().statusCode(403);
        String priority = proposed(group);

        // When, Then
        Executive.put(Executive.voter("G83001"), "/priorities/" + priority + "/shape", shape())
                .then()
                .statusCode(403);
        Executive.voter("G83001")
                .get("/groups/" + group + "/priorities?position=proposed&aim=access")
                .then()
                .body("items.id", contains(priority))
                .body("items.proposedFor", contains("G83001"));
        Executive.voter("G83001")
                .get("/groups/" + group + "/priorities?aim=resilience")
                .then()
                .body("items", empty());
        Executive.observer().get("/groups/" + group + "/priorities").then().body("items", empty());
        Executive.manager()
                .body(shape())
                .contentType("application/json")
                .put("/priorities/" + priority + "/shape")
                .then()
                .statusCode(428);
        for (String path : List.of("/priorities/" + priority, "/groups/" + group + "/priorities")) {
            Executive.as("qr1", "executive-manager", "QR1").get(path).then().statusCode(404);
        }
        Executive.put(Executive.as("qr1", "executive-manager", "QR1"), "/priorities/" + priority + "/shape", shape())
                .then()
                .statusCode(404);
    }

    /** A priority that is shaped and cites the motion. */
    private String citing(String group) {
        String priority = proposed(group);
        shape(priority).then().statusCode(200);
        change(Executive.manager(), priority, "motion", Map.of("motion", motion))
                .then()
                .statusCode(200);
        return priority;
    }

    private static String proposed(String group) {
        return propose(Executive.voter("G83001"), group)
                .then()
                .statusCode(201)
                .body("position", equalTo("proposed"))
                .extract()
                .path("id");
    }

    private static Response propose(RequestSpecification person, String group) {
        return Executive.create(
                person,
                "/groups/" + group + "/priorities",
                Map.of(
                        "proposedFor",
                        "G83001",
                        "aim",
                        "access",
                        "title",
                        "Children are seen on the day",
                        "words",
                        "Parents wait too long.",
                        "measures",
                        List.of()));
    }

    private static Response shape(String priority) {
        return change(Executive.manager(), priority, "shape", shape());
    }

    private static Map<String, Object> shape() {
        return Map.of(
                "aim",
                "access",
                "title",
                "Same-day care for children",
                "words",
                "Every child under five is seen on the day.",
                "measures",
                List.of(Map.of(
                        "name",
                        "Seen on the day",
                        "baseline",
                        "60%",
                        "target",
                        "80%",
                        "by",
                        Executive.today().plusYears(1).toString())));
    }

    private static Response change(RequestSpecification person, String priority, String what, Object body) {
        return Executive.put(person, "/priorities/" + priority + "/" + what, body);
    }

    private static Response asked(Map<String, Object> source) {
        return ActionTest.asked(source, Map.of("workingDays", 1));
    }

    private static String position(String priority) {
        return Executive.get("/priorities/" + priority).getString("position");
    }

    private static boolean isHeard(String ballot) {
        return !Executive.rows("select outcome from motion_ballot where ballot_id = '" + ballot + "'")
                .isEmpty();
    }
}
