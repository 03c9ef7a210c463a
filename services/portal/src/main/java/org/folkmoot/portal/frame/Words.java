package org.folkmoot.portal.frame;

import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.folkmoot.nhs.LondonTime;

/** How dates and numbers are written in England. */
@TemplateExtension
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);

    private Words() {}

    /** 31 March 2027. */
    public static String words(LocalDate day) {
        return day.format(DAY);
    }

    /** 31 March 2027 at 14:05, by the clocks of London. */
    public static String words(Instant moment) {
        return moment.atZone(LondonTime.ZONE).format(MOMENT);
    }

    /** 54,120. */
    public static String words(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** 54,120. */
    public static String words(int number) {
        return words((long) number);
    }

    /** An amount of money, with pence where there are some: {@code £50,000}. */
    public static String pounds(BigDecimal amount) {
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return "£" + String.format(Locale.UK, whole ? "%,.0f" : "%,.2f", amount);
    }

    /** "1 practice", "7 practices". */
    public static String counted(long number, String one, String several) {
        return words(number) + " " + (number == 1 ? one : several);
    }

    /** "1 practice", "7 practices". */
    public static String counted(int number, String one, String several) {
        return counted((long) number, one, several);
    }
}
