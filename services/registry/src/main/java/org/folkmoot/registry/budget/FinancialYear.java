package org.folkmoot.registry.budget;

import java.time.LocalDate;
import java.time.Month;

/**
 * A financial year of the NHS: it begins on 1 April.
 *
 * @param year in which it begins
 */
record FinancialYear(int year) {

    /** The first that can be meant. */
    static final int FIRST = 1990;

    /** The last that can be meant. */
    static final int LAST = 2100;

    /** The first day of its first month. */
    LocalDate begins() {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** As people write it: {@code 2026-27}. */
    @Override
    public String toString() {
        return "%d-%02d".formatted(year, (year + 1) % 100);
    }
}
