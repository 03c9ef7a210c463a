package org.folkmoot.executive.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision on the forward plan.
 *
 * @param inTime whether it was announced at least 28 days before the day for which it is planned
 * @param state {@code ahead}, {@code decided} or {@code withdrawn}
 * @param decision what was decided then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        UUID id,
        UUID group,
        String title,
        String words,
        LocalDate decideOn,
        boolean inTime,
        Instant announcedAt,
        String state,
        @Nullable UUID decision,
        @Nullable String withdrawnWhy) {}
