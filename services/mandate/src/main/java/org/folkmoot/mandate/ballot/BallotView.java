package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;
import org.jspecify.annotations.Nullable;

/**
 * A ballot.
 *
 * @param groupName what the group is called; in the list of the whole ICS
 * @param state scheduled, open, closed, declared or annulled, at this moment: in these words
 * @param constitution the version whose rule it is
 * @param method {@code motion}, {@code options} or {@code ranked}
 * @param options the options or candidates
 * @param seats how many are to be elected
 * @param electors how many may vote
 * @param voted how many have; in the list of the whole ICS, once it has opened
 * @param electorateHash the hash of voters and weights as they were frozen
 * @param log the name of its log
 * @param seedHash the hash of the seed of lots, which the ballot file publishes
 * @param outcome carried, lost or no-quorum: in these words
 * @param lapsed who had closed before they voted
 * @param hindrance of a scheduled ballot: what would keep it from opening now, in words; absent if nothing would, and in
 *     the list of the whole ICS
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BallotView(
        UUID id,
        UUID group,
        @Nullable String groupName,
        UUID motion,
        Question question,
        String title,
        String state,
        int constitution,
        VotingRule rule,
        String method,
        List<String> options,
        @Nullable Integer seats,
        Instant opensAt,
        @Nullable Instant openedAt,
        Instant closesAt,
        @Nullable Integer electors,
        @Nullable Long voted,
        @Nullable String electorateHash,
        @Nullable String log,
        @Nullable String seedHash,
        @Nullable Instant declaredAt,
        @Nullable String outcome,
        @Nullable Lapsed lapsed,
        @Nullable Instant annulledAt,
        @Nullable String annulledWhy,
        @Nullable String hindrance) {}
