package org.folkmoot.registry.budget;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.folkmoot.registry.money.Pounds;

/**
 * Amounts of pence by head.
 *
 * @param locumsPence for locums and agency staff
 * @param substantiveStaffPence for those who are employed
 * @param premisesPence for premises
 * @param otherPence for all else
 */
record Heads(
        @Min(-Pounds.MOST_PENCE) @Max(Pounds.MOST_PENCE) long locumsPence,
        @Min(-Pounds.MOST_PENCE) @Max(Pounds.MOST_PENCE) long substantiveStaffPence,
        @Min(-Pounds.MOST_PENCE) @Max(Pounds.MOST_PENCE) long premisesPence,
        @Min(-Pounds.MOST_PENCE) @Max(Pounds.MOST_PENCE) long otherPence) {

    static final Heads NOTHING = new Heads(0, 0, 0, 0);

    /** Of a row whose columns have this before their names. */
    static Heads of(ResultSet row, String prefix) throws SQLException {
        return new Heads(
                row.getLong(prefix + "locums_pence"),
                row.getLong(prefix + "substantive_staff_pence"),
                row.getLong(prefix + "premises_pence"),
                row.getLong(prefix + "other_pence"));
    }

    long total() {
        return locumsPence + substantiveStaffPence + premisesPence + otherPence;
    }

    Heads plus(Heads more) {
        return new Heads(
                locumsPence + more.locumsPence,
                substantiveStaffPence + more.substantiveStaffPence,
                premisesPence + more.premisesPence,
                otherPence + more.otherPence);
    }

    Heads minus(Heads less) {
        return new Heads(
                locumsPence - less.locumsPence,
                substantiveStaffPence - less.substantiveStaffPence,
                premisesPence - less.premisesPence,
                otherPence - less.otherPence);
    }

    @JsonIgnore
    boolean isAnyNegative() {
        return LongStream.of(locumsPence, substantiveStaffPence, premisesPence, otherPence)
                .anyMatch(pence -> pence < 0);
    }
}
