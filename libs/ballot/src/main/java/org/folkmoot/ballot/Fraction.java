package org.folkmoot.ballot;

import java.math.BigInteger;

/**
 * An exact number that is not negative: a weight, a threshold, a sum of votes. Nothing is ever rounded.
 *
 * <p>Its text is an integer ({@code 11}), a fraction ({@code 2/3}) or a decimal ({@code 2.5}), of ASCII digits without a
 * sign, a blank or an exponent. {@link #toString()} writes integers without a denominator and all else as a reduced
 * fraction, so equal numbers have equal texts.
 *
 * @param numerator zero or more, with no divisor in common with the denominator
 * @param denominator one or more
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** Nothing. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** What a vote counts where all count alike. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** The longest text that is read: far beyond any weight, and short enough that sums stay quick. */
    public static final int LONGEST_TEXT = 100;

    private static final int LONG_DIGITS = 18;

    /**
     * Reduces the fraction.
     *
     * @throws IllegalArgumentException if the number is negative or the denominator not positive
     */
    public Fraction {
        if (numerator.signum() < 0) {
            throw new IllegalArgumentException("No number of a ballot is negative");
        }
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("A denominator is positive");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /**
     * This whole number.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Fraction of(long number) {
        if (number == 1) {
            return ONE;
        }
        return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /**
     * This many of so many parts.
     *
     * @throws IllegalArgumentException if the number is negative or the denominator not positive
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads an integer, a fraction or a decimal.
     *
     * @throws IllegalArgumentException if the text is none of them, is negative or divides by zero, with the reason
     */
    public static Fraction parse(String text) {
        int length = text.length();
        if (length > LONGEST_TEXT) {
            throw new IllegalArgumentException("a number has at most " + LONGEST_TEXT + " characters");
        }
        int mark = -1;
        for (int index = 0; index < length; index++) {
            char letter = text.charAt(index);
            if (letter < '0' || letter > '9') {
                boolean divides = (letter == '/' || letter == '.') && mark < 0 && index > 0 && index < length - 1;
                if (!divides) {
                    throw new IllegalArgumentException(
                            text.startsWith("-") && length > 1
                                    ? "\"" + text + "\" is negative"
                                    : "\"" + text + "\" is no integer, fraction a/b or decimal");
                }
                mark = index;
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException("\"\" is no integer, fraction a/b or decimal");
        }
        if (mark < 0) {
            return length <= LONG_DIGITS
                    ? of(Long.parseLong(text))
                    : new Fraction(new BigInteger(text), BigInteger.ONE);
        }
        String tail = text.substring(mark + 1);
        if (text.charAt(mark) == '.') {
            return new Fraction(new BigInteger(text.substring(0, mark) + tail), BigInteger.TEN.pow(tail.length()));
        }
        BigInteger denominator = new BigInteger(tail);
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("\"" + text + "\" divides by zero");
        }
        return new Fraction(new BigInteger(text.substring(0, mark)), denominator);
    }

    /** Both together. */
    public Fraction plus(Fraction other) {
        if (isInteger() && other.isInteger()) {
            return new Fraction(numerator.add(other.numerator), BigInteger.ONE);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** This many times the other. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Whether it is a whole number. */
    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 11} or {@code 2/3}. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }
}
