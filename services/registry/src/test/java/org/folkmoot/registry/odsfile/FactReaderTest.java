package org.folkmoot.registry.odsfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.folkmoot.registry.odsfile.Fact.ListOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FactReaderTest {

    @ParameterizedTest
    @MethodSource("org.folkmoot.registry.odsfile.ExaminationTest#real_files")
    void every_row_of_a_real_file_is_good(
            String name, FileKind kind, String dialect, String stated, String newest, long rows) {
        List<FileRow> read = Samples.read(Samples.text(name));
        assertThat(Samples.quarantined(read)).isEmpty();
        assertThat(read).hasSize((int) rows);
    }

    @Test
    void a_cost_centre_is_read_in_both_dialects() {
        // When
        Fact legacy = organisation(Samples.EPRACCUR_LEGACY, "L84048");
        Fact dse = organisation(Samples.EPRACCUR_DSE, "L84048");

        // Then
        assertThat(legacy).isInstanceOfSatisfying(Fact.Organisation.class, practice -> {
            assertThat(practice.kind()).isEqualTo(OrganisationKind.PRACTICE);
            assertThat(practice.name()).isEqualTo("THE STOKE ROAD SURGERY,");
            assertThat(practice.status()).isEqualTo(OrganisationStatus.OPEN);
            assertThat(practice.roles()).isEqualTo("RO76");
            assertThat(practice.icb()).isEqualTo("QR1");
            assertThat(practice.commissioner()).isEqualTo("11M");
        });
        assertThat(dse).isInstanceOfSatisfying(Fact.Organisation.class, practice -> {
            assertThat(practice.kind()).isEqualTo(OrganisationKind.PRACTICE);
            assertThat(practice.name()).isEqualTo("THE STOKE ROAD SURGERY,");
            assertThat(practice.status()).isEqualTo(OrganisationStatus.OPEN);
            assertThat(practice.roles()).isEqualTo("RO76");
        });
    }

    @Test
    void one_of_several_roles_makes_a_practice_and_a_prison_is_none() {
        assertThat(organisation(Samples.EPRACCUR_DSE, "D82004").kind()).isEqualTo(OrganisationKind.PRACTICE);
        assertThat(organisation(Samples.EPRACCUR_DSE, "Y02821").kind()).isEqualTo(OrganisationKind.OTHER);
        assertThat(organisation(Samples.EPRACCUR_DSE, "Y02821").roles()).isEqualTo("RO82");
    }

    @Test
    void a_network_with_six_zeros_is_one_and_u_is_none() {
        List<Fact> facts = Samples.facts(Samples.read(Samples.text(Samples.MAP)));
        assertThat(facts)
                .filteredOn(fact -> ((Fact.Registration) fact).pcn() == null)
                .extracting(fact -> ((Fact.Registration) fact).practice())
                .containsExactlyInAnyOrder("G83024", "Y00054", "Y06499");
        assertThat(facts)
                .filteredOn(fact -> "U00000".equals(((Fact.Registration) fact).pcn()))
                .isNotEmpty();
    }

    @Test
    void a_spell_has_its_first_and_last_day() {
        assertThat(Samples.facts(Samples.read(Samples.text(Samples.SPELLS))))
                .filteredOn(fact -> ((Fact.Spell) fact).practice().equals("G85027"))
                .extracting(
                        fact -> ((Fact.Spell) fact).pcn(),
                        fact -> ((Fact.Spell) fact).starts(),
                        fact -> ((Fact.Spell) fact).ends())
                .contains(
                        tuple("U58020", LocalDate.of(2022, 10, 1), LocalDate.of(2022, 10, 2)),
                        tuple("U58020", LocalDate.of(2024, 7, 31), null));
    }

    @Test
    void totals_are_told_apart_by_what_they_are_of() {
        assertThat(Samples.facts(Samples.read(Samples.text(Samples.TOTALS))))
                .contains(
                        new Fact.ListSize(ListOf.ICB, "QKK", 2_082_825, null),
                        new Fact.ListSize(ListOf.SUB_ICB, "72Q", 2_082_825, null),
                        new Fact.ListSize(ListOf.PCN, "U00000", 58_688, null));
    }

    @Test
    void a_quote_broken_at_line_700_costs_that_line_and_no_other() {
        for (String damage : List.of("missing at the start", "missing at the end", "missing inside", "one too many")) {
            // Given
            List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
            String line = lines.get(699);
            String broken = switch (damage) {
                case "missing at the start" -> line.substring(1);
                case "missing at the end" -> line.stripTrailing().replaceFirst("\"$", "\r\n");
                case "missing inside" -> line.replaceFirst("\",\"", ",\"");
                default -> line.replaceFirst("\",\"", "\"\",\"");
            };
            lines.set(699, broken);

            // When
            List<FileRow> rows = Samples.read(String.join("", lines));

            // Then
            assertThat(rows).as(damage).hasSize(1011);
            assertThat(Samples.quarantined(rows)).as(damage).singleElement().satisfies(row -> {
                assertThat(row.line()).isEqualTo(700);
                assertThat(row.reason()).isEqualTo(Reason.BROKEN_QUOTE);
                assertThat(row.raw().text()).isEqualTo(broken.stripTrailing());
            });
        }
    }

    @Test
    void a_stray_quote_in_a_file_without_quotes_costs_that_line_and_no_other() {
        List<String> lines = Samples.lines(Samples.MAP);
        String broken = lines.get(99).replaceFirst(",([A-Z])", ",\"$1");
        lines.set(99, broken);
        List<FileRow> rows = Samples.read(String.join("", lines));
        assertThat(rows).hasSize(414);
        assertThat(Samples.quarantined(rows)).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(100);
            assertThat(row.raw().text()).isEqualTo(broken.stripTrailing());
        });
    }

    @Test
    void rows_of_the_rarer_dialect_are_kept_aside() {
        // Given
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        lines.addAll(500, Samples.lines(Samples.EPRACCUR_LEGACY).subList(0, 7));

        // When
        List<FileRow> rows = Samples.read(String.join("", lines));

        // Then
        assertThat(rows).hasSize(1018);
        assertThat(Samples.quarantined(rows))
                .hasSize(7)
                .allMatch(row -> row.reason() == Reason.OTHER_DIALECT)
                .extracting(FileRow.Quarantined::line)
                .containsExactly(501L, 502L, 503L, 504L, 505L, 506L, 507L);
    }

    @Test
    void rows_of_another_kind_are_kept_aside() {
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        lines.add(10, Samples.lines(Samples.TRUSTS).getFirst());
        lines.add(20, Samples.lines(Samples.BRANCHES).getFirst());
        assertThat(Samples.quarantined(Samples.read(String.join("", lines))))
                .extracting(FileRow.Quarantined::line, FileRow.Quarantined::reason)
                .containsExactly(tuple(11L, Reason.OTHER_KIND), tuple(21L, Reason.OTHER_KIND));
    }

    @Test
    void latin_1_bytes_are_kept_aside_with_all_their_bytes() {
        // Given
        List<String> lines = Samples.lines(Samples.EPRACCUR_LEGACY);
        lines.set(41, lines.get(41).replaceFirst("\"[A-Z]+ ", "\"CAFÉ "));

        // When
        List<FileRow> rows = Samples.read(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));

        // Then
        assertThat(Samples.quarantined(rows)).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo(Reason.NOT_UTF_8);
            assertThat(row.line()).isEqualTo(42);
            assertThat(row.raw().text()).isEqualTo(lines.get(41).stripTrailing());
        });
    }

    @Test
    void rows_of_another_extract_are_kept_aside() {
        String text = Samples.text(Samples.LISTS).replaceFirst("2025-04-01,GP,26A", "2025-03-01,GP,26A");
        assertThat(Samples.quarantined(Samples.read(text)))
                .extracting(FileRow.Quarantined::line, FileRow.Quarantined::reason)
                .containsExactly(tuple(2L, Reason.OTHER_AS_AT));
    }

    @Test
    void the_first_of_two_rows_about_one_organisation_counts() {
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        lines.add(lines.get(3).replace("WOOLWICH", "OTHER"));
        List<FileRow> rows = Samples.read(String.join("", lines));
        assertThat(Samples.quarantined(rows))
                .extracting(FileRow.Quarantined::line, FileRow.Quarantined::reason)
                .containsExactly(tuple(1012L, Reason.DUPLICATE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, '', MISSING_VALUE",
        "0, 'AB', INVALID_CODE",
        "0, 'A9103-', INVALID_CODE",
        "0, 'A910384567', INVALID_CODE",
        "1, '', MISSING_VALUE",
        "10, '20260230', INVALID_DATE",
        "10, '2026-01-01', INVALID_DATE",
        "11, '20100829', END_BEFORE_START",
        "12, '', MISSING_VALUE",
        "12, 'X', UNKNOWN_STATUS",
        "12, 'CLOSED', UNKNOWN_STATUS",
        "12, 'A', OTHER_DIALECT",
        "25, '4', UNKNOWN_SETTING",
        "25, 'RO76,RO80', UNKNOWN_SETTING"
    })
    void a_cost_centre_with_a_bad_value_is_kept_aside_for_its_reason(int column, String value, Reason reason) {
        // Given
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        lines.set(0, with(lines.getFirst(), column, value));

        // When
        List<FileRow> rows = Samples.read(String.join("", lines));

        // Then
        assertThat(rows).hasSize(1011);
        assertThat(Samples.quarantined(rows))
                .extracting(FileRow.Quarantined::line, FileRow.Quarantined::reason)
                .containsExactly(tuple(1L, reason));
    }

    @Test
    void a_name_that_no_organisation_can_have_is_kept_aside() {
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        lines.set(0, with(lines.getFirst(), 1, "X".repeat(201)));
        assertThat(Samples.quarantined(Samples.read(String.join("", lines))))
                .extracting(FileRow.Quarantined::reason)
                .containsExactly(Reason.VALUE_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
        "14259, -1, INVALID_NUMBER",
        "14259, 14.5, INVALID_NUMBER",
        "14259, 10000001, INVALID_NUMBER",
        "14259, 99999999999999999999, INVALID_NUMBER",
        "14259, '', MISSING_VALUE",
        "D82001, D8, INVALID_CODE",
        "GP, PCN, UNKNOWN_ORGANISATION_TYPE",
        "2025-04-01, 31/04/2025, INVALID_DATE"
    })
    void a_list_size_with_a_bad_value_is_kept_aside_for_its_reason(String value, String bad, Reason reason) {
        List<String> lines = Samples.lines(Samples.LISTS);
        lines.set(1, lines.get(1).replaceFirst("(?<=,)" + value + "(?=[,\r])", bad));
        assertThat(Samples.quarantined(Samples.read(String.join("", lines))))
                .extracting(FileRow.Quarantined::line, FileRow.Quarantined::reason)
                .containsExactly(tuple(2L, reason));
    }

    @Test
    void a_list_of_one_sex_or_age_is_not_taken_for_the_whole_list() {
        List<String> lines = Samples.lines(Samples.LISTS);
        lines.set(1, lines.get(1).replace("ALL,ALL", "FEMALE,ALL"));
        lines.set(2, lines.get(2).replace("ALL,ALL", "ALL,65"));
        assertThat(Samples.quarantined(Samples.read(String.join("", lines))))
                .extracting(FileRow.Quarantined::reason)
                .containsExactly(Reason.NOT_A_TOTAL, Reason.NOT_A_TOTAL);
    }

    @Test
    void a_spell_that_ends_before_it_starts_is_kept_aside() {
        String text = Samples.text(Samples.SPELLS).replaceFirst("20191001,,1", "20191001,20190930,1");
        assertThat(Samples.quarantined(Samples.read(text)))
                .extracting(FileRow.Quarantined::reason)
                .containsExactly(Reason.END_BEFORE_START);
    }

    @Test
    void codes_in_lower_case_are_the_same_codes() {
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        lines.set(0, lines.getFirst().replace("A91038", "a91038"));
        assertThat(Samples.facts(Samples.read(String.join("", lines))))
                .extracting(fact -> ((Fact.Organisation) fact).code())
                .startsWith("A91038");
    }

    @Test
    void good_and_quarantined_rows_add_up_whatever_is_done_to_a_file() {
        // Given
        List<String> lines = Samples.lines(Samples.EPRACCUR_DSE);
        var random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int place = random.nextInt(line.length() - 2);
            char put = "\",|AX4 é\u0007".charAt(random.nextInt(9));
            lines.set(at, line.substring(0, place) + put + line.substring(place + random.nextInt(2)));
        }

        // When
        String text = String.join("", lines);
        List<FileRow> rows = Samples.read(text);

        // Then
        assertThat(rows).hasSize(1011);
        assertThat(rows).extracting(FileRow::line).isSorted().doesNotHaveDuplicates();
        assertThat(Samples.quarantined(rows))
                .allSatisfy(row -> assertThat(row.raw().text())
                        .isEqualTo(lines.get((int) row.line() - 1).replace("\r\n", "")));
    }

    private static Fact.Organisation organisation(String file, String code) {
        return (Fact.Organisation) Samples.facts(Samples.read(Samples.text(file))).stream()
                .filter(fact -> ((Fact.Organisation) fact).code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String with(String line, int column, String value) {
        String[] cells = line.split(",(?=\")", -1);
        cells[column] = '"' + value + '"';
        return String.join(",", cells);
    }
}
