package org.folkmoot.benchmark.directory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The real files made larger: copy 0 is the real rows, every further copy the same rows with codes that no other row
 * has, in another sub-ICB location with its ICB and region, with another postcode and another place in the name.
 *
 * <p>The files belong together as the real ones do: a practice of the file of cost centres stands in the map and among
 * the list sizes of the same copy, and its network is of that copy too.
 */
final class EnlargedDirectory {

    private static final String COST_CENTRES = "epraccur_dse_2026-06_subset.csv";
    private static final String MAP = "gp-reg-pat-prac-map_2026-08_subset.csv";
    private static final String LISTS = "gp-reg-pat-prac-all_2025-04_subset.csv";
    private static final String AREAS = "icb-subicb-region_2026-08.csv";

    /** Letters that can end a postcode. */
    private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private final Path real;
    private final List<List<String>> areas;
    private final List<List<String>> costCentres;
    private final Map<String, Integer> serials = new HashMap<>();

    private EnlargedDirectory(Path real) throws IOException {
        this.real = real;
        this.areas = read(AREAS, 1);
        this.costCentres = read(COST_CENTRES, 0);
        costCentres.forEach(row -> number(row.get(0)));
        read(MAP, 1).forEach(row -> {
            number(row.get(2));
            number(row.get(5));
        });
        read(LISTS, 1).forEach(row -> number(row.get(5)));
    }

    /**
     * Writes a release of the enlarged files.
     *
     * @param real the folder with the real ones
     * @param folder a new folder for the enlarged ones
     * @param rows how many cost centres there are to be, at least
     * @param backwards whether every file has its rows in the opposite order: the same content, other bytes
     * @return how many rows there are in all files
     */
    static long write(Path real, Path folder, int rows, boolean backwards) throws IOException {
        return new EnlargedDirectory(real).write(folder, rows, backwards);
    }

    private long write(Path folder, int rows, boolean backwards) throws IOException {
        Files.createDirectories(folder);
        int copies = (rows + costCentres.size() - 1) / costCentres.size();
        var order = new Order(copies, backwards);
        long written = write(folder.resolve(COST_CENTRES), 0, QuoteStrategies.ALWAYS, order, this::costCentre)
                + write(folder.resolve(MAP), 1, QuoteStrategies.REQUIRED, order, this::mapped)
                + write(folder.resolve(LISTS), 1, QuoteStrategies.REQUIRED, order, this::listed);
        Files.copy(real.resolve(AREAS), folder.resolve(AREAS));
        // The file of cost centres states no date of its own.
        Files.writeString(folder.resolve("release.json"), "{\"asAt\": \"2026-08-01\"}\n");
        return written + areas.size();
    }

    private record Order(int copies, boolean backwards) {

        int copy(int index) {
            return backwards ? copies - 1 - index : index;
        }

        List<List<String>> rows(List<List<String>> forwards) {
            return backwards ? forwards.reversed() : forwards;
        }
    }

    private interface Copying {
        List<String> row(List<String> real, int copy);
    }

    private long write(Path file, int headers, QuoteStrategy quotes, Order order, Copying copying) throws IOException {
        String name = file.getFileName().toString();
        List<List<String>> rows = order.rows(read(name, headers));
        try (var writer = CsvWriter.builder()
                .quoteStrategy(quotes)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(file)) {
            for (List<String> header : read(name, 0).subList(0, headers)) {
                writer.writeRecord(header);
            }
            for (int i = 0; i < order.copies(); i++) {
                int copy = order.copy(i);
                for (List<String> row : rows) {
                    writer.writeRecord(copy == 0 ? row : copying.row(row, copy));
                }
            }
        }
        return (long) rows.size() * order.copies();
    }

    private List<String> costCentre(List<String> real, int copy) {
        var row = new ArrayList<>(real);
        List<String> area = area(copy);
        row.set(0, code(real.get(0), copy));
        row.set(1, name(real.get(1), copy));
        row.set(2, area.get(0));
        row.set(3, area.get(3));
        row.set(9, postcode(real.get(9), copy));
        row.set(14, area.get(6));
        return row;
    }

    private List<String> mapped(List<String> real, int copy) {
        var row = new ArrayList<>(real);
        List<String> area = area(copy);
        row.set(2, code(real.get(2), copy));
        row.set(3, name(real.get(3), copy));
        row.set(4, postcode(real.get(4), copy));
        // U alone says that a practice is in no network.
        if (real.get(5).length() > 1) {
            row.set(5, code(real.get(5), copy));
            row.set(6, name(real.get(6), copy));
        }
        row.set(7, area.get(7));
        row.set(8, area.get(6));
        row.set(9, area.get(8));
        row.set(10, area.get(4));
        row.set(11, area.get(3));
        row.set(12, area.get(5));
        row.set(13, area.get(1));
        row.set(14, area.get(0));
        row.set(15, area.get(2));
        return row;
    }

    private List<String> listed(List<String> real, int copy) {
        var row = new ArrayList<>(real);
        List<String> area = area(copy);
        row.set(3, area.get(6));
        row.set(4, area.get(7));
        row.set(5, code(real.get(5), copy));
        row.set(6, postcode(real.get(6), copy));
        return row;
    }

    private List<String> area(int copy) {
        return areas.get(copy % areas.size());
    }

    /** The real first letter and five more: a real code has a digit among them, so none is met twice. */
    private String code(String real, int copy) {
        int rest = copy * serials.size() + Objects.requireNonNull(serials.get(real));
        var code = new StringBuilder(6);
        for (int i = 0; i < 5; i++) {
            code.append((char) ('A' + rest % 26));
            rest /= 26;
        }
        return code.append(real.charAt(0)).reverse().toString();
    }

    private void number(String code) {
        serials.putIfAbsent(code, serials.size());
    }

    /** With the town of another row: names are to be as various as towns are. */
    private String name(String real, int copy) {
        List<String> other = costCentres.get(Math.floorMod(copy * 37 + real.hashCode(), costCentres.size()));
        String town = Stream.of(7, 6, 5)
                .map(other::get)
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .orElse("TOWN");
        return real + " " + town;
    }

    private static String postcode(String real, int copy) {
        int gap = real.indexOf(' ');
        if (gap < 0 || gap + 4 != real.length()) {
            return real;
        }
        int letters = POSTCODE_LETTERS.length();
        return real.substring(0, gap + 1)
                + copy % 10
                + POSTCODE_LETTERS.charAt(copy / 10 % letters)
                + POSTCODE_LETTERS.charAt(copy / 10 / letters % letters);
    }

    private List<List<String>> read(String name, int skip) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(real.resolve(name))) {
            return reader.stream().skip(skip).map(CsvRecord::getFields).toList();
        }
    }
}
