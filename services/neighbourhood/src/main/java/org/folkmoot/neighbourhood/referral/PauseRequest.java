package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock stands still.
 *
 * @param until absent while it lasts
 */
record PauseRequest(
        @NotNull PauseReason reason,
        @NotNull Instant from,
        @Nullable Instant until) {}
