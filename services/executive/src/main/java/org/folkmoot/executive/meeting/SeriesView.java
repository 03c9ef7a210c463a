package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * A series of meetings.
 *
 * @param weeks from one meeting to the next
 * @param next the next hours of its rhythm, whether a meeting is drafted for them or not
 */
record SeriesView(
        UUID id,
        UUID group,
        Body body,
        String name,
        int weeks,
        LocalDate firstDay,

        @JsonFormat(pattern = "HH:mm") LocalTime time,

        int lengthMinutes,
        String place,
        List<Instant> next) {}
