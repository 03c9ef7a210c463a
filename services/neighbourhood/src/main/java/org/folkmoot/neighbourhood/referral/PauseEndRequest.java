package org.folkmoot.neighbourhood.referral;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** When a pause ended. */
record PauseEndRequest(@NotNull Instant at) {}
