package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.any;
import static org.folkmoot.ballot.Ballots.number;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is true of every ballot. */
class TallyPropertiesTest {

    private record Drawn(Rules rules, Electorate electorate, List<Vote> votes) {

        Declaration tally() {
            return Tally.of(rules, electorate, votes);
        }
    }

    private static Drawn draw(long seed) {
        Random random = new Random(seed);
        List<Elector> electors = new ArrayList<>();
        List<Vote> votes = new ArrayList<>();
        for (int index = 0; index < 1 + random.nextInt(12); index++) {
            var weights = new TreeMap<String, Fraction>();
            for (String name : List.of("a", "b")) {
                if (random.nextInt(5) > 0) {
                    weights.put(name, Fraction.of(random.nextInt(6), 1 + random.nextInt(4)));
                }
            }
            electors.add(new Elector("v" + index, Weights.of(weights), random.nextInt(8) == 0, random.nextInt(4) == 0));
            if (random.nextInt(6) > 0) {
                votes.add(Vote.of("v" + index, any(random, List.of(Position.values()))));
            }
        }
        List<VotingClass> classes = new ArrayList<>();
        List<QuorumRule> quorum = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            classes.add(new VotingClass(
                    name,
                    new Threshold(Fraction.of(random.nextInt(4), 3 + random.nextInt(2)), random.nextBoolean()),
                    any(random, List.of(VotingClass.Base.values())),
                    random.nextInt(2)));
            quorum.add(new QuorumRule(
                    any(random, List.of(QuorumRule.Measure.HEAD, QuorumRule.Measure.WEIGHT)),
                    name,
                    new Threshold(Fraction.of(random.nextInt(3), 3), random.nextBoolean()),
                    random.nextBoolean()));
        }
        Rules rules = new Rules(
                new Method.Motion(),
                quorum,
                classes,
                any(random, List.of(Tie.values())),
                null,
                "s" + random.nextInt(9));
        return new Drawn(rules, new Electorate(electors), votes);
    }

    @Property(tries = 2_000)
    void the_order_of_votes_does_not_matter(@ForAll long seed) {
        // Given
        Drawn ballot = draw(seed);
        List<Vote> shuffled = new ArrayList<>(ballot.votes());
        Collections.shuffle(shuffled, new Random(seed));
        // Then
        assertThat(Tally.of(ballot.rules(), ballot.electorate(), shuffled)).isEqualTo(ballot.tally());
    }

    @Property(tries = 2_000)
    void a_replaced_vote_is_as_if_it_had_never_been_cast(@ForAll long seed, @ForAll Position first) {
        // Given
        Drawn ballot = draw(seed);
        List<Vote> votes = new ArrayList<>();
        ballot.votes().forEach(vote -> votes.add(Vote.of(vote.voter(), first)));
        votes.addAll(ballot.votes());
        // Then
        assertThat(Tally.of(ballot.rules(), ballot.electorate(), votes)).isEqualTo(ballot.tally());
    }

    @Property(tries = 3_000)
    void more_support_never_loses_a_ballot(@ForAll long seed, @ForAll @IntRange(max = 11) int whose) {
        // Given
        Drawn ballot = draw(seed);
        List<Vote> votes = new ArrayList<>(ballot.votes());
        votes.add(Vote.of("v" + whose, Position.FOR));
        // When
        Declaration before = ballot.tally();
        Declaration after = Tally.of(ballot.rules(), ballot.electorate(), votes);
        // Then
        if (before.outcome() == Outcome.CARRIED
                && before.classes().stream().noneMatch(result -> result.decidedBy() != null)) {
            assertThat(after.outcome()).isEqualTo(Outcome.CARRIED);
        }
    }

    @Property(tries = 2_000)
    void only_the_proportion_of_weights_matters(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 90) int factor,
            @ForAll @IntRange(min = 1, max = 90) int part) {
        // Given
        Drawn ballot = draw(seed);
        List<Elector> scaled = ballot.electorate().electors().stream()
                .map(elector -> {
                    Map<String, Fraction> weights = new TreeMap<>();
                    elector.weights()
                            .byClass()
                            .forEach((name, weight) -> weights.put(name, weight.times(Fraction.of(factor, part))));
                    return new Elector(elector.voter(), Weights.of(weights), elector.recused(), elector.present());
                })
                .toList();
        // When
        Declaration after = Tally.of(ballot.rules(), new Electorate(scaled), ballot.votes());
        // Then
        Declaration before = ballot.tally();
        assertThat(after.outcome()).isEqualTo(before.outcome());
        assertThat(after.classes().stream().map(ClassResult::reached))
                .isEqualTo(before.classes().stream().map(ClassResult::reached).toList());
    }

    @Property
    void an_elector_of_weight_nothing_changes_no_share(@ForAll long seed, @ForAll Position position) {
        // Given
        Drawn ballot = draw(seed);
        Rules rules = Rules.motion(List.of(), List.of(Ballots.moreThan("a", "1/2"), Ballots.atLeast("b", "1/3")));
        List<Elector> electors = new ArrayList<>(ballot.electorate().electors());
        electors.add(Elector.of("nothing", Weights.of(Map.of("a", number("0"), "b", number("0")))));
        List<Vote> votes = new ArrayList<>(ballot.votes());
        votes.add(Vote.of("nothing", position));
        // Then
        assertThat(Tally.of(rules, new Electorate(electors), votes))
                .isEqualTo(Tally.of(rules, ballot.electorate(), ballot.votes()));
    }
}
