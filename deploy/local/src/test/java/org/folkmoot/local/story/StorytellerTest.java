package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StorytellerTest {

    @Test
    void a_story_is_told_once_however_often_it_is_begun() {
        // Given
        var mandate = new FakeMandate(StoryTest.practices());
        tell(mandate);
        int writes = mandate.writes;

        // When
        tell(mandate);

        // Then
        assertThat(mandate.writes).isEqualTo(writes);
        assertThat(told(mandate))
                .containsEntry("groups", 1L)
                .containsEntry("motions", 7L)
                .containsEntry("terms", 6L)
                .containsEntry("powers", 2L)
                .containsEntry("objections", 1L)
                .containsEntry("declared", 5L)
                .containsEntry("open", 1L);
    }

    @Test
    void wherever_it_is_cut_short_the_next_telling_goes_on_from_there_and_ends_alike() {
        // Given
        var whole = new FakeMandate(StoryTest.practices());
        tell(whole);

        for (int cut = 1; cut < whole.writes; cut += 7) {
            // When
            var mandate = new FakeMandate(StoryTest.practices());
            mandate.writesUntilCut = cut;
            assertThatExceptionOfType(StoryBroken.class).isThrownBy(() -> tell(mandate));
            mandate.passUntil(mandate.clock().instant().plus(Duration.ofMinutes(cut % 2)));
            mandate.writesUntilCut = Integer.MAX_VALUE;
            tell(mandate);

            // Then
            assertThat(told(mandate)).as("cut after %d writes", cut).isEqualTo(told(whole));
        }
    }

    @Test
    void a_ballot_that_closed_before_all_had_voted_is_annulled_and_held_again_for_longer() {
        // Given: one vote a second, so that half a minute is too short
        var mandate = new FakeMandate(StoryTest.practices());
        mandate.aVote = Duration.ofSeconds(1);

        // When
        tell(mandate);

        // Then
        List<Long> held = mandate.all("ballots").stream()
                .filter(ballot -> ballot.path("title").asText().startsWith("One shared hub"))
                .map(StorytellerTest::window)
                .toList();
        assertThat(held).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
        assertThat(told(mandate)).containsEntry("declared", 5L);
    }

    @Test
    void a_service_that_does_not_know_the_networks_yet_is_waited_for_and_given_up_after_two_minutes() {
        var mandate = new FakeMandate(StoryTest.practices()) {
            @Override
            public List<String> practicesOf(String network) {
                return List.of("A81001");
            }
        };
        Instant begun = mandate.clock().instant();
        assertThatExceptionOfType(StoryBroken.class)
                .isThrownBy(() -> tell(mandate))
                .withMessageContaining("the registry has 1");
        assertThat(Duration.between(begun, mandate.clock().instant()))
                .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
        assertThat(mandate.writes).isZero();
    }

    private static void tell(FakeMandate mandate) {
        Pauses pauses = moment -> mandate.passUntil(moment.plusMillis(250));
        new Storyteller(mandate, mandate.clock(), pauses, line -> {}).tell();
    }

    private static long window(ObjectNode ballot) {
        return Duration.between(
                        Instant.parse(ballot.path("opensAt").asText()),
                        Instant.parse(ballot.path("closesAt").asText()))
                .toSeconds();
    }

    /** How much there is of everything, but for ballots that were annulled; and how the others were voted on. */
    private static Map<String, Object> told(FakeMandate mandate) {
        var told = new TreeMap<String, Object>();
        for (String kind : List.of("groups", "motions", "terms", "powers", "objections", "mandates")) {
            told.put(kind, (long) mandate.all(kind).size());
        }
        mandate.all("objections").forEach(each -> told.put("reply", each.path("reply")));
        mandate.all("powers")
                .forEach(each -> told.put(
                        "power " + each.at("/grant/terms/subject"),
                        each.path("state").asText()));
        mandate.all("mandates")
                .forEach(each -> told.put("withdrawn", each.path("withdrawn").asInt()));
        var states = new ArrayList<String>();
        for (ObjectNode ballot : mandate.all("ballots")) {
            String state = ballot.path("state").asText();
            if (!state.equals("annulled")) {
                states.add(state);
                String votes = "/ballots/" + ballot.path("id").asText();
                told.put("votes on " + ballot.path("title").asText(), mandate.votes.get(votes));
            }
        }
        for (String state : List.of("declared", "open")) {
            told.put(state, states.stream().filter(state::equals).count());
        }
        return told;
    }
}
