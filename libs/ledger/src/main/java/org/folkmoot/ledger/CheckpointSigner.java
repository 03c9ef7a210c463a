package org.folkmoot.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Signs the head of a log.
 *
 * <p>Sign what is committed, that is, a head read in a transaction that appends nothing itself: a checkpoint of an entry
 * that was rolled back afterwards would accuse an honest log.
 */
public final class CheckpointSigner {

    private final PrivateKey privateKey;
    private final String keyId;
    private final Clock clock;

    /** @throws IllegalArgumentException if these are not the two halves of one Ed25519 key */
    public CheckpointSigner(KeyPair keys, Clock clock) {
        this.privateKey = keys.getPrivate();
        this.keyId = CheckpointKeys.idOf(keys.getPublic());
        this.clock = clock;
        // Checkpoints that nobody can verify must not be found out after the ballot.
        if (!sign(new Receipt("trial", "trial", 1, Hash.NONE), false).isSignedBy(keys.getPublic())) {
            throw new IllegalArgumentException("The private key does not belong to the public key");
        }
    }

    /** The statement that this is the newest entry of its stream now. */
    public Checkpoint sign(Receipt head) {
        return sign(head, false);
    }

    /** The statement that the stream is closed and this its last entry; see {@link Ledger#close}. */
    public Checkpoint signLast(Receipt head) {
        return sign(head, true);
    }

    private Checkpoint sign(Receipt head, boolean last) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(Checkpoint.signedBytes(head, last, at, keyId));
            String signature = Base64.getEncoder().encodeToString(ed25519.sign());
            return new Checkpoint(head.tenant(), head.stream(), head.number(), head.hash(), last, at, keyId, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 private key", e);
        }
    }
}
