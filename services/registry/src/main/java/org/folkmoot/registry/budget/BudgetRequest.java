package org.folkmoot.registry.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A budget to be set.
 *
 * @param year in which it begins, on 1 April
 */
record BudgetRequest(
        @Min(FinancialYear.FIRST) @Max(FinancialYear.LAST) int year,
        @NotNull @Valid BudgetTerms budget) {}
