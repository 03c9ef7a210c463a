package org.folkmoot.registry.odsfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The real files, and what tests do with them. */
public final class Samples {

    /** The folder of the real files. */
    public static final Path FOLDER = Path.of(System.getProperty("folkmoot.root"), "deploy", "local", "data", "ods");

    public static final String EPRACCUR_DSE = "epraccur_dse_2026-06_subset.csv";
    public static final String EPRACCUR_LEGACY = "epraccur_legacy_2025-08_subset.csv";
    public static final String MAP = "gp-reg-pat-prac-map_2026-08_subset.csv";
    public static final String LISTS = "gp-reg-pat-prac-all_2025-04_subset.csv";
    public static final String TOTALS = "org-list-sizes_2026-08_subset.csv";
    public static final String SPELLS = "epcn-core-partner-details_2025-01_subset.csv";
    public static final String PCNS = "epcn-pcn-details_2025-01_subset.csv";
    public static final String TRUSTS = "etr_2026-07_subset.csv";
    public static final String BRANCHES = "ebranchs_legacy_2017-08_subset.csv";
    public static final String GEOGRAPHY = "icb-subicb-region_2026-08.csv";

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private Samples() {}

    /** The text of a real file; all of them are ASCII. */
    public static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a real file with their ends. */
    public static List<String> lines(String name) {
        return new ArrayList<>(List.of(text(name).split("(?<=\n)")));
    }

    static Examined examine(String text) {
        return examine(text.getBytes(StandardCharsets.UTF_8));
    }

    static Examined examine(byte[] bytes) {
        try {
            return new Examination(TODAY).examine(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Examined.Recognised recognise(String text) {
        return (Examined.Recognised) examine(text);
    }

    static List<FileRow> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<FileRow> read(byte[] bytes) {
        var rows = new ArrayList<FileRow>();
        try (var reader = new FactReader((Examined.Recognised) examine(bytes), new ByteArrayInputStream(bytes))) {
            for (FileRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    static List<FileRow.Quarantined> quarantined(List<FileRow> rows) {
        return rows.stream()
                .filter(FileRow.Quarantined.class::isInstance)
                .map(FileRow.Quarantined.class::cast)
                .toList();
    }

    static List<Fact> facts(List<FileRow> rows) {
        return rows.stream()
                .filter(FileRow.Good.class::isInstance)
                .map(row -> ((FileRow.Good) row).fact())
                .toList();
    }
}
