/**
 * Ballots: the act of voting on a motion, which anyone can re-check.
 *
 * <p><b>Life.</b> Scheduled, open, closed, declared, or annulled with a reason before it is declared:
 * {@link org.folkmoot.mandate.ballot.BallotState}. The state is derived from times and the clock, and the time that decides
 * is the database's; no process has to run for a ballot to close.
 *
 * <p><b>Opening</b> copies the electorate with its weights from the registry's copy, by the rule that the constitution has for
 * the question, and hashes it. An election asks those for whom its seats speak, every other question all of the group.
 * {@code libs/ballot} makes one name from motion, rules and electorate, and this is the name of the log: whatever is changed
 * afterwards, no vote was cast under it. The table refuses such a change, too.
 *
 * <p><b>Casting</b> is one statement, {@code take_vote}: checks, entry in the log, current vote, and the wait for the disk. The
 * log is the ledger's, for libs/ballot hashes a vote as the ledger hashes an entry; so receipts, checkpoints and verifier are
 * one.
 *
 * <p><b>While it is open</b> nothing of a choice leaves: what is announced is that it opened, how long its log is, and a signed
 * hash. A choice of a secret ballot is sealed twice; salt and choice lie encrypted until the declaration publishes openings
 * without names, and are then destroyed.
 *
 * <p><b>Declaring</b> is computing. Nobody types an outcome, nobody can keep one back for more than a day, and a log that does
 * not verify is not declared.
 */
@NullMarked
package org.folkmoot.mandate.ballot;

import org.jspecify.annotations.NullMarked;
