package org.folkmoot.neighbourhood.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A group in a week.
 *
 * @param key the team's id, an ODS code, a decile; {@code all} for the ICS, {@code none} where it is not known
 * @param week the Monday with which it begins
 * @param referrals people who were first submitted in the week, for others than the team's members to the nearest five; absent
 *     if they are withheld
 * @param withheld whether they are, since they are fewer than five or such a number could be worked out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeekRow(
        String key, String name, LocalDate week, @Nullable Integer referrals, boolean withheld) {

    private static final int FIVES = Suppression.LEAST;

    static WeekRow of(String key, String name, LocalDate week, int referrals, boolean withheld, boolean exact) {
        return new WeekRow(
                key,
                name,
                week,
                withheld ? null : exact ? Integer.valueOf(referrals) : Integer.valueOf(inFives(referrals)),
                withheld);
    }

    private static int inFives(int referrals) {
        return (referrals + FIVES / 2) / FIVES * FIVES;
    }
}
