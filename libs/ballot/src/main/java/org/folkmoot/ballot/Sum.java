package org.folkmoot.ballot;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds many weights. Whole numbers, which nearly all weights are, are added as such; others by denominator, since reducing
 * after every step would cost more the longer it goes on.
 */
final class Sum {

    private static final int SMALL_BITS = 62;

    private long small;
    private BigInteger large = BigInteger.ZERO;
    private final Map<BigInteger, BigInteger> byDenominator = new HashMap<>(0);

    void add(Fraction number) {
        BigInteger numerator = number.numerator();
        if (!number.isInteger()) {
            byDenominator.merge(number.denominator(), numerator, BigInteger::add);
        } else if (numerator.bitLength() <= SMALL_BITS) {
            long next = small + numerator.longValue();
            if (next < 0) {
                large = large.add(BigInteger.valueOf(small));
                next = numerator.longValue();
            }
            small = next;
        } else {
            large = large.add(numerator);
        }
    }

    Fraction total() {
        BigInteger whole = large.add(BigInteger.valueOf(small));
        if (byDenominator.isEmpty()) {
            return new Fraction(whole, BigInteger.ONE);
        }
        BigInteger common = commonDenominator(byDenominator.keySet());
        BigInteger numerator = whole.multiply(common);
        for (Map.Entry<BigInteger, BigInteger> part : byDenominator.entrySet()) {
            numerator = numerator.add(part.getValue().multiply(common.divide(part.getKey())));
        }
        return new Fraction(numerator, common);
    }

    static BigInteger commonDenominator(Iterable<BigInteger> denominators) {
        BigInteger common = BigInteger.ONE;
        for (BigInteger denominator : denominators) {
            common = common.divide(common.gcd(denominator)).multiply(denominator);
        }
        return common;
    }
}
