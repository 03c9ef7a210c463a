package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must not be read in the database: AES-256 in GCM, a nonce of its own before each text. What a text belongs
 * to is authenticated with it, so that one sealed thing cannot be put in the place of another.
 */
@ApplicationScoped
class Sealing {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int CHANCE_BYTES = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Sealing(MandateConfig config) {
        byte[] bytes = Base64.getDecoder().decode(config.sealKey());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("folkmoot.mandate.seal-key is not 32 bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** @param belongsTo what it is the secret of */
    byte[] seal(byte[] secret, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo, secret);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was not sealed under this key for that */
    byte[] open(byte[] sealed, String belongsTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        ByteBuffer.wrap(sealed).get(nonce).get(rest);
        return cipher(Cipher.DECRYPT_MODE, nonce, belongsTo, rest);
    }

    /** 32 bytes of chance in hexadecimal digits. */
    String chance() {
        byte[] bytes = new byte[CHANCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private byte[] cipher(int mode, byte[] nonce, String belongsTo, byte[] text) {
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            aes.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return aes.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was sealed cannot be opened, or the reverse", e);
        }
    }
}
