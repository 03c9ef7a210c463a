package org.folkmoot.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as an Excel workbook. Texts are written as texts, so that no cell can be a formula. */
final class XlsxFile {

    /** Excel's own limits: rows of a sheet, characters of a cell, characters of a sheet's name. */
    private static final int ROWS_PER_SHEET = 1_048_576;

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_NAME = 31;
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final double COLUMN_WIDTH = 18;

    private final Table<?> table;
    private final int rowsPerSheet;

    XlsxFile(Table<?> table) {
        this(table, ROWS_PER_SHEET);
    }

    XlsxFile(Table<?> table, int rowsPerSheet) {
        this.table = table;
        this.rowsPerSheet = rowsPerSheet;
    }

    void write(OutputStream out) throws IOException {
        // The version is a file format's, not ours: it keeps the same table the same file in every release.
        try (Stream<List<Cell>> rows = table.rows();
                Workbook workbook = new Workbook(new Unclosed(out), "Folkmoot", "1.0")) {
            Iterator<List<Cell>> remaining = rows.iterator();
            int sheets = 0;
            do {
                sheets++;
                writeSheet(workbook, sheets, remaining);
            } while (remaining.hasNext());
        }
    }

    private void writeSheet(Workbook workbook, int number, Iterator<List<Cell>> rows) throws IOException {
        String suffix = number == 1 ? "" : " " + number;
        String name = table.name();
        Worksheet sheet = workbook.newWorksheet(
                name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix);
        List<String> headers = table.headers();
        sheet.freezePane(0, 1);
        for (int column = 0; column < headers.size(); column++) {
            sheet.width(column, COLUMN_WIDTH);
            sheet.value(0, column, fitting(headers.get(column)));
            sheet.style(0, column).bold().set();
        }
        for (int row = 1; row < rowsPerSheet && rows.hasNext(); row++) {
            List<Cell> cells = rows.next();
            for (int column = 0; column < cells.size(); column++) {
                write(sheet, row, column, cells.get(column));
            }
            if (row % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text(String value) -> sheet.value(row, column, fitting(value));
            case Cell.Whole(long value) -> sheet.value(row, column, value);
            case Cell.Decimal(var value) -> {
                sheet.value(row, column, value);
                sheet.style(row, column)
                        .format(value.scale() == 0 ? "0" : "0." + "0".repeat(value.scale()))
                        .set();
            }
            case Cell.Day(var value) -> {
                sheet.value(row, column, value);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Flag(boolean value) -> sheet.value(row, column, value);
            case Cell.Empty() -> {
                // Nothing is what an empty cell holds.
            }
        }
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** The workbook closes what it writes to; the answer's stream is not its to close. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
