/**
 * Logs to which entries are added and from which none is ever taken, kept in PostgreSQL and checked without it.
 *
 * <p><b>The chain.</b> A log is a <em>stream</em> of one tenant, for example the votes of one ballot or what was done to
 * one referral. Its entries are numbered from 1 without a gap, and each carries the SHA-256 hash of its own contents and
 * of the entry before. So whoever knows the hash of an entry knows that nothing before it has changed since. The encoding
 * that is hashed is written down in {@link org.folkmoot.ledger.LedgerEntry} and in the migration {@code V0_3__ledger};
 * payloads are kept and exported as the very text that was hashed, so nobody who checks a log has to render JSON as
 * somebody else did.
 *
 * <p><b>Writing.</b> {@link org.folkmoot.ledger.Ledger} appends inside the caller's transaction, by the database function
 * {@code folkmoot.ledger_append}, which can also stand in one statement with the row that the entry is about. The time of
 * an entry is the database's while it holds the stream, so entries never go back in time; a moment that means something
 * to the caller belongs in the payload. The application's role can add through that function and read; nothing else.
 *
 * <p><b>What a chain cannot show by itself</b> is that its end was cut off, or that somebody with all rights wrote it anew
 * from some entry on. Two {@linkplain org.folkmoot.ledger.Witness witnesses} outside the database can: the
 * {@link org.folkmoot.ledger.Receipt} that a person was given for an entry, and the signed
 * {@link org.folkmoot.ledger.Checkpoint} that was published while entries came in.
 * {@link org.folkmoot.ledger.LedgerVerifier} reads an exported log and witnesses, and names what is wrong and where.
 * Of a stream that was {@linkplain org.folkmoot.ledger.Ledger#close closed}, the last checkpoint shows also that nothing
 * was added. What came after the newest witness is vouched for by nobody, and the verdict says how far the witnesses reach. A stream
 * of which no witness is left outside can vanish as a whole.
 *
 * <p><b>What does not belong in an entry</b> is anything about a patient, or a secret in clear: an entry cannot be erased.
 * Write a reference or a salted commitment instead.
 *
 * <p>This package needs no framework, and its verifier neither a database nor a network.
 */
@NullMarked
package org.folkmoot.ledger;

import org.jspecify.annotations.NullMarked;
