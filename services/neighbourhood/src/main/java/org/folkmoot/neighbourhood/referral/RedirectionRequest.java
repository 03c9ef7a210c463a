package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a referral goes on.
 *
 * @param words what that team should know
 * @param on when it went; absent for now
 */
record RedirectionRequest(
        @NotNull UUID team,
        @NotNull RedirectReason reason,
        @NotBlank @Size(max = 20_000) String words,
        @Nullable Instant on) {}
