package org.folkmoot.mandate.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.ballot.Threshold;
import org.folkmoot.ballot.VotingClass;

/**
 * One of the majorities that a question needs.
 *
 * @param name what the class is called in results, {@code patients} for instance
 * @param franchise who votes in it, and with what weight
 * @param atLeast the share of the base that must be reached: a fraction or an integer as text
 * @param strict whether more than that is needed
 * @param base what the share is of, in the words of the ballot file
 * @param leastFor how many voters must be for, whatever they weigh
 */
public record ClassRule(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String name,
        @NotNull Franchise franchise,
        @NotNull @Pattern(regexp = NUMBER) String atLeast,
        boolean strict,

        @NotNull @Pattern(regexp = "for-and-against|cast|present|electorate")
        String base,

        @Min(0) @Max(100_000) int leastFor) {

    /** An integer, a fraction or a decimal, short enough for anything that is meant. */
    static final String NUMBER = "[0-9]{1,12}([/.][0-9]{1,12})?";

    Threshold threshold() {
        return new Threshold(Fraction.parse(atLeast), strict);
    }

    VotingClass toClass() {
        return new VotingClass(
                name, threshold(), Words.find(VotingClass.Base.values(), VotingClass.Base::word, base), leastFor);
    }
}
