package org.folkmoot.registry.budget;

import java.time.Instant;

/**
 * What a practice spent in a month.
 *
 * @param month year and month
 * @param number how often it was recorded
 */
record SpendView(
        String practice,
        String month,
        int number,
        Heads heads,
        long totalPence,
        String source,
        String recordedBy,
        Instant recordedAt) {}
