package org.folkmoot.portal.money;

import java.time.YearMonth;
import java.util.List;
import org.folkmoot.portal.service.Books.Budget;
import org.folkmoot.portal.service.Books.Former;
import org.folkmoot.portal.service.Books.Heads;
import org.folkmoot.portal.service.Books.Month;
import org.jspecify.annotations.Nullable;

/**
 * A practice's budget of a year, month by month.
 *
 * @param keeps whether the person sets it, and records what is spent
 * @param now the last month of which something can be recorded
 * @param done what the person has just done; null if nothing
 */
public record BudgetView(
        Budget budget,
        boolean keeps,
        YearMonth now,
        @Nullable String done) {

    /** The financial year. */
    public String year() {
        return MoneyWords.year(budget.year());
    }

    /** The whole budget. */
    public String total() {
        return MoneyWords.pounds(budget.totalPence());
    }

    /** What the practice took in before. */
    public String pastIncome() {
        return MoneyWords.pounds(budget.pastIncomePence());
    }

    /** By how much more or less the budget is; empty where it is the same. */
    public String adjustment() {
        return budget.adjustmentPence() == 0 ? "" : MoneyWords.pounds(budget.adjustmentPence());
    }

    /** The heads: of the year, spent so far, and by how much that is more than their part. */
    public List<Head> heads() {
        Heads year = budget.heads();
        Heads spent = budget.toDate().spend();
        Heads variance = budget.toDate().variance();
        return List.of(
                Head.of("Locums", year.locumsPence(), spent.locumsPence(), variance.locumsPence()),
                Head.of(
                        "Substantive staff",
                        year.substantiveStaffPence(),
                        spent.substantiveStaffPence(),
                        variance.substantiveStaffPence()),
                Head.of("Premises", year.premisesPence(), spent.premisesPence(), variance.premisesPence()),
                Head.of("Other", year.otherPence(), spent.otherPence(), variance.otherPence()),
                Head.of(
                        "Together",
                        budget.totalPence(),
                        budget.toDate().spendPence(),
                        budget.toDate().variancePence()));
    }

    /** A head in words. */
    public record Head(String name, String year, String spent, String variance) {

        private static Head of(String name, long year, long spent, long variance) {
            return new Head(name, MoneyWords.pounds(year), MoneyWords.pounds(spent), MoneyWords.pounds(variance));
        }
    }

    /** The months. */
    public List<MonthRow> months() {
        return budget.months().stream()
                .map(month -> new MonthRow(
                        month, keeps && !YearMonth.parse(month.month()).isAfter(now)))
                .toList();
    }

    /**
     * A month in words; nothing where it is not recorded.
     *
     * @param keeps whether the person can record it, or put it right
     */
    public record MonthRow(Month month, boolean keeps) {

        /** The month. */
        public String words() {
            return MoneyWords.month(YearMonth.parse(month.month()));
        }

        /** The form for it, after the address of what the practice spends. */
        public String form() {
            return month.spend() == null ? "add/?month=" + month.month() : month.month() + "/";
        }

        /** Its part of the budget. */
        public String budget() {
            return MoneyWords.pounds(sum(month.budget()));
        }

        /** What was spent. */
        public String spent() {
            return amount(month.spend());
        }

        /** By how much that is more. */
        public String variance() {
            return amount(month.variance());
        }

        /** The same of locums alone. */
        public String locums() {
            Heads heads = month.variance();
            return heads == null ? "" : MoneyWords.pounds(heads.locumsPence());
        }

        private static String amount(@Nullable Heads heads) {
            return heads == null ? "" : MoneyWords.pounds(sum(heads));
        }

        private static long sum(Heads heads) {
            return heads.locumsPence() + heads.substantiveStaffPence() + heads.premisesPence() + heads.otherPence();
        }
    }

    /** What the budget said before. */
    public List<FormerRow> former() {
        return budget.former().stream().map(FormerRow::new).toList();
    }

    /** A former budget in words. */
    public record FormerRow(Former former) {

        /** The whole of it. */
        public String total() {
            return MoneyWords.pounds(former.totalPence());
        }
    }
}
