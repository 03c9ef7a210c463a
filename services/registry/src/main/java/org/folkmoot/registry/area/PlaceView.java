package org.folkmoot.registry.area;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A place on a day.
 *
 * @param definition the number of the definition in force
 * @param from the first day on which that holds
 * @param practices how many practices are in it
 * @param patients the sum of their lists
 */
record PlaceView(
        UUID id,
        int definition,
        LocalDate from,
        String name,
        List<String> members,
        long practices,
        long patients,
        String recordedBy,
        Instant recordedAt) {}
