package org.folkmoot.registry.backlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a practice reported of a week.
 *
 * @param week its Monday
 * @param number how often it was reported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BacklogView(
        String practice,
        @Nullable String practiceName,
        LocalDate week,
        int number,
        int waiting,
        @Nullable Integer longestWaitDays,
        int capacity,
        @Nullable String note,
        String recordedBy,
        Instant recordedAt) {}
