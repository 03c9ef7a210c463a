package org.folkmoot.registry.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A load, as its progress is told.
 *
 * @param state {@code queued}, {@code running} or {@code done}
 * @param phase {@link Phase#RECEIVED received}, {@code recognising}, {@code reading}, {@code comparing}, {@code announcing},
 *     {@code done}
 * @param ended whether there is a report
 * @param outcome once it has ended: {@code loaded}, {@code unchanged} or {@code refused}
 * @param rowsChanged versions of facts written or altered so far
 * @param attempts how often it was begun: more than once after a crash
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobView(
        UUID id,
        String state,
        String phase,
        boolean ended,
        @Nullable String outcome,
        long rowsRead,
        long rowsChanged,
        long rowsQuarantined,
        int attempts,
        String requestedBy,
        Instant receivedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable LocalDate declaredAsAt,
        boolean acceptShrink) {}
