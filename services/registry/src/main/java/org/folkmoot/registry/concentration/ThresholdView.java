package org.folkmoot.registry.concentration;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From which share on a concentration is marked.
 *
 * @param share from 0 to 1; absent before one was set, and nothing is marked then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ThresholdView(
        @Nullable BigDecimal share,
        @Nullable String setBy,
        @Nullable Instant setAt) {}
