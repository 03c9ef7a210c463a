package org.folkmoot.ballot;

import org.jspecify.annotations.Nullable;

/**
 * How much participation a ballot needs. All rules of a ballot must be met, else it is without quorum whatever the votes
 * say. Those take part who have a current vote and are not recused; to be present without voting is not enough.
 *
 * @param measure what is counted
 * @param votingClass whose heads or weights are counted; null for all electors' heads
 * @param threshold a share of the electorate, or a number of voters
 * @param abstentionsCount whether an abstention takes part
 */
public record QuorumRule(Measure measure, @Nullable String votingClass, Threshold threshold, boolean abstentionsCount) {

    /** What a quorum counts. */
    public enum Measure {
        /** The share of the electors. */
        HEAD("head"),
        /** The share of the weights of a class. */
        WEIGHT("weight"),
        /** The number of voters. */
        NUMBER("number");

        private final String word;

        Measure(String word) {
            this.word = word;
        }

        /** As the ballot file says it. */
        public String word() {
            return word;
        }
    }

    /** @throws IllegalArgumentException if a share is more than the whole, or a weight of no class */
    public QuorumRule {
        if (measure != Measure.NUMBER && threshold.atLeast().compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("a share of the electorate is at most 1");
        }
        if (measure == Measure.WEIGHT && votingClass == null) {
            throw new IllegalArgumentException("a quorum by weight names the class whose weights count");
        }
    }
}
