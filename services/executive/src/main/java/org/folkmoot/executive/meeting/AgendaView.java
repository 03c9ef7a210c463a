package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a meeting's agenda.
 *
 * @param mattersArising the actions that were open when it was frozen
 * @param reason why it differs from the version before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgendaView(
        int number,
        List<Line> items,
        List<Matter> mattersArising,
        @Nullable String reason,
        String frozenBy,
        Instant frozenAt) {}
