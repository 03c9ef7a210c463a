package org.folkmoot.neighbourhood.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.neighbourhood.LargeIcs;
import org.folkmoot.neighbourhood.NeighbourhoodTest;
import org.folkmoot.tenancy.Sql;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be told follows from what happened: to the referrals that are asked for, and not to those of a whole ICS. */
@NeighbourhoodTest
class GpUpdatePlanTest {

    /** Of 90,000 events 450 are those of the reader's team; each is looked at a few times. */
    private static final long A_TEAMS = 9_000;

    @Inject
    GpUpdates updates;

    @Inject
    Sql sql;

    @Inject
    TenantScope tenants;

    @BeforeEach
    void large() {
        LargeIcs.fill();
    }

    @Test
    void to_count_what_waits_for_somebody_reads_what_happened_in_their_teams_alone() {
        assertThat(eventsRead(() -> updates.counts(LargeIcs.READER))).isBetween(1L, A_TEAMS);
    }

    @Test
    void to_list_it_does_so_too() {
        assertThat(eventsRead(() -> updates.waiting(
                        LargeIcs.READER.person().subject(),
                        null,
                        List.of("due", "overdue"),
                        GpUpdates.After.BEGINNING,
                        51)))
                .isBetween(1L, A_TEAMS);
    }

    /** How many rows and entries of indexes of referrals' events are read, as PostgreSQL counts them in a transaction. */
    private long eventsRead(Runnable question) {
        return tenants.call(
                LargeIcs.TENANT,
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    question.run();
                    return sql.first(row -> row.getLong(1), """
                            select coalesce(t.seq_tup_read, 0) + (
                                select coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0) from pg_index i
                                where i.indrelid = t.relid)
                            from pg_stat_xact_user_tables t where t.relname = 'referral_event'
                            """).orElseThrow();
                }));
    }
}
