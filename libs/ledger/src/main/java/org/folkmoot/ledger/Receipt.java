package org.folkmoot.ledger;

/**
 * What somebody holds who caused an entry: its place and its hash. It is worth what its holder's word is worth; a
 * {@link Checkpoint} proves itself.
 *
 * @param tenant whose log
 * @param stream which log
 * @param number which entry, from 1
 * @param hash the hash of that entry
 */
public record Receipt(String tenant, String stream, long number, Hash hash) implements Witness {

    /** @throws IllegalArgumentException if the number is below 1 */
    public Receipt {
        if (number < 1) {
            throw new IllegalArgumentException("Entries are numbered from 1");
        }
    }
}
