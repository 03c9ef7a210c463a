package org.folkmoot.executive.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * Event {@code meeting.cancelled}, of a meeting that had been called. Why is not said.
 *
 * @param body who would have met
 * @param startsAt when it would have begun
 * @param items how many items were carried over from its agenda
 */
public record MeetingCancelled(
        UUID meeting, UUID group, UUID series, String body, String name, Instant startsAt, int items) {}
