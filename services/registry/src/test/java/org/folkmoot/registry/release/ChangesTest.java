package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.registry.odsfile.ChangesFile;
import org.folkmoot.registry.odsfile.ChangesFile.Change;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.registry.release.TestDirectory.Loaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 3);

    private final TestDirectory directory = TestDirectory.empty().serving("qkk", "qr1", "t6y0w");

    @BeforeEach
    void the_real_directory() {
        directory.load(TestDirectory.realFiles());
        directory.announcements();
    }

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void a_change_alters_whom_it_tells_of_and_nobody_else() {
        // Given
        String others = "select count(*), count(absent_from) from organisation where code <> 'D82001'";
        String before = directory.one(others);

        // When
        Loaded loaded = directory.load(changes(DAY, renamed("D82001", "HOLT SURGERY")));

        // Then
        assertThat(loaded.announced()).isEqualTo(Map.of("practice.renamed", 1L));
        assertThat(directory.announcements())
                .containsExactly("t6y0w folkmoot.registry.practice.renamed.v1 {\"asAt\": \"2026-09-03\", \"code\":"
                        + " \"D82001\", \"name\": \"HOLT SURGERY\", \"release\": \"2026-09-03\", \"formerName\":"
                        + " \"HOLT MEDICAL PRACTICE\"}");
        assertThat(directory.one(others)).isEqualTo(before);
        assertThat(directory.rows("select name, commissioner, opened, valid_to from organisation"
                        + " where code = 'D82001' order by valid_from desc limit 2"))
                .containsExactly(
                        "HOLT SURGERY 26A 1974-04-01 infinity", "HOLT MEDICAL PRACTICE 26A 1974-04-01 2026-09-03");
    }

    @Test
    void what_is_told_twice_changes_nothing() {
        directory.load(changes(DAY, renamed("D82001", "HOLT SURGERY")));
        Loaded again = directory.load(changes(DAY.plusDays(1), renamed("D82001", "HOLT SURGERY")));
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.announced()).isEmpty();
    }

    @Test
    void an_end_holds_since_its_own_date() {
        // When
        Loaded loaded = directory.load(changes(DAY, closed("D82001", "20260831")));

        // Then
        assertThat(loaded.announced()).isEqualTo(Map.of("pcn.member.left", 1L, "practice.closed", 1L));
        assertThat(directory.rows("select d, count(p.code) from unnest('{2026-08-31,2026-09-01}'::date[]) d"
                        + " left join lateral practice_on(d) p on p.code = 'D82001' group by d order by d"))
                .containsExactly("2026-08-31 1", "2026-09-01 0");
    }

    @Test
    void a_whole_release_of_an_earlier_day_is_news_all_the_same() {
        // Given: what was told on a day of its own is later than the next map
        directory.load(changes(DAY, renamed("D82001", "HOLT SURGERY")));
        directory.announcements();
        String map = Samples.text(Samples.MAP)
                .replace("01Aug2026", "01Sep2026")
                .replace("2026-08-01", "2026-09-01")
                .replace(",U94681,", ",U60176,");

        // When
        Loaded loaded = directory.load(Map.of(Samples.MAP, map));

        // Then
        assertThat(loaded.announced()).containsKeys("pcn.member.left", "pcn.member.joined");
        assertThat(directory.one("select name from organisation where code = 'D82001' and valid_to = 'infinity'"))
                .isEqualTo("HOLT SURGERY");
    }

    @Test
    void a_network_that_has_closed_and_that_nobody_is_in_any_more_is_announced_as_closed() {
        // When
        Loaded loaded = directory.load(Map.of(
                Samples.PCNS,
                Samples.text(Samples.PCNS).replaceFirst("(U31420,.*?,20191001,),", "$120260815,"),
                Samples.MAP,
                Samples.text(Samples.MAP)
                        .replace("01Aug2026", "01Sep2026")
                        .replace("2026-08-01", "2026-09-01")
                        .replace(",U31420,BRECKLAND SURGERIES PCN,", ",U94681,NORTH NORFOLK 1 PCN,")));

        // Then
        assertThat(loaded.announced()).containsEntry("pcn.closed", 1L);
        assertThat(directory.announcements())
                .filteredOn(event -> event.contains("pcn.closed"))
                .singleElement()
                .asString()
                .startsWith("t6y0w folkmoot.registry.pcn.closed.v1 ")
                .contains("\"code\": \"U31420\"", "\"closedOn\": \"2026-08-15\"");
    }

    @Test
    void an_organisation_that_no_file_has_told_of_yet_is_kept_and_belongs_to_nobody() {
        directory.load(changes(DAY, renamed("Y99123", "NEW SURGERY")));
        assertThat(directory.one("select source, kind, name, status, icb from organisation where code = 'Y99123'"))
                .isEqualTo("cost-centre practice NEW SURGERY open null");
        assertThat(directory.announcements()).isEmpty();
    }

    @Test
    void closing_suspiciously_many_practices_waits_for_an_operator() throws ReleaseRefused {
        // Given
        Change[] closing = directory.rows("select code from practice_on('2026-08-01') order by code limit 20").stream()
                .map(code -> closed(code, "20260831"))
                .toArray(Change[]::new);

        // Then
        assertThatThrownBy(() -> directory.load(changes(DAY, closing), false))
                .isInstanceOfSatisfying(
                        ReleaseRefused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.SUSPICIOUS_CHANGES));
        assertThat(directory.announcements()).isEmpty();
        assertThat(directory.load(changes(DAY, closing), true).announced()).containsEntry("practice.closed", 20L);
    }

    @Test
    void nineteen_may_close_without_one() {
        Change[] closing = directory.rows("select code from practice_on('2026-08-01') order by code limit 19").stream()
                .map(code -> closed(code, "20260831"))
                .toArray(Change[]::new);
        assertThat(directory.load(changes(DAY, closing)).announced()).containsEntry("practice.closed", 19L);
    }

    private static Map<String, String> changes(LocalDate day, Change... changes) {
        return Map.of("changes.csv", new String(ChangesFile.of(day, List.of(changes)), StandardCharsets.UTF_8));
    }

    private static Change renamed(String code, String name) {
        return new Change(code, name, "open", "RO177", "RO76", "", "", List.of("1 STREET"), "NR25 6QA", "");
    }

    private static Change closed(String code, String day) {
        return new Change(code, "CLOSED " + code, "closed", "RO177", "RO76", "", day, List.of(), "", "");
    }
}
