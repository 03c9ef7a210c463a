package org.folkmoot.executive.action;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an action waits for.
 *
 * @param blockedBy the other action; absent if it waits for none any more
 */
record BlockerRequest(@Nullable UUID blockedBy) {}
