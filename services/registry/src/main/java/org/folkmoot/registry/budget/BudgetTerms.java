package org.folkmoot.registry.budget;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.money.Pounds;
import org.jspecify.annotations.Nullable;

/**
 * What a budget says.
 *
 * @param pastIncomePence what the practice took in before
 * @param pastIncomeSource of which year, and what shows it
 * @param adjustmentPence by how much more, or less, the budget is
 * @param adjustmentReason why; not needed where there is no adjustment
 * @param heads how it is laid out
 * @param reason why it is set, or set anew
 */
record BudgetTerms(
        @Min(0) @Max(Pounds.MOST_PENCE) long pastIncomePence,
        @NotBlank @Size(max = 500) String pastIncomeSource,
        @Min(-Pounds.MOST_PENCE) @Max(Pounds.MOST_PENCE) long adjustmentPence,
        @Size(max = 1000) @Nullable String adjustmentReason,
        @NotNull @Valid Heads heads,
        @NotBlank @Size(max = 1000) String reason) {

    /** Why it cannot be a budget; empty when it can. */
    Optional<Problem> objection() {
        if (heads.isAnyNegative()) {
            return Optional.of(wrong("#/heads", "must not be less than nothing"));
        }
        if (adjustmentPence != 0 && (adjustmentReason == null || adjustmentReason.isBlank())) {
            return Optional.of(wrong("#/adjustmentReason", "must say why the budget is not past income"));
        }
        long available = pastIncomePence + adjustmentPence;
        return heads.total() == available
                ? Optional.empty()
                : Optional.of(Problem.of(RegistryProblem.BUDGET_DOES_NOT_ADD_UP)
                        .withDetail("The heads come to " + Pounds.text(heads.total())
                                + ", past income and adjustment to " + Pounds.text(available) + ".")
                        .withError(
                                "#/heads",
                                "must come to " + Pounds.text(available)
                                        + ", past income and adjustment together; they come to "
                                        + Pounds.text(heads.total()))
                        .with("differencePence", heads.total() - available));
    }

    private static Problem wrong(String pointer, String rule) {
        return Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, rule);
    }
}
