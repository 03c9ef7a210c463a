package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.folkmoot.ballot.Ballots.atLeast;
import static org.folkmoot.ballot.Ballots.elector;
import static org.folkmoot.ballot.Ballots.heads;
import static org.folkmoot.ballot.Ballots.moreThan;
import static org.folkmoot.ballot.Ballots.number;
import static org.folkmoot.ballot.Ballots.outcome;
import static org.folkmoot.ballot.Ballots.rules;
import static org.folkmoot.ballot.Ballots.votes;
import static org.folkmoot.ballot.Ballots.withTie;
import static org.folkmoot.ballot.Position.ABSTAIN;
import static org.folkmoot.ballot.Position.AGAINST;
import static org.folkmoot.ballot.Position.FOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final Elector ABSENT = elector("x", "heads", "1");

    private static QuorumRule quorum(QuorumRule.Measure measure, String votingClass, String atLeast, boolean strict) {
        return new QuorumRule(
                measure, votingClass.isEmpty() ? null : votingClass, new Threshold(number(atLeast), strict), true);
    }

    private static Outcome withQuorum(QuorumRule rule, Electorate electorate, List<Vote> votes) {
        return outcome(Rules.motion(List.of(rule), List.of(moreThan("heads", "1/2"))), electorate, votes);
    }

    private static ClassResult.OnMotion only(Declaration declaration) {
        return (ClassResult.OnMotion) declaration.classes().getFirst();
    }

    // --- thresholds ---

    @Test
    void exactly_half_is_not_more_than_half() {
        assertThat(outcome(rules(moreThan("heads", "1/2")), heads(2), votes(FOR, AGAINST)))
                .isEqualTo(Outcome.LOST);
        assertThat(outcome(rules(atLeast("heads", "1/2")), heads(2), votes(FOR, AGAINST)))
                .isEqualTo(Outcome.CARRIED);
    }

    @ParameterizedTest
    @CsvSource({"2/3, false, CARRIED", "2/3, true, LOST", "0.667, false, LOST", "0.666666666666666666, false, CARRIED"})
    void two_of_three_is_two_thirds_and_nothing_near_it(String share, boolean strict, Outcome expected) {
        // Given
        var votingClass =
                new VotingClass("heads", new Threshold(number(share), strict), VotingClass.Base.FOR_AND_AGAINST, 0);
        // Then
        assertThat(outcome(rules(votingClass), heads(3), votes(FOR, FOR, AGAINST)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"FOR_AND_AGAINST, 5", "CAST, 6", "PRESENT, 7", "ELECTORATE, 8"})
    void each_base_counts_whom_it_names(VotingClass.Base base, String counted) {
        // Given
        List<Elector> electors = new ArrayList<>(heads(6).electors());
        electors.add(new Elector("silent", Weights.of(Map.of("heads", Fraction.ONE)), false, true));
        electors.add(ABSENT);
        electors.add(new Elector("out", Weights.of(Map.of("heads", Fraction.ONE)), true, true));
        List<Vote> votes = new ArrayList<>(votes(FOR, FOR, FOR, FOR, AGAINST, ABSTAIN));
        votes.add(Vote.of("out", AGAINST));
        // When
        Declaration declaration = Tally.of(rules(moreThan("heads", "1/2", base)), new Electorate(electors), votes);
        // Then
        assertThat(only(declaration).base()).hasToString(counted);
        assertThat(only(declaration).against()).hasToString("1");
    }

    @Test
    void an_elector_marked_present_who_votes_counts_once() {
        // Given
        var electorate =
                new Electorate(List.of(new Elector("v1", Weights.of(Map.of("heads", Fraction.ONE)), false, true)));
        // Then
        assertThat(only(Tally.of(rules(moreThan("heads", "1/2", VotingClass.Base.PRESENT)), electorate, votes(FOR)))
                        .base())
                .hasToString("1");
    }

    @Test
    void nothing_is_reached_on_an_empty_base() {
        assertThat(outcome(rules(atLeast("heads", "0")), heads(3), List.of())).isEqualTo(Outcome.LOST);
        assertThat(outcome(rules(atLeast("heads", "0")), heads(3), votes(ABSTAIN)))
                .isEqualTo(Outcome.LOST);
        assertThat(outcome(rules(atLeast("heads", "0")), heads(3), votes(AGAINST)))
                .isEqualTo(Outcome.CARRIED);
    }

    @Test
    void the_least_number_for_counts_voters_not_weight() {
        // Given
        var two = new VotingClass("heads", new Threshold(number("1/2"), true), VotingClass.Base.FOR_AND_AGAINST, 2);
        var electorate = new Electorate(List.of(elector("v1", "heads", "50"), elector("v2", "heads", "0")));
        // Then
        assertThat(outcome(rules(two), electorate, votes(FOR))).isEqualTo(Outcome.LOST);
        assertThat(outcome(rules(two), electorate, votes(FOR, FOR))).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void every_class_must_be_reached() {
        // Given
        var electorate = new Electorate(List.of(
                Elector.of("v1", Weights.of(Map.of("practices", Fraction.ONE, "patients", Fraction.of(4_000)))),
                Elector.of("v2", Weights.of(Map.of("practices", Fraction.ONE, "patients", Fraction.of(3_000)))),
                Elector.of("v3", Weights.of(Map.of("practices", Fraction.ONE, "patients", Fraction.of(9_000))))));
        // When
        Declaration declaration = Tally.of(
                rules(atLeast("practices", "2/3"), moreThan("patients", "1/2")), electorate, votes(FOR, FOR, AGAINST));
        // Then
        assertThat(declaration.classes()).extracting(ClassResult::reached).containsExactly(true, false);
        assertThat(declaration.outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void a_voter_without_a_weight_in_a_class_does_not_count_there() {
        // Given
        var electorate = new Electorate(
                List.of(elector("v1", "issuers", "1"), elector("v2", "browsers", "1"), elector("v3", "issuers", "1")));
        // When
        Declaration declaration = Tally.of(
                rules(
                        moreThan("issuers", "1/2", VotingClass.Base.ELECTORATE),
                        moreThan("browsers", "1/2", VotingClass.Base.ELECTORATE)),
                electorate,
                votes(FOR, AGAINST, FOR));
        // Then
        assertThat(declaration.classes())
                .containsExactly(
                        new ClassResult.OnMotion(
                                "issuers", number("2"), Fraction.ZERO, Fraction.ZERO, number("2"), true, null),
                        new ClassResult.OnMotion(
                                "browsers", Fraction.ZERO, Fraction.ONE, Fraction.ZERO, Fraction.ONE, false, null));
    }

    @Test
    void weights_are_added_exactly() {
        // Given
        var electorate = new Electorate(
                List.of(elector("v1", "heads", "0.1"), elector("v2", "heads", "0.2"), elector("v3", "heads", "3/10")));
        // When
        Declaration declaration = Tally.of(rules(moreThan("heads", "1/2")), electorate, votes(FOR, FOR, AGAINST));
        // Then
        assertThat(only(declaration).inFavour())
                .hasToString("3/10")
                .isEqualTo(only(declaration).against());
        assertThat(declaration.outcome()).isEqualTo(Outcome.LOST);
    }

    // --- who counts ---

    @Test
    void the_last_vote_of_an_elector_counts() {
        // Given
        List<Vote> votes =
                List.of(Vote.of("v1", AGAINST), Vote.of("v2", AGAINST), Vote.of("v1", FOR), Vote.of("v2", FOR));
        // Then
        assertThat(only(Tally.of(rules(moreThan("heads", "1/2")), heads(2), votes))
                        .inFavour())
                .hasToString("2");
    }

    @Test
    void strangers_and_recused_electors_count_nowhere() {
        // Given
        var electorate = new Electorate(List.of(
                elector("v1", "heads", "1"),
                new Elector("v2", Weights.of(Map.of("heads", Fraction.ONE)), true, false)));
        List<Vote> votes = List.of(Vote.of("v1", FOR), Vote.of("v2", AGAINST), Vote.of("stranger", AGAINST));
        // When
        Declaration declaration = Tally.of(
                Rules.motion(
                        List.of(quorum(QuorumRule.Measure.HEAD, "", "1", false)),
                        List.of(moreThan("heads", "1/2", VotingClass.Base.ELECTORATE))),
                electorate,
                votes);
        // Then
        assertThat(declaration.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(only(declaration).base()).hasToString("1");
    }

    // --- quorum ---

    @ParameterizedTest
    @CsvSource({
        "NUMBER, 2, false, CARRIED", "NUMBER, 2, true, NO_QUORUM", "NUMBER, 3, false, NO_QUORUM",
        "NUMBER, 3/2, false, CARRIED", "HEAD, 1/2, false, CARRIED", "HEAD, 1/2, true, NO_QUORUM",
        "WEIGHT, 1/2, false, CARRIED", "WEIGHT, 0.51, false, NO_QUORUM"
    })
    void a_quorum_is_exact(QuorumRule.Measure measure, String atLeast, boolean strict, Outcome expected) {
        assertThat(withQuorum(quorum(measure, "heads", atLeast, strict), heads(4), votes(FOR, FOR)))
                .isEqualTo(expected);
    }

    @Test
    void every_quorum_must_be_met() {
        // Given
        var both = Rules.motion(
                List.of(
                        quorum(QuorumRule.Measure.NUMBER, "", "1", false),
                        quorum(QuorumRule.Measure.NUMBER, "", "2", false)),
                List.of(moreThan("heads", "1/2")));
        // Then
        assertThat(outcome(both, heads(3), votes(FOR))).isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void an_abstention_takes_part_where_the_rule_says_so() {
        // Given
        var without = new QuorumRule(QuorumRule.Measure.NUMBER, null, new Threshold(number("2"), false), false);
        // Then
        assertThat(withQuorum(without, heads(2), votes(FOR, ABSTAIN))).isEqualTo(Outcome.NO_QUORUM);
        assertThat(withQuorum(quorum(QuorumRule.Measure.NUMBER, "", "2", false), heads(2), votes(FOR, ABSTAIN)))
                .isEqualTo(Outcome.CARRIED);
    }

    @Test
    void a_quorum_of_a_class_counts_that_class() {
        // Given
        var electorate = new Electorate(
                List.of(elector("v1", "heads", "1"), elector("v2", "browsers", "5"), elector("v3", "browsers", "5")));
        // Then
        assertThat(withQuorum(quorum(QuorumRule.Measure.HEAD, "browsers", "1/2", false), electorate, votes(FOR)))
                .isEqualTo(Outcome.NO_QUORUM);
        assertThat(withQuorum(
                        quorum(QuorumRule.Measure.HEAD, "browsers", "1/2", false), electorate, votes(FOR, AGAINST)))
                .isEqualTo(Outcome.CARRIED);
        assertThat(withQuorum(
                        quorum(QuorumRule.Measure.NUMBER, "browsers", "2", false), electorate, votes(FOR, AGAINST)))
                .isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void to_be_present_without_voting_is_not_to_take_part() {
        // Given
        var electorate = new Electorate(
                List.of(elector("v1", "heads", "1"), new Elector("v2", Weights.of(Map.of()), false, true)));
        // Then
        assertThat(withQuorum(quorum(QuorumRule.Measure.NUMBER, "", "2", false), electorate, votes(FOR)))
                .isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void a_share_of_nobody_is_reached_only_where_nothing_is_asked() {
        assertThat(withQuorum(quorum(QuorumRule.Measure.HEAD, "", "0", false), heads(0), List.of()))
                .isEqualTo(Outcome.LOST);
        assertThat(withQuorum(quorum(QuorumRule.Measure.HEAD, "", "1/2", false), heads(0), List.of()))
                .isEqualTo(Outcome.NO_QUORUM);
    }

    // --- ties ---

    @Test
    void a_casting_vote_decides_a_tie_and_weighs_nothing() {
        // Given
        Rules rules = withTie(Tie.CHAIR, null, null, moreThan("heads", "1/2"));
        List<Vote> votes = new ArrayList<>(votes(FOR, AGAINST));
        votes.add(new Vote("chair", AGAINST, true));
        // Then
        assertThat(outcome(rules, heads(2), votes)).isEqualTo(Outcome.LOST);
        // When
        votes.add(new Vote("chair", FOR, true));
        Declaration declaration = Tally.of(rules, heads(2), votes);
        // Then
        assertThat(declaration.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(only(declaration))
                .isEqualTo(new ClassResult.OnMotion(
                        "heads", Fraction.ONE, Fraction.ONE, Fraction.ZERO, number("2"), true, Tie.CHAIR));
    }

    @Test
    void a_chair_who_is_an_elector_has_two_votes() {
        // Given
        Rules rules = withTie(Tie.CHAIR, "v2", null, moreThan("heads", "1/2"));
        List<Vote> votes = List.of(Vote.of("v1", FOR), new Vote("v2", FOR, true), Vote.of("v2", AGAINST));
        // Then
        assertThat(outcome(rules, heads(2), votes)).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void nobody_but_the_chair_casts_and_of_two_chairs_none() {
        // Given
        List<Vote> votes = new ArrayList<>(votes(FOR, AGAINST));
        votes.add(new Vote("one", FOR, true));
        // Then
        assertThat(outcome(withTie(Tie.CHAIR, "other", null, moreThan("heads", "1/2")), heads(2), votes))
                .isEqualTo(Outcome.LOST);
        // When
        votes.add(new Vote("two", FOR, true));
        // Then
        assertThat(outcome(withTie(Tie.CHAIR, null, null, moreThan("heads", "1/2")), heads(2), votes))
                .isEqualTo(Outcome.LOST);
    }

    @Test
    void a_casting_vote_is_no_vote_where_there_is_no_tie() {
        // Given
        Rules rules = withTie(Tie.CHAIR, null, null, atLeast("heads", "2/3"));
        List<Vote> votes = new ArrayList<>(votes(FOR, AGAINST));
        votes.add(new Vote("v3", FOR, true));
        // Then
        Declaration declaration = Tally.of(rules, heads(3), votes);
        assertThat(only(declaration))
                .isEqualTo(new ClassResult.OnMotion(
                        "heads", Fraction.ONE, Fraction.ONE, Fraction.ZERO, number("2"), false, null));
    }

    @Test
    void a_tie_rule_acts_only_where_the_tie_alone_stands_in_the_way() {
        // Given
        Rules cast = withTie(Tie.CHAIR, null, null, moreThan("heads", "1/2", VotingClass.Base.CAST));
        List<Vote> votes = new ArrayList<>(votes(FOR, AGAINST, ABSTAIN));
        votes.add(new Vote("chair", FOR, true));
        // Then
        assertThat(outcome(cast, heads(3), votes)).isEqualTo(Outcome.LOST);
        // When
        votes.set(2, Vote.of("v2", AGAINST));
        // Then
        assertThat(outcome(cast, heads(3), votes)).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void a_lot_is_drawn_from_the_published_seed_alone() {
        // Given
        var seeds = java.util.stream.IntStream.range(0, 64)
                .mapToObj(seed -> Tally.of(
                        withTie(Tie.LOT, null, "draw " + seed, moreThan("heads", "1/2")),
                        heads(2),
                        votes(FOR, AGAINST)))
                .toList();
        // Then
        assertThat(seeds).extracting(Declaration::outcome).contains(Outcome.CARRIED, Outcome.LOST);
        assertThat(seeds).allSatisfy(declaration -> {
            assertThat(declaration.lots()).hasSize(1);
            assertThat(declaration.lots().getFirst().drawn().equals("for"))
                    .isEqualTo(only(declaration).reached());
        });
        assertThat(Tally.of(withTie(Tie.LOT, null, "draw 7", moreThan("heads", "1/2")), heads(2), votes(AGAINST, FOR)))
                .isEqualTo(seeds.get(7));
    }

    // --- options ---

    private static Rules options(Tie tie, VotingClass... classes) {
        return new Rules(
                new Method.Options(List.of("north", "south", "west")), List.of(), List.of(classes), tie, null, "s");
    }

    private static Vote option(String voter, String name) {
        return Vote.of(voter, new Choice.Option(name));
    }

    @Test
    void the_option_that_leads_and_reaches_the_share_is_chosen() {
        // Given
        List<Vote> votes =
                List.of(option("v1", "south"), option("v2", "south"), option("v3", "north"), Vote.of("v4", ABSTAIN));
        // When
        Declaration half = Tally.of(options(Tie.LOST, moreThan("heads", "1/2")), heads(4), votes);
        Declaration all = Tally.of(options(Tie.LOST, atLeast("heads", "3/4")), heads(4), votes);
        // Then
        assertThat(half.chosen()).isEqualTo("south");
        assertThat(half.toJson())
                .isEqualTo("{\"quorumMet\":true,\"classes\":[{\"name\":\"heads\",\"options\":"
                        + "{\"north\":\"1\",\"south\":\"2\",\"west\":\"0\"},\"abstain\":\"1\",\"base\":\"3\","
                        + "\"leader\":\"south\",\"reached\":true}],\"outcome\":\"carried\",\"chosen\":\"south\"}");
        assertThat(all.outcome()).isEqualTo(Outcome.LOST);
        assertThat(all.chosen()).isNull();
    }

    @Test
    void a_tie_for_the_lead_is_decided_as_the_rules_say() {
        // Given
        List<Vote> votes =
                List.of(option("v1", "south"), option("v2", "north"), new Vote("c", new Choice.Option("south"), true));
        VotingClass third = atLeast("heads", "1/3");
        // Then
        assertThat(outcome(options(Tie.LOST, third), heads(2), votes)).isEqualTo(Outcome.LOST);
        assertThat(Tally.of(options(Tie.CHAIR, third), heads(2), votes).chosen())
                .isEqualTo("south");
        assertThat(Tally.of(options(Tie.LOT, third), heads(2), votes).chosen()).isIn("south", "north");
    }

    @Test
    void classes_that_lead_to_different_options_choose_none() {
        // Given
        var electorate = new Electorate(List.of(elector("v1", "a", "1"), elector("v2", "b", "1")));
        List<Vote> votes = List.of(option("v1", "south"), option("v2", "north"));
        // When
        Declaration declaration =
                Tally.of(options(Tie.LOST, moreThan("a", "1/2"), moreThan("b", "1/2")), electorate, votes);
        // Then
        assertThat(declaration.classes()).allMatch(ClassResult::reached);
        assertThat(declaration.outcome()).isEqualTo(Outcome.LOST);
    }

    // --- values ---

    @Test
    void rules_that_decide_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules()).withMessageContaining("class");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules(atLeast("a", "1/2"), atLeast("a", "2/3")))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> atLeast("a", "3/2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quorum(QuorumRule.Measure.WEIGHT, "", "1/2", true))
                .withMessageContaining("class");
        assertThatIllegalArgumentException().isThrownBy(() -> new Method.Options(List.of("one")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Method.Ranked(0, Method.Transfer.MEEK, List.of()));
    }

    @Test
    void an_electorate_lists_everybody_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Electorate(List.of(elector("v1", "a", "1"), elector("v1", "b", "1"))))
                .withMessage("the voter \"v1\" stands twice, as electorate[0] and electorate[1]");
    }

    @Test
    void weights_whose_sum_nobody_could_write_down_are_refused() {
        // Given
        List<Elector> electors = new ArrayList<>();
        var prime = java.math.BigInteger.TWO.pow(300);
        for (int index = 0; index < 300; index++) {
            prime = prime.nextProbablePrime();
            electors.add(elector("v" + index, "a", "1/" + prime));
        }
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Electorate(electors))
                .withMessageContaining("denominator");
    }
}
