package org.folkmoot.registry.odsfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a file as bytes, numbered from 1, without their ends. Holds one line and one buffer in memory. */
final class PhysicalLines {

    /** No row of these files comes near it; a file without a line end would otherwise fill the memory. */
    static final int LONGEST = 64 * 1024;

    /**
     * @param raw the line without its end; of a line that is too long, its start
     * @param terminated whether a line end follows; only the last line can be without
     */
    record Line(long number, RawLine raw, boolean terminated, boolean tooLong) {

        byte[] bytes() {
            return raw.shared();
        }
    }

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private long number;

    PhysicalLines(InputStream in) {
        this.in = in;
    }

    /** The next line, or null after the last. */
    @Nullable
    Line next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        int end = lineFeedFrom(position);
        if (end >= 0) {
            byte[] bytes = Arrays.copyOfRange(buffer, position, withoutReturn(buffer, position, end));
            position = end + 1;
            return new Line(number, RawLine.of(bytes), true, false);
        }
        return acrossBuffers();
    }

    private Line acrossBuffers() throws IOException {
        var collected = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        boolean terminated = false;
        do {
            int lineFeed = lineFeedFrom(position);
            int end = lineFeed >= 0 ? lineFeed : limit;
            int room = LONGEST - collected.size();
            tooLong |= end - position > room;
            collected.write(buffer, position, Math.min(end - position, room));
            position = lineFeed >= 0 ? lineFeed + 1 : limit;
            terminated = lineFeed >= 0;
        } while (!terminated && fill());
        byte[] bytes = collected.toByteArray();
        int length = tooLong ? bytes.length : withoutReturn(bytes, 0, bytes.length);
        return new Line(number, RawLine.of(Arrays.copyOf(bytes, length)), terminated, tooLong);
    }

    private int lineFeedFrom(int start) {
        for (int i = start; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int withoutReturn(byte[] bytes, int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(read, 0);
        return read > 0;
    }
}
