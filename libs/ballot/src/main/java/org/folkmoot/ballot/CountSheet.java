package org.folkmoot.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What both ways of transferring votes share: who is still in, what each had at every stage, and how ties are broken.
 *
 * <p>Votes are counted in billionths of the papers' weights, as whole numbers: exact fractions would double their digits with
 * every transfer, and nobody could read a declaration made of them.
 */
final class CountSheet {

    /** One vote of a paper of weight 1. */
    static final long VOTE = 1_000_000_000L;

    private static final BigInteger VOTES = BigInteger.valueOf(VOTE);

    private enum State {
        HOPEFUL,
        ELECTED,
        EXCLUDED
    }

    private final Papers.Sorted papers;
    private final int seats;
    private final String seed;
    private final State[] states;
    private final List<Integer> elected = new ArrayList<>();
    private final List<Integer> electedNow = new ArrayList<>();
    private final List<BigInteger[]> history = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Lot> lots = new ArrayList<>();
    private Stage.@Nullable TieBreak tie;

    CountSheet(Papers.Sorted papers, int seats, String seed) {
        this.papers = papers;
        this.seats = seats;
        this.seed = seed;
        this.states = new State[papers.candidates().size()];
        java.util.Arrays.fill(states, State.HOPEFUL);
    }

    Papers.Sorted papers() {
        return papers;
    }

    int seats() {
        return seats;
    }

    boolean isHopeful(int candidate) {
        return states[candidate] == State.HOPEFUL;
    }

    List<Integer> elected() {
        return elected;
    }

    int[] hopefuls() {
        return IntStream.range(0, states.length).filter(this::isHopeful).toArray();
    }

    boolean isComplete() {
        return elected.size() == seats;
    }

    /** Whether no more candidates are left than seats. */
    boolean allCanHaveSeats() {
        return elected.size() + hopefuls().length <= seats;
    }

    /** Elects those who have the quota, or everyone left, the most votes first. */
    boolean elect(BigInteger[] votes, BigInteger quota) {
        IntStream.of(hopefuls())
                .boxed()
                .filter(candidate -> votes[candidate].compareTo(quota) >= 0)
                .sorted(Comparator.comparing((Integer candidate) -> votes[candidate])
                        .reversed())
                .limit(seats - elected.size())
                .forEach(candidate -> {
                    states[candidate] = State.ELECTED;
                    elected.add(candidate);
                    electedNow.add(candidate);
                });
        return !electedNow.isEmpty();
    }

    boolean hasElectedNow() {
        return !electedNow.isEmpty();
    }

    void exclude(int candidate) {
        states[candidate] = State.EXCLUDED;
    }

    /** The one of the tied who had the fewest votes when they last differed. */
    int fewest(List<Integer> tied) {
        return breakTie(tied, "exclusion", Comparator.naturalOrder());
    }

    /** The one of the tied who had the most votes when they last differed. */
    int most(List<Integer> tied) {
        return breakTie(tied, "surplus", Comparator.reverseOrder());
    }

    private int breakTie(List<Integer> tied, String what, Comparator<BigInteger> order) {
        List<Integer> left = tied;
        for (int stage = history.size() - 1; stage >= 0 && left.size() > 1; stage--) {
            BigInteger[] votes = history.get(stage);
            BigInteger first =
                    left.stream().map(candidate -> votes[candidate]).min(order).orElseThrow();
            left = left.stream()
                    .filter(candidate -> votes[candidate].equals(first))
                    .toList();
        }
        if (left.size() > 1) {
            Lot lot = Lot.draw(
                    seed,
                    what + " at stage " + (stages.size() + 1),
                    left.stream().map(papers.candidates()::get).toList());
            lots.add(lot);
            tie = Stage.TieBreak.LOT;
            return papers.candidates().indexOf(lot.drawn());
        }
        tie = tied.size() > 1 ? Stage.TieBreak.EARLIER_STAGE : null;
        return left.getFirst();
    }

    void record(
            Stage.Action action,
            int candidate,
            BigInteger quota,
            BigInteger[] votes,
            BigInteger exhausted,
            BigInteger rounded) {
        Map<String, Fraction> named = new LinkedHashMap<>();
        for (int place = 0; place < states.length; place++) {
            if (states[place] != State.EXCLUDED || place == candidate) {
                named.put(papers.candidates().get(place), inFile(votes[place]));
            }
        }
        stages.add(new Stage(
                stages.size() + 1,
                action,
                candidate < 0 ? null : papers.candidates().get(candidate),
                inFile(quota),
                named,
                inFile(exhausted),
                inFile(rounded),
                electedNow.stream().map(papers.candidates()::get).toList(),
                tie));
        history.add(votes.clone());
        electedNow.clear();
        tie = null;
    }

    Declaration.Count count() {
        return new Declaration.Count(
                elected.stream().map(papers.candidates()::get).toList(), stages);
    }

    List<Lot> lots() {
        return lots;
    }

    private Fraction inFile(BigInteger billionths) {
        return new Fraction(billionths, VOTES).times(papers.unit());
    }
}
