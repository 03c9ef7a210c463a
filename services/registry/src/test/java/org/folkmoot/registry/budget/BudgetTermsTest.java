package org.folkmoot.registry.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.registry.budget.BudgetView.Month;
import org.folkmoot.registry.budget.BudgetView.ToDate;
import org.folkmoot.registry.money.Pounds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTermsTest {

    private static BudgetTerms terms(long income, long adjustment, @Nullable String why, Heads heads) {
        return new BudgetTerms(income, "Accounts 2025-26", adjustment, why, heads, "The year begins");
    }

    @Test
    void heads_that_come_to_past_income_and_adjustment_are_a_budget() {
        assertThat(terms(1_000_00, 0, null, new Heads(100_00, 700_00, 150_00, 50_00))
                        .objection())
                .isEmpty();
        assertThat(terms(1_000_00, -1, "A penny was lost", new Heads(100_00, 700_00, 150_00, 49_99))
                        .objection())
                .isEmpty();
    }

    @Test
    void a_budget_that_is_a_penny_out_does_not_add_up() {
        // When
        Problem problem = terms(1_000_00, 0, null, new Heads(100_00, 700_00, 150_00, 50_01))
                .objection()
                .orElseThrow();

        // Then
        assertThat(problem.type()).isEqualTo(RegistryProblem.BUDGET_DOES_NOT_ADD_UP.uri());
        assertThat(problem.detail()).isEqualTo("The heads come to £1,000.01, past income and adjustment to £1,000.00.");
        assertThat(problem.extensions()).containsEntry("differencePence", 1L);
        assertThat(problem.errors())
                .containsExactly(new FieldError(
                        "#/heads",
                        "must come to £1,000.00, past income and adjustment together; they come to £1,000.01"));
    }

    @Test
    void an_adjustment_gives_its_reason_and_no_head_is_less_than_nothing() {
        assertThat(pointer(terms(1_000_00, 5_00, " ", new Heads(105_00, 700_00, 150_00, 50_00))))
                .isEqualTo("#/adjustmentReason");
        assertThat(pointer(terms(1_000_00, 0, null, new Heads(-1, 1_000_01, 0, 0))))
                .isEqualTo("#/heads");
    }

    @Test
    void the_variance_is_of_the_months_whose_spending_is_recorded() {
        // Given
        var budget = new Heads(10, 20, 30, 40);

        // When
        ToDate toDate = ToDate.of(List.of(
                Month.of("2026-04", budget, new Heads(25, 20, 30, 40)),
                Month.of("2026-05", budget, null),
                Month.of("2026-06", budget, new Heads(10, 15, 30, -1))));

        // Then
        assertThat(toDate)
                .isEqualTo(new ToDate(
                        2,
                        new Heads(20, 40, 60, 80),
                        new Heads(35, 35, 60, 39),
                        new Heads(15, -5, 0, -41),
                        200,
                        169,
                        -31));
    }

    @Test
    void pence_read_as_pounds() {
        assertThat(Pounds.text(123_456_789)).isEqualTo("£1,234,567.89");
        assertThat(Pounds.text(-5)).isEqualTo("-£0.05");
        assertThat(Pounds.of(-5)).isEqualByComparingTo("-0.05");
        assertThat(new FinancialYear(1999)).hasToString("1999-00");
    }

    private static String pointer(BudgetTerms terms) {
        Problem problem = terms.objection().orElseThrow();
        assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_REQUEST.uri());
        return problem.errors().stream().map(FieldError::pointer).findFirst().orElseThrow();
    }
}
