package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a referral goes back.
 *
 * @param advice what whoever referred can do
 * @param on when it went; absent for now
 */
record ReturnRequest(
        @NotNull ReturnReason reason,
        @NotBlank @Size(max = 20_000) String advice,
        @Nullable Instant on) {}
