package org.folkmoot.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 hash, held as four numbers because a log has two for each vote. Its text is {@code sha256:} and 64 lower-case
 * hexadecimal digits.
 *
 * @param first bytes 0 to 7, big-endian
 * @param second bytes 8 to 15
 * @param third bytes 16 to 23
 * @param fourth bytes 24 to 31
 */
public record Hash(long first, long second, long third, long fourth) {

    /** What the first entry of a log names as the one before: 32 zero bytes. */
    public static final Hash NONE = new Hash(0, 0, 0, 0);

    /** What the text begins with. */
    static final String PREFIX = "sha256:";

    private static final int HEX_DIGITS = 64;

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException if it is not {@code sha256:} and 64 lower-case hexadecimal digits
     */
    public static Hash parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Hash hash = parse(bytes, 0, bytes.length);
        if (hash == null) {
            throw new IllegalArgumentException("a hash is sha256: and 64 lower-case hexadecimal digits");
        }
        return hash;
    }

    /**
     * The hash in these 32 bytes, as a digest or a database gives it.
     *
     * @throws IllegalArgumentException if these are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != 4 * Long.BYTES) {
            throw new IllegalArgumentException("A SHA-256 hash has 32 bytes");
        }
        return new Hash(Octets.get(bytes, 0), Octets.get(bytes, 8), Octets.get(bytes, 16), Octets.get(bytes, 24));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[4 * Long.BYTES];
        Octets.put(bytes, 0, first);
        Octets.put(bytes, 8, second);
        Octets.put(bytes, 16, third);
        Octets.put(bytes, 24, fourth);
        return bytes;
    }

    /** The 64 hexadecimal digits alone, as witnesses of a ledger write them. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public String toString() {
        return PREFIX + hex();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The hash in this part of a text, or null if it is none. */
    static @Nullable Hash parse(byte[] text, int from, int to) {
        int digits = from + PREFIX.length();
        if (to - digits != HEX_DIGITS) {
            return null;
        }
        for (int index = 0; index < PREFIX.length(); index++) {
            if (text[from + index] != PREFIX.charAt(index)) {
                return null;
            }
        }
        long first = number(text, digits);
        long second = number(text, digits + 16);
        long third = number(text, digits + 32);
        long fourth = number(text, digits + 48);
        for (int index = digits; index < to; index++) {
            if (DIGITS[text[index] & 0xff] < 0) {
                return null;
            }
        }
        return new Hash(first, second, third, fourth);
    }

    /** Of 16 hexadecimal digits. */
    private static long number(byte[] text, int from) {
        long number = 0;
        for (int index = from; index < from + 16; index++) {
            number = (number << 4) | (DIGITS[text[index] & 0xff] & 0xf);
        }
        return number;
    }

    private static final byte[] DIGITS = new byte[256];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            DIGITS["0123456789abcdef".charAt(digit)] = (byte) digit;
        }
    }
}
