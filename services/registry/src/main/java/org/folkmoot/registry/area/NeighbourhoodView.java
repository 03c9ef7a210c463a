package org.folkmoot.registry.area;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood on a day.
 *
 * @param definition the number of the definition in force
 * @param from the first day on which that holds
 * @param intProgress how far its team has come on that day
 * @param practices how many practices are in it
 * @param patients the sum of their lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeighbourhoodView(
        UUID id,
        int definition,
        LocalDate from,
        String name,
        @Nullable UUID place,
        List<String> members,
        @Nullable Integer deprivationDecile,
        @Nullable String intName,
        @Nullable LocalDate intDue,
        @Nullable LocalDate intWorksSince,
        IntProgress intProgress,
        long practices,
        long patients,
        String recordedBy,
        Instant recordedAt) {}
