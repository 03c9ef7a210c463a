package org.folkmoot.registry.dspt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsptReaderTest {

    private static final LocalDate AS_AT = LocalDate.of(2023, 10, 17);
    private static final String HEADER =
            "Code,Organisation Name,Status,Date Of Publication,Primary Sector,\"Integrated Care Board (where available, from ODS)\"\r\n";

    private static DsptFile read(String text) throws IOException {
        return DsptReader.read(new StringReader(text), AS_AT);
    }

    @Test
    void the_list_is_read_as_the_toolkit_gives_it() throws IOException {
        // When
        DsptFile file = read("\uFEFF" + HEADER + """
                QOP,NHS GREATER MANCHESTER INTEGRATED CARE BOARD,22/23 Approaching Standards,24/07/2023,CCG / Integrated Care Board (ICB),
                qkk,"NHS SOUTH EAST LONDON, ICB",22/23 Standards Exceeded,30/06/2023,CCG / Integrated Care Board (ICB),QKK
                L84003,UNDERWOOD SURGERY,Not Published,,GP,QR1
                """);

        // Then
        assertThat(file).isInstanceOfSatisfying(DsptFile.Read.class, list -> {
            assertThat(list.unread()).isZero();
            assertThat(list.facts())
                    .containsExactly(
                            new DsptFact(
                                    "QOP",
                                    LocalDate.of(2023, 7, 24),
                                    DsptStatus.NOT_MET,
                                    "22/23",
                                    "22/23 Approaching Standards"),
                            new DsptFact(
                                    "QKK",
                                    LocalDate.of(2023, 6, 30),
                                    DsptStatus.MET,
                                    "22/23",
                                    "22/23 Standards Exceeded"),
                            new DsptFact("L84003", AS_AT, DsptStatus.NOT_PUBLISHED, "", "Not Published"));
        });
    }

    @Test
    void older_lists_call_the_status_the_latest_and_have_their_columns_in_another_order() throws IOException {
        assertThat(read("Latest Status,Code,Date Of Publication\n19/20 Standards Met,R1J,1/2/2020\n"))
                .isInstanceOfSatisfying(
                        DsptFile.Read.class,
                        list -> assertThat(list.facts())
                                .containsExactly(new DsptFact(
                                        "R1J",
                                        LocalDate.of(2020, 2, 1),
                                        DsptStatus.MET,
                                        "19/20",
                                        "19/20 Standards Met")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    'RJ1,Trust,22/23 Standards Met,30/06/2023,Trust', columns-differ
                    'R,Trust,22/23 Standards Met,30/06/2023,Trust,', code-invalid
                    'RJ1,Trust,22/23 Standards Admired,30/06/2023,Trust,', status-unknown
                    'RJ1,Trust,22/23 Standards Met,,Trust,', date-invalid
                    'RJ1,Trust,22/23 Standards Met,31/06/2023,Trust,', date-invalid
                    'RJ1,Trust,22/23 Standards Met,30/06/0023,Trust,', date-invalid
                    'RJ1,Trust,22/23 Standards Met,30/06/-9999,Trust,', date-invalid
                    'RJ1,Trust,22/23 Standards Met,18/10/2023,Trust,', date-after-file
                    'RJ2,Trust,22/23 Standards Not Met,30/06/2023,Trust,', code-twice
                    """)
    void a_row_that_cannot_be_read_is_reported_with_its_line_and_the_reason(String row, String reason)
            throws IOException {
        // When
        DsptFile file = read(HEADER + "RJ2,Trust,22/23 Standards Met,30/06/2023,Trust,\n" + row + "\n");

        // Then
        assertThat(file).isInstanceOfSatisfying(DsptFile.Read.class, list -> {
            assertThat(list.facts()).hasSize(1);
            assertThat(list.unread()).isEqualTo(1);
            assertThat(list.firstUnread()).containsExactly(new UnreadRow(3, reason, row));
        });
    }

    @Test
    void all_unread_rows_are_counted_and_the_first_are_shown() throws IOException {
        assertThat(read(HEADER + "x\n".repeat(1000))).isInstanceOfSatisfying(DsptFile.Read.class, list -> {
            assertThat(list.unread()).isEqualTo(1000);
            assertThat(list.firstUnread()).hasSize(DsptReader.SHOWN);
        });
    }

    @Test
    void a_row_is_repeated_to_a_whole_character() throws IOException {
        // Given
        String row = "R," + "x".repeat(497) + "\uD83D\uDE00,22/23 Standards Met,30/06/2023,Trust,";

        // When
        DsptFile file = read(HEADER + row + "\n");

        // Then
        assertThat(file)
                .isInstanceOfSatisfying(
                        DsptFile.Read.class,
                        list -> assertThat(list.firstUnread())
                                .extracting(UnreadRow::raw)
                                .containsExactly(row.substring(0, 499)));
    }

    @Test
    void a_file_with_more_rows_than_england_has_organisations_is_refused_as_a_whole() throws IOException {
        assertThat(read(HEADER + "x\n".repeat(DsptReader.MOST_ROWS))).isInstanceOf(DsptFile.Read.class);
        assertThat(read(HEADER + "x\n".repeat(DsptReader.MOST_ROWS + 1))).isInstanceOf(DsptFile.NotTheList.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Code,Status\nRJ1,Standards Met\n", "{\"code\": \"RJ1\"}"})
    void what_is_another_file_is_refused_as_a_whole(String text) throws IOException {
        assertThat(read(text)).isInstanceOf(DsptFile.NotTheList.class);
    }

    @Test
    void a_file_that_breaks_off_inside_a_quoted_value_is_refused_as_a_whole() throws IOException {
        assertThat(read(HEADER + "RJ1,\"Trust,22/23 Standards Met,30/06/2023,Trust,\nRJ2,x,Not Published,,,\n"))
                .isInstanceOf(DsptFile.NotTheList.class);
    }

    @ParameterizedTest
    @CsvSource({
        "22/23 Standards Met,MET,22/23",
        "2024-25 Standards Met,MET,2024-25",
        "Standards Exceeded,MET,''",
        "19/20 Standards Not Fully Met (Plan Agreed),NOT_MET,19/20",
        "21/22 standards not met,NOT_MET,21/22",
        "Not published,NOT_PUBLISHED,''"
    })
    void wordings_mean_met_not_met_or_not_published(String wording, DsptStatus status, String edition) {
        assertThat(DsptStatus.of(wording)).contains(new DsptStatus.Worded(status, edition));
    }
}
