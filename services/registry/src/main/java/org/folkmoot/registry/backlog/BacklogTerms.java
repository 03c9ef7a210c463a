package org.folkmoot.registry.backlog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a practice reports of a week.
 *
 * @param waiting patients who had asked for an appointment by the end of the week and had none
 * @param longestWaitDays for how many days the first of them had waited
 * @param capacity appointments that the practice could offer in the week
 */
record BacklogTerms(
        @Min(0) @Max(1_000_000) int waiting,
        @Min(0) @Max(10_000) @Nullable Integer longestWaitDays,
        @Min(0) @Max(1_000_000) int capacity,
        @Size(max = 1000) @Nullable String note) {}
