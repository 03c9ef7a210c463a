package org.folkmoot.nhsuk.picture;

import java.util.List;

/**
 * A table of figures.
 *
 * @param columns never empty
 * @param rows as many cells each as there are columns: text, or a whole number in a column of numbers
 */
public record Figures(List<Column> columns, List<List<Object>> rows) {

    /** A column; numbers stand at its right. */
    public record Column(String name, boolean isNumber) {

        /** The option {@code format} of a column of the design system's table. */
        public String format() {
            return isNumber ? "numeric" : "string";
        }
    }

    public Figures {
        columns = List.copyOf(columns);
        rows = rows.stream().<List<Object>>map(List::copyOf).toList();
        int width = columns.size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("every row has a cell for each of %d columns".formatted(width));
        }
    }

    /** The names of the columns, for the first line of a file. */
    public List<String> headers() {
        return columns.stream().map(Column::name).toList();
    }

    /** The rows as a person reads them, with commas in long numbers. */
    public List<List<String>> shown() {
        return rows.stream()
                .map(row -> row.stream().map(Figures::shown).toList())
                .toList();
    }

    private static String shown(Object cell) {
        return switch (cell) {
            case Long number -> Unit.grouped(number);
            case Integer number -> Unit.grouped(number);
            default -> cell.toString();
        };
    }
}
