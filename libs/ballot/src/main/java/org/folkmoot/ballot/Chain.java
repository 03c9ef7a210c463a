package org.folkmoot.ballot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where the log of a ballot stands: who appends a vote next needs no more than this.
 *
 * <p>The hash of an entry is that of a ledger entry ({@code docs/ballots.md} says it byte by byte): the SHA-256 of these
 * parts, each preceded by its length in bytes as a four-byte big-endian integer: the text {@code folkmoot.ledger.entry.v1},
 * tenant, stream, number (eight bytes), time (microseconds since 1970, eight bytes), who cast it, the text
 * {@code vote.cast}, the {@linkplain Vote#payload() payload}, the hash before (32 bytes). So the receipts and checkpoints of
 * the ledger that kept the votes speak of the published file, too.
 *
 * @param tenant whose log: {@link Terms#tenant()}
 * @param stream which log: {@link Terms#stream()}
 * @param length how many entries it has
 * @param head the hash of the newest, or {@link Hash#NONE}
 */
public record Chain(String tenant, String stream, long length, Hash head) {

    static final String DOMAIN = "folkmoot.ledger.entry.v1";
    static final String KIND = "vote.cast";

    /** The empty log of a ballot. */
    public static Chain begin(Terms terms) {
        return new Chain(terms.tenant(), terms.stream(), 0, Hash.NONE);
    }

    /**
     * The entry that this vote becomes.
     *
     * @param castAt truncated to microseconds, the precision of the log
     */
    public Entry next(Vote vote, String castBy, Instant castAt) {
        Instant at = castAt.truncatedTo(ChronoUnit.MICROS);
        Hash hash = new EntryHashes(tenant, stream).of(length + 1, vote, castBy, at, head);
        return new Entry(length + 1, vote, castBy, at, head, hash);
    }

    /** The log with that entry as its newest. */
    public Chain after(Entry entry) {
        return new Chain(tenant, stream, entry.number(), entry.hash());
    }

    static String stream(String ballot, Hash terms) {
        return "ballot/" + ballot + "/" + terms.hex();
    }
}
