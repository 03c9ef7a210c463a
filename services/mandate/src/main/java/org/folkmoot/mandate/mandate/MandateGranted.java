package org.folkmoot.mandate.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Event {@code mandate.granted}.
 *
 * @param given how many practices gave it
 * @param of how many could
 */
public record MandateGranted(
        UUID mandate,
        UUID group,
        UUID ballot,
        String title,
        List<String> scope,
        List<String> exclusions,
        LocalDate from,
        LocalDate until,
        LocalDate review,
        long given,
        long of) {}
