package org.folkmoot.events;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer set aside: a reference to it, never its data.
 *
 * @param position in which order letters were set aside
 * @param event the event's id, or null where none could be read
 * @param aggregate the Kafka key; null where there is none
 * @param error the class of the failure, or the rule that the event breaks
 * @param errorAt where in the code it failed; null for one that merely waits
 */
public record DeadLetter(
        UUID id,
        long position,
        String consumer,
        @Nullable UUID event,
        @Nullable String aggregate,
        String topic,
        int partition,
        long offset,
        String error,
        @Nullable String errorAt,
        State state,
        Instant setAsideAt,
        @Nullable Instant settledAt) {

    /** What became of it. */
    public enum State {
        /** Its processing failed. */
        PARKED,
        /** An earlier event of its aggregate is parked. */
        WAITING,
        /** It had its effect after all. */
        REPLAYED,
        /** A person decided that it shall have none. */
        DISCARDED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOpen() {
            return this == PARKED || this == WAITING;
        }
    }
}
