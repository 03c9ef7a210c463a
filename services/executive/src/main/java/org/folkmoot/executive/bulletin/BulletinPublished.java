package org.folkmoot.executive.bulletin;

import java.util.UUID;

/**
 * Event {@code bulletin.published}.
 *
 * @param practices to how many
 * @param asks whether it asks a question
 */
public record BulletinPublished(UUID bulletin, UUID group, String title, long practices, boolean asks) {}
