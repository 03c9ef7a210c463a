package org.folkmoot.ballot;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a ballot file: recomputes every hash, the tally and the outcome, and names all that does not follow. It needs the
 * file alone; {@linkplain Witness witnesses} show in addition whether the log was cut off or written anew.
 *
 * <p>A rehearsal has no log and no declaration; then only what is there is checked, and the verdict says so.
 */
public final class BallotVerifier {

    private final Map<String, PublicKey> keys;
    private final @Nullable Hash announced;

    /** A verifier that knows the file alone. */
    public BallotVerifier() {
        this(List.of(), null);
    }

    /**
     * A verifier that knows more.
     *
     * @param keys the public keys that checkpoints may be signed with
     * @param announced the hash of the electorate that was announced when the ballot opened, or null
     */
    public BallotVerifier(List<PublicKey> keys, @Nullable Hash announced) {
        this.keys = HashMap.newHashMap(keys.size());
        keys.forEach(key -> this.keys.put(Witness.Checkpoint.idOf(key), key));
        this.announced = announced;
    }

    /** Reads and checks a file in UTF-8. */
    public Verdict verify(byte[] file, List<Witness> witnesses) {
        return switch (BallotDocument.read(file)) {
            case BallotDocument.Reading.Read(BallotDocument document) -> verify(document, witnesses);
            case BallotDocument.Reading.Unreadable(String place, String reason) ->
                new Verdict.Defective(List.of(new Defect.Unreadable(place, reason)));
        };
    }

    /** Checks a file that was read. */
    public Verdict verify(BallotDocument document, List<Witness> witnesses) {
        return new Examination(document, keys, announced, witnesses).verdict();
    }
}
