package org.folkmoot.benchmark.neighbourhood;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers of the range that is kept for tests, in which no patient will ever be. */
final class NhsNumbers {

    private static final int FIRST = 999_700_000;
    private static final int DIGITS = 9;

    private NhsNumbers() {}

    /** As many as are taken, each once. */
    static Stream<String> all() {
        return IntStream.iterate(FIRST, number -> number + 1)
                .filter(number -> check(number) < 10)
                .mapToObj(number -> number + Integer.toString(check(number)));
    }

    /** Modulus 11; 10 where no digit checks. */
    private static int check(int number) {
        String digits = Integer.toString(number);
        int sum = IntStream.range(0, DIGITS)
                .map(place -> (10 - place) * (digits.charAt(place) - '0'))
                .sum();
        return (11 - sum % 11) % 11;
    }
}
