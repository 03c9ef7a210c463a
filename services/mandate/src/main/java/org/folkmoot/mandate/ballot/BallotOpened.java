package org.folkmoot.mandate.ballot;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code ballot.opened}: the rules, and the hash of those who may vote with what weight.
 *
 * @param method {@code motion}, {@code options} or {@code ranked}
 * @param log the name of the log, made from all that is fixed
 * @param seedHash the hash of the seed of lots
 */
public record BallotOpened(
        UUID ballot,
        UUID group,
        UUID motion,
        Question question,
        String title,
        VotingRule rule,
        String method,
        List<String> options,
        int electors,
        String electorateHash,
        String log,
        @Nullable String seedHash,
        Instant closesAt) {}
