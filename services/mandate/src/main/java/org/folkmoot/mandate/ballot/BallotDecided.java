package org.folkmoot.mandate.ballot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;
import org.jspecify.annotations.Nullable;

/**
 * A ballot was declared: told within the service, in the transaction that declares it, to whatever follows from it. Unlike
 * the event it knows how each elector of an open ballot voted.
 *
 * @param carried whether what was asked is carried; of an election, whether somebody was elected
 * @param electors who could vote and, if the ballot was open, how each did
 */
public record BallotDecided(
        UUID ballot,
        UUID group,
        UUID motion,
        Question question,
        VotingRule rule,
        boolean carried,
        List<Decided> electors,
        Instant at) {

    /**
     * An elector.
     *
     * @param choice {@code for}, {@code against}, {@code abstain} or {@code recused}; null if it did not vote or nobody may
     *     know
     */
    public record Decided(
            String voter,
            ElectorKind kind,
            String name,
            Map<String, String> weights,
            @Nullable String choice) {}
}
