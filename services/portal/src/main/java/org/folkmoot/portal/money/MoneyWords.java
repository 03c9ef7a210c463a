package org.folkmoot.portal.money;

import java.math.BigDecimal;
import org.folkmoot.portal.frame.Words;
import org.jspecify.annotations.Nullable;

/** How amounts, rules and years are written. */
final class MoneyWords {

    private static final int DECIMALS = 2;

    private MoneyWords() {}

    /** £1,234.50; −£3 for what is less than nothing. */
    static String pounds(long pence) {
        String amount = Words.pounds(BigDecimal.valueOf(pence, DECIMALS).abs());
        return pence < 0 ? "−" + amount : amount;
    }

    /** The same, or nothing where it is not known. */
    static String orNothing(@Nullable Long pence) {
        return pence == null ? "" : pounds(pence);
    }

    /** By what an amount was divided. */
    static String rule(String rule) {
        return switch (rule) {
            case "registered-list" -> "Registered list";
            case "adjusted-list" -> "Adjusted list";
            case "custom-weight" -> "Weights of the ICS's own";
            default -> rule;
        };
    }

    /** A financial year by the year in which it begins: 2026-27. */
    static String year(int year) {
        return "%d-%02d".formatted(year, (year + 1) % 100);
    }
}
