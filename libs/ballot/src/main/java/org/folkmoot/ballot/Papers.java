package org.folkmoot.ballot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ranked papers, equal ones laid together. Weights become whole multiples of their greatest common measure, so that a count
 * is the same whether practices weigh 1 and 2 or 500 and 1,000.
 */
final class Papers {

    /**
     * The papers as they are counted.
     *
     * @param candidates sorted by name, so that the order of papers cannot matter
     * @param rankings candidates by place, each paper's most preferred first
     * @param weights of each of them
     * @param unit what one of these weights is in the file
     */
    record Sorted(List<String> candidates, int[][] rankings, BigInteger[] weights, Fraction unit) {}

    private final Map<List<String>, Sum> piles = new LinkedHashMap<>();
    private final List<String> candidates;
    private @Nullable Fraction unit;

    Papers(List<String> candidates) {
        this.candidates = candidates;
    }

    void add(List<String> ranking, Fraction weight) {
        if (!ranking.isEmpty() && !weight.equals(Fraction.ZERO)) {
            piles.computeIfAbsent(ranking, _ -> new Sum()).add(weight);
            unit = unit == null ? weight : commonMeasure(unit, weight);
        }
    }

    /** The greatest of which both are whole multiples. */
    private static Fraction commonMeasure(Fraction one, Fraction other) {
        if (one.equals(Fraction.ONE) && other.isInteger()) {
            return one;
        }
        BigInteger ones = one.numerator().multiply(other.denominator());
        BigInteger others = other.numerator().multiply(one.denominator());
        return new Fraction(ones.gcd(others), one.denominator().multiply(other.denominator()));
    }

    boolean isEmpty() {
        return piles.isEmpty();
    }

    /** A whole number, since the measure is common to all. */
    private static BigInteger timesContained(Fraction measure, Fraction total) {
        return total.numerator()
                .multiply(measure.denominator())
                .divide(total.denominator().multiply(measure.numerator()));
    }

    Sorted sorted() {
        var names = new TreeSet<>(candidates);
        if (candidates.isEmpty()) {
            piles.keySet().forEach(names::addAll);
        }
        var places = new HashMap<String, Integer>();
        names.forEach(name -> places.put(name, places.size()));
        List<Fraction> totals = new ArrayList<>(piles.size());
        int[][] rankings = new int[piles.size()][];
        int index = 0;
        for (Map.Entry<List<String>, Sum> pile : piles.entrySet()) {
            List<String> ranking = pile.getKey();
            int[] paper = new int[ranking.size()];
            int length = 0;
            for (String name : ranking) {
                Integer place = places.get(name);
                // A name that nobody stands under is passed over, like an illegible line.
                if (place != null) {
                    paper[length++] = place;
                }
            }
            rankings[index++] = length == paper.length ? paper : Arrays.copyOf(paper, length);
            totals.add(pile.getValue().total());
        }
        Fraction measure = unit == null ? Fraction.ONE : unit;
        BigInteger[] weights =
                totals.stream().map(total -> timesContained(measure, total)).toArray(BigInteger[]::new);
        return new Sorted(List.copyOf(names), rankings, weights, measure);
    }
}
