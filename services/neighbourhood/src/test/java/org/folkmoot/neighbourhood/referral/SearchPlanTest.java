package org.folkmoot.neighbourhood.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.LargeIcs;
import org.folkmoot.neighbourhood.NeighbourhoodTest;
import org.folkmoot.tenancy.Sql;
import org.folkmoot.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Behind each list there is an index, as the service itself is planned: behind row-level security. */
@NeighbourhoodTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest {

    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (referral|referral_event|patient|journey|clock_pause|case_manager|handover|access_grant)\\b");

    @Inject
    Referrals referrals;

    @Inject
    Sql sql;

    @Inject
    TenantScope tenants;

    @BeforeEach
    void large() {
        LargeIcs.fill();
    }

    static Stream<Referrals.Asked> lists() {
        return Stream.of("mine", "team", "practice", "shared")
                .flatMap(list -> Stream.of(
                        asked(list, null, null, true),
                        asked(list, null, null, false),
                        asked(list, "submitted", null, false),
                        asked(list, null, "late", true)));
    }

    private static Referrals.Asked asked(String list, @Nullable String state, @Nullable String clock, boolean open) {
        return new Referrals.Asked(list, null, null, null, state, clock, null, open);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void no_list_reads_a_whole_table(Referrals.Asked asked) {
        for (Referrals.Order order : List.of(
                Referrals.Order.ByDay.BEGINNING,
                Referrals.Order.Newest.BEGINNING,
                new Referrals.Order.Newest(UUID.fromString("00000000-0000-0000-0005-000000000fff")))) {
            assertNoWholeTable(referrals.question(asked, LargeIcs.READER, order, 51));
        }
    }

    @Test
    void one_referral_is_found_by_its_keys() {
        assertNoWholeTable(referrals.whole(UUID.fromString("00000000-0000-0000-0005-000000000007"), LargeIcs.READER));
    }

    @Test
    void the_counts_read_no_whole_table() {
        assertNoWholeTable(referrals.counting(LargeIcs.READER));
    }

    private void assertNoWholeTable(Referrals.Question question) {
        List<String> plan = tenants.call(
                LargeIcs.TENANT,
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.list(
                                row -> row.getString(1),
                                "explain " + question.sql(),
                                question.values().toArray())));
        assertThat(plan)
                .as(String.join("\n", plan))
                .noneMatch(line -> WHOLE_TABLE.matcher(line).find())
                .noneMatch(line -> line.contains("Function Scan on referral_clock"));
        assertThat(String.join("\n", plan)).contains("Index");
    }
}
