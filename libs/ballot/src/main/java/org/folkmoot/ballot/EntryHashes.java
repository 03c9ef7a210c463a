package org.folkmoot.ballot;

import java.security.MessageDigest;
import java.time.Instant;

/** Computes the hashes of one log's entries. What all have in common is written once. */
final class EntryHashes {

    private final MessageDigest sha256 = Hash.sha256();
    private final Octets encoded = new Octets(512);
    private final int common;

    EntryHashes(String tenant, String stream) {
        encoded.part(Chain.DOMAIN).part(tenant).part(stream);
        common = encoded.length();
    }

    Hash of(long number, Vote vote, String castBy, Instant castAt, Hash previous) {
        encoded.truncate(common);
        encoded.part(number).part(micros(castAt)).part(castBy).part(Chain.KIND);
        int payload = encoded.beginPart();
        BallotJson.payload(vote, encoded);
        encoded.endPart(payload);
        encoded.part(previous);
        return encoded.hash(sha256);
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
