package org.folkmoot.executive.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation.
 *
 * @param state open, overdue, responded or set-aside: in these words
 * @param late whether there is a response that came after the last day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecommendationView(
        UUID id,
        UUID group,
        String title,
        String words,
        String source,
        @Nullable String reference,
        LocalDate respondBy,
        String state,
        boolean late,
        @Nullable String responder,
        @Nullable String responderName,
        @Nullable String response,
        @Nullable Instant respondedAt,
        @Nullable String respondedBy,
        @Nullable String setAsideWhy) {}
