package org.folkmoot.executive.representation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date of a system meeting.
 *
 * @param startsAt when; the next hour of its rhythm if absent
 */
record SittingRequest(@Nullable Instant startsAt) {}
