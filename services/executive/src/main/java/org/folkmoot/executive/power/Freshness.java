package org.folkmoot.executive.power;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the copy had come when it was asked.
 *
 * @param asked when
 * @param gap why it cannot be relied on, as a sentence; null if it has all that had been announced until then
 */
public record Freshness(Instant asked, @Nullable String gap) {}
