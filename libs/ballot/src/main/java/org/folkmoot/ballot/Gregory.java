package org.folkmoot.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The single transferable vote by the weighted inclusive Gregory method, as Scotland's local elections count it but with
 * nine decimals instead of five.
 *
 * <p>The quota is Droop's: papers' weight divided by seats and one, whole part, and one more. A surplus is transferred on
 * <em>all</em> papers that the elected candidate holds, each at its value times surplus divided by the candidate's votes,
 * cut after the ninth decimal; the largest surplus first, one a stage. Where no surplus waits, the candidate with the fewest
 * votes is excluded and the papers move on at the value that they have. Papers go to the next candidate who is neither
 * elected nor excluded.
 */
final class Gregory {

    private static final BigInteger VOTE = BigInteger.valueOf(CountSheet.VOTE);
    private static final int NOBODY = -1;

    private final CountSheet sheet;
    private final int[][] rankings;
    private final BigInteger[] weights;

    /** Who has the paper, at which place of its ranking, and what it is worth in billionths. */
    private final int[] holder;

    private final int[] place;
    private final long[] value;

    private final BigInteger[] votes;
    private final BigInteger quota;
    private BigInteger exhausted = BigInteger.ZERO;
    private BigInteger rounded = BigInteger.ZERO;
    private final List<Integer> surplusWaiting = new ArrayList<>();

    Gregory(CountSheet sheet) {
        this.sheet = sheet;
        this.rankings = sheet.papers().rankings();
        this.weights = sheet.papers().weights();
        this.holder = new int[rankings.length];
        this.place = new int[rankings.length];
        this.value = new long[rankings.length];
        this.votes = new BigInteger[sheet.papers().candidates().size()];
        Arrays.fill(votes, BigInteger.ZERO);
        Arrays.fill(place, -1);
        Arrays.fill(value, CountSheet.VOTE);
        BigInteger total = BigInteger.ZERO;
        for (int paper = 0; paper < rankings.length; paper++) {
            total = total.add(weights[paper]);
            moveOn(paper);
        }
        quota = total.divide(BigInteger.valueOf(sheet.seats() + 1L))
                .add(BigInteger.ONE)
                .multiply(VOTE);
    }

    void count() {
        elect();
        record(Stage.Action.COUNT, NOBODY);
        while (!sheet.isComplete()) {
            if (sheet.allCanHaveSeats()) {
                if (sheet.elect(votes, BigInteger.ZERO)) {
                    record(Stage.Action.FILL, NOBODY);
                }
                return;
            }
            if (surplusWaiting.isEmpty()) {
                exclude();
            } else {
                transferSurplus();
            }
        }
    }

    private void elect() {
        List<Integer> before = List.copyOf(sheet.elected());
        sheet.elect(votes, quota);
        for (int candidate :
                sheet.elected().subList(before.size(), sheet.elected().size())) {
            if (votes[candidate].compareTo(quota) > 0) {
                surplusWaiting.add(candidate);
            }
        }
    }

    private void transferSurplus() {
        BigInteger largest = surplusWaiting.stream()
                .map(candidate -> votes[candidate])
                .max(BigInteger::compareTo)
                .orElseThrow();
        int from = sheet.most(surplusWaiting.stream()
                .filter(candidate -> votes[candidate].equals(largest))
                .toList());
        surplusWaiting.remove((Integer) from);
        BigInteger surplus = largest.subtract(quota);
        Map<Long, Long> transferValues = new HashMap<>();
        BigInteger moved = BigInteger.ZERO;
        for (int paper = 0; paper < rankings.length; paper++) {
            if (holder[paper] == from) {
                value[paper] = transferValues.computeIfAbsent(
                        value[paper],
                        worth -> BigInteger.valueOf(worth)
                                .multiply(surplus)
                                .divide(largest)
                                .longValueExact());
                moved = moved.add(worthOf(paper));
                moveOn(paper);
            }
        }
        votes[from] = quota;
        rounded = rounded.add(surplus.subtract(moved));
        elect();
        record(Stage.Action.SURPLUS, from);
    }

    private void exclude() {
        int[] hopefuls = sheet.hopefuls();
        BigInteger least = Arrays.stream(hopefuls)
                .mapToObj(candidate -> votes[candidate])
                .min(BigInteger::compareTo)
                .orElseThrow();
        int from = sheet.fewest(Arrays.stream(hopefuls)
                .boxed()
                .filter(candidate -> votes[candidate].equals(least))
                .toList());
        sheet.exclude(from);
        votes[from] = BigInteger.ZERO;
        for (int paper = 0; paper < rankings.length; paper++) {
            if (holder[paper] == from) {
                moveOn(paper);
            }
        }
        elect();
        record(Stage.Action.EXCLUDE, from);
    }

    /** To the next candidate on the paper who can still use it. */
    private void moveOn(int paper) {
        int[] ranking = rankings[paper];
        int next = place[paper] + 1;
        while (next < ranking.length && !sheet.isHopeful(ranking[next])) {
            next++;
        }
        place[paper] = next;
        if (next < ranking.length) {
            holder[paper] = ranking[next];
            votes[ranking[next]] = votes[ranking[next]].add(worthOf(paper));
        } else {
            holder[paper] = NOBODY;
            exhausted = exhausted.add(worthOf(paper));
        }
    }

    private BigInteger worthOf(int paper) {
        return weights[paper].multiply(BigInteger.valueOf(value[paper]));
    }

    private void record(Stage.Action action, int candidate) {
        sheet.record(action, candidate, quota, votes, exhausted, rounded);
    }
}
