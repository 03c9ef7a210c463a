package org.folkmoot.neighbourhood.breakglass;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whether it was justified, and why the lead thinks so. */
record BreakGlassReviewRequest(
        @NotNull Verdict verdict,
        @NotBlank @Size(max = 4000) String words) {}
