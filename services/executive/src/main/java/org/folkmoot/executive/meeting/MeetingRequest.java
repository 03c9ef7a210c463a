package org.folkmoot.executive.meeting;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A meeting to be drafted.
 *
 * @param startsAt when; the next hour of the series' rhythm if absent
 * @param place where; the series' place if absent
 */
record MeetingRequest(
        @Nullable Instant startsAt,
        @Size(min = 1, max = 500) @Nullable String place) {}
