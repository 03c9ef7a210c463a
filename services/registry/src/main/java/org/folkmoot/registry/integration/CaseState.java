package org.folkmoot.registry.integration;

/** Where a case stands. What can become of it is on the state that allows it. */
sealed interface CaseState {

    /** As the API and the table say it. */
    String slug();

    /** The practice considers; options and due diligence are added. */
    record Open() implements CaseState {
        @Override
        public String slug() {
            return "open";
        }

        Decided decide(Outcome outcome) {
            return new Decided(outcome);
        }
    }

    /** The practice has decided. */
    record Decided(Outcome outcome) implements CaseState {
        @Override
        public String slug() {
            return outcome.slug();
        }

        Open reopen() {
            return new Open();
        }
    }

    /** The state of that name. */
    static CaseState of(String slug) {
        return switch (slug) {
            case "open" -> new Open();
            case "joined" -> new Decided(Outcome.JOINED);
            case "declined" -> new Decided(Outcome.DECLINED);
            default -> throw new IllegalArgumentException("no state of a case: " + slug);
        };
    }
}
