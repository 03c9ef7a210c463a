package org.folkmoot.executive.decision;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pounds with pence, as the API and events say them. */
final class Money {

    private Money() {}

    static @Nullable String text(@Nullable BigDecimal pounds) {
        return pounds == null ? null : exactly(pounds);
    }

    /** An amount is never finer than a penny, so nothing is rounded. */
    static String exactly(BigDecimal pounds) {
        return pounds.setScale(2).toPlainString();
    }

    /** As a sentence says it: with commas, and without pence where there are none. */
    static String words(BigDecimal pounds) {
        BigDecimal exact = pounds.setScale(2);
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.UK, whole ? "%,.0f" : "%,.2f", exact);
    }
}
