package org.folkmoot.registry.money;

import java.math.BigDecimal;
import java.util.Locale;

/** Pence as pounds. */
public final class Pounds {

    /** More pence than any budget or fair share of an ICS has: a thousand billion pounds. */
    public static final long MOST_PENCE = 100_000_000_000_000L;

    private static final int DECIMALS = 2;

    private Pounds() {}

    /** The amount with two decimals, for a table. */
    public static BigDecimal of(long pence) {
        return BigDecimal.valueOf(pence, DECIMALS);
    }

    /** The amount for a sentence: {@code £1,234.50}. */
    public static String text(long pence) {
        return (pence < 0 ? "-£" : "£")
                + String.format(Locale.UK, "%,.2f", of(pence).abs());
    }
}
