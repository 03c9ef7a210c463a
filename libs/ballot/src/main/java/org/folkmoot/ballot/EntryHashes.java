package org.folkmoot.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** Computes the hashes of one log's entries. What all have in common is written once. For one thread. */
final class EntryHashes {

    private static final byte[] KIND = new Octets(32).part(Chain.KIND).toBytes();
    private static final byte[] CHOICE = ascii("\"choice\":");
    private static final byte[] COMMITMENT = ascii("\"commitment\":");
    private static final byte[] VOTER = ascii(",\"voter\":");

    private final MessageDigest sha256 = Hash.sha256();
    private final Octets encoded = new Octets(512);
    private final int common;

    EntryHashes(String tenant, String stream) {
        encoded.part(Chain.DOMAIN).part(tenant).part(stream);
        common = encoded.length();
    }

    Hash of(long number, Vote vote, String castBy, Instant castAt, Hash previous) {
        encoded.truncate(common);
        encoded.part(number).part(micros(castAt)).part(castBy).add(KIND);
        int payload = encoded.beginPart();
        BallotJson.payload(vote, encoded);
        encoded.endPart(payload);
        encoded.part(previous);
        return encoded.hash(sha256);
    }

    /**
     * The same of a vote that was read. Its texts are taken over as they stand in the file wherever that is their canonical
     * form, which it is in every file that this package has written.
     */
    Hash of(Json json, BallotDocument.Line line, Hash previous) {
        encoded.truncate(common);
        encoded.part(line.entry()).part(line.castAt());
        castBy(json, line.castBy());
        encoded.add(KIND);
        int payload = encoded.beginPart();
        encoded.add(line.vote().casting() ? "{\"casting\":true," : "{");
        encoded.add(line.vote().choice() instanceof Choice.Committed ? COMMITMENT : CHOICE);
        try {
            CanonicalJson.write(json, line.said(), encoded);
        } catch (CanonicalJson.NoCanonicalForm e) {
            throw new IllegalStateException("a choice is a text or a list of texts", e);
        }
        encoded.add(VOTER);
        CanonicalJson.text(json, line.voter(), encoded);
        encoded.add('}');
        encoded.endPart(payload);
        encoded.part(previous);
        return encoded.hash(sha256);
    }

    private void castBy(Json json, int text) {
        if (json.isEscaped(text)) {
            encoded.part(json.string(text));
        } else {
            int part = encoded.beginPart();
            encoded.add(json.bytes(), json.start(text), json.end(text));
            encoded.endPart(part);
        }
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
