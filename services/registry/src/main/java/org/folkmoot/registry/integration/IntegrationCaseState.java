package org.folkmoot.registry.integration;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * State {@code integrationcasestate.recorded}: where a case stands that was decided at least once. One that never was is the
 * practice's own affair.
 *
 * @param status {@code joined}, {@code declined}, or {@code open} again
 * @param decidedOn absent while it is open
 * @param step the number of its newest decision or reopening
 * @param objections how many the local medical committee has raised
 */
public record IntegrationCaseState(
        UUID integrationCase,
        String practice,
        String status,
        @Nullable LocalDate decidedOn,
        int step,
        int objections,
        long version) {}
