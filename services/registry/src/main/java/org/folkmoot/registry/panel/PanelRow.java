package org.folkmoot.registry.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A practice in a month. What is not known is absent.
 *
 * @param month year and month
 * @param model its operating model at the end of the month
 * @param listSize its registered list at the end of the month
 * @param budgetPence the month's part of its budget
 * @param spendPence what it spent
 * @param variancePence spend less budget: more than nothing is overspent
 * @param referrals to neighbourhood teams
 * @param assessedWithin28Days of these
 * @param referralsWithheld true where one of these two is known and not told, since it, or another that follows from it, is
 *     below five
 * @param ballots declared in the month, in which it could vote
 * @param ballotsVoted of these, in which it did
 * @param monthsSinceChange since it last changed its model; 0 in the month of the change
 * @param monthsToChange until it next does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PanelRow(
        String practice,
        String name,
        String month,
        String model,
        @Nullable Integer listSize,
        @Nullable Long budgetPence,
        @Nullable Long spendPence,
        @Nullable Long variancePence,
        @Nullable Integer referrals,
        @Nullable Integer assessedWithin28Days,
        @Nullable Boolean referralsWithheld,
        @Nullable Integer ballots,
        @Nullable Integer ballotsVoted,
        @Nullable Integer monthsSinceChange,
        @Nullable Integer monthsToChange) {}
