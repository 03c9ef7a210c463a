package org.folkmoot.mandate.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail about a ballot that was written for the caller.
 *
 * @param ballot what it is about
 * @param title the ballot's
 * @param kind as {@link BallotMail} has it
 * @param state as {@link BallotMail} has it
 * @param at when it came to that; of one that waits, when it is tried next
 */
record OwnMail(UUID ballot, String title, String kind, String state, Instant at) {}
