package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.ballot.ClassResult;
import org.folkmoot.ballot.Declaration;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.mandate.rule.Question;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code ballot.declared}: the outcome by class, the turnout, and the hashes by which the published file is known.
 * Numbers that decide are texts of integers or fractions.
 *
 * @param outcome {@code carried}, {@code lost} or {@code no-quorum}
 * @param classes how each class decided; none of an election
 * @param chosen the option that was chosen
 * @param elected who was elected, in that order
 * @param electors how many could vote
 * @param voted how many did
 * @param electorateHash of the electorate with its marks
 * @param logRoot the hash of the newest entry of the log
 * @param fileHash the SHA-256 of the ballot file as it is published
 * @param practices which practices could vote, and whether each did; absent of a secret ballot, and where practices do
 *     not vote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BallotDeclared(
        UUID ballot,
        UUID group,
        UUID motion,
        Question question,
        String title,
        String outcome,
        boolean quorumMet,
        List<ClassOutcome> classes,
        @Nullable String chosen,
        @Nullable List<String> elected,
        int electors,
        int voted,
        String electorateHash,
        String logRoot,
        String fileHash,
        @Nullable List<Participant> practices) {

    /**
     * A practice that could vote.
     *
     * @param voted whether it did; how is not said here
     */
    public record Participant(String code, boolean voted) {}

    /**
     * How a class decided.
     *
     * @param inFavour the weight of the votes for
     * @param options the weight of the votes for each option
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClassOutcome(
            String name,
            @JsonProperty("for") @Nullable String inFavour,
            @Nullable String against,
            @Nullable Map<String, String> options,
            String abstain,
            String base,
            boolean reached) {

        static ClassOutcome of(ClassResult result) {
            return switch (result) {
                case ClassResult.OnMotion on ->
                    new ClassOutcome(
                            on.name(),
                            on.inFavour().toString(),
                            on.against().toString(),
                            null,
                            on.abstain().toString(),
                            on.base().toString(),
                            on.reached());
                case ClassResult.AmongOptions among ->
                    new ClassOutcome(
                            among.name(),
                            null,
                            null,
                            texts(among.options()),
                            among.abstain().toString(),
                            among.base().toString(),
                            among.reached());
            };
        }

        private static Map<String, String> texts(Map<String, Fraction> weights) {
            var texts = new java.util.LinkedHashMap<String, String>();
            weights.forEach((option, weight) -> texts.put(option, weight.toString()));
            return texts;
        }
    }

    static @Nullable List<String> elected(Declaration declaration) {
        Declaration.Count count = declaration.count();
        return count == null ? null : count.elected();
    }
}
