package org.folkmoot.executive.enquiry;

/** Where an enquiry stands. What can become of it is on the state that allows it. */
sealed interface EnquiryState {

    /** As the API and the table say it. */
    String slug();

    /** There is no answer yet, and there may never be one. */
    sealed interface Unanswered extends EnquiryState {
        default Closed giveUp() {
            return new Closed();
        }
    }

    /** Somebody can be made to see to it. */
    sealed interface Assignable extends EnquiryState {
        default Assigned assign() {
            return new Assigned();
        }
    }

    /** It has come. */
    record Received() implements Unanswered {
        @Override
        public String slug() {
            return "received";
        }

        Acknowledged acknowledge() {
            return new Acknowledged();
        }
    }

    /** Its enquirer knows that somebody has read it. */
    record Acknowledged() implements Unanswered, Assignable {
        @Override
        public String slug() {
            return "acknowledged";
        }
    }

    /** Somebody sees to it. */
    record Assigned() implements Unanswered, Assignable {
        @Override
        public String slug() {
            return "assigned";
        }

        AwaitingEnquirer pause() {
            return new AwaitingEnquirer();
        }

        Answered answer() {
            return new Answered();
        }
    }

    /** Its clock stands still. */
    record AwaitingEnquirer() implements Unanswered {
        @Override
        public String slug() {
            return "awaiting-enquirer";
        }

        Assigned resume() {
            return new Assigned();
        }
    }

    /** Its enquirer has the answer. */
    record Answered() implements EnquiryState {
        @Override
        public String slug() {
            return "answered";
        }

        Closed close() {
            return new Closed();
        }
    }

    /** Nothing more is done about it. */
    record Closed() implements EnquiryState {
        @Override
        public String slug() {
            return "closed";
        }
    }

    /** The state of that name. */
    static EnquiryState of(String slug) {
        return switch (slug) {
            case "received" -> new Received();
            case "acknowledged" -> new Acknowledged();
            case "assigned" -> new Assigned();
            case "awaiting-enquirer" -> new AwaitingEnquirer();
            case "answered" -> new Answered();
            case "closed" -> new Closed();
            default -> throw new IllegalArgumentException("no state of an enquiry: " + slug);
        };
    }
}
