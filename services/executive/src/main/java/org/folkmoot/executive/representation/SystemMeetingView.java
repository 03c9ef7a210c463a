package org.folkmoot.executive.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A system meeting.
 *
 * @param body who meets
 * @param seats the names of general practice's seats: the first is that of seat 1
 * @param recurrence its rhythm
 * @param next the next hours of its rhythm, whether a sitting is entered for them or not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SystemMeetingView(
        UUID id,
        UUID group,
        String body,
        String purpose,
        String ledBy,
        String place,
        List<String> seats,
        @Nullable Recurrence recurrence,
        List<Instant> next) {}
