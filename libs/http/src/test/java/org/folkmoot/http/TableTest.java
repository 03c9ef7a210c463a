package org.folkmoot.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @TempDir
    Path folder;

    private record Row(
            @Nullable String name,
            @Nullable Long count,
            @Nullable BigDecimal amount,
            @Nullable LocalDate opened,
            @Nullable Boolean active) {}

    private static final Table.Columns<Row> COLUMNS = Table.<Row>columns()
            .text("Name", Row::name)
            .integer("Patients", Row::count)
            .money("Amount (£)", Row::amount)
            .date("Opened", Row::opened)
            .bool("Active", Row::active);

    private static final Row FULL =
            new Row("Bridge Lane, \"North\"", 12_345L, new BigDecimal("-1234.5"), LocalDate.of(2026, 5, 29), true);
    private static final Row EMPTY = new Row(null, null, null, null, null);

    @Test
    void csv_is_as_its_standard_says() throws IOException {
        assertThat(csv(COLUMNS.table("practices", Stream.of(FULL, EMPTY))))
                .isEqualTo("Name,Patients,Amount (£),Opened,Active\r\n"
                        + "\"Bridge Lane, \"\"North\"\"\",12345,-1234.50,2026-05-29,true\r\n"
                        + ",,,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 113",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1+1",
                "=HYPERLINK(\"http://x\")",
                "=cmd|'/c calc'!A0"
            })
    void a_text_that_a_spreadsheet_would_calculate_is_made_harmless(String text) {
        assertThat(CsvFile.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "B82020", "O'Brien", "a=b", "1-2", "Dr. @Home", "'=1"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(CsvFile.harmless(text)).isEqualTo(text);
    }

    @Test
    void headers_are_made_harmless_too() throws IOException {
        assertThat(csv(Table.<Row>columns().text("=1+1", Row::name).table("t", Stream.of())))
                .isEqualTo("'=1+1\r\n");
    }

    @Test
    void a_workbook_has_typed_cells_and_no_formulas() throws IOException {
        // When
        Map<String, String> parts =
                xlsx(COLUMNS.table("practices", Stream.of(FULL, new Row("=1+1", 0L, null, null, false))), 1_000);

        // Then
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<v>12345</v>", "<v>-1234.50</v>", "<v>46171", "t=\"b\"")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/sharedStrings.xml") + sheet).contains("=1+1").doesNotContain("'=1+1");
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"practices\"");
        assertThat(parts.get("xl/styles.xml")).contains("yyyy-mm-dd", "0.00");
    }

    @Test
    void a_workbook_of_more_rows_than_a_sheet_takes_goes_on_in_a_second_sheet() throws IOException {
        // Given
        Stream<Row> rows = IntStream.range(0, 25).mapToObj(i -> new Row("row-" + i, null, null, null, null));

        // When
        Map<String, String> parts = xlsx(COLUMNS.table("a-name-that-is-longer-than-excel-takes", rows), 11);

        // Then
        assertThat(parts.get("xl/workbook.xml"))
                .contains("\"a-name-that-is-longer-than-exce\"", "\"a-name-that-is-longer-than-ex 2\"", " 3\"")
                .doesNotContain(" 4\"");
        assertThat(parts).containsKeys("xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml");
    }

    @Test
    void a_text_that_xml_or_excel_cannot_hold_does_not_break_the_workbook() throws Exception {
        // Given
        var row = new Row("a\u0000b\u0008c\uFFFE<&>" + "x".repeat(40_000), null, null, null, null);

        // When
        Map<String, String> parts = xlsx(COLUMNS.table("t", Stream.of(row)), 10);

        // Then
        for (Map.Entry<String, String> part : parts.entrySet()) {
            var parser = javax.xml.parsers.DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder();
            assertThat(parser.parse(new ByteArrayInputStream(part.getValue().getBytes(UTF_8))))
                    .as(part.getKey())
                    .isNotNull();
        }
    }

    @Test
    void the_rows_are_closed_when_written_even_if_one_fails() {
        // Given
        var closed = new AtomicBoolean();
        Stream<Row> rows = Stream.of(FULL).onClose(() -> closed.set(true));
        var columns = Table.<Row>columns().text("Name", row -> {
            throw new IllegalStateException("no name");
        });

        // When
        assertThatIllegalStateException().isThrownBy(() -> csv(columns.table("t", rows)));

        // Then
        assertThat(closed).isTrue();
    }

    @Test
    void a_name_that_could_break_out_of_the_header_is_refused() {
        for (String name : new String[] {"", "a\"b", "a\r\nb", "a/b", "a b", "x".repeat(101)}) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> COLUMNS.table(name, Stream.of()));
        }
    }

    @Test
    void a_hundred_thousand_rows_are_written_as_they_come() throws IOException {
        // Given
        Stream<Row> rows = IntStream.range(0, 100_000).mapToObj(i -> new Row("row " + i, (long) i, null, null, null));
        var counting = new java.io.OutputStream() {
            private long bytes;

            @Override
            public void write(int b) {
                bytes++;
            }

            @Override
            public void write(byte[] b, int offset, int length) {
                bytes += length;
            }
        };

        // When
        new XlsxFile(COLUMNS.table("t", rows)).write(counting);

        // Then
        assertThat(counting.bytes).isGreaterThan(500_000);
    }

    private static String csv(Table<?> table) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvFile.write(table, out);
        return out.toString(UTF_8);
    }

    private Map<String, String> xlsx(Table<?> table, int rowsPerSheet) throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxFile(table, rowsPerSheet).write(out);
        var parts = new HashMap<String, String>();
        // By its directory at the end, as spreadsheet programs read it: sizes are not known when an entry begins.
        Path file = Files.write(folder.resolve("table.xlsx"), out.toByteArray());
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}
