package org.folkmoot.registry.odsfile;

import java.util.Arrays;

/** The bytes of a row as they stand in its file. */
public final class RawLine {

    private final byte[] bytes;

    private RawLine(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of these bytes, which nobody alters any more. */
    public static RawLine of(byte[] bytes) {
        return new RawLine(bytes);
    }

    /** The bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, to be read only. */
    byte[] shared() {
        return bytes;
    }

    /** The bytes as text: UTF-8 where they are, else a character for each byte. */
    public String text() {
        return Text.lossless(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawLine line && Arrays.equals(line.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
