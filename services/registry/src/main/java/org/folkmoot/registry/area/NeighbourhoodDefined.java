package org.folkmoot.registry.area;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code neighbourhood.defined}.
 *
 * @param members ODS codes of networks and practices
 * @param asAt the first day on which this holds
 */
public record NeighbourhoodDefined(
        UUID neighbourhood,
        String name,
        @Nullable UUID place,
        List<String> members,
        @Nullable Integer deprivationDecile,
        @Nullable String intName,
        @Nullable LocalDate intDue,
        @Nullable LocalDate intWorksSince,
        LocalDate asAt) {}
