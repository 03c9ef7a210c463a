package org.folkmoot.ballot;

/**
 * One who may vote.
 *
 * @param voter the organisation's or person's code
 * @param weights what the vote counts
 * @param recused whether a declared interest keeps the elector out of every base and quorum
 * @param present whether the elector was there, which matters for the base {@link VotingClass.Base#PRESENT}
 */
public record Elector(String voter, Weights weights, boolean recused, boolean present) {

    /** An elector without a mark. */
    public static Elector of(String voter, Weights weights) {
        return new Elector(voter, weights, false, false);
    }
}
