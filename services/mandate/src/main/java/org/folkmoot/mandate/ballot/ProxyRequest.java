package org.folkmoot.mandate.ballot;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/**
 * A proxy is given.
 *
 * @param giver for whom another shall vote; who gives it speaks for this one
 * @param receiver who shall: another voter of the same electorate
 * @param ballot for which ballot; absent for all of the group's ballots from {@code from} until {@code until}
 */
record ProxyRequest(
        @NotNull OdsCode giver,
        @NotNull OdsCode receiver,
        @Nullable UUID ballot,
        @NotNull LocalDate from,
        @NotNull LocalDate until) {}
