package org.folkmoot.mandate.mandate;

import java.time.Instant;
import java.util.UUID;

/**
 * Event {@code mandate.lapsed}: it counts no more, and what hangs on it is void.
 *
 * @param at from when on
 * @param reason {@code expired}, or {@code fallen} when too many had withdrawn
 */
public record MandateLapsed(UUID mandate, UUID group, Instant at, String reason) {}
