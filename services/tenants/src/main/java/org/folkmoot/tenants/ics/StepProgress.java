package org.folkmoot.tenants.ics;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a step has come.
 *
 * @param attempts how often it was tried since the procedure began or was retried
 * @param lastError why it did not succeed the last time, absent once it has
 */
@Embeddable
record StepProgress(
        @Enumerated(EnumType.STRING) @Column(nullable = false)
        StepName step,

        @Enumerated(EnumType.STRING) @Column(nullable = false)
        StepState state,

        int attempts,
        @Nullable String lastError,
        @Column(nullable = false) Instant changedAt) {

    static StepProgress pending(StepName step, Instant at) {
        return new StepProgress(step, StepState.PENDING, 0, null, at);
    }

    StepProgress done(Instant at) {
        return new StepProgress(step, StepState.DONE, attempts + 1, null, at);
    }

    /** Failed this time; it stays pending as long as it is going to be tried again. */
    StepProgress failed(String reason, boolean givenUp, Instant at) {
        return new StepProgress(step, givenUp ? StepState.FAILED : StepState.PENDING, attempts + 1, reason, at);
    }

    StepProgress again(Instant at) {
        return state == StepState.DONE ? this : pending(step, at);
    }
}
