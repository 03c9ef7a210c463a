package org.folkmoot.executive.recommendation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation to be recorded.
 *
 * @param words what is recommended
 * @param source the body that recommends it
 * @param reference its number or address
 * @param respondBy the last day for a response
 */
record RecommendationRequest(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 20_000) String words,
        @NotBlank @Size(max = 300) String source,
        @Size(min = 1, max = 1000) @Nullable String reference,
        @NotNull LocalDate respondBy) {}
