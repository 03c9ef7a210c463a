package org.folkmoot.ledger;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/**
 * A signed statement that a stream had this entry as its newest at this time. Published while entries come in, it shows
 * later that none of them was dropped or replaced; published as the last one when the stream was closed, it shows that
 * none was added afterwards, either.
 *
 * <p>The signature is Ed25519 (RFC 8032) over these parts, encoded as in {@link LedgerEntry}: the text
 * {@code folkmoot.ledger.checkpoint.v1}, tenant, stream, number, hash, last
 * (eight bytes, 1 or 0), time, key.
 *
 * @param tenant whose log
 * @param stream which log
 * @param number the newest entry
 * @param hash its hash
 * @param last whether the stream was closed with this entry
 * @param at when the statement was made, in whole microseconds
 * @param key which key signed, see {@link CheckpointKeys#idOf}
 * @param signature the signature in Base64
 */
public record Checkpoint(
        String tenant, String stream, long number, Hash hash, boolean last, Instant at, String key, String signature)
        implements Witness {

    private static final String DOMAIN = "folkmoot.ledger.checkpoint.v1";

    /** @throws IllegalArgumentException if the number is below 1 or the time finer than a microsecond */
    public Checkpoint {
        if (number < 1) {
            throw new IllegalArgumentException("Entries are numbered from 1");
        }
        Parts.requireExact(at);
    }

    /** Whether this key made the signature. False, too, for a signature that is none and for a key of another kind. */
    public boolean isSignedBy(PublicKey publicKey) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(signedBytes(new Receipt(tenant, stream, number, hash), last, at, key));
            return ed25519.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static byte[] signedBytes(Receipt entry, boolean last, Instant at, String key) {
        return new Parts()
                .add(DOMAIN)
                .add(entry.tenant())
                .add(entry.stream())
                .add(entry.number())
                .add(entry.hash().bytes())
                .add(last ? 1L : 0L)
                .add(at)
                .add(key)
                .encoded();
    }
}
