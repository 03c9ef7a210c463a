package org.folkmoot.neighbourhood.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits: seals and opens bytes, and hashes texts. It says nothing of itself. */
final class SecretBytes {

    static final int LENGTH = 32;

    /** The form of what is sealed: this octet, the nonce, the sealed bytes with their tag. */
    private static final byte FORM = 1;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    /** @throws IllegalArgumentException if these are not 32 bytes */
    SecretBytes(byte[] key) {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        this.key = key.clone();
    }

    static SecretBytes random() {
        byte[] key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return new SecretBytes(key);
    }

    /** @param context what it belongs to: it opens only with the same one */
    byte[] seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0, context);
        byte[] whole = new byte[1 + NONCE + sealed.length];
        whole[0] = FORM;
        System.arraycopy(nonce, 0, whole, 1, NONCE);
        System.arraycopy(sealed, 0, whole, 1 + NONCE, sealed.length);
        return whole;
    }

    /** @throws IllegalStateException if it was not sealed with this key for this context, or was altered */
    byte[] open(byte[] whole, String context) {
        if (whole.length <= 1 + NONCE || whole[0] != FORM) {
            throw new IllegalStateException("not a sealed text: " + context);
        }
        return crypt(Cipher.DECRYPT_MODE, Arrays.copyOfRange(whole, 1, 1 + NONCE), whole, 1 + NONCE, context);
    }

    byte[] wrap(SecretBytes other, String context) {
        return seal(other.key, context);
    }

    SecretBytes unwrap(byte[] wrapped, String context) {
        return new SecretBytes(open(wrapped, context));
    }

    /** HMAC-SHA-256. */
    byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] input, int from, String context) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("sealed with another key, for something else, or altered: " + context, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    @Override
    public String toString() {
        return "SecretBytes[withheld]";
    }
}
