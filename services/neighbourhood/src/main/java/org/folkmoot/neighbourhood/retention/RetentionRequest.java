package org.folkmoot.neighbourhood.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** For how many years records are to be kept, and why. */
record RetentionRequest(
        @Min(8) @Max(30) int years,
        @NotBlank @Size(max = 500) String reason) {}
