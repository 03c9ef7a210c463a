/**
 * The rules of ballots, pure and exact, and the file that lets anyone count a ballot again.
 *
 * <p><b>Counting.</b> {@link org.folkmoot.ballot.Tally} is a function of {@link org.folkmoot.ballot.Rules}, an
 * {@link org.folkmoot.ballot.Electorate} and votes; its {@link org.folkmoot.ballot.Declaration} is the only source of an
 * outcome. Numbers are {@linkplain org.folkmoot.ballot.Fraction fractions}; a ranked count works with whole billionths of a
 * vote ({@link org.folkmoot.ballot.Stage}). There is no floating point in this package, and a test sees to that.
 *
 * <p><b>Log and file.</b> What a ballot is about, its {@link org.folkmoot.ballot.Terms}, is fixed at opening, and its hash is
 * part of the name of the ballot's log. A {@link org.folkmoot.ballot.Chain} says which
 * {@link org.folkmoot.ballot.Entry} a vote becomes; its hash is that of a ledger entry with the kind {@code vote.cast} and the
 * {@linkplain org.folkmoot.ballot.Vote#payload() payload} of the vote, so whoever keeps votes in the ledger gets the file's
 * hashes from it. {@link org.folkmoot.ballot.BallotFile} writes the published document,
 * {@link org.folkmoot.ballot.BallotDocument} reads one of anybody's making, and
 * {@link org.folkmoot.ballot.BallotVerifier} names each {@link org.folkmoot.ballot.Defect} of it. Choices of a secret ballot
 * are sealed twice: {@link org.folkmoot.ballot.Opening}.
 *
 * <p><b>Corners</b> that the format leaves open, and what is done here, are listed in {@code docs/ballots.md}; each has a
 * test.
 *
 * <p>Not here: the life of a ballot (when it opens and closes, who may cast for whom, proxies), constitutions, storage,
 * signing. The package needs Java and nothing else, not even a JSON library: whoever doubts a result has little to read.
 */
@NullMarked
package org.folkmoot.ballot;

import org.jspecify.annotations.NullMarked;
