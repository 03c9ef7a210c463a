package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExaminationTest {

    static Stream<Arguments> real_files() {
        return Stream.of(
                Arguments.of(Samples.EPRACCUR_DSE, FileKind.COST_CENTRES, "dse", null, "2026-05-31", 1011),
                Arguments.of(Samples.EPRACCUR_LEGACY, FileKind.COST_CENTRES, "legacy", null, "2025-06-30", 966),
                Arguments.of(Samples.MAP, FileKind.REGISTER_MAP, null, "2026-08-01", null, 414),
                Arguments.of(Samples.LISTS, FileKind.LIST_SIZES, null, "2025-04-01", null, 454),
                Arguments.of(Samples.TOTALS, FileKind.LIST_TOTALS, null, "2026-08-01", null, 95),
                Arguments.of(Samples.SPELLS, FileKind.MEMBERSHIPS, null, null, "2024-10-01", 571),
                Arguments.of(Samples.PCNS, FileKind.PCN_DETAILS, null, null, "2024-09-30", 103),
                Arguments.of(Samples.TRUSTS, FileKind.TRUSTS, null, null, "2026-06-01", 19),
                Arguments.of(Samples.BRANCHES, FileKind.BRANCHES, null, null, "2017-02-28", 203),
                Arguments.of(Samples.GEOGRAPHY, FileKind.GEOGRAPHY, null, null, null, 106));
    }

    @ParameterizedTest
    @MethodSource("real_files")
    void a_real_file_is_recognised_by_its_content(
            String name, FileKind kind, String dialect, String stated, String newest, long rows) {
        // When
        Examined.Recognised found = Samples.recognise(Samples.text(name));

        // Then
        assertThat(found.kind()).isEqualTo(kind);
        assertThat(found.dialect().map(Dialect::slug)).isEqualTo(Optional.ofNullable(dialect));
        assertThat(found.stated()).isEqualTo(Optional.ofNullable(stated).map(LocalDate::parse));
        assertThat(found.newest()).isEqualTo(Optional.ofNullable(newest).map(LocalDate::parse));
        assertThat(found.rows()).isEqualTo(rows);
        assertThat(found.brokenOff()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("real_files")
    void line_ends_and_a_byte_order_mark_do_not_matter(String name, FileKind kind) {
        String text = Samples.text(name);
        assertThat(Samples.recognise("\ufeff" + text.replace("\r\n", "\n")).kind())
                .isEqualTo(kind);
        assertThat(Samples.recognise(text.replace("\r\n", "\n").replace("\n", "\r\n"))
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("real_files")
    void a_file_cut_in_the_middle_of_a_row_is_seen_to_break_off(String name, FileKind kind) {
        // Given
        String text = Samples.text(name);
        int cut = text.indexOf('\n', text.length() / 2) + 12;

        // When
        Examined.Recognised half = Samples.recognise(text.substring(0, cut));

        // Then
        assertThat(half.kind()).isEqualTo(kind);
        assertThat(half.brokenOff()).hasValueSatisfying(row -> {
            assertThat(row.reason()).isEqualTo(Reason.TRUNCATED);
            assertThat(row.line()).isEqualTo(text.substring(0, cut).lines().count());
            assertThat(row.raw().text()).isEqualTo(text.substring(cut - 11, cut));
        });
    }

    @Test
    void columns_may_come_in_another_order_with_others_between_them_and_in_lower_case() {
        String text = "supplier_name,comm_region_name,comm_region_code,icb_name,icb_code,sub_icb_location_name,"
                + "sub_icb_location_code,NOTE,pcn_name,pcn_code,practice_postcode,practice_name,practice_code,extract_date\n"
                + "EMIS,London,Y56,NHS South East London Integrated Care Board,QKK,NHS South East London ICB - 72Q,72Q,x,"
                + "A PCN,U00254,SE3 0EN,MANOR BROOK PMS,G83001,2026-08-01\n";
        assertThat(Samples.recognise(text).kind()).isEqualTo(FileKind.REGISTER_MAP);
        assertThat(Samples.facts(Samples.read(text)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Fact.Registration.class,
                        row -> assertThat(row.icb().code()).isEqualTo("QKK"));
    }

    @Test
    void a_damaged_header_is_not_taken_for_another_kind() {
        String map = Samples.text(Samples.MAP);
        assertThat(Samples.examine(map.replaceFirst("PCN_CODE", "PCN CODE")))
                .isEqualTo(new Examined.Unrecognised(UnrecognisedReason.DAMAGED_HEADER));
        assertThat(Samples.examine(map.replaceFirst("PRACTICE_CODE", "ICB_CODE")))
                .isEqualTo(new Examined.Unrecognised(UnrecognisedReason.DAMAGED_HEADER));
    }

    @Test
    void a_table_of_something_else_is_unrecognised() {
        assertThat(Samples.examine("CATEGORY,CODE_OR_VALUE,DETAIL\na,b,c\n"))
                .isEqualTo(new Examined.Unrecognised(UnrecognisedReason.UNKNOWN_COLUMNS));
        assertThat(Samples.examine("# A heading\n\nAnd prose, with commas, in it.\n"))
                .isEqualTo(new Examined.Unrecognised(UnrecognisedReason.UNKNOWN_COLUMNS));
    }

    static Stream<Arguments> no_tables() {
        return Stream.of(
                Arguments.of("", UnrecognisedReason.EMPTY),
                Arguments.of("\r\n\n  \n", UnrecognisedReason.EMPTY),
                Arguments.of("%PDF-1.7\n1 0 obj", UnrecognisedReason.PDF),
                Arguments.of("PK\u0003\u0004 \0\0", UnrecognisedReason.ZIP),
                Arguments.of("<!DOCTYPE html><html><body>404</body></html>", UnrecognisedReason.HTML),
                Arguments.of("\n <html lang=\"en\">", UnrecognisedReason.HTML),
                Arguments.of("<?xml version=\"1.0\"?><a/>", UnrecognisedReason.XML),
                Arguments.of("{\"a\": 1}", UnrecognisedReason.JSON),
                Arguments.of("a\0b\0c\0", UnrecognisedReason.BINARY));
    }

    @ParameterizedTest
    @MethodSource("no_tables")
    void what_is_no_table_is_named(String text, UnrecognisedReason reason) {
        assertThat(Samples.examine(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Examined.Unrecognised(reason));
        assertThat(reason.isNoTable()).isTrue();
    }

    @Test
    void utf_16_and_gzip_are_no_tables() {
        assertThat(Samples.examine(Samples.text(Samples.TRUSTS).getBytes(StandardCharsets.UTF_16)))
                .isEqualTo(new Examined.Unrecognised(UnrecognisedReason.BINARY));
        assertThat(Samples.examine(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}))
                .isEqualTo(new Examined.Unrecognised(UnrecognisedReason.GZIP));
    }

    @Test
    void the_dialect_is_that_of_most_rows_wherever_they_stand() {
        // Given
        var legacy = Samples.lines(Samples.EPRACCUR_LEGACY);
        var dse = Samples.lines(Samples.EPRACCUR_DSE);

        // When, Then
        assertThat(Samples.recognise(String.join("", legacy.subList(0, 100)) + String.join("", dse))
                        .dialect())
                .contains(Dialect.DSE);
        assertThat(Samples.recognise(String.join("", dse.subList(0, 100)) + String.join("", legacy))
                        .dialect())
                .contains(Dialect.LEGACY);
    }

    @Test
    void a_broken_first_line_does_not_hide_what_a_file_is() {
        String text = Samples.text(Samples.EPRACCUR_DSE).replaceFirst("\"A91038\"", "\"A91038");
        assertThat(Samples.recognise(text).kind()).isEqualTo(FileKind.COST_CENTRES);
    }

    @Test
    void dates_ahead_do_not_tell_when_a_file_was_made() {
        String row = Samples.lines(Samples.EPRACCUR_DSE).getFirst();
        String closing = row.replace("\"20100830\",\"\"", "\"20100830\",\"20991231\"");
        assertThat(Samples.recognise(closing).newest()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void a_header_alone_is_a_file_without_rows(FileKind kind) throws IOException {
        if (kind.hasHeader()) {
            Examined.Recognised found = Samples.recognise(String.join(",", kind.header()) + "\r\n");
            assertThat(found.kind()).isEqualTo(kind);
            assertThat(found.rows()).isZero();
        }
    }

    @Test
    void slugs_of_kinds_are_told_apart() {
        assertThat(Arrays.stream(FileKind.values()).map(FileKind::slug)).doesNotHaveDuplicates();
        assertThat(FileKind.of("epraccur")).contains(FileKind.COST_CENTRES);
    }
}
