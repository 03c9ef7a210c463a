package org.folkmoot.ballot;

/**
 * One of the majorities that a ballot needs, counted by one column of weights. An elector without a weight in it does not
 * count in it.
 *
 * @param name the column
 * @param threshold the share of the base that must be reached
 * @param base what the share is of
 * @param leastFor how many voters must be for, whatever they weigh
 */
public record VotingClass(String name, Threshold threshold, Base base, int leastFor) {

    /** The denominator of a threshold. Recused electors are in none. */
    public enum Base {
        /** Votes for and against, without abstentions. */
        FOR_AND_AGAINST("for-and-against"),
        /** All votes, abstentions too. */
        CAST("cast"),
        /** All votes, and the electors who were present without voting. */
        PRESENT("present"),
        /** All electors of the class. */
        ELECTORATE("electorate");

        private final String word;

        Base(String word) {
            this.word = word;
        }

        /** As the ballot file says it. */
        public String word() {
            return word;
        }
    }

    /** @throws IllegalArgumentException if the share is more than the whole, or the number negative */
    public VotingClass {
        if (threshold.atLeast().compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("a share of the votes is at most 1");
        }
        if (leastFor < 0) {
            throw new IllegalArgumentException("leastFor is not negative");
        }
    }
}
