package org.folkmoot.mandate.motion;

/** Where a motion stands. What can become of it is on the state that allows it. */
sealed interface MotionState {

    /** As the API, the table and events say it. */
    String slug();

    /** Written, and seen by nobody but those who may draft. */
    record Draft() implements MotionState {
        @Override
        public String slug() {
            return "draft";
        }

        Tabled table() {
            return new Tabled();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }
    }

    /** Before the group: it may be amended. */
    record Tabled() implements MotionState {
        @Override
        public String slug() {
            return "tabled";
        }

        PutToBallot putToBallot() {
            return new PutToBallot();
        }

        Withdrawn withdraw() {
            return new Withdrawn();
        }
    }

    /** A ballot on it is scheduled or open, or waits to be declared: its words stand. */
    record PutToBallot() implements MotionState {
        @Override
        public String slug() {
            return "put-to-ballot";
        }

        Decided decided(boolean carried) {
            return new Decided(carried);
        }

        /** The ballot was annulled: another may be scheduled. */
        Tabled backToTable() {
            return new Tabled();
        }
    }

    /** A ballot decided it. */
    record Decided(boolean carried) implements MotionState {
        @Override
        public String slug() {
            return carried ? "carried" : "lost";
        }
    }

    /** Nobody decides it any more. */
    record Withdrawn() implements MotionState {
        @Override
        public String slug() {
            return "withdrawn";
        }
    }

    /** The state of that name. */
    static MotionState of(String slug) {
        return switch (slug) {
            case "draft" -> new Draft();
            case "tabled" -> new Tabled();
            case "put-to-ballot" -> new PutToBallot();
            case "carried" -> new Decided(true);
            case "lost" -> new Decided(false);
            case "withdrawn" -> new Withdrawn();
            default -> throw new IllegalArgumentException("no state of a motion: " + slug);
        };
    }
}
