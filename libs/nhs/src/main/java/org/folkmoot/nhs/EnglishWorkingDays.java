package org.folkmoot.nhs;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static java.time.temporal.TemporalAdjusters.previous;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The working days of England: Monday to Friday without the bank holidays of England and Wales.
 *
 * <p><b>Source of the rule.</b> The Banking and Financial Dealings Act 1971, the common-law holidays Good Friday and
 * Christmas Day, and the yearly proclamations that add New Year's Day, the early May holiday and the substitutes for
 * holidays at a weekend. These have been the same since 1978, so any year from {@value #FIRST_YEAR} to
 * {@value #LAST_YEAR} is computed, not looked up: New Year's Day, Good Friday, Easter Monday, the first and the last
 * Monday of May, the last Monday of August, Christmas Day and Boxing Day; one that falls on a weekend is kept on the next
 * weekday that is not a holiday already.
 *
 * <p><b>What no rule foretells.</b> Proclamations for one year alone, known up to 2023: a jubilee, a royal wedding, the
 * turn of the millennium, a state funeral, a coronation. They are listed here; one proclaimed later is added to the list
 * with a release, and until then counts as a working day.
 *
 * <p>A date outside the range is refused with {@link IllegalArgumentException}: a deadline in the year 2526 is a typing
 * error, not a question.
 */
public final class EnglishWorkingDays {

    /** The first year that the rules hold for. */
    public static final int FIRST_YEAR = 1978;

    /** The last year that is computed. */
    public static final int LAST_YEAR = 2199;

    /** Holidays moved away from the day that the rule gives. */
    private static final Set<LocalDate> MOVED_AWAY = Set.of(
            LocalDate.of(1995, 5, 1), // to 8 May, fifty years after VE Day
            LocalDate.of(2002, 5, 27), // to 4 June, Golden Jubilee
            LocalDate.of(2012, 5, 28), // to 4 June, Diamond Jubilee
            LocalDate.of(2020, 5, 4), // to 8 May, seventy-five years after VE Day
            LocalDate.of(2022, 5, 30)); // to 2 June, Platinum Jubilee

    /** Where the moved ones went, and the days proclaimed once. */
    private static final Set<LocalDate> PROCLAIMED = Set.of(
            LocalDate.of(1981, 7, 29), // wedding of the Prince of Wales
            LocalDate.of(1995, 5, 8),
            LocalDate.of(1999, 12, 31), // eve of the millennium
            LocalDate.of(2002, 6, 3), // Golden Jubilee
            LocalDate.of(2002, 6, 4),
            LocalDate.of(2011, 4, 29), // wedding of Prince William
            LocalDate.of(2012, 6, 4),
            LocalDate.of(2012, 6, 5), // Diamond Jubilee
            LocalDate.of(2020, 5, 8),
            LocalDate.of(2022, 6, 2),
            LocalDate.of(2022, 6, 3), // Platinum Jubilee
            LocalDate.of(2022, 9, 19), // state funeral of Queen Elizabeth II
            LocalDate.of(2023, 5, 8)); // coronation of King Charles III

    private static final Map<Integer, NavigableSet<LocalDate>> HOLIDAYS = IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(year -> year, EnglishWorkingDays::computed));

    private EnglishWorkingDays() {}

    /**
     * The bank holidays of that year in England and Wales, in order; substitutes stand in place of the days they replace.
     *
     * @throws IllegalArgumentException if the year is out of range
     */
    public static NavigableSet<LocalDate> bankHolidays(int year) {
        NavigableSet<LocalDate> holidays = HOLIDAYS.get(year);
        if (holidays == null) {
            throw new IllegalArgumentException(
                    "Bank holidays are known from " + FIRST_YEAR + " to " + LAST_YEAR + ", not for " + year);
        }
        return holidays;
    }

    /**
     * Whether people work on that day: neither a weekend nor a bank holiday.
     *
     * @throws IllegalArgumentException if the year is out of range
     */
    public static boolean isWorkingDay(LocalDate day) {
        return !bankHolidays(day.getYear()).contains(day) && !isWeekend(day);
    }

    /**
     * The day on which that many working days have passed. The day itself does not count, so one working day after a
     * Friday, a Saturday or a Sunday is the Monday, if that is one. A negative number counts backwards; zero is the day
     * itself, working or not.
     *
     * @throws IllegalArgumentException if the count leaves the range of years
     */
    public static LocalDate plus(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        LocalDate reached = day;
        for (int left = Math.absExact(workingDays); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /**
     * How many working days have passed at {@code to} since {@code from}: the first is not counted, the last is, and it is
     * negative when {@code to} comes first. So {@code between(day, plus(day, n))} is {@code n}.
     *
     * @throws IllegalArgumentException if the count leaves the range of years
     */
    public static int between(LocalDate from, LocalDate to) {
        int step = from.isAfter(to) ? -1 : 1;
        int counted = 0;
        for (LocalDate day = from; !day.equals(to); ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                counted += step;
            }
        }
        return counted;
    }

    private static NavigableSet<LocalDate> computed(int year) {
        var holidays = new TreeSet<LocalDate>();
        LocalDate easter = easterSunday(year);
        holidays.add(easter.with(previous(FRIDAY)));
        holidays.add(easter.plusDays(1));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY)));
        holidays.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)));
        holidays.add(LocalDate.of(year, Month.AUGUST, 1).with(lastInMonth(MONDAY)));
        addOrSubstitute(LocalDate.of(year, Month.JANUARY, 1), holidays);
        // Boxing Day first: on a Monday it keeps its day, and a Christmas Day on Sunday moves past it to Tuesday.
        addOrSubstitute(LocalDate.of(year, Month.DECEMBER, 26), holidays);
        addOrSubstitute(LocalDate.of(year, Month.DECEMBER, 25), holidays);
        holidays.removeAll(MOVED_AWAY);
        PROCLAIMED.stream().filter(day -> day.getYear() == year).forEach(holidays::add);
        return Collections.unmodifiableNavigableSet(holidays);
    }

    private static void addOrSubstitute(LocalDate day, Set<LocalDate> holidays) {
        LocalDate kept = day;
        while (isWeekend(kept) || holidays.contains(kept)) {
            kept = kept.plusDays(1);
        }
        holidays.add(kept);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    /**
     * Easter Sunday in the Gregorian calendar, by the anonymous computus (Meeus, Jones and Butcher): the first Sunday
     * after the ecclesiastical full moon on or after 21 March.
     */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int yearOfCentury = year % 100;
        int solarCorrection = century / 4;
        int lunarCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - solarCorrection - lunarCorrection + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int exception = (golden + 11 * epact + 22 * weekday) / 451;
        int dayOfSpring = epact + weekday - 7 * exception + 114;
        return LocalDate.of(year, dayOfSpring / 31, dayOfSpring % 31 + 1);
    }
}
