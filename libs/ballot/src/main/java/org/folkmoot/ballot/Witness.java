package org.folkmoot.ballot;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a log from elsewhere. A chain cannot show by itself that its end was cut off, or that it was written anew
 * as a whole; a witness can. Receipts and checkpoints are those of the ledger that kept the votes, in its JSON.
 */
public sealed interface Witness {

    /** The entry that it speaks of. */
    long number();

    /** A word for it. */
    default String kind() {
        return switch (this) {
            case Receipt _ -> "receipt";
            case Checkpoint _ -> "checkpoint";
            case Slip _ -> "voter's slip";
        };
    }

    /**
     * What a voter was given.
     *
     * @param tenant whose log
     * @param stream which log: it names the terms of the ballot
     * @param number the entry
     * @param hash its hash
     */
    record Receipt(String tenant, String stream, long number, Hash hash) implements Witness {}

    /**
     * What was signed and published while votes came in.
     *
     * @param tenant whose log
     * @param stream which log
     * @param number the newest entry
     * @param hash its hash
     * @param last whether the log was closed with it
     * @param at when it was signed
     * @param key which key signed: the first 16 digits of the SHA-256 of its X.509 encoding
     * @param signature Ed25519, in Base64
     */
    record Checkpoint(
            String tenant,
            String stream,
            long number,
            Hash hash,
            boolean last,
            Instant at,
            String key,
            String signature)
            implements Witness {

        private static final String DOMAIN = "folkmoot.ledger.checkpoint.v1";

        /** Whether this key made the signature. */
        public boolean isSignedBy(PublicKey publicKey) {
            try {
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(publicKey);
                ed25519.update(new Octets(256)
                        .part(DOMAIN)
                        .part(tenant)
                        .part(stream)
                        .part(number)
                        .part(hash)
                        .part(last ? 1L : 0L)
                        .part(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000)
                        .part(key)
                        .toBytes());
                return ed25519.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }

        /** The name of a key. */
        static String idOf(PublicKey publicKey) {
            return Hash.of(Hash.sha256().digest(publicKey.getEncoded())).hex().substring(0, 16);
        }
    }

    /**
     * What a voter in a secret ballot keeps to themselves: with it, and without it not, the vote can be found again.
     *
     * @param number the entry of the vote
     * @param opening the choice and its salt
     * @param seal the second secret
     */
    record Slip(long number, Opening opening, String seal) implements Witness {}

    /**
     * Reads one line of JSON: a checkpoint if it is signed, a voter's slip if it has a seal, else a receipt.
     *
     * @throws IllegalArgumentException if it is none of them, with the reason
     */
    static Witness read(String line) {
        try {
            return new Lines(Json.read(line.getBytes(StandardCharsets.UTF_8))).witness();
        } catch (Json.Malformed e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /** The members of a witness. */
    record Lines(Json json) {

        Witness witness() {
            if (json.kind(json.root()) != Json.Kind.OBJECT) {
                throw new IllegalArgumentException("a witness is a JSON object");
            }
            if (json.member(json.root(), "seal") >= 0) {
                return slip();
            }
            if (json.member(json.root(), "signature") < 0) {
                return new Receipt(text("tenant"), text("stream"), number("number"), hash());
            }
            return new Checkpoint(
                    text("tenant"),
                    text("stream"),
                    number("number"),
                    hash(),
                    truth("last"),
                    time("at"),
                    text("key"),
                    text("signature"));
        }

        private Witness slip() {
            int choice = member("choice");
            // What an opening's hash covers is the text, whatever the ballot's method makes of it.
            Choice said = json.kind(choice) == Json.Kind.ARRAY ? ranking(choice) : new Choice.Option(text("choice"));
            return new Slip(number("entry"), new Opening(text("salt"), said, weights()), text("seal"));
        }

        private Choice.Ranking ranking(int at) {
            var names = new java.util.ArrayList<String>();
            for (int item = json.first(at); item < json.next(at); item = json.next(item)) {
                names.add(text(item, "choice"));
            }
            return new Choice.Ranking(names);
        }

        private @Nullable Weights weights() {
            int at = json.member(json.root(), "weights");
            if (at < 0) {
                return null;
            }
            if (json.kind(at) != Json.Kind.OBJECT) {
                throw new IllegalArgumentException("weights: an object should stand here");
            }
            var weights = new java.util.TreeMap<String, Fraction>();
            for (int member = json.first(at); member < json.next(at); member = json.next(member + 1)) {
                weights.put(json.string(member), Fraction.parse(text(member + 1, "weights")));
            }
            return Weights.of(weights);
        }

        private int member(String name) {
            int value = json.member(json.root(), name);
            if (value < 0) {
                throw new IllegalArgumentException(name + ": is missing");
            }
            return value;
        }

        private String text(String name) {
            return text(member(name), name);
        }

        private String text(int value, String name) {
            if (json.kind(value) != Json.Kind.STRING) {
                throw new IllegalArgumentException(name + ": a text should stand here");
            }
            return json.string(value);
        }

        private long number(String name) {
            int value = member(name);
            if (json.kind(value) != Json.Kind.INTEGER || json.end(value) - json.start(value) > 15) {
                throw new IllegalArgumentException(name + ": a whole number should stand here");
            }
            return Long.parseLong(json.digits(value));
        }

        private boolean truth(String name) {
            return switch (json.kind(member(name))) {
                case TRUE -> true;
                case FALSE -> false;
                case OBJECT, ARRAY, STRING, INTEGER, DECIMAL, NULL ->
                    throw new IllegalArgumentException(name + ": true or false should stand here");
            };
        }

        private Hash hash() {
            String hex = text("hash");
            return Hash.parse(hex.startsWith(Hash.PREFIX) ? hex : Hash.PREFIX + hex);
        }

        private Instant time(String name) {
            try {
                byte[] time = text(name).getBytes(StandardCharsets.UTF_8);
                return Times.parse(time, 0, time.length);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + ": a time in UTC should stand here", e);
            }
        }
    }
}
