package org.folkmoot.portal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumStateTest {

    @ParameterizedTest
    @CsvSource({
        "head,1/2,true,10,4,Needs 2 more practices",
        "head,1/2,false,10,4,Needs 1 more practice",
        "head,1/2,false,9,4,Needs 1 more practice",
        "head,2/3,false,9,6,The quorum of 6 practices is reached",
        "number,3,true,10,3,Needs 1 more practice"
    })
    void what_is_missing_is_counted_exactly(
            String measure, String atLeast, boolean strict, int electors, int voted, String sentence) {
        // When
        QuorumState state = state(new Quorum(measure, null, atLeast, strict, true), electors, voted, 0);

        // Then
        assertThat(state.sentence()).isEqualTo(sentence);
        assertThat(state.bar()).isNotNull();
    }

    @Test
    void the_recused_count_nowhere() {
        // When
        QuorumState state = state(new Quorum("head", null, "1/2", false, true), 10, 3, 4);

        // Then
        assertThat(state.reached()).isTrue();
    }

    @Test
    void weights_are_counted_in_their_own_unit() {
        // When
        QuorumState state = state(new Quorum("weight", "patients", "1/2", true, false), 4, 1, 0);

        // Then
        assertThat(state.sentence()).isEqualTo("Needs 1,001 more patients, abstentions not counted");
    }

    @Test
    void a_quorum_that_is_more_than_there_are_has_no_picture() {
        // When
        QuorumState state = state(new Quorum("number", null, "11", false, true), 5, 5, 0);

        // Then
        assertThat(state.bar()).isNull();
        assertThat(state.sentence()).isEqualTo("Needs 6 more practices");
    }

    private static QuorumState state(Quorum quorum, int electors, int voted, int recused) {
        var rule = new VotingRule(
                List.of(
                        new ClassRule("practices", "one-per-practice", "1/2", true, "cast", 0),
                        new ClassRule("patients", "registered-list", "1/2", true, "cast", 0)),
                List.of(quorum),
                "lost",
                "open-after",
                null);
        List<Elector> all = IntStream.range(0, electors)
                .mapToObj(at -> new Elector(
                        "D8200" + at,
                        "practice",
                        "Practice " + at,
                        Map.of("practices", "1", "patients", "1000"),
                        at >= electors - recused,
                        null,
                        false,
                        at < voted,
                        false))
                .toList();
        return QuorumState.of(ballot(rule), all).getFirst();
    }

    private static Ballot ballot(VotingRule rule) {
        var id = new UUID(1, 1);
        return new Ballot(
                id,
                id,
                id,
                "ordinary",
                "A ballot",
                "open",
                1,
                rule,
                "motion",
                List.of(),
                null,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
