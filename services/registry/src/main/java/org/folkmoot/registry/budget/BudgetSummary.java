package org.folkmoot.registry.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A budget in a list.
 *
 * @param months how many months' spending is recorded
 * @param budgetToDatePence what the budget has for these months
 * @param variancePence spend less budget of these months: more than nothing is overspent
 * @param locumsVariancePence the same of locums alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BudgetSummary(
        String practice,
        @Nullable String practiceName,
        int year,
        long totalPence,
        int months,
        long budgetToDatePence,
        long spendPence,
        long variancePence,
        long locumsVariancePence) {}
