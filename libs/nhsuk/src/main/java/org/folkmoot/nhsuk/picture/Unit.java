package org.folkmoot.nhsuk.picture;

import java.util.Locale;

/**
 * What is counted.
 *
 * @param one the word for one of it, as in "practice"
 * @param many the word for any other number of it, as in "practices"
 */
public record Unit(String one, String many) {

    /** People on a practice's list. */
    public static final Unit PATIENTS = new Unit("patient", "patients");

    /** Member practices. */
    public static final Unit PRACTICES = new Unit("practice", "practices");

    /** The number with its word: "1 practice", "54,120 patients". */
    public String of(long number) {
        return grouped(number) + " " + word(number);
    }

    String word(long number) {
        return number == 1 ? one : many;
    }

    /** The word at the head of a column. */
    String header() {
        return many.substring(0, 1).toUpperCase(Locale.UK) + many.substring(1);
    }

    static String grouped(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
