package org.folkmoot.ballot;

/**
 * One vote, as it was cast.
 *
 * @param voter for whom
 * @param choice what it says, open or sealed
 * @param casting whether it is the chair's casting vote, which counts only where a tie calls for it
 */
public record Vote(String voter, Choice choice, boolean casting) {

    /** A vote that is not a casting vote. */
    public static Vote of(String voter, Choice choice) {
        return new Vote(voter, choice, false);
    }

    /**
     * What the log holds of it: the canonical JSON of {@code voter}, {@code choice} or {@code commitment}, and
     * {@code casting} if it is one. This very text is the payload of the vote's entry in the ledger.
     */
    public String payload() {
        var out = new Octets(96);
        BallotJson.payload(this, out);
        return out.toString();
    }
}
