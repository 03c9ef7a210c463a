package org.folkmoot.registry.panel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Months on one side of a change, together. What is not known of any of them is absent.
 *
 * @param months how many of them have been
 * @param firstList the first known registered list
 * @param lastList the last
 * @param budgetedMonths of how many months the variance is known
 * @param variancePence the variance of these together
 * @param referralMonths of how many months referrals are told
 * @param referrals of these together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Span(
        int months,
        @Nullable Integer firstList,
        @Nullable Integer lastList,
        int budgetedMonths,
        @Nullable Long variancePence,
        int referralMonths,
        @Nullable Long referrals) {

    /** Of rows of one practice, in the order of the months. */
    static Span of(List<PanelRow> rows) {
        List<Integer> lists =
                rows.stream().map(PanelRow::listSize).filter(Objects::nonNull).toList();
        List<Long> variances = rows.stream()
                .map(PanelRow::variancePence)
                .filter(Objects::nonNull)
                .toList();
        List<Integer> referrals =
                rows.stream().map(PanelRow::referrals).filter(Objects::nonNull).toList();
        return new Span(
                rows.size(),
                lists.isEmpty() ? null : lists.getFirst(),
                lists.isEmpty() ? null : lists.getLast(),
                variances.size(),
                variances.isEmpty()
                        ? null
                        : variances.stream().mapToLong(Long::longValue).sum(),
                referrals.size(),
                referrals.isEmpty()
                        ? null
                        : referrals.stream().mapToLong(Integer::longValue).sum());
    }
}
