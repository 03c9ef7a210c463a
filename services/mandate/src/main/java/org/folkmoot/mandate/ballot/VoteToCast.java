package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.mandate.rule.ElectorKind;
import org.jspecify.annotations.Nullable;

/**
 * A vote that somebody may cast in an open ballot.
 *
 * @param ballot the ballot
 * @param group whose ballot
 * @param title what it is about
 * @param closesAt when it closes
 * @param voter for whom the vote is cast
 * @param kind {@code practice}, {@code pcn} or {@code seat}
 * @param name of the voter
 * @param voted whether the vote has been cast; until the ballot closes it can be replaced
 * @param recused whether a declared interest keeps the voter out
 * @param casting whether it is a chair's casting vote, which has an address of its own and counts only where there is a tie
 * @param via by whose proxy it is cast, as {@code castVote} asks for it; absent where the voter is the caller's own
 * @param viaName what that elector is called
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoteToCast(
        UUID ballot,
        UUID group,
        String title,
        Instant closesAt,
        String voter,
        ElectorKind kind,
        String name,
        boolean voted,
        boolean recused,
        boolean casting,
        @Nullable String via,
        @Nullable String viaName) {}
