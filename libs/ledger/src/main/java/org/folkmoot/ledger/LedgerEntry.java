package org.folkmoot.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * One entry of a log, as it was stored or as a file claims it.
 *
 * <p>The hash of an entry is the SHA-256 of these parts in this order, each preceded by its length in bytes as a four-byte
 * big-endian integer, texts in UTF-8: the text {@code folkmoot.ledger.entry.v1}, tenant, stream, number (eight bytes,
 * big-endian), time (microseconds since 1970-01-01T00:00:00Z, eight bytes, big-endian), actor, kind, payload, previous
 * hash (32 bytes).
 *
 * <p>An entry that exists is well formed; whether it is <em>true</em> is what {@link #isSound()} and
 * {@link LedgerVerifier} find out.
 *
 * @param tenant whose log it is
 * @param stream which log, for example {@code ballot/0198c3a2-…}
 * @param number its place, from 1
 * @param at when it was appended, in whole microseconds
 * @param actor who caused it: the subject of a token, or the name of a job
 * @param kind what happened, in the past tense, for example {@code vote.cast}
 * @param payload the particulars: the exact text of a JSON object
 * @param previous the hash of the entry before, or {@link Hash#NONE} for the first one
 * @param hash the hash that this entry claims to have
 */
public record LedgerEntry(
        String tenant,
        String stream,
        long number,
        Instant at,
        String actor,
        String kind,
        String payload,
        Hash previous,
        Hash hash) {

    private static final String DOMAIN = "folkmoot.ledger.entry.v1";

    /** @throws IllegalArgumentException if the number is below 1 or the time finer than a microsecond */
    public LedgerEntry {
        if (number < 1) {
            throw new IllegalArgumentException("Entries are numbered from 1");
        }
        Parts.requireExact(at);
    }

    /**
     * The hash that these contents have.
     *
     * @throws IllegalArgumentException if a text is not Unicode, which no stored entry's is
     */
    public Hash computedHash() {
        byte[] encoded = new Parts()
                .add(DOMAIN)
                .add(tenant)
                .add(stream)
                .add(number)
                .add(at)
                .add(actor)
                .add(kind)
                .add(payload)
                .add(previous.bytes())
                .encoded();
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether the contents have the hash that the entry claims. */
    public boolean isSound() {
        return hash.equals(computedHash());
    }

    /** The entry as one line of JSON without its line end; the payload is a JSON string in it, and so keeps its text. */
    public String toJson() {
        return LedgerJson.write(this);
    }

    /**
     * Reads what {@link #toJson()} wrote.
     *
     * @throws IllegalArgumentException if the text is not the JSON of an entry, with the reason
     */
    public static LedgerEntry fromJson(String json) {
        return LedgerJson.entry(json);
    }

    /** What a person may be given to hold against this log later. */
    public Receipt receipt() {
        return new Receipt(tenant, stream, number, hash);
    }
}
