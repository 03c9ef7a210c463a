package org.folkmoot.executive.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.tenancy.Sql;

/** What came of motions, from the copy, in the caller's transaction. */
@ApplicationScoped
public class MotionBallots {

    private final Sql sql;

    MotionBallots(Sql sql) {
        this.sql = sql;
    }

    /** Nothing more is heard of the motion until this transaction ends, and whatever was is seen. */
    public void hold(UUID motion) {
        sql.call(
                "select pg_advisory_xact_lock(hashtextextended('motion ' || folkmoot.current_tenant() || ?, 0))",
                motion.toString());
    }

    /** The ballot by which that group carried the motion, if it did. */
    public Optional<UUID> carried(UUID motion, UUID group) {
        return sql.first(row -> row.getObject("ballot_id", UUID.class), """
                select ballot_id from motion_ballot
                where tenant_id = folkmoot.current_tenant() and motion_id = ? and group_id = ? and outcome = ?
                order by declared_at
                """, motion, group, BallotHeard.CARRIED);
    }

    /** The latest ballot on each of these motions that has had one. */
    public Map<UUID, BallotHeard> latest(List<UUID> motions) {
        if (motions.isEmpty()) {
            return Map.of();
        }
        var latest = new HashMap<UUID, BallotHeard>();
        sql.list(
                        row -> new BallotHeard(
                                row.getObject("ballot_id", UUID.class),
                                row.getObject("motion_id", UUID.class),
                                row.getObject("group_id", UUID.class),
                                row.getString("outcome")),
                        """
                        select ballot_id, motion_id, group_id, outcome from motion_ballot
                        where tenant_id = folkmoot.current_tenant() and motion_id = any(?::uuid[])
                        order by declared_at
                        """,
                        motions.stream().map(UUID::toString).toList())
                .forEach(ballot -> latest.put(ballot.motion(), ballot));
        return latest;
    }

    /** Those of these motions that were withdrawn. */
    public Set<UUID> withdrawn(List<UUID> motions) {
        return motions.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.list(
                        row -> row.getObject("motion_id", UUID.class),
                        """
                        select motion_id from motion_withdrawal
                        where tenant_id = folkmoot.current_tenant() and motion_id = any(?::uuid[])
                        """,
                        motions.stream().map(UUID::toString).toList()));
    }

    void declared(BallotHeard ballot, Instant at) {
        hold(ballot.motion());
        sql.change("""
                insert into motion_ballot (tenant_id, ballot_id, motion_id, group_id, outcome, declared_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?)
                on conflict (tenant_id, ballot_id) do update set motion_id = excluded.motion_id,
                    group_id = excluded.group_id, outcome = excluded.outcome, declared_at = excluded.declared_at
                """, ballot.ballot(), ballot.motion(), ballot.group(), ballot.outcome(), at);
    }

    void withdrawn(MotionWithdrawn motion, Instant at) {
        hold(motion.motion());
        sql.change("""
                insert into motion_withdrawal (tenant_id, motion_id, reason, withdrawn_at)
                values (folkmoot.current_tenant(), ?, ?, ?)
                on conflict (tenant_id, motion_id) do update set reason = excluded.reason,
                    withdrawn_at = excluded.withdrawn_at
                """, motion.motion(), motion.reason(), at);
    }
}
