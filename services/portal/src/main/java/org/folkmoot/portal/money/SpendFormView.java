package org.folkmoot.portal.money;

import java.time.YearMonth;
import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Books.Spend;
import org.jspecify.annotations.Nullable;

/**
 * The form for what a practice spent in a month.
 *
 * @param practice its code
 * @param name what it is called
 * @param spend what is recorded, to be put right; null for a month that is to be recorded
 * @param tag the version that the person looks at; empty for a new one
 * @param months of which one can be recorded; none where it is put right
 * @param done what the person has just done; null if nothing
 */
public record SpendFormView(
        String practice,
        String name,
        @Nullable Spend spend,
        String tag,
        List<Choice> months,
        Form form,
        @Nullable String done) {

    /** A month that can be chosen. */
    public record Choice(YearMonth month) {

        /** As the form sends it. */
        public String code() {
            return month.toString();
        }

        /** As people say it. */
        public String words() {
            return MoneyWords.month(month);
        }
    }

    /** The month of what is recorded; empty for a new one, of which the form asks it. */
    public String month() {
        return spend == null ? "" : MoneyWords.month(spend.month());
    }

    /** How much was spent together; empty for a new one. */
    public String total() {
        return spend == null ? "" : MoneyWords.pounds(spend.totalPence());
    }

    /** What it is laid out over. */
    public List<HeadFields> heads() {
        return List.of(HeadFields.values());
    }
}
