package org.folkmoot.registry.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A practice's budget of a financial year, and how it goes.
 *
 * @param year in which it begins, on 1 April
 * @param number how often it was set
 * @param months its twelve months
 * @param toDate the months together whose spending is recorded
 * @param former what it said before, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BudgetView(
        String practice,
        int year,
        int number,
        long pastIncomePence,
        String pastIncomeSource,
        long adjustmentPence,
        @Nullable String adjustmentReason,
        Heads heads,
        long totalPence,
        String reason,
        String setBy,
        Instant setAt,
        List<Month> months,
        ToDate toDate,
        List<Former> former) {

    /**
     * A month.
     *
     * @param month year and month
     * @param spend absent while it is not recorded
     * @param variance spend less budget: more than nothing is overspent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BudgetMonth")
    record Month(
            String month,
            Heads budget,
            @Nullable Heads spend,
            @Nullable Heads variance) {

        static Month of(String month, Heads budget, @Nullable Heads spend) {
            return new Month(month, budget, spend, spend == null ? null : spend.minus(budget));
        }
    }

    /**
     * Months together.
     *
     * @param months how many
     */
    @Schema(name = "BudgetToDate")
    record ToDate(
            int months,
            Heads budget,
            Heads spend,
            Heads variance,
            long budgetPence,
            long spendPence,
            long variancePence) {

        /** Those of the months whose spending is recorded. */
        static ToDate of(List<Month> months) {
            int recorded = 0;
            Heads budget = Heads.NOTHING;
            Heads spend = Heads.NOTHING;
            for (Month month : months) {
                if (month.spend() != null) {
                    recorded++;
                    budget = budget.plus(month.budget());
                    spend = spend.plus(month.spend());
                }
            }
            return new ToDate(
                    recorded,
                    budget,
                    spend,
                    spend.minus(budget),
                    budget.total(),
                    spend.total(),
                    spend.total() - budget.total());
        }
    }

    /** What the budget said before it was set anew. */
    @Schema(name = "FormerBudget")
    record Former(int number, Heads heads, long totalPence, String reason, String setBy, Instant setAt) {}
}
