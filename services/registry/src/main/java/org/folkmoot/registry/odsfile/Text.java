package org.folkmoot.registry.odsfile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes of a file as text. */
final class Text {

    private Text() {}

    /** The text, or empty when the bytes are not UTF-8. */
    static Optional<String> of(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return beyondAscii(bytes);
            }
        }
        return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> beyondAscii(byte[] bytes) {
        try {
            // A new decoder reports malformed input; String's own constructor would replace it in silence.
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Every byte kept: as UTF-8 where it is, else each byte as the character of its number (ISO 8859-1). */
    static String lossless(byte[] bytes) {
        return of(bytes).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Whether a character below the blank stands in it; tabs and line ends inside a quoted value are text. */
    static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) {
                return true;
            }
        }
        return false;
    }
}
