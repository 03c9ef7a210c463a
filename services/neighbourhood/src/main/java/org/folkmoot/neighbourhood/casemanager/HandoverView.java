package org.folkmoot.neighbourhood.casemanager;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer to hand a person over.
 *
 * @param words what the next one should know; absent if the patient's data were erased
 * @param answer {@code accepted}, {@code declined} or {@code withdrawn}; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandoverView(
        UUID id,
        UUID referral,
        String from,
        String fromName,
        String to,
        String toName,
        @Nullable String words,
        Instant offeredAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    /** Which one, and nothing of the words. */
    @Override
    public String toString() {
        return "HandoverView[" + id + "]";
    }
}
