package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a referral ends.
 *
 * @param on when it did; absent for now
 */
record ClosingRequest(
        @NotNull Outcome outcome,
        @Size(max = 20_000) @Nullable String words,
        @Nullable Instant on) {}
