package org.folkmoot.executive.representation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Event {@code reportback.filed}. What was reported is not said.
 *
 * @param sitting of which was reported
 * @param meeting the system meeting
 * @param startsAt when the sitting was
 * @param due the last day on which the report came in time
 * @param late whether that was over
 */
public record ReportBackFiled(UUID sitting, UUID group, UUID meeting, Instant startsAt, LocalDate due, boolean late) {}
