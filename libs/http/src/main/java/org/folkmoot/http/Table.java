package org.folkmoot.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows to be taken away in a file: as CSV or as an Excel workbook, whichever the caller accepts.
 *
 * <p>A service describes its columns once, and answers with a table where it answers with a {@link Page} otherwise:
 *
 * <pre>{@code
 * private static final Table.Columns<Practice> COLUMNS = Table.<Practice>columns()
 *         .text("Code", p -> p.code().code())
 *         .date("Opened", Practice::opened)
 *         .integer("List size", Practice::listSize);
 *
 * @GET @Produces({Table.CSV, Table.XLSX})
 * public Table<Practice> export() { return COLUMNS.table("practices", practices.stream()); }
 * }</pre>
 *
 * <p>The caller chooses by {@code Accept}, or in a link by {@code ?format=csv}, {@code ?format=xlsx} or
 * {@code ?format=json}. Rows are written as they come and are never all in memory.
 *
 * @param <T> what a row is made of
 */
public final class Table<T> {

    /** RFC 4180: comma, CRLF, a header line; UTF-8 without a byte order mark. */
    public static final String CSV = "text/csv";

    /** Office Open XML, as Excel and LibreOffice read it. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String name;
    private final List<Column<T>> columns;
    private final Stream<? extends T> rows;

    private Table(String name, List<Column<T>> columns, Stream<? extends T> rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
    }

    /** No columns yet. */
    public static <T> Columns<T> columns() {
        return new Columns<>(List.of());
    }

    /** The file's name without extension, and the sheet's. */
    String name() {
        return name;
    }

    List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    /** The rows, once; the caller closes the stream. */
    Stream<List<Cell>> rows() {
        return rows.map(
                row -> columns.stream().map(column -> column.cell().apply(row)).toList());
    }

    private record Column<T>(String header, Function<? super T, Cell> cell) {}

    /**
     * The columns of a table, in order. Immutable: each method gives a longer list. A value may be null; its cell is
     * empty.
     *
     * @param <T> what a row is made of
     */
    public static final class Columns<T> {

        private final List<Column<T>> columns;

        private Columns(List<Column<T>> columns) {
            this.columns = columns;
        }

        /** A column of texts; codes and numbers that are names (an NHS number) belong here, or they lose their zeros. */
        public Columns<T> text(String header, Function<? super T, ? extends @Nullable String> value) {
            return with(header, value, Cell.Text::new);
        }

        /** A column of whole numbers. */
        public Columns<T> integer(String header, Function<? super T, ? extends @Nullable Number> value) {
            return with(header, value, number -> new Cell.Whole(number.longValue()));
        }

        /**
         * A column of fractions, all with the same number of decimals; more decimals than that are rounded half up.
         */
        public Columns<T> decimal(
                String header, int decimals, Function<? super T, ? extends @Nullable BigDecimal> value) {
            return with(header, value, number -> new Cell.Decimal(number.setScale(decimals, RoundingMode.HALF_UP)));
        }

        /** A column of amounts in pounds sterling, with pence; the header should say what the amount is. */
        public Columns<T> money(String header, Function<? super T, ? extends @Nullable BigDecimal> value) {
            return decimal(header, 2, value);
        }

        /** A column of days. */
        public Columns<T> date(String header, Function<? super T, ? extends @Nullable LocalDate> value) {
            return with(header, value, Cell.Day::new);
        }

        /** A column of yes and no. */
        public Columns<T> bool(String header, Function<? super T, ? extends @Nullable Boolean> value) {
            return with(header, value, Cell.Flag::new);
        }

        /**
         * The table of these rows.
         *
         * @param name the file's name without extension: letters, digits, {@code -} and {@code _}
         * @param rows read once, while the answer is written; closed after that
         */
        public Table<T> table(String name, Stream<? extends T> rows) {
            if (!name.matches("[A-Za-z0-9_-]{1,100}")) {
                throw new IllegalArgumentException("Not a plain name for a file: " + name);
            }
            if (columns.isEmpty()) {
                throw new IllegalStateException("A table has at least one column");
            }
            return new Table<>(name, columns, rows);
        }

        private <V> Columns<T> with(
                String header, Function<? super T, ? extends @Nullable V> value, Function<V, Cell> cell) {
            var more = new ArrayList<>(columns);
            more.add(new Column<>(header, row -> {
                V given = value.apply(row);
                return given == null ? Cell.EMPTY : cell.apply(given);
            }));
            return new Columns<>(List.copyOf(more));
        }
    }
}
