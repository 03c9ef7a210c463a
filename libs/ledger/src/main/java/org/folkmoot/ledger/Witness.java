package org.folkmoot.ledger;

/**
 * A claim, held outside the database, that an entry has a certain hash, and so that everything up to that entry is as it
 * was when the claim was made. A log that lacks the entry, or has another in its place, was cut off or rewritten.
 */
public sealed interface Witness permits Receipt, Checkpoint {

    /** Whose log. */
    String tenant();

    /** Which log. */
    String stream();

    /** Which entry, from 1. */
    long number();

    /** The hash of that entry. */
    Hash hash();

    /** The claim as one line of JSON without its line end. */
    default String toJson() {
        return LedgerJson.write(this);
    }

    /**
     * Reads what {@link #toJson()} wrote: a checkpoint if it is signed, else a receipt.
     *
     * @throws IllegalArgumentException if it is neither, with the reason
     */
    static Witness fromJson(String json) {
        return LedgerJson.witness(json);
    }
}
