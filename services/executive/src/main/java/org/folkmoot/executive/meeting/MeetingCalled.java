package org.folkmoot.executive.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * Events {@code meeting.called}, and {@code meeting.agenda.revised} when its agenda is another after that.
 *
 * @param body who meets
 * @param agenda the number of the frozen version
 * @param items how many items are on it
 */
public record MeetingCalled(
        UUID meeting, UUID group, UUID series, String body, String name, Instant startsAt, int agenda, int items) {}
