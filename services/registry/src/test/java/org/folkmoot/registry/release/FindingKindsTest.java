package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.registry.odsfile.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The kinds of finding of which the real files have none: each in files that do not fit in just that way. */
class FindingKindsTest {

    private final TestDirectory directory = TestDirectory.empty();

    @AfterEach
    void close() {
        directory.close();
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                arguments(
                        "sub-icb-differs-between-files",
                        altered(
                                Samples.MAP,
                                "(D82001,.*),E38000239,26A,NHS Norfolk and Suffolk ICB - 26A,",
                                "$1,E38000086,06L,NHS Norfolk and Suffolk ICB - 06L,"),
                        "D82001 T6Y0W {\"map\": \"06L\", \"costCentres\": \"26A\"}"),
                arguments(
                        "registered-practice-not-open",
                        altered(
                                Samples.EPRACCUR_DSE,
                                "(\"G83001\",.*\"19740401\",)\"\",\"ACTIVE\"",
                                "$1\"20260715\",\"INACTIVE\""),
                        "G83001 QKK {\"closed\": \"2026-07-15\", \"status\": \"closed\"}"),
                arguments(
                        "registered-without-practice-role",
                        altered(Samples.EPRACCUR_DSE, "(\"D82001\",.*)\"RO76\"", "$1\"RO72\""),
                        "D82001 T6Y0W {\"roles\": \"RO72\"}"),
                arguments("list-size-missing", altered(Samples.LISTS, "(?m)^.*,D82001,.*\\R", ""), "D82001 T6Y0W {}"),
                arguments(
                        "list-total-differs",
                        totals(39_257),
                        "U94681 pcn T6Y0W {\"asAt\": \"2026-08-01\", \"summed\": 39256, \"published\": 39257}"),
                arguments(
                        "pcn-in-several-icbs",
                        altered(
                                Samples.MAP,
                                "(L84003,.*),U36833,CHELTENHAM CENTRAL PCN,",
                                "$1,U94681,NORTH NORFOLK 1 PCN,"),
                        "U94681 T6Y0W {\"icbs\": [\"QR1\", \"T6Y0W\"]}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfits")
    void what_does_not_fit_is_noted_and_gone_when_it_fits(String kind, Map<String, String> files, String found) {
        // When
        directory.load(files);
        // Then
        assertThat(directory.rows("""
                        select concat_ws(' ', subject, nullif(other, ''), icb, detail) from finding
                        where kind = '%s' and state = 'open'
                        """.formatted(kind))).containsExactly(found);
        // When
        directory.load(kind.equals("list-total-differs") ? totals(39_256) : TestDirectory.realFiles());
        // Then
        assertThat(directory.rows("select distinct state from finding where kind = '%s'".formatted(kind)))
                .containsExactly("gone");
    }

    /** The real files, one of them with one place in it that reads otherwise. */
    private static Map<String, String> altered(String file, String place, String otherwise) {
        Map<String, String> files = TestDirectory.realFiles();
        String text = Samples.text(file).replaceFirst(place, otherwise);
        assertThat(text).isNotEqualTo(Samples.text(file));
        files.put(file, text);
        return files;
    }

    /** Lists of the day of the totals, for only such can be compared; of two networks what is published as their total. */
    private static Map<String, String> totals(int ofNorthNorfolk) {
        Map<String, String> files = TestDirectory.realFiles();
        files.put("lists.csv", Samples.text(Samples.LISTS).replace("2025-04-01", "2026-08-01"));
        files.remove(Samples.LISTS);
        files.put(Samples.TOTALS, Samples.lines(Samples.TOTALS).getFirst() + """
                GP_PRAC_PAT_LIST,2026-08-01,PCN,U94681,,ALL,ALL,%d
                GP_PRAC_PAT_LIST,2026-08-01,PCN,U31420,,ALL,ALL,44438
                """.formatted(ofNorthNorfolk));
        return files;
    }
}
