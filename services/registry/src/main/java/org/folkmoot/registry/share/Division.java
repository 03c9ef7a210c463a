package org.folkmoot.registry.share;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The division of an amount in proportion to weights, to the penny: by the largest remainders, equal ones in the order of
 * the codes.
 */
sealed interface Division {

    /**
     * It was divided.
     *
     * @param totalWeight the sum of the weights
     * @param portions in the order of the codes; their pence are the amount
     */
    record Divided(BigDecimal totalWeight, List<Portion> portions) implements Division {}

    /** It cannot be divided. */
    record Refused(Reason reason) implements Division {}

    /** Why not. */
    enum Reason {
        NO_MONEY,
        NOBODY,
        TWICE,
        NEGATIVE_WEIGHT,
        NO_WEIGHT
    }

    /** Divides an amount of pence. */
    static Division of(long pence, List<Claim> claims) {
        if (pence < 1) {
            return new Refused(Reason.NO_MONEY);
        }
        if (claims.isEmpty()) {
            return new Refused(Reason.NOBODY);
        }
        Set<String> practices = new HashSet<>();
        if (!claims.stream().allMatch(claim -> practices.add(claim.practice()))) {
            return new Refused(Reason.TWICE);
        }
        if (claims.stream().anyMatch(claim -> claim.weight().signum() < 0)) {
            return new Refused(Reason.NEGATIVE_WEIGHT);
        }
        BigDecimal totalWeight = claims.stream().map(Claim::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return totalWeight.signum() == 0
                ? new Refused(Reason.NO_WEIGHT)
                : new Divided(totalWeight, portions(BigInteger.valueOf(pence), totalWeight, claims));
    }

    private static List<Portion> portions(BigInteger pence, BigDecimal totalWeight, List<Claim> claims) {
        // Whole numbers in proportion to the weights: the sum has the most decimals of them all.
        int decimals = Math.max(totalWeight.scale(), 0);
        BigInteger whole = units(totalWeight, decimals);
        record Exact(Claim claim, BigInteger pence, BigInteger remainder) {}
        var shares = new ArrayList<Exact>();
        for (Claim claim : claims) {
            BigInteger[] share = pence.multiply(units(claim.weight(), decimals)).divideAndRemainder(whole);
            shares.add(new Exact(claim, share[0], share[1]));
        }
        shares.sort(Comparator.comparing(Exact::remainder)
                .reversed()
                .thenComparing(share -> share.claim().practice()));
        BigInteger given = shares.stream().map(Exact::pence).reduce(BigInteger.ZERO, BigInteger::add);
        int left = pence.subtract(given).intValueExact();
        var portions = new ArrayList<Portion>();
        for (Exact share : shares) {
            boolean extra = portions.size() < left;
            portions.add(new Portion(
                    share.claim().practice(),
                    share.claim().weight(),
                    share.pence().longValueExact() + (extra ? 1 : 0),
                    fraction(share.remainder(), whole),
                    extra));
        }
        portions.sort(Comparator.comparing(Portion::practice));
        return portions;
    }

    private static BigInteger units(BigDecimal weight, int decimals) {
        return weight.setScale(decimals).unscaledValue();
    }

    private static String fraction(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return "0";
        }
        BigInteger common = numerator.gcd(denominator);
        return numerator.divide(common) + "/" + denominator.divide(common);
    }
}
