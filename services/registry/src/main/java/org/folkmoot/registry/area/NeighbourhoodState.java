package org.folkmoot.registry.area;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State {@code neighbourhoodstate.recorded}: the newest definition of a neighbourhood.
 *
 * @param members ODS codes of networks and practices
 * @param asAt the first day on which this holds
 */
public record NeighbourhoodState(
        UUID neighbourhood,
        String name,
        @Nullable UUID place,
        List<String> members,
        @Nullable Integer deprivationDecile,
        @Nullable String intName,
        @Nullable LocalDate intDue,
        @Nullable LocalDate intWorksSince,
        LocalDate asAt,
        long version) {}
