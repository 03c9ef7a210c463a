package org.folkmoot.portal.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Books.Claim;
import org.folkmoot.portal.service.Books.Share;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.junit.jupiter.api.Test;

class FairShareFormTest {

    private static final Entered WHOLE = Entered.NOTHING
            .with("title", "Winter money")
            .with("amount", "10,000.01")
            .with("rule", "custom-weight")
            .with("asAt-day", "1")
            .with("asAt-month", "8")
            .with("asAt-year", "2026")
            .with("set", "these")
            .with("practices", "d82001 1,234.5\nD82002\t3\nD82003,0.25")
            .with("source", "A survey")
            .with("reason", "By need");

    @Test
    void practices_are_written_with_their_weights_as_people_write_them_or_take_them_out_of_a_table() {
        assertThat(FairShareForm.mistakes(WHOLE).any()).isFalse();
        assertThat(FairShareForm.written(WHOLE))
                .containsExactly(
                        new Claim("D82001", new BigDecimal("1234.5")),
                        new Claim("D82002", new BigDecimal("3")),
                        new Claim("D82003", new BigDecimal("0.25")));
    }

    @Test
    void by_registered_lists_practices_are_written_without_weights() {
        assertThat(FairShareForm.written(
                        WHOLE.with("rule", "registered-list").with("practices", "d82001, D82002 D82002")))
                .containsExactly(new Claim("D82001", null), new Claim("D82002", null));
    }

    @Test
    void a_line_without_a_weight_is_pointed_at() {
        // When
        FormErrors errors = FairShareForm.mistakes(WHOLE.with("practices", "D82001 1\n\nD82002 much\nD82003"));

        // Then
        assertThat(errors.at("practices"))
                .isEqualTo("Line 2 must be an ODS code and its weight, such as D82001 1234.5");
        assertThat(errors.all()).hasSize(1);
    }

    @Test
    void weights_are_entered_for_practices_that_are_written_down_alone() {
        assertThat(FairShareForm.mistakes(WHOLE.with("set", "all")).at("set")).startsWith("By weights that you enter");
        assertThat(FairShareForm.mistakes(WHOLE.with("set", "all").with("rule", "registered-list"))
                        .any())
                .isFalse();
    }

    @Test
    void an_empty_set_and_an_amount_of_nothing_are_pointed_at() {
        // When
        FormErrors errors =
                FairShareForm.mistakes(WHOLE.with("practices", " \n ").with("amount", "0"));

        // Then
        assertThat(errors.at("practices")).isEqualTo("Enter at least one practice");
        assertThat(errors.at("amount")).startsWith("The amount must be more than nothing");
    }

    @Test
    void a_practice_that_is_refused_is_named() {
        // Given
        Reply<Share> refused = new Reply.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#/practices/1/practice", "must be a practice of this ICS")
                .withError("#/practices", "must name each practice once"));

        // When
        Reply<Share> reply = FairShareForm.naming(refused, FairShareForm.written(WHOLE));

        // Then
        Problem told = ((Reply.Refused<Share>) reply).problem();
        assertThat(FormErrors.of(told, FairShareForm.FIELDS).all())
                .extracting(FormErrors.Mistake::text)
                .containsExactly(
                        "Of the practices D82002 must be a practice of this ICS",
                        "The practices must name each practice once");
    }
}
