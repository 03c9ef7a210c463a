package org.folkmoot.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.http.Cursor;
import org.folkmoot.registry.release.TestDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Behind each door of the search there is an index: shown on a directory several times the size of England's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 1);
    private static final int COPIES = 60;

    /** A word that is in some thousand names, all of which lie at the end of the order of codes. */
    private static final int NETWORKS = 20_000;

    /** So many rows may be looked at for a page; going along all codes would be some hundred thousands. */
    private static final int MOST_LOOKED_AT = 10_000;

    private static final Pattern LOOKED_AT_IN_VAIN = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private final TestDirectory directory = TestDirectory.empty();

    @BeforeAll
    void enlarge() {
        directory.load(TestDirectory.realFiles());
        // Each copy under a code of its own; names are told apart as real ones are.
        directory.asOwner("""
                insert into organisation
                select 'Q' || lpad(upper(to_hex((row_number() over ()) * %1$d + n)), 7, '0'), valid_from, valid_to, first_seen,
                    absent_from, told_by, source, kind, name || ' ' || n, status, opened, closed, roles, address, postcode,
                    phone, region, icb, commissioner, commissioner_from, commissioner_to, parent, provider, ons
                from organisation cross join generate_series(1, %1$d) n
                where source = 'cost-centre' and valid_to = 'infinity'
                """.formatted(COPIES));
        directory.asOwner("""
                insert into organisation
                select 'U' || lpad(upper(to_hex((row_number() over ()) * 1000 + n)), 7, '0'), valid_from, valid_to, first_seen,
                    absent_from, told_by, source, kind, name || ' ' || n, status, opened, closed, roles, address, postcode,
                    phone, region, icb, commissioner, commissioner_from, commissioner_to, parent, provider, ons
                from (select * from organisation where kind = 'pcn' and valid_to = 'infinity' order by code limit 20) o
                cross join generate_series(1, %d / 20) n
                """.formatted(NETWORKS));
        directory.asOwner("vacuum analyze organisation, registration, membership, list_size");
    }

    @AfterAll
    void close() {
        directory.close();
    }

    static Stream<Search> searches() {
        return Stream.of(SearchOrder.values()).flatMap(SearchPlanTest::inOrder);
    }

    private static Stream<Search> inOrder(SearchOrder order) {
        return Stream.of(
                search(order, null, null, null, null, null, null),
                search(order, "D82001", null, null, null, null, null),
                search(order, "D8", null, null, null, null, null),
                search(order, "NR25 6QA", null, null, null, null, null),
                search(order, "surgery", null, null, null, null, null),
                search(order, "holt medical practice", null, null, null, null, null),
                search(order, "Holt Medcial Practise", null, null, null, null, null),
                search(order, "zzzzzz", null, null, null, null, null),
                search(order, "medical", "practice", "QR1", null, null, "open"),
                search(order, null, "practice", null, null, null, null),
                search(order, null, "trust", null, null, null, null),
                search(order, null, null, "QR1", null, null, null),
                search(order, null, null, "QWE", null, null, null),
                search(order, null, null, "ZZZ", null, null, null),
                search(order, null, null, null, "U94681", null, null),
                search(order, null, null, null, null, "NR25", null),
                search(order, null, null, null, null, null, "dormant"));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void no_page_of_a_search_reads_the_whole_table(Search search) {
        for (@Nullable Cursor cursor : pages(search)) {
            Search.Query query = search.query(cursor, 50);
            List<String> plan = directory.rows("explain " + query.sql(), query.parameters());
            assertThat(plan)
                    .as("%s after %s", search, cursor)
                    .noneMatch(line -> line.contains("Seq Scan on organisation"));
            assertThat(String.join("\n", plan)).contains("Index Scan");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_lies_together_is_not_looked_for_row_by_row(SearchOrder order) {
        Search.Query query = search(order, "pcn", null, null, null, null, null).query(null, 50);
        List<String> plan = directory.rows("explain (analyze, timing off) " + query.sql(), query.parameters());
        long inVain = plan.stream()
                .flatMap(line -> LOOKED_AT_IN_VAIN.matcher(line).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        assertThat(inVain).as(String.join("\n", plan)).isLessThan(MOST_LOOKED_AT);
    }

    private static List<@Nullable Cursor> pages(Search search) {
        return Stream.of((Cursor) null, search.after(1, 0, "g", "G85"))
                .<@Nullable Cursor>map(cursor -> cursor)
                .toList();
    }

    private static Search search(
            SearchOrder order,
            @Nullable String text,
            @Nullable String kind,
            @Nullable String icb,
            @Nullable String pcn,
            @Nullable String postcode,
            @Nullable String status) {
        return new Search(text, kind, icb, pcn, postcode, status, DAY, order);
    }
}
