package org.folkmoot.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 keys as operators keep them: PEM files, as {@code openssl genpkey -algorithm ed25519} writes them. */
public final class CheckpointKeys {

    private static final int ID_BYTES = 8;

    private CheckpointKeys() {}

    /**
     * The name of a key: the first 16 hexadecimal digits of the SHA-256 of its X.509 encoding. It follows from the key, so
     * a new key has a new name and no list has to be kept of which is which.
     */
    public static String idOf(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads a {@code PUBLIC KEY} (X.509).
     *
     * @throws IllegalArgumentException if the text is not one
     */
    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(decoded("PUBLIC KEY", pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    /**
     * Reads a {@code PRIVATE KEY} (PKCS #8, not encrypted).
     *
     * @throws IllegalArgumentException if the text is not one; it is not repeated in the message
     */
    public static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(decoded("PRIVATE KEY", pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 private key", e);
        }
    }

    private static byte[] decoded(String label, String pem) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("Not a PEM file with a " + label);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }
}
