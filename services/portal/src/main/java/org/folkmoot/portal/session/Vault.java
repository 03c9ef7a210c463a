package org.folkmoot.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what the portal keeps or hands out, with AES-256-GCM. Each purpose has a key of its own, derived from the one
 * in the configuration; what is sealed for one place cannot be opened at another.
 */
@ApplicationScoped
public class Vault {

    /** What something is sealed for. */
    enum Purpose {
        TOKENS,
        DRAFT,
        FORM,
        STATE,
        VISITS
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST_KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;

    Vault(PortalConfig config) {
        if (config.sessionKey().length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "folkmoot.portal.session-key must have %d characters or more".formatted(SHORTEST_KEY));
        }
        this.master = config.sessionKey().getBytes(StandardCharsets.UTF_8);
    }

    /** A value that nobody can guess, for a cookie or an address. */
    static String unguessable() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What stands in the database, and wherever else a secret is known again, for such a value. */
    public static byte[] digest(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param place where it may be opened again, such as the tenant and the row's key; not secret */
    byte[] seal(Purpose purpose, String place, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, purpose, place, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be encrypted", e);
        }
    }

    /** What was sealed for that purpose and place; empty if it was not, or was altered, or by another key. */
    Optional<byte[]> open(Purpose purpose, String place, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, purpose, place, Arrays.copyOf(sealed, NONCE));
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be decrypted", e);
        }
    }

    /** A text that is the same on every replica, for whoever needs a secret of its own. */
    String secret(Purpose purpose) {
        return HexFormat.of().formatHex(key(purpose).getEncoded());
    }

    private Cipher cipher(int mode, Purpose purpose, String place, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((purpose + "|" + place).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(Purpose purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(new SecretKeySpec(master, "Generic"))
                                    .thenExpand(("folkmoot portal " + purpose).getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has HKDF", e);
        }
    }
}
