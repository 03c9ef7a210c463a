package org.folkmoot.mandate.motion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to change a motion's words.
 *
 * @param words what the motion should say
 * @param wordsBefore what it said before this was accepted
 * @param state whether it is proposed, accepted or refused: in these words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AmendmentView(
        int number,
        String words,
        @Nullable String wordsBefore,
        String reason,
        String state,
        String proposedBy,
        Instant proposedAt,
        @Nullable Instant settledAt) {}
