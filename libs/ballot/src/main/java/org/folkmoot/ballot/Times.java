package org.folkmoot.ballot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Times of a log: {@code 2026-11-21T09:30:00Z}, in UTC, with at most six decimals. Read digit by digit, since a general
 * parser costs more than all else that a log is checked for.
 */
final class Times {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 27;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int DECIMALS = 6;
    private static final long MICROS = 1_000_000;

    private Times() {}

    /** @throws DateTimeException if it is no such time */
    static Instant parse(byte[] text, int from, int to) {
        return Instant.EPOCH.plus(micros(text, from, to), ChronoUnit.MICROS);
    }

    /**
     * In microseconds since 1970.
     *
     * @throws DateTimeException if it is no such time
     */
    static long micros(byte[] text, int from, int to) {
        int length = to - from;
        if (length < SHORTEST
                || length > LONGEST
                || text[from + 4] != '-'
                || text[from + 7] != '-'
                || text[from + 10] != 'T'
                || text[from + 13] != ':'
                || text[from + 16] != ':'
                || text[to - 1] != 'Z'
                || (length > SHORTEST && (text[from + 19] != '.' || length == SHORTEST + 1))) {
            throw new DateTimeException("No time in UTC");
        }
        int hour = digits(text, from + 11, from + 13);
        int minute = digits(text, from + 14, from + 16);
        int second = digits(text, from + 17, from + 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("No time of day");
        }
        long day = LocalDate.of(
                        digits(text, from, from + 4),
                        digits(text, from + 5, from + 7),
                        digits(text, from + 8, from + 10))
                .toEpochDay();
        int micros = 0;
        if (length > SHORTEST) {
            micros = digits(text, from + SHORTEST, to - 1);
            for (int decimals = length - SHORTEST - 1; decimals < DECIMALS; decimals++) {
                micros *= 10;
            }
        }
        return (day * SECONDS_OF_DAY + hour * 3600L + minute * 60L + second) * MICROS + micros;
    }

    private static int digits(byte[] text, int from, int to) {
        int number = 0;
        for (int index = from; index < to; index++) {
            int digit = text[index] - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("No digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
