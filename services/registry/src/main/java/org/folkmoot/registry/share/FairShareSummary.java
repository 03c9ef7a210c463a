package org.folkmoot.registry.share;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fair share in a list.
 *
 * @param practices how many shared
 */
record FairShareSummary(
        UUID id,
        String title,
        long amountPence,
        String rule,
        LocalDate asAt,
        String reason,
        int practices,
        String madeBy,
        Instant madeAt) {}
