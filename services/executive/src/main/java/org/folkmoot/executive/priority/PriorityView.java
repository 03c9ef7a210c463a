package org.folkmoot.executive.priority;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A priority.
 *
 * @param position where it stands
 * @param proposedFor the practice or network that proposed it
 * @param motion that puts it to the group
 * @param outcome of the motion's latest ballot: {@code carried}, {@code lost} or {@code no-quorum}; or {@code withdrawn}; absent
 *     while nothing has been heard of
 * @param ballot that adopted it
 * @param ended what shows that it was met, or why it was retired
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriorityView(
        UUID id,
        UUID group,
        Aim aim,
        String title,
        String words,
        List<Measure> measures,
        String position,
        String proposedFor,
        @Nullable String proposedBy,
        Instant proposedAt,
        @Nullable Instant shapedAt,
        @Nullable UUID motion,
        @Nullable String outcome,
        @Nullable UUID ballot,
        @Nullable Instant adoptedAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable String ended) {}
