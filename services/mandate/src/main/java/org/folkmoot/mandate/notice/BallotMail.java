package org.folkmoot.mandate.notice;

import java.time.Instant;
import java.util.List;

/**
 * What became of a mail about a ballot. It says for whom the person votes who was to get it, and neither who that is nor
 * where they are reached.
 *
 * @param kind {@code opened}, {@code closing} or {@code declared}
 * @param voters the electors for whom its receiver votes, by name; none where the receiver is remembered no more
 * @param state {@code waiting}; {@code sent}; {@code needless}, since it was overtaken by what happened; {@code refused} by
 *     the mail server for good; or {@code uncertain}: under way, or the mail server broke off
 * @param at when it came to that; of one that waits, when it is tried next
 * @param tries how often it was tried
 */
record BallotMail(String kind, List<String> voters, String state, Instant at, int tries) {}
