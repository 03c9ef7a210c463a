package org.folkmoot.mandate.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.ballot.QuorumRule;
import org.folkmoot.ballot.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * How much participation a question needs.
 *
 * @param measure {@code head} and {@code weight}: a share of the electorate; {@code number}: of voters
 * @param votingClass whose heads or weights are counted; absent for all electors' heads
 * @param atLeast the share or the number, as text
 * @param strict whether more than that is needed
 * @param abstentionsCount whether an abstention takes part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quorum(
        @NotNull @Pattern(regexp = "head|weight|number") String measure,

        @JsonProperty("class") @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Nullable
        String votingClass,

        @NotNull @Pattern(regexp = ClassRule.NUMBER) String atLeast,
        boolean strict,
        boolean abstentionsCount) {

    QuorumRule toQuorumRule() {
        return new QuorumRule(
                Words.find(QuorumRule.Measure.values(), QuorumRule.Measure::word, measure),
                votingClass,
                new Threshold(Fraction.parse(atLeast), strict),
                abstentionsCount);
    }
}
