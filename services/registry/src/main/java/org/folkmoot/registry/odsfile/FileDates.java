package org.folkmoot.registry.odsfile;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as these files write them: {@code 20260430}, {@code 2026-08-01}, {@code 01Aug2026}. */
public final class FileDates {

    private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    private static final int MONTH_LETTERS = 3;

    /** A year and month, perhaps a day, that no digit touches. */
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)-(\\d\\d)(?:-(\\d\\d))?(?!\\d)");

    private FileDates() {}

    /** A date of eight digits, year first; empty when it is not a day of the calendar. */
    static Optional<LocalDate> compact(String text) {
        return text.length() == 8
                ? day(text.substring(0, 4), text.substring(4, 6), text.substring(6))
                : Optional.empty();
    }

    /** An extract date, in either of the publisher's ways of writing. */
    static Optional<LocalDate> extract(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            return day(text.substring(0, 4), text.substring(5, 7), text.substring(8));
        }
        if (text.length() == 9) {
            int month = MONTHS.indexOf(text.substring(2, 5).toUpperCase(Locale.ROOT));
            return month < 0 || month % MONTH_LETTERS != 0
                    ? Optional.empty()
                    : day(
                            text.substring(5),
                            String.format(Locale.ROOT, "%02d", month / MONTH_LETTERS + 1),
                            text.substring(0, 2));
        }
        return Optional.empty();
    }

    /** The date in a file's name, a hint and no more: {@code epraccur_2026-06.csv} is of 1 June 2026. */
    public static Optional<LocalDate> inName(String name) {
        Matcher found = IN_NAME.matcher(name);
        return found.find()
                ? day(found.group(1), found.group(2), found.group(3) == null ? "01" : found.group(3))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int y = number(year);
        int m = number(month);
        int d = number(day);
        if (y < 1 || m < 1 || m > 12 || d < 1 || d > YearMonth.of(y, m).lengthOfMonth()) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(y, m, d));
    }

    private static int number(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
