package org.folkmoot.mandate.ballot;

import java.time.Instant;
import java.util.UUID;

/**
 * Event {@code ballot.closed}.
 *
 * @param voted how many electors have a vote
 * @param entries how many entries the log has
 */
public record BallotClosed(UUID ballot, UUID group, Instant closedAt, int electors, long voted, long entries) {}
