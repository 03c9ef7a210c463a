package org.folkmoot.mandate.mandate;

import java.time.Instant;
import java.util.UUID;

/**
 * Event {@code mandate.withdrawn}: one practice no longer stands behind a mandate.
 *
 * @param standing the group's standing after it
 */
public record MandateWithdrawn(UUID mandate, UUID group, String practice, Instant since, String standing) {}
