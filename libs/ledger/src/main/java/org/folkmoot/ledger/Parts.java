package org.folkmoot.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The encoding of what is hashed or signed: each part preceded by its length in bytes as a four-byte big-endian integer.
 * Two different lists of parts never have the same encoding.
 */
final class Parts {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream(512);

    Parts add(byte[] part) {
        encoded.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        encoded.writeBytes(part);
        return this;
    }

    /**
     * UTF-8, and strictly so. The encoder turns half a surrogate pair into a question mark, and a text that differs from
     * the hashed one in such a place would still check.
     *
     * @throws IllegalArgumentException if the text is not Unicode
     */
    Parts add(String part) {
        for (int index = 0; index < part.length(); index += Character.charCount(part.codePointAt(index))) {
            int codePoint = part.codePointAt(index);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException("A text holds half a surrogate pair");
            }
        }
        return add(part.getBytes(StandardCharsets.UTF_8));
    }

    Parts add(long part) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
    }

    /** Microseconds since 1970, the precision of the database. */
    Parts add(Instant part) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, part));
    }

    byte[] encoded() {
        return encoded.toByteArray();
    }

    /**
     * A time that has one encoding and that the database can hold.
     *
     * @throws IllegalArgumentException if it is finer than a microsecond or beyond the years 1 to 9999
     */
    static Instant requireExact(Instant at) {
        if (!at.truncatedTo(ChronoUnit.MICROS).equals(at) || at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("A time is in whole microseconds of the years 1 to 9999");
        }
        return at;
    }
}
