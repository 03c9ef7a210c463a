package org.folkmoot.ballot;

import java.time.Instant;

/**
 * A vote in the log of its ballot.
 *
 * @param number its place, from 1
 * @param vote what was cast
 * @param castBy the person who cast it for the voter
 * @param castAt when, in whole microseconds
 * @param previous the hash of the entry before, or {@link Hash#NONE}
 * @param hash the hash of this entry: see {@link Chain}
 */
public record Entry(long number, Vote vote, String castBy, Instant castAt, Hash previous, Hash hash) {}
