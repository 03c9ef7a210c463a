package org.folkmoot.ballot;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Those who may vote, in the order in which they were listed when the ballot opened.
 *
 * <p>Its <em>frozen hash</em> is the SHA-256 of the canonical JSON of the list with voters and weights alone: what was fixed
 * at opening. Its <em>hash</em> covers the marks too, which may be set later: who was recused, who was present. Where no mark
 * is set the two are equal.
 */
public final class Electorate {

    /** Denominators that have no common one below this would make sums of millions of digits. */
    private static final int LONGEST_DENOMINATOR = 1 << 16;

    private final List<Elector> electors;
    private final Map<String, Integer> places;

    /** @throws IllegalArgumentException if a voter stands twice, or the weights' denominators are beyond reason */
    public Electorate(List<Elector> electors) {
        this.electors = List.copyOf(electors);
        this.places = HashMap.newHashMap(electors.size());
        Set<BigInteger> denominators = new HashSet<>();
        for (int place = 0; place < this.electors.size(); place++) {
            Elector elector = this.electors.get(place);
            Integer before = places.putIfAbsent(elector.voter(), place);
            if (before != null) {
                throw new IllegalArgumentException("the voter \"%s\" stands twice, as electorate[%d] and electorate[%d]"
                        .formatted(elector.voter(), before, place));
            }
            for (Fraction weight : elector.weights().numbers()) {
                if (!weight.isInteger()) {
                    denominators.add(weight.denominator());
                }
            }
        }
        BigInteger common = BigInteger.ONE;
        for (BigInteger denominator : denominators) {
            common = Sum.commonDenominator(List.of(common, denominator));
            if (common.bitLength() > LONGEST_DENOMINATOR) {
                throw new IllegalArgumentException("the weights have no common denominator of reasonable size");
            }
        }
    }

    /** Everyone, in the order of the file. */
    public List<Elector> electors() {
        return electors;
    }

    /** The elector of this name. */
    public Optional<Elector> elector(String voter) {
        Integer place = places.get(voter);
        return place == null ? Optional.empty() : Optional.of(electors.get(place));
    }

    /** The place in {@link #electors()}, or -1. */
    int placeOf(String voter) {
        return places.getOrDefault(voter, -1);
    }

    /** The classes in which anybody has a weight. */
    public Set<String> classes() {
        var classes = new TreeSet<String>();
        List<String> before = List.of();
        for (Elector elector : electors) {
            List<String> own = elector.weights().classes();
            if (!own.equals(before)) {
                classes.addAll(own);
                before = own;
            }
        }
        return Collections.unmodifiableSet(classes);
    }

    /** The hash of the whole list with its marks, as a declaration states it. */
    public Hash hash() {
        var canonical = new Octets(electors.size() * 64 + 2);
        BallotJson.electorate(this, canonical, BallotJson.Marks.WITH, "");
        return canonical.hash();
    }

    /** The hash of voters and weights alone, as it is announced when the ballot opens. */
    public Hash frozenHash() {
        return Octets.hashOf(this::writeFrozen);
    }

    void writeFrozen(Octets out) {
        BallotJson.electorate(this, out, BallotJson.Marks.WITHOUT, "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Electorate electorate && electorate.electors.equals(electors);
    }

    @Override
    public int hashCode() {
        return electors.hashCode();
    }

    @Override
    public String toString() {
        return electors.toString();
    }
}
