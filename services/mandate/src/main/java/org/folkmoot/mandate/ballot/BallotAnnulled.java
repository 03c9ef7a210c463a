package org.folkmoot.mandate.ballot;

import java.util.UUID;

/** Event {@code ballot.annulled}: it counts for nothing. */
public record BallotAnnulled(UUID ballot, UUID group, String reason) {}
