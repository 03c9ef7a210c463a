package org.folkmoot.registry.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param reason of its newest step
 * @param options how many were considered
 * @param objections how many the local medical committee has raised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseSummary(
        UUID id,
        String practice,
        @Nullable String practiceName,
        String state,
        @Nullable LocalDate decidedOn,
        @Nullable String reason,
        int options,
        int objections,
        Instant openedAt) {}
