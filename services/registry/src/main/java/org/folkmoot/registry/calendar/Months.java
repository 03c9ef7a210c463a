package org.folkmoot.registry.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days for which something is shown month by month. */
public final class Months {

    /** As many months back as a question may go. */
    public static final int LONGEST = 60;

    private Months() {}

    /** The first days of so many months before that day's own, the earliest first, and last the day itself. */
    public static List<LocalDate> until(LocalDate day, int months) {
        LocalDate month = day.withDayOfMonth(1);
        return Stream.concat(
                        IntStream.rangeClosed(1, months).mapToObj(back -> month.minusMonths(months + 1L - back)),
                        Stream.of(day))
                .toList();
    }
}
