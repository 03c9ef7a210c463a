package org.folkmoot.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether a path, as it came over the wire, can be read in only one way.
 *
 * <p>A path is decoded, split and normalised by several programs on its way, each by rules of its own. Where their
 * readings can differ, a check made on one reading can be passed with another. So a path is taken only if it means the
 * same before and after any number of decodings, splittings and normalisations.
 */
final class RawPath {

    /** More than anyone means, and less than would cost anything. */
    private static final int MOST_DECODINGS = 4;

    private RawPath() {}

    /** Why the path is refused, for the sender; empty if it is plain. */
    static Optional<String> ambiguity(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return Optional.of("it holds a character that must be encoded");
            }
        }
        String read = path;
        for (int decodings = 0; decodings < MOST_DECODINGS; decodings++) {
            Optional<String> found = ambiguityAsRead(read);
            if (found.isPresent()) {
                return found;
            }
            Optional<String> decoded = decode(read);
            if (decoded.isEmpty()) {
                return Optional.of("its percent-encoding is broken");
            }
            if (decoded.get().equals(read)) {
                return Optional.empty();
            }
            if (slashes(decoded.get()) != slashes(read)) {
                return Optional.of("it holds an encoded slash");
            }
            read = decoded.get();
        }
        return Optional.of("it is encoded several times");
    }

    private static Optional<String> ambiguityAsRead(String path) {
        if (path.indexOf(';') >= 0) {
            return Optional.of("it holds a semicolon");
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("it holds a backslash");
        }
        if (path.contains("//")) {
            return Optional.of("it holds two slashes in a row");
        }
        if (path.contains("..") || path.contains("/./") || path.endsWith("/.")) {
            return Optional.of("it holds a step of dots");
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("it holds a control character");
        }
        return Optional.empty();
    }

    /** The path with each escape replaced once; empty if an escape is incomplete or is not UTF-8. */
    private static Optional<String> decode(String path) {
        if (path.indexOf('%') < 0) {
            return Optional.of(path);
        }
        var bytes = new ByteArrayOutputStream(path.length());
        byte[] raw = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            if (i + 2 >= raw.length) {
                return Optional.empty();
            }
            int high = Character.digit(raw[i + 1], 16);
            int low = Character.digit(raw[i + 2], 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            // Strict: an overlong form such as %c0%af is a slash to some readers and an error to others.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static long slashes(String path) {
        return path.chars().filter(c -> c == '/').count();
    }
}
