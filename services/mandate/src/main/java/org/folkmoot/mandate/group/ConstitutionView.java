package org.folkmoot.mandate.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a constitution.
 *
 * @param number from 1
 * @param state whether it is proposed, confirmed or refused: in these words
 * @param effectiveFrom the day from which it is in force, once it is confirmed
 * @param reason why it was proposed
 * @param settledBy who confirmed or refused it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConstitutionView(
        int number,
        String state,
        LocalDate effectiveFrom,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        Charter content) {}
