package org.folkmoot.ballot;

/** For or against a motion, or neither. */
public enum Position implements Choice {
    /** For the motion. */
    FOR("for"),
    /** Against the motion. */
    AGAINST("against"),
    /** Counted as voting, not as for or against; also where options or candidates are to be chosen. */
    ABSTAIN("abstain");

    private final String word;

    Position(String word) {
        this.word = word;
    }

    /** As the ballot file says it. */
    public String word() {
        return word;
    }
}
