package org.folkmoot.neighbourhood.care;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assessment to be recorded.
 *
 * @param on the day on which it took place
 * @param assessor what whoever made it is called; the caller if nothing is said
 */
record AssessmentRequest(
        @NotNull LocalDate on,
        @Size(min = 1, max = 200) @Nullable String assessor,
        @NotBlank @Size(max = 20_000) String findings) {}
