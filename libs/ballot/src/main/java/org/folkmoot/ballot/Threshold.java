package org.folkmoot.ballot;

/**
 * What a part of a whole must reach. It is compared exactly: half of the votes does not reach "more than half".
 *
 * @param atLeast the share, or the number
 * @param strict whether more than that is needed
 */
public record Threshold(Fraction atLeast, boolean strict) {

    /** Whether this part of the whole reaches the share; a part of nothing reaches none but zero. */
    public boolean isReachedBy(Fraction part, Fraction whole) {
        if (whole.equals(Fraction.ZERO)) {
            return !strict && atLeast.equals(Fraction.ZERO);
        }
        return isReachedBy(part.compareTo(atLeast.times(whole)));
    }

    /** Whether this number reaches the number. */
    public boolean isReachedBy(Fraction number) {
        return isReachedBy(number.compareTo(atLeast));
    }

    /** Whether this part is exactly the share of the whole. */
    boolean isMetExactlyBy(Fraction part, Fraction whole) {
        return part.equals(atLeast.times(whole));
    }

    private boolean isReachedBy(int comparison) {
        return strict ? comparison > 0 : comparison >= 0;
    }
}
