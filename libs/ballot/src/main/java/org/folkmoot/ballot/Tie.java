package org.folkmoot.ballot;

/** What happens where as much is for as against, and a class fails by exactly that. */
public enum Tie {
    /** The class stays unreached. */
    LOST("lost"),
    /** The chair's casting vote decides, if there is one. */
    CHAIR("chair"),
    /** A lot decides, drawn from a published seed: see {@link Lot}. */
    LOT("lot");

    private final String word;

    Tie(String word) {
        this.word = word;
    }

    /** As the ballot file says it. */
    public String word() {
        return word;
    }
}
