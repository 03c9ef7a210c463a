package org.folkmoot.ballot;

/** How a ballot ended. */
public enum Outcome {
    /** Quorum and every class were reached; of a ranked ballot, that seats were filled. */
    CARRIED("carried"),
    /** A class was not reached, or there was no vote to fill a seat with. */
    LOST("lost"),
    /** Too few took part, whatever they said. */
    NO_QUORUM("no-quorum");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** As the ballot file says it. */
    public String word() {
        return word;
    }
}
