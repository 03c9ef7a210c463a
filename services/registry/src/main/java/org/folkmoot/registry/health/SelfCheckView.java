package org.folkmoot.registry.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a network said of itself.
 *
 * @param fitness {@code fit}, {@code partly-fit} or {@code not-fit}: derived from the answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SelfCheckView(
        UUID id,
        String fitness,
        FitnessAnswers answers,
        @Nullable String note,
        String recordedBy,
        Instant recordedAt) {}
