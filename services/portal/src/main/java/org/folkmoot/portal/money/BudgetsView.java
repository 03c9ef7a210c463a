package org.folkmoot.portal.money;

import java.util.List;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.service.Books.BudgetSummary;

/**
 * Budgets and how they go.
 *
 * @param own the practices of which the person keeps the books; those of an administrator are found in the directory
 * @param keepsAll whether the person keeps the books of all practices
 * @param year the year that is wanted, or empty
 */
public record BudgetsView(List<String> own, boolean keepsAll, String year, Found<Row> found) {

    /** A budget in the list. */
    public record Row(BudgetSummary budget) {

        /** The practice's name, or its code. */
        public String practice() {
            String name = budget.practiceName();
            return name == null ? budget.practice() : name;
        }

        /** The financial year. */
        public String year() {
            return MoneyWords.year(budget.year());
        }

        /** The whole budget. */
        public String total() {
            return MoneyWords.pounds(budget.totalPence());
        }

        /** What was spent in the months that are recorded. */
        public String spent() {
            return MoneyWords.pounds(budget.spendPence());
        }

        /** By how much that is more than their part of the budget. */
        public String variance() {
            return MoneyWords.pounds(budget.variancePence());
        }

        /** The same of locums alone. */
        public String locums() {
            return MoneyWords.pounds(budget.locumsVariancePence());
        }
    }
}
