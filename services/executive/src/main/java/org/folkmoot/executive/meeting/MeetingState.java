package org.folkmoot.executive.meeting;

/** Where a meeting stands. What can become of it is on the state that allows it. */
sealed interface MeetingState {

    /** As the API and the table say it. */
    String slug();

    /** Its agenda is being made. */
    record Draft() implements MeetingState {
        @Override
        public String slug() {
            return "draft";
        }

        Called call() {
            return new Called();
        }
    }

    /** Its agenda is frozen. */
    record Called() implements MeetingState {
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

    /** The state of that name. */
    static MeetingState of(String slug) {
        return switch (slug) {
            case "draft" -> new Draft();
            case "called" -> new Called();
            case "in-session" -> new InSession();
            case "closed" -> new Closed();
            case "minutes-approved" -> new MinutesApproved();
            default -> throw new IllegalArgumentException("no state of a meeting: " + slug);
        };
    }
}
