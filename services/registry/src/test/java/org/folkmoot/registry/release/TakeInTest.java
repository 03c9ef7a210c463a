package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.folkmoot.registry.announcement.AnnouncedState;
import org.folkmoot.registry.announcement.Present;
import org.folkmoot.registry.finding.Lookout;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.registry.release.TestDirectory.Loaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TakeInTest {

    private final TestDirectory directory = TestDirectory.empty().serving("qkk", "qr1", "t6y0w");

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void the_real_release_is_taken_in_whole() {
        // When
        Loaded loaded = directory.load(TestDirectory.realFiles());

        // Then
        assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(loaded.quarantine()).isEmpty();
        assertThat(loaded.files()).hasSize(10).allMatch(file -> file.quarantined() == 0);
        assertThat(loaded.files().stream().mapToLong(TakeIn.TakenFile::loaded).sum())
                .isEqualTo(1011 + 966 + 414 + 454 + 95 + 571 + 103 + 19 + 203 + 106);
        assertThat(directory.one("select in_force()")).isEqualTo("2026-08-01");
        assertThat(directory.one("select count(*), sum(patients), count(pcn) from practice_on('2026-08-01')"))
                .isEqualTo("414 4563572 411");
        assertThat(loaded.announced())
                .isEqualTo(Map.of(
                        "practice.opened", 414L,
                        "practice.listsize.published", 414L,
                        "pcn.member.joined", 411L,
                        "pcn.opened", 89L));
    }

    @Test
    void what_is_announced_keeps_to_its_contract_and_names_what_it_is_about() {
        directory.load(TestDirectory.realFiles());
        assertThat(directory.announcements())
                .hasSize(414 + 414 + 411 + 89)
                .contains(
                        "t6y0w folkmoot.registry.practice.opened.v1 {\"icb\": \"T6Y0W\", \"pcn\": \"U94681\", \"asAt\":"
                                + " \"1974-04-01\", \"code\": \"D82001\", \"name\": \"HOLT MEDICAL PRACTICE\", \"subIcb\": \"26A\","
                                + " \"release\": \"2026-08-01\", \"listSize\": 14259, \"openedOn\": \"1974-04-01\", \"postcode\":"
                                + " \"NR25 6QA\"}")
                .contains("t6y0w folkmoot.registry.pcn.member.joined.v1 {\"pcn\": \"U94681\", \"asAt\": \"2019-10-01\","
                        + " \"release\": \"2026-08-01\", \"practice\": \"D82001\"}")
                .contains("t6y0w folkmoot.registry.practice.listsize.published.v1 {\"asAt\": \"2025-04-01\", \"code\":"
                        + " \"D82001\", \"release\": \"2026-08-01\", \"patients\": 14259}");
    }

    @Test
    void only_open_practices_of_the_register_are_practices_of_an_ics() {
        directory.load(TestDirectory.realFiles());
        assertThat(directory.rows("select icb, count(*) from practice_on('2026-08-01') group by 1 order by 1"))
                .containsExactly("QKK 189", "QR1 64", "T6Y0W 161");
        // A Welsh one with a postcode in Gloucestershire, a prison, one whose commissioner is another ICB, a dormant
        // one.
        for (String code : List.of("W93019", "Y02821", "H85003", "D83064")) {
            assertThat(directory.one("select count(*) from practice_on('2026-08-01') where code = '" + code + "'"))
                    .as(code)
                    .isEqualTo("0");
            assertThat(directory.one(
                            "select count(*) from organisation where valid_to = 'infinity' and code = '" + code + "'"))
                    .as(code)
                    .isEqualTo("1");
        }
    }

    @Test
    void the_past_is_told_as_it_was() {
        directory.load(TestDirectory.realFiles());
        // Before April 2026 Norfolk was an ICB of its own, and part of Suffolk belonged to one with part of Essex.
        assertThat(directory.one("select icb from practice_on('2025-09-01') where code = 'D82001'"))
                .isEqualTo("QMM");
        assertThat(directory.one("select icb from practice_on('2026-08-01') where code = 'D82001'"))
                .isEqualTo("T6Y0W");
        assertThat(directory.one("select name from practice_on('2025-09-01') where code = 'L84050'"))
                .isEqualTo("ROSEBANK HEALTH");
        assertThat(directory.one("select name from practice_on('2026-08-01') where code = 'L84050'"))
                .isEqualTo("ROSEBANK SURGERY");
        // Before the first map the list sizes say who was registered.
        assertThat(directory.one("select count(*), sum(patients) from practice_on('2025-04-01')"))
                .isEqualTo("454 4999228");
        assertThat(directory.one("select pcn from practice_on('2026-07-31') where code = 'D83026'"))
                .isEqualTo("U10033");
        assertThat(directory.one("select pcn from practice_on('2026-08-01') where code = 'D83026'"))
                .isEqualTo("U52997");
    }

    @Test
    void an_end_holds_since_its_own_date_and_not_only_since_the_file_that_tells_it() {
        directory.load(TestDirectory.realFiles());
        // Dormant in August 2025, closed on 30 April 2026 as the file of June 2026 tells.
        assertThat(directory.rows("""
                        select d.day, standing(o.status, o.opened, o.closed, o.first_seen, d.day)
                        from (values (date '2025-07-31'), (date '2025-08-01'), (date '2026-04-30'), (date '2026-05-01')) d (day)
                        join organisation o on o.code = 'D82060' and o.valid_from <= d.day and o.valid_to > d.day
                        order by 1
                        """))
                .containsExactly("2025-07-31 open", "2025-08-01 dormant", "2026-04-30 dormant", "2026-05-01 closed");
    }

    @Test
    void the_two_ways_of_asking_whether_it_is_open_agree() {
        directory.load(TestDirectory.realFiles());
        assertThat(directory.rows("""
                        select distinct is_open(o.status, o.opened, o.closed, o.first_seen, d.day)
                            = (standing(o.status, o.opened, o.closed, o.first_seen, d.day) = 'open')
                        from organisation o cross join generate_series(date '2024-01-15', '2026-12-15', interval '1 month') m
                        cross join lateral (select m::date as day) d
                        """)).containsExactly("t");
        assertThat(directory.rows("""
                        select distinct is_open(s.status, s.opened, s.closed, date '2026-06-01', d.day)
                            = (standing(s.status, s.opened, s.closed, date '2026-06-01', d.day) = 'open')
                        from (values (date '2026-05-31'), (date '2026-06-01'), (date '2026-06-02')) d (day)
                        cross join (select status, opened, closed
                            from unnest(array['open', 'closed', 'dormant', 'proposed']) status
                            cross join unnest(array[null, date '2026-05-31', date '2026-06-01', date '2026-06-02']) opened
                            cross join unnest(array[null, date '2026-05-31', date '2026-06-01', date '2026-06-02']) closed) s
                        """)).containsExactly("t");
    }

    @Test
    void memberships_have_gaps_and_several_spells() {
        directory.load(TestDirectory.realFiles());
        assertThat(
                        directory.rows(
                                "select pcn, valid_from, valid_to, last_day from membership where practice = 'G85027' order by 2"))
                .containsExactly(
                        "U21222 2019-10-01 2022-10-01 2022-09-30",
                        "U58020 2022-10-01 2022-10-03 2022-10-02",
                        "U21222 2022-10-03 2024-07-31 2024-07-30",
                        // The practice itself closed on 30 September 2025.
                        "U58020 2024-07-31 2025-10-01 2025-09-30");
        assertThat(directory.rows(
                        "select pcn, valid_from, valid_to from membership where practice = 'D83007' order by 2"))
                .containsExactly("U49616 2019-10-01 2020-06-01", "U23742 2022-10-01 infinity");
    }

    @Test
    void findings_are_noted() {
        directory.load(TestDirectory.realFiles());
        assertThat(directory.rows("select kind, subject, icb, detail from finding order by 1, 2"))
                .containsExactly(
                        "icb-differs-between-files H85003 QWE {\"place\": \"QKK\", \"commissioner\": \"QWE\"}",
                        "icb-differs-between-files Y06592 QMF {\"place\": \"QKK\", \"commissioner\": \"QMF\"}",
                        "pcn-unknown U29596 QR1 {\"name\": \"WEST FOREST OF DEAN PCN\"}",
                        "pcn-unknown U42936 QKK {\"name\": \""
                                + directory.one("select name from organisation where code = 'U42936'") + "\"}");
    }

    @Test
    void the_same_facts_in_other_bytes_write_and_announce_nothing() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.announcements();
        Map<String, List<String>> before = directory.facts();
        var shuffled = new LinkedHashMap<String, String>();
        TestDirectory.realFiles().forEach((name, text) -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            boolean header = !lines.getFirst().startsWith("\"");
            Collections.shuffle(header ? lines.subList(1, lines.size()) : lines, new Random(5));
            shuffled.put(name, String.join("\n", lines) + "\n");
        });

        // When
        Loaded again = directory.load(shuffled);

        // Then
        assertThat(again.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(again.changed()).isZero();
        assertThat(again.announced()).isEmpty();
        assertThat(directory.announcements()).isEmpty();
        assertThat(directory.facts()).isEqualTo(before);
    }

    @Test
    void a_later_file_that_says_the_same_writes_and_announces_nothing() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.announcements();
        Map<String, List<String>> before = directory.facts();

        // When
        Loaded later = directory.load(Map.of("epraccur_2026-09.csv", Samples.text(Samples.EPRACCUR_DSE)));

        // Then
        assertThat(later.changed()).isZero();
        assertThat(directory.announcements()).isEmpty();
        assertThat(directory.facts()).isEqualTo(before);
        assertThat(directory.one("select in_force()")).isEqualTo("2026-09-01");
    }

    @Test
    void the_order_of_releases_does_not_matter_for_what_is_known_in_the_end() {
        // Given
        directory.load(TestDirectory.realFiles());
        Map<String, List<String>> expected = directory.facts();

        for (int seed = 0; seed < 6; seed++) {
            // When
            List<String> names = new ArrayList<>(TestDirectory.realFiles().keySet());
            Collections.shuffle(names, new Random(seed));
            try (TestDirectory other = TestDirectory.empty()) {
                names.forEach(name -> other.load(Map.of(name, Samples.text(name))));

                // Then
                other.facts()
                        .forEach((table, rows) -> assertThat(rows)
                                .as("%s after %s", table, names)
                                .containsExactlyInAnyOrderElementsOf(expected.getOrDefault(table, List.of())));
            }
        }
    }

    @Test
    void an_older_release_fills_history_and_announces_nothing() {
        // Given
        var newer = TestDirectory.realFiles();
        newer.remove(Samples.EPRACCUR_LEGACY);
        directory.load(newer);
        directory.announcements();

        // When
        Loaded older = directory.load(Map.of(Samples.EPRACCUR_LEGACY, Samples.text(Samples.EPRACCUR_LEGACY)));

        // Then
        assertThat(older.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(older.changed()).isPositive();
        assertThat(older.announced()).isEmpty();
        assertThat(directory.announcements()).isEmpty();
        assertThat(directory.one("select in_force()")).isEqualTo("2026-08-01");
        assertThat(directory.one("select name from practice_on('2026-08-01') where code = 'L84050'"))
                .isEqualTo("ROSEBANK SURGERY");
        assertThat(directory.one("select name from practice_on('2025-09-01') where code = 'L84050'"))
                .isEqualTo("ROSEBANK HEALTH");
    }

    @Test
    void each_change_is_announced_once_to_those_concerned() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.announcements();
        var files = TestDirectory.realFiles();
        files.computeIfPresent(
                Samples.EPRACCUR_DSE,
                (name, text) -> text
                        // renamed
                        .replaceFirst("\"HOLT MEDICAL PRACTICE\"", "\"HOLT AND KELLING PRACTICE\"")
                        // closed
                        .replaceFirst("(\"G83001\".*?\"[0-9]{8}\",)\"\",\"ACTIVE\"", "$1\"20260715\",\"INACTIVE\""));
        files.computeIfPresent(
                Samples.MAP,
                (name, text) -> text
                        // moved to another network
                        .replaceFirst("(D82002,.*?),U31420,BRECKLAND SURGERIES PCN,", "$1,U94681,NORTH NORFOLK 1 PCN,")
                        // moved to another ICB, out of its network
                        .replaceFirst(
                                "(D82003,[^\r]*?),U36042,GORLESTON PCN,E38000239,26A,NHS Norfolk and Suffolk ICB - 26A,E54000068,T6Y0W,"
                                        + "NHS Norfolk and Suffolk Integrated Care Board,",
                                "$1,U,Unallocated,E38000062,11M,NHS Gloucestershire ICB - 11M,E54000043,QR1,"
                                        + "NHS Gloucestershire Integrated Care Board,"));
        files.computeIfPresent(Samples.LISTS, (name, text) -> text.replaceFirst("(D82004,.*,)12204", "$112205"));

        // When
        Loaded loaded = directory.load(files);
        List<String> announced = directory.announcements();
        Loaded again = directory.load(files);

        // Then
        assertThat(loaded.announced())
                .isEqualTo(Map.of(
                        "practice.renamed", 1L,
                        "practice.closed", 1L,
                        "practice.moved", 2L,
                        "practice.listsize.published", 1L,
                        "pcn.member.left", 3L,
                        "pcn.member.joined", 1L));
        assertThat(announced)
                .contains(
                        "t6y0w folkmoot.registry.practice.renamed.v1 {\"asAt\": \"2026-08-01\", \"code\": \"D82001\", \"name\":"
                                + " \"HOLT AND KELLING PRACTICE\", \"release\": \"2026-08-01\", \"formerName\": \"HOLT MEDICAL"
                                + " PRACTICE\"}",
                        "t6y0w folkmoot.registry.pcn.member.left.v1 {\"pcn\": \"U31420\", \"asAt\": \"2026-08-01\", \"release\":"
                                + " \"2026-08-01\", \"practice\": \"D82002\"}",
                        "t6y0w folkmoot.registry.pcn.member.joined.v1 {\"pcn\": \"U94681\", \"asAt\": \"2026-08-01\", \"release\":"
                                + " \"2026-08-01\", \"practice\": \"D82002\"}")
                .anyMatch(event -> event.startsWith("qkk folkmoot.registry.practice.closed.v1")
                        && event.contains("\"closedOn\": \"2026-07-15\""))
                .anyMatch(event -> event.startsWith("qr1 folkmoot.registry.practice.moved.v1")
                        && event.contains("\"fromIcb\": \"T6Y0W\"")
                        && event.contains("\"toIcb\": \"QR1\""))
                .anyMatch(event -> event.startsWith("t6y0w folkmoot.registry.practice.moved.v1"))
                .anyMatch(event -> event.startsWith("t6y0w folkmoot.registry.practice.listsize.published.v1")
                        && event.contains("12205"));
        assertThat(again.announced()).isEmpty();
        assertThat(again.changed()).isZero();
        assertThat(directory.announcements()).isEmpty();
    }

    @Test
    void an_ics_that_is_not_served_hears_nothing_and_is_told_the_whole_when_it_is_onboarded() {
        // Given
        try (TestDirectory other = TestDirectory.empty().serving("qkk")) {
            assertThat(other.load(TestDirectory.realFiles()).announced()).containsEntry("practice.opened", 189L);
            other.announcements();

            // When
            other.serving("qr1");
            Map<String, Long> told = new LinkedHashMap<>();
            other.asPlatform(connection -> told.putAll(AnnouncedState.tellAll(connection, "qr1")));

            // Then
            assertThat(told).containsEntry("practice.opened", 64L).containsEntry("practice.listsize.published", 64L);
            assertThat(other.announcements()).isNotEmpty().allMatch(event -> event.startsWith("qr1 "));
            assertThat(other.load(TestDirectory.realFiles()).announced()).isEmpty();
        }
    }

    @Test
    void a_practice_that_the_next_map_lacks_has_left_the_register() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.announcements();
        String next =
                Samples.text(Samples.MAP).replace("01Aug2026", "01Sep2026").replaceFirst("(?m)^.*,D82001,.*\r\n", "");

        // When
        Loaded loaded = directory.load(Map.of("map.csv", next));

        // Then
        assertThat(loaded.announced()).isEqualTo(Map.of("practice.closed", 1L, "pcn.member.left", 1L));
        assertThat(directory.one("select count(*) from practice_on('2026-09-01')"))
                .isEqualTo("413");
        assertThat(directory.one("select count(*) from practice_on('2026-08-31')"))
                .isEqualTo("414");
        assertThat(directory
                        .load(Map.of("map.csv", next.replace("01Sep2026", "01Oct2026")))
                        .changed())
                .isZero();
    }

    @Test
    void a_map_that_is_a_part_of_one_is_refused_unless_the_operator_says_otherwise() throws Exception {
        // Given
        directory.load(TestDirectory.realFiles());
        Map<String, List<String>> before = directory.facts();
        List<String> lines = Samples.lines(Samples.MAP);
        Map<String, String> half = Map.of(
                "map.csv", String.join("", lines.subList(0, lines.size() / 2)).replace("01Aug2026", "01Sep2026"));

        // When, Then
        assertThatThrownBy(() -> directory.load(half, false))
                .isInstanceOfSatisfying(
                        ReleaseRefused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.REGISTER_SHRINKS));
        assertThat(directory.facts()).isEqualTo(before);
        assertThat(directory.load(half, true).outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void a_release_without_a_good_row_is_refused_and_leaves_nothing() {
        directory.load(TestDirectory.realFiles());
        Map<String, List<String>> before = directory.facts();
        String bad = Samples.text(Samples.LISTS).replace(",ALL,ALL,", ",ALL,65,");
        assertThatThrownBy(() -> directory.load(Map.of("lists.csv", bad), false))
                .isInstanceOfSatisfying(
                        ReleaseRefused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(Refusal.Reason.NO_ROW));
        assertThat(directory.facts()).isEqualTo(before);
        assertThat(directory.rows("select as_at from release")).containsExactly("2026-08-01");
    }

    @Test
    void a_practice_of_the_map_that_no_file_of_cost_centres_has_is_kept_until_one_has() {
        // Given
        directory.load(Map.of("map.csv", Samples.text(Samples.MAP)));
        assertThat(directory.one("select count(*) from practice_on('2026-08-01')"))
                .isEqualTo("414");
        assertThat(directory.one(
                        "select count(*) from finding where kind = 'practice-without-cost-centre' and state = 'open'"))
                .isEqualTo("414");

        // When
        directory.load(Map.of(Samples.EPRACCUR_DSE, Samples.text(Samples.EPRACCUR_DSE)));

        // Then
        assertThat(directory.one("select count(*) from organisation where source = 'register'"))
                .isEqualTo("0");
        assertThat(directory.one(
                        "select count(*) from finding where kind = 'practice-without-cost-centre' and state = 'gone'"))
                .isEqualTo("414");
        assertThat(directory.one("select count(*) from practice_on('2026-08-01')"))
                .isEqualTo("414");
    }

    @Test
    void networks_that_share_a_name_are_noted_in_a_chain_and_not_each_with_each() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.asOwner("""
                update organisation set name = 'CENTRAL PCN'
                where code in (select code from organisation where kind = 'pcn' order by code limit 4)
                """);

        // When
        directory.asPlatform(connection -> {
            Present.look(connection, LocalDate.of(2026, 8, 1));
            Lookout.look(connection, LocalDate.of(2026, 8, 1));
        });

        // Then
        List<String> four =
                directory.rows("select code from organisation where name = 'CENTRAL PCN' group by code order by code");
        assertThat(directory.rows(
                        "select subject, other from finding where detail ->> 'name' = 'CENTRAL PCN' order by 1"))
                .containsExactly(
                        four.get(0) + " " + four.get(1),
                        four.get(1) + " " + four.get(2),
                        four.get(2) + " " + four.get(3));
    }

    @Test
    void tables_that_were_analysed_while_they_were_empty_are_not_read_once_for_each_row() {
        // Given
        directory.asOwner("analyze organisation, registration, list_size, list_total, pcn_spell, membership");
        long before = directory.wholeReadings();

        // When
        directory.load(TestDirectory.realFiles());

        // Then
        assertThat(directory.wholeReadings() - before).isLessThan(414);
    }

    @Test
    void no_name_is_left_to_be_filed_while_somebody_searches() {
        // When
        directory.load(TestDirectory.realFiles());

        // Then
        assertThat(directory.one("select settle_names()")).isEqualTo("0");
    }

    @Test
    void nobody_counts_the_rows_of_a_table_while_it_is_being_filled() {
        // Given
        var locked = new HashSet<String>();
        directory.whileLoading(() -> locked.addAll(directory.rows("""
                select c.relname from pg_locks l join pg_class c on c.oid = l.relation
                where l.mode = 'ShareUpdateExclusiveLock' and l.granted and l.database =
                    (select oid from pg_database where datname = current_database())
                """)));

        // When
        directory.load(TestDirectory.realFiles());

        // Then
        assertThat(locked)
                .contains("organisation", "registration", "list_size", "list_total", "pcn_spell", "membership");
    }

    @Test
    void a_finding_opens_again_when_it_comes_back_or_changes() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.asOwner("update finding set state = 'resolved', note = 'known', version = version + 1");
        var other = TestDirectory.realFiles();
        other.computeIfPresent(
                Samples.EPRACCUR_DSE,
                (name, text) -> text.replaceFirst("(\"H85003\",\"[^\"]*\",\"Y56\"),\"QKK\"", "$1,\"QWE\""));

        // When, Then
        directory.load(TestDirectory.realFiles());
        assertThat(directory.rows("select distinct state from finding")).containsExactly("resolved");
        directory.load(other);
        assertThat(directory.one("select state from finding where subject = 'H85003'"))
                .isEqualTo("gone");
        directory.load(TestDirectory.realFiles());
        assertThat(directory.one("select state, note from finding where subject = 'H85003'"))
                .isEqualTo("open null");
    }

    @Test
    void files_of_spells_may_overlap_and_the_later_spell_counts() {
        // Given
        String header = Samples.lines(Samples.SPELLS).getFirst();
        String spells = header
                + "A00001,A,26A,X,U00001,ONE,26A,X,20200101,20200601,1\n"
                + "A00001,A,26A,X,U00002,TWO,26A,X,20200601,,1\n"
                + "A00002,B,26A,X,U00001,ONE,26A,X,20200101,,1\n"
                + "A00002,B,26A,X,U00002,TWO,26A,X,20210101,20211231,1\n";

        // When
        directory.load(Map.of("spells.csv", spells));

        // Then
        assertThat(directory.rows("select practice, pcn, valid_from, valid_to from membership order by 1, 3"))
                .containsExactly(
                        "A00001 U00001 2020-01-01 2020-06-01",
                        "A00001 U00002 2020-06-01 infinity",
                        "A00002 U00001 2020-01-01 2021-01-01",
                        "A00002 U00002 2021-01-01 2022-01-01");
        assertThat(directory.rows(
                        "select subject, other from finding where kind = 'overlapping-membership' order by 1"))
                .containsExactly("A00001 U00002 2020-06-01", "A00002 U00002 2021-01-01");
    }

    @Test
    void a_part_of_a_release_does_not_unsay_the_rest() {
        directory.load(TestDirectory.realFiles());
        Map<String, List<String>> before = directory.facts();
        String some = Samples.lines(Samples.EPRACCUR_DSE).stream().limit(10).collect(Collectors.joining());
        Loaded loaded = directory.load(Map.of("epraccur_2026-09.csv", some));
        assertThat(loaded.announced()).isEmpty();
        assertThat(directory.facts()).isEqualTo(before);
    }
}
