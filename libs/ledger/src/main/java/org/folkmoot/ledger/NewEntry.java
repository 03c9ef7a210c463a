package org.folkmoot.ledger;

/**
 * What is to be appended; number, time and hash come with the appending.
 *
 * @param actor who causes it: the subject of a token, or the name of a job
 * @param kind what happened, in the past tense, for example {@code vote.cast}
 * @param payload the particulars: the text of a JSON object in which no two keys are equal. It is kept and hashed to the
 *     letter, and the database refuses anything else
 */
public record NewEntry(String actor, String kind, String payload) {

    /** @throws IllegalArgumentException if actor or kind is empty */
    public NewEntry {
        if (actor.isEmpty() || kind.isEmpty()) {
            throw new IllegalArgumentException("An entry names who did what");
        }
    }
}
