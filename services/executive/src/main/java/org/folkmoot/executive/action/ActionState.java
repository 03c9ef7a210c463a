package org.folkmoot.executive.action;

import java.util.List;

/** Where an action stands. What can become of it is on the state that allows it. */
sealed interface ActionState {

    /** The names of the states in which there is something to do. */
    List<String> PENDING = List.of(new Open().slug(), new InHand().slug());

    /** As the API and the table say it. */
    String slug();

    /** Something is to be done. */
    sealed interface Pending extends ActionState {
        default Dropped drop() {
            return new Dropped();
        }

        /** Whoever gets it has not begun, however far somebody else was. */
        default Open handOver() {
            return new Open();
        }
    }

    /** Nobody has begun. */
    record Open() implements Pending {
        @Override
        public String slug() {
            return "open";
        }

        InHand takeInHand() {
            return new InHand();
        }
    }

    /** Its owner is at it. */
    record InHand() implements Pending {
        @Override
        public String slug() {
            return "in-hand";
        }

        Done discharge() {
            return new Done();
        }
    }

    /** There is evidence of it. */
    record Done() implements ActionState {
        @Override
        public String slug() {
            return "done";
        }
    }

    /** It is not done, for a reason. */
    record Dropped() implements ActionState {
        @Override
        public String slug() {
            return "dropped";
        }
    }

    /** The state of that name. */
    static ActionState of(String slug) {
        return switch (slug) {
            case "open" -> new Open();
            case "in-hand" -> new InHand();
            case "done" -> new Done();
            case "dropped" -> new Dropped();
            default -> throw new IllegalArgumentException("no state of an action: " + slug);
        };
    }
}
