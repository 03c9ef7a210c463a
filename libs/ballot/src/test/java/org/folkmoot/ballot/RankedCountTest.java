package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.course;
import static org.folkmoot.ballot.Ballots.number;
import static org.folkmoot.ballot.Ballots.stv;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RankedCountTest {

    /** Papers of one class, each with its weight. */
    private static final class Box {

        private final List<Elector> electors = new ArrayList<>();
        private final List<Vote> votes = new ArrayList<>();

        Box papers(int count, String... ranking) {
            for (int index = 0; index < count; index++) {
                paper("1", ranking);
            }
            return this;
        }

        Box paper(String weight, String... ranking) {
            String voter = "v" + electors.size();
            electors.add(Ballots.elector(voter, "heads", weight));
            votes.add(Vote.of(voter, new Choice.Ranking(List.of(ranking))));
            return this;
        }

        Declaration count(Rules rules) {
            return Tally.of(rules, new Electorate(electors), votes);
        }

        List<String> elected(Rules rules) {
            return course(count(rules)).elected();
        }
    }

    /** The party food that is used to explain the method: three dishes for twenty guests. */
    private static Box food() {
        return new Box()
                .papers(4, "orange")
                .papers(2, "pear", "orange")
                .papers(8, "chocolate", "strawberry")
                .papers(4, "chocolate", "sweets")
                .papers(1, "strawberry")
                .papers(1, "sweets");
    }

    @Test
    void gregory_counts_the_well_known_example() {
        // When
        Declaration declaration = food().count(stv(3, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY));
        // Then
        assertThat(course(declaration).elected()).containsExactly("chocolate", "orange", "strawberry");
        assertThat(declaration.outcome()).isEqualTo(Outcome.CARRIED);
        List<Stage> stages = course(declaration).stages();
        assertThat(stages)
                .extracting(Stage::action)
                .containsExactly(
                        Stage.Action.COUNT,
                        Stage.Action.SURPLUS,
                        Stage.Action.EXCLUDE,
                        Stage.Action.EXCLUDE,
                        Stage.Action.FILL);
        assertThat(stages.getFirst().quota()).hasToString("6");
        assertThat(stages.get(1).votes())
                .containsEntry("strawberry", number("5"))
                .containsEntry("sweets", number("3"));
        assertThat(stages.get(2).elected()).containsExactly("orange");
        assertThat(stages.get(3).exhausted()).hasToString("3");
    }

    @Test
    void meek_elects_the_same_three() {
        assertThat(food().elected(stv(3, Method.Transfer.MEEK)))
                .containsExactlyInAnyOrder("chocolate", "orange", "strawberry");
    }

    // All papers of the elected move, not only those of the last parcel: B gets 40 × 20/60, C the same of 20.
    @Test
    void gregory_moves_a_share_of_every_paper() {
        // Given
        Box box = new Box()
                .papers(40, "A", "B")
                .papers(20, "A", "C")
                .papers(19, "B")
                .papers(20, "C")
                .papers(21, "D");
        // When
        List<Stage> stages = course(box.count(stv(2, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY)))
                .stages();
        // Then
        assertThat(stages.getFirst().quota()).hasToString("41");
        assertThat(stages.get(1).votes()).containsEntry("A", number("41"));
        // 19 of 60 is 0.316666666 with nine decimals.
        assertThat(stages.get(1).votes())
                .containsEntry("B", number("31.66666664"))
                .containsEntry("C", number("26.33333332"));
        assertThat(stages.get(1).rounded()).isEqualTo(number("0.00000004"));
    }

    // Computed by hand: A keeps k with 60k = q and (60 + 20 + 20 …) all distributed, so k = 2/3 at q = 40.
    @Test
    void meek_finds_the_keep_factor() {
        // Given
        Box box = new Box().papers(60, "A", "B").papers(35, "B").papers(25, "C");
        // When
        List<Stage> stages = course(box.count(stv(2, Method.Transfer.MEEK))).stages();
        // Then
        assertThat(stages.getFirst().elected()).containsExactly("A");
        assertThat(stages.getFirst().quota()).isEqualTo(number("40.000000001"));
        assertThat(stages.get(1).elected()).containsExactly("B");
        assertThat(stages.get(1).votes())
                .hasEntrySatisfying("A", votes -> assertThat(votes).isBetween(number("40"), number("40.0000001")));
        assertThat(stages.get(1).votes()).containsEntry("C", number("25"));
    }

    // Meek's quota follows the votes that are still in play; Droop's does not.
    @Test
    void meek_lowers_the_quota_as_papers_run_out() {
        // Given
        Box box = new Box()
                .papers(30, "A")
                .papers(20, "B")
                .papers(15, "C")
                .papers(14, "D")
                .papers(13, "E");
        // When
        List<Stage> meek = course(box.count(stv(2, Method.Transfer.MEEK))).stages();
        List<Stage> gregory = course(box.count(stv(2, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY)))
                .stages();
        // Then
        assertThat(meek.getLast().quota().compareTo(meek.getFirst().quota())).isNegative();
        assertThat(gregory.getLast().quota()).isEqualTo(gregory.getFirst().quota());
    }

    @Test
    void a_tie_is_broken_by_the_newest_earlier_stage() {
        // Given: C and D both have 3 after B is excluded; before, D had 2.
        Box box = new Box()
                .papers(9, "A")
                .papers(3, "C")
                .papers(2, "D")
                .papers(1, "B", "D")
                .papers(4, "E");
        // When
        List<Stage> stages = course(box.count(stv(1, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY)))
                .stages();
        // Then
        assertThat(stages.get(1).candidate()).isEqualTo("B");
        assertThat(stages.get(2).candidate()).isEqualTo("D");
        assertThat(stages.get(2).tie()).isEqualTo(Stage.TieBreak.EARLIER_STAGE);
    }

    @Test
    void a_tie_from_the_beginning_is_broken_by_a_lot_that_is_declared() {
        // Given
        Box box = new Box().papers(2, "A").papers(2, "B").papers(5, "C").papers(3, "D");
        // When
        Declaration declaration = box.count(stv(2, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY));
        // Then
        Stage exclusion = course(declaration).stages().stream()
                .filter(stage -> stage.tie() == Stage.TieBreak.LOT)
                .findFirst()
                .orElseThrow();
        assertThat(declaration.lots()).hasSize(1);
        assertThat(declaration.lots().getFirst())
                .isEqualTo(Lot.draw("dice", "exclusion at stage " + exclusion.number(), List.of("A", "B")));
        assertThat(exclusion.candidate())
                .isEqualTo(declaration.lots().getFirst().drawn());
    }

    @Test
    void a_paper_of_weight_three_is_three_papers() {
        // Given
        Box weighted =
                new Box().paper("3", "A", "B").paper("2", "C").paper("1", "B").paper("1", "D", "C");
        Box single = new Box().papers(3, "A", "B").papers(2, "C").papers(1, "B").papers(1, "D", "C");
        // Then
        for (Method.Transfer transfer : Method.Transfer.values()) {
            assertThat(weighted.count(stv(2, transfer))).isEqualTo(single.count(stv(2, transfer)));
        }
    }

    @Test
    void weights_beyond_sixty_four_bits_are_counted_alike() {
        // Given
        Box small = new Box()
                .paper("3", "A", "B")
                .paper("2", "C", "B")
                .paper("2", "B")
                .paper("1", "D", "C");
        String zeros = "0".repeat(30);
        Box large = new Box()
                .paper("3" + zeros, "A", "B")
                .paper("2" + zeros, "C", "B")
                .paper("2" + zeros, "B")
                .paper("1" + zeros, "D", "C")
                .paper("1", "E");
        // Then
        assertThat(large.elected(stv(2, Method.Transfer.MEEK))).isEqualTo(small.elected(stv(2, Method.Transfer.MEEK)));
    }

    @Test
    void without_papers_nobody_is_elected() {
        // Given
        Rules rules = new Rules(
                new Method.Ranked(1, Method.Transfer.MEEK, List.of("A")), List.of(), List.of(), Tie.LOST, null, null);
        // Then
        assertThat(new Box().count(rules).outcome()).isEqualTo(Outcome.LOST);
        assertThat(new Box().paper("1").count(rules).outcome()).isEqualTo(Outcome.LOST);
        assertThat(new Box().paper("0", "A").count(rules).outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void a_candidate_whom_no_paper_names_still_stands() {
        // Given
        Rules rules = new Rules(
                new Method.Ranked(2, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY, List.of("Z", "A")),
                List.of(),
                List.of(),
                Tie.LOST,
                null,
                null);
        // Then
        assertThat(new Box().papers(3, "A").elected(rules)).containsExactly("A", "Z");
    }

    @Test
    void a_ranked_ballot_without_quorum_is_not_counted() {
        // Given
        Rules rules = new Rules(
                new Method.Ranked(1, Method.Transfer.MEEK, List.of()),
                List.of(new QuorumRule(QuorumRule.Measure.NUMBER, null, new Threshold(number("2"), false), true)),
                List.of(),
                Tie.LOST,
                null,
                null);
        // When
        Declaration declaration = new Box().papers(1, "A").count(rules);
        // Then
        assertThat(declaration.outcome()).isEqualTo(Outcome.NO_QUORUM);
        assertThat(course(declaration).elected()).isEmpty();
        assertThat(new Box().papers(1, "A").paper("1").count(rules).outcome()).isEqualTo(Outcome.CARRIED);
    }

    private static Box draw(Random random, boolean weighted) {
        Box box = new Box();
        List<String> names = List.of("A", "B", "C", "D", "E", "F", "G").subList(0, 2 + random.nextInt(6));
        for (int paper = 1 + random.nextInt(40); paper > 0; paper--) {
            List<String> ranking = new ArrayList<>(names);
            Collections.shuffle(ranking, random);
            String weight = weighted ? random.nextInt(1, 30) + "/" + random.nextInt(1, 4) : "1";
            box.paper(
                    weight, ranking.subList(0, 1 + random.nextInt(names.size())).toArray(new String[0]));
        }
        return box;
    }

    @Property(tries = 1_500)
    void seats_are_filled_once_each_and_no_vote_is_lost_or_made(
            @ForAll long seed, @ForAll Method.Transfer transfer, @ForAll @IntRange(min = 1, max = 5) int seats) {
        // Given
        Box box = draw(new Random(seed), seed % 2 == 0);
        var candidates = new HashSet<String>();
        Fraction total = Fraction.ZERO;
        for (int index = 0; index < box.votes.size(); index++) {
            candidates.addAll(((Choice.Ranking) box.votes.get(index).choice()).candidates());
            total = total.plus(box.electors.get(index).weights().numbers().getFirst());
        }
        // When
        Declaration.Count count = course(box.count(stv(seats, transfer)));
        // Then
        assertThat(count.elected()).doesNotHaveDuplicates().hasSize(Math.min(seats, candidates.size()));
        assertThat(candidates).containsAll(count.elected());
        for (Stage stage : count.stages()) {
            Fraction sum = stage.exhausted().plus(stage.rounded());
            for (Fraction votes : stage.votes().values()) {
                sum = sum.plus(votes);
            }
            assertThat(sum).as(() -> stage.toString()).isEqualTo(total);
        }
    }

    @Property(tries = 700)
    void neither_the_order_of_papers_nor_the_unit_of_weights_matters(
            @ForAll long seed, @ForAll Method.Transfer transfer, @ForAll @IntRange(min = 1, max = 4) int seats) {
        // Given
        Box box = draw(new Random(seed), true);
        Box other = new Box();
        List<Integer> order = new ArrayList<>();
        for (int index = 0; index < box.votes.size(); index++) {
            order.add(index);
        }
        Collections.shuffle(order, new Random(seed));
        for (int index : order) {
            Fraction weight = box.electors.get(index).weights().numbers().getFirst();
            other.paper(
                    weight.times(Fraction.of(7, 3)).toString(),
                    ((Choice.Ranking) box.votes.get(index).choice())
                            .candidates()
                            .toArray(new String[0]));
        }
        // Then
        assertThat(other.elected(stv(seats, transfer))).isEqualTo(box.elected(stv(seats, transfer)));
    }

    @Property(tries = 700)
    void whoever_is_first_on_a_quota_of_papers_is_elected(
            @ForAll long seed, @ForAll Method.Transfer transfer, @ForAll @IntRange(min = 1, max = 4) int seats) {
        // Given
        Box box = draw(new Random(seed), false);
        Map<String, Integer> firsts = new TreeMap<>();
        box.votes.forEach(vote ->
                firsts.merge(((Choice.Ranking) vote.choice()).candidates().getFirst(), 1, Integer::sum));
        int quota = box.votes.size() / (seats + 1) + 1;
        // When
        List<String> elected = box.elected(stv(seats, transfer));
        // Then
        firsts.forEach((name, papers) -> {
            if (papers >= quota) {
                assertThat(elected).contains(name);
            }
        });
    }

    // A second count of the same rule, written for this test with fractions that are never rounded.
    @Property(tries = 300)
    void gregory_agrees_with_a_count_that_never_rounds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int seats) {
        // Given
        Box box = draw(new Random(seed), false);
        // When
        Declaration declaration = box.count(stv(seats, Method.Transfer.WEIGHTED_INCLUSIVE_GREGORY));
        // Then
        if (course(declaration).stages().stream().allMatch(stage -> stage.tie() == null)) {
            UnroundedCount.elected(box.votes, seats)
                    .ifPresent(elected ->
                            assertThat(course(declaration).elected()).containsExactlyInAnyOrderElementsOf(elected));
        }
    }

    /** Weighted inclusive Gregory for papers of weight 1, in the plainest words. */
    private static final class UnroundedCount {

        /** Empty where two have exactly the same, or one has exactly the quota, which the ninth decimal may decide. */
        static Optional<List<String>> elected(List<Vote> votes, int seats) {
            List<List<String>> papers = votes.stream()
                    .map(vote -> ((Choice.Ranking) vote.choice()).candidates())
                    .toList();
            BigInteger[][] values = new BigInteger[papers.size()][];
            Arrays.setAll(values, _ -> new BigInteger[] {BigInteger.ONE, BigInteger.ONE});
            String[] holders = new String[papers.size()];
            List<String> hopeful = new ArrayList<>(
                    papers.stream().flatMap(List::stream).distinct().sorted().toList());
            List<String> elected = new ArrayList<>();
            List<String> waiting = new ArrayList<>();
            Fraction quota = Fraction.of(papers.size() / (seats + 1) + 1);
            for (int paper = 0; paper < holders.length; paper++) {
                holders[paper] = papers.get(paper).getFirst();
            }
            while (true) {
                Map<String, Fraction> totals = totals(holders, values);
                boolean isWhole = Arrays.stream(values).allMatch(value -> value[1].equals(BigInteger.ONE));
                if (!isWhole
                        && hopeful.stream().anyMatch(name -> of(totals, name).equals(quota))) {
                    return Optional.empty();
                }
                hopeful.stream()
                        .filter(name -> of(totals, name).compareTo(quota) >= 0)
                        .toList()
                        .forEach(name -> {
                            elected.add(name);
                            waiting.add(name);
                            hopeful.remove(name);
                        });
                if (elected.size() >= seats) {
                    return Optional.of(elected);
                }
                if (elected.size() + hopeful.size() <= seats) {
                    elected.addAll(hopeful);
                    return Optional.of(elected);
                }
                waiting.removeIf(name -> quota.equals(totals.get(name)));
                if (waiting.isEmpty()) {
                    String last =
                            Collections.min(hopeful, (a, b) -> of(totals, a).compareTo(of(totals, b)));
                    if (hopeful.stream()
                                    .filter(name -> of(totals, name).equals(of(totals, last)))
                                    .count()
                            > 1) {
                        return Optional.empty();
                    }
                    hopeful.remove(last);
                    move(last, papers, holders, values, hopeful, Fraction.ONE);
                } else {
                    String first =
                            Collections.max(waiting, (a, b) -> of(totals, a).compareTo(of(totals, b)));
                    if (waiting.stream()
                                    .filter(name -> of(totals, name).equals(of(totals, first)))
                                    .count()
                            > 1) {
                        return Optional.empty();
                    }
                    waiting.remove(first);
                    Fraction total = of(totals, first);
                    Fraction surplus = new Fraction(
                            total.numerator().subtract(quota.numerator().multiply(total.denominator())),
                            total.denominator());
                    Fraction share = surplus.times(new Fraction(total.denominator(), total.numerator()));
                    move(first, papers, holders, values, hopeful, share);
                }
            }
        }

        private static Fraction of(Map<String, Fraction> totals, String name) {
            return totals.getOrDefault(name, Fraction.ZERO);
        }

        private static Map<String, Fraction> totals(String[] holders, BigInteger[][] values) {
            Map<String, Fraction> totals = new TreeMap<>();
            for (int paper = 0; paper < holders.length; paper++) {
                totals.merge(holders[paper], new Fraction(values[paper][0], values[paper][1]), Fraction::plus);
            }
            return totals;
        }

        private static void move(
                String from,
                List<List<String>> papers,
                String[] holders,
                BigInteger[][] values,
                List<String> hopeful,
                Fraction share) {
            for (int paper = 0; paper < holders.length; paper++) {
                if (holders[paper].equals(from)) {
                    List<String> ranking = papers.get(paper);
                    holders[paper] = ranking.subList(ranking.indexOf(from), ranking.size()).stream()
                            .filter(hopeful::contains)
                            .findFirst()
                            .orElse("");
                    Fraction value = new Fraction(values[paper][0], values[paper][1]).times(share);
                    values[paper] = new BigInteger[] {value.numerator(), value.denominator()};
                }
            }
        }
    }
}
