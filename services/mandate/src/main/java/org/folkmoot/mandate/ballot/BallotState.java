package org.folkmoot.mandate.ballot;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a ballot stands at a moment. What can become of it is on the state that allows it: there is no way to open what is
 * open, or to declare what has not closed.
 */
sealed interface BallotState {

    /** As the API and events say it. */
    String slug();

    /** It will open; its electorate is not known yet. */
    record Scheduled(Instant closesAt) implements BallotState {
        @Override
        public String slug() {
            return "scheduled";
        }

        /** The open ballot; empty when it should have closed by now, and so can only be annulled. */
        Optional<Open> open(Instant now) {
            return now.isBefore(closesAt) ? Optional.of(new Open(closesAt)) : Optional.empty();
        }

        Annulled annul() {
            return new Annulled();
        }
    }

    /** Votes are accepted. That it closes nobody has to do: time does. */
    record Open(Instant closesAt) implements BallotState {
        @Override
        public String slug() {
            return "open";
        }

        Annulled annul() {
            return new Annulled();
        }
    }

    /** Nothing is accepted any more. */
    record Closed() implements BallotState {
        @Override
        public String slug() {
            return "closed";
        }

        Declared declare() {
            return new Declared();
        }

        Annulled annul() {
            return new Annulled();
        }
    }

    /** The outcome is published. */
    record Declared() implements BallotState {
        @Override
        public String slug() {
            return "declared";
        }
    }

    /** It counts for nothing. */
    record Annulled() implements BallotState {
        @Override
        public String slug() {
            return "annulled";
        }
    }

    /** The state that follows from what has happened, and from the time. */
    static BallotState at(
            Instant now,
            Instant closesAt,
            @Nullable Instant openedAt,
            @Nullable Instant declaredAt,
            @Nullable Instant annulledAt) {
        if (annulledAt != null) {
            return new Annulled();
        }
        if (declaredAt != null) {
            return new Declared();
        }
        if (openedAt == null) {
            return new Scheduled(closesAt);
        }
        // At the very instant of closing it is closed: 17:00:00 is too late.
        return now.isBefore(closesAt) ? new Open(closesAt) : new Closed();
    }
}
