package org.folkmoot.portal.frame;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The day that a person wants to look at, as it was entered.
 *
 * @param date the day; null for the present
 * @param day as entered
 * @param month as entered
 * @param year as entered
 * @param mistake what is wrong with it; null if nothing
 */
public record AsAtChoice(
        @Nullable LocalDate date,
        String day,
        String month,
        String year,
        @Nullable String mistake) {

    private static final int EARLIEST_YEAR = 1948;

    /** Out of a link's date, or of the three fields of the form. */
    public static AsAtChoice of(
            @Nullable String asAt, @Nullable String day, @Nullable String month, @Nullable String year) {
        if (asAt != null && !asAt.isBlank()) {
            try {
                return of(LocalDate.parse(asAt.strip()));
            } catch (DateTimeParseException e) {
                return new AsAtChoice(null, "", "", "", "The date must be a real date, such as 31 3 2025");
            }
        }
        String d = text(day);
        String m = text(month);
        String y = text(year);
        if (d.isEmpty() && m.isEmpty() && y.isEmpty()) {
            return new AsAtChoice(null, "", "", "", null);
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(y), Integer.parseInt(m), Integer.parseInt(d));
            return date.getYear() < EARLIEST_YEAR
                    ? new AsAtChoice(null, d, m, y, "The year must be %d or later".formatted(EARLIEST_YEAR))
                    : new AsAtChoice(date, d, m, y, null);
        } catch (NumberFormatException | DateTimeException e) {
            return new AsAtChoice(null, d, m, y, "The date must be a real date, such as 31 3 2025");
        }
    }

    /** What is wrong with it, for the summary above a page. */
    public FormErrors errors() {
        return mistake == null ? FormErrors.NONE : FormErrors.of("asAt-day", mistake);
    }

    /** What an address ends with so that the page there is of the same day; empty for the present. */
    public String query() {
        return date == null ? "" : "?asAt=" + date;
    }

    private static AsAtChoice of(LocalDate date) {
        return new AsAtChoice(
                date,
                Integer.toString(date.getDayOfMonth()),
                Integer.toString(date.getMonthValue()),
                Integer.toString(date.getYear()),
                null);
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }
}
