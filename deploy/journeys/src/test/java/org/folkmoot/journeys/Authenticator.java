package org.folkmoot.journeys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The application on a person's telephone that shows one-time codes: RFC 6238 with SHA-1, six digits, thirty seconds.
 * Keycloak takes each code once, and those of the period before and after; no code is shown twice here.
 */
final class Authenticator {

    private static final long PERIOD = 30_000;
    private static final long EARLY_IN_THE_PERIOD = 20_000;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] key;
    private long last;

    /** An authenticator into which somebody has typed the key that a page shows, in groups of four. */
    Authenticator(String typed) {
        this.key = bytes(typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    /** A code that has not been used, after a pause if there is none. */
    String code() {
        long now = System.currentTimeMillis();
        long earliest = now / PERIOD - (now % PERIOD < EARLY_IN_THE_PERIOD ? 1 : 0);
        last = Math.max(earliest, last + 1);
        try {
            Thread.sleep(Math.max(0, (last - 1) * PERIOD - now));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return code(last);
    }

    String code(long period) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
            int offset = hash[hash.length - 1] & 0xf;
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (int at = 0; at < base32.length(); at++) {
            buffer = buffer << 5 | BASE_32.indexOf(base32.charAt(at));
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
