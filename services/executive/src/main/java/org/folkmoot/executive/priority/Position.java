package org.folkmoot.executive.priority;

/** Where a priority stands. What can become of it is on the position that allows it. */
sealed interface Position {

    /** As the API and the table say it. */
    String slug();

    /** It has not ended. */
    sealed interface Pending extends Position {
        default Retired retire() {
            return new Retired();
        }
    }

    /** It is not adopted, so its words are still open. */
    sealed interface Open extends Pending {
        default Shaped shape() {
            return new Shaped();
        }
    }

    /** The group has adopted it, and its measures are followed. */
    sealed interface Followed extends Pending {}

    /** A practice or a network wants it. */
    record Proposed() implements Open {
        @Override
        public String slug() {
            return "proposed";
        }
    }

    /** The executive has put it into a form that can be voted on. */
    record Shaped() implements Open {
        @Override
        public String slug() {
            return "shaped";
        }

        Adopted adopt() {
            return new Adopted();
        }
    }

    /** A ballot of the group carried it. */
    record Adopted() implements Followed {
        @Override
        public String slug() {
            return "adopted";
        }

        InProgress begin() {
            return new InProgress();
        }
    }

    /** It is worked at. */
    record InProgress() implements Followed {
        @Override
        public String slug() {
            return "in-progress";
        }

        Met meet() {
            return new Met();
        }
    }

    /** It was reached. */
    record Met() implements Position {
        @Override
        public String slug() {
            return "met";
        }
    }

    /** It is followed no more. */
    record Retired() implements Position {
        @Override
        public String slug() {
            return "retired";
        }
    }

    /** The position of that name. */
    static Position of(String slug) {
        return switch (slug) {
            case "proposed" -> new Proposed();
            case "shaped" -> new Shaped();
            case "adopted" -> new Adopted();
            case "in-progress" -> new InProgress();
            case "met" -> new Met();
            case "retired" -> new Retired();
            default -> throw new IllegalArgumentException("no position of a priority: " + slug);
        };
    }
}
