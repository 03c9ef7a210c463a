package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ExecutiveStoryTest {

    @Test
    void it_is_told_once_however_often_it_is_begun() {
        // Given
        var executive = new FakeExecutive();
        String end = tell(executive);
        int writes = executive.writes;

        // When
        tell(executive);

        // Then
        assertThat(executive.writes).isEqualTo(writes);
        assertThat(end).isEqualTo("Greenwich executive: 4 decisions, 6 actions");
        assertThat(told(executive))
                .containsEntry("Home visiting goes on until the summer", "taken")
                .containsEntry("A wound-care clinic for two years", "refused")
                .containsEntry("What we say to the board's consultation on access", "proposed")
                .containsEntry("Sign the agreement for home visiting", "in-hand, 1 of 3")
                .containsEntry("Have posters printed", "dropped, 0 of 0")
                .containsEntry("meetings", "[called, draft, minutes-approved]");
    }

    @Test
    void what_was_refused_comes_onto_the_agenda_of_the_group_after_its_motions() {
        // Given
        var executive = new FakeExecutive();

        // When
        tell(executive);

        // Then
        JsonNode called = executive.all("meetings").stream()
                .filter(meeting -> meeting.path("state").asText().equals("called"))
                .findFirst()
                .orElseThrow();
        assertThat(executive.all("agenda-items").stream()
                        .filter(item -> item.path("meeting").equals(called.path("id")))
                        .map(item -> item.path("kind").asText()))
                .containsExactlyInAnyOrder("motion", "proposal", "escalation");
    }

    @Test
    void wherever_it_is_cut_short_the_next_telling_goes_on_from_there_and_ends_alike() {
        // Given
        var whole = new FakeExecutive();
        tell(whole);

        for (int cut = 1; cut < whole.writes; cut++) {
            // When
            var executive = new FakeExecutive();
            executive.writesUntilCut = cut;
            assertThatExceptionOfType(StoryBroken.class).isThrownBy(() -> tell(executive));
            executive.pass(Duration.ofMinutes(cut % 2 * 5L));
            executive.writesUntilCut = Integer.MAX_VALUE;
            tell(executive);

            // Then
            Map<String, String> told = told(executive);
            // What was drafted for an hour that has passed stays a draft.
            told.compute("meetings", (name, states) -> states == null ? "" : states.replace("draft, draft", "draft"));
            assertThat(told).as("cut after %d writes", cut).isEqualTo(told(whole));
        }
    }

    @Test
    void nothing_is_decided_before_the_executive_has_heard_of_the_powers() {
        // Given
        var executive = new FakeExecutive();
        executive.hearsAfter = Integer.MAX_VALUE;
        Instant begun = executive.clock().instant();

        // When, Then
        assertThatExceptionOfType(StoryBroken.class)
                .isThrownBy(() -> tell(executive))
                .withMessageContaining("has not heard of the power");
        assertThat(executive.writes).isZero();
        assertThat(Duration.between(begun, executive.clock().instant()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    @Test
    void what_is_taken_keeps_to_its_power_and_what_is_refused_does_not() {
        Map<String, JsonNode> limits = new TreeMap<>();
        Script.greenwich()
                .powers()
                .grants()
                .forEach(grant -> limits.put(grant.path("subject").asText(), grant.path("limit")));
        for (ExecutiveScript.Decision told : ExecutiveScript.greenwich().decisions()) {
            JsonNode limit = limits.get(told.power());
            boolean within = limit != null
                    && (!limit.has("money") || amount(told.decision()).compareTo(amount(limit)) <= 0)
                    && (!limit.has("months")
                            || told.decision().path("months").asInt()
                                    <= limit.path("months").asInt());
            assertThat(within).as(told.title()).isEqualTo(!told.becomes().equals("refused"));
        }
    }

    @Test
    void every_thing_is_told_of_by_a_title_of_its_own_and_actions_are_in_every_state() {
        ExecutiveScript script = ExecutiveScript.greenwich();
        assertThat(script.actions().stream().map(ExecutiveScript.Action::title)).doesNotHaveDuplicates();
        assertThat(script.decisions().stream().map(ExecutiveScript.Decision::title))
                .doesNotHaveDuplicates();
        assertThat(script.actions().stream().map(ExecutiveScript.Action::becomes))
                .contains("open", "in-hand", "done", "dropped");
    }

    private static BigDecimal amount(JsonNode of) {
        return new BigDecimal(of.path("money").asText());
    }

    private static String tell(FakeExecutive executive) {
        Pauses pauses = moment -> executive.passUntil(moment.plusMillis(250));
        return new ExecutiveStory(executive.mandate(), executive.company(), executive.clock(), pauses, line -> {})
                .tell();
    }

    /** How everything ended, by its title. */
    private static Map<String, String> told(FakeExecutive executive) {
        var told = new TreeMap<String, String>();
        for (ObjectNode decision : executive.all("decisions")) {
            told.merge(decision.path("title").asText(), decision.path("state").asText(), (one, two) -> one + two);
            told.put(
                    "agreed to " + decision.path("title").asText(),
                    decision.path("agreed").toString());
        }
        for (ObjectNode action : executive.all("actions")) {
            long made = StreamSupport.stream(action.path("steps").spliterator(), false)
                    .filter(step -> step.path("done").asBoolean())
                    .count();
            told.merge(
                    action.path("title").asText(),
                    "%s, %d of %d"
                            .formatted(
                                    action.path("state").asText(),
                                    made,
                                    action.path("steps").size()),
                    (one, two) -> one + two);
        }
        for (String kind : List.of("series", "forward-plan", "agenda-items")) {
            told.put(kind, Integer.toString(executive.all(kind).size()));
        }
        told.put(
                "meetings",
                executive.all("meetings").stream()
                        .map(meeting -> meeting.path("state").asText())
                        .sorted()
                        .toList()
                        .toString());
        return told;
    }
}
