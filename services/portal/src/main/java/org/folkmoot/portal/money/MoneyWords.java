package org.folkmoot.portal.money;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.portal.frame.Words;
import org.jspecify.annotations.Nullable;

/** How amounts, months and years are written, and what people write for an amount. */
final class MoneyWords {

    private static final int DECIMALS = 2;

    private static final Pattern AMOUNT =
            Pattern.compile("([-−]?)£?((?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\\.[0-9]{1,2})?)");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

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

    /**
     * The pence of an amount as people write it: {@code 1234}, {@code £1,234.50}, {@code -3}; empty if it is none. A comma
     * stands between thousands alone, so nobody's 1,50 is taken for a hundred and fifty.
     */
    static Optional<Long> pence(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) {
            return Optional.empty();
        }
        long pence = new BigDecimal(amount.group(2).replace(",", ""))
                .movePointRight(DECIMALS)
                .longValueExact();
        return Optional.of(amount.group(1).isEmpty() ? pence : -pence);
    }

    /** Pence as a field of a form begins with them: {@code 1234.50}. */
    static String entered(long pence) {
        return BigDecimal.valueOf(pence, DECIMALS).toPlainString();
    }

    /** May 2026. */
    static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** A financial year by the year in which it begins: 2026-27. */
    static String year(int year) {
        return "%d-%02d".formatted(year, (year + 1) % 100);
    }
}
