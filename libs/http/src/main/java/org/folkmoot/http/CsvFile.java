package org.folkmoot.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** A table as RFC 4180 describes files of comma-separated values. */
final class CsvFile {

    /** Characters with which spreadsheets begin a formula (OWASP, "CSV injection"). */
    private static final String BEGINNINGS = "=+-@\t\r\n";

    private CsvFile() {}

    static void write(Table<?> table, OutputStream out) throws IOException {
        // Not closed: the stream belongs to the answer.
        CsvWriter file = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        try (Stream<List<Cell>> rows = table.rows()) {
            file.writeRecord(table.headers().stream().map(CsvFile::harmless).toList());
            rows.forEachOrdered(
                    row -> file.writeRecord(row.stream().map(CsvFile::text).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        file.flush();
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String value) -> harmless(value);
            case Cell.Whole(long value) -> Long.toString(value);
            case Cell.Decimal(var value) -> value.toPlainString();
            case Cell.Day(var value) -> value.toString();
            case Cell.Flag(boolean value) -> value ? "true" : "false";
            case Cell.Empty() -> "";
        };
    }

    /**
     * A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets do not show.
     * Only texts: a negative number comes out of a numeric cell and stays a number.
     */
    static String harmless(String text) {
        String visible = text.stripLeading();
        boolean formula = (!visible.isEmpty() && BEGINNINGS.indexOf(visible.charAt(0)) >= 0)
                || (!text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0);
        return formula ? "'" + text : text;
    }
}
