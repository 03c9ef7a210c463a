package org.folkmoot.registry.odsfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.registry.odsfile.PhysicalLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a whole file and says what it is. The whole, since a dialect is that of most rows and half a file shows
 * at its end.
 */
public final class Examination {

    private static final int START = 1024;
    /** A broken first line must not hide what the file is. */
    private static final int LINES_TO_FIND_COLUMNS = 50;

    private final LocalDate today;

    /** @param today dates after it are plans, and say nothing about when a file was made */
    public Examination(LocalDate today) {
        this.today = today;
    }

    /**
     * What the file is. Reads to its end and closes it.
     *
     * @throws IOException when it cannot be read
     */
    public Examined examine(InputStream file) throws IOException {
        try (var in = new BufferedInputStream(file, 64 * 1024)) {
            in.mark(START);
            byte[] start = in.readNBytes(START);
            in.reset();
            Optional<UnrecognisedReason> noTable = noTable(start);
            if (noTable.isPresent()) {
                return new Examined.Unrecognised(noTable.get());
            }
            var rows = new RowReader(in, Shape.COLUMNS);
            Line first = rows.nextLine();
            if (first == null) {
                return new Examined.Unrecognised(UnrecognisedReason.EMPTY);
            }
            Header header = header(first);
            for (FileKind kind : FileKind.values()) {
                if (header.isOf(kind)) {
                    return withHeader(kind, header, rows);
                }
            }
            if (Arrays.stream(FileKind.values()).anyMatch(header::isNearly)) {
                return new Examined.Unrecognised(UnrecognisedReason.DAMAGED_HEADER);
            }
            rows.pushBack(first);
            return withoutHeader(rows);
        }
    }

    private static Header header(Line line) {
        return Text.of(line.bytes())
                .map(text -> Columns.of(text) instanceof Columns.Split split ? Header.of(split.values()) : Header.NONE)
                .orElse(Header.NONE);
    }

    private Examined withHeader(FileKind kind, Header header, RowReader rows) throws IOException {
        rows.expect(header.columns().size());
        int extract = header.column("EXTRACT_DATE");
        int[] dates = dateColumns(kind, header);
        var stated = new HashMap<String, Integer>();
        LocalDate newest = null;
        long count = 0;
        Row last = null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            count++;
            last = row;
            if (row instanceof Row.Whole whole) {
                if (extract >= 0) {
                    stated.merge(whole.values().get(extract).strip(), 1, Integer::sum);
                }
                newest = newest(newest, whole.values(), dates);
            }
        }
        return new Examined.Recognised(
                kind,
                Optional.empty(),
                header,
                mostStated(stated),
                Optional.ofNullable(newest),
                count,
                brokenOff(last));
    }

    private Examined withoutHeader(RowReader rows) throws IOException {
        var shapes = new EnumMap<Shape, Long>(Shape.class);
        var newest = new EnumMap<Shape, LocalDate>(Shape.class);
        long count = 0;
        boolean columnsSeen = false;
        Row last = null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            count++;
            last = row;
            if (row instanceof Row.Whole whole) {
                columnsSeen = true;
                Shape shape = Shape.of(whole.values());
                shapes.merge(shape, 1L, Long::sum);
                LocalDate before = newest.get(shape);
                LocalDate after = newest(before, whole.values(), dateColumns(shape));
                if (after != null) {
                    newest.put(shape, after);
                }
            } else if (!columnsSeen && count >= LINES_TO_FIND_COLUMNS) {
                return new Examined.Unrecognised(UnrecognisedReason.UNKNOWN_COLUMNS);
            }
        }
        shapes.remove(Shape.UNKNOWN);
        Optional<Shape> most = shapes.entrySet().stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey);
        if (most.isEmpty()) {
            return new Examined.Unrecognised(UnrecognisedReason.UNKNOWN_COLUMNS);
        }
        return new Examined.Recognised(
                kind(most.get()),
                dialect(most.get()),
                Header.NONE,
                Optional.empty(),
                Optional.ofNullable(newest.get(most.get())),
                count,
                brokenOff(last));
    }

    private static Optional<FileRow.Quarantined> brokenOff(@Nullable Row last) {
        return last instanceof Row.Broken broken && broken.reason() == Reason.TRUNCATED
                ? Optional.of(new FileRow.Quarantined(broken.line(), broken.raw(), broken.reason()))
                : Optional.empty();
    }

    private static FileKind kind(Shape shape) {
        return switch (shape) {
            case COST_CENTRE_LEGACY, COST_CENTRE_DSE -> FileKind.COST_CENTRES;
            case TRUST -> FileKind.TRUSTS;
            case BRANCH -> FileKind.BRANCHES;
            case UNKNOWN -> throw new IllegalArgumentException("no kind has this shape");
        };
    }

    private static Optional<Dialect> dialect(Shape shape) {
        return switch (shape) {
            case COST_CENTRE_LEGACY -> Optional.of(Dialect.LEGACY);
            case COST_CENTRE_DSE -> Optional.of(Dialect.DSE);
            case TRUST, BRANCH, UNKNOWN -> Optional.empty();
        };
    }

    /** Of a cost centre only ends count: openings are entered long before they come. */
    private static int[] dateColumns(Shape shape) {
        return switch (shape) {
            case COST_CENTRE_LEGACY, COST_CENTRE_DSE -> new int[] {11, 16};
            case TRUST, BRANCH -> new int[] {10, 11, 15, 16};
            case UNKNOWN -> new int[] {};
        };
    }

    private static int[] dateColumns(FileKind kind, Header header) {
        List<String> names = switch (kind) {
            case PCN_DETAILS -> List.of("OPEN DATE", "CLOSE DATE");
            case MEMBERSHIPS ->
                List.of("PRACTICE TO PCN RELATIONSHIP START DATE", "PRACTICE TO PCN RELATIONSHIP END DATE");
            case COST_CENTRES, TRUSTS, BRANCHES, REGISTER_MAP, GEOGRAPHY, LIST_SIZES, LIST_TOTALS, CHANGES -> List.of();
        };
        return names.stream().mapToInt(header::column).toArray();
    }

    private @Nullable LocalDate newest(@Nullable LocalDate newest, List<String> row, int[] columns) {
        LocalDate result = newest;
        for (int column : columns) {
            Optional<LocalDate> date = FileDates.compact(row.get(column).strip());
            if (date.isPresent()
                    && !date.get().isAfter(today)
                    && (result == null || date.get().isAfter(result))) {
                result = date.get();
            }
        }
        return result;
    }

    /** The date of most rows; of two that are equally many, the newer. */
    private static Optional<LocalDate> mostStated(Map<String, Integer> stated) {
        var counts = new HashMap<LocalDate, Integer>();
        stated.forEach(
                (text, rows) -> FileDates.extract(text).ifPresent(date -> counts.merge(date, rows, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.<LocalDate, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static Optional<UnrecognisedReason> noTable(byte[] start) {
        if (start.length == 0) {
            return Optional.of(UnrecognisedReason.EMPTY);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF")) {
            return Optional.of(UnrecognisedReason.PDF);
        }
        if (text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006")) {
            return Optional.of(UnrecognisedReason.ZIP);
        }
        if (text.startsWith("\u001f\u008b")) {
            return Optional.of(UnrecognisedReason.GZIP);
        }
        String words = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3).strip() : text.strip();
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html") || lower.startsWith("<head")) {
            return Optional.of(UnrecognisedReason.HTML);
        }
        if (lower.startsWith("<")) {
            return Optional.of(lower.contains("<html") ? UnrecognisedReason.HTML : UnrecognisedReason.XML);
        }
        if (lower.startsWith("{") || lower.startsWith("[")) {
            return Optional.of(UnrecognisedReason.JSON);
        }
        boolean utf16 = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
        return utf16 || looksBinary(start) ? Optional.of(UnrecognisedReason.BINARY) : Optional.empty();
    }

    /** A NUL here and there is a damaged row; one in thirty bytes is no text at all. */
    private static boolean looksBinary(byte[] start) {
        int odd = 0;
        for (byte b : start) {
            odd += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        return odd * 30 > start.length;
    }
}
