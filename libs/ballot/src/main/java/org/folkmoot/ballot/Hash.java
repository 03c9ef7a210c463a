package org.folkmoot.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private static final long ONES = 0x0101010101010101L;
    private static final long PREFIX_MASK = -1L >>> Byte.SIZE;
    private static final long PREFIX_WORD =
            Octets.word((PREFIX + " ").getBytes(StandardCharsets.US_ASCII), 0) & PREFIX_MASK;

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
        if (to - digits != HEX_DIGITS || (Octets.word(text, from) & PREFIX_MASK) != PREFIX_WORD) {
            return null;
        }
        long proper = 0;
        long[] parts = new long[8];
        for (int part = 0; part < parts.length; part++) {
            parts[part] = eightDigits(text, digits + part * 8);
            proper |= parts[part];
        }
        return proper < 0
                ? null
                : new Hash(
                        parts[0] << 32 | parts[1],
                        parts[2] << 32 | parts[3],
                        parts[4] << 32 | parts[5],
                        parts[6] << 32 | parts[7]);
    }

    /** The number that eight lower-case hexadecimal digits make, or -1: all eight at once, since a log has many. */
    private static long eightDigits(byte[] text, int from) {
        long word = Octets.word(text, from);
        // 1 in the byte of a letter, which is 0x61 to 0x66; a digit is 0x30 to 0x39.
        long letters = (word >>> 6) & ONES;
        long values = (word & ONES * 0x0f) + letters * 9;
        long expected = values + ONES * '0' + letters * ('a' - 10 - '0');
        long tenOrMore = ((values + ONES * 6) >>> 4) & ONES;
        if (word != expected || tenOrMore != letters || (values & ONES * 0x10) != 0) {
            return -1;
        }
        // The first digit stands in the lowest byte, and counts most.
        long pairs = (values << 4 | values >>> 8) & 0x00ff00ff00ff00ffL;
        long fours = (pairs | pairs >>> 8) & 0x0000ffff0000ffffL;
        return Integer.toUnsignedLong(Integer.reverseBytes((int) (fours | fours >>> 16)));
    }
}
