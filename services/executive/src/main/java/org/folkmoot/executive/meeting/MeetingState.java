package org.folkmoot.executive.meeting;

/** Where a meeting stands. What can become of it is on the state that allows it. */
sealed interface MeetingState {

    /** As the API and the table say it. */
    String slug();

    /** It has not begun, so it may still not take place. */
    sealed interface Ahead extends MeetingState {
        default Cancelled cancel() {
            return new Cancelled();
        }
    }

    /** Its agenda is being made. */
    record Draft() implements Ahead {
        @Override
        public String slug() {
            return "draft";
        }

        Called call() {
            return new Called();
        }
    }

    /** Its agenda is frozen. */
    record Called() implements Ahead {
        @Override
        public String slug() {
            return "called";
        }

        InSession open() {
            return new InSession();
        }
    }

    /** It takes place. */
    record InSession() implements MeetingState {
        @Override
        public String slug() {
            return "in-session";
        }

        Closed close() {
            return new Closed();
        }
    }

    /** It is over, and its minutes are not approved yet. */
    record Closed() implements MeetingState {
        @Override
        public String slug() {
            return "closed";
        }

        MinutesApproved approve() {
            return new MinutesApproved();
        }
    }

    /** Its minutes stand. */
    record MinutesApproved() implements MeetingState {
        @Override
        public String slug() {
            return "minutes-approved";
        }
    }

    /** It does not take place. */
    record Cancelled() implements MeetingState {
        @Override
        public String slug() {
            return "cancelled";
        }
    }

    /** The state of that name. */
    static MeetingState of(String slug) {
        return switch (slug) {
            case "draft" -> new Draft();
            case "called" -> new Called();
            case "in-session" -> new InSession();
            case "closed" -> new Closed();
            case "minutes-approved" -> new MinutesApproved();
            case "cancelled" -> new Cancelled();
            default -> throw new IllegalArgumentException("no state of a meeting: " + slug);
        };
    }
}
