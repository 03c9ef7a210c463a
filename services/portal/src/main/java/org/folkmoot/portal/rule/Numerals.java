package org.folkmoot.portal.rule;

import io.quarkus.qute.TemplateExtension;
import java.math.BigInteger;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.portal.frame.Words;

/** Exact numbers, which services write as texts, as people read them. */
@TemplateExtension
public final class Numerals {

    private static final BigInteger TENTHS_OF_PERCENTS = BigInteger.valueOf(1000);

    private Numerals() {}

    /** {@code 12345} as 12,345; a fraction as it is. */
    public static String numeral(String exact) {
        Fraction number = Fraction.parse(exact);
        return number.isInteger() && number.numerator().bitLength() < Long.SIZE
                ? Words.words(number.numerator().longValueExact())
                : exact;
    }

    /** {@code 6/7} as 85.7%: rounded down, so that nothing seems reached that is not. */
    public static String percent(String exact) {
        Fraction share = Fraction.parse(exact);
        BigInteger tenths = share.numerator().multiply(TENTHS_OF_PERCENTS).divide(share.denominator());
        BigInteger[] parts = tenths.divideAndRemainder(BigInteger.TEN);
        return parts[0] + (parts[1].signum() == 0 ? "" : "." + parts[1]) + "%";
    }

    /** The whole number below it, for the length of a bar. */
    public static long whole(String exact) {
        Fraction number = Fraction.parse(exact);
        return number.numerator().divide(number.denominator()).longValue();
    }
}
