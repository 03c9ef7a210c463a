package org.folkmoot.mandate.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection or a comment.
 *
 * @param reply absent while it waits for one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectionView(
        UUID id,
        UUID group,
        String kind,
        String subject,
        UUID subjectId,
        String organisation,
        String words,
        String raisedBy,
        Instant raisedAt,
        @Nullable String reply,
        @Nullable String repliedBy,
        @Nullable Instant repliedAt) {}
