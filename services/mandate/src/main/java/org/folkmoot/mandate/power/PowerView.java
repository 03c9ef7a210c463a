package org.folkmoot.mandate.power;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A power.
 *
 * @param state {@code proposed}, {@code ahead}, {@code in-force}, {@code suspended}, {@code revoked}, {@code expired} or
 *     {@code void}
 * @param terms what it says; its day of review is the one that the last review gave
 * @param reviewDue whether its review is due: thirty days ahead, and after that
 * @param use how it was used
 * @param versions every change, the newest first
 * @param reviews every review, the newest first
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
        List<VersionView> versions,
        List<ReviewView> reviews) {

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

    /**
     * A review.
     *
     * @param ofVersion the version that was looked at
     * @param outcome {@code kept}, {@code changed} or {@code to-be-revoked}
     * @param nextReview the day before which the power is reviewed again
     * @param use how it had been used by then
     * @param state whether it is proposed, confirmed or refused: in these words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewView(
            int number,
            int ofVersion,
            String outcome,
            String reason,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate nextReview,
            Use use,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {}
}
