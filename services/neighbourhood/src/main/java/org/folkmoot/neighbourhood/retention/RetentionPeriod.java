package org.folkmoot.neighbourhood.retention;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long a record is kept after the care has ended.
 *
 * @param years at least eight
 */
record RetentionPeriod(int years) {

    /** NHS England, Records Management Code of Practice, appendix II: records of adult health and social care. */
    static final RetentionPeriod USUAL = new RetentionPeriod(8);

    private static final int GROWN_UP = 18;
    private static final int CHILD_UNTIL = 25;

    /** The last day on which it is kept: the birthday, for those who were a child. */
    LocalDate lastDay(LocalDate ended, LocalDate born) {
        LocalDate byYears = ended.plusYears(years);
        int age = Period.between(born, ended).getYears();
        if (age >= GROWN_UP) {
            return byYears;
        }
        LocalDate byBirthday = born.plusYears(age == GROWN_UP - 1 ? CHILD_UNTIL + 1L : CHILD_UNTIL);
        return byBirthday.isAfter(byYears) ? byBirthday : byYears;
    }
}
