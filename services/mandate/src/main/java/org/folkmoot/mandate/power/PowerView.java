package org.folkmoot.mandate.power;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A power.
 *
 * @param state {@code proposed}, {@code ahead}, {@code in-force}, {@code suspended}, {@code revoked}, {@code expired} or
 *     {@code void}
 * @param terms what it says
 * @param reviewDue whether its review is due: thirty days ahead, and after that
 * @param use how it was used
 * @param versions every change, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PowerView(
        UUID id,
        UUID group,
        UUID mandate,
        String state,
        @Nullable PowerTerms terms,
        boolean reviewDue,
        Use use,
        List<VersionView> versions) {

    /**
     * How a power was used, as the executive announced it.
     *
     * @param taken decisions that cited it
     * @param refused decisions that it did not cover
     * @param escalated decisions that went to the group
     */
    record Use(long taken, long refused, long escalated) {}

    /**
     * A change.
     *
     * @param grantedBy the meeting that decided it, in words; of a ballot its title
     * @param ballot the ballot that decided it; absent where a meeting did
     * @param state whether it is proposed, confirmed or refused: in these words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int number,
            String change,
            PowerTerms terms,
            String grantedBy,
            @Nullable UUID ballot,
            String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {}
}
