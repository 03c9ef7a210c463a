package org.folkmoot.mandate.ballot;

import java.time.Instant;
import java.util.UUID;
import org.folkmoot.ledger.Checkpoint;

/**
 * Event {@code ballot.checkpoint.signed}: how long a ballot's log is, and the hash of its newest entry. The parts are those
 * of a checkpoint of the ledger, whose verifier takes them.
 *
 * @param last whether the log is closed with this entry
 */
public record CheckpointSigned(
        UUID ballot, String stream, long number, String hash, boolean last, Instant at, String key, String signature) {

    static CheckpointSigned of(UUID ballot, Checkpoint checkpoint) {
        return new CheckpointSigned(
                ballot,
                checkpoint.stream(),
                checkpoint.number(),
                checkpoint.hash().hex(),
                checkpoint.last(),
                checkpoint.at(),
                checkpoint.key(),
                checkpoint.signature());
    }
}
