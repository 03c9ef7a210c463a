package org.folkmoot.executive.bulletin;

import java.util.UUID;

/**
 * Event {@code bulletin.acknowledged}: by a practice, once.
 *
 * @param practice its ODS code
 */
public record BulletinAcknowledged(UUID bulletin, UUID group, String practice) {}
