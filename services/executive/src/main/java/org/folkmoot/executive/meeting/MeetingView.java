package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting.
 *
 * @param state draft, called, in-session, closed, minutes-approved or cancelled: in these words
 * @param agenda what is on it: as frozen, once it has been called
 * @param agendaVersion the number of the frozen version
 * @param mattersArising actions that are not done: as they were when the agenda was frozen
 * @param minutes what was written down of it
 * @param cancelledWhy why it does not take place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingView(
        UUID id,
        UUID series,
        UUID group,
        Body body,
        String name,
        Instant startsAt,
        int lengthMinutes,
        String place,
        String state,
        List<ItemView> agenda,
        @Nullable Integer agendaVersion,
        List<Matter> mattersArising,
        @Nullable Instant calledAt,
        @Nullable Instant closedAt,
        @Nullable String minutes,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledWhy) {}
