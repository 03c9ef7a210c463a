package org.folkmoot.registry.odsfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.folkmoot.registry.odsfile.PhysicalLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, one after the other.
 *
 * <p>A row whose quoted value does not close on its line is tried together with the lines that follow, but at most
 * {@value #MOST_LINES} of them and never with one that is a whole row by itself. When that gives no row of the right
 * number of columns, the first line alone is broken and reading goes on with the next.
 */
final class RowReader {

    static final int MOST_LINES = 10;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final PhysicalLines lines;
    private final ArrayDeque<Line> ahead = new ArrayDeque<>();
    private int columns;

    /** @param columns how many columns a row has */
    RowReader(InputStream in, int columns) {
        this.lines = new PhysicalLines(in);
        this.columns = columns;
    }

    /** The next row, or null after the last. */
    @Nullable
    Row next() throws IOException {
        Line line = nextLine();
        return line == null ? null : row(line);
    }

    /** The next line that is not empty, without its byte order mark; null after the last. For a header. */
    @Nullable
    Line nextLine() throws IOException {
        Line line;
        do {
            line = ahead.isEmpty() ? lines.next() : ahead.poll();
            if (line != null && line.number() == 1) {
                line = withoutByteOrderMark(line);
            }
        } while (line != null && isBlank(line.bytes()));
        return line;
    }

    /** Gives back a line that was looked at. */
    void pushBack(Line line) {
        ahead.addFirst(line);
    }

    void expect(int columns) {
        this.columns = columns;
    }

    private Row row(Line line) throws IOException {
        if (line.tooLong()) {
            return broken(line, Reason.LINE_TOO_LONG);
        }
        Optional<String> text = Text.of(line.bytes());
        if (text.isEmpty()) {
            return broken(line, breaksOffInsideACharacter(line) ? Reason.TRUNCATED : Reason.NOT_UTF_8);
        }
        if (Text.hasControlCharacter(text.get())) {
            return broken(line, Reason.CONTROL_CHARACTER);
        }
        return switch (Columns.of(text.get())) {
            case Columns.Split split
            when split.values().size() == columns -> new Row.Whole(line.number(), line.raw(), split.values());
            case Columns.Split split
            when split.values().size() < columns && !line.terminated() -> broken(line, Reason.TRUNCATED);
            case Columns.Split split -> broken(line, Reason.WRONG_COLUMN_COUNT);
            case Columns.Malformed malformed -> broken(line, Reason.BROKEN_QUOTE);
            case Columns.Unclosed unclosed -> overSeveralLines(line, text.get());
        };
    }

    private Row overSeveralLines(Line first, String start) throws IOException {
        var taken = new ArrayDeque<Line>();
        var text = new StringBuilder(start);
        var raw = new ByteArrayOutputStream();
        raw.writeBytes(first.bytes());
        Line last = first;
        while (taken.size() < MOST_LINES - 1) {
            Line line = ahead.isEmpty() ? lines.next() : ahead.poll();
            if (line == null) {
                break;
            }
            taken.add(line);
            last = line;
            Optional<String> more = Text.of(line.bytes());
            if (more.isEmpty() || line.tooLong() || Text.hasControlCharacter(more.get()) || isRow(more.get())) {
                break;
            }
            text.append('\n').append(more.get());
            raw.write('\n');
            raw.writeBytes(line.bytes());
            Columns columnsSoFar = Columns.of(text.toString());
            if (columnsSoFar instanceof Columns.Split split && split.values().size() == columns) {
                return new Row.Whole(first.number(), RawLine.of(raw.toByteArray()), split.values());
            }
            if (!(columnsSoFar instanceof Columns.Unclosed)) {
                break;
            }
        }
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
        return new Row.Broken(
                first.number(),
                first.raw(),
                last.number() == first.number() && !first.terminated() ? Reason.TRUNCATED : Reason.BROKEN_QUOTE);
    }

    private boolean isRow(String text) {
        return Columns.of(text) instanceof Columns.Split split && split.values().size() == columns;
    }

    private static Row broken(Line line, Reason reason) {
        return new Row.Broken(line.number(), line.raw(), reason);
    }

    /** A file cut inside a character of several bytes is UTF-8 up to the last three bytes. */
    private static boolean breaksOffInsideACharacter(Line line) {
        if (line.terminated()) {
            return false;
        }
        byte[] bytes = line.bytes();
        for (int cut = 1; cut <= 3 && cut <= bytes.length; cut++) {
            if (Text.of(Arrays.copyOf(bytes, bytes.length - cut)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private static Line withoutByteOrderMark(Line line) {
        byte[] bytes = line.bytes();
        if (bytes.length < 3
                || bytes[0] != BYTE_ORDER_MARK[0]
                || bytes[1] != BYTE_ORDER_MARK[1]
                || bytes[2] != BYTE_ORDER_MARK[2]) {
            return line;
        }
        return new Line(
                line.number(),
                RawLine.of(Arrays.copyOfRange(bytes, 3, bytes.length)),
                line.terminated(),
                line.tooLong());
    }
}
