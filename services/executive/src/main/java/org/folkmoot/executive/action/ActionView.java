package org.folkmoot.executive.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action.
 *
 * @param overdue whether its day is over and it has not ended
 * @param blocked whether it waits for another that has not ended
 * @param state {@code open}, {@code in-hand}, {@code done} or {@code dropped}
 * @param ended the evidence that it is done, or why it was dropped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActionView(
        UUID id,
        UUID group,
        @Nullable UUID decision,
        @Nullable UUID meeting,
        @Nullable UUID enquiry,
        @Nullable UUID priority,
        String title,
        String words,
        String owner,
        String ownerName,
        @Nullable String organisation,
        LocalDate due,
        boolean overdue,
        List<Step> steps,
        boolean blocked,
        @Nullable UUID blockedBy,
        String state,
        String assignedBy,
        Instant assignedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String ended) {}
