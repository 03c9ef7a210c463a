package org.folkmoot.ballot;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The single transferable vote by Meek's method, by the reference rule of the Proportional Representation Foundation.
 *
 * <p>Every candidate has a keep factor: 1 while hopeful, 0 once excluded, and for the elected what is found here. A paper
 * gives each candidate in order the keep factor's share of what is left of it. The quota is all votes so distributed,
 * divided by seats and one, cut after the ninth decimal, and one billionth more; it shrinks as papers run out. The keep
 * factors of the elected are multiplied by quota over votes until their surpluses together are below a millionth of a vote
 * or shrink no more; then the candidate with the fewest votes is excluded. Shares and keep factors are rounded up at the
 * ninth decimal, as the reference rule says.
 */
final class Meek {

    private static final long VOTE = CountSheet.VOTE;
    private static final BigInteger VOTES = BigInteger.valueOf(VOTE);
    private static final BigInteger OMEGA = BigInteger.valueOf(VOTE / 1_000_000);
    private static final int NOBODY = -1;
    private static final int SIGNED_LONG_BITS = 63;

    private final CountSheet sheet;
    private final int[][] rankings;
    private final BigInteger[] weights;
    private final long[] smallWeights;
    private final BigInteger total;
    private final long[] keep;
    private BigInteger[] votes = {};
    private BigInteger quota = BigInteger.ZERO;

    Meek(CountSheet sheet) {
        this.sheet = sheet;
        this.rankings = sheet.papers().rankings();
        this.weights = sheet.papers().weights();
        BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        this.total = sum.multiply(VOTES);
        this.smallWeights = total.bitLength() < SIGNED_LONG_BITS
                ? Arrays.stream(weights).mapToLong(BigInteger::longValueExact).toArray()
                : new long[0];
        this.keep = new long[sheet.papers().candidates().size()];
        Arrays.fill(keep, VOTE);
    }

    void count() {
        while (!sheet.isComplete()) {
            distribute();
            if (sheet.allCanHaveSeats()) {
                if (sheet.elect(votes, BigInteger.ZERO)) {
                    record(Stage.Action.FILL, NOBODY);
                }
                return;
            }
            BigInteger surplus = null;
            while (!sheet.elect(votes, quota)) {
                BigInteger before = surplus;
                surplus = surplus();
                if (hasSettled(surplus, before)) {
                    exclude(surplus);
                    break;
                }
                updateKeepFactors();
                distribute();
            }
            if (sheet.hasElectedNow()) {
                record(Stage.Action.COUNT, NOBODY);
            }
        }
    }

    private static boolean hasSettled(BigInteger surplus, @Nullable BigInteger before) {
        return surplus.compareTo(OMEGA) < 0 || (before != null && surplus.compareTo(before) >= 0);
    }

    private void exclude(BigInteger surplus) {
        int[] hopefuls = sheet.hopefuls();
        BigInteger least = Arrays.stream(hopefuls)
                .mapToObj(candidate -> votes[candidate])
                .min(BigInteger::compareTo)
                .orElseThrow();
        // Whoever is nearer to the last than the surplus still to be moved is tied with the last.
        BigInteger bound = least.add(surplus);
        List<Integer> tied = Arrays.stream(hopefuls)
                .boxed()
                .filter(candidate -> votes[candidate].compareTo(bound) <= 0)
                .toList();
        int excluded = sheet.fewest(tied);
        sheet.exclude(excluded);
        keep[excluded] = 0;
        record(Stage.Action.EXCLUDE, excluded);
    }

    private void updateKeepFactors() {
        for (int candidate : sheet.elected()) {
            BigInteger share = roundedUp(BigInteger.valueOf(keep[candidate]).multiply(quota), VOTES);
            keep[candidate] = roundedUp(share.multiply(VOTES), votes[candidate]).longValueExact();
        }
    }

    private static BigInteger roundedUp(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    private BigInteger surplus() {
        BigInteger surplus = BigInteger.ZERO;
        for (int candidate : sheet.elected()) {
            surplus = surplus.add(votes[candidate].subtract(quota));
        }
        return surplus.max(BigInteger.ZERO);
    }

    private void distribute() {
        votes = smallWeights.length == weights.length ? distributeSmall() : distributeLarge();
        BigInteger distributed = Arrays.stream(votes).reduce(BigInteger.ZERO, BigInteger::add);
        quota = distributed.divide(BigInteger.valueOf(sheet.seats() + 1L)).add(BigInteger.ONE);
    }

    private BigInteger[] distributeSmall() {
        long[] sums = new long[keep.length];
        for (int paper = 0; paper < rankings.length; paper++) {
            long left = VOTE;
            long weight = smallWeights[paper];
            for (int candidate : rankings[paper]) {
                long factor = keep[candidate];
                if (factor == VOTE) {
                    sums[candidate] += weight * left;
                    break;
                }
                if (factor > 0) {
                    long share = (left * factor + VOTE - 1) / VOTE;
                    sums[candidate] += weight * share;
                    left -= share;
                    if (left == 0) {
                        break;
                    }
                }
            }
        }
        return Arrays.stream(sums).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    /** The same where weights are too large for whole numbers of 64 bits. */
    private BigInteger[] distributeLarge() {
        BigInteger[] sums = new BigInteger[keep.length];
        Arrays.fill(sums, BigInteger.ZERO);
        for (int paper = 0; paper < rankings.length; paper++) {
            long left = VOTE;
            for (int candidate : rankings[paper]) {
                long share = (left * keep[candidate] + VOTE - 1) / VOTE;
                sums[candidate] = sums[candidate].add(weights[paper].multiply(BigInteger.valueOf(share)));
                left -= share;
                if (left == 0) {
                    break;
                }
            }
        }
        return sums;
    }

    private void record(Stage.Action action, int candidate) {
        BigInteger distributed = Arrays.stream(votes).reduce(BigInteger.ZERO, BigInteger::add);
        sheet.record(action, candidate, quota, votes, total.subtract(distributed), BigInteger.ZERO);
    }
}
