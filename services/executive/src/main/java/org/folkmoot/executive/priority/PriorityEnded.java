package org.folkmoot.executive.priority;

import java.util.UUID;

/** Events {@code priority.met} and {@code priority.retired}, of one that had been adopted. */
public record PriorityEnded(UUID priority, UUID group) {}
