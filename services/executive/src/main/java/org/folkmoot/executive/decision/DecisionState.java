package org.folkmoot.executive.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a decision stands. What can become of it is on the state that allows it. */
sealed interface DecisionState {

    /** As the API and the table say it. */
    String slug();

    /** Others may agree; nothing has been decided. */
    record Proposed() implements DecisionState {
        @Override
        public String slug() {
            return "proposed";
        }

        Taken take() {
            return new Taken();
        }

        Refused refuse() {
            return new Refused();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }
    }

    /** Its deadline is over, and nobody took it. No table has this state: the clock gives it. */
    record Lapsed() implements DecisionState {
        @Override
        public String slug() {
            return "lapsed";
        }
    }

    /** It was covered by its power when it was taken. */
    record Taken() implements DecisionState {
        @Override
        public String slug() {
            return "taken";
        }
    }

    /** No power covered it. */
    record Refused() implements DecisionState {
        @Override
        public String slug() {
            return "refused";
        }
    }

    /** Nobody takes it any more. */
    record Withdrawn() implements DecisionState {
        @Override
        public String slug() {
            return "withdrawn";
        }
    }

    /** The state of that name, at that moment. */
    static DecisionState of(String slug, @Nullable Instant deadline, Instant moment) {
        return switch (slug) {
            case "proposed" -> deadline == null || moment.isBefore(deadline) ? new Proposed() : new Lapsed();
            case "taken" -> new Taken();
            case "refused" -> new Refused();
            case "withdrawn" -> new Withdrawn();
            default -> throw new IllegalArgumentException("no state of a decision: " + slug);
        };
    }
}
