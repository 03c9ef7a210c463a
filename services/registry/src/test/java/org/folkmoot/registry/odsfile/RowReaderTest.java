package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowReaderTest {

    @Test
    void lines_end_with_either_end_and_are_counted_from_one() throws IOException {
        assertThat(rows("a,b\r\nc,d\ne,f")).containsExactly("1:a|b", "2:c|d", "3:e|f");
    }

    @Test
    void lines_of_nothing_are_no_rows_but_are_counted() throws IOException {
        assertThat(rows("\r\na,b\n\n  \n\nc,d\n\n\n")).containsExactly("2:a|b", "6:c|d");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_value() throws IOException {
        assertThat(rows("\ufeffa,b\nc,d\n")).containsExactly("1:a|b", "2:c|d");
    }

    @Test
    void a_row_may_go_on_over_several_lines_inside_quotes() throws IOException {
        assertThat(rows("\"a\r\nb\nc\",d\ne,f\n")).containsExactly("1:a\nb\nc|d", "4:e|f");
    }

    @Test
    void an_unclosed_quote_swallows_no_whole_row() throws IOException {
        assertThat(rows("a,b\n\"c,d\ne,f\ng,\"h\"\n"))
                .containsExactly("1:a|b", "2:BROKEN_QUOTE[\"c,d]", "3:e|f", "4:g|h");
    }

    @Test
    void an_unclosed_quote_swallows_nothing_when_no_line_after_it_closes_it() throws IOException {
        assertThat(rows("a,\"b\nx\ny\nz\nc,d\n"))
                .containsExactly(
                        "1:BROKEN_QUOTE[a,\"b]",
                        "2:WRONG_COLUMN_COUNT[x]",
                        "3:WRONG_COLUMN_COUNT[y]",
                        "4:WRONG_COLUMN_COUNT[z]",
                        "5:c|d");
    }

    @Test
    void a_row_over_several_lines_has_an_end() throws IOException {
        String long10 = "\"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\",b\n";
        String long11 = "\"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\",b\n";
        assertThat(rows(long10)).hasSize(1);
        assertThat(rows(long11)).hasSize(11).first().isEqualTo("1:BROKEN_QUOTE[\"1]");
    }

    @Test
    void a_last_line_that_breaks_off_is_truncated() throws IOException {
        assertThat(rows("a,b\nc")).containsExactly("1:a|b", "2:TRUNCATED[c]");
        assertThat(rows("a,b\n\"c")).containsExactly("1:a|b", "2:TRUNCATED[\"c]");
        assertThat(rows("a,b\nc,\"")).containsExactly("1:a|b", "2:TRUNCATED[c,\"]");
    }

    @Test
    void a_last_line_cut_inside_a_character_is_truncated() throws IOException {
        byte[] bytes = "a,b\nc,é".getBytes(StandardCharsets.UTF_8);
        assertThat(rows(new ByteArrayInputStream(bytes, 0, bytes.length - 1)))
                .containsExactly("1:a|b", "2:TRUNCATED[c,Ã]");
    }

    @Test
    void a_last_line_without_an_end_is_a_row_when_it_is_whole() throws IOException {
        assertThat(rows("a,b\r\nc,d")).containsExactly("1:a|b", "2:c|d");
        assertThat(rows("a,b\r\nc,d\r")).containsExactly("1:a|b", "2:c|d");
    }

    @Test
    void bytes_that_are_not_utf_8_are_not_guessed_at() throws IOException {
        byte[] latin1 = "a,b\nCAFÉ,c\nd,e\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(rows(new ByteArrayInputStream(latin1))).containsExactly("1:a|b", "2:NOT_UTF_8[CAFÉ,c]", "3:d|e");
    }

    @Test
    void text_beyond_ascii_is_read() throws IOException {
        assertThat(rows("CAFÉ,Ł\n")).containsExactly("1:CAFÉ|Ł");
    }

    @Test
    void control_characters_are_no_text() throws IOException {
        assertThat(rows("a\0,b\nc,\u001bd\ne,f\u007f\ng,h\ti\n"))
                .containsExactly(
                        "1:CONTROL_CHARACTER[a\0,b]",
                        "2:CONTROL_CHARACTER[c,\u001bd]",
                        "3:CONTROL_CHARACTER[e,f\u007f]",
                        "4:g|h\ti");
    }

    @Test
    void a_line_of_any_length_costs_no_more_memory_than_the_longest() throws IOException {
        // Given
        String endless = "x".repeat(5 * PhysicalLines.LONGEST);

        // When
        List<String> rows = rows("a,b\n" + endless + "\nc,d\n");

        // Then
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .startsWith("2:LINE_TOO_LONG[x")
                .hasSize("2:LINE_TOO_LONG[]".length() + PhysicalLines.LONGEST);
        assertThat(rows.get(2)).isEqualTo("3:c|d");
    }

    @Test
    void lines_across_the_reader_s_buffers_are_whole() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            text.append("row ").append(i).append(",\"b\"\r\n");
        }
        List<String> rows = rows(text.toString());
        assertThat(rows).hasSize(30_000);
        assertThat(rows.getLast()).isEqualTo("30000:row 29999|b");
        assertThat(rows).allMatch(row -> row.endsWith("|b"));
    }

    private static List<String> rows(String text) throws IOException {
        return rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> rows(InputStream in) throws IOException {
        var reader = new RowReader(in, 2);
        var rows = new ArrayList<String>();
        for (Row row = reader.next(); row != null; row = reader.next()) {
            rows.add(
                    switch (row) {
                        case Row.Whole whole -> whole.line() + ":" + String.join("|", whole.values());
                        case Row.Broken broken ->
                            broken.line() + ":" + broken.reason() + "["
                                    + broken.raw().text() + "]";
                    });
        }
        return rows;
    }
}
