package org.folkmoot.executive.priority;

import java.util.UUID;

/**
 * Event {@code priority.adopted}.
 *
 * @param motion that put it to the group
 * @param ballot that carried it
 */
public record PriorityAdopted(UUID priority, UUID group, Aim aim, String title, UUID motion, UUID ballot) {}
