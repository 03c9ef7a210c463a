package org.folkmoot.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/**
 * A SHA-256 hash.
 *
 * @param hex its 64 hexadecimal digits in lower case, so that equal hashes are equal texts
 */
public record Hash(@JsonValue String hex) {

    /** What the first entry of a stream names as the hash of the entry before: 32 zero bytes. */
    public static final Hash NONE = new Hash("0".repeat(64));

    /** @throws IllegalArgumentException if these are not 64 lower-case hexadecimal digits */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Hash {
        if (!hasForm(hex)) {
            throw new IllegalArgumentException("A hash has 64 lower-case hexadecimal digits");
        }
    }

    /**
     * The hash in these 32 bytes, as the database holds it.
     *
     * @throws IllegalArgumentException if these are not 32 bytes
     */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The hexadecimal digits. */
    @Override
    public String toString() {
        return hex;
    }

    // A loop, since millions of hashes are read where a log is verified.
    private static boolean hasForm(String hex) {
        if (hex.length() != 64) {
            return false;
        }
        for (int index = 0; index < hex.length(); index++) {
            char digit = hex.charAt(index);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
