package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something for an agenda.
 *
 * @param kind {@code topic}, {@code proposal}, {@code motion} or {@code escalation}
 * @param origin the motion or the decision behind it
 * @param proposedFor the organisation in whose name it was proposed
 * @param meeting on whose agenda it stands
 * @param carried whether a meeting left it undone
 * @param settled {@code dealt-with}, {@code decided} by a ballot, or {@code withdrawn}
 * @param note what came of it, or why it was withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(
        UUID id,
        UUID group,
        Body body,
        String kind,
        @Nullable UUID origin,
        String title,
        String words,
        @Nullable String proposedBy,
        @Nullable String proposedFor,
        Instant proposedAt,
        @Nullable UUID meeting,
        boolean carried,
        @Nullable String settled,
        @Nullable String note) {}
