package org.folkmoot.registry.dspt;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/** Reads the list of the toolkit's public search: a CSV file whose header names the columns, in whatever order. */
final class DsptReader {

    private static final String CODE = "code";
    private static final String STATUS = "status";
    private static final String PUBLISHED = "date of publication";

    /** An older name of {@link #STATUS}. */
    private static final String LATEST_STATUS = "latest status";

    /** {@code 26/06/2023}. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT);

    /** The toolkit began in that year; an older date is a typing mistake, of whatever age a database could not keep. */
    static final int FIRST_YEAR = 2018;

    /** Some four times as many as there are organisations in the list of all of England. */
    static final int MOST_ROWS = 200_000;

    /** So many unread rows are shown; all of them are counted. */
    static final int SHOWN = 200;

    /** So much of a row is repeated in a report. */
    private static final int LONGEST_RAW = 500;

    private final List<DsptFact> facts = new ArrayList<>();
    private final List<UnreadRow> firstUnread = new ArrayList<>();
    private long unread;
    private final Set<String> had = new HashSet<>();
    private final List<String> header;
    private final LocalDate asAt;

    private DsptReader(List<String> header, LocalDate asAt) {
        this.header = header;
        this.asAt = asAt;
    }

    /**
     * Reads a file to its end.
     *
     * @param asAt the date on which the list was taken
     */
    static DsptFile read(Reader text, LocalDate asAt) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> each = rows.iterator();
            List<String> header = each.hasNext() ? header(each.next()) : List.of();
            if (!header.containsAll(List.of(CODE, STATUS, PUBLISHED))) {
                return new DsptFile.NotTheList(
                        "must be the list with the columns Code, Status and Date Of Publication");
            }
            var reader = new DsptReader(header, asAt);
            for (int taken = 0; each.hasNext(); taken++) {
                if (taken == MOST_ROWS) {
                    return new DsptFile.NotTheList("has more rows than the list of all of England can have");
                }
                reader.take(each.next());
            }
            return new DsptFile.Read(reader.facts, reader.unread, reader.firstUnread);
        } catch (CsvParseException e) {
            return new DsptFile.NotTheList("is no CSV: a quotation mark is open, or stands where none may");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> header(CsvRecord first) {
        return first.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .map(name -> name.equals(LATEST_STATUS) ? STATUS : name)
                .toList();
    }

    private void take(CsvRecord row) {
        String refusal = refusal(row);
        if (refusal == null) {
            return;
        }
        unread++;
        if (firstUnread.size() < SHOWN) {
            firstUnread.add(
                    new UnreadRow(row.getStartingLineNumber(), refusal, beginning(String.join(",", row.getFields()))));
        }
    }

    /** Takes the row, or says why not. */
    private @Nullable String refusal(CsvRecord row) {
        if (row.getFieldCount() != header.size()) {
            return "columns-differ";
        }
        Optional<OdsCode> code = OdsCode.parse(value(row, CODE));
        if (code.isEmpty()) {
            return "code-invalid";
        }
        String wording = value(row, STATUS);
        Optional<DsptStatus.Worded> worded = DsptStatus.of(wording);
        if (worded.isEmpty()) {
            return "status-unknown";
        }
        LocalDate dated = asAt;
        if (worded.get().status() != DsptStatus.NOT_PUBLISHED) {
            try {
                dated = LocalDate.parse(value(row, PUBLISHED), DATE);
            } catch (DateTimeParseException e) {
                return "date-invalid";
            }
            if (dated.getYear() < FIRST_YEAR) {
                return "date-invalid";
            }
            if (dated.isAfter(asAt)) {
                return "date-after-file";
            }
        }
        String organisation = code.get().code();
        if (!had.add(organisation)) {
            return "code-twice";
        }
        facts.add(new DsptFact(
                organisation, dated, worded.get().status(), worded.get().edition(), wording));
        return null;
    }

    /** As much as is repeated of it, without half a character at its end: no JSON can hold one. */
    private static String beginning(String raw) {
        if (raw.length() <= LONGEST_RAW) {
            return raw;
        }
        return raw.substring(0, Character.isHighSurrogate(raw.charAt(LONGEST_RAW - 1)) ? LONGEST_RAW - 1 : LONGEST_RAW);
    }

    private String value(CsvRecord row, String column) {
        return row.getField(header.indexOf(column)).strip();
    }
}
