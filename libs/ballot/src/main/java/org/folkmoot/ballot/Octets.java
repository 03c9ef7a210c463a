package org.folkmoot.ballot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A text in UTF-8 or an encoding that grows while it is written, and is then hashed or shown. */
final class Octets {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    Octets(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** Goes back to an earlier length, so that what was common to many encodings need not be written again. */
    void truncate(int earlier) {
        length = earlier;
    }

    Octets add(byte[] source, int from, int to) {
        room(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    Octets add(byte[] source) {
        return add(source, 0, source.length);
    }

    Octets add(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Octets add(String ascii) {
        room(ascii.length());
        for (int index = 0; index < ascii.length(); index++) {
            bytes[length++] = (byte) ascii.charAt(index);
        }
        return this;
    }

    Octets add(int number) {
        room(Integer.BYTES);
        INTS.set(bytes, length, number);
        length += Integer.BYTES;
        return this;
    }

    Octets add(long number) {
        room(Long.BYTES);
        put(bytes, length, number);
        length += Long.BYTES;
        return this;
    }

    /** A part of a ledger's encoding: its length in bytes, then the number. */
    Octets part(long number) {
        return add(Long.BYTES).add(number);
    }

    /** A part of a ledger's encoding: its length in bytes, then the hash. */
    Octets part(Hash hash) {
        return add(4 * Long.BYTES)
                .add(hash.first())
                .add(hash.second())
                .add(hash.third())
                .add(hash.fourth());
    }

    /** A part of a ledger's encoding: its length in bytes, then the text. */
    Octets part(String text) {
        int at = length;
        add(0);
        plain(text);
        INTS.set(bytes, at, length - at - Integer.BYTES);
        return this;
    }

    /** Begins a part whose length is not known yet; returns what {@link #endPart} needs. */
    int beginPart() {
        add(0);
        return length;
    }

    void endPart(int began) {
        INTS.set(bytes, began - Integer.BYTES, length - began);
    }

    /** The text in UTF-8. Texts of this package hold no half surrogate pair, so none is ever replaced. */
    private void plain(String text) {
        room(text.length());
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter >= 0x80) {
                byte[] rest = text.substring(index).getBytes(StandardCharsets.UTF_8);
                add(rest, 0, rest.length);
                return;
            }
            bytes[length++] = (byte) letter;
        }
    }

    /** The text as a JSON string in the form of RFC 8785, section 3.2.2.2. */
    Octets quoted(String text) {
        add('"');
        int count = text.length();
        room(count);
        for (int index = 0; index < count; index++) {
            char letter = text.charAt(index);
            if (letter >= 0x80) {
                int end = index + 1;
                while (end < count && text.charAt(end) >= 0x80) {
                    end++;
                }
                byte[] foreign = text.substring(index, end).getBytes(StandardCharsets.UTF_8);
                add(foreign, 0, foreign.length);
                room(count - end);
                index = end - 1;
            } else if (letter < 0x20 || letter == '"' || letter == '\\') {
                escaped(letter);
                room(count - index);
            } else {
                bytes[length++] = (byte) letter;
            }
        }
        return add('"');
    }

    private void escaped(char letter) {
        add('\\');
        switch (letter) {
            case '"', '\\' -> add(letter);
            case '\b' -> add('b');
            case '\f' -> add('f');
            case '\n' -> add('n');
            case '\r' -> add('r');
            case '\t' -> add('t');
            default -> {
                add("u00");
                add((char) HEX[letter >> 4]);
                add((char) HEX[letter & 0xf]);
            }
        }
    }

    Hash hash(MessageDigest sha256) {
        sha256.update(bytes, 0, length);
        return Hash.of(sha256.digest());
    }

    Hash hash() {
        return hash(Hash.sha256());
    }

    /** The hash of these, one after the other. */
    static Hash hashOfAll(Octets... parts) {
        MessageDigest sha256 = Hash.sha256();
        for (Octets part : parts) {
            sha256.update(part.bytes, 0, part.length);
        }
        return Hash.of(sha256.digest());
    }

    static Hash hashOf(java.util.function.Consumer<Octets> writing) {
        var out = new Octets(256);
        writing.accept(out);
        return out.hash();
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    static void put(byte[] target, int at, long number) {
        LONGS.set(target, at, number);
    }

    static long get(byte[] source, int at) {
        return (long) LONGS.get(source, at);
    }

    /** Eight letters, the first of them in the lowest byte. */
    static long word(byte[] source, int at) {
        return (long) WORDS.get(source, at);
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
